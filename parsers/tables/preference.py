"""Which of the claims for one cell is preferred, and why: the rule in one place."""

from __future__ import annotations

import numpy as np
import pandas as pd

from parsers.tables.schema import STATUSES

Codes = np.ndarray[tuple[int], np.dtype[np.int64]]
# A missing date of publication as a number of days: before every real one.
_UNDATED = -1_000_000


def preference(table: pd.DataFrame, cells: Codes) -> Codes:
    """Positions of the rows, cell by cell, the preferred claim first.

    Actual before forecast before target, stated before computed, exact before hedged, the latest publication first and
    undated ones after every dated one, the surer reading; what is still equal goes by observation_id.
    """
    return np.lexsort(
        (
            table["observation_id"].rank(method="first").to_numpy(),
            -table["confidence"].to_numpy(),
            -_published(table),
            hedged(table).to_numpy(),
            table["derived"].to_numpy(),
            table["status"].map({status: rank for rank, status in enumerate(STATUSES)}).to_numpy(),
            cells,
        )
    )


def hedged(table: pd.DataFrame) -> pd.Series[bool]:
    """Whether the figure that a row measures is other than exact: a hedge, or a printed range."""
    value, growth = table["obs_value"].notna(), table["change_pct"].notna()
    bound = table["bound"].where(value, table["change_bound"].where(growth, table["share_bound"]))
    upper = table["obs_value_max"].where(value, table["change_max"].where(growth, table["share_max"]))
    return (bound.fillna("exact") != "exact") | upper.notna()


def _published(table: pd.DataFrame) -> Codes:
    days = table["published"].to_numpy().astype("datetime64[D]").astype(np.int64)
    return np.where(table["published"].isna().to_numpy(), _UNDATED, days)
