"""Sparklines: a picture of a word's size, drawn by the page in the colour of its text."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from dashboard.selection import Point, spans

WIDTH, HEIGHT, EDGE = 96, 24, 3


def picture(series: Sequence[Point], ends: tuple[float, float]) -> str:
    """An SVG as an address to mask with; ``ends`` are the decimal years of the common axis. Gaps in time stay gaps."""
    top = max(point.value for point in series)
    low = min(0.0, min(point.value for point in series))
    places = [
        (_x(point, ends), EDGE + (HEIGHT - 2 * EDGE) * (1 - (point.value - low) / ((top - low) or 1.0))) for point in series
    ]
    lines = [
        f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" stroke="#000" stroke-width="1.5"/>'
        for (a, b), (first, last) in zip(
            zip(places, places[1:], strict=False), zip(series, series[1:], strict=False), strict=True
        )
        if (last.start - first.end).days == 1
    ]
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2"/>' for x, y in places]
    body = "".join(lines + dots)
    return f'url("data:image/svg+xml,{quote(f"<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22{WIDTH}%22 height=%22{HEIGHT}%22>".replace("%22", chr(34)) + body + "</svg>")}")'


def _x(point: Point, ends: tuple[float, float]) -> float:
    first, last = ends
    middle = sum(spans.extent(point.start, point.end)) / 2
    return EDGE + (WIDTH - 2 * EDGE) * ((middle - first) / ((last - first) or 1.0))
