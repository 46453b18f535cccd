"""(table, Controls) -> rows: the only place where the page's filters are put into practice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.selection import spans
from dashboard.selection.choice import STATUSES, Controls
from dashboard.selection.cut import Cut, Mask, preferred_first
from dashboard.selection.facts import TURNED_FLOW, Rows
from dashboard.selection.table import Table

# What decides whether a figure is shown; all else in Controls is how it is looked at.
FILTERS = (
    "flow", "currency", "span", "years", "status", "hedged", "confidence", "derived", "product", "kind", "publishers", "known",
    "prefer",
)  # fmt: skip
MISSING = np.iinfo(np.int64).min


class Point(NamedTuple):
    """One cell as it is drawn: its preferred claim, turned to the reporter's side, and how far all claims go apart.
    ``low`` and ``high`` are the ends of the claims, one of each article, and ``claims`` says how many those are. The hedges are
    those of ``hedging``."""

    observation_id: str
    reporter: str
    partner: str
    flow: str
    span: str
    start: date | None
    end: date | None
    value: float
    value_max: float | None
    unit: str | None
    bound: str | None
    status: str
    derived: bool
    turned: bool
    change: float | None
    change_bound: str | None
    publisher: str | None
    published: date | None
    low: float
    high: float
    claims: int
    kind: str = "unstated"
    hedge: str | None = None
    change_hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason why a figure of the chosen areas is not shown, and which rows it applies to."""

    reason: str
    applies: Callable[[Cut], Mask]


def scope(table: Table, controls: Controls) -> Cut:
    """The figures of the chosen areas and flow, whatever else holds of them."""
    facts = table.facts
    parts = [(*facts.of(controls.reporter, partner), facts.code("area", partner)) for partner in controls.chosen]
    rows = np.concatenate([part[0] for part in parts]) if parts else np.empty(0, dtype=np.int64)
    turned = np.concatenate([part[1] for part in parts]) if parts else np.empty(0, dtype=np.bool_)
    partner = np.repeat([part[2] for part in parts], [len(part[0]) for part in parts]).astype(np.int64)
    return _of_flow(Cut(facts, rows, turned, partner), controls.flow)


def _of_flow(cut: Cut, flow: str) -> Cut:
    mirrored = TURNED_FLOW.get(flow, flow)
    return cut.where(np.where(cut.turned, cut.any_of("flow", (mirrored,)), cut.any_of("flow", (flow,))))


def rules(controls: Controls) -> list[Rule]:
    """The reasons to leave a figure out, the most telling first."""
    product = controls.product.strip().lower()
    kept = [
        Rule("rate", lambda cut: np.isnan(cut.column("value"))),
        Rule("currency", lambda cut: ~cut.any_of("unit", (controls.currency,))),
        Rule("product", lambda cut: ~cut.any_of("product", (product,)) if product else cut.column("product") >= 0),
        *([Rule("kind", lambda cut: ~cut.any_of("kind", (controls.kind,)))] if controls.kind else []),
        Rule("adjusted", lambda cut: cut.column("adjustment") >= 0),
        Rule("average", lambda cut: cut.column("per") >= 0),
        Rule("undated", lambda cut: cut.any_of("span", ("undated",)) | _unsaid(cut)),
    ]
    if controls.span != spans.EVERYTHING:
        kept.append(Rule("span", lambda cut: ~cut.any_of("span", (controls.span,))))
    return kept + _limits(controls)


def _unsaid(cut: Cut) -> Mask:
    """An open span is drawn to the day it was said; where nobody knows that day it has no end."""
    return cut.any_of("span", ("since",)) & np.isnat(cut.column("published"))


def _limits(controls: Controls) -> list[Rule]:
    first, last = controls.years
    known = np.datetime64(controls.known) if controls.known else None
    wanted = [
        (first is not None, Rule("years", lambda cut: cut.column("end") < np.datetime64(f"{first:04d}-01-01"))),
        (last is not None, Rule("years", lambda cut: cut.column("start") > np.datetime64(f"{last:04d}-12-31"))),
        (set(controls.status) != set(STATUSES), Rule("status", lambda cut: ~cut.any_of("status", controls.status))),
        (not controls.hedged, Rule("hedged", lambda cut: cut.column("hedged"))),
        (controls.confidence > 0, Rule("unsure", lambda cut: cut.column("confidence") < controls.confidence)),
        (not controls.derived, Rule("derived", lambda cut: cut.column("derived"))),
        (bool(controls.publishers), Rule("publisher", lambda cut: ~cut.any_of("publisher", controls.publishers))),
        (known is not None, Rule("later", lambda cut: ~(cut.column("published") <= known))),
    ]
    return [rule for applies, rule in wanted if applies]


