"""A table's texts and dates as small whole numbers, so that a million rows are sorted, joined and grouped by arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from parsers.tables.preference import preference

Codes = np.ndarray[tuple[int], np.dtype[np.int64]]
Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
NEVER = -1_000_000
FLOW_CODES: Mapping[str, int] = MappingProxyType({"turnover": 0, "exports": 1, "balance": 2})
KIND_OF_MEASURE: Mapping[str, int] = MappingProxyType({"value": 0, "growth": 1, "share": 2})
NATURE = ("kind", "product", "adjustment", "per", "unit_measure")
CELL = ("first", "second", "flow", *NATURE, "start", "behind", "measure")
_LARGEST = 2**62


@dataclass(frozen=True, slots=True)
class Keys:
    """Each row of a table in numbers, by position.

    `parts`: `first` and `second` (areas as the cell sees them), `flow` (`FLOW_CODES`; imports are mirror exports), `kind`,
    `product`, `adjustment`, `per`, `unit_measure`, `start` and `behind` (days since 1970, half-open), `measure`, `source` (who
    speaks), `status`. A missing text is a code like others, a missing area -1, a missing date `NEVER`. `sign` is -1
    where a balance is turned to the cell's side. `names` gives the texts behind the codes of `area`, `kind` and `product`.
    `cells` numbers the cells, -1 for a row that has none; `order` are the positions cell by cell, the preferred claim first.
    """

    parts: pd.DataFrame
    sign: Floats
    names: Mapping[str, pd.Index[Any]]
    cells: Codes
    order: Codes


def keys(table: pd.DataFrame) -> Keys:
    """The keys of a table."""
    first, second, flow, sign, areas = _sides(table)
    parts = {"first": first, "second": second, "flow": flow}
    names: dict[str, pd.Index[Any]] = {"area": areas}
    for name in NATURE:
        parts[name], names[name] = text_codes(table[name])
    parts |= {"start": days(table["period_start"]), "behind": days(table["period_end"]) + 1, "measure": _measure(table)}
    known = (first >= 0) & (second >= 0) & table["period_start"].notna().to_numpy() & table["period_end"].notna().to_numpy()
    cells = np.where(known, compact(combined([parts[name] for name in CELL])), -1)
    parts |= {"source": _source(table), "status": text_codes(table["status"])[0]}
    return Keys(pd.DataFrame(parts), sign, MappingProxyType(names), cells, preference(table, cells))


def _sides(table: pd.DataFrame) -> tuple[Codes, Codes, Codes, Floats, pd.Index[Any]]:
    """Areas, flow and sign as the cell sees them, and the names of the areas, in the alphabet's order."""
    told = pd.concat([table["ref_area"], table["counterpart_area"]], ignore_index=True)
    raw, spelled = pd.factorize(told)
    # Areas joined by "+" are the same in any order.
    ordered, names = pd.factorize(pd.Series(["+".join(sorted(text.split("+"))) for text in spelled], dtype="str"), sort=True)
    codes = np.append(ordered, -1)[raw]
    ref, other = codes[: len(table)], codes[len(table) :]
    flow = table["trade_flow"]
    both_ways = flow.isin(["turnover", "balance"]).to_numpy()
    swapped = np.where(both_ways, ref > other, (flow == "imports").to_numpy())
    flows = flow.map({**FLOW_CODES, "imports": FLOW_CODES["exports"]}).to_numpy().astype(np.int64)
    sign = np.where(swapped & (flows == FLOW_CODES["balance"]), -1.0, 1.0)
    return np.where(swapped, other, ref), np.where(swapped, ref, other), flows, sign, pd.Index(names)


def text_codes(texts: pd.Series[Any]) -> tuple[Codes, pd.Index[Any]]:
    """Codes of texts without regard to letter case and outer spaces, a missing one being "", and the texts behind them."""
    raw, spelled = pd.factorize(texts)
    folded = pd.Series([*(text.strip().lower() for text in spelled), ""], dtype="str")
    codes, names = pd.factorize(folded)
    return codes.astype(np.int64)[raw], pd.Index(names)


def _measure(table: pd.DataFrame) -> Codes:
    """One number for what a row measures: a value; a growth and its base; a share and its whole."""
    value, growth = table["obs_value"].notna().to_numpy(), table["change_pct"].notna().to_numpy()
    what = np.where(value, 0, np.where(growth, 1, 2))
    base = [np.where(what == 1, days(table[name]), 0) for name in ("base_start", "base_end")]
    whole = np.where(what == 2, pd.factorize(table["share_of"])[0], 0)
    return compact(combined([what, *base, whole]))


def _source(table: pd.DataFrame) -> Codes:
    """Who speaks: the publisher, else the address, else the document; one address is one publisher, however it is spelled."""
    codes, names = text_codes(table["publisher"])
    # In the alphabet's order, so that the order of the rows decides nothing; "" comes first.
    publisher = np.argsort(np.argsort(names.to_numpy()))[codes]
    named = pd.Series(publisher).where(publisher > 0)
    address = voice_codes(table)
    first = named.groupby(address).transform("min")
    spoken = np.where(table["url"].isna(), named, first)
    return np.where(np.isnan(spoken), address + len(names), np.nan_to_num(spoken)).astype(np.int64)


def voice_codes(table: pd.DataFrame) -> Codes:
    """A number for each article: all texts of one address are one; without an address, the document."""
    return pd.factorize(table["url"].fillna(table["source_id"]))[0].astype(np.int64)


def combined(parts: Sequence[Any]) -> Codes:
    """One number for each combination of whole numbers; equal numbers for equal combinations within one call."""
    total, size = np.zeros(len(parts[0]), dtype=np.int64), 1
    for part in parts:
        codes = np.asarray(part, dtype=np.int64)
        low, high = (int(codes.min()), int(codes.max())) if len(codes) else (0, 0)
        if size * (high - low + 1) > _LARGEST:
            total = compact(total)
            size = int(total.max()) + 1
        total, size = total * (high - low + 1) + (codes - low), size * (high - low + 1)
    return total


def compact(codes: Codes) -> Codes:
    """The same grouping with the numbers 0, 1, 2 ..., in order of appearance."""
    return pd.factorize(codes)[0].astype(np.int64)


def days(dates: pd.Series[Any]) -> Codes:
    """Days since 1970; `NEVER` for an unknown date."""
    numbers = dates.to_numpy().astype("datetime64[D]").astype(np.int64)
    return np.where(dates.isna().to_numpy(), NEVER, numbers)
