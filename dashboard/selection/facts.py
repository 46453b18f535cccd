"""The narrow columns of a table as arrays, and where the rows of each pair of areas lie: what a picture is drawn from.

A million rows are some 100 MB. The rows of a pair are found by two orders of the row numbers, one by (ref_area,
counterpart_area) and one the other way round, so that each row is seen from both sides without standing twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from dashboard.selection import spans

if TYPE_CHECKING:
    import pyarrow as pa

Rows = npt.NDArray[np.int64]
CODED = ("flow", "kind", "product", "adjustment", "per", "unit", "bound", "change_bound", "status", "publisher", "span")
DATES = ("start", "end", "published")
PLAIN = ("value", "value_max", "change", "confidence", "derived", "hedged", "cell", "voice")
TURNED_FLOW = {"exports": "imports", "imports": "exports"}

TEXTS = {
    "flow": "trade_flow", "kind": "kind", "product": "product", "adjustment": "adjustment", "per": "per", "unit": "unit_measure",
    "bound": "bound", "change_bound": "change_bound", "share_bound": "share_bound", "share_of": "share_of", "status": "status",
    "publisher": "publisher",
}  # fmt: skip
OTHERS = {
    "start": "period_start", "end": "period_end", "published": "published", "base_start": "base_start", "base_end": "base_end",
    "value": "obs_value", "value_max": "obs_value_max", "change": "change_pct", "change_max": "change_max",
    "share_max": "share_max", "confidence": "confidence", "derived": "derived",
}  # fmt: skip
FOLDED = ("product", "adjustment")
# An odd number with bits as if drawn by lot (2^64 over the golden ratio), by which hashes are spread.
SPREAD = np.uint64(0x9E3779B97F4A7C15)


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


def read(table: pa.Table) -> Facts:
    """The facts of the columns that ``narrow`` gives."""
    columns: dict[str, npt.NDArray[Any]] = {name: _plain(table[source]) for name, source in OTHERS.items()}
    texts: dict[str, list[str]] = {}
    for name, source in TEXTS.items():
        columns[name], texts[name] = _coded(table[source], _folded if name in FOLDED else str)
    columns["ref"], columns["other"], texts["area"] = _sides(table["ref_area"], table["counterpart_area"])
    columns["voice"] = _voices(table["url"], table["source_id"])
    columns["span"], texts["span"] = _spans(columns["start"], columns["end"])
    codes = {name: {text: code for code, text in enumerate(known)} for name, known in texts.items()}
    columns["hedged"] = _hedged(columns, codes)
    columns["cell"] = _cells(columns)
    pairs = _pairs(columns, len(texts["area"]), codes["area"].get("WLD", -2))
    orders, keys = zip(*pairs, strict=True)
    kept = {name: columns[name] for name in (*PLAIN, *DATES, *CODED, "ref", "other")}
    return Facts(kept, texts, codes, table["observation_id"].combine_chunks(), orders, keys)


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


def in_order(area: str) -> str:
    """Areas joined by "+" in the order of the alphabet, however the text has them."""
    return "+".join(sorted(area.split("+"))) if "+" in area else area


def _folded(text: str) -> str:
    """A text to compare by, as ``parsers.tables.cells`` has it."""
    return text.strip().lower()


def _spans(start: npt.NDArray[Any], end: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int32], list[str]]:
    """The key of each row's period; there are few periods among many rows."""
    import pyarrow as pa

    never = np.iinfo(np.int32).min
    days = [np.where(np.isnat(side), never, side.astype(np.int64)) for side in (start, end)]
    encoded = pa.array((days[0] << 32) + days[1]).dictionary_encode()
    firsts = np.unique(encoded.indices.to_numpy(), return_index=True)[1]
    keys = [spans.key(as_date(start[place]), as_date(end[place])) for place in firsts]
    texts = list(dict.fromkeys(keys))
    number = {text: code for code, text in enumerate(texts)}
    return np.array([number[key] for key in keys], dtype=np.int32)[encoded.indices.to_numpy()], texts


