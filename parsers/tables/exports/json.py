"""JSON: a list with one object a row; dates as ISO 8601, missing cells as null, mentions as a list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from parsers.tables.exports import Exported
from parsers.tables.files import replacing
from parsers.tables.schema import COLUMNS


def write(table: pd.DataFrame, path: Path) -> Exported:
    """`table` as JSON at `path`, one row a line."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8") as file:
        file.write("[")
        for number, row in enumerate(_rows(table)):
            file.write((",\n" if number else "\n") + json.dumps(row, ensure_ascii=False, allow_nan=False))
        file.write("\n]\n")
    return Exported((path,), len(table), {})


def _rows(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    names = [column.name for column in COLUMNS]
    cells = [_cells(table[column.name], column.kind) for column in COLUMNS]
    for row in zip(*cells, strict=True):
        told = dict(zip(names, row, strict=True))
        yield told | {"mentions": json.loads(told["mentions"])}


def _cells(cells: pd.Series[Any], kind: str) -> list[Any]:
    known = cells.notna()
    values = cells.dt.strftime("%Y-%m-%d") if kind == "date" else cells
    return [value if there else None for value, there in zip(values.tolist(), known, strict=True)]
