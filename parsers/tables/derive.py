"""Computed rows: what follows from the stated ones, each marked, tied to its parents and no surer than they are together."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import numpy as np
import pandas as pd
import regex

from parsers.tables import rules
from parsers.tables.cells import sides
from parsers.tables.keys import FLOW_CODES, NEVER, combined, days, keys
from parsers.tables.operands import Operands, operands, spanwise
from parsers.tables.rules import Results
from parsers.tables.schema import NAMES
from parsers.tables.spans import time_period

_PARENT = regex.compile(r"(?<![0-9a-z])[0-9a-f]{16}(?![0-9a-z])")
_TOLD = ("ref_area", "counterpart_area", "trade_flow", "unit_measure", "known")
_FORMULAS = {
    rules.REST: "{0} - {1}",
    rules.BASE: "{0} / (1 + {0}.change_pct / 100)",
    rules.GROWTH: "100 * ({0} / {1} - 1)",
    rules.BALANCE: "{0} - {1}",
    rules.TURNOVER: "{0} + {1}",
}


def derive(table: pd.DataFrame, across_sources: bool = False) -> pd.DataFrame:
    """`table` with computed rows behind its stated ones (computed ones that were there are computed anew).

    The rest of a span, the base of a growth, growth between a span and the same a year before, balance and turnover from
    exports and imports. Nothing is computed that the same source states, and nothing from several sources unless
    `across_sources`.
    """
    stated = table[~table["derived"]].reset_index(drop=True)
    return _appended(stated, derived_rows(stated, across_sources))


def parents(formula: str) -> tuple[str, ...]:
    """The observation_ids that a formula names, in its order.

    >>> parents("base of the growth: 00c0ffee00c0ffee / (1 + 00c0ffee00c0ffee.change_pct / 100)")
    ('00c0ffee00c0ffee',)
    """
    return tuple(dict.fromkeys(_PARENT.findall(formula)))


def derived_rows(stated: pd.DataFrame, across_sources: bool = False) -> pd.DataFrame:
    """The computed rows alone: the cells that differ from the first parent's row, and `parent`, that row's position."""
    known = keys(stated)
    given = operands(stated, known, across_sources)
    found: list[Results] = [
        rules.bases(stated, given),
        rules.rests(given),
        rules.balances(stated, given),
        rules.turnovers(stated, given),
        rules.growths(given),
    ]
    results = pd.concat([_result(one, given) for one in found], ignore_index=True)
    results = results[_allowed(results)].reset_index(drop=True)
    results = _unsaid(results, stated, given)
    return _described(results, stated, sides(stated, known))


def _result(one: Results, given: Operands) -> pd.DataFrame:
    """One rule's results as lines: parents, span, the number as printed, and the codes of what it is about."""
    rows = given.rows.iloc[one.first]
    both, growth = one.rule in (rules.BALANCE, rules.TURNOVER), one.rule == rules.GROWTH
    value, upper, bound = one.number.printed()
    turned = rows["sign"].to_numpy() if one.rule == rules.REST else 1.0
    return pd.DataFrame(
        {
            "rule": one.rule,
            "parent": one.first,
            "other": one.second,
            "value": value * turned,
            "upper": upper * turned,
            "bound": bound,
            "start": one.start,
            "behind": one.behind,
            "base_start": NEVER if one.base_start is None else one.base_start,
            "base_behind": NEVER if one.base_behind is None else one.base_behind,
            "kin": rows["rate_kin" if growth else "kin"].to_numpy(),
            "direction": 0 if both else rows["direction"].to_numpy(),
            "flow": FLOW_CODES[one.rule] if both else rows["flow"].to_numpy(),
        }
    )


def _allowed(results: pd.DataFrame) -> pd.Series[bool]:
    """Results that hedges leave closed on one side at least, and flows above zero."""
    signed = results["rule"].eq(rules.GROWTH) | results["flow"].eq(FLOW_CODES["balance"])
    return results["value"].notna() & (signed | (results["value"] > 0))


def _unsaid(results: pd.DataFrame, stated: pd.DataFrame, given: Operands) -> pd.DataFrame:
    """Of several results for one cell and source the most exact and latest; none where the source states it itself."""
    published = stated["published"].iloc[results["parent"]].to_numpy()
    results = results.assign(hedged=results["bound"].ne("exact") | results["upper"].notna(), published=published)
    results = results.sort_values(["hedged", "published"], ascending=[True, False], na_position="last", kind="stable")
    said = _stated_keys(stated, given)
    names = ["kin", "direction", "flow", "start", "behind", "base_start", "base_behind"]
    keys = combined([pd.concat([said[name], results[name]], ignore_index=True) for name in names])
    fresh = ~pd.Series(keys).duplicated().to_numpy()[len(said) :]
    return results[fresh].sort_index().reset_index(drop=True)


