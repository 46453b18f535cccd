"""Stated growth against the values it lies between, and the identities of trade."""

from __future__ import annotations

import numpy as np
import pandas as pd

from parsers.tables.findings import misfits
from parsers.tables.intervals import Flags, Intervals, apart, as_rounded, half_unit, intervals
from parsers.tables.keys import FLOW_CODES, combined, days
from parsers.tables.operands import Operands

GROWTH = "stated growth against computed"
IDENTITY = "identity of trade"
_KEYS = ["line_of_rates", "start", "behind"]


def growth_misfits(table: pd.DataFrame, given: Operands) -> list[pd.DataFrame]:
    """Stated rates that no rounding of the two values brings about; names the rate, the value before and the value now."""
    line = combined([given.rows["rate_kin"], given.rows["flow"], given.rows["direction"]])
    values = given.values().assign(line_of_rates=lambda frame: line[frame["row"]])[["row", "line", *_KEYS]]
    nominal = ~table["adjustment"].str.contains("real", case=False, na=False)
    rated = table["change_pct"].notna() & table["base_end"].notna() & table["period_end"].notna() & nominal
    rated &= (table["trade_flow"] != "balance") & ~table["derived"]
    rated &= table["base_start"] < table["period_start"]
    rates = given.rows.assign(line_of_rates=line, base=days(table["base_start"]), until=days(table["base_end"]) + 1)
    rates = rates.assign(rate=np.arange(len(table)))[rated.to_numpy()][["rate", "base", "until", *_KEYS]]
    pairs = rates.merge(values, on=_KEYS).merge(
        values.rename(columns={"start": "base", "behind": "until", "row": "before"})[["before", "line", "base", "until"]],
        on=["line", "base", "until"],
    )
    return [_rates_apart(table, given, pairs[_of_one_line(given, pairs)])]


def _of_one_line(given: Operands, pairs: pd.DataFrame) -> Flags:
    """Which pairs are of the line of the value that stands with their rate: a rate of dollars says nothing of roubles."""
    rate = pairs["rate"].to_numpy()
    own = given.rows["line"].to_numpy()[rate] == pairs["line"].to_numpy()
    return np.asarray(own | ~given.usable[rate], dtype=np.bool_)


def _rates_apart(table: pd.DataFrame, given: Operands, pairs: pd.DataFrame) -> pd.DataFrame:
    rate, now, before = (pairs[name].to_numpy() for name in ("rate", "row", "before"))
    # The value that stands with the rate is what the rate is of, even where another claim is preferred.
    now = np.where(given.usable[rate], rate, now)
    numbers = as_rounded(given.numbers)
    computed = numbers.take(now).over(numbers.take(before)).linear(100.0, -100.0)
    stated = _rounded_rates(intervals(table["change_pct"], table["change_max"], table["change_bound"]).take(rate))
    wrong = apart(computed, stated)
    exact = given.numbers.take(now).over(given.numbers.take(before)).linear(100.0, -100.0).printed()[0]
    rows = [rate[wrong], before[wrong], np.where(now == rate, -1, now)[wrong]]
    return misfits(
        GROWTH,
        "the rate is not that between the two values",
        rows,
        exact[wrong].round(2),
        table["change_pct"].to_numpy()[rate[wrong]],
    )


def _rounded_rates(rates: Intervals) -> Intervals:
    """Rates widened by half of their last printed digit; by a tenth of what they multiply where only about right."""
    slack = [
        np.where(rates.about, 10.0, half_unit(np.where(np.isfinite(end), np.abs(end), 0), -4)) for end in (rates.low, rates.high)
    ]
    return Intervals(rates.low - np.minimum(slack[0], 10), rates.high + np.minimum(slack[1], 10), rates.about)


def identity_misfits(given: Operands) -> list[pd.DataFrame]:
    """Balances other than exports less imports, turnovers other than their sum; names the whole, exports and imports."""
    values = given.values()[["kin", "flow", "direction", "start", "behind", "row"]]
    keys = ["kin", "start", "behind"]
    exports = values[values["flow"] == FLOW_CODES["exports"]]
    both = exports[exports["direction"] == 0].merge(
        exports[exports["direction"] == 1], on=keys, suffixes=("_exports", "_imports")
    )
    found = []
    for flow, words in (
        ("balance", "exports less imports are not the balance"),
        ("turnover", "exports and imports are not turnover"),
    ):
        triples = both.merge(values[values["flow"] == FLOW_CODES[flow]], on=keys)
        found.append(_sums_apart(given, triples, flow, words))
    return found


def _sums_apart(given: Operands, triples: pd.DataFrame, flow: str, words: str) -> pd.DataFrame:
    rows = [triples[name].to_numpy() for name in ("row", "row_exports", "row_imports")]
    numbers = as_rounded(given.numbers)
    whole, exports, imports = (numbers.take(row) for row in rows)
    wrong = apart(exports - imports if flow == "balance" else exports + imports, whole)
    rows = [row[wrong] for row in rows]
    whole, exports, imports = (given.numbers.take(row) for row in rows)
    computed = exports - imports if flow == "balance" else exports + imports
    return misfits(IDENTITY, words, rows, computed.printed()[0], whole.printed()[0])
