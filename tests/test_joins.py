"""Rates told apart from their value join it where they are of one statistic, and stay apart elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parsers.model import Observation, Period
from parsers.observations.joins import joined

Y2016, Y2017 = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2016, 2017))
VALUE = Observation("BY", "RU", "exports", period=Y2017, obs_value=Decimal(125), unit_measure="USD")
RATE = Observation("BY", "RU", "exports", period=Y2017, change_pct=Decimal(25), base=Y2016, known={"base": "stated"})


def test_a_rate_told_apart_joins_the_value_of_its_statistic() -> None:
    (row,) = joined([RATE, VALUE])
    assert (row.obs_value, row.change_pct, row.base, row.known["base"]) == (VALUE.obs_value, RATE.change_pct, Y2016, "stated")


def test_of_two_rates_the_one_against_the_year_before_joins() -> None:
    against_2014 = replace(RATE, change_pct=Decimal(80), base=Period(date(2014, 1, 1), date(2014, 12, 31)))
    assert [(row.obs_value, row.change_pct) for row in joined([against_2014, RATE, VALUE])] == [(None, 80), (125, 25)]


@pytest.mark.parametrize(
    "change",
    [{"period": Y2016}, {"counterpart_area": "KZ"}, {"trade_flow": "imports"}, {"product": "tea"}, {"status": "target"}],
    ids=str,
)
def test_a_rate_of_another_statistic_stays_apart(change: dict[str, object]) -> None:
    rows = [replace(RATE, **change), VALUE]  # type: ignore[arg-type]
    assert joined(rows) == rows


def test_a_rate_that_two_values_come_to_joins_the_later_one() -> None:
    earlier = replace(VALUE, period=Y2016, obs_value=Decimal(100))
    (first, second) = joined([replace(RATE, counterpart_area="KZ"), VALUE, earlier])
    assert (first.change_pct, second.change_pct) == (25, None)


@pytest.mark.parametrize(("start", "rows"), [(41, 1), (60, 2), (0, 2)])
def test_a_rate_without_a_period_joins_the_value_of_the_sentence_in_front(start: int, rows: int) -> None:
    value, told_of = (replace(row, period=Period()) for row in (VALUE, RATE))
    value = replace(value, sentence_start=10, sentence_end=40)
    assert len(joined([value, replace(told_of, sentence_start=start, sentence_end=start + 9)])) == rows


def test_what_one_side_exports_is_what_the_other_imports() -> None:
    rate = replace(RATE, ref_area="RU", counterpart_area="BY", trade_flow="imports")
    (row,) = joined([VALUE, rate])
    assert (row.trade_flow, row.obs_value, row.change_pct) == ("exports", 125, 25)


@pytest.mark.parametrize("change", [{"trade_flow": "imports"}, {"ref_area": "RU", "counterpart_area": "BY"}])
def test_what_goes_the_other_way_is_another_flow(change: dict[str, str]) -> None:
    assert len(joined([VALUE, replace(RATE, **change)])) == 2  # type: ignore[arg-type]


def test_a_countrys_imports_from_the_world_are_none_of_its_exports() -> None:
    value, rate = replace(VALUE, counterpart_area="WLD"), replace(RATE, counterpart_area="WLD", trade_flow="imports")
    assert len(joined([value, rate])) == 2


@pytest.mark.parametrize(("sure", "rows"), [(0.9, 1), (0.5, 1), (0.4, 2)])
def test_a_sure_rate_is_not_lost_in_a_doubtful_value(sure: float, rows: int) -> None:
    assert len(joined([replace(VALUE, confidence=sure), replace(RATE, confidence=0.95)])) == rows


def test_between_two_values_a_rate_stays_apart() -> None:
    rows = [RATE, VALUE, replace(VALUE, obs_value=Decimal(130))]
    assert joined(rows) == rows