def _stated_keys(stated: pd.DataFrame, given: Operands) -> pd.DataFrame:
    rows = given.rows.assign(base_start=NEVER, base_behind=NEVER)
    base_start, base_behind = days(stated["base_start"]), days(stated["base_end"]) + 1
    rated = given.rows.assign(kin=given.rows["rate_kin"], base_start=base_start, base_behind=base_behind)
    values, rates = stated["obs_value"].notna().to_numpy(), stated["change_pct"].notna().to_numpy()
    return pd.concat([rows[values], rated[rates]], ignore_index=True)


def _described(results: pd.DataFrame, stated: pd.DataFrame, side: pd.DataFrame) -> pd.DataFrame:
    """The cells of the computed rows that are not their first parent's, and `parent`, the position of its row."""
    growth, both = results["rule"].eq(rules.GROWTH), results["rule"].isin([rules.BALANCE, rules.TURNOVER])
    first, none = stated[list(_TOLD)].iloc[results["parent"]], pd.Series(np.nan, index=results.index)
    side = side.iloc[results["parent"]]
    formula = _formulas(results, stated["observation_id"].to_numpy())
    cells: dict[str, Any] = {
        "observation_id": [sha256(text.encode()).hexdigest()[:16] for text in formula],
        "ref_area": np.where(both, side["first"], first["ref_area"]),
        "counterpart_area": np.where(both, side["second"], first["counterpart_area"]),
        "trade_flow": np.where(both, results["rule"], first["trade_flow"]),
        "time_period": spanwise(time_period, results["start"].to_numpy(), results["behind"].to_numpy()),
        "period_start": _dates(results["start"]),
        "period_end": _dates(results["behind"] - 1),
        "obs_value": _cents(results["value"].mask(growth)),
        "obs_value_max": _cents(results["upper"].mask(growth)),
        "unit_measure": first["unit_measure"].mask(growth.to_numpy()).to_numpy(),
        "bound": results["bound"].mask(growth),
        "change_pct": results["value"].where(growth).round(6),
        "change_max": results["upper"].where(growth).round(6),
        "change_bound": results["bound"].where(growth),
        "base_start": _dates(results["base_start"]).where(growth),
        "base_end": _dates(results["base_behind"] - 1).where(growth),
        **dict.fromkeys(("alt_value", "alt_unit_measure", "share_pct", "share_max", "share_bound", "share_of"), none),
        "derived": True,
        "formula": formula,
        "known": _known(results["rule"], first["known"]),
        "cues": results["rule"],
        **_shared(results, stated),
    }
    return pd.DataFrame({name: np.asarray(column) if name != "derived" else column for name, column in cells.items()}).assign(
        parent=results["parent"]
    )


def _formulas(results: pd.DataFrame, ids: np.ndarray[Any, Any]) -> list[str]:
    columns = (results["rule"], ids[results["parent"]], ids[results["other"]])
    return [f"{rule}: {_FORMULAS[rule].format(first, second)}" for rule, first, second in zip(*columns, strict=True)]


def _shared(results: pd.DataFrame, stated: pd.DataFrame) -> dict[str, Any]:
    """What both parents decide: the later date if both have one, the publisher if it is one, the product of confidences."""
    lone = results["other"].to_numpy() < 0
    shared = stated[["published", "publisher", "confidence"]]
    first = shared.iloc[results["parent"]].reset_index(drop=True)
    second = shared.iloc[np.where(lone, results["parent"], results["other"])].reset_index(drop=True)
    later = first["published"].where(first["published"] >= second["published"], second["published"])
    confidence = first["confidence"] * second["confidence"].where(~lone, 1.0)
    return {
        "published": later.mask(first["published"].isna()),
        "publisher": first["publisher"].where(first["publisher"] == second["publisher"]),
        "confidence": confidence.round(6),
    }


def _known(rule: pd.Series[Any], known: pd.Series[Any]) -> pd.Series[Any]:
    moved = rule.isin([rules.REST, rules.BASE]).to_numpy()
    told = known.reset_index(drop=True)
    return "value=derived;" + told.mask(moved, told.str.replace(r"\bperiod=\w+", "period=derived", regex=True))


def _dates(numbers: pd.Series[Any]) -> pd.Series[Any]:
    return pd.Series(numbers.to_numpy().astype("datetime64[D]").astype("datetime64[us]"), index=numbers.index)


def _cents(values: pd.Series[Any]) -> pd.Series[Any]:
    return values.round(2)


def _appended(stated: pd.DataFrame, computed: pd.DataFrame) -> pd.DataFrame:
    """Column by column, so that the long texts of the parents are copied once."""
    rows = np.concatenate([np.arange(len(stated)), computed["parent"].to_numpy()])
    columns = {
        name: pd.concat([stated[name], computed[name].astype(stated[name].dtype)], ignore_index=True)
        if name in computed
        else stated[name].take(rows).reset_index(drop=True)
        for name in NAMES
    }
    return pd.DataFrame(columns)
