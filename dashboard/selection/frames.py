"""Rows of the table with all their columns, as frames: for files, for evidence, for the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.selection.choice import Controls
from dashboard.selection.cut import Cut, preferred_first
from dashboard.selection.facts import Rows
from dashboard.selection.rows import shown
from dashboard.selection.table import Table
from parsers.tables.schema import NAMES

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def select(table: Table, controls: Controls, columns: tuple[str, ...] = NAMES, cut: Cut | None = None) -> pd.DataFrame:
    """Every row on show, or else of a ``cut``, with the table's own columns as the texts say them, by partner and period;
    ``shown_reporter``, ``shown_partner``, ``shown_flow`` and ``shown_value`` say what the page makes of it."""
    cut = preferred_first(cut or shown(table, controls), controls.prefer)
    found = wide(table, cut.rows, columns)
    return found.assign(
        shown_reporter=controls.reporter,
        shown_partner=[cut.facts.areas[code] for code in cut.partner],
        shown_flow=controls.flow,
        shown_value=cut.values()[0],
    )


def wide(table: Table, numbers: Rows, columns: tuple[str, ...] = NAMES) -> pd.DataFrame:
    """Columns of the table for rows by their numbers, in the order asked for."""
    cursor = table.connection.cursor()
    cursor.register("asked", numbered(numbers))
    names = ", ".join(f"o.{column}" for column in columns)
    return cursor.execute(f"SELECT {names} FROM asked JOIN observations o ON o.row = asked.row ORDER BY asked.place").df()


def numbered(rows: Rows) -> pa.Table:
    """Row numbers and their places, for a query to join."""
    import pyarrow as pa

    return pa.table({"row": np.asarray(rows, dtype=np.int64), "place": np.arange(len(rows))})


def everything(table: Table) -> pd.DataFrame:
    """The whole table, its own columns in their order."""
    return table.frame(f"SELECT {', '.join(NAMES)} FROM observations ORDER BY row")
