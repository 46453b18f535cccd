"""How many times one region's trade is that of another, over the periods that both have."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts import Chart, Figure
from dashboard.charts.difference import drawn
from dashboard.marks import Style
from dashboard.selection import Point


def figure(points: Sequence[Point], styles: dict[str, Style]) -> Figure:
    """The first region of ``styles`` divided by the second one; empty with fewer than two."""
    return drawn(points, styles, ratio=True)


CHART = Chart("ratio", "A ÷ B", "How many times the size of another is one region?", "compare", 4, figure)
