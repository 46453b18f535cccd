"""From figures to what is seen of them: an index, growth, a share, an average per month, with hedges kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dashboard.selection import spans
from dashboard.selection.choice import Controls
from dashboard.selection.cut import Cut
from dashboard.selection.rows import Point, drawn_points, points
from dashboard.selection.table import Table

if TYPE_CHECKING:
    import pandas as pd

# Views that show figures as the measure has them; the others show amounts.
MEASURED = ("time", "table")
FLIP = {"above": "below", "below": "above"}


class Seen(NamedTuple):
    """A point and the number that stands for it in the view, between ``low`` and ``high`` where claims differ.

    ``note`` names what the number is against ('2012 = 100').
    """

    point: Point
    value: float
    low: float
    high: float
    bound: str | None
    note: str = ""


def series(found: Iterable[Point]) -> dict[tuple[str, str, str], list[Point]]:
    """Points by partner, span and kind of status (forecasts and targets apart), in the order of time."""
    groups: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    for point in found:
        groups[point.partner, point.span, point.status].append(point)
    return {key: sorted(group, key=lambda point: (point.start, point.end)) for key, group in groups.items()}


def levels(found: list[Point]) -> list[Seen]:
    """The figures themselves."""
    return [Seen(p, p.value, p.low, p.high, p.bound) for p in found]


def monthly(found: list[Point]) -> list[Seen]:
    """The average per month of the span, which makes spans of any length comparable."""
    seen = []
    for p in found:
        if p.start and p.end:
            months = max((p.end - p.start).days + 1, 1) / 30.436875
            months = round(months) or months
            seen.append(Seen(p, p.value / months, p.low / months, p.high / months, p.bound, f"{months:g} months"))
    return seen


def index(found: list[Point]) -> list[Seen]:
    """Each partner's series with its own first figure as 100; the base is noted on every one of them."""
    seen = []
    for group in series(_closed(found)).values():
        base = next((p for p in group if p.value > 0), None)
        if base is None:
            continue
        factor, note = 100 / base.value, f"{spans.words(base.start, base.end, short=True)} = 100"
        seen += [Seen(p, p.value * factor, p.low * factor, p.high * factor, quotient(p, base), note) for p in group]
    return seen


def growth(found: list[Point]) -> list[Seen]:
    """Percent against the same span a year before, where both are figures."""
    seen = []
    for group in series(_closed(found)).values():
        by_year = {p.start.year: p for p in group if p.start}
        for year, p in sorted(by_year.items()):
            before = by_year.get(year - 1)
            if before and before.value > 0 and not _overlaps(before, p):
                rate = (p.value / before.value - 1) * 100
                seen.append(Seen(p, rate, rate, rate, quotient(p, before), f"against {spans.words(before.start, before.end)}"))
    return seen


def _closed(found: list[Point]) -> list[Point]:
    return [point for point in found if point.span != "since"]


def _overlaps(before: Point, point: Point) -> bool:
    return before.end is None or point.start is None or before.end >= point.start


def share(found: list[Point], whole: list[Point]) -> list[Seen]:
    """Percent of the whole's figure for the same period and currency."""
    totals = {(p.start, p.end, p.unit, p.status): p for p in whole}
    seen = []
    for p in found:
        total = totals.get((p.start, p.end, p.unit, p.status))
        if total and total.value > 0 and total.partner != p.partner:
            factor = 100 / total.value
            seen.append(Seen(p, p.value * factor, p.low * factor, p.high * factor, quotient(p, total), f"of {total.partner}"))
    return seen


def quotient(point: Point, base: Point) -> str:
    """The hedge of a quotient or a difference of figures above zero: the figure's own, or the base's turned round.

    'more than' over 'exact' is more than, over 'up to' as well; where the two pull apart it is 'about'.
    """
    if point == base:
        return "exact"
    own, turned = point.bound or "exact", FLIP.get(base.bound or "exact", base.bound or "exact")
    if own == turned or turned == "exact":
        return own
    return turned if own == "exact" else "about"


def see(measure: str, found: list[Point], whole: list[Point]) -> list[Seen]:
    """The points as one of ``MEASURES`` shows them."""
    if measure == "share":
        return share(found, whole)
    return {"level": levels, "monthly": monthly, "index": index, "growth": growth}[measure](found)


def shown_values(table: Table, controls: Controls, rows: pd.DataFrame, cut: Cut) -> pd.DataFrame:
    """``rows`` of ``select``, those of a cut, with the view's ``shown_measure`` and, where one is drawn, its ``shown_result``."""
    measure = controls.measure if controls.view in MEASURED else "level"
    whole = points(table, replace(controls, partners=("WLD",))) if measure == "share" else []
    found = points(table, controls) if controls.view in MEASURED else drawn_points(cut, controls)
    results = {row.point.observation_id: row.value for row in see(measure, found, whole)}
    return rows.assign(shown_measure=measure, shown_result=rows["observation_id"].map(results).astype("float64"))
