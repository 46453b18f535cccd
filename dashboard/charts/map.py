"""Areas coloured by their figure, in a few classes whose limits are printed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dashboard import axes, format, marks, theme
from dashboard.charts import Chart, Figure
from dashboard.marks import Style
from dashboard.outlines import WORLD, Outline
from dashboard.selection import Point
from dashboard.selection.transform import Seen

HEIGHT, NARROW, NARROW_WORLD = 460, 300, 220
CLASSES = 6
# What shows a country best, where the whole of its outlines does not: Russia reaches over eleven time zones.
VIEWS: dict[str, dict[str, Any]] = {
    "RU": {
        "fitbounds": False,
        "projection": {"type": "conic equal area", "parallels": [50, 70], "rotation": {"lon": 100}},
        "lonaxis": {"range": [25, 180]},
        "lataxis": {"range": [42, 81]},
    },
    WORLD: {"fitbounds": False, "projection": {"type": "natural earth"}, "lataxis": {"range": [-56, 84]}},
}
FITTED = {"fitbounds": "geojson", "projection": {"type": "mercator"}}


def figure(found: Sequence[Point], outline: Outline, names: dict[str, str]) -> Figure:
    """The areas of an outline; those without a figure are hatched."""
    layout = theme.layout(HEIGHT, right=0)
    del layout["xaxis"], layout["yaxis"]
    hidden = ("showframe", "showcoastlines", "showland", "showocean", "showlakes", "showrivers", "showcountries", "showsubunits")
    layout["geo"] = {**dict.fromkeys(hidden, False), "bgcolor": "@paper", **VIEWS.get(outline.name, FITTED)}
    layout["margin"] = {"l": 0, "r": 0, "t": 8, "b": 8}
    layout["meta"] = {"narrow": {"height": NARROW_WORLD if outline.name == WORLD else NARROW}}
    drawn = [point for point in found if point.partner in outline.codes]
    empty = sorted(outline.codes - {point.partner for point in drawn})
    # The style sheet hatches the first shapes: were no area empty, it would hatch those with figures, hence all of them.
    ground = empty or sorted(outline.codes)
    return {"data": [_ground(ground, outline, names), _areas(drawn, limits(drawn), outline, names)], "layout": layout}


def limits(found: Sequence[Point]) -> list[float]:
    """The lower ends of the classes: round numbers, about as many areas in each class."""
    values = sorted(point.value for point in found)
    if not values:
        return []
    cuts = [values[0]] + [values[len(values) * place // CLASSES] for place in range(1, CLASSES)]
    return sorted({_round(value) for value in cuts})


def _round(value: float) -> float:
    """The round number at or below a value: of 1, 1.5, 2, 3, 5 and 7 times a power of ten."""
    if value == 0:
        return 0.0
    if value < 0:
        return -axes.nice(-value)
    power = 10.0 ** math.floor(math.log10(value))
    return max(factor * power for factor in (1, 1.5, 2, 3, 5, 7) if factor * power <= value * (1 + 1e-9))


def place(value: float, lows: Sequence[float]) -> int:
    """The class of a value."""
    return max(sum(value >= low for low in lows) - 1, 0)


def labels(lows: Sequence[float], unit: str | None) -> list[str]:
    """The classes in words: '$10M to $50M', '$1B and more'."""
    said = [format.money(low, unit) if low else "0" for low in lows]
    return [f"{low} to {high}" for low, high in pairwise(said)] + [f"{said[-1]} and more"] if said else []


def _areas(found: Sequence[Point], lows: Sequence[float], outline: Outline, names: dict[str, str]) -> dict[str, Any]:
    count = max(len(lows), 1)
    say = marks.speaker("level", found[0].unit or "" if found else "")
    seen = [Seen(p, p.value, p.low, p.high, p.bound) for p in found]
    return {
        **_shapes(outline, "figures"),
        "locations": [p.partner for p in found],
        "z": [place(p.value, lows) for p in found],
        "zmin": -0.5,
        "zmax": count - 0.5,
        "colorscale": [[(n + edge) / count, theme.step(n, count)] for n in range(count) for edge in (0, 1)],
        "customdata": [p.observation_id for p in found],
        "hovertext": [marks.hover(row, Style(names[row.point.partner], 0), say, "level") for row in seen],
    }


def _ground(codes: Sequence[str], outline: Outline, names: dict[str, str]) -> dict[str, Any]:
    return {
        **_shapes(outline, "no figure"),
        "locations": list(codes),
        "z": [0] * len(codes),
        "colorscale": [[0, "@paper"], [1, "@paper"]],
        "hovertext": [f"<b>{names.get(code, code)}</b><br>no figure" for code in codes],
    }


def _shapes(outline: Outline, name: str) -> dict[str, Any]:
    return {
        "type": "choropleth", "name": name, "geojson": outline.address, "featureidkey": "id", "showscale": False,
        "hoverinfo": "text", "marker": {"line": {"color": "@soft", "width": 0.5}},
    }  # fmt: skip


CHART = Chart("map", "Map", "Where does the trade go?", "map", 0, figure)
