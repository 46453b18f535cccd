"""Figures off by a factor of ten, a thousand or a million, and years that cannot be."""

from __future__ import annotations

import numpy as np
import pandas as pd

from parsers.tables.cells import size
from parsers.tables.findings import misfits
from parsers.tables.keys import FLOW_CODES, Floats, Keys
from parsers.tables.operands import Operands

OUTLIER = "off by a power of ten"
YEAR = "a year that cannot be"
_WORDS = {1: "ten", 3: "a thousand", 6: "a million"}
_SLACK = {1: 0.15, 3: 0.3, 6: 0.3}
_EARLIEST = pd.Timestamp("1800-01-01")
_AHEAD = pd.Timedelta(days=31)


def claim_outliers(table: pd.DataFrame, known: Keys) -> list[pd.DataFrame]:
    """Claims about 10, 1,000 or 1,000,000 times as large or as small as the preferred claim of their cell."""
    fits = (known.cells >= 0) & (table["obs_value"].notna() & ~table["derived"] & (table["status"] == "actual")).to_numpy()
    order = known.order[fits[known.order]]
    told = pd.DataFrame({"code": known.cells[order], "row": order, "value": size(table, known).to_numpy()[order]})
    told["reference"] = told.groupby("code")["row"].transform("first")
    told["usual"] = told.groupby("code")["value"].transform("first")
    return [_powers(told[told["row"] != told["reference"]], 0.1)]


def series_outliers(given: Operands) -> list[pd.DataFrame]:
    """Values far from the median of the five nearest of their series, taken for a whole year; names the nearest usual one."""
    values = given.values()
    values = values[values["flow"] != FLOW_CODES["balance"]]
    length = np.where(given.averaged[values["row"]], 1.0, (values["behind"] - values["start"]) / 365.25)
    values = values.assign(value=np.abs(given.numbers.take(values["row"].to_numpy()).printed()[0]), length=length)
    values = values[values["value"] > 0].sort_values(["line", "behind", "start"], kind="stable").reset_index(drop=True)
    values["log"] = np.log10(values["value"] / values["length"])
    values["middle"], values["reference"] = _neighbourhood(values)
    values["usual"] = 10 ** values["middle"] * values["length"]
    return [_powers(values.dropna(subset=["middle", "reference"]), None)]


def _neighbourhood(values: pd.DataFrame) -> tuple[Floats, Floats]:
    """The median of a value and its neighbours in the series, two on either side, and the row of the neighbour nearest to it.

    Missing where there are fewer than three. `values` are sorted by series and time.
    """
    line, log, row = (values[name].to_numpy() for name in ("line", "log", "row"))
    logs, rows = np.full((len(values), 5), np.nan), np.full((len(values), 5), np.nan)
    for place, step in enumerate((0, 1, -1, 2, -2)):
        here, there = slice(max(-step, 0), len(line) - max(step, 0)), slice(max(step, 0), len(line) + min(step, 0))
        same = line[here] == line[there]
        logs[here, place], rows[here, place] = np.where(same, log[there], np.nan), np.where(same, row[there], np.nan)
    count = (~np.isnan(logs)).sum(axis=1)
    ordered, every = np.sort(logs, axis=1), np.arange(len(values))
    middle = (ordered[every, (count - 1) // 2] + ordered[every, count // 2]) / 2
    distance = np.abs(logs[:, 1:] - middle[:, None])
    nearest = np.argmin(np.where(np.isnan(distance), np.inf, distance), axis=1)
    return np.where(count >= 3, middle, np.nan), rows[every, nearest + 1]


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
    """Actual figures published over a month before their span ends, bases not before the period, lost centuries."""
    stated = ~table["derived"]
    ahead = stated & (table["status"] == "actual") & (table["period_end"] > table["published"] + _AHEAD)
    turned = stated & table["change_pct"].notna() & (table["base_start"] >= table["period_start"])
    past = stated & (table["status"] != "actual") & (table["period_end"] < table["published"] - pd.Timedelta(days=730))
    lost = stated & ((table["period_start"] < _EARLIEST) | (table["period_end"] > pd.Timestamp("2200-01-01")))
    cases = (
        (ahead, "published before the span was over", "published"),
        (turned, "growth against the same or a later span", "base_start"),
        (past, "a forecast or target for a span long past", "published"),
        (lost, "no such year in the press", "period_start"),
    )
    return [_dated(table, wrong, words, against) for wrong, words, against in cases]


def _dated(table: pd.DataFrame, wrong: pd.Series[bool], words: str, against: str) -> pd.DataFrame:
    rows = np.flatnonzero(wrong)
    years = [table[name].dt.year.to_numpy()[rows].astype(float) for name in (against, "period_end")]
    return misfits(YEAR, words, [rows], *years)
