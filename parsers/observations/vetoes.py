"""What is dropped at the very end: a row that could not be used, however likely its parts."""

from __future__ import annotations

from parsers.model import Observation

CENTURY = (1900, 2100)


def vetoed(row: Observation) -> bool:
    """No areas, a value without a currency, or a period that no press speaks of."""
    if row.ref_area is None and row.counterpart_area is None:
        return True
    if row.obs_value is not None and row.unit_measure is None:
        return True
    if row.obs_value is None and row.change_pct is None and row.share_pct is None:
        return True
    start, end = row.period.start, row.period.end
    if start is not None and not CENTURY[0] <= start.year <= CENTURY[1]:
        return True
    return start is not None and end is not None and end < start
