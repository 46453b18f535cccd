"""What is seen of selected figures: indices, growth, shares, comparisons, and pages of rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.selection import Controls, Point, count, growing, load, points, spans
from dashboard.selection.catalogue import default_controls
from dashboard.selection.comparing import compared, latest_common, pairs, ranks, slope_periods
from dashboard.selection.grid import page
from dashboard.selection.rows import undated_targets
from dashboard.selection.transform import growth, index, monthly, quotient, share
from dashboard.views import compare
from dashboard.views import growth as growth_view
from tests.browsing import observations
from tests.small_table import table, year

# ---- what is seen of the figures


def drawn(*rows: dict) -> list[Point]:
    return points(load(table(*rows)), Controls("BY", ("RU-BRY", "RU-KLU"), span=spans.EVERYTHING))


def test_an_index_has_a_base_for_each_region_and_names_it() -> None:
    seen = index(drawn(year(2015, 50.0), year(2016, 75.0, bound="above"), year(2016, 10.0, counterpart_area="RU-KLU")))
    assert [(s.value, s.note, s.bound) for s in seen] == [
        (100.0, "2015 = 100", "exact"), (150.0, "2015 = 100", "above"), (100.0, "2016 = 100", "exact"),
    ]  # fmt: skip


def test_growth_is_only_between_identical_spans_a_year_apart() -> None:
    nine = {"period_start": "2017-01-01", "period_end": "2017-09-30", "obs_value": 99.0, "time_period": None}
    seen = growth(drawn(year(2014, 40.0), year(2016, 50.0), year(2017, 60.0), nine))
    assert [(round(s.value, 6), s.note) for s in seen] == [(20.0, "against 2016")]


def test_an_average_per_month_makes_spans_comparable() -> None:
    nine = {"period_start": "2017-01-01", "period_end": "2017-09-30", "obs_value": 90.0, "time_period": None}
    assert [s.value for s in monthly(drawn(year(2016, 120.0), nine))] == [10.0, 10.0]


def test_a_share_is_of_the_whole_of_the_same_period() -> None:
    opened = load(table(year(2016, 25.0), year(2017, 30.0), year(2016, 100.0, counterpart_area="WLD", bound="above")))
    part, whole = (points(opened, Controls("BY", (code,))) for code in ("RU-BRY", "WLD"))
    assert [(s.value, s.bound) for s in share(part, whole)] == [(25.0, "below")]


@pytest.mark.parametrize(
    ("own", "base", "bound"),
    [("exact", "exact", "exact"), ("above", "exact", "above"), ("exact", "above", "below"), ("above", "below", "above"),
     ("above", "above", "about"), ("about", "exact", "about"), ("exact", "about", "about")],
)  # fmt: skip
def test_hedges_travel_into_quotients(own: str, base: str, bound: str) -> None:
    first, second = drawn(year(2016, 50.0, bound=base), year(2017, 60.0, bound=own))
    assert quotient(second, first) == bound


def test_regions_are_compared_over_their_own_years_and_ranked_in_one() -> None:
    found = drawn(year(2013, 50.0), year(2017, 100.0), year(2017, 300.0, counterpart_area="RU-KLU"))
    assert latest_common(found) == (date(2017, 1, 1), date(2017, 12, 31))
    lines = {line.partner: line for line in compared(found, [p for p in found if p.start.year == 2017])}
    line = lines["RU-BRY"]
    assert (line.absolute, line.relative, line.years, line.rank, line.ranked) == (50.0, 100.0, 4, 2, 2)
    assert line.yearly == pytest.approx((2**0.25 - 1) * 100)
    assert lines["RU-KLU"].relative is None


@pytest.mark.parametrize(
    ("hedge", "change", "relative", "yearly"),
    [
        ("above", "more than +$50 million", "more than +100%", "more than +18.9%"),
        ("exact", "+$50 million", "+100%", "+18.9%"),
    ],
)
def test_hedges_travel_into_every_change(hedge: str, change: str, relative: str, yearly: str) -> None:
    lines = compared(drawn(year(2013, 50e6), year(2017, 100e6, bound=hedge)), [])
    (row,) = compare.texts(lines, "2017", {}).rows
    assert row[4:7] == (change.replace(" million", "M"), relative, f"{yearly} over 4 years")


@pytest.mark.parametrize(("bound", "ending"), [("exact", "for 2 of 2 spans"), ("above", "for 1 of 1 span (1 hedged left out)")])
def test_hedged_growth_is_said_to_be_left_out(bound: str, ending: str) -> None:
    told = [year(2015, 50.0), year(2016, 60.0, change_pct=20.0), year(2017, 66.0, change_pct=10.0, change_bound=bound)]
    controls = Controls("BY", ("RU-BRY",), view="growth", span=spans.EVERYTHING)
    rows = growing.compared(load(table(*told)), controls)
    assert growth_view.title(controls, rows).endswith(ending)


def test_ranks_never_mix_dates() -> None:
    found = drawn(year(2016, 50.0), year(2017, 100.0), year(2017, 300.0, counterpart_area="RU-KLU"))
    assert [(p.partner, p.start.year, rank, size) for p, rank, size in ranks(found)] == [
        ("RU-BRY", 2017, 2, 2),
        ("RU-KLU", 2017, 1, 2),
    ]
    assert slope_periods(found) is not None


def test_a_difference_is_over_the_periods_that_both_have() -> None:
    found = drawn(year(2016, 50.0), year(2017, 100.0), year(2017, 300.0, counterpart_area="RU-KLU", bound="above"))
    assert [(s.value, s.bound) for s in pairs(found, "RU-BRY", "RU-KLU", ratio=False)] == [(-200.0, "below")]
    assert [s.value for s in pairs(found, "RU-KLU", "RU-BRY", ratio=True)] == [3.0]


def test_targets_without_a_year_are_kept_apart() -> None:
    opened = load(table(year(2017, 5.0), year(2017, 9.0, status="target", period_start=None, period_end=None, time_period=None)))
    asked = Controls("BY", ("RU-BRY",))
    assert [p.value for p in points(opened, asked)] == [5.0]
    assert [p.value for p in undated_targets(opened, asked)] == [9.0]


# ---- pages of rows


def test_the_grid_filters_and_sorts() -> None:
    opened = load(observations())
    asked = replace(default_controls(opened), rows="all")
    request = {
        "startRow": 0, "endRow": 5, "sortModel": [{"colId": "obs_value", "sort": "desc"}],
        "filterModel": {
            "trade_flow": {"filterType": "text", "type": "equals", "filter": "Turnover"},
            "obs_value": {"filterType": "number", "type": "lessThan", "filter": 3e8},
            "period_start": {"filterType": "date", "type": "inRange", "dateFrom": "2012-01-01",
                             "dateTo": "2016-01-01 00:00:00"},
        },
    }  # fmt: skip
    found, total = page(opened, asked, request)
    full = observations()
    wanted = full[
        (full["trade_flow"] == "turnover") & (full["obs_value"] < 3e8) & full["period_start"].between("2012-01-01", "2016-01-01")
    ]
    assert total == len(wanted)
    assert list(found["obs_value"]) == sorted(wanted["obs_value"], reverse=True)[:5]


@pytest.mark.parametrize(
    "model", [{"row; DROP TABLE observations": {"type": "equals", "filter": "x"}}, {"title": {"type": "no such"}}, {}]
)
def test_the_grid_passes_over_words_it_does_not_know(model: dict) -> None:
    opened = load(observations())
    found, total = page(
        opened, default_controls(opened), {"filterModel": model, "sortModel": [{"colId": "nothing; --", "sort": "asc"}]}
    )
    assert total == len(found) == count(opened, default_controls(opened))
