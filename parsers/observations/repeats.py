"""One row a statistic: what headline and body both say is kept once, in its most exact form."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from parsers.model import Observation, Period
from parsers.observations.joins import joined

TOLERANCE = Decimal("0.06")


def without_repeats(rows: list[Observation]) -> list[Observation]:
    """The rows without those that another row says as exactly or more exactly; a rate told apart joins its value."""
    once = [rows[at] for at in sorted(_once(rows), key=lambda place: (rows[place].sentence_start, place))]
    told = joined(once)
    return [told[at] for at in sorted(_once(told))]


def _once(rows: Sequence[Observation]) -> list[int]:
    """The places of the rows that no other says as exactly."""
    kept: list[int] = []
    for at in sorted(range(len(rows)), key=lambda place: _exactness(rows[place]), reverse=True):
        if not any(_repeats(rows[at], rows[other]) for other in kept):
            kept.append(at)
    return kept


def _exactness(row: Observation) -> tuple[int, int, int]:
    known = (row.period != Period()) + (row.obs_value is not None) + (row.change_pct is not None)
    return known, _digits(row.obs_value if row.obs_value is not None else row.change_pct), _digits(row.change_pct)


def _digits(value: Decimal | None) -> int:
    """How many significant digits a value has."""
    return len(value.normalize().as_tuple().digits) if value is not None else 0


def _repeats(row: Observation, other: Observation) -> bool:
    """Whether `row` says no more than `other`: the same flow, areas, status, period, and number or its rounding."""
    if (row.trade_flow, row.status, bool(row.product)) != (other.trade_flow, other.status, bool(other.product)):
        return False
    if {row.ref_area, row.counterpart_area} != {other.ref_area, other.counterpart_area}:
        return False
    if row.period not in (Period(), other.period):
        return False
    if row.obs_value is not None:
        return _same_value(row, other)
    if row.share_pct is not None:
        return row.share_pct == other.share_pct
    return _same_rate(row, other)


def _same_value(row: Observation, other: Observation) -> bool:
    if other.obs_value is None or row.unit_measure != other.unit_measure:
        return False
    if row.obs_value == other.obs_value:
        return True
    cut = _is_cut(row.bound, row.obs_value, other.obs_value)
    return row.sentence_start < other.sentence_start and (cut or _is_rounding(row.obs_value, other.obs_value))


def _same_rate(row: Observation, other: Observation) -> bool:
    if row.change_pct is None or other.change_pct is None or row.change_pct * other.change_pct < 0:
        return False
    return row.change_pct == other.change_pct or (
        row.sentence_start < other.sentence_start
        and (abs(row.change_pct - other.change_pct) <= 1 or _hedged(row.change_bound, row.change_pct, other.change_pct))
        and _is_rounding(row.change_pct, other.change_pct)
    )


def _hedged(bound: str | None, rough: Decimal, fine: Decimal) -> bool:
    """Whether a rate says by its hedge on which side of it the exact one lies: "almost doubled" is 100 or less."""
    return bound == "about" or (bound == "below" and abs(fine) <= abs(rough)) or (bound == "above" and abs(fine) >= abs(rough))


def _is_cut(bound: str | None, rough: Decimal | None, fine: Decimal | None) -> bool:
    """Whether a number is an exact one cut to fewer digits, as its hedge says: "over three million" of 3.3, "under four"."""
    digits = _digits(rough)
    if not rough or not fine or bound not in ("above", "below") or digits >= _digits(fine) or rough * fine < 0:
        return False
    unit = Decimal(1).scaleb(rough.adjusted() - digits + 1)
    rounding = ROUND_FLOOR if bound == "above" else ROUND_CEILING
    return (abs(fine) / unit).to_integral_value(rounding) * unit == abs(rough)


def _is_rounding(rough: Decimal | None, fine: Decimal | None) -> bool:
    if rough is None or fine is None or not fine or _digits(rough) >= _digits(fine):
        return False
    return abs(rough - fine) <= TOLERANCE * abs(fine)
