"""Figures off by a factor of ten, a thousand or a million, and years that cannot be."""

from __future__ import annotations

import numpy as np
import pandas as pd

from parsers.tables.cells import cell_codes, preference, size
from parsers.tables.findings import misfits
from parsers.tables.operands import Operands

OUTLIER = "off by a power of ten"
YEAR = "a year that cannot be"
_WORDS = {1: "ten", 3: "a thousand", 6: "a million"}
_SLACK = {1: 0.15, 3: 0.3, 6: 0.3}
_EARLIEST = pd.Timestamp("1800-01-01")
_AHEAD = pd.Timedelta(days=31)
_REACH = 5


def claim_outliers(table: pd.DataFrame) -> list[pd.DataFrame]:
    """Claims about 10, 1,000 or 1,000,000 times as large or as small as the preferred claim of their cell."""
    codes = cell_codes(table)
    order = preference(table, codes)
    fits = ((codes >= 0) & table["obs_value"].notna() & ~table["derived"] & (table["status"] == "actual")).to_numpy()
    order = order[fits[order]]
    told = pd.DataFrame({"code": codes.to_numpy()[order], "row": order, "value": size(table).to_numpy()[order]})
    told["reference"] = told.groupby("code")["row"].transform("first")
    told["usual"] = told.groupby("code")["value"].transform("first")
    return [_powers(told[told["row"] != told["reference"]], 0.1)]


def series_outliers(given: Operands) -> list[pd.DataFrame]:
    """Values far from the median of the five nearest of their series, taken for a whole year; names the nearest usual one."""
    values = given.values()
    values = values[values["flow"] != "balance"]
    length = np.where(given.averaged[values["row"]], 1.0, (values["behind"] - values["start"]) / 365.25)
    values = values.assign(value=np.abs(given.numbers.take(values["row"].to_numpy()).printed()[0]), length=length)
    values = values[values["value"] > 0].sort_values(["line", "behind", "start"], kind="stable").reset_index(drop=True)
    values["log"] = np.log10(values["value"] / values["length"])
    middle = values.groupby("line")["log"].rolling(_REACH, center=True, min_periods=3).median()
    values["middle"] = middle.reset_index(level=0, drop=True)
    values["reference"] = _nearest(values)
    values["usual"] = 10 ** values["middle"] * values["length"]
    return [_powers(values.dropna(subset=["middle", "reference"]), None)]


def _nearest(values: pd.DataFrame) -> pd.Series[float]:
    """The row of the neighbour in the series, two on either side, that lies nearest to the median."""
    lines = values.groupby("line")
    best, reference = pd.Series(np.inf, index=values.index), pd.Series(np.nan, index=values.index)
    for step in (1, -1, 2, -2):
        distance = (lines["log"].shift(step) - values["middle"]).abs()
        nearer = distance < best
        best, reference = best.mask(nearer, distance), reference.mask(nearer, lines["row"].shift(step))
    return reference


def _powers(told: pd.DataFrame, slack: float | None) -> pd.DataFrame:
    """Those whose value is a power of ten away from the usual one; `slack` in powers of ten, None: by the power."""
    with np.errstate(divide="ignore", invalid="ignore"):
        power = np.log10((told["value"] / told["usual"]).abs().to_numpy())
    nearest = np.select([np.abs(np.abs(power) - step) <= (slack or _SLACK[step]) for step in _WORDS], list(_WORDS), 0)
    wrong = nearest > 0
    rows = [told[name].to_numpy()[wrong].astype(np.int64) for name in ("row", "reference")]
    words = [
        f"{_WORDS[step]} times too {'large' if up else 'small'}"
        for step, up in zip(nearest[wrong], power[wrong] > 0, strict=True)
    ]
    return misfits(OUTLIER, "perhaps", rows, told["usual"].to_numpy()[wrong], told["value"].to_numpy()[wrong], words)


def impossible_years(table: pd.DataFrame) -> list[pd.DataFrame]:
    """Actual figures of a span that ends more than a month after they were published, bases after the period, lost centuries."""
    stated = ~table["derived"]
    ahead = stated & (table["status"] == "actual") & (table["period_end"] > table["published"] + _AHEAD)
    turned = stated & table["change_pct"].notna() & (table["base_start"] > table["period_end"])
    past = stated & (table["status"] != "actual") & (table["period_end"] < table["published"] - pd.Timedelta(days=730))
    lost = stated & ((table["period_start"] < _EARLIEST) | (table["period_end"] > pd.Timestamp("2200-01-01")))
    cases = (
        (ahead, "published before the span was over", "published"),
        (turned, "growth against a later span", "base_start"),
        (past, "a forecast or target for a span long past", "published"),
        (lost, "no such year in the press", "period_start"),
    )
    return [_dated(table, wrong, words, against) for wrong, words, against in cases]


def _dated(table: pd.DataFrame, wrong: pd.Series[bool], words: str, against: str) -> pd.DataFrame:
    rows = np.flatnonzero(wrong)
    years = [table[name].dt.year.to_numpy()[rows].astype(float) for name in (against, "period_end")]
    return misfits(YEAR, words, [rows], *years)
