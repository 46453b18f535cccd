"""Cells and claims: which rows speak of the same figure, which of them is preferred, and how far they lie apart.

A cell is areas, flow, kind, product, adjustment, span, per, unit and what is measured (a value, a growth and its base, a share
and its whole). Turnover has its areas unordered; exports and mirror imports go by exporter and importer; balances are
turned to the side of the area that comes first in the alphabet. A row without both areas and a closed span has no cell.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from parsers.tables.schema import STATUSES

Codes = np.ndarray[tuple[int], np.dtype[np.int64]]
_NATURE = ("kind", "product", "adjustment", "per", "unit_measure")


def sides(table: pd.DataFrame) -> pd.DataFrame:
    """Each row as its cell sees it: `first`, `second`, `flow` (turnover, exports, balance) and `sign` (-1: balance turned)."""
    spelled = [table[name].map(_spelling(table[name])) for name in ("ref_area", "counterpart_area")]
    codes, names = pd.factorize(pd.concat(spelled), sort=True)
    ref, other = codes[: len(table)], codes[len(table) :]
    flow = table["trade_flow"]
    swapped = np.where(flow.isin(["turnover", "balance"]), ref > other, flow == "imports")
    labels = pd.Index(names).append(pd.Index([None], dtype="str"))
    return pd.DataFrame(
        {
            "first": labels.take(np.where(swapped, other, ref)),
            "second": labels.take(np.where(swapped, ref, other)),
            "flow": flow.mask(flow == "imports", "exports"),
            "sign": np.where(swapped & (flow == "balance"), -1.0, 1.0),
        },
        index=table.index,
    )


def _spelling(areas: pd.Series[str]) -> dict[str, str]:
    """Each spelling of areas joined by "+" and the one with them in order."""
    return {text: "+".join(sorted(text.split("+"))) for text in areas.dropna().unique()}


def series(table: pd.DataFrame) -> pd.Series[Any]:
    """A number for everything of the cell but its span and what is measured; -1 where an area is missing."""
    side = sides(table)
    parts = [side["first"], side["second"], side["flow"], *(folded(table[name]) for name in _NATURE)]
    known = (side["first"].notna() & side["second"].notna()).to_numpy()
    return pd.Series(np.where(known, combined(parts), -1), index=table.index)


def combined(parts: list[pd.Series[Any]]) -> Codes:
    """One number for each combination of values that occurs, a missing value being a value like others."""
    total = np.zeros(len(parts[0]), dtype=np.int64)
    for part in parts:
        codes, values = pd.factorize(part, use_na_sentinel=False)
        total, _ = pd.factorize(total * (len(values) + 1) + codes)
    return total


def cell_codes(table: pd.DataFrame) -> pd.Series[Any]:
    """A number for each cell; -1 for rows that have none."""
    key = series(table)
    dates = [table["period_start"], table["period_end"]]
    known = (key >= 0) & dates[0].notna() & dates[1].notna()
    return pd.Series(np.where(known, combined([key, *dates, measure(table)]), -1), index=table.index)


def measure(table: pd.DataFrame) -> pd.Series[str]:
    """What a row measures: "value", "growth:base_start/base_end" or "share:of what"; a value's own rate is no other measure."""
    growth = "growth:" + _iso(table["base_start"]) + "/" + _iso(table["base_end"])
    rate = growth.where(table["change_pct"].notna(), "share:" + table["share_of"].fillna(""))
    return rate.mask(table["obs_value"].notna(), "value")


def _iso(dates: pd.Series[Any]) -> pd.Series[Any]:
    texts = {day: day.date().isoformat() for day in dates.dropna().unique()}
    return dates.map(texts).astype("str").fillna("")


def cell(table: pd.DataFrame) -> pd.Series[Any]:
    """The cell of each row in words, as "exports:BY>RU-KRS|unstated|||2012-S1||USD|value"; missing where it has none."""
    codes = cell_codes(table)
    first = codes[codes >= 0].drop_duplicates()
    named = pd.Series(_words(table.loc[first.index]).to_numpy(), index=first.to_numpy(), dtype="str")
    return codes.map(named).astype("str")


def _words(table: pd.DataFrame) -> pd.Series[Any]:
    side, text = sides(table), {name: folded(table[name]) for name in _NATURE}
    areas = side["flow"] + ":" + side["first"] + ">" + side["second"]
    nature = text["kind"] + "|" + text["product"] + "|" + text["adjustment"]
    return (
        areas
        + "|"
        + nature
        + "|"
        + table["time_period"]
        + "|"
        + text["per"]
        + "|"
        + table["unit_measure"].fillna("")
        + "|"
        + measure(table)
    )


