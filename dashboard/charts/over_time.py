"""Trade by region over time: full years joined, parts of years as long as they are, doubt drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from dashboard import axes, format, marks, places, theme
from dashboard.charts import Chart, Figure
from dashboard.marks import Reach, Say, Style
from dashboard.selection import Point, spans
from dashboard.selection.others import OTHER
from dashboard.selection.transform import Seen, levels, series

HEIGHT = 480
LABEL_ROOM = 184
# Of the plot: with room enough, and the least beside the labels at the ends of lines; the page says by its own width which it is.
WIDTH, CLOSE = 640, 370
LABEL_STEP = 19
LABELLED_SEGMENTS = 14


def figure(
    rows: Sequence[Seen],
    styles: dict[str, Style],
    measure: str = "level",
    log: bool = False,
    targets: Sequence[Point] = (),
    flags: Mapping[str, str] = MappingProxyType({}),
) -> Figure:
    """One axis, one unit; ``styles`` has a name and a colour for each partner, ``targets`` without a date are lines across,
    ``flags`` say by their ids what does not fit of the points."""
    layout = theme.layout(HEIGHT, right=LABEL_ROOM)
    rows = [row for row in rows if row.point.start and row.point.end]
    if not rows:
        return {"data": [], "layout": layout}
    say = marks.speaker(measure, rows[0].point.unit)
    low, high = extent([*rows, *levels(list(targets))], measure, log := log and all(row.low > 0 for row in rows))
    layout["xaxis"].update(time_axis(rows))
    layout["yaxis"].update(value_axis(low, high, say, log))
    labels = ends(last_rows(rows, styles), styles, layout)
    layout["annotations"] = [label for label, _ in labels] + _said_without_date(targets, log)
    layout["shapes"] = [_across(point, styles) for point in targets]
    drawn = traces(rows, styles, say, measure, reach(low, high, log, 0.045))
    axes.thin_out(drawn, layout, WIDTH)
    layout["meta"] = {"crowded": [(at + len(labels), number) for at, number in axes.crowded(drawn, layout, CLOSE)]}
    badges = marks.badges(rows, flags)
    return {"data": [leader for _, leader in labels] + drawn + badges, "layout": layout}


def traces(rows: Sequence[Seen], styles: dict[str, Style], say: Say, measure: str, whisker: Reach) -> list[dict[str, Any]]:
    """Everything drawn for the rows, series by series, doubt below the points."""
    drawn: list[dict[str, Any]] = []
    shown = {row.point: row for row in rows}
    groups = {key: [shown[point] for point in points] for key, points in series(shown).items()}
    labelled = sum(not spans.full_year(row.point.span) for row in rows) <= LABELLED_SEGMENTS
    alone = len({row.point.span for row in rows}) == 1 and not labelled
    for (partner, span, status), group in groups.items():
        style = styles[partner]
        drawn += [marks.conflicts(group, style), marks.whiskers(group, style, whisker)]
        if status != "actual":
            drawn.append(marks.said(group, style, say, measure, "circle" if status == "forecast" else "diamond"))
            drawn += _bridges(groups.get((partner, span, "actual"), []), group, style) if status == "forecast" else []
        elif spans.full_year(span):
            drawn.append(marks.yearly(group, style, say, measure))
        else:
            drawn += [marks.link(group, style), marks.segments(group, style, say, measure, labelled and not alone)]
    return [trace for trace in drawn if trace["x"]]


def reach(low: float, high: float, log: bool, share: float) -> Reach:
    """Whiskers as long as a share of the value axis."""
    if log:
        return lambda value, parts: value * (high / low) ** (share * parts)
    return lambda value, parts: value + (high - low) * share * parts


def _bridges(actual: list[Seen], forecasts: list[Seen], style: Style) -> list[dict[str, Any]]:
    ended = {row.point.end: row for row in actual}
    eves = ((ended.get(row.point.start - timedelta(days=1)), row) for row in forecasts)
    return [marks.bridge(before, row, style) for before, row in eves if before]


def extent(rows: Sequence[Seen], measure: str, log: bool) -> tuple[float, float]:
    """The ends of the value axis: from zero on levels, with room for labels above."""
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    if log:
        return low / 1.3, high * 1.3
    low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low or 1.0) * 0.08
    return low - (room if low < 0 else 0), high + room


def time_axis(rows: Sequence[Seen]) -> dict[str, Any]:
    """The axis of decimal years, each year named at its middle."""
    ends = [spans.extent(row.point.start, row.point.end) for row in rows]
    first, last = min(start for start, _ in ends), max(end for _, end in ends)
    named = axes.years(first, last)
    return {
        "range": [first - 0.15, last + 0.15],
        "tickvals": [year + 0.5 for year in named],
        "ticktext": [str(year) for year in named],
    }


def value_axis(low: float, high: float, say: Say, log: bool) -> dict[str, Any]:
    """The axis of values with its few ticks."""
    values, texts = axes.ticks(low, high, say, log)
    span = [math.log10(low), math.log10(high)] if log else [low, high]
    return {"type": "log" if log else "linear", "range": span, "tickvals": values, "ticktext": texts}


def last_rows(rows: Sequence[Seen], styles: dict[str, Style]) -> dict[str, Seen]:
    """The figure that each partner's label stands by: the last that came about, else the last; the grey ones have none."""
    last: dict[str, Seen] = {}
    for row in sorted(rows, key=lambda row: (row.point.status == "actual", row.point.end)):
        if styles[row.point.partner].place < theme.SERIES or row.point.partner == OTHER:
            last[row.point.partner] = row
    return last


