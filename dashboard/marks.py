"""What a series is drawn with: lines and points, segments, whiskers for hedges, bars for claims that differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from dashboard import format, theme
from dashboard.selection import Point, spans
from dashboard.selection.transform import Seen

Trace = dict[str, Any]
Say = Callable[[float], str]
# How far a whisker goes from a value, in parts of its length.
Reach = Callable[[float, float], float]
FOOT = "line-ew-open"
ARROW = {1.0: "arrow-up", -1.0: "arrow-down"}
# Size and stroke of each, in pixels.
HEADS = {FOOT: (9, 1.5), "arrow-up": (9, 0), "arrow-down": (9, 0)}
POINT = 8


@dataclass(frozen=True, slots=True)
class Style:
    """How one region is drawn wherever it appears: its name and the place of its colour."""

    name: str
    place: int

    @property
    def colour(self) -> str:
        return theme.colour(self.place)


def speaker(measure: str, unit: str) -> Say:
    """How the axis says a number: money, an index, a rate."""
    if measure in ("level", "monthly", "difference"):
        return lambda value: format.money(value, unit) if value else "0"
    if measure in ("index", "ratio"):
        unit_word = " times" if measure == "ratio" else ""
        return lambda value: f"{format.number(abs(value))}{unit_word}" if value else "0"
    return lambda value: format.percent(value, signed=measure == "growth") if value else "0%"


def middle(row: Seen) -> float:
    """Where a period stands on the axis of decimal years."""
    first, last = spans.extent(row.point.start, row.point.end)
    return (first + last) / 2


def hover(row: Seen, style: Style, say: Say, measure: str) -> str:
    """The figure as printed, its span and change, who said it when, how many claims differ."""
    seen = "" if measure == "level" else f"<br><b>{format.hedged(say(row.value), row.bound)}</b> {row.note}".rstrip()
    return f"<b>{style.name}</b>{seen}<br>{_told(row.point)}"


@lru_cache(maxsize=32768)
def _told(point: Point) -> str:
    lines = [f"{format.printed(point)}{_quality(point)}"]
    changed = format.changed(point)
    when = f"since {format.day(point.start)}, still open" if point.span == "since" else spans.words(point.start, point.end)
    lines.append(when + (f", {changed}" if changed else ""))
    lines.append(f"{point.publisher or 'publisher not known'}, {format.day(point.published)}")
    if point.claims > 1:
        apart = f", {format.money(point.low, point.unit)} to {format.money(point.high, point.unit)}"
        lines.append(f"{point.claims} claims" + (apart if point.low != point.high else ", all the same"))
    return "<br>".join(lines)


def _quality(point: Any) -> str:
    words = [point.status] if point.status != "actual" else []
    words += ["computed"] if point.derived else []
    words += [format.KIND_WORDS[point.kind]] if format.KIND_WORDS.get(point.kind) else []
    words += ["said from the other side"] if point.turned else []
    return f" ({', '.join(words)})" if words else ""


def runs(rows: Sequence[Seen]) -> list[list[Seen]]:
    """Rows cut wherever the next period does not begin the day after the last one has ended."""
    found: list[list[Seen]] = []
    for row in rows:
        if found and found[-1][-1].point.end + timedelta(days=1) == row.point.start:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def yearly(rows: Sequence[Seen], style: Style, say: Say, measure: str) -> Trace:
    """Full years of one kind: consecutive ones joined, no line across a gap, a lone one with its figure beside it."""
    trace = _points(style, "lines+markers+text")
    trace["line"] = {"color": style.colour, "width": 2, "dash": theme.dash(style.place)}
    for number, run in enumerate(runs(rows)):
        if number:
            _add(trace, None, None, "", "", 1, "")
        for row in run:
            text = say(row.value) if len(run) == 1 else ""
            _add(trace, middle(row), row.value, hover(row, style, say, measure), row.point.observation_id, _ink(row), text)
    if any(trace["text"]):
        sides = {row.point.observation_id: _side(row, row is rows[-1]) for row in rows}
        trace["textposition"] = [sides.get(known, "top center") for known in trace["customdata"]]
    return _light(trace)


def _side(row: Seen, last: bool) -> str:
    """Where words stand beside a point: out of the way of the whisker of its hedge, and of the name at the end of its line."""
    if row.bound in ("about", "above"):
        return "middle left" if last else "middle right"
    return "top center"


def said(rows: Sequence[Seen], style: Style, say: Say, measure: str, symbol: str) -> Trace:
    """Forecasts and targets: hollow marks that belong to no line."""
    trace = _points(style, "markers")
    trace["marker"] |= {"symbol": f"{symbol}-open", "size": POINT + 3, "line": {"width": 2, "color": style.colour}}
    for row in rows:
        _add(trace, middle(row), row.value, hover(row, style, say, measure), row.point.observation_id, _ink(row), "")
    return trace


def segments(rows: Sequence[Seen], style: Style, say: Say, measure: str, labelled: bool) -> Trace:
    """Parts of years, each as long as its months."""
    trace = _points(style, "lines+text")
    trace["line"] = {"color": style.colour, "width": 4}
    del trace["marker"]
    for row in rows:
        first, last = spans.extent(row.point.start, row.point.end)
        text = spans.words(row.point.start, row.point.end, short=True).rsplit(" ", 1)[0] if labelled else ""
        told = hover(row, style, say, measure)
        for x, label in ((first, ""), ((first + last) / 2, text), (last, "")):
            _add(trace, x, row.value, told, row.point.observation_id, 1, label)
        _add(trace, None, None, "", "", 1, "")
    if labelled:
        # The whisker of a hedge goes up where the words would be.
        risen = {row.point.observation_id for row in rows if row.bound in ("about", "above")}
        trace["textposition"] = ["bottom center" if known in risen else "top center" for known in trace["customdata"]]
    return trace


def link(rows: Sequence[Seen], style: Style) -> Trace:
    """A thin line through the same months of consecutive years, from middle to middle."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for before, row in pairwise(rows):
        if row.point.start.year == before.point.start.year + 1:
            xs += [middle(before), middle(row), None]
            ys += [before.value, row.value, None]
    return _silent(xs, ys, {"color": style.colour, "width": 1.5, "dash": "dot"})


