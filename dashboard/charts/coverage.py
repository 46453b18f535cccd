"""How many articles tell of each region and year, darker for more, and where they disagree."""

from __future__ import annotations

from typing import Any

from dashboard import axes, format, theme
from dashboard.charts import Chart, Figure
from dashboard.selection import spans
from dashboard.selection.covering import Coverage, Covered

ROW, ABOVE, BELOW = 26, 36, 8
LEFT, NARROW_LEFT = 184, 118
# The least number of articles of each class; the classes are named in the key under the chart.
CLASSES = (1, 2, 3, 5, 10)
APART = 1.0
REASONS = {
    "flow": "told of another flow only", "rate": "only a rate or a share is told", "currency": "told in another currency only",
    "kind": "told of another kind of trade only",
    "product": "told of another product only", "adjusted": "only adjusted figures are told", "average": "only an average is told",
    "status": "told with another status only", "hedged": "only hedged figures are told", "unsure": "told, but read less surely",
    "derived": "only computed", "publisher": "told by other publishers only", "later": "told later only",
}  # fmt: skip
NOTHING = "no article of this table tells of it"


def figure(cover: Coverage, names: dict[str, str], short: dict[str, str]) -> Figure:
    """A row for each region, a column for each year; ``names`` and ``short`` are what the regions are called."""
    height = ABOVE + BELOW + ROW * len(cover.partners)
    layout = theme.layout(height, right=8)
    rows, columns = list(range(len(cover.partners))), list(cover.years)
    layout["margin"] = {"l": LEFT, "r": 8, "t": ABOVE, "b": BELOW}
    named = axes.years(min(columns, default=0), max(columns, default=0) + 1, most=14)
    layout["xaxis"] |= {
        "tickvals": named,
        "ticktext": [str(year) for year in named],
        "side": "top",
        "ticks": "",
        "showline": False,
    }
    layout["xaxis"]["range"] = [min(columns, default=0) - 0.5, max(columns, default=0) + 0.5]
    ticks = {"tickvals": rows, "ticktext": [names[code] for code in cover.partners]}
    layout["yaxis"] |= {**ticks, "range": [len(rows) - 0.5, -0.5], "showgrid": False, "zeroline": False, "ticks": ""}
    layout["meta"] = {"narrow": _narrow(layout, short, cover, named)}
    data = [_heat(cover, names), _reasons(cover, names), _parts(cover)] if columns else []
    return {"data": data, "layout": layout}


def _narrow(layout: dict[str, Any], short: dict[str, str], cover: Coverage, named: list[int]) -> dict[str, Any]:
    """What a narrow screen has in place: short names, a third of the years named."""
    kept = named[::-3][::-1]
    return {
        "margin": layout["margin"] | {"l": NARROW_LEFT},
        "yaxis": layout["yaxis"] | {"ticktext": [short[code] for code in cover.partners]},
        "xaxis": layout["xaxis"] | {"tickvals": kept, "ticktext": [str(year) for year in kept], "tickangle": 0},
    }


def step(articles: int) -> int:
    """The class of a number of articles."""
    return sum(articles >= least for least in CLASSES) - 1


def labels() -> list[str]:
    """The classes in words: '1', '3-4', '10 or more'."""
    pairs = zip(CLASSES, (*CLASSES[1:], 0), strict=True)
    return [f"{low} or more" if not high else str(low) if high == low + 1 else f"{low}-{high - 1}" for low, high in pairs]


def colours() -> list[list[Any]]:
    """The classes as a scale of flat steps from 0 to the last class."""
    count = len(CLASSES)
    return [[(place + edge) / count, theme.step(place, count)] for place in range(count) for edge in (0, 1)]


def _heat(cover: Coverage, names: dict[str, str]) -> dict[str, Any]:
    grid = [[cover.cells.get((partner, year)) for year in cover.years] for partner in cover.partners]
    return {
        "type": "heatmap",
        "x": list(cover.years),
        "y": list(range(len(cover.partners))),
        "z": [[step(cell.articles) if cell else None for cell in row] for row in grid],
        "text": [[_mark(cell) if cell else "" for cell in row] for row in grid],
        "customdata": [[cell.point.observation_id if cell else "" for cell in row] for row in grid],
        "hovertext": [
            [told(cell, names[partner], year) if cell else "" for cell, year in zip(row, cover.years, strict=True)]
            for row, partner in zip(grid, cover.partners, strict=True)
        ],
        "texttemplate": "%{text}",
        "hoverinfo": "text",
        "hoverongaps": False,
        "zmin": -0.5,
        "zmax": len(CLASSES) - 0.5,
        "colorscale": colours(),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "name": "articles",
    }


def _mark(cell: Covered) -> str:
    """What stands in a cell: the number of articles, and a sign where they disagree."""
    apart = cell.spread is not None and cell.spread > APART
    return f"{cell.articles} ≠" if apart else str(cell.articles)


def told(cell: Covered, name: str, year: int) -> str:
    """A cell in words: its articles and figures, the figure that stands for it, how far the claims go apart."""
    point = cell.point
    lines = [
        f"<b>{name}, {year}</b>",
        f"{format.counted(cell.articles, 'article')}, {format.counted(cell.figures, 'figure')}",
        f"{spans.words(point.start, point.end)}: {format.printed(point)}",
        agreement(cell),
    ]
    return "<br>".join(lines)


def agreement(cell: Covered) -> str:
    """How well the articles agree, in words."""
    if cell.spread is None:
        return "one source for each period"
    if cell.spread <= APART:
        return "the sources agree"
    return f"the sources are up to {format.percent(cell.spread, signed=False)} apart"


def _reasons(cover: Coverage, names: dict[str, str]) -> dict[str, Any]:
    """A small ring where a year is empty though the table holds something of it."""
    empty = [(partner, year) for partner, year in cover.empty if (partner, year) not in cover.cells and year in cover.years]
    rows = {partner: place for place, partner in enumerate(cover.partners)}
    return {
        "type": "scatter", "mode": "markers", "name": "why empty", "hoverinfo": "text",
        "x": [year for _, year in empty], "y": [rows[partner] for partner, _ in empty],
        "hovertext": [f"<b>{names[p]}, {y}</b><br>{REASONS.get(cover.empty[p, y], NOTHING)}" for p, y in empty],
        "marker": {"symbol": "circle-open", "size": 7, "color": "@soft", "line": {"width": 1}},
    }  # fmt: skip


def _parts(cover: Coverage) -> dict[str, Any]:
    """A short stroke under the number where only parts of the year are told."""
    rows = {partner: place for place, partner in enumerate(cover.partners)}
    xs: list[float | None] = []
    ys: list[float | None] = []
    for (partner, year), cell in cover.cells.items():
        if not cell.full and year in cover.years:
            xs += [year - 0.46, year - 0.1, None]
            ys += [rows[partner] + 0.4, rows[partner] + 0.4, None]
    return {
        "type": "scatter", "mode": "lines", "name": "parts of the year only", "x": xs, "y": ys, "hoverinfo": "skip",
        "line": {"color": "@ink", "width": 3}, "cliponaxis": False,
    }  # fmt: skip


CHART = Chart("coverage", "Coverage", "Which regions and years do the articles tell of?", "coverage", 0, figure)
