"""One year on a map, and the same as a list that no small area is lost in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import format, ids, misfits, outlines, places, sentences, theme
from dashboard.charts import charts
from dashboard.charts import map as chart
from dashboard.selection import Controls, Point, Table, mapping, spans
from dashboard.selection.catalogue import counted, year_ends
from dashboard.selection.cut import Cut
from dashboard.selection.mapping import Mapped, mapped
from dashboard.views import Shown, Texts, View


def show(table: Table, controls: Controls) -> Shown:
    """The map of the areas that the reporter trades with, for one year."""
    name = chosen(table, controls)
    if not name:
        why = "No partner of this reporter is a country or region that a map shows."
        lost = "The outlines of maps are missing from this installation."
        return Shown("No map to draw", empty=[html.P(why if outlines.names() else lost)])
    found = table.lately(_mapped, controls, name)
    if not found.points:
        return Shown(f"{sentences.whose(controls)}: nothing to map", empty=_nothing(controls, found, name))
    outline = outlines.outline(name)
    flags = misfits.flagged(table, found.points)
    named = {code: places.name(code) for code in outline.codes | {point.partner for point in found.points}}
    return Shown(
        title=title(controls, found),
        subtitle=f"{sentences.subtitle(controls)} · {found.year} · {label(name)}",
        figure=charts()["map"].figure(found.points, outline, named),
        panel=[key(found.points), ranking(found.points, flags)],
        notes=[*_instead(controls, name), *_notes(found, outline), *misfits.notes(found.points, flags)],
        publishers=tuple(sorted({point.publisher for point in found.points if point.publisher})),
        texts=texts(found, flags),
    )


def chosen(table: Table, controls: Controls) -> str:
    """The map asked for, or the one that shows most of the reporter's partners."""
    fits = table.once(_fits, controls.reporter)
    return controls.outline if controls.outline in fits else max(fits, key=lambda name: fits[name], default="")


def _fits(table: Table, reporter: str) -> dict[str, int]:
    """How many of a reporter's partners each map shows, maps that show none left out."""
    partners = [choice.code for choice in counted(table, "partner", reporter)]
    counts = {name: sum(outlines.in_map(name, code) for code in partners) for name in outlines.names()}
    return {name: number for name, number in counts.items() if number}


def choices(table: Table, controls: Controls) -> list[dict[str, str]]:
    """The maps to choose from, with how many of the reporter's partners they show."""
    fits = table.once(_fits, controls.reporter)
    return [{"value": name, "label": f"{label(name)} · {number}"} for name, number in fits.items()]


def year(table: Table, controls: Controls) -> int | None:
    """The year that the map shows; worked out only while the map is looked at."""
    if controls.at or controls.view != VIEW.id:
        return int(controls.at) if controls.at else None
    name = chosen(table, controls)
    found: Mapped = table.lately(_mapped, controls, name)
    return found.year


def _mapped(table: Table, controls: Controls, name: str) -> Mapped:
    return mapped(table, controls, lambda code: outlines.in_map(name, code))


def fields(table: Table, start: Controls) -> list[Any]:
    """The choice of the map and the slider of its year."""
    first, last = table.summary["first"] or 2000, table.summary["last"] or 2001
    marks = [{"value": year, "label": str(year)} for year in (first, last)]
    slider = dmc.Slider(
        id=ids.AT, min=first, max=max(last, first + 1), value=year_ends(table, start.reporter)[1], step=1, size="sm", marks=marks,
        thumbLabel="Year of the map", labelAlwaysOn=True,
    )  # fmt: skip
    select = dmc.Select(
        id=ids.OUTLINE, data=choices(table, start), value=chosen(table, start), allowDeselect=False, searchable=True,
        openOnFocus=False, size="xs", comboboxProps={"transitionProps": {"duration": 0}}, **{"aria-label": "Map"},
    )  # fmt: skip
    return [select, html.Div(slider, className="at")]


def label(name: str) -> str:
    """What a map is called: 'World', 'Regions of Russia'."""
    return "World" if name == outlines.WORLD else f"Regions of {places.name(name)}"


