"""Regions side by side: start and end, change, growth a year, rank of one period, differences and ratios."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.selection.choice import Controls
from dashboard.selection.cut import Cut, beside
from dashboard.selection.rows import Point, of_period, points, shown
from dashboard.selection.table import Table
from dashboard.selection.transform import Seen, quotient

Period = tuple[date, date]
PEERS = 4


@dataclass(frozen=True, slots=True)
class Compared:
    """One region: its first and last figure of the span, and its rank among ``ranked`` regions in one common period.

    ``relative`` and ``yearly`` are percent and None where the start is not above zero; ``years`` lie between the two.
    ``bound`` is that of the change and of its rates, of figures above zero.
    """

    partner: str
    series: tuple[Point, ...]
    absolute: float
    relative: float | None
    yearly: float | None
    years: int
    bound: str | None
    rank: int | None
    ranked: int

    @property
    def first(self) -> Point:
        """The figure that the change starts from."""
        return self.series[0]

    @property
    def last(self) -> Point:
        """The figure that the change ends at."""
        return self.series[-1]


def by_partner(found: Iterable[Point]) -> dict[str, tuple[Point, ...]]:
    """What came about, partner by partner, in the order of time."""
    groups: dict[str, list[Point]] = defaultdict(list)
    for point in found:
        if point.status == "actual" and point.start and point.end and point.span != "since":
            groups[point.partner].append(point)
    return {partner: tuple(sorted(group, key=lambda p: (p.end, p.start))) for partner, group in groups.items()}


def behind(table: Table, controls: Controls) -> Cut:
    """The rows that a comparison is made of: what came about in closed spans, every claim."""
    found = by_partner(points(table, controls))
    return beside(shown(table, controls), (point.observation_id for series in found.values() for point in series))


def compared(found: Sequence[Point], ranking: Sequence[Point]) -> list[Compared]:
    """A line for each region that has a figure; ``ranking`` is everybody's figures of the period that ranks are of."""
    values = sorted(-p.value for p in ranking)
    # Equal figures share the better rank.
    ranks = {p.partner: 1 + bisect_left(values, -p.value) for p in ranking}
    return [
        _compared(partner, _same_span(series), ranks.get(partner), len(values)) for partner, series in by_partner(found).items()
    ]


def _same_span(series: tuple[Point, ...]) -> tuple[Point, ...]:
    """The figures of the span that most of them have: nine months are never held against a year."""
    spans = [point.span for point in series]
    most = max(sorted(set(spans)), key=spans.count)
    return tuple(point for point in series if point.span == most)


def _compared(partner: str, series: tuple[Point, ...], rank: int | None, ranked: int) -> Compared:
    first, last = series[0], series[-1]
    years = last.start.year - first.start.year
    positive = first.value > 0 and years > 0
    ratio = last.value / first.value if positive else None
    yearly = (ratio ** (1 / years) - 1) * 100 if ratio is not None and ratio > 0 else None
    relative = (ratio - 1) * 100 if ratio is not None else None
    return Compared(partner, series, last.value - first.value, relative, yearly, years, quotient(last, first), rank, ranked)


def latest_common(found: Sequence[Point]) -> Period | None:
    """The latest period that most of the regions have; None without any."""
    groups: dict[Period, set[str]] = defaultdict(set)
    for series in by_partner(found).values():
        for point in series:
            groups[point.start, point.end].add(point.partner)
    return max(groups, key=lambda period: (len(groups[period]), period[1], period[0])) if groups else None


def everybody(table: Table, controls: Controls, period: Period) -> list[Point]:
    """The figures of one period of every single partner that is of the same kind of area as most of the chosen ones."""
    subdivisions = sum("-" in code for code in controls.chosen) * 2 >= len(controls.chosen)
    found = of_period(table, replace(controls, status=("actual",)), *period)
    return [p for p in found if "+" not in p.partner and p.partner != "WLD" and ("-" in p.partner) == subdivisions]


def peers(ranking: Sequence[Point], controls: Controls) -> list[Point]:
    """Partners not chosen that are nearest in size to the chosen ones, in the period that ranks are of."""
    own = [point.value for point in ranking if point.partner in controls.chosen]
    others = [point for point in ranking if point.partner not in controls.chosen]
    if not own:
        return sorted(others, key=lambda point: -point.value)[:PEERS]
    return sorted(others, key=lambda point: min(abs(point.value - value) for value in own))[:PEERS]


def largest(ranking: Sequence[Point], controls: Controls, fits: Callable[[str], bool]) -> list[Point]:
    """Partners not chosen that fit, the largest first."""
    found = [point for point in ranking if point.partner not in controls.chosen and fits(point.partner)]
    return sorted(found, key=lambda point: -point.value)[:PEERS]


def pairs(found: Sequence[Point], one: str, two: str, ratio: bool) -> list[Seen]:
    """A - B, or A / B, over the periods that both have, as points of A; hedges travel into the bound."""
    series = by_partner(found)
    others = {(p.start, p.end): p for p in series.get(two, ())}
    both = [(p, others[p.start, p.end]) for p in series.get(one, ()) if (p.start, p.end) in others]
    if ratio:
        return [_seen(p, p.value / o.value, quotient(p, o)) for p, o in both if o.value > 0]
    return [_seen(p, p.value - o.value, quotient(p, o)) for p, o in both]


def _seen(point: Point, value: float, bound: str | None) -> Seen:
    return Seen(point, value, value, value, bound)


def slope_periods(found: Sequence[Point]) -> tuple[Period, Period] | None:
    """The two periods that most regions have both of; among equals the ones that lie furthest apart."""
    owners = {p: {point.partner for point in found if (point.start, point.end) == p} for p in _periods(found)}
    ordered = sorted(owners, key=lambda period: period[1])
    choices = [(a, b) for number, a in enumerate(ordered) for b in ordered[number + 1 :] if a[1] < b[0]]
    if not choices:
        return None
    best = max(choices, key=lambda two: (len(owners[two[0]] & owners[two[1]]), two[1][1] - two[0][0]))
    return best if owners[best[0]] & owners[best[1]] else None


def _periods(found: Sequence[Point]) -> list[Period]:
    return sorted({(p.start, p.end) for p in found if p.start and p.end})


def ranks(found: Sequence[Point]) -> list[tuple[Point, int, int]]:
    """Each figure's rank among the regions that have a figure of the very same period, and how many those are; two at least."""
    actual = [point for series in by_partner(found).values() for point in series]
    ranked = []
    for period in _periods(actual):
        group = [point for point in actual if (point.start, point.end) == period]
        if len(group) > 1:
            ranked += [(p, 1 + sum(o.value > p.value for o in group), len(group)) for p in group]
    return ranked
