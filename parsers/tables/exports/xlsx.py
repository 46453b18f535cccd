"""XLSX: a sheet of observations, a sheet of what the columns mean, a sheet of the sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from parsers.tables.exports import Exported
from parsers.tables.exports.sources import sources
from parsers.tables.files import replacing
from parsers.tables.schema import COLUMNS, Column
from parsers.tables.validity import TableError

# Limits of the file format (Excel specifications and limits).
_ROWS = 1_048_575
_CHARACTERS = 32_767
_FIRST_DAY = pd.Timestamp("1900-03-01")
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(table: pd.DataFrame, path: Path) -> Exported:
    """`table` as a workbook at `path`; TableError where a sheet cannot hold its rows. Texts too long for a cell end with an
    ellipsis and are counted."""
    if len(table) > _ROWS:
        raise TableError(f"{path}: a sheet holds {_ROWS:,} rows, not {len(table):,}; csv and parquet hold them")
    with replacing(path) as beside, xlsxwriter.Workbook(str(beside), _OPTIONS) as book:
        bold, day = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        _observations(book.add_worksheet("observations"), table, bold, day)
        _grid(book.add_worksheet("definitions"), ["column", "type", "may be empty", "meaning", "one of"], _definitions(), bold)
        rows = sources(table)
        _grid(
            book.add_worksheet("sources"), list(rows.columns), rows.astype("object").where(rows.notna(), "").values.tolist(), bold
        )
    long = sum(int((table[column.name].str.len() > _CHARACTERS).sum()) for column in COLUMNS if column.kind == "text")
    return Exported((path,), len(table), {"characters beyond a cell's length, of texts": long} if long else {})


def _observations(sheet: Any, table: pd.DataFrame, bold: Any, day: Any) -> None:
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(COLUMNS):
        sheet.write_string(0, place, column.name, bold)
        _column(sheet, place, column, table[column.name], day)
    sheet.autofilter(0, 0, len(table), len(COLUMNS) - 1)


def _column(sheet: Any, place: int, column: Column, cells: pd.Series[Any], day: Any) -> None:
    sheet.set_column(place, place, 12 if column.kind != "text" else 18)
    for row, value in enumerate(cells, start=1):
        if not pd.isna(value):
            _cell(sheet, row, place, value, day)


def _cell(sheet: Any, row: int, place: int, value: Any, day: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, str):
        sheet.write_string(row, place, value if len(value) <= _CHARACTERS else value[: _CHARACTERS - 1] + "…")
    elif not isinstance(value, pd.Timestamp):
        sheet.write_number(row, place, value)
    # A spreadsheet has no days before 1900, and a wrong one in that February.
    elif value < _FIRST_DAY:
        sheet.write_string(row, place, value.strftime("%Y-%m-%d"))
    else:
        sheet.write_datetime(row, place, value.to_pydatetime(), day)


def _definitions() -> list[list[str]]:
    return [[c.name, c.kind, "yes" if c.nullable else "no", c.meaning, ", ".join(c.values)] for c in COLUMNS]


def _grid(sheet: Any, head: list[str], rows: list[list[Any]], bold: Any) -> None:
    for number, row in enumerate([head, *rows]):
        for place, value in enumerate(row):
            sheet.write_string(number, place, str(value), bold if number == 0 else None)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(head) - 1, 30)
