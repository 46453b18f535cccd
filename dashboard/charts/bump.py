"""Ranks over time: each year ranks only the regions that have a figure of that very year."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import marks, theme
from dashboard.charts import Chart, Figure
from dashboard.charts.over_time import LABEL_ROOM, ends, last_rows, time_axis
from dashboard.marks import Style
from dashboard.selection import Point
from dashboard.selection.comparing import ranks
from dashboard.selection.transform import Seen

HEIGHT = 400


def figure(points: Sequence[Point], styles: dict[str, Style]) -> Figure:
    """First on top; a line only between consecutive years."""
    layout = theme.layout(HEIGHT, right=LABEL_ROOM)
    ranked = [(Seen(p, -rank, -rank, -rank, p.bound, f"of {size} regions"), size) for p, rank, size in ranks(points)]
    if not ranked:
        return {"data": [], "layout": layout}
    rows = [row for row, _ in ranked]
    most = max(size for _, size in ranked)
    layout["xaxis"].update(time_axis(rows))
    named = range(1, most + 1)
    layout["yaxis"].update(range=[-most - 0.5, -0.5], showgrid=False, zeroline=False)
    layout["yaxis"].update(tickvals=[-rank for rank in named], ticktext=[str(rank) for rank in named])
    labels = ends(last_rows(rows, styles), styles, layout)
    layout["annotations"] = [label for label, _ in labels]
    return {
        "data": [leader for _, leader in labels] + [_ranked(rows, code, style) for code, style in styles.items()],
        "layout": layout,
    }


def _ranked(rows: list[Seen], code: str, style: Style) -> dict:
    trace = marks.yearly([row for row in rows if row.point.partner == code], style, lambda value: f"rank {-value:.0f}", "rank")
    return trace | {"mode": "lines+markers", "marker": trace["marker"] | {"size": 13}}


CHART = Chart("bump", "Ranks", "Who stood before whom, year by year?", "compare", 2, figure)
