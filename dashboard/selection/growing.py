"""Growth as the articles state it beside growth as their figures give it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dashboard.selection import spans
from dashboard.selection.choice import Controls
from dashboard.selection.cut import Cut, beside
from dashboard.selection.frames import wide
from dashboard.selection.rows import Point, drawn_points, every_claim, points, rules, scope, shown
from dashboard.selection.table import Table
from dashboard.selection.transform import Seen, growth

# Rates are printed to a tenth or a whole percent, amounts to three figures: what lies nearer than this says the same.
SAME = 1.0
PASSED_OVER = ("rate", "currency")
Key = tuple[str, date | None, date | None]


@dataclass(frozen=True, slots=True)
class Growing:
    """One span of one region: the stated rate (the point's ``change``), the computed one, or both; ``others`` are the rates
    of other articles that state another number."""

    partner: str
    start: date
    end: date
    stated: Point | None
    computed: Seen | None
    others: tuple[Point, ...] = ()

    @property
    def apart(self) -> float | None:
        """Stated less computed, in percentage points; None unless both are there and neither is hedged."""
        if self.stated is None or self.computed is None or self.stated.change is None:
            return None
        if (self.stated.change_bound or "exact") != "exact" or (self.computed.bound or "exact") != "exact":
            return None
        return self.stated.change - self.computed.value

    @property
    def agrees(self) -> bool | None:
        """Whether both say the same within rounding; None where that cannot be said."""
        apart = self.apart
        if apart is None or self.computed is None:
            return None
        return abs(apart) <= max(SAME, abs(100 + self.computed.value) * SAME / 100)


def compared(table: Table, controls: Controls) -> list[Growing]:
    """Every span of the chosen regions for which a rate is stated, or can be computed from figures a year apart."""
    every = table.lately(_stated, controls)
    said = {(p.partner, p.start, p.end): p for p in _points(drawn_points(every, controls))}
    figures = points(table, _of_any_year(controls))
    worked = {(s.point.partner, s.point.start, s.point.end): s for s in growth(figures) if _inside(s.point, controls)}
    keys = sorted(set(said) | set(worked))
    others = _others(_points(every_claim(every, controls)), said)
    return [Growing(*key, said.get(key), worked.get(key), tuple(others.get(key, ()))) for key in keys]


def behind(table: Table, controls: Controls) -> Cut:
    """The rows that state a rate or give a computed one, those of the year before among them, every claim."""
    every, asked = table.lately(_stated, controls), _of_any_year(controls)
    figures = {(p.partner, p.span, p.start.year): p for p in points(table, asked) if p.start}
    rated = [seen.point for seen in growth(list(figures.values())) if _inside(seen.point, controls)]
    before = [figures[p.partner, p.span, p.start.year - 1] for p in rated if p.start]
    whole, computed = scope(table, controls), beside(shown(table, asked), [point.observation_id for point in (*rated, *before)])
    return whole.where(np.isin(whole.rows, np.union1d(every.rows, computed.rows)))


def _of_any_year(controls: Controls) -> Controls:
    return replace(controls, years=(None, None), status=("actual",))


def _others(claims: list[Point], said: dict[Key, Point]) -> dict[Key, list[Point]]:
    """The rates that differ from the preferred one of their span, each number once."""
    found: dict[Key, dict[float, Point]] = {}
    for claim in claims:
        key = (claim.partner, claim.start, claim.end)
        preferred = said.get(key)
        if preferred and claim.change is not None and claim.change != preferred.change:
            found.setdefault(key, {}).setdefault(claim.change, claim)
    return {key: list(rates.values()) for key, rates in found.items()}


def _points(found: list[Point]) -> list[Point]:
    return [point for point in found if point.start and point.end]


def _stated(table: Table, controls: Controls) -> Cut:
    """The rates that articles state against the same span a year before."""
    cut = scope(table, controls)
    cut = cut.where(~np.isnan(cut.column("change")) & cut.any_of("status", ("actual",)))
    for rule in rules(controls):
        if rule.reason not in PASSED_OVER:
            cut = cut.where(~rule.applies(cut))
    return _against_a_year_before(table, cut)


def _against_a_year_before(table: Table, cut: Cut) -> Cut:
    if not len(cut.rows):
        return cut
    base = wide(table, cut.rows, ("base_start", "base_end", "period_start", "period_end"))
    days = (base["period_start"] - base["base_start"]).dt.days, (base["period_end"] - base["base_end"]).dt.days
    yearly = days[0].between(364, 367) & days[1].between(364, 367)
    return cut.where((yearly | base["base_start"].isna()).to_numpy(dtype=bool))


def _inside(point: Point, controls: Controls) -> bool:
    first, last = controls.years
    return (first is None or point.end.year >= first) and (last is None or point.start.year <= last)


def middle(row: Growing) -> float:
    """Where the span stands on the axis of decimal years."""
    return sum(spans.extent(row.start, row.end)) / 2
