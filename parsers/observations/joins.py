"""A value and its growth told in two places are one statistic: a rate of its own joins the row of its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.model import Observation, Period
from parsers.observations.slots.period_meanings import a_year_before


def joined(rows: Sequence[Observation]) -> list[Observation]:
    """The rows, where a rate without a value stands with the only value of the same statistic that has no rate yet."""
    kept: list[Observation | None] = list(rows)
    for at, row in sorted(enumerate(rows), key=lambda entry: entry[1].base != a_year_before(entry[1].period)):
        if row.obs_value is not None or row.change_pct is None or row.period == Period():
            continue
        fitting = [place for place, other in enumerate(kept) if other is not None and _is_value_of(other, row)]
        if len(fitting) == 1:
            value = kept[fitting[0]]
            assert value is not None
            kept[fitting[0]] = _grown(value, row)
            kept[at] = None
    return [row for row in kept if row is not None]


def _is_value_of(value: Observation, rate: Observation) -> bool:
    if value.obs_value is None or value.change_pct is not None:
        return False
    return _statistic(value) == _statistic(rate) and _same_product(value.product, rate.product)


def _statistic(row: Observation) -> tuple[object, ...]:
    pair: object = (row.ref_area, row.counterpart_area)
    if row.trade_flow in ("turnover", "balance"):
        pair = frozenset((row.ref_area, row.counterpart_area))
    return row.trade_flow, pair, row.period, row.status, row.per


def _same_product(first: str | None, second: str | None) -> bool:
    """Whether two products may be one: both the total, or one named within the other."""
    if first is None or second is None:
        return first is second
    one, other = first.lower(), second.lower()
    return one in other or other in one


def _grown(value: Observation, rate: Observation) -> Observation:
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
