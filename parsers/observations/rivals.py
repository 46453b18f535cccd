"""Two different numbers for one statistic of a text: one of them is read wrongly, most likely the one that is less sure."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsers.model import Observation
from parsers.observations.told import again

SINGLE = "single"
DOUBTED = 0.5
# A few of the surest numbers tell whether another differs; a table of one statistic must not cost the square of its rows.
KEPT = 8
Key = tuple[object, ...]


def doubted(rows: Sequence[Observation]) -> list[Observation]:
    """The rows, the less sure of two that tell one statistic differently with a margin of one half for being the right one."""
    sureness = [math.prod(row.margins.values()) for row in rows]
    single = [1.0] * len(rows)
    surer: dict[Key, list[Decimal]] = defaultdict(list)
    for at in sorted(range(len(rows)), key=lambda place: -sureness[place]):
        told, own = surer[_statistic(rows[at])], _number(rows[at])
        if any(not again(number, own) for number in told):
            single[at] = DOUBTED
        if own not in told and len(told) < KEPT:
            told.append(own)
    return [replace(row, margins={**row.margins, SINGLE: margin}) for row, margin in zip(rows, single, strict=True)]


def _statistic(row: Observation) -> Key:
    pair: object = (row.ref_area, row.counterpart_area)
    if row.trade_flow in ("turnover", "balance"):
        pair = frozenset((row.ref_area, row.counterpart_area))
    said = "value" if row.obs_value is not None else "share" if row.share_pct is not None else "change"
    return said, row.trade_flow, pair, row.period, row.status, (row.product or "").lower()


def _number(row: Observation) -> Decimal:
    printed = next((one for one in (row.obs_value, row.share_pct, row.change_pct) if one is not None), Decimal(0))
    return abs(printed)
