"""One look for every chart: named colours in two themes, shapes, and the layout that all figures share.

A figure names its colours ("@series-0", "@ink"); the browser puts in those of the theme, so that switching asks nobody.
"""

from __future__ import annotations

from typing import Any

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
SERIES_LIGHT = ("#e16712", "#6e90ea", "#735177", "#376a50", "#7437d1", "#a42e01", "#b37fa0", "#7f9b69")
SERIES_DARK = ("#d69c21", "#8df5f7", "#5a5ce4", "#cc3c49", "#42b39c", "#b29ce7", "#e9e2a0", "#865c80")
MARKERS = ("circle", "square", "triangle-up", "pentagon", "cross", "star", "triangle-down", "hexagon2")
DASHES = ("solid",) * 4 + ("dash",) * 4
SERIES = len(SERIES_LIGHT)
GROUND = {
    "light": {"paper": "#ffffff", "ink": "#1c1f23", "soft": "#5a6470", "hairline": "#dfe3e8", "accent": "#1f5fbf"},
    "dark": {"paper": "#1a1b1e", "ink": "#e6e8eb", "soft": "#a0a8b2", "hairline": "#2f3338", "accent": "#7fb0ff"},
}
# One hue from near the ground to far from it, for maps and heatmaps.
STEPS = {
    "light": ("#dbe7f7", "#b3cdf0", "#84ade3", "#5589d0", "#2f66b3", "#17488b", "#0c2d5c"),
    "dark": ("#22324a", "#2c4a74", "#3a66a3", "#5585c8", "#7fa7e0", "#abc8f0", "#d9e8fb"),
}
OTHER = {"light": "#8a929c", "dark": "#7d858f"}


def palette() -> dict[str, dict[str, str]]:
    """Theme -> colour name -> hex, for the browser."""
    series = {"light": SERIES_LIGHT, "dark": SERIES_DARK}
    return {
        theme: {f"@{name}": colour for name, colour in GROUND[theme].items()}
        | {f"@series-{place}": colour for place, colour in enumerate(series[theme])}
        | {"@other": OTHER[theme]}
        | {f"@step-{place}": colour for place, colour in enumerate(STEPS[theme])}
        for theme in GROUND
    }


def colour(place: int) -> str:
    """The name of a series' colour by its place; places past the eighth are grey."""
    return f"@series-{place}" if place < len(SERIES_LIGHT) else "@other"


def step(place: int, count: int) -> str:
    """The name of the colour of one class of ``count``, spread over the whole scale."""
    last = len(STEPS["light"]) - 1
    return f"@step-{round(place * last / (count - 1)) if count > 1 else last // 2}"


def marker(place: int) -> str:
    """The shape that repeats what the colour says."""
    return MARKERS[place] if place < len(MARKERS) else "circle"


def dash(place: int) -> str:
    """The stroke of a series' line."""
    return DASHES[place] if place < len(DASHES) else "solid"


def layout(height: int, right: int = 24) -> dict[str, Any]:
    """What all figures share; x and y axes are to be completed by the chart."""
    return {
        "height": height,
        "font": {"family": FONT, "size": 13, "color": "@ink"},
        "paper_bgcolor": "@paper",
        "plot_bgcolor": "@paper",
        "margin": {"l": 64, "r": right, "t": 16, "b": 40},
        "hovermode": "closest",
        "dragmode": False,
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": "@paper",
            "bordercolor": "@hairline",
            "align": "left",
            "font": {"color": "@ink", "family": FONT, "size": 13},
        },
        "xaxis": axis(showgrid=False, ticks="outside", tickcolor="@hairline", linecolor="@hairline"),
        "yaxis": axis(gridcolor="@hairline", zeroline=True, zerolinecolor="@soft", zerolinewidth=1),
    }


def axis(**more: Any) -> dict[str, Any]:
    """An axis of the house: fixed, with tabular figures, without the lines nobody reads."""
    return {"fixedrange": True, "zeroline": False, "automargin": False, "tickfont": {"color": "@soft", "size": 13}, **more}
