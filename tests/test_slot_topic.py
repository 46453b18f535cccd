"""How purely a text speaks of trade, by its words, by what it counts, and by what its other numbers were taken for."""

from __future__ import annotations

import pytest
from laid_out import reading, told

from parsers.observations.decisions import Decision
from parsers.observations.slots.topic import elsewhere, last_standard, nearby, other_money, part_of_trade, standard, topic


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Exports rose. Imports fell. It was $5 million.", "all"),
        ("Exports rose. The loan and the grants came late. It was $5 million.", "few"),
        ("The loan came late. It was $5 million.", "none"),
        ("It was $5 million.", "-"),
    ],
)
def test_how_many_words_of_money_are_of_trade(text: str, part: str) -> None:
    assert part_of_trade(reading(text)) == part


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It rose to $5 million.", "money"),
        ("It rose to 5 million tonnes.", "things"),
        ("It rose to 5 million tonnes, 6 million tonnes and $5 million.", "both.things"),
        ("It rose 9%.", "neither"),
    ],
)
def test_what_the_numbers_of_a_text_count(text: str, counted: str) -> None:
    assert standard(reading(text)) == counted


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Wheat went to Peru, 4 million tonnes. It grew [9%].", "quantity.1"),
        ("Wheat for $4 million went to Peru and grew [9%].", "amount.0"),
        ("It grew [9%] to $4 million.", "-"),
    ],
)
def test_the_last_number_in_front_of_a_rate(text: str, last: str) -> None:
    assert last_standard(*told(text)) == last


def test_what_the_amounts_of_other_sentences_were_taken_for() -> None:
    read, figure = told("Exports were $4 million. Imports were $3 million. It was [$5 million] of $6 million.")
    assert elsewhere(read, figure) == "-"
    read.look_back({one.index: Decision(fact=one.index in (0, 2)) for one in read.page.figures})
    assert elsewhere(read, figure) == "many"
    assert "elsewhere=many" in topic(read, figure)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Exports rose. Rain fell. It was [$5 million].", "flow.2"),
        ("Exports rose. A loan came. It was [$5 million].", "other.1"),
        ("The loan paid for imports. It was [$5 million].", "both.1"),
        ("It was [$5 million].", "-"),
    ],
)
def test_what_the_last_sentence_about_money_spoke_of(text: str, last: str) -> None:
    assert nearby(*told(text)) == last


def test_other_money_around_an_amount() -> None:
    read, figure = told("Debts and loans grew, and exports were [$5 million] with a grant.")
    assert other_money(read, figure) == ["never=2+", "never.behind=1", "never.clause=no"]
