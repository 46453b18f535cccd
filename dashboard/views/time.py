"""Trade by region over time."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from dashboard import format, headlines, mark_key, misfits, places, sentences, theme, url
from dashboard.charts import Figure, charts
from dashboard.elements import Element, element
from dashboard.marks import Style, speaker
from dashboard.selection import Controls, Point, Table, left_out, points, spans, undated_targets
from dashboard.selection.catalogue import reporters
from dashboard.selection.others import OTHER, summed
from dashboard.selection.rows import other_kinds
from dashboard.selection.transform import Seen, see
from dashboard.views import Shown, Texts, View

LACKING = {
    "share": "There are figures, but none of all trade in the same periods, which they would be shares of.",
    "growth": "There are figures, but none that has the same span of the year before beside it.",
}
UNFITTING = "the figure named does not fit with others, see below"


def show(table: Table, controls: Controls) -> Shown:
    """The line chart of the chosen regions, with what is not in it counted below."""
    found = points(table, controls)
    rows = seen(table, controls, found)
    reasons = left_out(table, controls)
    known = styles(controls)
    other = {OTHER: Style(f"Other, {len(rest(controls))} regions", theme.SERIES)}
    others = summed(found, rest(controls))
    drawn = with_others(table, controls, found, others)
    flags = misfits.flagged(table, found)
    hidden = sentences.kinds(table, controls, other_kinds(table, controls))
    below = [*sentences.notes(table, controls, reasons), *hidden, *_grey(controls, others), *misfits.notes(found, flags)]
    title = headlines.headline(controls, rows)
    unfitting = any(row.point.observation_id in flags for row in title.named)
    return Shown(
        title=title.words,
        subtitle=sentences.subtitle(controls, UNFITTING if unfitting else ""),
        figure=_figure(table, controls, rows if controls.panels else drawn, known | other, flags) if rows else None,
        empty=None if rows else unmeasured(table, controls) if found else nothing(table, controls, reasons),
        panel=mark_key.key(drawn, bool(flags)) if rows else None,
        legend=legend(known, {row.point.partner for row in rows}),
        notes=below if rows else [],
        publishers=tuple(sorted({row.point.publisher for row in rows if row.point.publisher})),
        texts=texts(rows, controls, flags) if rows else None,
    )


def _figure(table: Table, controls: Controls, rows: list[Seen], known: dict[str, Style], flags: dict[str, str]) -> Figure:
    if controls.panels:
        return charts()["panels"].figure(rows, known, controls.measure, controls.log, controls.aligned, flags)
    targets = undated_targets(table, controls) if controls.measure == "level" and controls.span == spans.EVERYTHING else []
    return charts()["over-time"].figure(rows, known, controls.measure, controls.log, targets, flags)


def rest(controls: Controls) -> list[str]:
    """The chosen regions past the last colour."""
    return [code for place, code in enumerate(controls.partners) if code and place >= theme.SERIES]


def with_others(table: Table, controls: Controls, found: list[Point], others: list[Point]) -> list[Seen]:
    """What the line chart draws: the sum of the regions past the last colour in their stead, where there is one."""
    kept = [point for point in found if point.partner not in rest(controls)] if others else found
    return seen(table, controls, kept + others)


def seen(table: Table, controls: Controls, found: list[Point]) -> list[Seen]:
    """Points of the selection as the measure shows them."""
    whole = points(table, replace(controls, partners=("WLD",))) if controls.measure == "share" else []
    return see(controls.measure, found, whole)


def _grey(controls: Controls, others: list[Point]) -> list[Element]:
    more = len(rest(controls))
    if not more:
        return []
    if others and not controls.panels:
        periods = format.counted(len(others), "period")
        words = f"{more} regions after the first {theme.SERIES} are added up as other, in the {periods} that all of them have"
    else:
        words = f"{format.counted(more, 'more region is', 'more regions are')} drawn in grey, after the first {theme.SERIES}"
    return [element("Li", words)]


def styles(controls: Controls) -> dict[str, Style]:
    """Name and colour of each chosen region."""
    return {code: Style(places.label(code), place) for place, code in enumerate(controls.partners) if code}


def legend(known: dict[str, Style], present: set[str]) -> list[Element]:
    """Names beside their colours, for narrow screens; a region without figures says so."""
    return [
        element(
            "Span",
            [element("I", className=f"dot place-{min(style.place, theme.SERIES)}"), style.name]
            + ([] if code in present else [element("Em", " no figures")]),
        )
        for code, style in known.items()
    ]


def nothing(table: Table, controls: Controls, reasons: dict[str, int]) -> list:
    """One sentence that says why there is nothing to see, and what to change."""
    if not reporters(table):
        return [html.P("No figure of this table tells of trade between two areas.")]
    if not controls.chosen:
        return [html.P("No region is chosen."), html.P("Tick one in the list of regions, or start again with Reset.")]
    names = format.listed([places.name(code) for code in controls.chosen[:3]])
    why = f"No figures of {sentences.FLOW_NOUN[controls.flow]} {sentences.FLOW_LINK[controls.flow]} {names} in this view."
    if not reasons:
        others = [flow for flow in sentences.FLOW_NOUN if flow != controls.flow]
        ways = [sentences.inner(flow.capitalize(), url.write(replace(controls, flow=flow), table)) for flow in others]
        return [html.P(why), html.P(["Try ", *_between(ways), "."])]
    return [html.P(why), html.Ul(sentences.notes(table, controls, reasons))]


def unmeasured(table: Table, controls: Controls) -> list:
    """Why figures that are there cannot be seen as the measure wants them, and the way to their amounts."""
    amounts = sentences.inner("show amounts", url.write(replace(controls, measure="level"), table))
    return [html.P(LACKING.get(controls.measure, "These figures cannot be measured so.")), html.P(["Instead, ", amounts, "."])]


def _between(ways: list) -> list:
    return [part for way in ways for part in (way, ", ")][:-1]


def texts(rows: list[Seen], controls: Controls, flags: dict[str, str]) -> Texts:
    """The picture as a table for everybody who does not see it."""
    ordered = sorted(rows, key=lambda row: (row.point.partner, row.point.start, row.point.end))
    say = speaker(controls.measure, controls.currency)
    plain = controls.measure == "level"
    heads = ("Region", "Period", "Figure") + (() if plain else (sentences.MEASURE_WORDS[controls.measure].capitalize(),))
    lines = tuple(
        (places.name(row.point.partner), spans.words(row.point.start, row.point.end), format.printed(row.point))
        + (() if plain else (f"{say(row.value)} {row.note}".strip(),))
        + (format.changed(row.point), row.point.status, row.point.publisher or "", format.day(row.point.published))
        + ((flags.get(row.point.observation_id, ""),) if flags else ())
        for row in ordered
    )
    return Texts(
        f"{format.counted(len(rows), 'figure')} of this chart as a table",
        (*heads, "Change", "Status", "Publisher", "Said on", *(("Does not fit",) if flags else ())),
        lines,
        tuple(row.point.observation_id for row in ordered),
    )


VIEW = View("time", "Over time", "t", 0, show)
