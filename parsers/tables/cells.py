"""Cells and claims: which rows speak of the same figure, which of them is preferred, and how far they lie apart.

A cell is areas, flow, kind, product, adjustment, span, per, unit and what is measured (a value, a growth and its base, a share
and its whole). Turnover has its areas unordered; exports and mirror imports go by exporter and importer; balances are
turned to the side of the area that comes first in the alphabet. A row without both areas and a closed span has no cell.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from parsers.tables.keys import FLOW_CODES, NATURE, Keys, keys, voice_codes


def sides(table: pd.DataFrame, known: Keys | None = None) -> pd.DataFrame:
    """Each row as its cell sees it: `first`, `second`, `flow` (turnover, exports, balance) and `sign` (-1: balance turned)."""
    known = known or keys(table)
    names = known.names["area"].append(pd.Index([None], dtype="str"))
    flows = np.array(list(FLOW_CODES))[known.parts["flow"]]
    areas = {name: names.take(known.parts[name].to_numpy()) for name in ("first", "second")}
    return pd.DataFrame(areas | {"flow": pd.array(flows, dtype="str"), "sign": known.sign}, index=table.index)


def measure(table: pd.DataFrame) -> pd.Series[Any]:
    """What a row measures: "value", "growth:base_start/base_end" or "share:of what"; a value's own rate is no other measure."""
    growth = "growth:" + _iso(table["base_start"]) + "/" + _iso(table["base_end"])
    rate = growth.where(table["change_pct"].notna(), "share:" + table["share_of"].fillna(""))
    return rate.mask(table["obs_value"].notna(), "value")


def _iso(dates: pd.Series[Any]) -> pd.Series[Any]:
    texts = {day: day.date().isoformat() for day in dates.dropna().unique()}
    return dates.map(texts).astype("str").fillna("")


def cell(table: pd.DataFrame, known: Keys | None = None) -> pd.Series[Any]:
    """The cell of each row in words, as "exports:BY>RU-KRS|unstated|||2012-S1||USD|value"; missing where it has none."""
    known = known or keys(table)
    codes, first = np.unique(known.cells, return_index=True)
    first = first[codes >= 0]
    words = _words(table.iloc[first], sides(table, known).iloc[first])
    names = pd.Index(words, dtype="str").append(pd.Index([None], dtype="str"))
    place = np.full(int(known.cells.max(initial=-1)) + 2, -1)
    place[codes[codes >= 0]] = np.arange(len(first))
    return pd.Series(names.take(place[known.cells]), index=table.index)


def _words(rows: pd.DataFrame, side: pd.DataFrame) -> pd.Series[Any]:
    text = {name: folded(rows[name]) for name in NATURE[:-1]} | {"unit_measure": rows["unit_measure"].fillna("")}
    areas = side["flow"] + ":" + side["first"] + ">" + side["second"]
    nature = text["kind"] + "|" + text["product"] + "|" + text["adjustment"]
    return areas + "|" + nature + "|" + rows["time_period"] + "|" + text["per"] + "|" + text["unit_measure"] + "|" + measure(rows)


def folded(texts: pd.Series[Any]) -> pd.Series[Any]:
    """Texts to compare by: without letter case and outer spaces; a missing one is empty."""
    return texts.fillna("").str.strip().str.lower()


def size(table: pd.DataFrame, known: Keys | None = None) -> pd.Series[float]:
    """The number a row claims for its cell, balances turned to the cell's side; the middle of a printed range."""
    ends = [("obs_value", "obs_value_max"), ("change_pct", "change_max"), ("share_pct", "share_max")]
    middles = [table[low].where(table[high].isna(), (table[low] + table[high]) / 2) for low, high in ends]
    value = middles[0] * (known or keys(table)).sign
    return value.fillna(middles[1]).fillna(middles[2])


def claims(table: pd.DataFrame) -> pd.DataFrame:
    """For each row of `table`, by its index: `cell`, `claim_value`, `preferred`, `spread_pct`, `claims` and `voices` of the cell.

    `claims` counts the rows of the cell and `voices` the addresses they come from. `spread_pct` is the distance between the
    highest and the lowest actual claim, one for each address, in percent of the preferred one; 0 for a lone claim, missing
    without an actual one. Computed claims count in it only in a cell where nothing is stated.
    """
    known = keys(table)
    value, order = size(table, known), known.order
    told = pd.DataFrame(
        {"code": known.cells, "voice": voice_codes(table), "value": value.to_numpy(), "row": np.arange(len(table))}
    )
    told["counts"] = _counted(table, told["code"])
    told = told.iloc[order][known.cells[order] >= 0]
    cells = told.groupby("code").agg(claims=("row", "size"), preferred=("row", "first"))
    cells["voices"] = told.drop_duplicates(["code", "voice"])["code"].value_counts()
    cells["spread"] = _spread(told)
    wide = cells.reindex(known.cells).reset_index(drop=True)
    return (
        pd.DataFrame(
            {
                "cell": cell(table, known).to_numpy(),
                "claim_value": value.to_numpy(),
                "preferred": wide["preferred"] == wide.index,
                "spread_pct": wide["spread"],
                "claims": wide["claims"].fillna(0).astype("int64"),
                "voices": wide["voices"].fillna(0).astype("int64"),
            }
        )
        .astype({"cell": "str"})
        .set_index(table.index)
    )


def _counted(table: pd.DataFrame, codes: pd.Series[Any]) -> pd.Series[bool]:
    actual = pd.Series((table["status"] == "actual").to_numpy() & (codes >= 0).to_numpy())
    derived = table["derived"].to_numpy()
    stated = codes.isin(codes[actual & ~derived])
    return actual & ~(stated & derived)


def _spread(told: pd.DataFrame) -> pd.Series[float]:
    """Percent between the extreme claims of each cell; `told` has the preferred claim of each cell first."""
    counted = told[told["counts"]].drop_duplicates(["code", "voice"])
    values = counted.groupby("code")["value"].agg(["min", "max", "first"])
    return (100 * (values["max"] - values["min"]) / values["first"].abs()).replace(np.inf, np.nan)
