"""Dates for the words of periods where more than one thing is known, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.mentions import calendars
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, each_year, growth_span, readings, resolve
from parsers.mentions.period_year import text_year
from parsers.mentions.periods import scan_periods
from parsers.model import Period

PAKISTAN = PeriodContext(date(2025, 4, 28), fiscal_start=(7, 1))


def expression(text: str) -> PeriodExpression:
    (mention,) = scan_periods(text)
    return mention.value


def civil(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def test_last_year_may_be_the_fiscal_one_where_the_country_has_such() -> None:
    found = readings(expression("last year"), PAKISTAN)
    assert found == (civil(2024), Period(date(2023, 7, 1), date(2024, 6, 30)))


def test_this_year_may_be_the_months_so_far() -> None:
    found = readings(expression("this year"), PeriodContext(date(2020, 9, 30)))
    assert found == (civil(2020), Period(date(2020, 1, 1), None))


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("Over the half-year it fell.", None, (Period(date(2024, 7, 1), date(2024, 12, 31)),)),
        ("It fell in the quarter.", None, (Period(date(2025, 1, 1), date(2025, 3, 31)),)),
        ("It fell in the quarter.", Period(date(2024, 6, 1), date(2024, 6, 30)), (Period(date(2024, 4, 1), date(2024, 6, 30)),)),
        ("It fell in the said two months.", None, ()),
    ],
)
def test_the_half_year_is_the_one_that_closes_with_what_was_told_or_was_over_last(
    text: str, anchor: Period | None, expected: tuple[Period, ...]
) -> None:
    found = readings(expression(text), PeriodContext(date(2025, 4, 28), anchor=anchor))
    assert found[-len(expected) :] == expected


def test_a_year_that_is_over_is_never_open() -> None:
    assert readings(expression("in 2019"), PeriodContext(date(2020, 9, 30))) == (civil(2019),)


def test_a_bare_month_is_the_latest_that_is_over_then_that_of_the_other_period_then_one_to_come() -> None:
    anchor = Period(date(2021, 3, 1), date(2021, 3, 31))
    found = readings(expression("in May"), PeriodContext(date(2024, 3, 9), anchor=anchor))
    assert [period.start for period in found] == [date(2023, 5, 1), date(2021, 5, 1), date(2024, 5, 1)]


def test_a_bare_month_without_any_year_is_unknown() -> None:
    assert resolve(expression("in May"), PeriodContext()) == Period()


def test_the_same_period_is_the_other_one_before_that_of_a_year_earlier() -> None:
    anchor = Period(date(2017, 1, 1), date(2017, 9, 30))
    found = readings(expression("in the same period"), PeriodContext(anchor=anchor))
    assert found == (anchor, Period(date(2016, 1, 1), date(2016, 9, 30)))


def test_the_previous_month_of_a_long_period_counts_from_publication() -> None:
    context = PeriodContext(date(2017, 11, 1), anchor=Period(date(2017, 1, 1), date(2017, 9, 30)))
    assert resolve(expression("the previous month"), context) == Period(date(2017, 10, 1), date(2017, 10, 31))


@pytest.mark.parametrize(("named_after", "first"), [("end", date(1985, 4, 1)), ("start", date(1986, 4, 1))])
def test_a_fiscal_year_is_named_after_its_end_or_its_start(named_after: str, first: date) -> None:
    context = PeriodContext(fiscal_start=(4, 1), fiscal_named_after=named_after)  # type: ignore[arg-type]
    assert resolve(expression("fiscal 1986"), context).start == first


def test_two_years_in_one_are_two_years_where_years_begin_in_january() -> None:
    assert resolve(expression("in 2022-23"), PeriodContext()) == Period(date(2022, 1, 1), date(2023, 12, 31))


def test_the_iranian_year_of_a_text_is_asked_for_by_the_context() -> None:
    assert resolve(expression("last year"), PeriodContext(year=2018, solar=True)) == Period(date(2017, 3, 21), date(2018, 3, 20))


def test_months_of_the_iranian_year_are_longer_in_its_first_half() -> None:
    year = date(2018, 3, 21)
    assert [calendars.months_in(year, 0, n).end for n in (1, 5, 6, 9, 12)] == [
        date(2018, 4, 20),
        date(2018, 8, 22),
        date(2018, 9, 22),
        date(2018, 12, 21),
        date(2019, 3, 20),
    ]


def test_a_leap_day_moves_to_the_end_of_its_month() -> None:
    february = Period(date(2020, 2, 1), date(2020, 2, 29))
    assert calendars.shifted(february, -12) == Period(date(2019, 2, 1), date(2019, 2, 28))
    assert calendars.shifted(calendars.shifted(february, -12), 12) == february


def test_growth_over_years_has_a_base_and_an_end() -> None:
    assert growth_span(expression("between 2019 and 2024"), Period()) == (civil(2019), civil(2024))
    assert growth_span(expression("in five years"), civil(2021)) == (civil(2016), civil(2021))
    assert growth_span(expression("in recent years"), civil(2021)) == (Period(), civil(2021))


@pytest.mark.parametrize("text", ["a year earlier", "year-on-year", "the same period of 2016", "the period under review"])
def test_words_that_compare_mean_nothing_without_the_other_period(text: str) -> None:
    assert readings(expression(text), PeriodContext(date(2023, 4, 13))) == ()


def test_a_level_of_several_years_is_one_of_each() -> None:
    assert each_year(expression("in 2020-2021"), PeriodContext()) == (civil(2020), civil(2021))
    assert each_year(expression("for the past two years"), PeriodContext(date(2023, 4, 13))) == (civil(2021), civil(2022))
    assert each_year(expression("for the past two years"), PeriodContext()) == ()
    assert each_year(expression("in the next two years"), PeriodContext(date(2023, 4, 13))) == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sales reached a peak in the first half of this year, up from a trough in 2002.", 2003),
        ("Last year they sold 3 bn more than in 2022.", 2024),
        ("It began in 2002. Much later, this year, it ended.", None),
        ("It began in 2002. This year it ended.", None),
        ("Sales made 5 bn in May, up from the same month of 2016.", 2017),
        ("In the previous year (2017) they fell.", 2018),
        ("In the past Iranian year (ended on March 20, 2019) and again this year.", 2019),
        ("Saffron slept through the past Iranian year 1397 and woke this year.", 2019),
        ("Saffron slept in the Iranian year 1397 and wakes this year.", 2019),
        ("In 2017 it fell.", None),
        ("Nothing is dated.", None),
    ],
)
def test_a_text_tells_its_year_by_contrast_or_in_brackets(text: str, year: int | None) -> None:
    mentions = scan_periods(text)
    assert text_year(text, mentions, frozenset({mentions[-1].start} if mentions else ())) == year


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the start of this year", (Period(date(2020, 1, 1), None), civil(2020))),
        ("early 2019", (Period(date(2019, 1, 1), None), civil(2019))),
    ],
)
def test_an_opening_is_of_the_year_that_it_names(text: str, found: tuple[Period, ...]) -> None:
    assert readings(expression(text), PeriodContext(date(2020, 9, 30))) == found
