"""What there is to choose from: reporters, their partners, currencies, spans, products and publishers, with counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dashboard.selection import spans
from dashboard.selection.choice import FLOWS, Controls
from dashboard.selection.facts import TURNED_FLOW
from dashboard.selection.rows import Point, points
from dashboard.selection.table import Table

OPENED = 5
FULL_STORY = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen and how many figures it has."""

    code: str
    figures: int


def _ranked(texts: list[str], codes: npt.NDArray[np.int64]) -> tuple[Choice, ...]:
    counts = np.bincount(codes[codes >= 0], minlength=len(texts))
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], texts[code]))
    return tuple(Choice(texts[code], int(counts[code])) for code in order)


def _reporters(table: Table) -> tuple[Choice, ...]:
    facts = table.facts
    keys = np.concatenate([pairs // len(facts.areas) for pairs in facts.pairs]) if facts.areas else np.empty(0, dtype=np.int64)
    return _ranked(facts.areas, keys)


def reporters(table: Table) -> tuple[Choice, ...]:
    """Every area that figures speak of, from either side."""
    return table.once(_reporters)


def counted(table: Table, column: str, reporter: str) -> tuple[Choice, ...]:
    """The values of ``column`` among a reporter's figures (partner, flow, unit, span ...), the commonest first."""
    return table.once(_count, column, reporter)


def _count(table: Table, column: str, reporter: str) -> tuple[Choice, ...]:
    facts = table.facts
    rows, turned = facts.of(reporter)
    if column == "partner":
        return _ranked(facts.areas, np.where(turned, facts.columns["ref"][rows], facts.columns["other"][rows]))
    codes = facts.columns[column][rows]
    if column == "flow":
        mirror = [facts.code("flow", TURNED_FLOW.get(flow, flow)) for flow in facts.texts["flow"]]
        codes = np.where(turned, np.maximum(mirror, -1)[codes], codes) if len(codes) else codes
    return _ranked(facts.texts[column], codes)


def _largest(table: Table, controls: Controls) -> tuple[str, ...]:
    """Partners by their latest full-year figure, those with a full story first."""
    partners = [choice.code for choice in counted(table, "partner", controls.reporter)]
    single = [code for code in partners if "+" not in code and code != "WLD"] or partners
    stories = _stories(points(table, replace(controls, partners=tuple(single), status=("actual",))))
    regions = {code: story for code, story in stories.items() if "-" in code}
    stories = regions if len(regions) * 2 >= len(stories) else stories
    full = {code: story for code, story in stories.items() if story[0] >= FULL_STORY}
    ranked = full if len(full) >= OPENED else stories
    by = (
        (lambda code: -ranked[code][1])
        if ranked is full
        else (lambda code: (-min(ranked[code][0], FULL_STORY), -ranked[code][1]))
    )
    return tuple(sorted(ranked, key=by)[:OPENED])


def _stories(found: list[Point]) -> dict[str, tuple[int, float]]:
    """For each partner how many periods it has, and its latest figure."""
    stories: dict[str, tuple[int, float]] = {}
    for point in found:
        stories[point.partner] = (stories.get(point.partner, (0, 0.0))[0] + 1, abs(point.value))
    return stories


def default_controls(table: Table, reporter: str | None = None) -> Controls:
    """Where the page opens, for the reporter with the most figures or a given one: the largest partners with a full story."""
    if reporter is None:
        everybody = [choice.code for choice in reporters(table) if choice.code != "WLD"]
        reporter = everybody[0] if everybody else "WLD"
    return table.once(_default, reporter)


def _default(table: Table, reporter: str) -> Controls:
    start = replace(
        Controls(reporter),
        flow=_first(table, "flow", reporter, FLOWS[0]),
        currency=_first(table, "unit", reporter, "USD"),
        span=_full_span(table, reporter),
    )
    if opened := _largest(table, start):
        return replace(start, partners=opened)
    opened = tuple(choice.code for choice in counted(table, "partner", reporter)[:OPENED])
    return replace(start, partners=opened, span=spans.EVERYTHING)


def _first(table: Table, column: str, reporter: str, otherwise: str) -> str:
    found = counted(table, column, reporter)
    return found[0].code if found else otherwise


def _full_span(table: Table, reporter: str) -> str:
    found = [c.code for c in counted(table, "span", reporter) if c.code in ("calendar", "iranian") or c.code.startswith("fiscal")]
    return found[0] if found else "calendar"


def year_ends(table: Table, reporter: str) -> tuple[int, int]:
    """The first and the last year that a reporter's figures speak of."""
    return table.once(_year_ends, reporter)


def _year_ends(table: Table, reporter: str) -> tuple[int, int]:
    rows, _ = table.facts.of(reporter)
    days = np.concatenate([table.facts.columns[name][rows] for name in ("start", "end")])
    years = days[~np.isnat(days)].astype("datetime64[Y]").astype(np.int64) + 1970
    return (int(years.min()), int(years.max())) if len(years) else (2000, 2001)
