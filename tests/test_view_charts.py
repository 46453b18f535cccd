"""Map, growth and coverage: what their selections hold and what is drawn of it, read from the traces."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import outlines, places
from dashboard.charts import charts
from dashboard.charts import coverage as coverage_chart
from dashboard.charts import growth as growth_chart
from dashboard.charts import map as map_chart
from dashboard.marks import Style
from dashboard.selection import Controls, load
from dashboard.selection.catalogue import default_controls
from dashboard.selection.covering import coverage
from dashboard.selection.growing import compared
from dashboard.selection.mapping import mapped
from dashboard.views import views
from tests.small_table import table, year

BRYANSK, KALUGA = "RU-BRY", "RU-KLU"
CONTROLS = Controls("BY", (BRYANSK, KALUGA))


def rate(number: int, percent: float, **more: Any) -> dict[str, Any]:
    """A full year's stated change against the year before, without an amount."""
    base = {"base_start": f"{number - 1}-01-01", "base_end": f"{number - 1}-12-31"}
    return year(number, None, unit_measure=None, bound=None, change_pct=percent, change_bound="exact", **base, **more)


def own(number: int) -> dict[str, Any]:
    return {"source_id": f"other-{number}", "url": f"https://example.org/{number}", "publisher": f"Paper {number}"}


def test_growth_compares_what_is_stated_with_what_figures_give() -> None:
    rows = [year(2015, 80e6), year(2016, 90e6), year(2017, 99e6), rate(2016, 12.4), rate(2017, 25.0), rate(2014, 3.0)]
    found = {row.start.year: row for row in compared(load(table(*rows)), CONTROLS)}
    assert found[2016].agrees is True and found[2016].computed is not None
    assert found[2016].computed.value == pytest.approx(12.5)
    assert found[2017].agrees is False and found[2017].apart == pytest.approx(15.0)
    assert found[2014].computed is None and growth_chart.verdict(found[2014]) == ""


def test_a_hedged_figure_is_not_compared() -> None:
    rows = [year(2015, 80e6), year(2016, 90e6, bound="above"), rate(2016, 40.0)]
    (row,) = compared(load(table(*rows)), CONTROLS)
    assert row.agrees is None and growth_chart.verdict(row) == "hedged, so not compared"


def test_a_rate_against_another_span_is_left_out() -> None:
    against_two_years_before = {"base_start": "2014-01-01", "base_end": "2014-12-31"}
    rows = [year(2016, None, unit_measure=None, bound=None, change_pct=50.0, change_bound="exact", **against_two_years_before)]
    assert compared(load(table(*rows)), CONTROLS) == []


def test_growth_draws_filled_and_hollow_marks_and_joins_pairs() -> None:
    rows = compared(load(table(year(2015, 80e6), year(2016, 90e6), rate(2016, 12.5), rate(2017, 5.0))), CONTROLS)
    traces = {trace["name"]: trace for trace in charts()["growth"].figure(rows, {BRYANSK: Style("Bryansk", 0)})["data"]}
    assert traces["Bryansk, stated"]["y"] == [12.5, 5.0] and traces["Bryansk, computed"]["y"] == [pytest.approx(12.5)]
    assert traces["gap"]["x"][2:] == [None]
    assert all("open" in symbol for symbol in traces["Bryansk, computed"]["marker"]["symbol"])


def test_a_rate_far_beyond_the_rest_stands_at_the_edge_with_its_number() -> None:
    rows = compared(load(table(*(rate(number, 5.0) for number in range(1990, 2015)), rate(2015, 1300.0))), CONTROLS)
    drawn = charts()["growth"].figure(rows, {BRYANSK: Style("Bryansk", 0)})
    (stated,) = [trace for trace in drawn["data"] if trace["name"] == "Bryansk, stated"]
    assert max(stated["y"]) == drawn["layout"]["yaxis"]["range"][1] < 100 and stated["text"][-1] == "+1,300%"


def test_coverage_counts_articles_not_figures() -> None:
    rows = [
        year(2016, 90e6),
        year(2016, 45e6, trade_flow="exports"),
        year(2016, 99e6, **own(1)),
        year(2018, 1e6, counterpart_area=KALUGA),
    ]
    cover = coverage(load(table(*rows)), CONTROLS)
    cell = cover.cells[BRYANSK, 2016]
    assert (cell.articles, cell.figures) == (2, 2) and cell.spread == pytest.approx(9 / 99 * 100)
    assert cover.partners[:2] == (BRYANSK, KALUGA) and cover.years == (2016, 2017, 2018)
    assert coverage_chart.agreement(cell).startswith("the sources are up to")


