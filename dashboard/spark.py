"""Sparklines: a picture of a word's size, drawn by the page in the colour of its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.selection import Point, spans

WIDTH, HEIGHT, EDGE = 84, 24, 3
# Escaped as an address in a style sheet wants it: < is %3C, > is %3E, # is %23, attributes stand in single quotes.
FRAME = "%3Csvg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}'%3E{}%3C/svg%3E"
LINES = "%3Cpath d='{}' stroke='%23000' stroke-width='1.5'/%3E"
LINE = "M{:.1f} {:.1f}L{:.1f} {:.1f}"
DOT = "%3Ccircle cx='{:.1f}' cy='{:.1f}' r='2'/%3E"


def picture(series: Sequence[Point], ends: tuple[float, float]) -> str:
    """An SVG as an address to mask with; ``ends`` are the decimal years of the common axis. Gaps in time stay gaps."""
    top = max(point.value for point in series)
    low = min(0.0, min(point.value for point in series))
    places = [
        (_x(point, ends), EDGE + (HEIGHT - 2 * EDGE) * (1 - (point.value - low) / ((top - low) or 1.0))) for point in series
    ]
    drawn = zip(pairwise(places), pairwise(series), strict=True)
    lines = "".join(LINE.format(*one, *two) for (one, two), (first, last) in drawn if (last.start - first.end).days == 1)
    dots = "".join(DOT.format(*place) for place in places)
    return f'url("data:image/svg+xml,{FRAME.format(WIDTH, HEIGHT, LINES.format(lines) + dots)}")'


def _x(point: Point, ends: tuple[float, float]) -> float:
    first, last = ends
    middle = sum(spans.extent(point.start, point.end)) / 2
    return EDGE + (WIDTH - 2 * EDGE) * ((middle - first) / ((last - first) or 1.0))
