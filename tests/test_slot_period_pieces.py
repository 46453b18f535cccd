"""Periods of texts without a date, said lengths, and periods that a wording holds without being them."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import reading, told

from parsers.mentions.period_year import latest_years, text_year
from parsers.mentions.periods import scan_periods
from parsers.model import Period
from parsers.observations.slots.period_meanings import meanings
from parsers.observations.slots.period_pieces import pieces


def months(year: int, first: int, last: int, end: int) -> Period:
    return Period(date(year, first, 1), date(year, last, end))


def settled(text: str, words: str) -> Period:
    read = reading(text, None)
    ((s, at),) = [(s, at) for s, at, mention in read.page.mentions("period") if mention.text == words]
    return read.periods[(s, at)]


@pytest.mark.parametrize(
    ("text", "years"),
    [("Sales fell in 2016.", (2017, 2016)), ("Sales fell in May 2016 and in 2015.", (2016,)), ("Sales fell.", ())],
)
def test_a_text_speaks_in_or_after_the_latest_year_it_names(text: str, years: tuple[int, ...]) -> None:
    assert latest_years(mention.value for mention in scan_periods(text)) == years


def test_what_is_set_against_last_year_is_of_this_one() -> None:
    mentions = scan_periods("Sales made 5 bn in May 2016 against 4 bn last year.")
    bases = frozenset({mentions[1].start})
    assert text_year("Sales made 5 bn in May 2016 against 4 bn last year.", mentions, bases) == 2016


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("June", "Exports made $5 million in the first half of 2016. Imports made $2 million in June.", months(2016, 6, 6, 30)),
        (
            "the said five months",
            "Exports made $5 million in January-May 2016. May 2016 brought $1 million, the said five months $3 million.",
            months(2016, 1, 5, 31),
        ),
    ],
)
def test_relative_words_of_an_undated_text_lie_in_its_latest_year(words: str, text: str, expected: Period) -> None:
    assert settled(text, words) == expected


def test_months_with_civil_names_are_civil_ones_in_an_iranian_text() -> None:
    text = "TEHRAN - Iran's exports made $5 million in January-March this year. Iran's trade was $9 million in May 2017."
    assert settled(text, "January-March this year") == months(2017, 1, 3, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since July 2019 exports have made [$5 million].", [Period(date(2019, 7, 1), None)]),
        ("Exports grew between 2007 and 2011 by [8%].", [Period(date(2011, 1, 1), date(2011, 12, 31))]),
        ("Exports rose by [6%] in the first two months of 2018.", []),
    ],
)
def test_pieces_of_a_period(text: str, expected: list[Period]) -> None:
    read, one = told(text)
    line = read.line(one)
    (at,) = line.places("period")
    found = pieces(read, one, at, one.kind, read.readings[(one.sentence, at)])
    assert [period for _, period in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Imports were 4% above the [$5 million] of May 2020.", True), ("Imports of above [$5 million] came in May 2020.", False)],
)
def test_what_a_rate_is_above_is_a_base(text: str, expected: bool) -> None:
    read, one = told(text)
    assert (one.index in read.operands) is expected


def test_months_may_be_written_without_capitals() -> None:
    assert [mention.text for mention in scan_periods("it may march on in february")] == ["february"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deficit had reached [$8 million] by the end of August.", [months(2021, 1, 8, 31)]),
        ("The deficit had reached [$8 million] at the end of August.", []),
        ("The deficit had reached [$8 million] by the end of 2020.", []),
        ("The deficit was [$8 million] through August.", [months(2021, 1, 8, 31)]),
        ("The deficit was [$8 million] up to August.", [months(2021, 1, 8, 31)]),
        ("The deficit had reached [$8 million] by 1 September.", [months(2021, 1, 8, 31)]),
        ("The deficit was [$8 million] in August.", []),
        ("The deficit was [$8 million] from June through August.", []),
    ],
)
def test_what_adds_up_by_the_end_of_a_month_is_of_the_year_so_far(text: str, expected: list[Period]) -> None:
    read, one = told(text, "2021-10-04")
    found = [c for at in read.line(one).places("period") for c in meanings(read, one, at, "amount")]
    assert [period for cues, period in found if "until" in cues][:1] == expected


def test_a_period_right_behind_since_only_opens() -> None:
    for words, expected in (("since 2019", True), ("from 2019 onwards", True), ("in 2019", False)):
        read, one = told(f"Peru has sold [$8 million] of it {words}.", "2021-10-04")
        (at,) = read.line(one).places("period")
        whole = next(cues for cues, period in meanings(read, one, at, "amount") if period == months(2019, 1, 12, 31))
        assert ("opens.amount" in whole) is expected


ALL, LAST = Period(date(2015, 1, 1), date(2019, 12, 31)), months(2019, 1, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 2015 and 2019 Chile sold wine for [$8 million].", {ALL}),
        ("Exports rose by an average of [8%] between 2015 and 2019.", {ALL}),
        ("From 2015 to 2019 imports grew [8%] a year.", {ALL}),
        ("From 2015 to 2019 imports grew [8%].", {LAST}),
        ("Between 2015 and 2019 exports tripled and came to [$8 million].", {ALL, LAST}),
        ("Between 2015 and 2019 exports climbed to [$8 million].", {ALL, LAST}),
    ],
)
def test_a_span_of_years_is_told_of_a_sum_an_average_or_a_growth(text: str, expected: set[Period]) -> None:
    read, one = told(text)
    (at,) = read.line(one).places("period")
    assert {period for _, period in meanings(read, one, at, one.kind)} == expected


@pytest.mark.parametrize(
    ("text", "base", "opened"),
    [
        ("Since 2015 trade has grown [threefold].", True, False),
        ("Since May 2015 trade has grown by [8%].", False, True),
        ("Since 2015 Chile has sold [$8 million].", False, True),
        ("Since 2015 Chile has taken [8%] of the exports.", False, True),
    ],
)
def test_a_year_since_which_trade_grew_is_a_base(text: str, base: bool, opened: bool) -> None:
    read, one = told(text, "2021-10-04")
    (at,) = read.line(one).places("period")
    assert ((one.sentence, at) in read.bases) is base
    assert any("since" in cues for cues, _ in meanings(read, one, at, one.kind)) is opened
