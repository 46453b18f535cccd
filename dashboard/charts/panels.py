"""One small picture for each region, on one scale or each on its own."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from dashboard import axes, marks, theme
from dashboard.charts import Chart, Figure
from dashboard.charts.over_time import CLOSE, extent, reach, time_axis, traces, value_axis
from dashboard.marks import Style
from dashboard.selection.transform import Seen

HEIGHT, HEAD, GAP = 210, 34, 0.07
WIDTH = 600


def figure(
    rows: Sequence[Seen],
    styles: dict[str, Style],
    measure: str = "level",
    log: bool = False,
    aligned: bool = True,
    flags: Mapping[str, str] = MappingProxyType({}),
) -> Figure:
    """Pictures in two or three columns, in the order the regions were chosen in; time is the same on all of them."""
    rows = [row for row in rows if row.point.start and row.point.end]
    own = {code: [row for row in rows if row.point.partner == code] for code in styles}
    own = {code: group for code, group in own.items() if group}
    columns = min(2 if len(own) <= 4 else 3, max(len(own), 1))
    down = math.ceil(len(own) / columns)
    layout = theme.layout(max(down, 1) * HEIGHT + 40) | {"annotations": [], "meta": {"panels": len(own), "crowded": []}}
    if not own:
        return {"data": [], "layout": layout}
    log = log and all(row.low > 0 for row in rows)
    say = marks.speaker(measure, rows[0].point.unit)
    common, time = extent(rows, measure, log), time_axis(rows)
    data: list[dict[str, Any]] = []
    for number, (code, group) in enumerate(own.items()):
        low, high = common if aligned else extent(group, measure, log)
        suffix = str(number + 1) if number else ""
        layout[f"xaxis{suffix}"] = theme.axis(
            **_narrower(time), showgrid=False, **_place(number, columns, 0), anchor=f"y{suffix}"
        )
        layout[f"yaxis{suffix}"] = theme.axis(
            **value_axis(low, high, say, log), gridcolor="@hairline", **_place(number, columns, down), anchor=f"x{suffix}"
        )
        layout["annotations"].append(_title(styles[code], suffix))
        here = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
        drawn = [t | here for t in traces(group, styles, say, measure, reach(low, high, log, 0.05))]
        axes.thin_out(drawn, _room(layout, suffix), WIDTH // columns)
        close = axes.crowded(drawn, _room(layout, suffix), CLOSE // columns)
        layout["meta"]["crowded"] += [(at + len(data), place) for at, place in close]
        data += drawn + [badge | here for badge in marks.badges(group, flags)]
    return {"data": data, "layout": layout}


def _place(number: int, columns: int, down: int) -> dict[str, list[float]]:
    """The stretch of the page that a picture has: across where ``down`` is 0, else downwards."""
    if not down:
        wide = (1 - GAP * (columns - 1)) / columns
        left = number % columns * (wide + GAP)
        return {"domain": [left, left + wide]}
    top = 1 - number // columns / down
    return {"domain": [top - 1 / down + GAP * 1.6 / down, top - HEAD / (HEIGHT * down)]}


def _narrower(time: dict[str, Any]) -> dict[str, Any]:
    values, texts = time["tickvals"], time["ticktext"]
    step = math.ceil(len(values) / 4)
    return time | {"tickvals": values[::-step][::-1], "ticktext": texts[::-step][::-1]}


def _title(style: Style, suffix: str) -> dict[str, Any]:
    return {
        "name": "panel", "text": f"<span style='color:{style.colour}'>●</span> <b>{style.name}</b>", "showarrow": False,
        "xref": f"x{suffix} domain", "yref": f"y{suffix} domain", "x": 0, "y": 1, "xanchor": "left",
        "yanchor": "bottom", "yshift": 6,
        "font": {"color": "@ink", "size": 13},
    }  # fmt: skip


def _room(layout: dict[str, Any], suffix: str) -> dict[str, Any]:
    """The part of a layout that labels of one picture are placed by."""
    return {
        "xaxis": layout[f"xaxis{suffix}"], "yaxis": layout[f"yaxis{suffix}"], "height": HEIGHT, "margin": {"t": HEAD, "b": 24},
    }  # fmt: skip


CHART = Chart("panels", "One picture each", "What shape does each region's trade have?", "time", 1, figure)
