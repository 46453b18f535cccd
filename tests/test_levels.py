"""Which of the levels of a flow a printed rate leads to, and which rows tell one level twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parsers.model import Observation, Period, Role
from parsers.observations.levels import echoed, grew, rehomed

Y2015, Y2016, Y2017 = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2015, 2016, 2017))
MAY_2016 = Period(date(2016, 5, 1), date(2016, 5, 31))
NEW = Observation("PE", "CL", "exports", period=Y2017, obs_value=Decimal("5.23E6"), unit_measure="USD")
OLD = replace(NEW, period=Y2016, obs_value=Decimal("5.02E6"))
GROWN = replace(
    OLD, change_pct=Decimal(4), change_bound="exact", base=Y2015, known={"base": "inferred"}, roles=(Role("change", 3, 5),)
)


@pytest.mark.parametrize(
    ("old", "new", "rate", "comes"),
    [
        ("100", "125", "25", True),
        ("100", "75", "-25", True),
        ("502", "523", "4", True),
        ("502", "523", "3.7", False),
        ("502", "523", "4.2", True),
        ("2.33E9", "3.155E9", "35.23", True),
        ("100", "125", "20", False),
        ("5E9", "6E9", "25", False),
        ("0", "5", "25", False),
    ],
)
def test_two_levels_come_to_a_rate_as_exactly_as_they_are_printed(old: str, new: str, rate: str, comes: bool) -> None:
    rows = (replace(OLD, obs_value=Decimal(old)), replace(NEW, obs_value=Decimal(new)))
    assert grew(*rows, replace(NEW, change_pct=Decimal(rate))) is comes
    assert not grew(*reversed(rows), replace(NEW, change_pct=Decimal(rate)))


def test_a_growth_that_leads_to_a_later_level_goes_over_to_it() -> None:
    (old, new) = rehomed([GROWN, NEW])
    assert (old.change_pct, old.base, old.roles, old.known) == (None, Period(), (), {})
    assert (new.change_pct, new.base, new.roles) == (4, Y2016, GROWN.roles)


@pytest.mark.parametrize(
    "change",
    [
        {"change_pct": Decimal(9)},
        {"change_bound": "above"},
        {"period": MAY_2016},
        {"period": Y2015},
        {"counterpart_area": "BR"},
        {"product": "tea"},
        {"unit_measure": "EUR"},
        {"status": "target"},
    ],
    ids=str,
)
def test_a_growth_that_leads_to_no_later_level_stays(change: dict[str, object]) -> None:
    rows = [replace(GROWN, **change), NEW]  # type: ignore[arg-type]
    assert rehomed(rows) == rows


@pytest.mark.parametrize("earlier", ["4.83E6", "3.1E6"])
def test_a_growth_of_a_level_with_one_of_the_year_before_stays(earlier: str) -> None:
    rows = [replace(NEW, period=Y2015, obs_value=Decimal(earlier)), GROWN, NEW]
    assert rehomed(rows) == rows


@pytest.mark.parametrize(
    ("rough", "bound", "taken"),
    [("5.0E6", "above", True), ("5.2E6", "above", False), ("5.1E6", "below", True), ("5.0E6", "exact", False)],
)
def test_a_hedged_level_tells_the_growth_of_the_exact_one(rough: str, bound: str, taken: bool) -> None:
    hedged = replace(GROWN, obs_value=Decimal(rough), bound=bound)  # type: ignore[arg-type]
    (row, _) = echoed([replace(OLD, obs_value=Decimal("5.08E6")), hedged])
    assert row.change_pct == (4 if taken else None)


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        ({"obs_value": Decimal("5.03E6")}, True),
        ({"obs_value": Decimal("5.12E6")}, False),
        ({"period": Y2017}, False),
        ({"period": MAY_2016}, False),
        ({"unit_measure": "EUR"}, False),
        ({"product": "tea"}, False),
        ({"counterpart_area": "BR"}, False),
    ],
    ids=str,
)
def test_a_level_told_twice_has_its_growth_twice(change: dict[str, object], taken: bool) -> None:
    (row, _) = echoed([replace(OLD, **change), GROWN])  # type: ignore[arg-type]
    assert row.change_pct == (4 if taken else None)


def test_a_number_of_many_digits_is_one_level_whomever_it_is_read_of() -> None:
    value = Decimal("5.0237E6")
    (row, _) = echoed([replace(OLD, counterpart_area="WLD", obs_value=value), replace(GROWN, obs_value=value)])
    assert row.change_pct == 4


def test_of_two_growths_of_one_level_neither_is_taken_over() -> None:
    (row, *_) = echoed([OLD, GROWN, replace(GROWN, change_pct=Decimal(7))])
    assert row.change_pct is None
