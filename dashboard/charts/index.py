"""Regions from a common start: each one's first figure is 100, and the base is named on its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard import places
from dashboard.charts import Chart, Figure, over_time
from dashboard.marks import Style
from dashboard.selection import Point
from dashboard.selection.transform import index


def figure(points: Sequence[Point], styles: dict[str, Style]) -> Figure:
    """The lines of what came about, each with its own base period in brackets behind its name."""
    rows = index([point for point in points if point.status == "actual"])
    bases = {row.point.partner: row.note.partition(" = ")[0] for row in reversed(rows)}
    named = {
        code: replace(style, name=f"{places.short(code)} ({bases[code]})") for code, style in styles.items() if code in bases
    }
    return over_time.figure(rows, named, "index")


CHART = Chart(
    "index", "Index", "Which region has grown most from its own first figure (= 100, its year in brackets)?", "compare", 0, figure
)
