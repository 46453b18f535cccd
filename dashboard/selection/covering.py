"""Which regions and years the articles tell of, how many articles each, how well they agree, and why a year is empty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.selection import spans
from dashboard.selection.choice import Controls
from dashboard.selection.cut import Cut, Mask
from dashboard.selection.facts import TURNED_FLOW
from dashboard.selection.rows import Point, drawn_points, rules
from dashboard.selection.table import Table

MOST = 40
Key = tuple[str, int]
# Filters of the page that say nothing about whether an article tells of a year.
PASSED_OVER = ("span", "years", "undated")


@dataclass(frozen=True, slots=True)
class Covered:
    """What is told of one region and year: articles and figures, the point that stands for it, how far claims go apart.

    ``spread`` is (highest - lowest) / highest in percent over the claims of one cell, None where one article speaks alone.
    """

    articles: int
    figures: int
    point: Point
    full: bool
    spread: float | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Regions in order, years in order, what is told of each, and the reason where nothing is shown; how many regions, and how
    many targets of later years, are left out."""

    partners: tuple[str, ...]
    years: tuple[int, ...]
    cells: dict[Key, Covered]
    empty: dict[Key, str]
    left: int
    far: int

    @property
    def articles(self) -> int:
        """Articles over all cells; one that tells of two years counts in both."""
        return sum(cell.articles for cell in self.cells.values())


def coverage(table: Table, controls: Controls) -> Coverage:
    """The chosen regions first, then those told of most, at most MOST, with everything that is told of the chosen flow."""
    whole = _whole(table, controls)
    flow = whole.where(_of_flow(whole, controls))
    partners, left = _partners(table, controls, flow)
    told = table.lately(_told, controls)
    near = _near(told, controls)
    cells = _cells(table, near, controls)
    years = _span_of_years(cells, controls)
    far = len(told.rows) - len(near.rows)
    return Coverage(partners, years, cells, _reasons(table, whole, flow, partners, controls), left, far)


def behind(table: Table, controls: Controls) -> Cut:
    """The rows that tell of the regions and years drawn."""
    return _near(table.lately(_told, controls), controls)


def _near(cut: Cut, controls: Controls) -> Cut:
    """Without targets of years that nothing else is told of yet, unless years are asked for: columns would stand empty."""
    years, other = _years(cut), ~cut.any_of("status", ("target",))
    if controls.years[1] is not None or not other.any():
        return cut
    return cut.where(other | (years <= years[other].max()))


def _told(table: Table, controls: Controls) -> Cut:
    """The rows that tell of the regions drawn."""
    whole = _whole(table, controls)
    flow = whole.where(_of_flow(whole, controls))
    kept = flow
    for rule in rules(controls):
        if rule.reason not in PASSED_OVER:
            kept = kept.where(~rule.applies(kept))
    codes = [table.facts.code("area", partner) for partner in _partners(table, controls, flow)[0]]
    return _timed(kept.where(np.isin(kept.partner, np.array(codes, dtype=np.int64))), controls)


def _whole(table: Table, controls: Controls) -> Cut:
    facts = table.facts
    rows, turned = facts.of(controls.reporter)
    partner = np.where(turned, facts.columns["ref"][rows], facts.columns["other"][rows]).astype(np.int64)
    return Cut(facts, rows, turned, partner)


def _of_flow(cut: Cut, controls: Controls) -> Mask:
    mirrored = TURNED_FLOW.get(controls.flow, controls.flow)
    found: Mask = np.where(cut.turned, cut.any_of("flow", (mirrored,)), cut.any_of("flow", (controls.flow,)))
    return found


def _partners(table: Table, controls: Controls, flow: Cut) -> tuple[tuple[str, ...], int]:
    codes, counts = np.unique(flow.partner, return_counts=True)
    ordered = [table.facts.areas[code] for code in codes[np.argsort(-counts, kind="stable")]]
    rest = [code for code in ordered if code not in controls.chosen and "+" not in code]
    found = (*controls.chosen, *rest)
    return found[:MOST], max(len(found) - MOST, 0)


def _timed(cut: Cut, controls: Controls) -> Cut:
    """The rows of one year: twelve months whatever they begin with, or a part of a calendar year."""
    end, years = cut.column("end"), _years(cut)
    first, last = controls.years
    inside = ~np.isnat(end) & (years > 0)
    inside &= years >= (first if first is not None else 0)
    return cut.where(inside & (years <= (last if last is not None else 9999)))


def _years(cut: Cut) -> npt.NDArray[np.int64]:
    """The year that each row tells of, the one it begins in; 0 where it is open or longer than twelve months."""
    start, end = cut.column("start"), cut.column("end")
    known = ~np.isnat(start) & ~np.isnat(end)
    days = np.where(known, (end - start).astype(np.int64), 9999)
    year = start.astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(known & (days < 367), year, 0)


def _cells(table: Table, cut: Cut, controls: Controls) -> dict[Key, Covered]:
    if not len(cut.rows):
        return {}
    areas = table.facts.areas
    keys = list(zip((areas[code] for code in cut.partner), _years(cut).tolist(), strict=True))
    voices: dict[Key, set[int]] = {}
    figures: dict[Key, int] = {}
    for key, voice in zip(keys, cut.column("voice").tolist(), strict=True):
        voices.setdefault(key, set()).add(voice)
        figures[key] = figures.get(key, 0) + 1
    told: dict[Key, list[Point]] = {}
    for point in drawn_points(cut, controls):
        if point.start:
            told.setdefault((point.partner, point.start.year), []).append(point)
    return {key: _covered(len(voices[key]), figures[key], points) for key, points in told.items() if key in voices}


def _covered(articles: int, figures: int, points: list[Point]) -> Covered:
    spreads = [_spread(point) for point in points if point.claims > 1]
    standing = max(points, key=lambda point: (spans.full_year(point.span), point.claims, point.end))
    return Covered(articles, figures, standing, spans.full_year(standing.span), max(spreads, default=None))


def _spread(point: Point) -> float:
    highest = max(abs(point.low), abs(point.high))
    return (point.high - point.low) / highest * 100 if highest else 0.0


def _span_of_years(cells: dict[Key, Covered], controls: Controls) -> tuple[int, ...]:
    told = [year for _, year in cells]
    if not told:
        return ()
    first, last = controls.years
    return tuple(range(first if first is not None else min(told), (last if last is not None else max(told)) + 1))


def _reasons(table: Table, whole: Cut, flow: Cut, partners: tuple[str, ...], controls: Controls) -> dict[Key, str]:
    """Why a region's year has no cell, where the table holds something all the same: other flows, or the filter that hides it."""
    found: dict[Key, str] = {}
    for key in _keys(table, whole, partners):
        found[key] = "flow"
    hidden = flow
    for rule in rules(controls):
        if rule.reason in PASSED_OVER:
            continue
        applies = rule.applies(hidden)
        for key in _keys(table, hidden.where(applies), partners):
            found[key] = rule.reason
        hidden = hidden.where(~applies)
    return found


def _keys(table: Table, cut: Cut, partners: tuple[str, ...]) -> set[Key]:
    codes = {table.facts.code("area", partner): partner for partner in partners}
    pairs = np.unique(np.stack([cut.partner, _years(cut)], axis=1), axis=0)
    return {(codes[code], year) for code, year in pairs.tolist() if code in codes and year}
