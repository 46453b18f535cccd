"""Two regions or more, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard import format, misfits, places, sentences, spark, theme, url
from dashboard.charts import of_view
from dashboard.elements import Element, element
from dashboard.selection import Controls, Point, Table, left_out, points, spans
from dashboard.selection.comparing import Compared, behind, compared, everybody, largest, latest_common, peers
from dashboard.selection.rows import other_kinds
from dashboard.views import Shown, Texts, View
from dashboard.views.time import legend, nothing, styles

GOES_ON = "The table goes on to the right, with growth a year, rank and course →"
HEADS = ("Region", "Start", "End", "Change", "Change, %", "A year", "Rank")


def show(table: Table, controls: Controls) -> Shown:
    """A line of figures for each region, and the chart that was chosen."""
    found = points(table, controls)
    reasons = left_out(table, controls)
    period = latest_common(found)
    if period is None:
        return Shown(sentences.whose(controls), sentences.subtitle(controls), empty=_none(table, controls, found, reasons))
    ranking = everybody(table, controls, period)
    lines = sorted(compared(found, ranking), key=lambda line: (line.rank or 1 << 30, line.partner))
    known = styles(controls)
    flags = misfits.flagged(table, found)
    chart = {chart.id: chart for chart in of_view("compare")}.get(controls.chart, of_view("compare")[0])
    figure = chart.figure(found, known)
    when = spans.words(*period)
    return Shown(
        title=sentences.comparison(controls, lines, when),
        subtitle=f"{sentences.subtitle(replace(controls, measure='level'))} · ranks of {when}",
        figure=figure if figure["data"] else None,
        empty=None if figure["data"] else _no_chart(chart.id),
        panel=[
            element("P", chart.question, className="question"),
            _table(lines, controls, flags),
            *_peers(table, controls, ranking, when),
        ],
        legend=legend(known, {point.partner for point in found}),
        notes=[
            *sentences.notes(table, controls, reasons),
            *sentences.kinds(table, controls, other_kinds(table, controls)),
            *misfits.notes(found, flags),
        ],
        publishers=tuple(sorted({point.publisher for point in found if point.publisher})),
        texts=texts(lines, when, flags),
    )


def _none(table: Table, controls: Controls, found: Sequence[Point], reasons: dict[str, int]) -> list[Any]:
    """Why there is nothing to compare; forecasts and targets alone are not."""
    if not found:
        return nothing(table, controls, reasons)
    return [
        element("P", "There are forecasts and targets alone, or figures of an open span, and those are not compared."),
        element("P", "Over time shows them."),
    ]


def _no_chart(chart: str) -> list[Element]:
    if chart in ("difference", "ratio"):
        return [
            element("P", "The first two regions chosen have no period in common."),
            element("P", "Choose two that do, or other years."),
        ]
    return [
        element("P", "These regions have too few periods in common to draw this."),
        element("P", "Choose more regions, or the index."),
    ]


def _table(lines: Sequence[Compared], controls: Controls, flags: dict[str, str]) -> Element:
    ends = [sum(spans.extent(p.start, p.end)) / 2 for line in lines for p in (line.first, line.last)]
    heads = [element("Th", words, scope="col") for words in (*HEADS, "Course")]
    body = [_line(line, controls.place(line.partner), (min(ends), max(ends)), flags) for line in lines]
    parts = [element("Thead", element("Tr", heads)), element("Tbody", body)]
    named = {"tabIndex": 0, "role": "region", "aria-label": "Start, end and change of each region"}
    table = element("Div", element("Table", parts, className="compared"), className="scroll", **named)
    return element("Div", [element("P", GOES_ON, className="goes-on"), table], className="wide-table")


def _line(line: Compared, place: int, ends: tuple[float, float], flags: dict[str, str]) -> Element:
    picture = spark.picture(line.series, ends)
    name = places.name(line.partner)
    dot = element("I", className=f"dot place-{min(place, theme.SERIES)}")
    spoken = f"{format.counted(len(line.series), 'figure')} from {_when(line.first)} to {_when(line.last)}"
    numbers = [element("Td", _halves(words), className="number") for words in _changes(line)]
    course = element("Td", element("Span", role="img", className="spark", style={"--spark": picture}, **{"aria-label": spoken}))
    figures = [_figure(point, flags.get(point.observation_id)) for point in (line.first, line.last)]
    return element("Tr", [element("Th", [dot, name], scope="row"), *figures, *numbers, course])


def _halves(words: str) -> str | list[Any]:
    """A rate with its years on a line of their own, as the figures have theirs."""
    rate, over, years = words.partition(" over ")
    return [rate, element("Span", f"over {years}", className="when")] if over else words


def _figure(point: Point, flag: str | None) -> Element:
    label = misfits.spoken(f"{format.printed(point)} in {_when(point)}: open the sentence", flag)
    words = format.brief(point)
    button = element(
        "Button", [words, *misfits.badge(flag)], className="plain", **{"data-evidence": point.observation_id, "aria-label": label}
    )
    return element("Td", [button, element("Span", _when(point), className="when")])


def _when(point: Point) -> str:
    return spans.words(point.start, point.end, short=True)


def _said(point: Point) -> str:
    return f"{format.printed(point)} in {_when(point)}"


def _changes(line: Compared) -> tuple[str, str, str, str]:
    """Absolute and relative change, growth a year with its years, rank, all but the rank hedged; a dash where there is none."""
    rank = f"{line.rank} of {line.ranked}" if line.rank else "not told"
    if line.first is line.last:
        return "one figure", "–", "–", rank
    change = format.money(line.absolute, line.last.unit)
    bound = line.bound if min(line.first.value, line.last.value) > 0 else None
    absolute = format.hedged(f"+{change}" if line.absolute > 0 else change, bound)
    relative = format.hedged(format.percent(line.relative), bound) if line.relative is not None else "–"
    rate = format.hedged(format.percent(line.yearly), bound) if line.yearly is not None else ""
    yearly = f"{rate} over {format.counted(line.years, 'year')}" if rate else "–"
    return absolute, relative, yearly, rank


def _peers(table: Table, controls: Controls, ranking: Sequence[Point], when: str) -> list[Element]:
    """Regions to add: of similar size, with a common border, of the same federal district; each is offered once."""
    alike = peers(ranking, controls)
    rest = [point for point in ranking if point not in alike]
    beside = largest(rest, controls, places.beside(controls.chosen).__contains__)
    own = {places.district(code) for code in controls.chosen} - {""}
    near = largest([point for point in rest if point not in beside], controls, lambda code: places.district(code) in own)
    lines = (
        (f"Of similar size in {when}, add: ", alike),
        ("With a common border, add: ", beside),
        ("Of the same federal district, add: ", near),
    )
    return [_adding(table, controls, words, found) for words, found in lines if found]


def _adding(table: Table, controls: Controls, words: str, found: Sequence[Point]) -> Element:
    links: list[Any] = []
    for point in found:
        more = replace(controls, partners=(*controls.partners, point.partner))
        label = f"{places.name(point.partner)} ({format.money(point.value, point.unit)})"
        links += [sentences.inner(label, url.write(more, table)), ", "]
    return element("P", [words, *links[:-1]], className="peers")


def texts(lines: Sequence[Compared], when: str, flags: dict[str, str]) -> Texts:
    """The comparison as plain rows, with what does not fit of both ends where any figure is known not to."""
    rows = tuple(
        (places.name(line.partner), _when(line.last), _said(line.first), format.printed(line.last), *_changes(line))
        + ((misfits.together((line.first, line.last), flags),) if flags else ())
        for line in lines
    )
    heads = (
        "Region",
        "Latest period",
        "Start",
        "End",
        "Change",
        "Change, %",
        "A year",
        f"Rank in {when}",
        *(("Does not fit",) if flags else ()),
    )
    return Texts(
        f"{format.counted(len(rows), 'region')} compared, as a table",
        heads,
        rows,
        tuple(line.last.observation_id for line in lines),
    )


VIEW = View("compare", "Compare", "c", 1, show, behind)