def folded(texts: pd.Series[Any]) -> pd.Series[Any]:
    """Texts to compare by: without letter case and outer spaces; a missing one is empty."""
    return texts.fillna("").str.strip().str.lower()


def voice(table: pd.DataFrame) -> pd.Series[str]:
    """Whose claim a row is: all texts of one address are one article; without an address, the document."""
    return table["url"].fillna(table["source_id"])


def size(table: pd.DataFrame) -> pd.Series[float]:
    """The number a row claims for its cell, balances turned to the cell's side; the middle of a printed range."""
    ends = [("obs_value", "obs_value_max"), ("change_pct", "change_max"), ("share_pct", "share_max")]
    middles = [table[low].where(table[high].isna(), (table[low] + table[high]) / 2) for low, high in ends]
    value = middles[0] * sides(table)["sign"]
    return value.fillna(middles[1]).fillna(middles[2])


def claims(table: pd.DataFrame) -> pd.DataFrame:
    """For each row of `table`, by its index: `cell`, `claim_value`, `preferred`, `spread_pct`, `claims` and `voices` of the cell.

    `claims` counts the rows of the cell and `voices` the addresses they come from. `spread_pct` is the distance between the
    highest and the lowest actual claim, one for each address, in percent of the preferred one; 0 for a lone claim, missing
    without an actual one. Computed claims count in it only in a cell where nothing is stated.
    """
    codes = cell_codes(table)
    order = preference(table, codes)
    first = pd.Series(~codes.iloc[order].duplicated().to_numpy(), index=table.index[order]).reindex(table.index)
    told = pd.DataFrame({"code": codes, "voice": pd.factorize(voice(table))[0], "value": size(table)}).iloc[order]
    told["counts"] = _counted(table, codes).iloc[order].to_numpy()
    inside = codes >= 0
    return pd.DataFrame(
        {
            "cell": cell(table),
            "claim_value": size(table),
            "preferred": first & inside,
            "spread_pct": codes.map(_spread(told)).where(inside),
            "claims": codes.map(codes.value_counts()).where(inside, 0).astype("int64"),
            "voices": codes.map(told.drop_duplicates(["code", "voice"])["code"].value_counts()).where(inside, 0).astype("int64"),
        },
        index=table.index,
    )


def preference(table: pd.DataFrame, codes: pd.Series[Any]) -> Codes:
    """Positions of the rows, cell by cell, the preferred claim first.

    Actual before forecast before target, stated before computed, exact before hedged, the latest publication first and
    undated ones after every dated one, the surer reading; what is still equal goes by observation_id.
    """
    return np.lexsort(
        (
            table["observation_id"].rank(method="first").to_numpy(),
            -table["confidence"].to_numpy(),
            -table["published"].fillna(pd.Timestamp.min).to_numpy().astype("datetime64[s]").astype("int64"),
            hedged(table).to_numpy(),
            table["derived"].to_numpy(),
            table["status"].map({status: rank for rank, status in enumerate(STATUSES)}).to_numpy(),
            codes.to_numpy(),
        )
    )


def hedged(table: pd.DataFrame) -> pd.Series[bool]:
    """Whether the figure that a row measures is other than exact: a hedge, or a printed range."""
    value, growth = table["obs_value"].notna(), table["change_pct"].notna()
    bound = table["bound"].where(value, table["change_bound"].where(growth, table["share_bound"]))
    upper = table["obs_value_max"].where(value, table["change_max"].where(growth, table["share_max"]))
    return (bound.fillna("exact") != "exact") | upper.notna()


def _counted(table: pd.DataFrame, codes: pd.Series[Any]) -> pd.Series[bool]:
    actual = (table["status"] == "actual") & (codes >= 0)
    stated = codes.isin(codes[actual & ~table["derived"]])
    return actual & ~(stated & table["derived"])


def _spread(told: pd.DataFrame) -> pd.Series[float]:
    """Percent between the extreme claims of each cell; `told` has the preferred claim of each cell first."""
    counted = told[told["counts"]].drop_duplicates(["code", "voice"])
    values = counted.groupby("code")["value"].agg(["min", "max", "first"])
    return (100 * (values["max"] - values["min"]) / values["first"].abs()).replace(np.inf, np.nan)
