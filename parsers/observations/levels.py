"""The levels of one flow: which of them a printed rate leads to, and which are one level told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from parsers.model import Observation, Period

# A rounder number claims no more than this part of itself.
ROUGHEST, NEAR = Decimal("0.005"), Decimal("0.006")
TRUNCATED = Decimal("0.01")
# A hedged number is passed by no more than this part of itself.
HEDGED = Decimal("0.04")
# A number of so many digits does not come twice by chance.
TELLING = 4
# A table of one flow must not cost the square of its rows.
MOST = 24
WORLD = "WLD"


def statistic(row: Observation) -> tuple[object, ...]:
    """What a row measures, whichever way and by whichever side it is told, its product apart."""
    return *_flow(row), row.period, row.status, row.per


def _flow(row: Observation) -> tuple[object, object]:
    """Which goods go whither: what one area imports from another is what that one exports to it."""
    if row.trade_flow == "imports" and row.ref_area is not None and row.counterpart_area not in (None, WORLD):
        return "exports", (row.counterpart_area, row.ref_area)
    return row.trade_flow, _pair(row)


def _pair(row: Observation) -> object:
    pair = (row.ref_area, row.counterpart_area)
    return frozenset(pair) if row.trade_flow in ("turnover", "balance") else pair


def same_product(first: str | None, second: str | None) -> bool:
    """Whether two products may be one: both the total, or one named within the other."""
    if first is None or second is None:
        return first is second
    one, other = first.lower(), second.lower()
    return one in other or other in one


def grown(value: Observation, rate: Observation) -> Observation:
    """A value with the growth of another row."""
    known = {**value.known, **({"base": rate.known["base"]} if "base" in rate.known else {})}
    return replace(
        value,
        change_pct=rate.change_pct,
        change_max=rate.change_max,
        change_bound=rate.change_bound,
        base=rate.base,
        known=known,
        roles=(*value.roles, *(role for role in rate.roles if role.role == "change")),
    )


def grew(row: Observation, value: Observation, rate: Observation) -> bool:
    """Whether an earlier level and a later one come to a rate, as exactly as all three are printed."""
    if not row.obs_value or value.obs_value is None or rate.change_pct is None:
        return False
    if row.period.start is None or value.period.start is None or row.period.start >= value.period.start:
        return False
    old, new, rough = abs(row.obs_value), abs(value.obs_value), _half(rate.change_pct) + abs(rate.change_pct) * TRUNCATED
    least = ((new - _rounding(new)) / (old + _rounding(old)) - 1) * 100
    most = ((new + _rounding(new)) / (old - _rounding(old)) - 1) * 100
    return least - rough <= rate.change_pct <= most + rough


def _half(number: Decimal) -> Decimal:
    """Half of one of the last digit that is printed of a number, of the ones at most."""
    return Decimal(5).scaleb(min(int(number.as_tuple().exponent), 0) - 1)


def _rounding(value: Decimal) -> Decimal:
    """Half of one of the last digit that is printed of a value, of a round one a small part."""
    return min(Decimal(5).scaleb(int(value.normalize().as_tuple().exponent) - 1), value * ROUGHEST)


def rehomed(rows: Sequence[Observation]) -> list[Observation]:
    """The rows, where a growth that leads from its value to a later one goes over to that one.

    "Exports grew 5% compared with $100m in 2020" behind "Exports were $105m in 2021" tells the growth of 2021.
    """
    kept = list(rows)
    for places in _alike(rows, lambda row: (row.trade_flow, _pair(row), row.unit_measure, row.status)):
        for at in places:
            goal = _goal(kept, at, places)
            if goal >= 0:
                moved, old = grown(kept[goal], kept[at]), kept[at]
                kept[goal] = replace(moved, base=old.period, known={**moved.known, "base": old.known.get("period", "carried")})
                kept[at] = _ungrown(old)
    return kept


def _goal(rows: Sequence[Observation], at: int, places: Sequence[int]) -> int:
    """The only later level that the growth of a row leads to, -1 where one of the year before tells what it is against."""
    row = rows[at]
    if row.change_pct is None or row.change_bound != "exact":
        return -1
    others = [place for place in places if place != at and same_product(rows[place].product, row.product)]
    if any(grew(rows[place], row, row) or _next(rows[place].period, row.period) for place in others):
        return -1
    goals = [place for place in others if rows[place].change_pct is None and grew(row, rows[place], row)]
    return goals[0] if len(goals) == 1 and _next(row.period, rows[goals[0]].period) else -1


def _next(period: Period, later: Period) -> bool:
    """Whether two periods are the same days of one year and the next."""
    if None in (period.start, period.end, later.start, later.end):
        return False
    assert period.start is not None and later.start is not None and period.end is not None and later.end is not None
    return 360 <= (later.start - period.start).days <= 371 and 360 <= (later.end - period.end).days <= 371


def _ungrown(row: Observation) -> Observation:
    return replace(
        row,
        change_pct=None,
        change_max=None,
        change_bound=None,
        base=Period(),
        known={name: how for name, how in row.known.items() if name != "base"},
        roles=tuple(role for role in row.roles if role.role != "change"),
    )


def echoed(rows: Sequence[Observation]) -> list[Observation]:
    """The rows, where a value without a growth has that of another row that tells the same level, the last digit apart."""
    kept = list(rows)
    for places in _alike(rows, lambda row: (row.trade_flow, row.period, row.unit_measure, row.status, row.per)):
        told = [rows[place] for place in places if rows[place].change_pct is not None]
        for at in places:
            twins = [one for one in told if rows[at].change_pct is None and _one_level(rows[at], one)]
            if twins and len({twin.change_pct for twin in twins}) == 1:
                kept[at] = grown(rows[at], twins[0])
    return kept


def _one_level(row: Observation, other: Observation) -> bool:
    assert row.obs_value is not None and other.obs_value is not None
    if row.period == Period() or not same_product(row.product, other.product):
        return False
    if _pair(row) == _pair(other):
        apart = abs(abs(row.obs_value) - abs(other.obs_value))
        return apart <= abs(row.obs_value) * NEAR or (_finer(row, other) and apart <= _last(other.obs_value))
    return abs(row.obs_value) == abs(other.obs_value) and len(row.obs_value.normalize().as_tuple().digits) >= TELLING


def _finer(row: Observation, other: Observation) -> bool:
    """Whether a level is the exact one of another that a hedge puts below or above it: 24.17 of "more than 24"."""
    assert row.obs_value is not None and other.obs_value is not None
    if other.bound == "above":
        return abs(row.obs_value) > abs(other.obs_value)
    return other.bound == "below" and abs(row.obs_value) < abs(other.obs_value)


def _last(value: Decimal) -> Decimal:
    """One of the last digit that is printed of a value, of a round one a part of it."""
    return min(Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)), abs(value) * HEDGED)


def _alike(rows: Sequence[Observation], key: Callable[[Observation], object]) -> Iterable[list[int]]:
    """The places of the values that a key makes one group, the first ones of each."""
    groups: dict[object, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.obs_value is not None and len(groups[key(row)]) < MOST:
            groups[key(row)].append(at)
    return [places for places in groups.values() if len(places) > 1]
