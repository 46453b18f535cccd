"""Frames brought to the schema's columns, order and types."""

from __future__ import annotations

from typing import Any

import pandas as pd

from parsers.tables.schema import COLUMNS, DTYPES, Kind


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """`table` with the schema's columns, order and types; an empty text is no text, save where a cell must hold one."""
    return pd.DataFrame({column.name: _typed(table[column.name], column.kind, column.nullable) for column in COLUMNS})


def _typed(cells: Any, kind: Kind, nullable: bool) -> Any:
    if kind == "date":
        return pd.to_datetime(cells).astype(DTYPES[kind])
    if kind == "text":
        texts = cells.astype(DTYPES[kind])
        return texts.mask(texts == "") if nullable else texts.fillna("")
    return cells.astype(DTYPES[kind])
