"""Spans and their SDMX names, both ways."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.tables.spans import add_months, months_between, parse_time_period, time_period, year_earlier

CASES = list(csv.DictReader((Path(__file__).parent / "corpus/tables/time_period.csv").open(encoding="utf-8")))
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("case", CASES, ids=[case["expected"] for case in CASES])
def test_names_both_ways(case: dict[str, str]) -> None:
    start, end = date.fromisoformat(case["start"]), date.fromisoformat(case["end"])
    assert time_period(start, end) == case["expected"]
    assert parse_time_period(case["expected"]) == (start, end)


@given(DAYS, st.integers(0, 3000))
def test_any_span_comes_back(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    assert parse_time_period(time_period(start, end) or "") == (start, end)


@pytest.mark.parametrize(("start", "end"), [(None, None), (date(2012, 1, 1), None), (None, date(2012, 1, 1))])
def test_an_open_span_has_no_name(start: date | None, end: date | None) -> None:
    assert time_period(start, end) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [("2012-A1", "2012-12-31"), ("2012-T2", "2012-08-31"), ("2020-W01", "2020-01-05"), ("2012-M02", "2012-02-29")],
)
def test_other_names_of_the_standard_are_read(text: str, end: str) -> None:
    assert parse_time_period(text)[1] == date.fromisoformat(end)


@pytest.mark.parametrize(
    "text", ["", "2012-13", "2012-Q5", "2012-S0", "2012-01-01/P", "2012-01-01/P0D", "twelve", "2012-01-32", "12"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_time_period(text)


def test_a_year_earlier_keeps_whole_months() -> None:
    assert year_earlier(date(2012, 2, 1), date(2012, 2, 29)) == (date(2011, 2, 1), date(2011, 2, 28))
    assert year_earlier(date(2013, 1, 1), date(2013, 2, 28)) == (date(2012, 1, 1), date(2012, 2, 29))
    assert year_earlier(date(2022, 4, 1), date(2023, 3, 31)) == (date(2021, 4, 1), date(2022, 3, 31))
    assert year_earlier(date(2020, 2, 10), date(2020, 2, 29)) == (date(2019, 2, 10), date(2019, 2, 28))


def test_months_are_counted_only_where_they_are_whole() -> None:
    assert months_between(date(2017, 1, 1), date(2017, 10, 1)) == 9
    assert months_between(date(2017, 1, 1), date(2017, 9, 30)) is None
    assert add_months(date(2017, 1, 31), -1) == date(2016, 12, 31)
