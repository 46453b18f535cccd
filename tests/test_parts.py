"""What part a number plays in its sentence: a level, a step, the base of a comparison, a second currency, a measure of weight."""

import csv
from pathlib import Path

import pytest

from parsers.model import Document
from parsers.observations.equivalents import is_equivalent
from parsers.observations.scan import read_through
from parsers.observations.slots import fact, rate
from parsers.observations.slots.subjects import part, subject

CORPUS = Path(__file__).parent / "corpus" / "en"


def cases(name):
    with (CORPUS / name).open(encoding="utf-8", newline="") as handle:
        return [pytest.param(row["text"], row["expected"].split(), id=row["text"]) for row in csv.DictReader(handle)]


def reading_of(text):
    return read_through(Document("here", text, language="en"))


def figures(reading, kind):
    return [figure for figure in reading.page.figures if figure.kind == kind]


@pytest.mark.parametrize(("text", "expected"), cases("parts.csv"))
def test_a_number_is_told_from_its_step_and_its_base(text, expected):
    reading = reading_of(text)
    found = [part(reading.words, reading.line(figure), figure.token) for figure in figures(reading, "amount")]
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), cases("measures.csv"))
def test_a_rate_says_what_it_measures(text, expected):
    reading = reading_of(text)
    assert [rate.measure(reading.words, reading.line(figure), figure.token) for figure in figures(reading, "change")] == expected


def test_a_rate_of_weight_can_only_be_no_trade_figure():
    reading = reading_of("Tea exports rose 6% in quantity.")
    assert [candidate.value for candidate in rate.candidates(reading, reading.page.figures[0])] == [("none", -1)]


@pytest.mark.parametrize(
    "text",
    [
        "Tea exports rose by $5 million.",
        "Kenya exported tea at $2 a kilogram.",
        "Tea exports brought $15.",
        "Exports were $5 million higher.",
    ],
)
def test_steps_prices_and_small_change_can_be_no_flow(text):
    reading = reading_of(text)
    assert [candidate.value for candidate in fact.candidates(reading, reading.page.figures[0])] == [("", 0)]


def test_the_level_behind_a_step_can_be_a_flow():
    reading = reading_of("Tea exports rose by $5 million to $90 million.")
    assert ("exports", 0) in [candidate.value for candidate in fact.candidates(reading, reading.page.figures[1])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea exports were 7 billion yen ($47 million).", [False, True]),
        ("Tea exports were $47 million (tea alone, to Peru) and 7 billion yen.", [False, False]),
        ("Tea exports were $47 million ($40 million in May).", [False, False]),
        ("Tea exports were 7 billion yen (47 million).", [False, True]),
        ("Tea exports were $47 million (40 million).", [False, False]),
        ("Tea exports were $470 million (40 million in May).", [False, False]),
    ],
)
def test_a_second_currency_in_brackets_is_the_same_value(text, expected):
    reading = reading_of(text)
    assert [is_equivalent(reading, figure) for figure in reading.page.figures] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May it grew to $5 million.", "it"),
        ("Copper grew to $5 million.", "product"),
        ("Peru posted $5 million.", "area"),
        ("Peru's imports were $5 million.", "flow.noun"),
        ("The budget was $5 million.", "money"),
        ("Then came $5 million.", "none"),
    ],
)
def test_the_subject_of_a_sentence_has_a_class(text, expected):
    reading = reading_of(text)
    figure = figures(reading, "amount")[0]
    assert subject(reading.words, reading.line(figure), 0, figure.token) == expected
