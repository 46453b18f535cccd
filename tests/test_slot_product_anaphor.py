"""Products that stand away from a figure's flow word, and what points back to the ones of earlier sentences."""

from __future__ import annotations

import pytest

from parsers.observations.slots import product
from parsers.observations.slots.product_anaphor import anaphor, named_places
from tests.laid_out import told


def _cues(text: str, value: str | None, flow_at: int = -1) -> set[str]:
    reading, figure = told(text)
    found = product.candidates(reading, figure, "exports", flow_at)
    return {cue for candidate in found if candidate.value == value for cue in candidate.cues}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru sold [$5 million] worth of the commodity.", "own"),
        ("Peru ran a [$5 million] trade deficit with Chile in these products.", "own"),
        ("Exports of the mentioned items came to [$5 million].", "own"),
        ("The sector is small and all that was ever earned by it was some [$5 million].", "near"),
        ("They make up [5 percent] of exports.", "pronoun"),
        ("Peru sold [$5 million] worth of products.", "-"),
        ("Peru exported the goods for [$5 million].", "-"),
        ("Exports came to [$5 million].", "-"),
    ],
)
def test_what_points_back_to_goods(sentence: str, expected: str) -> None:
    reading, figure = told(sentence)
    assert anaphor(reading.words, reading.line(figure), figure.token) == expected


def test_the_goods_of_the_sentence_before_are_offered() -> None:
    cues = _cues("Saffron is dear. Peru exported [$5 million] worth of the commodity.", "Saffron")
    assert {"spoken", "spoken.near=1", "spoken.anaphor=own", "outside.anaphor=own"} <= cues
    assert "total.anaphor=own" in _cues("Saffron is dear. Peru exported [$5 million] worth of the commodity.", None)
    assert "spoken" not in _cues("Peru is far. It exported [$5 million].", None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Basic goods cost [$5 million].", ["basic"]),
        ("A basic question cost [$5 million].", []),
        ("It lifts and ships [$5 million].", []),
        ("Exports of the e-commerce firms were [$5 million].", ["e-commerce"]),
    ],
)
def test_words_that_name_goods_by_themselves(text: str, named: list[str]) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert [line.word(at) for at in named_places(reading, line)] == named


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("Peru's total exports came to [$5 million].", "whole"),
        ("Out of total exports worth [$5 million] little is left.", "whole"),
        ("The total exports came to [$5 million].", "sum"),
        ("The exports came to [$5 million].", "-"),
    ],
)
def test_whole_flows_of_a_country(text: str, owned: str) -> None:
    reading, figure = told(text)
    flow = reading.line(figure).places("flow")[0]
    assert f"total.owned={owned}" in _cues(text, None, flow)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Exports, led by tea, fell to [$5 million].", "word.order=flow-goods-figure.apart=openclosed"),
        ("Exports of tea fell to [$5 million].", "word.order=flow-goods-figure.apart=no"),
        ("Exports fell to [$5 million] with tea down.", "word.order=flow-figure-goods.apart=closed"),
    ],
)
def test_words_set_apart_by_marks(text: str, cue: str) -> None:
    reading, figure = told(text)
    assert cue in _cues(text, "tea", reading.line(figure).places("flow")[0])


def test_an_area_may_stand_between_goods_and_their_flow() -> None:
    assert "modifier.area" in _cues("Unofficial Indian exports are [$5 million].", "Unofficial")
