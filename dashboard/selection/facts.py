"""The narrow columns of a table as arrays, and where the rows of each pair of areas lie: what a picture is drawn from.

A million rows are some 100 MB. The rows of a pair are found by two orders of the row numbers, one by (ref_area,
counterpart_area) and one the other way round, so that each row is seen from both sides without standing twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from dashboard.selection import spans

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

Rows = npt.NDArray[np.int64]
CODED = ("flow", "kind", "product", "adjustment", "per", "unit", "bound", "change_bound", "status", "publisher", "span")
DATES = ("start", "end", "published")
PLAIN = ("value", "value_max", "change", "confidence", "derived", "hedged", "cell", "voice")
TURNED_FLOW = {"exports": "imports", "imports": "exports"}

# Cells are those of parsers.tables.cells without the areas, said in SQL because a million rows are to be ready in a moment;
# tests/test_selection.py holds the two together. Forecasts and targets of a cell are drawn apart, hence the status.
NARROW = """
SELECT row_number() OVER () - 1 AS place, o.row, o.observation_id AS id, {ref_area} AS ref, {counterpart_area} AS other,
  o.trade_flow AS flow, o.kind, lower(trim(o.product)) AS product, lower(trim(o.adjustment)) AS adjustment, o.per,
  o.unit_measure AS unit, o.bound, o.change_bound, o.status, o.publisher, k.span, o.period_start AS start,
  o.period_end AS end, o.published, o.obs_value AS value, o.obs_value_max AS value_max, o.change_pct AS change, o.confidence,
  o.derived, hash(coalesce(o.url, o.source_id)) AS voice,
  CASE WHEN o.obs_value IS NOT NULL THEN coalesce(o.bound, 'exact') <> 'exact' OR o.obs_value_max IS NOT NULL
    WHEN o.change_pct IS NOT NULL THEN coalesce(o.change_bound, 'exact') <> 'exact' OR o.change_max IS NOT NULL
    ELSE coalesce(o.share_bound, 'exact') <> 'exact' OR o.share_max IS NOT NULL END AS hedged,
  hash(o.kind, lower(trim(o.product)), lower(trim(o.adjustment)), o.per, o.unit_measure, o.period_start, o.period_end, o.status,
    CASE WHEN o.obs_value IS NOT NULL THEN 'value' WHEN o.change_pct IS NOT NULL
      THEN concat('growth:', o.base_start, '/', o.base_end) ELSE concat('share:', o.share_of) END) AS cell
FROM observations o LEFT JOIN period_keys k
  ON o.period_start IS NOT DISTINCT FROM k.period_start AND o.period_end IS NOT DISTINCT FROM k.period_end
