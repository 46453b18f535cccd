"""How far one region is ahead of another, over the periods that both have."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts import Chart, Figure, over_time
from dashboard.marks import Style
from dashboard.selection import Point
from dashboard.selection.comparing import pairs


def figure(points: Sequence[Point], styles: dict[str, Style]) -> Figure:
    """The first region of ``styles`` less the second one; empty with fewer than two."""
    return drawn(points, styles, ratio=False)


def drawn(points: Sequence[Point], styles: dict[str, Style], ratio: bool) -> Figure:
    """The line of a pair; the style of the first one carries a name for both."""
    codes = list(styles)[:2]
    rows = pairs(points, codes[0], codes[1], ratio) if len(codes) == 2 else []
    if not rows:
        return over_time.figure([], styles)
    one, two = (styles[code] for code in codes)
    sign = "÷" if ratio else "−"
    named = {codes[0]: Style(f"{one.name} {sign}<br>{two.name}", one.place)}
    return over_time.figure(rows, named, "ratio" if ratio else "difference")


CHART = Chart("difference", "A − B", "How far is one region ahead of another?", "compare", 3, figure)
