"""Growth as the articles state it beside growth as their figures give it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dashboard.selection import spans
from dashboard.selection.choice import Controls
from dashboard.selection.cut import Cut, preferred_first
from dashboard.selection.frames import wide
from dashboard.selection.rows import Point, drawn_points, points, rules, scope
from dashboard.selection.table import Table
from dashboard.selection.transform import Seen, growth

# Rates are printed to a tenth or a whole percent, amounts to three figures: what lies nearer than this says the same.
SAME = 1.0
PASSED_OVER = ("rate", "currency")


@dataclass(frozen=True, slots=True)
class Growing:
    """One span of one region: the stated rate (the point's ``change``), the computed one, or both."""

    partner: str
    start: date
    end: date
    stated: Point | None
    computed: Seen | None

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
    said = {(p.partner, p.start, p.end): p for p in stated(table, controls)}
    figures = points(table, replace(controls, years=(None, None), status=("actual",)))
    worked = {(s.point.partner, s.point.start, s.point.end): s for s in growth(figures) if _inside(s.point, controls)}
    keys = sorted(set(said) | set(worked))
    return [Growing(*key, said.get(key), worked.get(key)) for key in keys]


def stated(table: Table, controls: Controls) -> list[Point]:
    """The rates that articles state against the same span a year before, the preferred claim of each."""
    cut = scope(table, controls)
    cut = cut.where(~np.isnan(cut.column("change")) & cut.any_of("status", ("actual",)))
    for rule in rules(controls):
        if rule.reason not in PASSED_OVER:
            cut = cut.where(~rule.applies(cut))
    cut = _against_a_year_before(table, preferred_first(cut, controls.prefer))
    return [point for point in drawn_points(cut, controls) if point.start and point.end]


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
