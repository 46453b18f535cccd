"""In which currency a figure counts, and when a second figure only says the first again."""

from __future__ import annotations

import pytest
from laid_out import reading, told

from parsers.observations.currency import currency
from parsers.observations.equivalents import equivalent, is_equivalent

NOBODY = (None, None)
COUNTED = [
    ("its own word", "Exports came to [5 million euros].", "EUR", "stated"),
    ("its own sign", "Exports came to [£5 million].", "GBP", "stated"),
    ("the dollar named in front of it", "It sold 4 billion Canadian dlrs, up from [3 billion dlrs].", "CAD", "stated"),
    ("its own dollar", "It sold 4 billion Canadian dlrs, or [3 billion U.S. dlrs].", "USD", "stated"),
    ("the dollar named in front of it", "It sold 4 billion Canadian dlrs, up from [3 billion dlrs].", "CAD", "stated"),
    ("its own dollar", "It sold 4 billion Canadian dlrs, or [3 billion U.S. dlrs].", "USD", "stated"),
    ("a dollar is the usual one", "Exports came to [$5 million].", "USD", "stated"),
    ("the unit of its range", "Exports rose from [4] to 5 billion euros.", "EUR", "stated"),
    ("the word before it in its sentence", "It sold 3 million euros of tea and [4 million] of rice.", "EUR", "carried"),
    ("the word behind it in its sentence", "It sold $9 million. Tea made [5 million], rice 3 million euros.", "EUR", "carried"),
    ("the nearest sentence before", "It sold £9 million, then $8 million. Exports came to [5 million].", "USD", "carried"),
    ("the next sentence where none came before", "Exports came to [5 million]. They had been 3 million euros.", "EUR", "carried"),
    ("nothing anywhere", "Exports came to [5 million].", None, "unknown"),
]


@pytest.mark.parametrize(("text", "code", "known"), [case[1:] for case in COUNTED], ids=[case[0] for case in COUNTED])
def test_a_figure_counts_in(text: str, code: str | None, known: str) -> None:
    read, figure = told(text)
    assert currency(read, figure, NOBODY) == (code, known)


def test_a_word_of_several_currencies_is_that_of_the_areas() -> None:
    read, figure = told("Exports came to [5 billion rupees].")
    assert len(figure.mention.value.currencies) > 1
    assert currency(read, figure, ("PK", "CN")) == ("PKR", "stated")
    assert currency(read, figure, ("LK", "CN")) == ("LKR", "stated")
    assert currency(read, figure, ("CN", "IN")) == ("INR", "stated")


def test_a_letter_of_a_small_country_is_its_currency_there_alone() -> None:
    read, figure = told("Exports came to [M5 million].")
    assert currency(read, figure, ("LS", "ZA")) == ("LSL", "stated")
    read, figure = told("Exports came to [E5 million].")
    assert currency(read, figure, ("SZ", "ZA")) == ("SZL", "stated")
    assert currency(read, figure, ("CN", "JP")) == ("EUR", "stated")


def test_a_letter_of_two_currencies_is_that_of_the_area() -> None:
    read, figure = told("Exports came to [K5 million].")
    assert currency(read, figure, ("PG", "AU")) == ("PGK", "stated")
    assert currency(read, figure, ("ZM", "ZA")) == ("ZMW", "stated")


def test_where_both_areas_have_such_a_currency_the_usual_one_is_meant() -> None:
    read, figure = told("Trade came to [5 billion roubles].")
    assert currency(read, figure, ("BY", "RU-SAM")) == ("RUB", "stated")
    assert currency(read, figure, ("BY", "PL")) == ("BYN", "stated")


EQUIVALENTS = [
    ("in brackets", "Exports came to [1.2 trillion yuan] ($175 billion).", "$175 billion"),
    ("in brackets, hedged", "Exports came to [5 million euros] (more than 6 million dollars).", "6 million dollars"),
    ("behind or", "Exports came to [5 million euros], or about $6 million.", "$6 million"),
    ("behind a stroke", "Exports came to [€5m] / $6m.", "$6m"),
    ("the same currency", "Exports came to [$5 million] ($6 million in May).", None),
    ("a comparison", "Exports came to [5 million euros] against $6 million.", None),
    ("another flow", "Exports of [5 million euros], imports of 3 million dollars.", None),
    ("a step", "Exports of [5 million euros], up 3 million dollars.", None),
    ("another sentence", "Exports came to [5 million euros]. $6 million was tea.", None),
    ("too far away", "Exports came to [5 million euros] (at the rates of the central bank $6 million).", None),
    ("no money behind", "Exports came to [5 million euros] (12%).", None),
    ("nothing behind", "Exports came to [5 million euros].", None),
]


@pytest.mark.parametrize(("text", "other"), [case[1:] for case in EQUIVALENTS], ids=[case[0] for case in EQUIVALENTS])
def test_a_second_currency_says_the_same_again(text: str, other: str | None) -> None:
    read, figure = told(text)
    found = equivalent(read, figure)
    assert (found.mention.text if found else None) == other
    assert [is_equivalent(read, one) for one in read.page.figures] == [one is found for one in read.page.figures]


def test_a_chain_of_currencies_starts_once() -> None:
    read = reading("Exports came to 5 million euros (6 million dollars).")
    assert [is_equivalent(read, figure) for figure in read.page.figures] == [False, True]
