"""The agreement of right rows with their facts in the columns that the score leaves aside."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from parsers.training.agreement import agreements

MODULE: Any = SimpleNamespace(close=lambda got, wanted, upper=None: got is not None and abs(got - wanted) < 0.01)
ROW = {
    "obs_value": 5.0,
    "obs_value_max": None,
    "change_pct": 7.0,
    "change_max": None,
    "change_bound": "about",
    "share_max": None,
    "bound": "exact",
    "base_start": "2019-01-01",
    "base_end": "2019-12-31",
    "period_start": "2020-01-01",
    "period_end": "2020-12-31",
    "kind": "unstated",
    "per": None,
    "share_of": "exports:PE>WLD",
    "product": "green tea",
}


@pytest.mark.parametrize(
    ("name", "fact", "agrees"),
    [
        ("growth", {"obs_value": 5.0, "change_pct": 7.0}, True),
        ("growth", {"obs_value": 5.0, "change_pct": 8.0}, False),
        ("hedge", {"obs_value": 5.0, "bound": "exact"}, True),
        ("base", {"base_start": "2018-01-01", "base_end": "2018-12-31"}, False),
        ("guessed", {}, True),
        ("kind", {"kind": "goods"}, False),
        ("per", {"per": "P1Y"}, False),
        ("share of", {"share_of": "exports:PE>WLD"}, True),
        ("share of", {"share_of": "exports:PE>WLD:tea"}, False),
        ("change bound", {"change_bound": "about"}, True),
        ("range", {"obs_value_max": 6.0}, False),
        ("product words", {"product": "Tea"}, True),
        ("product words", {"product": "coffee"}, False),
    ],
)
def test_what_is_said_is_compared(name: str, fact: dict[str, Any], agrees: bool) -> None:
    found = agreements(MODULE, ROW, fact, [])
    assert found[f"{name} asked"] == 1
    assert bool(found[name]) is agrees


def test_what_neither_says_is_not_asked() -> None:
    dated = {"period_start": "2020-01-01", "period_end": "2020-12-31"}
    assert not +agreements(MODULE, ROW, dated, [])


@pytest.mark.parametrize(
    ("ours", "wanted", "agrees"),
    [
        ("imports:NO>PE", "exports:PE>NO", True),
        ("turnover:NO>PE", "turnover:PE>NO", True),
        ("turnover:NO>PE:tea", "turnover:PE>NO:green tea", True),
        ("exports:NO>PE", "exports:PE>NO", False),
        ("imports:PE>NO", "exports:PE>NO", False),
        ("turnover:NO>PE:tea", "turnover:PE>NO", False),
        (None, "exports:PE>NO", False),
    ],
)
def test_a_whole_may_be_told_from_the_other_side(ours: str | None, wanted: str, agrees: bool) -> None:
    assert bool(agreements(MODULE, {**ROW, "share_of": ours}, {"share_of": wanted}, [])["share of"]) is agrees


@pytest.mark.parametrize(("share", "agrees"), [(30.0, True), (31.0, False)])
def test_a_share_on_a_row_of_its_own_is_compared_too(share: float, agrees: bool) -> None:
    alone = {"share_pct": share, "share_of": "exports:PE>WLD"}
    fact = {"share_pct": 30.0, "share_of": "exports:PE>WLD"}
    assert bool(agreements(MODULE, {**ROW, "share_of": None}, fact, [alone])["share of"]) is agrees
