"""Sparklines: a picture of a word's size, drawn by the page in the colour of its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.selection import Point, spans

WIDTH, HEIGHT, EDGE = 96, 24, 3
ESCAPED = str.maketrans({"<": "%3C", ">": "%3E", "#": "%23", '"': "'"})
LINE = '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="#000" stroke-width="1.5"/>'


def picture(series: Sequence[Point], ends: tuple[float, float]) -> str:
    """An SVG as an address to mask with; ``ends`` are the decimal years of the common axis. Gaps in time stay gaps."""
    top = max(point.value for point in series)
    low = min(0.0, min(point.value for point in series))
    places = [
        (_x(point, ends), EDGE + (HEIGHT - 2 * EDGE) * (1 - (point.value - low) / ((top - low) or 1.0))) for point in series
    ]
    drawn = zip(pairwise(places), pairwise(series), strict=True)
    lines = [LINE.format(*one, *two) for (one, two), (first, last) in drawn if (last.start - first.end).days == 1]
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2"/>' for x, y in places]
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{"".join(lines + dots)}</svg>'
    return f'url("data:image/svg+xml,{svg.translate(ESCAPED)}")'


def _x(point: Point, ends: tuple[float, float]) -> float:
    first, last = ends
    middle = sum(spans.extent(point.start, point.end)) / 2
    return EDGE + (WIDTH - 2 * EDGE) * ((middle - first) / ((last - first) or 1.0))
