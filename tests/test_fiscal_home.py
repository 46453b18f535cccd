"""Whose fiscal year a text goes by, and months whose year stands behind a flow."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import reading, told

from parsers.model import Period
from parsers.observations.slots.period_pieces import pieces


def span(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def settled(text: str, words: str, published: str | None) -> tuple[Period, ...]:
    """All that the last period mention worded so may mean."""
    read = reading(text, published)
    *_, found = (read.readings[(s, at)] for s, at, mention in read.page.mentions("period") if mention.text == words)
    return found


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "Japan week. Kenya's tea exports to Japan came to $5m in 2016-17. Tokyo spoke in Japan.",
            span("2016-07-01", "2017-06-30"),
        ),
        ("Goods to Kenya. Japan's exports to Kenya came to $5m in 2016-17.", span("2016-04-01", "2017-03-31")),
        ("Trade with Kenya came to $5m in 2016-17.", span("2016-07-01", "2017-06-30")),
    ],
)
def test_a_fiscal_year_is_that_of_whose_flows_are_told(text: str, period: Period) -> None:
    assert settled(text, "2016-17", "2018-03-01")[0] == period


def test_two_partners_in_a_sentence_do_not_bring_their_calendar() -> None:
    text = "In Kenya exports rose. Kenya's exports rose. They came to $9m in 2016-17, $5m of it to Chile and $2m to India."
    assert settled(text, "2016-17", "2018-03-01")[0] == span("2016-07-01", "2017-06-30")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Peru's exports to Iran fell. Peru sells to Iran, and buys from Iran.", (1, 1)),
        ("Iran's exports to Peru and to Chile fell, Iran said.", (3, 21)),
        ("Peru waits. Peru hopes. Iran's exports to Peru fell in the Iranian year 1399.", (3, 21)),
    ],
)
def test_a_partner_alone_does_not_bring_the_iranian_year(text: str, start: tuple[int, int]) -> None:
    assert reading(text, "2021-06-01").fiscal_start == start


def test_the_commonest_country_gives_the_iranian_year() -> None:
    text = "Iran waits. Iran hopes. Kenya's exports to Iran came to $5m in the first half of this year."
    assert settled(text, "the first half of this year", "2019-10-20")[0] == span("2019-03-21", "2019-09-22")


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("The March surplus last year was $5m.", "The March", span("2018-03-01", "2018-03-31")),
        ("First-half exports in 2016 came to $5m.", "First-half", span("2016-01-01", "2016-06-30")),
        ("March exports rose from last year.", "March", span("2019-03-01", "2019-03-31")),
        ("March exports of the year came to $5m.", "March", span("2019-03-01", "2019-03-31")),
    ],
)
def test_a_flow_may_part_months_from_their_year(text: str, words: str, period: Period) -> None:
    assert settled(text, words, "2019-10-20")[0] == period


def test_the_year_after_is_counted_from_the_one_before_it() -> None:
    assert settled("In 2016 sales made $3m, and $4m the year after.", "the year after", "2019-10-20")[0] == span(
        "2017-01-01", "2017-12-31"
    )
    read = reading("Sales fell in the year after the war.", "2019-10-20")
    assert not read.page.mentions("period")


def test_what_opens_may_be_yet_to_come() -> None:
    read, one = told("Exports could fall by $[5 million] from December onwards.".replace("$[", "[$"), "2019-10-20")
    ((_, at, _),) = read.page.mentions("period")
    opened = [period.start for cues, period in pieces(read, one, at, "amount", read.readings[(0, at)]) if cues[0] == "since"]
    assert opened == [date(2018, 12, 1), date(2019, 12, 1)]


def test_the_end_of_a_year_is_read_by_both_calendars_in_a_text_on_iran() -> None:
    found = settled("Iran waits. Iran hopes. It will be $5m by the end of this year.", "the end of this year", "2019-10-20")
    assert span("2019-03-21", "2020-03-20") in found
    assert span("2019-01-01", "2019-12-31") in found


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("the 2024 fiscal year", span("2023-07-01", "2024-06-30")),
        ("the first half of the 2024 financial year", span("2023-07-01", "2023-12-31")),
        ("fiscal Q2", span("2024-10-01", "2024-12-31")),
        ("the 2024 year", span("2024-01-01", "2024-12-31")),
    ],
)
def test_a_number_in_front_may_count_fiscal_years(words: str, period: Period) -> None:
    text = f"Kenya's exports to Chile came to $5m in {words}."
    read = reading(text, "2025-02-10")
    assert read.readings[(0, next(at for _, at, _ in read.page.mentions("period")))][0] == period


@pytest.mark.parametrize(
    ("text", "publisher", "start"),
    [
        ("KARACHI: India's exports came to $5m in FY2024.", None, (7, 1)),
        ("Tea sells\n\nKARACHI: India's exports came to $5m in FY2024.", None, (7, 1)),
        ("KARACHI: India's exports came to $5m in FY2024.", "BelTA", (4, 1)),
        ("LIMA: India's exports came to $5m in FY2024.", None, (4, 1)),
        ("India's exports came to $5m in FY2024. Karachi sold more.", None, (4, 1)),
    ],
)
def test_a_text_of_an_unknown_publisher_counts_as_where_it_was_written(
    text: str, publisher: str | None, start: tuple[int, int]
) -> None:
    assert reading(text, "2024-09-10", publisher=publisher).fiscal_start == start
