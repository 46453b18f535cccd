"""The narrow columns of a table as Arrow has them: out of a Parquet file with each text stored once, or asked of DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

TEXTS = (
    "ref_area", "counterpart_area", "trade_flow", "kind", "product", "adjustment", "per", "unit_measure", "bound", "change_bound",
    "share_bound", "share_of", "status", "publisher", "observation_id", "url", "source_id",
)  # fmt: skip
# Of these nearly every row has a text of its own: numbering them while the file is read would cost more than it saves.
UNLIKE = ("observation_id", "url", "source_id")
DATES = ("period_start", "period_end", "published", "base_start", "base_end")
NUMBERS = ("obs_value", "obs_value_max", "change_pct", "change_max", "share_max", "confidence")
FLAGS = ("derived",)
NAMES = (*TEXTS, *DATES, *NUMBERS, *FLAGS)


def of_file(path: Path) -> pa.Table:
    """Out of a Parquet file, in the order of its rows; ``pyarrow.ArrowInvalid`` names a cell that is not of its column's kind."""
    import pyarrow.parquet as parquet

    with parquet.ParquetFile(path, read_dictionary=[name for name in TEXTS if name not in UNLIKE]) as file:
        return _typed(file.read(columns=list(NAMES)))


def of_query(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Of the ``observations`` that a connection has, in the order of their rows."""
    return _typed(connection.sql(f"SELECT {', '.join(NAMES)} FROM observations ORDER BY row").to_arrow_table())


def _typed(table: pa.Table) -> pa.Table:
    import pyarrow as pa

    kinds = dict.fromkeys(DATES, pa.date32()) | dict.fromkeys(NUMBERS, pa.float64()) | dict.fromkeys(FLAGS, pa.bool_())
    columns = {name: table[name].cast(kind) for name, kind in kinds.items()}
    return pa.table(columns | {name: _text(table[name]) for name in TEXTS})


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    return column if pa.types.is_dictionary(column.type) else column.cast(pa.string())
