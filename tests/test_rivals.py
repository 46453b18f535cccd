"""Of two numbers for one statistic the less sure one is doubted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parsers.model import Observation, Period
from parsers.observations.rivals import doubted

YEAR = Period(date(2017, 1, 1), date(2017, 12, 31))
SURE = Observation("BY", "RU", "turnover", period=YEAR, obs_value=Decimal(96), margins={"fact": 0.9, "period": 0.9})
UNSURE = replace(SURE, obs_value=Decimal(71), margins={"fact": 0.9, "period": 0.4})


def _margins(*rows: Observation) -> list[float]:
    return [row.margins["single"] for row in doubted(rows)]


def test_the_less_sure_of_two_is_doubted() -> None:
    assert _margins(SURE, UNSURE) == [1.0, 0.5]
    assert _margins(UNSURE, replace(SURE, ref_area="RU", counterpart_area="BY")) == [0.5, 1.0]


@pytest.mark.parametrize(
    "change",
    [
        {"obs_value": Decimal(96)},
        {"obs_value": Decimal("95.8")},
        {"period": Period(date(2016, 1, 1), date(2016, 12, 31))},
        {"trade_flow": "exports"},
        {"product": "rice"},
        {"status": "target"},
        {"obs_value": None, "change_pct": Decimal(71)},
    ],
    ids=["said again", "rounded", "another period", "another flow", "a product", "a target", "a rate"],
)
def test_another_statistic_or_the_same_number_leaves_a_row_alone(change: dict[str, object]) -> None:
    assert _margins(SURE, replace(UNSURE, **change)) == [1.0, 1.0]  # type: ignore[arg-type]
