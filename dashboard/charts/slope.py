"""Two periods, one line for each region that has both."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import axes, format, marks, theme
from dashboard.charts import Chart, Figure
from dashboard.charts.over_time import extent, value_axis
from dashboard.marks import Style
from dashboard.selection import Point, spans
from dashboard.selection.comparing import by_partner, slope_periods
from dashboard.selection.transform import levels

HEIGHT = 440
ROOM = 240


def figure(points: Sequence[Point], styles: dict[str, Style]) -> Figure:
    """Left the earlier period, right the later one, names and amounts at both ends."""
    layout = theme.layout(HEIGHT, right=ROOM)
    actual = [point for series in by_partner(points).values() for point in series]
    periods = slope_periods(actual)
    if periods is None:
        return {"data": [], "layout": layout}
    ends = [{p.partner: p for p in actual if (p.start, p.end) == period} for period in periods]
    both = [code for code in styles if code in ends[0] and code in ends[1]]
    rows = levels([end[code] for code in both for end in ends])
    say = marks.speaker("level", rows[0].point.unit)
    low, high = extent(rows, "level", False)
    words = [spans.words(*period, short=True) for period in periods]
    layout["margin"]["l"] = 96
    layout["xaxis"].update(range=[0, 1], tickvals=[0, 1], ticktext=words, showline=False)
    layout["yaxis"].update(value_axis(low, high, say, False), showticklabels=False, showgrid=False)
    layout["annotations"] = [
        *_labels([ends[0][code] for code in both], styles, (low, high), left=True),
        *_labels([ends[1][code] for code in both], styles, (low, high), left=False),
    ]
    return {"data": [_line(ends[0][code], ends[1][code], styles[code], say) for code in both], "layout": layout}


def _line(first: Point, last: Point, style: Style, say: marks.Say) -> dict:
    return {
        "type": "scatter", "mode": "lines+markers", "name": style.name, "x": [0, 1], "y": [first.value, last.value],
        "customdata": [first.observation_id, last.observation_id], "hoverinfo": "text", "cliponaxis": False,
        "hovertext": [marks.hover(row, style, say, "level") for row in levels([first, last])],
        "line": {"color": style.colour, "width": 2, "dash": theme.dash(style.place)},
        "marker": {"color": style.colour, "size": marks.POINT, "symbol": theme.marker(style.place)},
    }  # fmt: skip


def _labels(points: list[Point], styles: dict[str, Style], ends: tuple[float, float], left: bool) -> list[dict]:
    low, high = ends
    room = HEIGHT - 56
    heights = [(point.value - low) / (high - low) * room for point in points]
    labels = []
    for point, height in zip(points, axes.apart(heights, room, 19), strict=True):
        money, style = format.money(point.value, point.unit), styles[point.partner]
        named = f"{money} <span style='color:{style.colour}'>●</span> {style.name}"
        labels.append(
            {
                "name": "amount" if left else "end", "text": money if left else named, "showarrow": False, "xref": "paper",
                "x": 0 if left else 1, "xanchor": "right" if left else "left", "xshift": -10 if left else 10,
                "y": low + height / room * (high - low), "yanchor": "middle", "font": {"color": "@ink", "size": 13},
            }
        )  # fmt: skip
    return labels


CHART = Chart("slope", "Slope", "Who rose and who fell between two years?", "compare", 1, figure)
