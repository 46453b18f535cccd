"""The table as the press of a day would have given it, and how the press revised one cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from parsers.tables import cells
from parsers.tables.derive import parents


@dataclass(frozen=True, slots=True)
class Counts:
    """Stated rows of the whole table: known by the day, published later, and undated ones, which belong to no day."""

    kept: int
    later: int
    undated: int


def as_of(table: pd.DataFrame, day: date) -> tuple[pd.DataFrame, Counts]:
    """The rows published by `day`, that day included, and how many stated rows stay, came later or have no date.

    Undated rows are left out. A computed row stays if every one of its parents does.
    """
    known = table["published"] <= pd.Timestamp(day)
    stated = ~table["derived"]
    kept = known & stated
    ids = set(table.loc[kept, "observation_id"])
    computed = [ids.issuperset(parents(formula)) for formula in table.loc[~stated, "formula"]]
    chosen = kept.to_numpy().copy()
    chosen[np.flatnonzero(~stated)] = computed
    undated = int((stated & table["published"].isna()).sum())
    counts = Counts(int(kept.sum()), int(stated.sum() - kept.sum()) - undated, undated)
    return table[chosen].reset_index(drop=True), counts


def revisions(table: pd.DataFrame, cell: str) -> pd.DataFrame:
    """The stated claims of one cell (named as by `cells.cell`) in order of publication, with what each changes.

    Undated claims are left out. To the table's columns come `claim_value` (turned to the cell's side), `revision` and
    `revision_pct`: the difference to the claim before it, missing for the first.
    """
    rows = table[(cells.cell(table) == cell) & ~table["derived"] & table["published"].notna()]
    rows = rows.sort_values(["published", "observation_id"], ignore_index=True)
    value = cells.size(rows)
    before = value.shift()
    change = (100 * (value - before) / before.abs()).replace([np.inf, -np.inf], np.nan)
    return rows.assign(claim_value=value, revision=value - before, revision_pct=change)
