"""What is dropped at the very end: a row that could not be used, however likely its parts."""

from __future__ import annotations

from parsers.model import Observation

CENTURY = (1900, 2100)
WHOLE = 100


def vetoed(row: Observation) -> bool:
    """No areas, a value of nothing or without a currency, a rate that cannot be, or a period that no press speaks of."""
    if row.ref_area is None and row.counterpart_area is None:
        return True
    if row.obs_value is not None and (row.unit_measure is None or row.obs_value == 0):
        return True
    if row.obs_value is None and row.change_pct is None and row.share_pct is None:
        return True
    if _impossible(row):
        return True
    start, end = row.period.start, row.period.end
    if start is not None and not CENTURY[0] <= start.year <= CENTURY[1]:
        return True
    return start is not None and end is not None and end < start


def _impossible(row: Observation) -> bool:
    """A share of more than the whole, or a flow that fell by more than all of itself (a balance may turn)."""
    if row.share_pct is not None and not 0 <= row.share_pct <= WHOLE:
        return True
    return row.change_pct is not None and row.trade_flow != "balance" and row.change_pct < -WHOLE
