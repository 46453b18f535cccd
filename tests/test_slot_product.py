"""Products: the words beside a flow word or a figure, and those that the text goes on to mean."""

from __future__ import annotations

import pytest

from parsers.observations.decisions import Decision
from parsers.observations.slots import product
from parsers.observations.slots.product_topic import flow_told
from tests.laid_out import told

STORY = "Tea exports of Peru rose last year. In May exports reached [$5 million]."


def test_the_opening_product_is_offered_once_something_was_decided() -> None:
    reading, figure = told(STORY)
    assert not any(cue.startswith("opening.") for candidate in product.candidates(reading, figure) for cue in candidate.cues)
    reading.look_back({figure.index: Decision(True, "exports")})
    cues = {cue for candidate in product.candidates(reading, figure) if candidate.value == "Tea" for cue in candidate.cues}
    assert "opening.same.bare" in cues


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
        ("Peru sold 61 trucks worth [$5 million] abroad.", "trucks"),
        ("Coffee makes up [47%] of the exports.", "Coffee"),
        ("Nearly [half] of the exports are coffee and tea.", "coffee and tea"),
        ("Coffee was exported for [$5 million].", "Coffee"),
        ("Re-exports reached [$5 million].", "Re"),
        ("The Coffee Growers Union said that its members see exports of [$5 million].", "Coffee"),
    ],
)
def test_a_product_beside_its_flow_or_figure_is_offered(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert expected in {candidate.value for candidate in product.candidates(reading, figure)}


@pytest.mark.parametrize("text", ["Exports of coffee worth about [$5 million].", "Coffee saw exports rise to [$5 million]."])
def test_a_products_name_ends_before_words_that_name_none(text: str) -> None:
    reading, figure = told(text)
    assert {candidate.value.lower() for candidate in product.candidates(reading, figure) if candidate.value} == {"coffee"}


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Coffee market grows\n\nPeru told more. Exports reached [$5 million].", "headline"),
        ("The coffee market of Peru grows. Exports reached [$5 million].", "lead"),
        ("Peru earned $7 million on dear coffee. Exports reached [$5 million].", "aside"),
        ("Peru told more of it. Coffee is dear. Exports reached [$5 million].", "body"),
    ],
)
def test_where_a_story_names_its_product(text: str, spot: str) -> None:
    reading, figure = told(text)
    cues = {cue for candidate in product.candidates(reading, figure) for cue in candidate.cues}
    assert f"theme.{spot}" in cues


def test_words_that_name_no_known_product_are_told_by_their_look() -> None:
    reading, figure = told("In May faltering exports reached [$5 million].")
    (cues,) = [candidate.cues for candidate in product.candidates(reading, figure) if candidate.value == "faltering"]
    assert "head.ending=ng" in cues
