"""Periods that a text tells once in full and means again: Iranian days, the year in hand, months; what recalls a base."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import reading

from parsers.model import Period
from parsers.observations.slots.period import candidates


def span(start: str, end: str | None) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end) if end else None)


def months(year: int) -> Period:
    return span(f"{year}-01-01", f"{year}-05-31")


def settled(text: str, words: str, published: str | None = None) -> Period:
    """The likeliest meaning of the last period mention worded so."""
    laid = reading(text, published)
    *_, found = (laid.periods[(s, at)] for s, at, mention in laid.page.mentions("period") if mention.text == words)
    return found


EARLY = "TEHRAN - Iran sold nuts for $3m since the beginning of the current Iranian calendar year (March 20, 2016). "


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        (EARLY + "It was $2m in the first half of this year.", "the first half of this year", span("2016-03-20", "2016-09-21")),
        (
            "Iran sold nuts for $3m in the first half of the Iranian calendar year, which started on March 20, 2016.",
            "the first half of the Iranian calendar year, which started on March 20, 2016",
            span("2016-03-20", "2016-09-21"),
        ),
        (
            "Iran sold nuts for $3m in the first two months of this Iranian year (March 20-May 20, 2016). "
            "Iran sold $9m in the past Iranian year, which ended on March 19, 2016. The two-month period was good.",
            "The two-month period",
            span("2016-03-20", "2016-05-20"),
        ),
        (
            "Iran sold nuts for $3m since the beginning of the current Iranian calendar year (March 21, 2017). "
            "It was $2m in the first half of this year.",
            "the first half of this year",
            span("2017-03-21", "2017-09-22"),
        ),
        (EARLY + "They met on October 22, 2016.", "October 22, 2016", span("2016-10-22", "2016-10-22")),
    ],
)
def test_parts_of_an_iranian_year_begin_and_end_with_the_day_printed(text: str, words: str, period: Period) -> None:
    assert settled(text, words) == period


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Trade will reach $9m in 2018, they said on 9 November. In 2017 it was $7m; this year began well.", "2018-11-09"),
        ("Trade reached $9m in 2018, they said on 9 November.", "2019-11-09"),
        ("They met on 9 November. Last year trade was $9m, more than in 2021.", "2023-11-09"),
        ("They met on 9 November. Trade was $9m, more than in 2021.", "2022-11-09"),
    ],
)
def test_a_day_lies_in_the_year_in_hand(text: str, published: str) -> None:
    assert reading(text).dating.published == date.fromisoformat(published)


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        (
            "Iran sold Turkey nuts for $3m in the first two months of 2002, data of Turkey show. In the first two months of 2001 "
            "it was $2m. Iran bought nuts for $1m in the first two months of the year.",
            "the first two months of the year",
            span("2002-01-01", "2002-02-28"),
        ),
        (
            "Iran's sales to Europe grew to $3m in the first half of this year from $2m in the first six months of 2002.",
            "the first half of this year",
            span("2003-01-01", "2003-06-30"),
        ),
    ],
)
def test_months_are_those_that_the_text_dates_elsewhere(text: str, words: str, period: Period) -> None:
    assert settled(text, words) == period


def test_the_month_is_the_last_one_told() -> None:
    text = "Exports made $2m in May. They made $9m in the first half of this year. Imports for the month made $1m."
    assert settled(text, "the month", "2021-07-05") == span("2021-05-01", "2021-05-31")


def test_months_of_a_fiscal_year_are_those_over() -> None:
    text = "America and India trade. India sold America drugs for $5m in the first eight months of FY26."
    assert settled(text, "the first eight months of FY26", "2025-12-19") == span("2025-04-01", "2025-11-30")


def test_the_said_months_are_those_of_the_year_in_hand() -> None:
    text = "Exports made $5m in January-May 2022. Exports made $4m in January-May 2021. In the said five months imports made $1m."
    text += " In the same period last year they made $2m."
    assert settled(text, "the said five months") == months(2022)
    assert settled(text, "the same period last year") == months(2021)
    assert settled("Exports made $4m in January-May 2021. The said five months were bad.", "The said five months") == months(2021)


def test_the_said_months_may_be_those_of_a_year_named_behind() -> None:
    text = "Exports made $5m in January-May 2022. In the said five months of 2020 they made $4m. The said months were good."
    assert settled(text, "the said five months of 2020") == months(2020)


def test_a_year_told_of_is_not_the_next_one() -> None:
    text = "They hope for $9m in 2023. Exports made $5m in 2022. In the said year they did well."
    assert settled(text, "the said year") == span("2022-01-01", "2022-12-31")


def test_months_are_not_the_last_one() -> None:
    text = "Exports made $2m in May. They made $9m in the first half of this year. Imports for the months under review made $1m."
    assert settled(text, "the months under review", "2021-07-05") == span("2021-01-01", "2021-06-30")


def test_japans_calendar_is_not_that_of_who_trades_with_it() -> None:
    assert settled("Australia sold Japan goods for $5m in FY16.", "FY16", "2017-02-01") == span("2015-07-01", "2016-06-30")
    assert settled("Japan sold goods for $5m in FY16.", "FY16", "2017-02-01") == span("2016-04-01", "2017-03-31")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("the start of this year", span("2024-01-01", None)),
        ("the first ten months of the outgoing FY24", span("2023-07-01", "2024-04-30")),
        ("the first ten months of the current fiscal year FY25", span("2024-07-01", "2025-04-30")),
        ("the first ten months of the past fiscal 2023-24", span("2023-07-01", "2024-04-30")),
        ("three or four years ago", Period()),
        ("four years ago", span("2020-01-01", "2020-12-31")),
    ],
)
def test_wordings(words: str, period: Period) -> None:
    assert settled(f"Pakistan made $5m of it in {words}.", words, "2024-05-05") == period


@pytest.mark.parametrize(
    ("text", "bases", "operands"),
    [
        ("Exports made $7m against a $6m surplus in May and a $5m surplus in April 2020.", ["May", "April 2020"], [1, 2]),
        ("Exports made $7m from $6m (revised from $8m) in May.", ["May"], [1, 2]),
        ("Exports made $7m and a surplus of $5m in May.", [], []),
        ("Exports made 90% of the 2020 level.", ["the 2020"], []),
        ("Nuts made 90% of the 2020 total, and 80% of the five-month figure.", [], []),
        ("Exports made $7m in June, up on the same month of 2020, i.e. $6m.", ["the same month of 2020"], [1]),
        ("Exports made $7m, less than in 2020, when in the same months they made $9m.", ["2020"], [1]),
        ("Exports in 2021 were $7m, which was $6m in 2020.", ["2020"], [1]),
        ("Exports in 2021 were $7m, which was $1m more than forecast.", [], []),
    ],
)
def test_what_recalls_another_time_is_a_base(text: str, bases: list[str], operands: list[int]) -> None:
    laid = reading(text, "2021-07-05")
    assert [laid.page.lines[s].mention(at).text for s, at in sorted(laid.bases)] == bases
    assert sorted(laid.operands) == operands


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2023, 2022 and 2021 exports made $7m, $6m and $5m, respectively.", [{2023}, {2022}, {2021}]),
        ("In 2023 and 2022 exports made $7m, $6m and $5m, respectively.", [{2023, 2022}] * 3),
        ("Exports made $7m in 2023 (2022: $6m; 2021: $5m).", [{2023}, {2022}, {2021}]),
        ("In 2023 exports made $7m (2022: $6m), imports $5m [2022: $4m].", [{2023}, {2022}, {2023}, {2022}]),
        ("Exports made $7m (in 2022 it was $6m).", [set(), {2022}]),
        ("In 2023 exports made $7m ($6m in 2022) and imports $5m.", [{2023}, {2022}, {2023}]),
        ("Exports made $7m (after $6m) in 2023.", [{2023}, {2023}]),
        ("Exports made $7m (the most since $6m, and not $5m, in 2022).", [set(), {2022}, {2022}]),
        ("Exports grew by 8% ($7m in 2022).", [{2022}, {2022}]),
        ("Exports, which cost $7m ($6m in 2022), grew by 8%.", [set(), {2022}, set()]),
        ("In 2023 and 2022 exports made $7m and $6m.", [{2023, 2022}] * 2),
    ],
)
def test_periods_and_figures_in_a_row_go_together_respectively(text: str, years: list[set[int]]) -> None:
    laid = reading(text, "2024-07-05")
    here = [[one.value.start for one in candidates(laid, figure) if "here" in one.cues] for figure in laid.page.figures]
    assert [{start.year for start in starts} for starts in here] == years


def test_of_so_many_months_each_figure_has_its_own_respectively() -> None:
    laid = reading("Exports rose by 4% and 6% in the first two months of 2018, respectively.", None)
    for month, one in enumerate(laid.page.figures, start=1):
        found = [other.value for other in candidates(laid, one) if "here" in other.cues]
        assert [period.start for period in found] == [date(2018, month, 1)]
