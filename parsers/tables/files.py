"""Tables on disk: CSV and Parquet, written whole or not at all, and read back as they were, types included."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

import pandas as pd

from parsers.tables.columns import typed
from parsers.tables.guard import BOM, unguarded
from parsers.tables.schema import COLUMNS, DTYPES, NAMES
from parsers.tables.validity import TableError, validate

_READ_AS = {column.name: "str" if column.kind == "date" else DTYPES[column.kind] for column in COLUMNS}


def write(table: pd.DataFrame, path: Path | str) -> None:
    """Validate `table` and put it at `path`, whose ending (.csv, .parquet) chooses the format; a file there is replaced whole.

    TableError for a table that breaks the schema or another ending; OSError (disk full, no such folder) leaves the old file.
    """
    target = Path(path)
    writer = _writer(target)
    validate(table)
    with replacing(target) as beside:
        writer(table, beside)


def write_csv(table: pd.DataFrame, stream: IO[str] | Path, encoding: str = "utf-8") -> None:
    """`table` as plain CSV: dates as ISO 8601, numbers as short as they read back, lines ended by a newline, nothing guarded."""
    quoting = quoted_where_needed(table)
    table.to_csv(stream, index=False, date_format="%Y-%m-%d", lineterminator="\n", encoding=encoding, quoting=quoting)


def quoted_where_needed(table: pd.DataFrame) -> Literal[0, 2]:
    """How to quote: the writer leaves a lone carriage return bare, and readers take it for the end of a line."""
    texts = (table[name] for name in table.columns if str(table[name].dtype) == "str")
    returns = any(bool(cells.str.contains("\r", regex=False, na=False).any()) for cells in texts)
    return csv.QUOTE_NONNUMERIC if returns else csv.QUOTE_MINIMAL


def read_table(path: Path | str) -> pd.DataFrame:
    """The table in a .csv or .parquet file, with the schema's columns and types; guards for spreadsheets are undone.

    TableError, naming the file, where it is none; OSError where it cannot be opened.
    """
    source = Path(path)
    _writer(source)
    try:
        table = pd.read_parquet(source) if source.suffix.lower() == ".parquet" else _read_csv(source)
        return _as_schema(table)
    except (ValueError, KeyError, pd.errors.ParserError) as error:
        raise TableError(f"{source}: {str(error).splitlines()[0]}") from None


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new file beside `target` to write to; it takes the place of `target` if the block succeeds, and vanishes if not."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        with beside.open("rb") as whole:
            os.fsync(whole.fileno())
        beside.chmod(0o666 & ~_umask())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _umask() -> int:
    # The only portable way to read it is to set it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _writer(path: Path) -> Callable[[pd.DataFrame, Path], None]:
    writers: dict[str, Callable[[pd.DataFrame, Path], None]] = {".csv": write_csv, ".parquet": write_parquet}
    if path.suffix.lower() not in writers:
        raise TableError(f"{path}: a table's name ends with .csv or .parquet")
    return writers[path.suffix.lower()]


def write_parquet(table: pd.DataFrame, path: Path) -> None:
    """`table` as Parquet, compressed with zstd."""
    table.to_parquet(path, index=False, compression="zstd")


def _read_csv(path: Path) -> pd.DataFrame:
    with path.open("rb") as file:
        guarded = file.read(len(BOM)) == BOM
    # "NA" is Namibia, "null" a word: only an empty cell is empty.
    table = pd.read_csv(path, encoding="utf-8-sig", dtype=_READ_AS, keep_default_na=False, na_values=[""])
    return unguarded(table) if guarded else table


def _as_schema(table: pd.DataFrame) -> pd.DataFrame:
    missing = [name for name in NAMES if name not in table.columns]
    if missing:
        raise TableError(f"column {missing[0]} is missing")
    return typed(table)
