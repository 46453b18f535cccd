"""Every area of one map for one year: what a map is coloured with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.selection import spans
from dashboard.selection.catalogue import counted
from dashboard.selection.choice import Controls
from dashboard.selection.cut import Cut, beside
from dashboard.selection.rows import Point, points, shown
from dashboard.selection.table import Table

# A year that tells of this share of the most areas told of in any year is full enough to open with.
ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Mapped:
    """The year shown, one point for each area told of in it, and how many areas each year tells of."""

    year: int | None
    points: tuple[Point, ...]
    told: dict[int, int]


def mapped(table: Table, controls: Controls, belongs: Callable[[str], bool]) -> Mapped:
    """The areas that ``belongs`` admits, in the year asked for, or the latest one that tells of many."""
    asked = _everybody(table, controls, belongs)
    found = [p for p in points(table, asked) if p.start and p.end and p.status == "actual"]
    told = Counter(year for _, year in {(p.partner, p.start.year) for p in found if p.start})
    if not told:
        return Mapped(int(controls.at) if controls.at else None, (), {})
    year = int(controls.at) if controls.at else max(y for y, number in told.items() if number >= ENOUGH * max(told.values()))
    best: dict[str, Point] = {}
    for point in found:
        if point.start and point.start.year == year and _rank(point) > _rank(best.get(point.partner)):
            best[point.partner] = point
    return Mapped(year, tuple(sorted(best.values(), key=lambda p: -p.value)), dict(sorted(told.items())))


def behind(table: Table, controls: Controls, belongs: Callable[[str], bool], found: Mapped) -> Cut:
    """The rows that speak of what is on a map, every claim."""
    return beside(shown(table, _everybody(table, controls, belongs)), [point.observation_id for point in found.points])


def _everybody(table: Table, controls: Controls, belongs: Callable[[str], bool]) -> Controls:
    partners = tuple(choice.code for choice in counted(table, "partner", controls.reporter) if belongs(choice.code))
    return replace(controls, partners=partners)


def _rank(point: Point | None) -> tuple[bool, int]:
    """Of several spans of one year the full year stands for it, else the longest part."""
    if point is None or point.start is None or point.end is None:
        return (False, -1)
    return spans.full_year(point.span), (point.end - point.start).days
