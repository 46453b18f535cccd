"""The table behind the page: its narrow columns in memory, its wide ones fetched by DuckDB for the few rows looked at."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from dashboard.selection import facts, hedging, narrow
from dashboard.selection.facts import Facts
from parsers.tables.schema import COLUMNS, Column

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

Found = TypeVar("Found")
Source: TypeAlias = "str | os.PathLike[str] | pd.DataFrame"
RECENT = 32
SQL_TYPES = {"text": "VARCHAR", "date": "DATE", "number": "DOUBLE", "integer": "BIGINT", "flag": "BOOLEAN"}


class BrokenTableError(ValueError):
    """A file that has our columns but not our cells; the message says which cell."""


@dataclass(frozen=True, eq=False)
class Table:
    """An opened table; what was once counted in it is kept with it, for it never changes.

    ``observations`` in ``connection`` has the columns of the schema and ``row``, the number by which facts name them.
    ``edition`` tells one state of a file from another, in every process that serves it.
    """

    connection: duckdb.DuckDBPyConnection
    facts: Facts
    summary: dict[str, Any]
    edition: str
    _counted: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    _recent: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def once(self, count: Callable[..., Found], *key: Any) -> Found:
        """``count(self, *key)``, worked out the first time only."""
        asked = (count.__module__, count.__qualname__, *key)
        if asked not in self._counted:
            self._counted[asked] = count(self, *key)
        found: Found = self._counted[asked]
        return found

    def lately(self, work: Callable[..., Found], *key: Any) -> Found:
        """``work(self, *key)``, kept as long as few other things are asked for: one answer asks for the same thing often."""
        asked = (work.__module__, work.__qualname__, *key)
        found: Found | None = self._recent.get(asked)
        if found is None:
            found = work(self, *key)
            if len(self._recent) >= RECENT:
                self._recent.clear()
            self._recent[asked] = found
        return found

    def rows(self, sql: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows that a query gives, as tuples."""
        return self.connection.cursor().execute(sql, parameters or []).fetchall()

    def frame(self, sql: str, parameters: list[Any] | None = None) -> pd.DataFrame:
        """The rows that a query gives, as a frame."""
        return self.connection.cursor().execute(sql, parameters or []).df()


def load(source: Source) -> Table:
    """Open a Parquet or CSV file, or a frame, with the columns of ``parsers.tables.schema``; OSError or BrokenTableError."""
    import duckdb
    import pyarrow as pa

    connection = duckdb.connect(":memory:")
    connection.execute("SET enable_progress_bar = false")
    try:
        file = _open(connection, source)
        found = facts.read(narrow.of_file(file) if file else narrow.of_query(connection))
        hedging.add(connection, found)
        return Table(connection, found, facts.summary(found), _edition(source))
    except (duckdb.Error, pa.ArrowException) as error:
        raise BrokenTableError(f"this table cannot be read: {str(error).splitlines()[0]}") from error


def _open(connection: duckdb.DuckDBPyConnection, source: Source) -> Path | None:
    """Give the connection its ``observations``; the Parquet file that they stay in, None where they are in memory now."""
    columns = ", ".join(_typed(column) for column in COLUMNS)
    if not isinstance(source, str | os.PathLike):
        connection.register("given", source)
        connection.execute(f"CREATE TABLE observations AS SELECT {columns}, row_number() OVER () - 1 AS row FROM given")
        connection.unregister("given")
        return None
    path = Path(source)
    if not path.exists():
        raise FileNotFoundError(f"no table at {path}")
    quoted = str(path).replace("'", "''")
    if path.suffix.lower() == ".csv":
        read = f"read_csv('{quoted}', all_varchar = true, header = true)"
        connection.execute(f"CREATE TABLE observations AS SELECT {columns}, row_number() OVER () - 1 AS row FROM {read}")
        return None
    names = f"read_parquet('{quoted}', file_row_number = true)"
    connection.execute(f"CREATE VIEW observations AS SELECT {columns}, file_row_number AS row FROM {names}")
    return path


def _edition(source: Source) -> str:
    if not isinstance(source, str | os.PathLike):
        return "in memory"
    found = Path(source).stat()
    return f"{found.st_ino:x}-{found.st_mtime_ns:x}"


def _typed(column: Column) -> str:
    """The column with the schema's type; a text that may be missing is never empty."""
    cell = f"{column.name}::{SQL_TYPES[column.kind]}"
    return f"nullif({cell}, '') AS {column.name}" if column.kind == "text" and column.nullable else f"{cell} AS {column.name}"


class Shelf:
    """Holds the table that is served, opened when it is first asked for and anew when the file has been replaced.

    Raises OSError at once where the file is missing.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._table: Table | None = None
        if isinstance(source, str | os.PathLike) and not Path(source).exists():
            raise FileNotFoundError(f"no table at {source}")

    def _look(self) -> tuple[int, int] | None:
        if not isinstance(self._source, str | os.PathLike):
            return None
        try:
            found = Path(self._source).stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns

    def table(self) -> Table:
        """The table as it is now; a file that is away for a moment leaves the old one in place."""
        stamp, held = self._look(), self._table
        if held is not None and stamp in (None, self._stamp):
            return held
        with self._lock:
            if self._table is None or stamp not in (None, self._stamp):
                self._table, self._stamp = load(self._source), stamp
            return self._table