def ends(last: dict[str, Seen], styles: dict[str, Style], layout: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """A label at the right for each partner, moved apart, and a hairline to it from its last figure."""
    log = layout["yaxis"].get("type") == "log"
    (low, high), room = layout["yaxis"]["range"], layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    heights = [(_scaled(row.value, log) - low) / (high - low) * room for row in last.values()]
    edge = layout["xaxis"]["range"][1]
    labels = []
    for (partner, row), height in zip(last.items(), axes.apart(heights, room, LABEL_STEP), strict=True):
        at = low + height / room * (high - low)
        labels.append((_label(styles[partner], at), _leader(row, edge, 10**at if log else at)))
    return labels


def _scaled(value: float, log: bool) -> float:
    return math.log10(value) if log else value


def _label(style: Style, at: float) -> dict[str, Any]:
    return {
        "name": "end", "text": f"<span style='color:{style.colour}'>●</span> {style.name}", "showarrow": False,
        "xref": "paper", "x": 1, "xanchor": "left", "xshift": 4, "yref": "y", "y": at, "yanchor": "middle",
        "font": {"color": "@ink", "size": 13},
    }  # fmt: skip


def _leader(row: Seen, edge: float, at: float) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": [marks.middle(row), edge], "y": [row.value, at], "hoverinfo": "skip",
        "line": {"color": "@hairline", "width": 1}, "cliponaxis": False, "name": "leader",
    }  # fmt: skip


def _across(point: Point, styles: dict[str, Style]) -> dict[str, Any]:
    line = {"color": styles[point.partner].colour, "width": 1.5, "dash": "dashdot"}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": point.value, "y1": point.value, "line": line}


def _said_without_date(targets: Sequence[Point], log: bool) -> list[dict[str, Any]]:
    """One line of words for each height, whoever's targets lie there."""
    names: dict[float, list[str]] = {}
    for point in targets:
        names.setdefault(point.value, []).append(places.short(point.partner))
    unit = targets[0].unit if targets else None
    return [
        {
            "name": "target", "text": f"Target without a year, {format.money(value, unit)}: {format.listed(whose)}",
            "showarrow": False, "xref": "paper", "x": 0, "xanchor": "left", "xshift": 6, "yref": "y", "y": _scaled(value, log),
            "yanchor": "bottom", "font": {"color": "@soft", "size": 13},
        }
        for value, whose in names.items()
    ]  # fmt: skip


CHART = Chart("over-time", "Over time", "How has trade with each region gone?", "time", 0, figure)
