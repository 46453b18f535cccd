"""Products: the words beside a flow word or a figure, and those that the text goes on to mean."""

from __future__ import annotations

import pytest

from parsers.observations.reading import Decision
from parsers.observations.slots import product
from parsers.observations.slots.product_topic import flow_told
from tests.laid_out import told

STORY = "Tea exports of Peru rose last year. In May exports reached [$5 million]."


def test_the_opening_product_is_offered_once_something_was_decided() -> None:
    reading, figure = told(STORY)
    assert [candidate.value for candidate in product.candidates(reading, figure)] == [None]
    reading.look_back({figure.index: Decision(True, "exports")})
    offered = {candidate.value: candidate.cues for candidate in product.candidates(reading, figure)}
    assert "opening.same.bare" in offered["Tea"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports reached [$5 million].", "bare"),
        ("Total exports reached [$5 million].", "total"),
        ("Coffee exports reached [$5 million].", "named"),
        ("Services exports reached [$5 million].", "generic"),
        ("It reached [$5 million].", "none"),
    ],
)
def test_how_the_flow_word_is_told(sentence: str, expected: str) -> None:
    reading, figure = told(sentence)
    assert flow_told(reading, figure, reading.line(figure)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coffee exports reached [$5 million].", "Coffee"),
        ("Exports of cotton yarn reached [$5 million].", "cotton yarn"),
        ("Peru exported [$5 million] worth of coffee.", "coffee"),
    ],
)
def test_a_product_beside_its_flow_or_figure_is_offered(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert expected in {candidate.value for candidate in product.candidates(reading, figure)}