def shown(table: Table, controls: Controls) -> Cut:
    """The rows on show."""
    return table.lately(_sifted, controls)[0]


def left_out(table: Table, controls: Controls) -> dict[str, int]:
    """How many figures of the chosen areas are not shown, by the first reason that applies, the most frequent first."""
    taken: dict[str, Rows] = table.lately(_sifted, controls)[1]
    return dict(Counter({reason: len(rows) for reason, rows in taken.items()}).most_common())


def listed(table: Table, controls: Controls) -> Cut:
    """The rows to list: those on show, or all of the chosen areas, or those left out for one reason."""
    if controls.rows == "shown":
        return shown(table, controls)
    cut = scope(table, controls)
    if not controls.left:
        return cut
    return cut.where(np.isin(cut.rows, table.lately(_sifted, controls)[1].get(controls.left, ())))


def _sifted(table: Table, controls: Controls) -> tuple[Cut, dict[str, Rows]]:
    """What the rules leave, and the rows that each reason has taken."""
    cut = scope(table, controls)
    taken: dict[str, Rows] = {}
    for rule in rules(controls):
        applies = rule.applies(cut)
        if applies.any():
            taken[rule.reason] = np.concatenate([taken.get(rule.reason, cut.rows[:0]), cut.rows[applies]])
            cut = cut.where(~applies)
    return cut, taken


def points(table: Table, controls: Controls) -> list[Point]:
    """The cells on show, the preferred claim of each, by partner and time."""
    return table.lately(_shown_cells, controls).points(controls)


def other_kinds(table: Table, controls: Controls) -> dict[str, int]:
    """How many cells of goods, of services or of both are on show but not drawn, for one of the same period stands for them."""
    cells = table.lately(_shown_cells, controls)
    texts = cells.heads.facts.texts["kind"]
    return dict(Counter(texts[code] for code in cells.heads.column("kind")[~cells.drawn]).most_common())


def _shown_cells(table: Table, controls: Controls) -> Cells:
    return cells_of(shown(table, controls), controls.prefer)


def undated_targets(table: Table, controls: Controls) -> list[Point]:
    """Targets of the chosen areas for which no year was said."""
    cut = scope(table, controls)
    cut = cut.where(cut.any_of("span", ("undated",)) & cut.any_of("status", ("target",)))
    for rule in rules(controls):
        if rule.reason not in ("undated", "span"):
            cut = cut.where(~rule.applies(cut))
    return drawn_points(cut, controls)


def of_period(table: Table, controls: Controls, start: date, end: date) -> list[Point]:
    """The cells of one period, of every partner of the reporter that ``controls`` would show, whichever are chosen."""
    asked = {name: getattr(controls, name) for name in FILTERS}
    return table.lately(_of_period, Controls(controls.reporter, **asked), start, end)


def _of_period(table: Table, controls: Controls, start: date, end: date) -> list[Point]:
    whole, order, keys = table.once(_by_period, controls.reporter)
    first, last = np.searchsorted(keys, _period_keys(np.array([start, start]), np.array([end, end])) + np.array([0, 1]))
    cut = _of_flow(whole.where(np.sort(order[first:last])), controls.flow)
    for rule in rules(controls):
        cut = cut.where(~rule.applies(cut))
    return drawn_points(cut, controls)


def _by_period(table: Table, reporter: str) -> tuple[Cut, Rows, Rows]:
    """All rows of a reporter, and their places in the order of their periods with the periods' keys."""
    facts = table.facts
    rows, turned = facts.of(reporter)
    cut = Cut(facts, rows, turned, np.where(turned, facts.columns["ref"][rows], facts.columns["other"][rows]).astype(np.int64))
    keys = _period_keys(cut.column("start"), cut.column("end"))
    order = np.argsort(keys, kind="stable")
    return cut, order, keys[order]


def _period_keys(start: npt.NDArray[Any], end: npt.NDArray[Any]) -> Rows:
    """One number for two days, which missing ones share with no others."""
    days = [days.astype("datetime64[D]").astype(np.int64) for days in (start, end)]
    return np.where(days[0] == MISSING, MISSING, days[0] * (1 << 24) + np.where(days[1] == MISSING, 1 << 23, days[1]))