def test_coverage_says_why_a_year_is_empty() -> None:
    rows = [
        year(2015, 1e6),
        year(2016, 1e6, trade_flow="exports"),
        rate(2017, 5.0),
        year(2018, 1e6, unit_measure="EUR"),
        year(2019, 1e6),
    ]
    cover = coverage(load(table(*rows)), CONTROLS)
    reasons = {number: cover.empty.get((BRYANSK, number)) for number in (2016, 2017, 2018)}
    assert reasons == {2016: "flow", 2017: "rate", 2018: "currency"}


def test_coverage_has_no_columns_for_a_far_target_alone() -> None:
    target = year(2030, 9e6, status="target", published="2018-05-05")
    opened = load(table(year(2015, 1e6), year(2017, 2e6, status="target"), year(2018, 1e6), target))
    cover = coverage(opened, CONTROLS)
    assert cover.years == (2015, 2016, 2017, 2018) and cover.far == 1 and (BRYANSK, 2017) in cover.cells
    told = str(views()["coverage"].show(opened, replace(CONTROLS, view="coverage")).notes)
    assert "1 target of years after 2018 not drawn" in told and "years=..2030" in told
    asked = replace(CONTROLS, years=(None, 2030))
    assert coverage(opened, asked).years[-1] == 2030 and coverage(opened, asked).far == 0
    alone = coverage(load(table(target)), CONTROLS)
    assert alone.years == (2030,) and alone.far == 0


def test_coverage_draws_a_row_for_each_region() -> None:
    cover = coverage(load(table(year(2016, 90e6), year(2016, 99e6, **own(1)))), CONTROLS)
    names = {code: places.name(code) for code in cover.partners}
    heat = charts()["coverage"].figure(cover, names, names)["data"][0]
    assert heat["text"] == [["2 ≠"], [""]] and heat["z"] == [[1], [None]]


@given(st.integers(1, 100_000))
def test_every_number_of_articles_has_a_class(articles: int) -> None:
    place = coverage_chart.step(articles)
    assert coverage_chart.CLASSES[place] <= articles
    assert place == len(coverage_chart.CLASSES) - 1 or articles < coverage_chart.CLASSES[place + 1]
    assert len(coverage_chart.labels()) == len(coverage_chart.CLASSES)


def regions(code: str) -> bool:
    return code.startswith("RU-")


def test_the_map_opens_on_the_latest_year_that_tells_of_many() -> None:
    rows = [year(n, n * 1e4, counterpart_area=code) for n in (2015, 2016) for code in (BRYANSK, KALUGA)] + [year(2019, 7e6)]
    found = mapped(load(table(*rows)), CONTROLS, regions)
    assert found.year == 2016 and found.told == {2015: 2, 2016: 2, 2019: 1}
    assert {point.partner for point in found.points} == {BRYANSK, KALUGA}


def test_a_full_year_stands_before_a_part_of_it() -> None:
    part = {"time_period": "2016-01-01/P9M", "period_end": "2016-09-30"}
    found = mapped(load(table(year(2016, 70e6, **part), year(2016, 90e6))), Controls("BY", span="everything"), regions)
    assert [point.value for point in found.points] == [90e6]


def test_the_map_draws_regions_with_and_without_figures() -> None:
    found = mapped(load(table(year(2016, 90e6))), CONTROLS, regions)
    outline = outlines.Outline("RU", "/assets/maps/regions-RU.json", frozenset({BRYANSK, KALUGA}))
    ground, areas = charts()["map"].figure(found.points, outline, {BRYANSK: "Bryansk", KALUGA: "Kaluga"})["data"]
    assert (ground["locations"], areas["locations"]) == ([KALUGA], [BRYANSK])
    assert areas["customdata"] == ["row0"] and "$90 million" in areas["hovertext"][0]


