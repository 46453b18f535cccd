"""What arithmetic may work on: the preferred stated claim of each source for each cell, as narrow columns of codes and days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from parsers.tables.intervals import Flags, Intervals, intervals
from parsers.tables.keys import FLOW_CODES, NATURE, Codes, Keys, combined, compact
from parsers.tables.spans import months_between, year_earlier


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


def operands(table: pd.DataFrame, known: Keys, across_sources: bool = False) -> Operands:
    """The operands of a table with its keys; publishers are kept apart unless `across_sources`."""
    parts = known.parts
    exports = parts["flow"] == FLOW_CODES["exports"]
    rows = pd.DataFrame(
        {
            "kin": _kin(parts, across_sources, NATURE),
            "rate_kin": _kin(parts, across_sources, NATURE[:-1]),
            "direction": ((parts["first"] > parts["second"]) & exports).astype(np.int64),
            "flow": parts["flow"],
            "start": parts["start"],
            "behind": parts["behind"],
            "sign": known.sign,
        }
    )
    rows["line"] = combined([rows["kin"], rows["flow"], rows["direction"]])
    usable = (known.cells >= 0) & (table["obs_value"].notna() & ~table["derived"]).to_numpy()
    order = known.order[usable[known.order]]
    first = ~pd.Series(combined([rows[name].to_numpy()[order] for name in ("line", "start", "behind")])).duplicated().to_numpy()
    numbers = intervals(table["obs_value"] * known.sign, table["obs_value_max"] * known.sign, table["bound"])
    return Operands(rows, usable, order[first], numbers, table["per"].notna().to_numpy())


def _kin(parts: pd.DataFrame, across_sources: bool, nature: tuple[str, ...]) -> Codes:
    low, high = np.minimum(parts["first"], parts["second"]), np.maximum(parts["first"], parts["second"])
    said = [] if across_sources else [parts["source"]]
    return compact(combined([low, high, *(parts[name] for name in nature), *said, parts["status"]]))


def spanwise(function: Callable[[date, date], Any], start: Codes, behind: Codes) -> list[Any]:
    """`function` of first and last day for each half-open span of days, computed once for each different span."""
    codes, _ = pd.factorize(combined([start, behind]))
    where = np.unique(codes, return_index=True)[1]
    found = [function(_day(first), _day(after - 1)) for first, after in zip(start[where], behind[where], strict=True)]
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
