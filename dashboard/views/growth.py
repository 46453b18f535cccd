"""Growth as articles state it against growth as their figures give it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard import format, misfits, places, sentences, theme
from dashboard.charts import charts
from dashboard.charts import growth as chart
from dashboard.selection import Controls, Point, Table, left_out, points, spans
from dashboard.selection.growing import Growing, behind, compared
from dashboard.views import Shown, Texts, View
from dashboard.views.time import nothing, styles

# Notes of the amounts that do not hold for rates.
PASSED_OVER = ("rate", "currency", "status")


def show(table: Table, controls: Controls) -> Shown:
    """Stated and computed rates of the chosen regions, and how far they go apart."""
    rows = compared(table, controls)
    reasons = {reason: number for reason, number in left_out(table, controls).items() if reason not in PASSED_OVER}
    if not rows:
        return Shown(f"{sentences.whose(controls)}: no growth is stated", empty=_nothing(table, controls, reasons))
    known = styles(controls)
    told = list({point.observation_id: point for row in rows for point in points_of(row)}.values())
    publishers = {point.publisher for point in told}
    flags = misfits.flagged(table, told)
    return Shown(
        title=title(controls, rows),
        subtitle=f"{sentences.subtitle(controls)} · against the same span a year before",
        figure=charts()["growth"].figure(rows, known, flags),
        panel=[key(known, {row.partner for row in rows}, bool(flags))],
        notes=[*sentences.notes(table, controls, reasons), *misfits.notes(told, flags)],
        publishers=tuple(sorted(publisher for publisher in publishers if publisher)),
        texts=texts(rows, flags),
    )


def _nothing(table: Table, controls: Controls, reasons: dict[str, int]) -> list[Any]:
    """Why there is no rate; where figures are there, what they lack for one."""
    if not points(table, controls):
        return nothing(table, controls, reasons)
    return [
        html.P("No rate is stated against the year before, and no two figures lie a year apart."),
        html.P("Choose more regions, another span or flow."),
    ]


def points_of(row: Growing) -> list[Point]:
    """The figures behind the stated and the computed rate of a span."""
    return [point for point in (row.stated, row.computed.point if row.computed else None) if point]


def title(controls: Controls, rows: Sequence[Growing]) -> str:
    """How often both agree, and where they differ most."""
    both = [row for row in rows if row.agrees is not None]
    if not both:
        stated, computed = (
            sum(bool(found) for found in kind) for kind in zip(*((r.stated, r.computed) for r in rows), strict=True)
        )
        whose = f"{sentences.whose(controls)} {sentences.toward(controls)}"
        return f"{whose}: {format.counted(stated, 'stated rate')} beside {format.counted(computed, 'computed one')}"
    agreeing = sum(bool(row.agrees) for row in both)
    hedged = sum(bool(row.stated and row.computed) for row in rows) - len(both)
    aside = f" ({hedged:,} hedged left out)" if hedged else ""
    start = f"Stated and computed growth agree for {agreeing} of {format.counted(len(both), 'span')}{aside}"
    if agreeing == len(both):
        return start
    worst = max((row for row in both if not row.agrees), key=lambda row: abs(row.apart or 0))
    where = f"{places.name(worst.partner)} in {spans.words(worst.start, worst.end)}"
    return f"{start}; most apart is {where}: said {chart.rate_stated(worst)}, computed {chart.rate_computed(worst)}"


def key(known: dict[str, chart.Style], present: set[str], ringed: bool) -> html.Div:
    """Which region has which colour, and what filled, hollow and ringed marks mean."""
    regions = [
        html.Li(
            [html.I(className=f"dot place-{min(style.place, theme.SERIES)}"), style.name]
            + ([] if code in present else [html.Em(" no rates")])
        )
        for code, style in known.items()
    ]
    signs = [("●", "stated"), ("○", "computed from the figures"), ("·", "stated otherwise by another article")]
    signs += [(misfits.SIGN, "around a mark: does not fit with others")] if ringed else []
    told = [html.Li([html.Span(sign, className="sign", **{"aria-hidden": "true"}), words]) for sign, words in signs]
    return html.Div(html.Ul([*regions, *told]), className="key")


def texts(rows: Sequence[Growing], flags: dict[str, str]) -> Texts:
    """A line for each region and span, with what does not fit of its figures where any is known not to."""
    say = (chart.rate_stated, chart.rate_computed, chart.verdict, chart.rates_elsewhere)
    lines = tuple(
        (places.name(row.partner), spans.words(row.start, row.end), *(told(row) for told in say))
        + ((misfits.together(points_of(row), flags),) if flags else ())
        for row in rows
    )
    heads = ("Region", "Period", "Stated", "Computed", "Comparison", "Stated elsewhere", *(("Does not fit",) if flags else ()))
    caption = f"{format.counted(len(rows), 'span')} of this chart as a table"
    return Texts(caption, heads, lines, tuple(_identity(row) for row in rows))


def _identity(row: Growing) -> str:
    return next((point.observation_id for point in points_of(row)), "")


VIEW = View("growth", "Growth", "g", 4, show, behind)