def drawn_points(cut: Cut, controls: Controls) -> list[Point]:
    """The cells of some rows."""
    return cells_of(cut, controls.prefer).points(controls)


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of some rows: the preferred claim of each, the ends of all its claims and their number, and which are drawn."""

    heads: Cut
    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    sizes: Rows
    drawn: Mask

    def points(self, controls: Controls) -> list[Point]:
        """Those that are drawn, as points."""
        return _points(self.heads.where(self.drawn), controls, *(of[self.drawn] for of in (self.low, self.high, self.sizes)))


def cells_of(cut: Cut, prefer: tuple[str, ...]) -> Cells:
    """The cells of some rows, by partner and time."""
    cut = preferred_first(cut, prefer)
    low, high = cut.values()
    if not len(cut.rows):
        return Cells(cut, low, high, np.empty(0, dtype=np.int64), np.empty(0, dtype=np.bool_))
    heads, sizes, lows, highs = _claims(cut, low, np.where(np.isnan(high), low, high))
    return Cells(cut.where(heads), lows, highs, sizes, _drawn(cut.where(heads)))


def every_claim(cut: Cut, controls: Controls) -> list[Point]:
    """Each row as a point of its own, in the order of ``preferred_first``, the claims of one cell beside one another."""
    cut = preferred_first(cut, controls.prefer)
    low, high = cut.values()
    return _points(cut, controls, low, np.where(np.isnan(high), low, high), np.ones(len(cut.rows), dtype=np.int64))


def _claims(cut: Cut, low: Any, high: Any) -> tuple[Rows, Rows, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """For each cell: the place of its first row, how many articles speak, and the ends of what they say, one claim each."""
    cell, voice = cut.column("cell"), cut.column("voice")
    begins = np.ones(len(cell), dtype=np.bool_)
    begins[1:] = (cell[1:] != cell[:-1]) | (cut.partner[1:] != cut.partner[:-1])
    number = np.cumsum(begins) - 1
    _, speaks = np.unique(number * (int(voice.max()) + 2) + voice, return_index=True)
    speaks = np.sort(speaks)
    cells = np.searchsorted(number[speaks], np.arange(number[-1] + 1))
    lows, highs = np.minimum.reduceat(low[speaks], cells), np.maximum.reduceat(high[speaks], cells)
    return np.flatnonzero(begins), np.diff(np.append(cells, len(speaks))), lows, highs


def _drawn(heads: Cut) -> Mask:
    """Which cells are the first of their partner, period and status: of goods, and goods with services, one is drawn."""
    first = np.ones(len(heads.rows), dtype=np.bool_)
    keys = [heads.column("start"), heads.column("end"), heads.column("status"), heads.partner]
    # Two missing dates differ from each other, as they should: nothing says that they are of one period.
    first[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return first


def _points(cut: Cut, controls: Controls, first: Any, last: Any, sizes: Any) -> list[Point]:
    facts = cut.facts

    def text(name: str) -> list[str | None]:
        known = [*facts.texts[name], None]
        return [known[code] for code in cut.column(name)]

    def number(values: npt.NDArray[np.float64]) -> list[float | None]:
        return [None if value != value else value for value in values.tolist()]

    def day(name: str) -> list[date | None]:
        return cut.column(name).tolist()

    # An open span ends, for the picture, on the day it was said.
    ends = [said if span == "since" else end for span, end, said in zip(text("span"), day("end"), day("published"), strict=True)]
    low, high = cut.values()
    count = len(cut.rows)
    return [
        Point(*fields)
        for fields in zip(
            facts.ids.take(cut.rows).to_pylist(), [controls.reporter] * count, [facts.areas[code] for code in cut.partner],
            [controls.flow] * count, text("span"), day("start"), ends, low.tolist(), number(high), text("unit"),
            text("bound"), text("status"), cut.column("derived").tolist(), cut.turned.tolist(), number(cut.column("change")),
            text("change_bound"), text("publisher"), day("published"), first.tolist(), last.tolist(), sizes.tolist(),
            text("kind"), text("hedge"), text("change_hedge"), strict=True,
        )
    ]  # fmt: skip


def count(table: Table, controls: Controls) -> int:
    """How many rows ``select`` gives."""
    return len(shown(table, controls).rows)
