"""Which flow the words for buyers and sellers in front of a figure tell."""

from __future__ import annotations

import pytest
from laid_out import told

from parsers.observations.slots.called import called, told_by_calling
from parsers.observations.slots.fact import candidates

CALLED = [
    ("The leading destination was Peru with [$5 million].", ("exports", "area")),
    ("The top suppliers were Peru ($9 million) and Chile ([$5 million]).", ("imports", "figures")),
    ("Peru, the largest buyer, took [$5 million].", ("exports", "behind")),
    ("Peru was the main source with [$5 million].", ("imports", "behind")),
    ("Its customers paid [$5 million].", ("", "")),
    ("Destinations changed; Peru had [$5 million].", ("", "")),
    ("Suppliers to Peru grumble, but Chile has [$5 million].", ("", "")),
]


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_a_calling_in_front_of_a_figure_tells_a_flow(text: str, expected: tuple[str, str]) -> None:
    read, figure = told(text)
    assert told_by_calling(read.words, read.line(figure), figure.token) == expected


def test_a_flow_that_no_word_tells_is_a_candidate() -> None:
    read, figure = told("Kenya is an old partner. The leading destination was Peru with [$5 million].")
    assert ("exports", 0) in [candidate.value for candidate in candidates(read, figure)]


def test_a_flow_that_a_word_tells_is_no_second_candidate() -> None:
    read, figure = told("Of all exports the leading destination was Peru with [$5 million].")
    found = [candidate for candidate in candidates(read, figure) if candidate.value[0] == "exports"]
    assert len(found) == 1 and "called.exports=exports" in found[0].cues
    assert called(read, figure, read.line(figure), found) == []
