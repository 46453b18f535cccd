"""SDMX-CSV 2.1 (https://github.com/sdmx-twg/sdmx-csv), one key a cell, its structure beside it as SDMX-JSON 2.1.

Areas stand as the cell sees them: exporter and importer, turnover in the alphabet's order, balances on the first area's side.
Words that are no SDMX identifiers (products, groups of areas) get a code, and their text is the code's name.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import regex

from parsers.tables.cells import claims, folded, measure, sides
from parsers.tables.exports import Exported
from parsers.tables.exports.sdmx_structure import FLOW, structure
from parsers.tables.files import replacing, write_csv
from parsers.tables.keys import days, keys
from parsers.tables.operands import spanwise
from parsers.tables.spans import time_period

_IDENTIFIER = regex.compile(r"[A-Za-z0-9][A-Za-z0-9_@$-]{0,49}")
_OTHER = regex.compile(r"[^A-Za-z0-9]++")
# SDMX code lists: CL_FREQ, CL_OBS_STATUS; _T total, _Z not applicable, _U unknown, _O other.
_FREQUENCIES = ((r"\d{4}", "A"), (r"\d{4}-S\d", "S"), (r"\d{4}-Q\d", "Q"), (r"\d{4}-\d\d", "M"), (r"\d{4}-\d\d-\d\d", "D"))
# A target is no fact either; the attribute STATUS tells it from a forecast.
_STATUS = {"actual": "A", "forecast": "F", "target": "F"}
_CODED = (
    "REF_AREA",
    "COUNTERPART_AREA",
    "TRADE_FLOW",
    "KIND",
    "PRODUCT",
    "ADJUSTMENT",
    "PER",
    "MEASURE",
    "SHARE_OF",
    "UNIT_MEASURE",
)
_PLAIN = (
    "change_pct",
    "change_max",
    "change_bound",
    "status",
    "derived",
    "formula",
    "confidence",
    "published",
    "publisher",
    "url",
    "title",
    "language",
    "source_id",
    "observation_id",
    "sentence",
)


def write(table: pd.DataFrame, path: Path, all_claims: bool = False) -> Exported:
    """The preferred claim of each cell of `table` (`all_claims`: every claim) at `path`, the structure beside it.

    Rows without areas or a closed period are left out and counted, and so are the claims that are not preferred.
    """
    celled = keys(table).cells >= 0
    rows = table[celled].reset_index(drop=True)
    told = claims(rows)
    kept = pd.Series(True, index=rows.index) if all_claims else told["preferred"]
    observations, names = _observations(rows[kept].reset_index(drop=True), told[kept].reset_index(drop=True), all_claims)
    beside = path.with_name(f"{path.stem}.structure.json")
    with replacing(path) as data, replacing(beside) as described:
        described.write_text(json.dumps(structure(names, all_claims), ensure_ascii=False, indent=1), encoding="utf-8")
        write_csv(observations, data)
    left_out = {"without area or period": int((~celled).sum()), "not the preferred claim": int((~kept).sum())}
    return Exported((path, beside), len(observations), left_out)


def _observations(rows: pd.DataFrame, told: pd.DataFrame, all_claims: bool) -> tuple[pd.DataFrame, dict[str, dict[str, str]]]:
    """The lines of the file, and for each coded dimension its codes and their names."""
    words = _words(rows)
    names = {dimension: _codes(words[dimension]) for dimension in _CODED}
    lines: dict[str, Any] = {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": FLOW,
        "ACTION": "I",
        "FREQ": _frequency(rows["time_period"]),
    }
    lines |= {dimension: words[dimension].map(codes) for dimension, codes in names.items()}
    lines["BASE_PERIOD"] = _base(rows)
    lines |= {"CLAIM": rows["observation_id"]} if all_claims else {}
    told_as = _measured(rows) | {name: rows[name] for name in _PLAIN} | {"published": rows["published"].dt.strftime("%Y-%m-%d")}
    provisional = rows["adjustment"].str.contains("provisional", case=False, na=False)
    status = rows["status"].map(_STATUS).mask(provisional, "P").mask(rows["derived"], "E")
    lines |= {"TIME_PERIOD": rows["time_period"], "OBS_VALUE": told_as.pop("obs_value"), "OBS_STATUS": status, "UNIT_MULT": 0}
    lines |= {name.upper(): cells for name, cells in told_as.items()}
    lines |= {"SPREAD_PCT": told["spread_pct"], "CLAIMS": told["claims"], "VOICES": told["voices"]}
    return pd.DataFrame(lines, index=rows.index), {
        key: {code: text for text, code in codes.items()} for key, codes in names.items()
    }


def _measured(rows: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    """Value, upper end and hedge of what a row measures; a balance and its upper end are turned to the cell's side."""
    value, growth, sign = rows["obs_value"].notna(), rows["change_pct"].notna(), sides(rows)["sign"]

    def chosen(of_value: str, of_growth: str, of_share: str) -> pd.Series[Any]:
        return rows[of_value].where(value, rows[of_growth].where(growth, rows[of_share]))

    return {
        "obs_value": chosen("obs_value", "change_pct", "share_pct") * sign.where(value, 1.0),
        "obs_value_max": chosen("obs_value_max", "change_max", "share_max") * sign.where(value, 1.0),
        "bound": chosen("bound", "change_bound", "share_bound"),
    }


def _words(rows: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    """Each coded dimension in words, as the cell goes by them."""
    side, what = sides(rows), measure(rows).str.split(":").str[0]
    share = what.eq("share")
    return {
        "REF_AREA": side["first"],
        "COUNTERPART_AREA": side["second"],
        "TRADE_FLOW": side["flow"],
        "KIND": rows["kind"],
        "PRODUCT": folded(rows["product"]).replace("", "_T"),
        "ADJUSTMENT": folded(rows["adjustment"]).replace("", "_Z"),
        "PER": rows["per"].fillna("_Z"),
        "MEASURE": what,
        "SHARE_OF": rows["share_of"].fillna("_U").where(share, "_Z"),
        "UNIT_MEASURE": rows["unit_measure"].fillna("_U").where(what.eq("value"), "PC"),
    }


def _codes(words: pd.Series[Any]) -> dict[str, str]:
    """A code for each word: itself where it is an identifier, else made of its letters and a few digits of its hash."""
    return {word: _code(word) for word in sorted(words.unique())}


def _code(word: str) -> str:
    if _IDENTIFIER.fullmatch(word) or word in ("_T", "_Z", "_U"):
        return word
    letters = _OTHER.sub("_", word).strip("_")[:30]
    return f"{letters or 'X'}_{sha256(word.encode()).hexdigest()[:8]}"


def _frequency(periods: pd.Series[Any]) -> pd.Series[Any]:
    found = {text: next((code for form, code in _FREQUENCIES if regex.fullmatch(form, text)), "_O") for text in periods.unique()}
    return periods.map(found)


def _base(rows: pd.DataFrame) -> pd.Series[Any]:
    """The span that a growth is against, where growth is what the row measures."""
    growth = measure(rows).str.startswith("growth").to_numpy()
    known = growth & rows["base_start"].notna().to_numpy() & rows["base_end"].notna().to_numpy()
    base = np.where(growth, "_U", "_Z").astype(object)
    spans = rows[known]
    base[known] = spanwise(time_period, days(spans["base_start"]), days(spans["base_end"]) + 1)
    return pd.Series(base, index=rows.index)