"""


@dataclass(frozen=True, eq=False)
class Facts:
    """Columns by name (codes of texts, -1 where there is none), the texts of the codes, and the two orders of the rows.

    ``starts[order][area]`` is where the area's rows begin in that order; those of one pair are found by bisection.
    """

    columns: dict[str, npt.NDArray[Any]]
    texts: dict[str, list[str]]
    codes: dict[str, dict[str, int]]
    ids: pa.Array
    orders: tuple[Rows, Rows]
    pairs: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]

    @property
    def areas(self) -> list[str]:
        """Every area of the table; their number is the base that pairs are counted in."""
        return self.texts["area"]

    def code(self, column: str, text: str) -> int:
        """The number that stands for a text; -2, which no row has, where the table lacks it."""
        return self.codes[column].get(text, -2)

    def of(self, reporter: str, partner: str | None = None) -> tuple[Rows, npt.NDArray[np.bool_]]:
        """The rows of a reporter, or of a pair, and which of them are seen from the other side."""
        found = [self._slice(order, reporter, partner) for order in (0, 1)]
        turned = np.repeat([False, True], [len(rows) for rows in found])
        return np.concatenate(found), turned

    def _slice(self, order: int, reporter: str, partner: str | None) -> Rows:
        base, here = len(self.areas), self.code("area", reporter)
        there = 0 if partner is None else self.code("area", partner)
        if here < 0 or there < 0 or (order == 1 and partner == reporter):
            return np.empty(0, dtype=np.int64)
        first = here * base + there
        last = first + (base if partner is None else 1)
        start, end = np.searchsorted(self.pairs[order], (first, last))
        return self.orders[order][start:end]


def read(connection: duckdb.DuckDBPyConnection) -> Facts:
    """The facts of the ``observations`` that a connection has."""
    import pyarrow as pa

    _key_periods(connection)
    areas = {name: _in_order(f"o.{name}") for name in ("ref_area", "counterpart_area")}
    table = connection.sql(NARROW.format(**areas)).to_arrow_table()
    columns: dict[str, npt.NDArray[Any]] = {name: _plain(table[name]) for name in (*PLAIN, *DATES, "row")}
    texts: dict[str, list[str]] = {}
    for name in CODED:
        columns[name], texts[name] = _coded(table[name])
    both, texts["area"] = _coded(pa.chunked_array([*table["ref"].chunks, *table["other"].chunks], type=pa.string()))
    columns["ref"], columns["other"] = both[: len(table)], both[len(table) :]
    codes = {name: {text: code for code, text in enumerate(known)} for name, known in texts.items()}
    pairs = _pairs(columns, len(texts["area"]), codes["area"].get("WLD", -2))
    orders, keys = zip(*pairs, strict=True)
    return Facts(columns, texts, codes, table["id"].combine_chunks(), orders, keys)


def _pairs(columns: dict[str, npt.NDArray[Any]], base: int, world: int) -> list[tuple[Rows, npt.NDArray[np.int64]]]:
    """Row numbers in the order of (ref, other) and of (other, ref), with the pairs' numbers; the world reports nothing."""
    ref, other = columns["ref"].astype(np.int64), columns["other"].astype(np.int64)
    known = np.flatnonzero((ref >= 0) & (other >= 0))
    mirrored = known[(other[known] != world) & (other[known] != ref[known])]
    found = []
    for rows, first, second in ((known, ref, other), (mirrored, other, ref)):
        keys = first[rows] * base + second[rows]
        order = np.argsort(keys, kind="stable")
        found.append((rows[order], keys[order]))
    return found


def _in_order(area: str) -> str:
    """Areas joined by "+" in the order of the alphabet, however the text has them."""
    return f"CASE WHEN contains({area}, '+') THEN array_to_string(list_sort(string_split({area}, '+')), '+') ELSE {area} END"


def _key_periods(connection: duckdb.DuckDBPyConnection) -> None:
    import pyarrow as pa

    pairs = connection.execute("SELECT DISTINCT period_start, period_end FROM observations").fetchall()
    keyed = pa.table(
        {
            "period_start": pa.array([start for start, _ in pairs], pa.date32()),
            "period_end": pa.array([end for _, end in pairs], pa.date32()),
            "span": pa.array([spans.key(start, end) for start, end in pairs], pa.string()),
        }
    )
    connection.register("keyed", keyed)
    connection.execute("CREATE TABLE period_keys AS SELECT * FROM keyed")
    connection.unregister("keyed")


def _plain(column: pa.ChunkedArray) -> npt.NDArray[Any]:
    if str(column.type).startswith("date"):
        return column.to_numpy().astype("datetime64[D]")
    return column.to_numpy()


def _coded(column: pa.ChunkedArray) -> tuple[npt.NDArray[np.int32], list[str]]:
    """Numbers for the texts of a column, -1 for a missing one, and the texts by their numbers."""
    import pyarrow as pa

    encoded = column.combine_chunks().dictionary_encode()
    encoded = encoded.combine_chunks() if isinstance(encoded, pa.ChunkedArray) else encoded
    return encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32), encoded.dictionary.to_pylist()


def as_date(value: np.datetime64) -> date | None:
    """A day as Python has it; None for none."""
    return None if np.isnat(value) else value.astype(object)