@given(st.lists(st.integers(-(10**12), 10**12).map(float), min_size=1, max_size=60))
def test_classes_take_every_value_in(values: list[float]) -> None:
    lows = sorted({map_chart._round(value) for value in values})
    assert all(0 <= map_chart.place(value, lows) < len(lows) for value in values)
    assert all(map_chart._round(value) <= value * (1 + 1e-9) + 1e-300 or value < 0 for value in values)
    assert len(map_chart.labels(lows, "USD")) == len(lows)


def test_every_outline_runs_with_the_clock() -> None:
    """d3 takes a ring that runs against it for all of the globe but the area."""
    turned = []
    for path in sorted(outlines.FOLDER.glob("*.json")):
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            shape = feature["geometry"]
            polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            turned += [f"{path.name} {feature['id']}" for rings in polygons if _twice_area(rings[0]) < 0]
    assert turned == []


def _twice_area(ring: list[list[float]]) -> float:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))


@pytest.mark.parametrize("view", ["map", "growth", "coverage"])
def test_an_empty_selection_says_so_in_words(view: str) -> None:
    shown = views()[view].show(load(table(year(2016, 90e6))), Controls("BY", (), flow="balance", view=view))
    assert shown.figure is None and shown.empty and shown.title


def test_rates_of_other_articles_stay_within_reach() -> None:
    rows = [
        rate(2017, 10.0),
        rate(2017, 14.0, published="2017-12-01", **own(1)),
        rate(2017, 10.0, published="2017-12-01", **own(2)),
    ]
    (row,) = compared(load(table(*rows)), CONTROLS)
    assert (row.stated.change, [point.change for point in row.others]) == (10.0, [14.0])
    drawn = {trace["name"]: trace for trace in growth_chart.figure([row], {BRYANSK: Style("Bryansk", 0)})["data"]}
    assert drawn["Bryansk, stated by others"]["customdata"] == ["row1"]
    assert "elsewhere: +14%" in drawn["Bryansk, stated"]["hovertext"][0]


def test_compare_offers_regions_across_a_border_once() -> None:
    sizes = {
        "RU-BRY": 90e6,
        "RU-KRS": 5e6,
        "RU-KGD": 91e6,
        "RU-KLU": 4e6,
        "RU-ORL": 92e6,
        "RU-TUL": 89e6,
        "RU-IVA": 93e6,
        "RU-SMO": 3e6,
    }
    rows = [year(2017, value, counterpart_area=code) for code, value in sizes.items()]
    said = str(views()["compare"].show(load(table(*rows)), Controls("BY", (BRYANSK,), view="compare")).panel)
    alike, beside = said.index("Of similar size in 2017"), said.index("With a common border")
    for name, begin, end in (("Oryol", alike, beside), ("Kursk", beside, len(said)), ("Kaluga", beside, len(said))):
        assert begin < said.index(f"{name} Oblast (") < end
        assert said.count(f"{name} Oblast (") == 1


@pytest.mark.parametrize(("measure", "reason"), [("share", "none of all trade"), ("growth", "of the year before")])
def test_figures_that_cannot_be_measured_so_say_why(measure: str, reason: str) -> None:
    shown = views()["time"].show(load(table(year(2016, 90e6))), Controls("BY", (BRYANSK,), measure=measure))
    assert shown.figure is None
    assert reason in str(shown.empty)
    assert "show amounts" in str(shown.empty)


def test_a_map_that_shows_nobody_is_replaced_and_says_so() -> None:
    shown = views()["map"].show(load(table(year(2016, 90e6))), Controls("BY", (BRYANSK,), view="map", outline="FR"))
    assert shown.figure and "Regions of France: this one is drawn instead" in str(shown.notes)


def test_what_cannot_be_shown_is_told_with_its_own_reason() -> None:
    """Targets alone, one year alone, no partner on any map, no pair of areas at all: each is another thing that is missing."""
    cases = [
        ("compare", table(year(2030, 1e6, status="target")), "forecasts and targets alone"),
        ("growth", table(year(2016, 1e6)), "no two figures lie a year apart"),
        ("map", table(year(2016, 1e6, counterpart_area="WLD")), "No partner of this reporter"),
        ("time", table(year(2016, 1e6, counterpart_area=None)), "trade between two areas"),
    ]
    for view, rows, reason in cases:
        opened = load(rows)
        assert reason in str(views()[view].show(opened, replace(default_controls(opened), view=view)).empty)
