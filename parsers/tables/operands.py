"""What arithmetic may work on: the preferred stated claim of each source for each cell, as narrow columns of codes and days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from parsers.tables.cells import Codes, cell_codes, combined, folded, preference, sides
from parsers.tables.intervals import Flags, Intervals, intervals
from parsers.tables.spans import months_between, year_earlier

_NATURE = ("kind", "product", "adjustment", "per", "unit_measure")


@dataclass(frozen=True, slots=True)
class Operands:
    """Stated values that may be added and subtracted.

    `rows` has a line a row of the table, by position: `kin` (areas unordered, nature, source and status: what arithmetic
    never mixes), `rate_kin` (the same for rates, which have no currency), `line` (kin with flow and direction: one series
    of one source), `direction` (1: the exporter comes last in the alphabet), `flow`, `start` and `behind` (days since 1970,
    half-open) and `sign` (-1: the balance is turned). `usable` marks the stated values of a cell, and `chosen` are the
    positions of the preferred value of each cell, source and status. By position too: `numbers`, the values as intervals,
    balances turned to the cell's side, and `averaged`, which of them are averages for a length.
    """

    rows: pd.DataFrame
    usable: Flags
    chosen: Codes
    numbers: Intervals
    averaged: Flags

    def values(self) -> pd.DataFrame:
        """The lines of `rows` whose value is the one to compute with, with their position as `row`."""
        return self.rows.iloc[self.chosen].assign(row=self.chosen).reset_index(drop=True)


def operands(table: pd.DataFrame, across_sources: bool = False) -> Operands:
    """The operands of a table; sources are kept apart by publisher (without one: by address) unless `across_sources`."""
    side = sides(table)
    cells = cell_codes(table)
    rows = pd.DataFrame(
        {
            "kin": _kin(table, side, across_sources, _NATURE),
            "rate_kin": _kin(table, side, across_sources, _NATURE[:-1]),
            "direction": _direction(side),
            "flow": side["flow"].to_numpy(),
            "start": days(table["period_start"]),
            "behind": days(table["period_end"]) + 1,
            "sign": side["sign"].to_numpy(),
        }
    )
    rows["line"] = combined([rows["kin"], rows["flow"], rows["direction"]])
    usable = ((cells >= 0) & table["obs_value"].notna() & ~table["derived"]).to_numpy()
    order = preference(table, cells)
    order = order[usable[order]]
    first = ~rows.iloc[order].duplicated(["line", "start", "behind"]).to_numpy()
    return Operands(rows, usable, order[first], _turned(table, rows["sign"].to_numpy()), table["per"].notna().to_numpy())


def _kin(table: pd.DataFrame, side: pd.DataFrame, across_sources: bool, nature: tuple[str, ...]) -> Codes:
    ordered = side["first"] <= side["second"]
    low, high = side["first"].where(ordered, side["second"]), side["second"].where(ordered, side["first"])
    said = [] if across_sources else [source(table)]
    return combined([low, high, *(folded(table[name]) for name in nature), *said, table["status"]])


def source(table: pd.DataFrame) -> pd.Series[Any]:
    """Who speaks: the publisher, else the address, else the document; one address is one publisher, however it is spelled."""
    publisher = folded(table["publisher"]).replace("", None)
    publisher = publisher.groupby(table["url"]).transform("min").fillna(publisher)
    return publisher.fillna(table["url"]).fillna(table["source_id"])


def _direction(side: pd.DataFrame) -> Codes:
    return ((side["first"] > side["second"]) & (side["flow"] == "exports")).to_numpy().astype(np.int64)


def _turned(table: pd.DataFrame, sign: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Intervals:
    return intervals(table["obs_value"] * sign, table["obs_value_max"] * sign, table["bound"])


def days(dates: pd.Series[Any]) -> Codes:
    """Days since 1970; an unknown date is the smallest number."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def spanwise(function: Callable[[date, date], Any], start: Codes, behind: Codes) -> list[Any]:
    """`function` of first and last day for each half-open span of days, computed once for each different span."""
    codes, spans = pd.MultiIndex.from_arrays([start, behind]).factorize()
    found = [function(_day(first), _day(after - 1)) for first, after in spans]
    return [found[code] for code in codes]


def _day(number: int) -> date:
    return date.fromordinal(int(number) + date(1970, 1, 1).toordinal())


def months(start: Codes, behind: Codes) -> Codes:
    """Whole months in each half-open span of days; 0 where it is no run of whole months."""
    return np.array(spanwise(_months, start, behind), dtype=np.int64)


def _months(first: date, last: date) -> int:
    return months_between(first, date.fromordinal(last.toordinal() + 1)) or 0


def earlier(start: Codes, behind: Codes) -> tuple[Codes, Codes]:
    """Start and end of the same spans a year before."""
    spans = spanwise(year_earlier, start, behind)
    epoch = date(1970, 1, 1).toordinal()
    return (
        np.array([first.toordinal() - epoch for first, _ in spans], dtype=np.int64),
        np.array([last.toordinal() - epoch + 1 for _, last in spans], dtype=np.int64),
    )