def _hedged(columns: dict[str, npt.NDArray[Any]], codes: dict[str, dict[str, int]]) -> npt.NDArray[np.bool_]:
    """Whether what a row states, a value or else a rate or else a share, is hedged or a range."""

    def loose(bound: str, upper: str) -> npt.NDArray[np.bool_]:
        held = columns[bound]
        found: npt.NDArray[np.bool_] = (held >= 0) & (held != codes[bound].get("exact", -2)) | ~np.isnan(columns[upper])
        return found

    rate = np.where(np.isnan(columns["change"]), loose("share_bound", "share_max"), loose("change_bound", "change_max"))
    return np.where(np.isnan(columns["value"]), rate, loose("bound", "value_max"))


def _cells(columns: dict[str, npt.NDArray[Any]]) -> npt.NDArray[np.uint64]:
    """The cell of each row as ``parsers.tables.cells`` has it, without the areas; tests/test_selection.py holds the two together.

    Forecasts and targets of a cell are drawn apart, hence the status.
    """
    valued, rated = ~np.isnan(columns["value"]), ~np.isnan(columns["change"])
    growth = rated & ~valued
    parts = [columns[name] for name in ("kind", "product", "adjustment", "per", "unit", "start", "end", "status")]
    parts.append(np.where(valued, 0, np.where(rated, 1, 2)))
    parts += [np.where(growth, columns[name].astype(np.int64), 0) for name in ("base_start", "base_end")]
    parts.append(np.where(valued | rated, 0, columns["share_of"]))
    mixed = np.zeros(len(valued), dtype=np.uint64)
    for part in parts:
        mixed = (mixed ^ part.astype(np.int64).view(np.uint64)) * SPREAD
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _plain(column: pa.ChunkedArray) -> npt.NDArray[Any]:
    if str(column.type).startswith("date"):
        return column.to_numpy().astype("datetime64[D]")
    return column.to_numpy()


def _numbered(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """A column as numbers and the texts that they stand for."""
    import pyarrow as pa

    whole = column.unify_dictionaries().combine_chunks() if pa.types.is_dictionary(column.type) else column.combine_chunks()
    return whole if pa.types.is_dictionary(whole.type) else whole.dictionary_encode()


def _indices(numbered: pa.DictionaryArray) -> npt.NDArray[np.int32]:
    found: npt.NDArray[np.int32] = numbered.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    return found


def _voices(url: pa.ChunkedArray, source: pa.ChunkedArray) -> npt.NDArray[np.int32]:
    """A number for each address that rows come from; a document without one speaks for itself."""
    import pyarrow.compute as pc

    return _indices(_numbered(pc.if_else(pc.equal(pc.fill_null(url, ""), ""), source, url)))


def _coded(column: pa.ChunkedArray, known_as: Callable[[str], str]) -> tuple[npt.NDArray[np.int32], list[str]]:
    """Numbers for texts as they are compared, -1 for a missing or an empty one, and the texts by their numbers."""
    numbered = _numbered(column)
    names = [known_as(text) for text in numbered.dictionary.to_pylist()]
    number = {text: code for code, text in enumerate(dict.fromkeys(filter(None, names)))}
    return np.array([*(number.get(name, -1) for name in names), -1], dtype=np.int32)[_indices(numbered)], list(number)


def _sides(ref: pa.ChunkedArray, other: pa.ChunkedArray) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], list[str]]:
    """Both areas of each row, numbered alike."""
    here, areas = _coded(ref, in_order)
    there, more = _coded(other, in_order)
    known = {area: code for code, area in enumerate(dict.fromkeys((*areas, *more)))}
    return here, np.array([*(known[area] for area in more), -1], dtype=np.int32)[there], list(known)


def as_date(value: np.datetime64) -> date | None:
    """A day as Python has it; None for none."""
    return None if np.isnat(value) else value.astype(object)


def summary(facts: Facts) -> dict[str, Any]:
    """What the table holds: figures, articles, areas, the first and the last year, computed figures."""
    start, end = facts.columns["start"], facts.columns["end"]
    latest = np.where(np.isnat(end), start, end)
    areas = {part for area in facts.areas for part in area.split("+")} - {"WLD"}
    return {
        "figures": len(start),
        "articles": int(facts.columns["voice"].max(initial=-1)) + 1,
        "first": min(_years(start), default=None),
        "last": max(_years(latest), default=None),
        "derived": int(np.count_nonzero(facts.columns["derived"])),
        "areas": len(areas),
    }


def _years(days: npt.NDArray[Any]) -> list[int]:
    """The first and the last year among days, none without a day."""
    known = days[~np.isnat(days)]
    return [day.astype(object).year for day in (known.min(), known.max())] if len(known) else []
