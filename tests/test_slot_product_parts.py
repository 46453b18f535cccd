"""Products that belong to another number than the figure."""

from __future__ import annotations

import pytest

from parsers.observations.slots import product
from parsers.observations.weights import Candidate
from tests.laid_out import told


def of_sentence(text: str) -> list[Candidate]:
    """The products of the marked figure's own sentence."""
    return [candidate for candidate in product.candidates(*told(text)) if isinstance(candidate.data, tuple)]


@pytest.mark.parametrize(
    ("text", "named", "whose"),
    [
        ("Peru takes 90% of Chile's coffee exports, [72%] of its tea.", "coffee", "other"),
        ("Peru takes 90% of Chile's coffee exports, [72%] of its tea.", "tea", "own"),
        ("Peru sold 63% of the coffee imports and nearly [half] of the tea imports.", "tea", "own"),
        ("Peru sold 63% of the coffee imports and tea worth [$5 million].", "tea", "-"),
        ("Exports rose 5%, and coffee came to [$5 million].", "coffee", "-"),
        ("Peru sold $9 million and coffee for [$5 million].", "coffee", "-"),
    ],
)
def test_whose_words_stand_behind_the_of_of_a_number(text: str, named: str, whose: str) -> None:
    cues = {cue for one in of_sentence(text) if one.value == named for cue in one.cues}
    assert {cue for cue in cues if cue.startswith("within=")} == {f"within={whose}"}
