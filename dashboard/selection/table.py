"""The table behind the page: DuckDB over its Parquet file, and a narrow index in which every row stands from both sides.

``facts`` holds each row of a known pair of areas twice, once as the text has it and once turned (A's exports to B are B's
imports from A; a balance changes its sign), sorted by reporter and partner. The wide columns, sentences among them, stay in
the file and are fetched by row number for the few rows that are looked at.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd

from dashboard.selection import spans
from parsers.tables.schema import COLUMNS

Found = TypeVar("Found")
SQL_TYPES = {"text": "VARCHAR", "date": "DATE", "number": "DOUBLE", "integer": "BIGINT", "flag": "BOOLEAN"}
# The preferred claim of a cell comes first: stated before derived, exact before hedged, the surest, the latest said.
PREFERENCE = "derived, hedged, confidence DESC, published DESC NULLS LAST, observation_id"
CELL = "reporter, partner, flow, kind, product, adjustment, period_start, period_end, per, unit_measure, status"

FACTS = f"""
CREATE TABLE facts AS
WITH
stated AS (
  SELECT row, observation_id, ref_area AS reporter, counterpart_area AS partner, trade_flow AS flow, obs_value AS value,
    obs_value_max AS value_max, false AS turned, * EXCLUDE (row, observation_id, ref_area, counterpart_area, trade_flow,
    obs_value, obs_value_max) FROM narrow WHERE ref_area IS NOT NULL AND counterpart_area IS NOT NULL),
turned AS (
  SELECT row, observation_id, partner AS reporter, reporter AS partner,
    CASE flow WHEN 'exports' THEN 'imports' WHEN 'imports' THEN 'exports' ELSE flow END AS flow,
    CASE WHEN flow = 'balance' THEN -coalesce(value_max, value) ELSE value END AS value,
    CASE WHEN flow = 'balance' AND value_max IS NOT NULL THEN -value ELSE value_max END AS value_max,
    true AS turned, * EXCLUDE (row, observation_id, reporter, partner, flow, value, value_max, turned) FROM stated
    WHERE partner <> 'WLD'),
sides AS (SELECT * FROM stated UNION ALL SELECT * FROM turned)
SELECT *,
  dense_rank() OVER (ORDER BY {CELL}) AS cell,
  row_number() OVER (PARTITION BY {CELL} ORDER BY {PREFERENCE}) AS preference
FROM sides
ORDER BY reporter, partner, flow, period_start, period_end, preference
"""

NARROW = """
CREATE VIEW narrow AS SELECT o.row, o.observation_id, o.ref_area, o.counterpart_area, o.trade_flow, o.kind, o.product,
  o.adjustment, o.period_start, o.period_end, o.per, o.obs_value, o.obs_value_max, o.unit_measure, o.bound, o.change_pct,
  o.change_bound, o.status, o.derived, o.published, o.publisher, coalesce(nullif(o.url, ''), o.source_id) AS voice,
  o.confidence, (o.bound IS NOT NULL AND o.bound <> 'exact') AS hedged, k.span
FROM observations o LEFT JOIN period_keys k
  ON o.period_start IS NOT DISTINCT FROM k.period_start AND o.period_end IS NOT DISTINCT FROM k.period_end
"""


@dataclass(frozen=True, eq=False)
class Table:
    """An opened table; what was once counted in it is kept with it, for it never changes."""

    connection: duckdb.DuckDBPyConnection
    summary: dict[str, Any]
    _counted: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def once(self, count: Callable[..., Found], *key: Any) -> Found:
        """``count(self, *key)``, worked out the first time only."""
        asked = (count.__qualname__, *key)
        if asked not in self._counted:
            self._counted[asked] = count(self, *key)
        found: Found = self._counted[asked]
        return found

    def rows(self, sql: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows that a query gives, as tuples."""
        return self.connection.cursor().execute(sql, parameters or []).fetchall()

    def frame(self, sql: str, parameters: list[Any] | None = None) -> pd.DataFrame:
        """The rows that a query gives, as a frame."""
        return self.connection.cursor().execute(sql, parameters or []).df()


def load(source: str | os.PathLike[str] | pd.DataFrame) -> Table:
    """Open a Parquet or CSV file, or a frame with the columns of ``parsers.tables.schema``; raises OSError or duckdb.Error."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET enable_progress_bar = false")
    _open(connection, source)
    _key_periods(connection)
    connection.execute(NARROW)
    connection.execute(FACTS)
    return Table(connection, _summary(connection))


def _open(connection: duckdb.DuckDBPyConnection, source: str | os.PathLike[str] | pd.DataFrame) -> None:
    columns = ", ".join(f"{column.name}::{SQL_TYPES[column.kind]} AS {column.name}" for column in COLUMNS)
    if isinstance(source, pd.DataFrame):
        connection.register("given", source)
        connection.execute(f"CREATE TABLE observations AS SELECT {columns}, row_number() OVER () - 1 AS row FROM given")
        connection.unregister("given")
        return
    path = Path(source)
    if not path.exists():
        raise FileNotFoundError(f"no table at {path}")
    quoted = str(path).replace("'", "''")
    if path.suffix.lower() == ".csv":
        read = f"read_csv('{quoted}', all_varchar = true, header = true)"
        connection.execute(f"CREATE TABLE observations AS SELECT {columns}, row_number() OVER () - 1 AS row FROM {read}")
        return
    where = f"{quoted}/**/*.parquet" if path.is_dir() else quoted
    names = f"read_parquet('{where}', file_row_number = true)"
    connection.execute(f"CREATE VIEW observations AS SELECT {columns}, file_row_number AS row FROM {names}")


def _key_periods(connection: duckdb.DuckDBPyConnection) -> None:
    pairs = connection.execute("SELECT DISTINCT period_start, period_end FROM observations").fetchall()
    connection.execute("CREATE TABLE period_keys (period_start DATE, period_end DATE, span VARCHAR)")
    if pairs:
        keyed = [(start, end, spans.key(start, end)) for start, end in pairs]
        connection.executemany("INSERT INTO period_keys VALUES (?, ?, ?)", keyed)


def _summary(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    figures, articles, first, last, derived = connection.execute(
        "SELECT count(*), count(DISTINCT coalesce(nullif(url, ''), source_id)), min(year(period_start)), "
        "max(year(coalesce(period_end, period_start))), count(*) FILTER (derived) FROM observations"
    ).fetchone() or (0, 0, None, None, 0)
    areas = connection.execute(
        "SELECT count(DISTINCT area) FROM (SELECT unnest(string_split(reporter, '+')) AS area FROM facts) WHERE area <> 'WLD'"
    ).fetchone()
    return {
        "figures": figures,
        "articles": articles,
        "areas": areas[0] if areas else 0,
        "first": first,
        "last": last,
        "derived": derived,
    }


class Shelf:
    """Holds the table that is served and opens it anew when the file has been replaced."""

    def __init__(self, source: str | os.PathLike[str] | pd.DataFrame) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._stamp = self._look()
        self._table = load(source)

    def _look(self) -> tuple[int, int] | None:
        if isinstance(self._source, pd.DataFrame):
            return None
        try:
            found = Path(self._source).stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns

    def table(self) -> Table:
        """The table as it is now; a file that is away for a moment leaves the old one in place."""
        stamp = self._look()
        if stamp is not None and stamp != self._stamp:
            with self._lock:
                if stamp != self._stamp:
                    self._table, self._stamp = load(self._source), stamp
        return self._table
