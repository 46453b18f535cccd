"""Growth as articles state it (filled) and as their figures give it (hollow), joined where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from dashboard import axes, format, marks, theme
from dashboard.charts import Chart, Figure
from dashboard.marks import Style
from dashboard.selection import Point, spans
from dashboard.selection.growing import Growing, middle

HEIGHT = 460
LABELLED = 6
# A region's marks stand a little beside one another, so that none hides another in the same year.
SHIFT = 0.09
LEAST_REACH, WIDENED, FAR = 30.0, 1.15, 2.5


def figure(rows: Sequence[Growing], styles: dict[str, Style], flags: Mapping[str, str] = MappingProxyType({})) -> Figure:
    """Percent against the same span a year before, over time; rates beyond the axis stand at its edge with their number.

    ``flags`` say by the ids of rows what does not fit of them: these have a ring.
    """
    layout = theme.layout(HEIGHT, right=16)
    if not rows:
        return {"data": [], "layout": layout}
    low, high = reach(rows)
    ends = [edge for row in rows for edge in spans.extent(row.start, row.end)]
    named = axes.years(min(ends), max(ends))
    layout["xaxis"] |= {"range": [min(ends) - 0.15, max(ends) + 0.15]}
    layout["xaxis"] |= {"tickvals": [year + 0.5 for year in named], "ticktext": [str(year) for year in named]}
    values, texts = axes.ticks(low, high, lambda value: format.percent(value) if value else "0%")
    layout["yaxis"] |= {"range": [low, high], "tickvals": values, "ticktext": texts}
    data = [_gaps(rows, styles, (low, high))]
    for partner, style in styles.items():
        mine = [row for row in rows if row.partner == partner]
        data += [_marks(mine, styles, style, kind, (low, high)) for kind in ("computed", "stated")]
        data.append(_elsewhere(mine, styles, style, (low, high)))
    data = [*(trace for trace in data if trace["x"]), *marks.rings(_spots(rows, styles, (low, high)), flags)]
    layout["annotations"] = _differences(rows, styles, (low, high))
    return {"data": data, "layout": layout}


def reach(rows: Sequence[Growing]) -> tuple[float, float]:
    """The ends of the axis: around nine tenths of the rates, so that one tenfold rise does not flatten the rest."""
    told = ((_stated(row), _computed(row), *(point.change for point in row.others)) for row in rows)
    rates = sorted(rate for rates in told for rate in rates if rate is not None)
    edge = len(rates) // 20
    inner = rates[edge : len(rates) - edge]
    low, high = (held if abs(end) > FAR * abs(held) else end for end, held in ((rates[0], inner[0]), (rates[-1], inner[-1])))
    return min(low, -LEAST_REACH / 2) * WIDENED, max(high, LEAST_REACH) * WIDENED


def _stated(row: Growing) -> float | None:
    return row.stated.change if row.stated else None


def _computed(row: Growing) -> float | None:
    return row.computed.value if row.computed else None


def _across(row: Growing, styles: dict[str, Style]) -> float:
    return middle(row) + SHIFT * (styles[row.partner].place % theme.SERIES - min(len(styles), theme.SERIES) / 2)


def _held(rate: float, ends: tuple[float, float]) -> float:
    return min(max(rate, ends[0]), ends[1])


def _marks(
    rows: Sequence[Growing], styles: dict[str, Style], style: Style, kind: str, ends: tuple[float, float]
) -> dict[str, Any]:
    read = _stated if kind == "stated" else _computed
    shown = [(row, rate) for row in rows if (rate := read(row)) is not None]
    outside = [rate != _held(rate, ends) for _, rate in shown]
    hollow = "-open" if kind == "computed" else ""
    symbol = theme.marker(style.place) + hollow
    up, down = f"triangle-up{hollow}", f"triangle-down{hollow}"
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": f"{style.name}, {kind}",
        "x": [_across(row, styles) for row, _ in shown],
        "y": [_held(rate, ends) for _, rate in shown],
        "text": [format.percent(rate) if far else "" for (_, rate), far in zip(shown, outside, strict=True)],
        "textposition": ["bottom center" if rate > 0 else "top center" for _, rate in shown],
        "textfont": {"color": "@ink", "size": 13},
        "customdata": [_identity(row, kind) for row, _ in shown],
        "hovertext": [told(row, style.name) for row, _ in shown],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "color": style.colour,
            "size": marks.POINT + (1 if kind == "stated" else 4),
            "symbol": [(up if rate > 0 else down) if far else symbol for (_, rate), far in zip(shown, outside, strict=True)],
            "line": {"width": 0 if kind == "stated" else 2, "color": style.colour},
        },
    }


def _spots(rows: Sequence[Growing], styles: dict[str, Style], ends: tuple[float, float]) -> list[tuple[float, float, str]]:
    rates = [(row, kind, read(row)) for row in rows for kind, read in (("stated", _stated), ("computed", _computed))]
    return [(_across(row, styles), _held(rate, ends), _identity(row, kind)) for row, kind, rate in rates if rate is not None]


def _elsewhere(rows: Sequence[Growing], styles: dict[str, Style], style: Style, ends: tuple[float, float]) -> dict[str, Any]:
    """Rates of other articles for the same span that say another number: small and light, to be clicked as the others."""
    shown = [(row, point, point.change or 0.0) for row in rows for point in row.others]
    return {
        "type": "scatter", "mode": "markers", "name": f"{style.name}, stated by others", "hoverinfo": "text", "cliponaxis": False,
        "x": [_across(row, styles) for row, _, _ in shown], "y": [_held(rate, ends) for _, _, rate in shown],
        "customdata": [point.observation_id for _, point, _ in shown],
        "hovertext": [_said_elsewhere(row, point, style.name) for row, point, _ in shown],
        "marker": {"color": style.colour, "size": marks.POINT - 2, "symbol": theme.marker(style.place), "opacity": 0.55},
    }  # fmt: skip


def _said_elsewhere(row: Growing, point: Point, name: str) -> str:
    rate = format.hedged(format.percent(point.change or 0), point.change_bound, point.change_hedge)
    by = f"{point.publisher or 'publisher not known'}, {format.day(point.published)}"
    return f"<b>{name}, {spans.words(row.start, row.end)}</b><br>stated elsewhere: {rate} ({by})"


def _identity(row: Growing, kind: str) -> str:
    point = row.stated if kind == "stated" else row.computed.point if row.computed else None
    return point.observation_id if point else ""


def told(row: Growing, name: str) -> str:
    """Both rates in words, and what lies between them."""
    lines = [f"<b>{name}, {spans.words(row.start, row.end)}</b>"]
    if row.stated is not None:
        said = row.stated.publisher or "publisher not known"
        lines.append(f"stated: {rate_stated(row)} ({said}, {format.day(row.stated.published)})")
    if row.others:
        lines.append(f"elsewhere: {rates_elsewhere(row)}")
    if row.computed is not None:
        lines.append(f"computed: {rate_computed(row)} {row.computed.note}")
    lines.append(verdict(row))
    return "<br>".join(line for line in lines if line)


def rate_stated(row: Growing) -> str:
    """The stated rate with its hedge, empty where there is none."""
    rate = _stated(row)
    return (
        ""
        if rate is None or row.stated is None
        else format.hedged(format.percent(rate), row.stated.change_bound, row.stated.change_hedge)
    )


def rates_elsewhere(row: Growing) -> str:
    """What other articles state for the span, with their hedges; empty where none says another number."""
    return format.listed(
        [format.hedged(format.percent(point.change or 0), point.change_bound, point.change_hedge) for point in row.others]
    )


def rate_computed(row: Growing) -> str:
    """The computed rate with the hedge that its figures give it, empty where there is none."""
    return "" if row.computed is None else format.hedged(format.percent(row.computed.value), row.computed.bound)


def verdict(row: Growing) -> str:
    """'both agree', '6.2 points apart', 'hedged: no comparison', or nothing where one of the two is missing."""
    if row.stated is None or row.computed is None:
        return ""
    if row.apart is None:
        return "hedged, so not compared"
    return "both agree" if row.agrees else f"{format.number(abs(row.apart))} points apart"


def _gaps(rows: Sequence[Growing], styles: dict[str, Style], ends: tuple[float, float]) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in rows:
        said, worked = _stated(row), _computed(row)
        if said is not None and worked is not None:
            xs += [_across(row, styles)] * 2 + [None]
            ys += [_held(said, ends), _held(worked, ends), None]
    line = {"color": "@soft", "width": 1.5}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip", "name": "gap"}


def _differences(rows: Sequence[Growing], styles: dict[str, Style], ends: tuple[float, float]) -> list[dict[str, Any]]:
    """The widest differences, said beside their lines."""
    differing = [row for row in rows if row.agrees is False and row.apart is not None]
    widest = sorted(differing, key=lambda row: -abs(row.apart or 0))[:LABELLED]
    return [
        {
            "name": "difference", "text": f"{format.number(abs(row.apart or 0))} points", "showarrow": False,
            "x": _across(row, styles), "y": (_held(_stated(row) or 0, ends) + _held(_computed(row) or 0, ends)) / 2,
            "xanchor": "left", "xshift": 6, "font": {"size": 12, "color": "@soft"},
        }
        for row in widest
    ]  # fmt: skip


CHART = Chart("growth", "Growth", "Do the rates that are stated fit the figures?", "growth", 0, figure)
