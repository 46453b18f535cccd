"""A value with its growth or its share is one statistic: a rate or share of its own joins the row of its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from parsers.model import Observation, Period
from parsers.observations.levels import echoed, grew, grown, rehomed, same_product, statistic
from parsers.observations.slots.period_meanings import a_year_before

Fits = Callable[[Observation, Observation], bool]
Join = Callable[[Observation, Observation], Observation]

# What stands between two sentences that follow one another.
BESIDE = 3


def joined(rows: Sequence[Observation]) -> list[Observation]:
    """The rows, where a rate or a share without a value stands with the only value of the same statistic that has none yet.

    Of two rates of one value the one against the year before is joined first; a share joins in its own sentence
    ("$6bn, or 18% of all exports") or, without a period of its own, from the next ("That is 18% of all exports").
    """
    kept: list[Observation | None] = list(rows)
    for at, row in sorted(enumerate(rows), key=lambda entry: entry[1].base != a_year_before(entry[1].period)):
        if row.obs_value is None and row.change_pct is not None:
            _join(kept, at, (_is_value_of, partial(_comes_to, rows=rows)), grown)
    for at, row in enumerate(rows):
        if row.obs_value is None and row.share_pct is not None:
            _join(kept, at, (_is_told_with, _is_told_before), _shared)
    return echoed(rehomed([row for row in kept if row is not None]))


def _join(kept: list[Observation | None], at: int, fits: Iterable[Fits], join: Join) -> None:
    """Let the row at a place join the one value that the first test with any answer finds.

    With several it stays alone, and so does a row far surer than its value, which would take it along when it is dropped.
    """
    row = kept[at]
    if row is None:
        return
    values = [(place, other) for place, other in enumerate(kept) if other is not None and other.obs_value is not None]
    found = next((those for test in fits if (those := [entry for entry in values if test(entry[1], row)])), [])
    if len(found) == 1 and 2 * found[0][1].confidence >= row.confidence:
        place, value = found[0]
        kept[place], kept[at] = join(value, row), None


def _is_told_with(value: Observation, share: Observation) -> bool:
    """Whether a share stands in the sentence of a value of its statistic, whose period it has where it tells none."""
    return value.sentence_start == share.sentence_start and _has_share(value, share)


def _is_told_before(value: Observation, share: Observation) -> bool:
    """Whether a share that tells no period stands right behind the sentence of a value of its statistic."""
    return share.period == Period() and 0 <= share.sentence_start - value.sentence_end <= BESIDE and _has_share(value, share)


def _has_share(value: Observation, share: Observation) -> bool:
    """Whether a share may be a value's that has none yet: of its statistic, with its period where it tells none."""
    if value.share_pct is not None:
        return False
    dated = share if share.period != Period() else replace(share, period=value.period)
    return statistic(value)[:-1] == statistic(dated)[:-1] and same_product(value.product, share.product)


def _shared(value: Observation, share: Observation) -> Observation:
    return replace(
        value,
        share_pct=share.share_pct,
        share_max=share.share_max,
        share_bound=share.share_bound,
        share_of=share.share_of,
        roles=(*value.roles, *(role for role in share.roles if role.role == "share")),
    )


def _is_value_of(value: Observation, rate: Observation) -> bool:
    if value.change_pct is not None or statistic(value) != statistic(rate) or not same_product(value.product, rate.product):
        return False
    return rate.period != Period() or 0 <= rate.sentence_start - value.sentence_end <= BESIDE


def _comes_to(value: Observation, rate: Observation, rows: Sequence[Observation]) -> bool:
    """Whether the value and an earlier one printed for the same flow come to the rate, wherever that was told."""
    if value.change_pct is not None or (value.trade_flow, value.status) != (rate.trade_flow, rate.status):
        return False
    if not same_product(value.product, rate.product):
        return False
    earlier = (row for row in rows if statistic(row)[:2] == statistic(value)[:2] and row.unit_measure == value.unit_measure)
    return any(grew(row, value, rate) for row in earlier)