def whiskers(rows: Sequence[Seen], style: Style, reach: Reach) -> Trace:
    """Hedges: 'up to' a stem down with a foot, 'more than' an arrow up, 'about' a stem both ways; heads of one size on screen."""
    trace = _silent([], [], {"color": style.colour, "width": 1.5}) | {"mode": "lines+markers"}
    marker = {"color": style.colour, "line": {"width": [], "color": style.colour}, "symbol": [], "size": [], "opacity": 1}
    for row in rows:
        up = 1.0 if row.value >= 0 else -1.0
        first, last, head = {"below": (0, -up, FOOT), "above": (0, up, ARROW[up]), "about": (-0.7, 0.7, None)}.get(
            row.bound or "exact", (0, 0, None)
        )
        if first == last:
            continue
        for y, symbol in ((reach(row.value, first), None), (reach(row.value, last), head), (None, None)):
            trace["x"].append(middle(row) if y is not None else None)
            trace["y"].append(y)
            marker["symbol"].append(symbol or "circle")
            size, stroke = HEADS.get(symbol, (0, 0))
            marker["size"].append(size)
            marker["line"]["width"].append(stroke)
    return trace | {"marker": marker}


def conflicts(rows: Sequence[Seen], style: Style) -> Trace:
    """A bar through all claims of a cell that differ, behind the preferred one."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in rows:
        if row.high > row.low:
            xs += [middle(row), middle(row), None]
            ys += [row.low, row.high, None]
    return _silent(xs, ys, {"color": style.colour, "width": 7}) | {"opacity": 0.35}


def badges(rows: Sequence[Seen], flags: Mapping[str, str]) -> list[Trace]:
    """A ring around each figure that does not fit with others; hover says why."""
    return rings([(middle(row), row.value, row.point.observation_id) for row in rows], flags)


def rings(spots: Sequence[tuple[float, float, str]], flags: Mapping[str, str]) -> list[Trace]:
    """A ring at each of the spots, given with the ids of their rows, that ``flags`` say something of."""
    concerned = [spot for spot in spots if spot[2] in flags]
    if not concerned:
        return []
    return [
        {
            "type": "scatter", "mode": "markers", "name": "does not fit", "cliponaxis": False, "hoverinfo": "text",
            "x": [x for x, _, _ in concerned], "y": [y for _, y, _ in concerned],
            "hovertext": [f"Does not fit: {flags[name]}" for _, _, name in concerned],
            "customdata": [name for _, _, name in concerned],
            "marker": {"symbol": "circle-open", "size": POINT + 9, "color": "@ink", "line": {"width": 1, "color": "@ink"}},
        }
    ]  # fmt: skip


def bridge(before: Seen, after: Seen, style: Style) -> Trace:
    """The dashed way from the last figure that came about to the forecast of the next year."""
    line = {"color": style.colour, "width": 1.5, "dash": "dash"}
    return _silent([middle(before), middle(after)], [before.value, after.value], line)


def _points(style: Style, mode: str) -> Trace:
    return {
        "type": "scatter",
        "mode": mode,
        "name": style.name,
        "x": [], "y": [], "text": [], "hovertext": [], "customdata": [],
        "textposition": "top center",
        "textfont": {"color": "@ink", "size": 13},
        "cliponaxis": False,
        "connectgaps": False,
        "hoverinfo": "text",
        "marker": {"color": style.colour, "size": POINT, "symbol": theme.marker(style.place), "opacity": []},
    }  # fmt: skip


def _add(trace: Trace, x: float | None, y: float | None, told: str, identity: str, ink: float, text: str) -> None:
    for name, value in (("x", x), ("y", y), ("hovertext", told), ("customdata", identity), ("text", text)):
        trace[name].append(value)
    if "marker" in trace:
        trace["marker"]["opacity"].append(ink)


def _light(trace: Trace) -> Trace:
    """Without what says of every point what the trace says anyway."""
    if not any(trace["text"]):
        trace |= {"mode": trace["mode"].replace("+text", ""), "text": []}
    if min(trace["marker"]["opacity"], default=1) == 1:
        trace["marker"]["opacity"] = 1
    return trace


def _ink(row: Seen) -> float:
    return 0.5 if row.point.derived else 1.0


def _silent(xs: list[float | None], ys: list[float | None], line: dict[str, Any]) -> Trace:
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip", "cliponaxis": False}
