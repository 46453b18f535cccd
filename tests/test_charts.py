"""Charts by their traces: what is joined, what is not, how doubt is drawn, where labels go."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import axes, format, theme
from dashboard.charts import charts, of_view
from dashboard.marks import Style
from dashboard.selection import Controls, load, points, spans
from dashboard.selection.transform import see
from tests.small_table import table, year

STYLES = {"RU-BRY": Style("Bryansk", 0), "RU-KLU": Style("Kaluga", 1)}
NINE = {"time_period": None, "period_start": "2018-01-01", "period_end": "2018-09-30"}


def found(*rows: dict) -> list:
    return points(load(table(*rows)), Controls("BY", tuple(STYLES), span=spans.EVERYTHING, derived=True))


def drawn(*rows: dict, measure: str = "level", **more) -> dict:
    return charts()["over-time"].figure(see(measure, found(*rows), []), STYLES, measure, **more)


def marked(figure: dict) -> list[dict]:
    return [trace for trace in figure["data"] if trace.get("hovertext")]


def test_every_chart_is_found_by_being_there() -> None:
    assert {"index", "over-time", "panels", "slope", "bump"} <= set(charts())
    assert [chart.id for chart in of_view("compare")] == ["index", "slope", "bump", "difference", "ratio"]


def test_consecutive_years_are_joined_and_no_line_crosses_a_gap() -> None:
    [trace] = marked(drawn(year(2012, 1e6), year(2013, 2e6), year(2015, 3e6)))
    assert [x if x is None else round(x, 2) for x in trace["x"]] == [2012.5, 2013.5, None, 2015.5]
    assert trace["y"] == [1e6, 2e6, None, 3e6]
    assert trace["connectgaps"] is False
    assert trace["text"] == ["", "", "", "$3M"]


@pytest.mark.parametrize("bound", ["about", "above"])
def test_the_words_of_a_lone_figure_keep_out_of_its_whisker(bound: str) -> None:
    [trace] = marked(drawn(year(2012, 1e6, bound=bound), year(2015, 3e6)))
    assert [(text, place) for text, place in zip(trace["text"], trace["textposition"], strict=True) if text] == [
        ("$1M", "middle right"),
        ("$3M", "top center"),
    ]
    [trace] = marked(drawn(year(2012, 1e6), year(2015, 3e6, bound=bound)))
    assert trace["textposition"][-1] == "middle left"


def test_fiscal_and_calendar_years_are_series_of_their_own() -> None:
    fiscal = {"time_period": None, "period_start": "2013-07-01", "period_end": "2014-06-30", "obs_value": 5e6}
    traces = marked(drawn(year(2012, 1e6), year(2013, 2e6), fiscal))
    assert sorted([y for y in trace["y"] if y] for trace in traces) == [[1e6, 2e6], [5e6]]


def test_a_part_of_a_year_is_as_long_as_its_months() -> None:
    [trace] = marked(drawn({**NINE, "obs_value": 7e6}))
    assert (trace["x"][0], trace["x"][2]) == (pytest.approx(2018.0), pytest.approx(2018 + 273 / 365))
    assert trace["y"][:3] == [7e6] * 3
    assert trace["text"][1] == "Jan-Sep"


@pytest.mark.parametrize(("bound", "down", "up"), [("below", True, False), ("above", False, True), ("about", True, True)])
def test_hedges_are_whiskers(bound: str, down: bool, up: bool) -> None:
    [whisker] = [t for t in drawn(year(2012, 1e6, bound=bound))["data"] if t["hoverinfo"] == "skip" and t.get("name") != "leader"]
    heights = [y for y in whisker["y"] if y is not None]
    assert (min(heights) < 1e6, max(heights) > 1e6) == (down, up)


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    ("bound", "symbols"), [("below", ["line-ew-open"]), ("above", ["arrow-up"]), ("about", []), ("exact", [])]
)
def test_heads_of_whiskers_have_one_size_on_screen_whatever_the_years(bound: str, symbols: list[str], log: bool) -> None:
    for years in ((2012, 2013), (2000, 2020)):
        figure = drawn(*(year(one, 1e6 * one, bound=bound) for one in years), log=log)
        heads = [t["marker"] for t in figure["data"] if t["hoverinfo"] == "skip" and t.get("marker")]
        sized = [(s, size) for marker in heads for s, size in zip(marker["symbol"], marker["size"], strict=True) if size]
        assert [symbol for symbol, _ in sized] == symbols * 2 and all(size <= 10 for _, size in sized)
        stems = [t for t in figure["data"] if t["hoverinfo"] == "skip" and t.get("marker")]
        assert all(t["x"][0] == t["x"][1] and t["y"][0] != t["y"][1] for t in stems)


def test_the_whisker_of_a_figure_below_zero_points_away_from_zero() -> None:
    [whisker] = [t for t in drawn(year(2012, -1e6, bound="above"))["data"] if t.get("marker") and t["hoverinfo"] == "skip"]
    assert whisker["y"][1] < whisker["y"][0] and whisker["marker"]["symbol"][1] == "arrow-down"


def test_forecasts_are_hollow_with_a_dashed_way_and_targets_are_diamonds() -> None:
    figure = drawn(year(2012, 1e6), year(2013, 2e6, status="forecast"), year(2015, 3e6, status="target"))
    symbols = {trace["marker"]["symbol"] for trace in marked(figure)}
    assert symbols == {"circle", "circle-open", "diamond-open"}
    assert [t["y"] for t in figure["data"] if t.get("line", {}).get("dash") == "dash"] == [[1e6, 2e6]]


def test_claims_that_differ_are_a_bar_through_all_of_them() -> None:
    figure = drawn(year(2012, 1e6), year(2012, 1.5e6, url="https://example.org/b", published="2013-01-01"))
    [bar] = [trace for trace in figure["data"] if trace.get("opacity") == 0.35]
    assert bar["y"][:2] == [1e6, 1.5e6]
    assert "2 claims" in marked(figure)[0]["hovertext"][0]


def test_computed_points_are_lighter() -> None:
    [trace] = marked(drawn(year(2012, 1e6), year(2013, 2e6, derived=True, formula="a")))
    assert trace["marker"]["opacity"] == [1.0, 0.5]


def test_levels_start_at_zero_with_few_ticks_and_logs_do_not() -> None:
    axis = drawn(year(2012, 1e6), year(2013, 9e8))["layout"]["yaxis"]
    assert axis["range"][0] == 0
    assert len(axis["tickvals"]) <= 6
    assert drawn(year(2012, 1e6), year(2013, 9e8), log=True)["layout"]["yaxis"]["type"] == "log"
    assert drawn(year(2012, -1e6), log=True)["layout"]["yaxis"]["type"] == "linear"


def test_a_relative_hover_still_tells_the_amount() -> None:
    told = marked(drawn(year(2012, 1e6), year(2013, 2e6), measure="index"))[0]["hovertext"][1]
    assert "200" in told
    assert "2012 = 100" in told
    assert "$2 million" in told


def test_an_empty_choice_is_an_empty_figure() -> None:
    for chart in (*of_view("time"), *of_view("compare")):
        assert chart.figure([], STYLES)["data"] == []


def test_figures_are_plain_and_name_only_known_colours() -> None:
    rows = found(
        year(2012, 1e6), year(2013, 2e6), year(2012, 3e6, counterpart_area="RU-KLU"), year(2013, 1e6, counterpart_area="RU-KLU")
    )
    names = theme.palette()["light"]
    assert set(names) == set(theme.palette()["dark"])
    for chart in of_view("compare"):
        text = json.dumps(chart.figure(rows, STYLES))
        assert all(name in names for name in re.findall(r"@[a-z]+(?:-\d)?", text))


def test_ranks_are_of_one_year_each() -> None:
    rows = found(year(2012, 1e6), year(2013, 2e6), year(2013, 3e6, counterpart_area="RU-KLU"))
    traces = {trace["name"]: trace for trace in marked(charts()["bump"].figure(rows, STYLES))}
    assert traces["Bryansk"]["y"] == [-2]
    assert traces["Kaluga"]["y"] == [-1]


def test_words_that_a_close_picture_has_no_room_for_are_named() -> None:
    figure = drawn(year(2010, 1.23e6), year(2012, 1.23e6, counterpart_area="RU-KLU"), year(2023, 9e6), year(2030, 1e6))
    words = {(at, number) for at, trace in enumerate(figure["data"]) for number, text in enumerate(trace.get("text", ())) if text}
    crowded = set(figure["layout"]["meta"]["crowded"])
    assert 0 < len(crowded) < len(words)
    assert crowded < words


@given(st.lists(st.floats(0, 400), max_size=12))
def test_labels_stay_in_order_apart_and_inside(wanted: list[float]) -> None:
    placed = axes.apart(wanted, 400, 19)
    ordered = [placed[place] for place in sorted(range(len(wanted)), key=lambda place: wanted[place])]
    assert all(b - a >= 19 - 1e-6 for a, b in pairwise(ordered))
    assert all(-1e-6 <= height <= 400 + 1e-6 for height in placed)


@given(low=st.floats(-1e12, 1e12), size=st.floats(1e-3, 1e12))
def test_ticks_are_few_and_inside(low: float, size: float) -> None:
    values, texts = axes.ticks(low, low + size, str)
    assert len(values) == len(texts) <= 7


@pytest.mark.parametrize(
    ("value", "unit", "short", "long"),
    [
        (96_300_000, "USD", "$96.3M", "$96.3 million"), (1.2e9, "USD", "$1.2B", "$1.2 billion"),
        (-4.2e6, "EUR", "−€4.2M", "−€4.2 million"),
        (999_999_999, "USD", "$1B", "$1 billion"), (12.5e6, "BYN", "12.5M BYN", "12.5 million BYN"), (0, "USD", "$0", "$0"),
        (888_200_000, "USD", "$888.2M", "$888.2 million"),
    ],
)  # fmt: skip
def test_money_reads_as_one_says_it(value: float, unit: str, short: str, long: str) -> None:
    assert (format.money(value, unit), format.money(value, unit, words=True)) == (short, long)
