"""Whose period it is: ties in a sentence, bases and what is told of them, periods by comparison, fiscal years of others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from laid_out import figure, reading, told

from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.slots.period import candidates
from parsers.observations.slots.period_compared import partner, step_before, year_behind
from parsers.observations.slots.period_echo import telling
from parsers.observations.slots.period_ties import tie
from parsers.observations.told import again


def months(year: int, first: int, last: int, end: int) -> Period:
    return Period(date(year, first, 1), date(year, last, end))


def settled(text: str, words: str, published: str | None = None) -> Period:
    """The likeliest dates of the period mention that is worded so."""
    read = reading(text, published)
    ((s, at),) = [(s, at) for s, at, mention in read.page.mentions("period") if mention.text == words]
    return read.periods[(s, at)]


def ties(text: str) -> list[str]:
    read, one = told(text)
    line = read.line(one)
    return [tie(line, one, at, read.words) for at in line.places("period")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports grew 4% in May, [6%] in June and 8% in July.", ["before.lost", "behind.0", "later.taken"]),
        ("In 2018 trade was [$3 million] while in 2019 it was $5 million.", ["before.0", "behind.lost"]),
        ("In 2018 trade was $3 million while in 2019 it was [$5 million].", ["earlier.taken", "before.0"]),
        ("Trade came to [9 billion rubles] ($120 million) in 2019.", ["behind.0"]),
    ],
)
def test_a_period_is_tied_to_the_figure_with_fewest_commas_between(text: str, expected: list[str]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose 5% on 2021.", True),
        ("Exports were 5% below May 2020.", True),
        ("Exports showed a rise over 2021.", True),
        ("Exports were 2.3 times as large as in 2021.", True),
        ("On the same months of 2020 exports were 5% up.", True),
        ("On the first of May exports were 5% up.", False),
        ("Exports tripled since 2019.", True),
        ("Exports came to $5 million since 2019.", False),
        ("Exports were double May's.", True),
        ("Exports doubled in May.", False),
        ("Over 2021 exports came to $5 million.", False),
        ("Exports made 104% of last year's level.", True),
        ("Tin made 40% of last year's total.", False),
        ("The ministers met on 3 May 2021.", False),
        ("In the span from June 16-30 exports made $5 million.", False),
    ],
)
def test_a_step_makes_its_period_a_base(text: str, expected: bool) -> None:
    assert bool(reading(text, "2022-07-05").bases) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade grew 5% compared with 2020, when it was [$4 million].", True),
        ("Trade grew 5% compared with 2020 ([$4 million]).", True),
        ("Trade grew 5% compared with last year's total of [$4 million].", True),
        ("Trade grew 5% against a 2020 level of [$4 million].", True),
        ("In 2022 trade was $9 million, twice the [$4 million] recorded in 2020.", True),
        ("In 2022 trade was $9 million, nearly double the [$4 million] of 2020.", True),
        ("In May trade was $9 million, double April's [$4 million].", True),
        ("In 2022 trade doubled to [$4 million].", False),
        ("Exports were up 3% from 5% in May and [6%] a year ago.", True),
        ("Exports were 3% up from $5 million in May 2021 and [6%] up from $4 million in June.", False),
        ("In May trade doubled, and the [$4 million] of steel led.", False),
        ("The deficit was $6 million against a revised deficit of [$4 million] in 2020.", True),
        ("A stand against the deficit. It came to a deficit of [$4 million] in 2020.", False),
        ("Compared with 2020, trade grew to [$4 million].", False),
    ],
)
def test_what_is_told_of_a_base_is_no_main_value(text: str, expected: bool) -> None:
    read, one = told(text)
    assert (one.index in read.operands) is expected


def decided(text: str, **periods: Period) -> tuple[Reading, dict[str, Figure]]:
    """A reading whose figures, by their text with underscores for blanks, were taken for exports of these periods."""
    read = reading(text, "2022-03-10")
    found = {name: figure(read, name.replace("_", " ")) for name in periods}
    read.look_back({one.index: Decision(True, "exports", period=periods[name]) for name, one in found.items()})
    return read, found


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("With Peru it came to [$5 million], and for May 2021 to $4 million.", True),
        ("With Peru it came to [$5 million] and in May 2021 had been $4 million.", True),
        ("With Peru it came to [$5 million] for May 2021 after $4 million.", False),
    ],
)
def test_a_period_behind_a_figure_may_head_a_clause_of_its_own(text: str, heads: bool) -> None:
    read, one = told(text, "2022-03-10")
    here = [c for c in candidates(read, one) if "here" in c.cues and c.value == months(2021, 5, 5, 31)]
    assert [("heads" in c.cues) for c in here] == [heads]


def test_a_value_without_a_period_lies_a_year_behind_its_base() -> None:
    read, one = told("Exports came to [$5 million] against $4 million in January 2021.")
    assert [c.value for c in year_behind(read, one, read.line(one))] == [months(2022, 1, 1, 31)]


def test_what_from_leads_to_is_compared_with_it() -> None:
    now = Period(date(2021, 1, 1), date(2021, 12, 31))
    read, found = decided("Exports rose from 4 million dollars to 5 million dollars in 2021.", **{"5_million_dollars": now})
    base = figure(read, "4 million dollars")
    other = partner(read, base)
    assert other is not None and other[0] is found["5_million_dollars"]


def test_a_base_lies_as_far_back_as_the_last_one() -> None:
    january, february = months(2022, 1, 1, 31), months(2022, 2, 2, 28)
    text = (
        "Exports rose to 6 million dollars in February from 5 million dollars in January."
        " Imports rose to 3 million dollars from 2 million dollars."
    )
    read, _ = decided(text, **{"6_million_dollars": february, "5_million_dollars": january, "3_million_dollars": february})
    (one,) = step_before(read, figure(read, "2 million dollars"))
    assert one.value == january


def test_a_number_told_twice_speaks_for_the_period_that_it_has_elsewhere() -> None:
    year = Period(date(2021, 1, 1), date(2021, 12, 31))
    text = "Exports near 5.2 million dollars\n\nExports were 5.18 million dollars in 2021."
    read, found = decided(text, **{"5.2_million_dollars": Period(), "5.18_million_dollars": year})
    rough = found["5.2_million_dollars"]
    assert telling(read, rough, year) == ["echo=same"]
    assert telling(read, rough, Period()) == ["echo=unknown"]
    assert not again(Decimal("5.2"), Decimal("5.26"))


def test_parts_of_a_year_are_the_last_that_were_over_where_a_fiscal_year_may_be_meant() -> None:
    text = "ISLAMABAD: Pakistan's exports were $7 million in the first quarter."
    assert settled(text, "the first quarter", "2025-10-20") == months(2025, 7, 9, 30)
    assert settled(text, "the first quarter", "2025-05-20") == months(2025, 1, 3, 31)


def test_fiscal_years_in_a_sentence_on_others_are_theirs() -> None:
    text = "Pakistan sells more to Pakistan's neighbours. Indian exports to Nepal were $7 million in 2023-24."
    assert settled(text, "2023-24") == Period(date(2023, 4, 1), date(2024, 3, 31))
    alone = "Pakistan sells more abroad. Exports to India were $7 million in 2023-24. Pakistan's imports rose."
    assert settled(alone, "2023-24") == Period(date(2023, 7, 1), date(2024, 6, 30))


def test_an_iranian_year_told_by_its_last_month_ends_in_the_middle_of_it() -> None:
    found = settled(
        "Iran's exports were $7 million in the past Iranian year (ended March 2018).", "the past Iranian year (ended March 2018)"
    )
    assert found == Period(date(2017, 3, 21), date(2018, 3, 20))
