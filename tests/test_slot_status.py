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
        ("The plan is to take exports from $5 million to [$9 million].", "actual.infinitive=open"),
        ("The plan is to take exports from the current $5 million to [$9 million].", "actual.way=end"),
        ("The plan is to take exports from the current [$5 million] to $9 million.", "actual.way=start"),
        ("Exports rose from [$5 million].", "actual.way=-"),
        ("They agreed to raise trade to [$5 million].", "actual.infinitive=open.raising.-"),
        ("Exports of Peru are to reach [$5 million].", "actual.infinitive=open.reaching.-"),
        ("Exports of Peru rose by a tenth to reach [$5 million].", "actual.infinitive=open.result.-"),
        ("The goal of raising exports to [$5 million] is old.", "actual.infinitive=gerund"),
        ("Raising exports to [$5 million] is hard.", "actual.infinitive=none"),
        ("They want to lift their current trade of [$5 million].", "actual.standing=stands"),
        ("They want to lift trade to [$5 million].", "actual.standing=-"),
        ("They want to cut the [$5 million] trade gap.", "actual.infinitive=open.-.known"),
        ("They hold to the [$5 million] export target.", "actual.named=aim"),
        ("They sent exports of [$5 million] to Peru, their target.", "actual.named=-"),
        ("Exports of [$5 million] a year are possible.", "actual.behind=target"),
        ("Exports of [$5 million], though more is possible.", "actual.behind=none"),
        ("They hope for more, while exports reached [$5 million].", "actual.clause=actual.-"),
        ("They hope for more while exports rest at [$5 million].", "actual.clause=none.-"),
        ("Exports of Peru to reach [$5 million]\n\nPeru sells more.", "actual.headline"),
    ],
)
def test_cues_of_what_is_yet_to_be(text: str, cue: str) -> None:
    assert cue in _cues(text)
