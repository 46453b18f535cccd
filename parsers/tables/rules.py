"""The arithmetic of trade: what follows from which stated values. Each rule gives results, none of them yet a row of the table.

Nothing is computed across currencies, kinds, products, adjustments, averages, statuses or (unless asked) sources. A result
that the hedges of its parents leave open on both sides is refused, as is a flow below zero.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from parsers.tables.intervals import Intervals, intervals
from parsers.tables.keys import FLOW_CODES, Codes, combined, days
from parsers.tables.operands import Operands, earlier, months

REST = "rest of the span"
BASE = "base of the growth"
GROWTH = "growth"
BALANCE = "balance"
TURNOVER = "turnover"
YEAR = 366
_UNITS = (1, 3, 6)


@dataclass(frozen=True, slots=True)
class Results:
    """What one rule computed: positions of the parents (`second` -1: none), the number on the side of the first parent's
    row, the span as half-open days, and for a growth the span of its base."""

    rule: str
    first: Codes
    second: Codes
    number: Intervals
    start: Codes
    behind: Codes
    base_start: Codes | None = None
    base_behind: Codes | None = None


def rests(given: Operands) -> Results:
    """A longer span less a shorter one with the same first or last day: the third quarter, the second half, a month."""
    values = given.values()
    # An average for a month cannot be subtracted from one for another span.
    values = values[~given.averaged[values["row"]] & (values["behind"] - values["start"] <= YEAR)]
    tails = _within(values, "start")
    tails = _whole_units(tails.assign(start=tails["behind_short"], behind=tails["behind_long"]))
    heads = _within(values, "behind")
    heads = _whole_units(heads.assign(start=heads["start_long"], behind=heads["start_short"]))
    found = pd.concat([tails, heads], ignore_index=True)
    first, second = found["row_long"].to_numpy(), found["row_short"].to_numpy()
    number = given.numbers.take(first) - given.numbers.take(second)
    return Results(REST, first, second, number, found["start"].to_numpy(), found["behind"].to_numpy())


def _within(values: pd.DataFrame, edge: str) -> pd.DataFrame:
    """Pairs of spans of one line that share `edge`; `next` marks the longest of the shorter ones."""
    keys = ["line", edge]
    values = values.assign(length=values["behind"] - values["start"])[["line", "start", "behind", "length", "row"]]
    values = values[values.duplicated(keys, keep=False)].sort_values([*keys, "length"])
    values["rank"] = values.groupby(keys).cumcount()
    pairs = values.merge(values, on=keys, suffixes=("_long", "_short"))
    pairs = pairs[pairs["length_long"] > pairs["length_short"]]
    both = {f"{edge}_long": pairs[edge], f"{edge}_short": pairs[edge]}
    joined: pd.DataFrame = pairs.assign(next=pairs["rank_long"] - pairs["rank_short"] == 1, **both)
    return joined


def _whole_units(pairs: pd.DataFrame) -> pd.DataFrame:
    """Of these remainders the one left by the next shorter span, and those that are a month, quarter or half of the longer."""
    begin = pairs["start"].to_numpy()
    length = months(begin, pairs["behind"].to_numpy())
    offset = months(pairs["start_long"].to_numpy(), begin)
    unit = np.isin(length, _UNITS) & (offset % np.maximum(length, 1) == 0)
    kept: pd.DataFrame = pairs[pairs["next"].to_numpy() | unit]
    return kept


def bases(table: pd.DataFrame, given: Operands) -> Results:
    """The value before, implied by a value and its rate: value / (1 + rate / 100)."""
    rows, start, behind = given.rows, days(table["base_start"]), days(table["base_end"]) + 1
    alike = np.abs((behind - start) - (rows["behind"] - rows["start"]).to_numpy()) <= 3
    spans = table["base_end"].notna() & table["period_end"].notna() & alike & (start < rows["start"].to_numpy())
    # A rate in real terms says nothing about the earlier value in the money of its time.
    nominal = ~table["adjustment"].str.contains("real", case=False, na=False)
    rated = (table["change_pct"] > -100) & (table["status"] == "actual") & (table["trade_flow"] != "balance")
    first = np.flatnonzero(given.usable & (spans & nominal & rated).to_numpy())
    rate = intervals(table["change_pct"], table["change_max"], table["change_bound"]).take(first)
    number = given.numbers.take(first).over(rate.linear(0.01, 1.0))
    return Results(BASE, first, np.full(len(first), -1), number, start[first], behind[first])


def growths(given: Operands) -> Results:
    """The growth in percent between a span and the same span a year before."""
    values = given.values()
    values = values[values["flow"] != FLOW_CODES["balance"]]
    before, until = earlier(values["start"].to_numpy(), values["behind"].to_numpy())
    values = values.assign(earlier=before, until=until).reset_index(drop=True)
    line = values["line"]
    keys = combined([pd.concat([line, line]), np.append(values["start"], before), np.append(values["behind"], until)])
    now, old = values.assign(key=keys[len(values) :]), values[["row"]].assign(key=keys[: len(values)])
    pairs = now.merge(old, on="key", suffixes=("", "_old"))
    first, second = pairs["row"].to_numpy(), pairs["row_old"].to_numpy()
    number = given.numbers.take(first).over(given.numbers.take(second)).linear(100.0, -100.0)
    spans = (pairs[name].to_numpy() for name in ("start", "behind", "earlier", "until"))
    return Results(GROWTH, first, second, number, *spans)


def balances(table: pd.DataFrame, given: Operands) -> Results:
    """Exports less imports, on the side of the area whose exports were told first in the alphabet's order of sides."""
    first, second, start, behind = _both_ways(table, given)
    return Results(BALANCE, first, second, given.numbers.take(first) - given.numbers.take(second), start, behind)


def turnovers(table: pd.DataFrame, given: Operands) -> Results:
    """Exports plus imports."""
    first, second, start, behind = _both_ways(table, given)
    return Results(TURNOVER, first, second, given.numbers.take(first) + given.numbers.take(second), start, behind)


def _both_ways(table: pd.DataFrame, given: Operands) -> tuple[Codes, Codes, Codes, Codes]:
    """Positions of exports and imports, seen from the reference area of the one told, and their common span."""
    values = given.values()
    values = values[values["flow"] == FLOW_CODES["exports"]]
    there, back = values[values["direction"] == 0], values[values["direction"] == 1]
    pairs = there.merge(back, on=["kin", "start", "behind"], suffixes=("_there", "_back"))
    there_rows, back_rows = pairs["row_there"].to_numpy(), pairs["row_back"].to_numpy()
    told_as_exports = (table["trade_flow"].iloc[there_rows] == "exports").to_numpy()
    exports = np.where(told_as_exports, there_rows, back_rows)
    imports = np.where(told_as_exports, back_rows, there_rows)
    return exports, imports, pairs["start"].to_numpy(), pairs["behind"].to_numpy()
