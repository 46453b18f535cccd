"""Rows that could not be used are dropped, however likely their parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parsers.model import Observation, Period
from parsers.observations.vetoes import vetoed

YEAR = Period(date(2017, 1, 1), date(2017, 12, 31))
GOOD = Observation("BY", "RU", "turnover", period=YEAR, obs_value=Decimal(5), unit_measure="USD")

KEPT = [
    ("as it is", {}),
    ("one area", {"counterpart_area": None}),
    ("the other area", {"ref_area": None}),
    ("no period", {"period": Period()}),
    ("an open period", {"period": Period(date(2017, 1, 1), None)}),
    ("a rate alone", {"obs_value": None, "unit_measure": None, "change_pct": Decimal(5)}),
    ("a share alone", {"obs_value": None, "unit_measure": None, "share_pct": Decimal(5)}),
    ("no change at all", {"obs_value": None, "unit_measure": None, "change_pct": Decimal(0)}),
    ("one day", {"period": Period(date(2017, 1, 1), date(2017, 1, 1))}),
]
DROPPED = [
    ("no area", {"ref_area": None, "counterpart_area": None}),
    ("a value of nothing", {"obs_value": Decimal(0)}),
    ("no currency", {"unit_measure": None}),
    ("nothing stated", {"obs_value": None}),
    ("a year of long ago", {"period": Period(date(1700, 1, 1), date(1700, 12, 31))}),
    ("a year far ahead", {"period": Period(date(2500, 1, 1), date(2500, 12, 31))}),
    ("an end before its start", {"period": Period(date(2017, 1, 1), date(2016, 12, 31))}),
]


@pytest.mark.parametrize("change", [case[1] for case in KEPT], ids=[case[0] for case in KEPT])
def test_a_usable_row_stays(change: dict[str, object]) -> None:
    assert not vetoed(replace(GOOD, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [case[1] for case in DROPPED], ids=[case[0] for case in DROPPED])
def test_an_unusable_row_goes(change: dict[str, object]) -> None:
    assert vetoed(replace(GOOD, **change))  # type: ignore[arg-type]
