"""What a table must hold to be one; `validate` names the first column and row that do not."""

from __future__ import annotations

from typing import Any

import pandas as pd

from parsers.tables.schema import COLUMNS, DTYPES, NAMES, Column
from parsers.tables.spans import time_period

_MEASURES = ("obs_value", "change_pct", "share_pct")


class TableError(ValueError):
    """A table that does not keep to the schema; the message is one line that names the column and the row."""


def validate(table: pd.DataFrame) -> None:
    """Nothing, if `table` keeps to the schema; else TableError with the column, the row and what is wrong there."""
    _require_columns(table)
    for column in COLUMNS:
        _require_cells(table, column)
    repeated = table["observation_id"].duplicated()
    _require(table, "observation_id", ~repeated, "stands in the table twice")
    _require(table, "confidence", table["confidence"].between(0, 1), "is not between 0 and 1")
    _require(table, "obs_value", table[list(_MEASURES)].notna().any(axis=1), "a row without value, rate and share")
    _require(table, "bound", table["bound"].notna() | table["obs_value"].isna(), "is missing though there is a value")
    _require(table, "formula", table["formula"].notna() == table["derived"], "belongs to computed rows, and to each of them")
    _require_order(table)
    _require_names_of_periods(table)
    _require_evidence(table)


def _require_columns(table: pd.DataFrame) -> None:
    found = tuple(table.columns)
    if found == NAMES:
        return
    missing, strange = [n for n in NAMES if n not in found], [str(n) for n in found if n not in NAMES]
    if missing:
        raise TableError(f"column {missing[0]}: is missing")
    raise TableError(f"column {strange[0]}: is not in the schema" if strange else "the columns stand in another order")


def _require_cells(table: pd.DataFrame, column: Column) -> None:
    cells = table[column.name]
    if str(cells.dtype) != DTYPES[column.kind]:
        raise TableError(f"column {column.name}: holds {cells.dtype}, not {DTYPES[column.kind]}")
    if not column.nullable:
        _require(table, column.name, cells.notna(), "is empty")
    if column.values:
        _require(table, column.name, cells.isna() | cells.isin(column.values), f"is none of {', '.join(column.values)}")


def _require_order(table: pd.DataFrame) -> None:
    for low, high in (("period_start", "period_end"), ("base_start", "base_end"), ("char_start", "char_end")):
        _require(table, high, ~(table[high] < table[low]), f"is before {low}")
    for low, high in (("obs_value", "obs_value_max"), ("change_pct", "change_max"), ("share_pct", "share_max")):
        # "A deficit of 2 to 3 billion", "down 5-6%": the upper end is that of the printed size.
        ordered = (table[high] >= table[low]) | (table[high].abs() >= table[low].abs())
        _require(table, high, table[high].isna() | ordered, f"is an upper end below {low}, or without it")


def _require_names_of_periods(table: pd.DataFrame) -> None:
    """Each span has its SDMX name, and a name its span; each different one is looked at once."""
    spans = table[["period_start", "period_end", "time_period"]]
    for row, (start, end, name) in spans[~spans.duplicated()].astype("object").iterrows():
        days = (None if pd.isna(day) else day.date() for day in (start, end))
        if time_period(*days) != (None if pd.isna(name) else name):
            _require(table, "time_period", pd.Series(table.index != row), "is not the name of the period")


def _require_evidence(table: pd.DataFrame) -> None:
    """The sentence has the length of its span and stands in its paragraph where the offsets say."""
    length = table["char_end"] - table["char_start"]
    _require(table, "sentence", table["sentence"].str.len() == length, "is not as long as its span")
    columns = (table[name].to_numpy() for name in ("paragraph", "sentence", "char_start", "paragraph_start"))
    inside = [text.startswith(sentence, start - first) for text, sentence, start, first in zip(*columns, strict=True)]
    _require(table, "paragraph", pd.Series(inside, index=table.index, dtype=bool), "does not hold the sentence at its place")


def _require(table: pd.DataFrame, name: str, good: pd.Series[Any], complaint: str) -> None:
    if bool(good.all()):
        return
    row = int((~good).to_numpy().argmax())
    raise TableError(
        f"column {name}, row {row + 1} ({table['observation_id'].iloc[row]}): {str(table[name].iloc[row])[:80]!r} {complaint}"
    )
