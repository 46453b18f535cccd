"""What says of a figure that it is so, is coming, or is wanted."""

from __future__ import annotations

import pytest

from parsers.observations.slots import status
from tests.laid_out import told


def _cues(text: str) -> list[str]:
    reading, figure = told(text)
    (actual,) = [candidate for candidate in status.candidates(reading, figure) if candidate.value == "actual"]
    return actual.cues


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The two agreed to raise trade to [$5 million].", "actual.infinitive=open"),
        ("Trade is to exceed [$5 million] next year.", "actual.infinitive=open.is"),
        ("The road helped to bring trade that was worth [$5 million].", "actual.infinitive=finite"),
        ("Trade reached [$5 million].", "actual.infinitive=none"),
        ("Trade came to [$5 million].", "actual.infinitive=none"),
        ("The goal is exports of [$5 million].", "actual.amount.actual"),
        ("With hopes of exports worth [$5 million] the talks began.", "actual.amount.target"),
        ("The plan is to take exports from [$5 million] to $9 million.", "actual.compared.actual"),
    ],
)
def test_cues_of_what_is_yet_to_be(text: str, cue: str) -> None:
    assert cue in _cues(text)
