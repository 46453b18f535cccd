"""Which regions and years the articles tell of."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from dash import html

from dashboard import format, places, sentences, url
from dashboard.charts import charts
from dashboard.charts import coverage as chart
from dashboard.selection import Controls, Table
from dashboard.selection.catalogue import year_ends
from dashboard.selection.covering import Coverage, behind, coverage
from dashboard.views import Shown, Texts, View

LONGEST = 16


def show(table: Table, controls: Controls) -> Shown:
    """The heatmap of regions by years, with a key of its colours and signs."""
    cover = coverage(table, controls)
    if not cover.cells:
        return Shown(title(controls, cover), empty=_nothing(controls))
    names = {code: places.name(code) for code in cover.partners}
    short = shortened(names)
    publishers = {cell.point.publisher for cell in cover.cells.values() if cell.point.publisher}
    return Shown(
        title=title(controls, cover),
        subtitle="Articles for each region and year. A click on a year opens what they say.",
        figure=charts()["coverage"].figure(cover, names, short),
        panel=[key()],
        notes=_notes(table, controls, cover),
        publishers=tuple(sorted(publishers)),
        texts=texts(cover, names),
    )


def _notes(table: Table, controls: Controls, cover: Coverage) -> list[Any]:
    """What is not drawn: regions past the most, targets of years that nothing else is told of."""
    found = [html.Li(f"{format.counted(cover.left, 'more region')} with fewer figures not drawn")] if cover.left else []
    if not cover.far:
        return found
    words = f"{format.counted(cover.far, 'target')} of years after {cover.years[-1]} not drawn: "
    later = replace(controls, years=(controls.years[0], year_ends(table, controls.reporter)[1]))
    return [*found, html.Li([words, sentences.inner("show", url.write(later, table))])]


def shortened(names: dict[str, str]) -> dict[str, str]:
    """Names for a narrow margin: without the kind of area where that leaves no two alike, cut where they are long."""
    brief = {code: places.short(code) for code in names}
    alike = Counter(brief.values())
    chosen = {code: text if alike[text] == 1 else names[code] for code, text in brief.items()}
    return {code: text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…" for code, text in chosen.items()}


def title(controls: Controls, cover: Coverage) -> str:
    """The sentence above: who is told of best, and how much is empty."""
    counts = {partner: sum(1 for code, _ in cover.cells if code == partner) for partner in cover.partners}
    if not cover.cells:
        return f"{sentences.whose(controls)}: no year is told of"
    best = max(cover.partners, key=lambda partner: counts[partner])
    filled = f"{len(cover.cells):,} of {len(cover.partners) * len(cover.years):,} years"
    regions = format.counted(len(cover.partners), "region")
    told = f"{places.name(best)} is told of best, with {format.counted(counts[best], 'year')}"
    return f"Articles tell of {filled} of {regions}; {told}"


def _nothing(controls: Controls) -> list[html.P]:
    return [
        html.P(f"No article tells of {sentences.whose(controls)} for any year with these filters."),
        html.P("Choose another flow or currency, more years, or start again with Reset."),
    ]


def key() -> html.Div:
    """What colours and signs mean."""
    steps = [
        html.Li([html.I(className=f"swatch step-{place}"), words], className="step") for place, words in enumerate(chart.labels())
    ]
    signs = [("≠", "sources more than 1% apart"), ("▁", "parts of the year only"), ("○", "empty: hover says why")]
    told = [html.Li([html.Span(sign, className="sign", **{"aria-hidden": "true"}), words]) for sign, words in signs]
    return html.Div([html.Span("Articles"), html.Ul([*steps, *told])], className="key")


def texts(cover: Coverage, names: dict[str, str]) -> Texts:
    """A line for each region and year that is told of, and for each that is empty for a reason."""
    lines: list[tuple[str, ...]] = []
    identities: list[str] = []
    for partner in cover.partners:
        for year in cover.years:
            cell, reason = cover.cells.get((partner, year)), cover.empty.get((partner, year))
            if cell:
                told = (str(cell.articles), str(cell.figures), format.printed(cell.point), chart.agreement(cell))
                _add(lines, identities, (names[partner], str(year), *told), cell.point.observation_id)
            elif reason:
                _add(lines, identities, (names[partner], str(year), "0", "0", "", chart.REASONS.get(reason, reason)), "")
    heads = ("Region", "Year", "Articles", "Figures", "Figure", "Agreement")
    return Texts(f"{format.counted(len(lines), 'year')} of this chart as a table", heads, tuple(lines), tuple(identities))


def _add(lines: list[Any], identities: list[str], line: tuple[str, ...], identity: str) -> None:
    lines.append(line)
    identities.append(identity)


VIEW = View("coverage", "Coverage", "v", 5, show, behind)
