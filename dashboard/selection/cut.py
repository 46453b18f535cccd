"""Rows of the table as one reporter sees them, and the order in which claims for one cell stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.selection.choice import KINDS
from dashboard.selection.facts import Facts, Rows

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cut:
    """Some rows of the facts, seen from a reporter's side."""

    facts: Facts
    rows: Rows
    turned: Mask
    partner: npt.NDArray[np.int64]

    def column(self, name: str) -> npt.NDArray[Any]:
        """A column of these rows."""
        return self.facts.columns[name][self.rows]

    def where(self, mask: Mask | Rows) -> Cut:
        """Those of the rows that a mask, or a list of their places, names."""
        return Cut(self.facts, self.rows[mask], self.turned[mask], self.partner[mask])

    def any_of(self, name: str, texts: tuple[str, ...]) -> Mask:
        """Which rows have one of the texts in a column."""
        codes, held = [self.facts.code(name, text) for text in texts], self.column(name)
        return held == codes[0] if len(codes) == 1 else np.isin(held, codes)

    def values(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Both ends of each figure as the reporter has it: a balance told by the other side changes its sign."""
        low, high = self.column("value"), self.column("value_max")
        flip = self.turned & self.any_of("flow", ("balance",))
        ends = np.where(np.isnan(high), low, high)
        return np.where(flip, -ends, low), np.where(flip & ~np.isnan(high), -low, high)


def beside(cut: Cut, names: Iterable[str]) -> Cut:
    """Those of the rows that speak of the same cells as the named ones: themselves, and the other claims of each cell."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = cut.facts.ids.take(cut.rows).cast(pa.string())
    own = pc.is_in(ids, value_set=pa.array(names, type=pa.string())).to_numpy(zero_copy_only=False)
    pairs = np.stack([cut.column("cell").view(np.int64), cut.partner], axis=1)
    cells = pairs.view([("cell", np.int64), ("partner", np.int64)]).ravel()
    return cut.where(np.isin(cells, cells[own]))


def preferred_first(cut: Cut, prefer: tuple[str, ...] = ()) -> Cut:
    """The rows partner by partner and cell by cell, in each the preferred claim first, as parsers.tables.cells orders them.

    The claims that the reader of the page prefers come before all others of their cell.
    """
    published = cut.column("published")
    said = np.where(np.isnat(published), np.iinfo(np.int64).max, -published.astype(np.int64))
    ids = np.array(cut.facts.ids.take(cut.rows).to_pylist(), dtype=str)
    wanted = _wanted(ids, prefer)
    claim = (ids, -cut.column("confidence"), said, cut.column("hedged"), cut.column("derived"), wanted)
    cell = (cut.column("cell"), _kinds(cut, wanted < len(prefer)), cut.column("status"), cut.column("end"), cut.column("start"))
    return cut.where(np.lexsort((*claim, *cell, cut.partner)))


def _wanted(ids: npt.NDArray[Any], prefer: tuple[str, ...]) -> Rows:
    """The place of each row among the preferred claims, behind all of them for the others."""
    places = np.full(len(ids), len(prefer))
    for place in reversed(range(len(prefer))):
        places[ids == prefer[place]] = place
    return places


def _kinds(cut: Cut, wanted: Mask) -> Rows:
    """The order in which goods, services and both stand; a cell with a preferred claim comes before them all."""
    known = np.array([KINDS.index(text) if text in KINDS else len(KINDS) for text in cut.facts.texts["kind"]], dtype=np.int64)
    kinds: Rows = known[cut.column("kind")]
    cells = cut.column("cell")
    for place in np.flatnonzero(wanted):
        kinds[(cells == cells[place]) & (cut.partner == cut.partner[place])] = -1
    return kinds
