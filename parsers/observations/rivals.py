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
Key = tuple[object, ...]


def doubted(rows: Sequence[Observation]) -> list[Observation]:
    """The rows, the less sure of two that tell one statistic differently with a margin of one half for being the right one."""
    told: dict[Key, list[Observation]] = defaultdict(list)
    for row in rows:
        told[_statistic(row)].append(row)
    return [replace(row, margins={**row.margins, SINGLE: _single(row, told[_statistic(row)])}) for row in rows]


def _single(row: Observation, same: Sequence[Observation]) -> float:
    own = math.prod(row.margins.values())
    surer = (other for other in same if math.prod(other.margins.values()) > own)
    return DOUBTED if any(not again(_number(other), _number(row)) for other in surer) else 1.0


def _statistic(row: Observation) -> Key:
    pair: object = (row.ref_area, row.counterpart_area)
    if row.trade_flow in ("turnover", "balance"):
        pair = frozenset((row.ref_area, row.counterpart_area))
    said = "value" if row.obs_value is not None else "share" if row.share_pct is not None else "change"
    return said, row.trade_flow, pair, row.period, row.status, (row.product or "").lower()


def _number(row: Observation) -> Decimal:
    printed = next((one for one in (row.obs_value, row.share_pct, row.change_pct) if one is not None), Decimal(0))
    return abs(printed)
