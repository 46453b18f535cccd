"""All claims for the cell of one row, by the rule of ``parsers.tables.cells``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.selection.facts import Facts
from dashboard.selection.frames import wide
from dashboard.selection.table import Table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Claims:
    """One row, every row of its cell in the order of publication, the id of the one that is drawn and of the one that the
    table's rule would draw, the spread in percent, and by id how many percent each dated claim revised the one before it."""

    row: pd.Series
    rows: pd.DataFrame
    preferred: str
    usual: str
    spread: float | None
    revised: Mapping[str, float]


def has_row(table: Table, observation_id: str) -> bool:
    """Whether the table has a row of that id."""
    return place_of(table, observation_id) >= 0


def place_of(table: Table, observation_id: str) -> int:
    """The place of a row among the facts, -1 where the table has none of that id."""
    return table.lately(_found, observation_id)


def _found(table: Table, observation_id: str) -> int:
    import pyarrow.compute as pc

    place: int = pc.index(table.facts.ids, observation_id).as_py()
    return place


def claims_of(table: Table, observation_id: str, prefer: tuple[str, ...] = ()) -> Claims | None:
    """The claims beside one row; None where the table has no such row. ``prefer`` goes before the table's own preference."""
    import pandas as pd

    from parsers.tables.cells import claims
    from parsers.tables.columns import typed
    from parsers.tables.vintages import revisions

    facts = table.facts
    place = place_of(table, observation_id)
    if place < 0:
        return None
    found = typed(wide(table, _neighbours(facts, place)))
    judged = claims(found)
    here = found.index[found["observation_id"] == observation_id][0]
    cell = judged["cell"] == judged.at[here, "cell"] if pd.notna(judged.at[here, "cell"]) else found.index == here
    rows = found[cell].sort_values(["published", "observation_id"])
    best = found.loc[cell & judged["preferred"], "observation_id"]
    spread = judged.at[here, "spread_pct"]
    usual = best.iloc[0] if len(best) else observation_id
    wanted = [claim for claim in prefer if claim in set(rows["observation_id"])]
    return Claims(
        found.loc[here],
        rows,
        wanted[0] if wanted else usual,
        usual,
        None if pd.isna(spread) else float(spread),
        {} if pd.isna(judged.at[here, "cell"]) else _revised(revisions(found, judged.at[here, "cell"])),
    )


def _revised(dated: pd.DataFrame) -> dict[str, float]:
    changed = dated.dropna(subset="revision_pct")
    return dict(zip(changed["observation_id"], changed["revision_pct"].astype(float), strict=True))


def _neighbours(facts: Facts, place: int) -> np.ndarray:
    """The places of the pair's rows of the same period, from either side; the row alone where it has no pair or period."""
    columns = facts.columns
    ref, other = columns["ref"][place], columns["other"][place]
    if ref < 0 or other < 0 or np.isnat(columns["start"][place]) or np.isnat(columns["end"][place]):
        return np.array([place])
    both = np.unique(
        np.concatenate([facts.of(facts.areas[one], facts.areas[two])[0] for one, two in ((ref, other), (other, ref))])
    )
    same = (columns["start"][both] == columns["start"][place]) & (columns["end"][both] == columns["end"][place])
    return both[same]