def title(controls: Controls, found: Mapped) -> str:
    """The sentence above: who comes first, of how many."""
    first = found.points[0]
    if len(found.points) == 1:
        toward = f"{sentences.FLOW_LINK[controls.flow]} {places.name(first.partner)}"
        return f"{sentences.whose(controls)} of {found.year} {toward}: {format.printed(first)}"
    told = format.counted(len(found.points), "area")
    whose = f"{sentences.whose(controls)} of {found.year}"
    return f"{places.name(first.partner)} comes first of {told} in {whose}: {format.printed(first)}"


def _nothing(controls: Controls, found: Mapped, name: str) -> list[html.P]:
    if found.told:
        years = format.listed([str(year) for year in sorted(found.told, key=lambda year: -found.told[year])[:3]])
        return [html.P(f"No figures for {found.year} on this map."), html.P(f"Most areas are told of in {years}: move the year.")]
    return [
        html.P(f"No figures of {sentences.whose(controls)} fit this map ({label(name)})."),
        html.P("Choose another map, flow, currency or span."),
    ]


def _instead(controls: Controls, name: str) -> list[html.Li]:
    """That another map is drawn than the one asked for, which none of the reporter's partners is on."""
    if controls.outline in ("", name):
        return []
    return [html.Li(f"None of the partners is on the map {label(controls.outline)}: this one is drawn instead")]


def _notes(found: Mapped, outline: outlines.Outline) -> list[html.Li]:
    parts = [point for point in found.points if not spans.full_year(point.span)]
    lost = [point for point in found.points if point.partner not in outline.codes]
    notes = []
    if parts:
        notes.append(html.Li(f"{format.counted(len(parts), 'area')} with a part of the year only"))
    if lost:
        notes.append(html.Li(f"{format.counted(len(lost), 'area')} without an outline, in the list only"))
    return notes


def key(found: Sequence[Point]) -> html.Div:
    """The classes and their limits."""
    lows = chart.limits(found)
    steps = [
        html.Li([html.I(className=f"swatch {theme.step(number, max(len(lows), 1)).replace('@step-', 'tone-')}"), words])
        for number, words in enumerate(chart.labels(lows, found[0].unit))
    ]
    return html.Div(html.Ul([*steps, html.Li([html.I(className="swatch blank"), "no figure"])]), className="key")


def ranking(found: Sequence[Point], flags: dict[str, str]) -> html.Ol:
    """Every area told of, the largest first, with a bar as long as its figure."""
    largest = max(abs(point.value) for point in found) or 1
    return html.Ol([_ranked(point, largest, flags.get(point.observation_id)) for point in found], className="ranking")


def _ranked(point: Point, largest: float, flag: str | None) -> html.Li:
    when = "" if spans.full_year(point.span) else f", {spans.words(point.start, point.end, short=True)}"
    words = f"{format.brief(point)}{when}"
    name = places.name(point.partner)
    told = {"data-evidence": point.observation_id, "aria-label": misfits.spoken(f"{name}: {words}", flag)}
    button = html.Button([words, *misfits.badge(flag)], className="plain", **told)
    bar = html.Span(className="bar", style={"width": f"{abs(point.value) / largest * 100:.1f}%"})
    return html.Li([html.Span(name, className="name"), html.Span(bar, className="track"), button])


def texts(found: Mapped, flags: dict[str, str]) -> Texts:
    """A line for each area of the map, with what does not fit where any figure is known not to."""
    lines = tuple(
        (places.name(p.partner), spans.words(p.start, p.end), format.printed(p), format.changed(p), p.publisher or "")
        + ((flags.get(p.observation_id, ""),) if flags else ())
        for p in found.points
    )
    heads = ("Area", "Period", "Figure", "Change", "Publisher", *(("Does not fit",) if flags else ()))
    caption = f"{format.counted(len(lines), 'figure')} of this map as a table"
    return Texts(caption, heads, lines, tuple(point.observation_id for point in found.points))


def behind(table: Table, controls: Controls) -> Cut:
    """The rows that speak of the areas and the year on the map."""
    name = chosen(table, controls)
    return mapping.behind(table, controls, lambda code: outlines.in_map(name, code), table.lately(_mapped, controls, name))


VIEW = View("map", "Map", "o", 3, show, behind)
