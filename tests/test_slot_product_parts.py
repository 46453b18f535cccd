"""Products that make up a share, that belong to another number, or that a flow is told to be without."""

from __future__ import annotations

import pytest

from parsers.observations.slots import product
from parsers.observations.weights import Candidate
from tests.laid_out import told


def of_sentence(text: str) -> list[Candidate]:
    """The products of the marked figure's own sentence."""
    return [candidate for candidate in product.candidates(*told(text)) if isinstance(candidate.data, tuple)]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Coffee will make up [5%] of exports.", "Coffee"),
        ("Coffee, Peru's main crop, will account for [5%] of exports.", "Coffee"),
        ("It hit the coffee trade, which now makes up [5%] of exports.", None),
        ("It hit the coffee industry, which constitutes [5%] of exports.", "coffee industry"),
        ("It hit the coffee sector, an industry that accounted for [5%] of exports.", "coffee sector"),
        ("Coffee makes up [5%] of exports.", None),
        ("They make up [5%] of exports.", None),
        ("In May, they will make up [5%] of exports.", None),
        ("Tea did well; Peru also accounted for [5%] of exports.", None),
    ],
)
def test_who_makes_up_a_share_stands_before_its_verb_and_what_is_put_between(text: str, doer: str | None) -> None:
    assert next((one.value for one in of_sentence(text) if one.cues[0] == "part.doer"), None) == doer


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports, excluding oil and wheat, came to [$5 million].", "excluding oil and wheat"),
        ("Exports excluding oil came to [$5 million].", "excluding oil"),
        ("Exports (except oil) came to [$5 million].", "except oil"),
        ("Exports except for oil came to [$5 million].", "except for oil"),
        ("Exports other than oil came to [$5 million].", "other than oil"),
    ],
)
def test_a_flow_without_some_goods_is_a_product_and_those_goods_are_none(text: str, expected: str) -> None:
    assert {one.value for one in of_sentence(text)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Exports came to [$5 million], excluding oil.",
        "Exports, other oil among them, came to [$5 million].",
        "Exports rose without oil to [$5 million].",
    ],
)
def test_words_that_leave_out_stand_right_behind_the_flow(text: str) -> None:
    assert "without" not in {one.cues[0] for one in of_sentence(text)}


def test_adverbs_of_place_are_no_products() -> None:
    assert not of_sentence("Its exports globally were at [$5 million].")
