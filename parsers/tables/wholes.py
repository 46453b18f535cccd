"""Parts larger than their whole: of a span, an area, a product, a kind, of turnover."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from parsers.codelists import areas
from parsers.tables.findings import misfits
from parsers.tables.intervals import as_rounded
from parsers.tables.keys import FLOW_CODES, Codes, Keys, combined, compact
from parsers.tables.operands import Operands
from parsers.tables.rules import YEAR

CHECK = "part larger than its whole"
_ABOUT = ["first", "second", "flow", "kind", "product", "rest"]
_SPAN = ["start", "behind"]


def beyond_wholes(given: Operands, known: Keys, across_sources: bool) -> list[pd.DataFrame]:
    """Values that exceed what they are part of, whatever their rounding and hedges; balances are no sums and not looked at."""
    values = _values(given, known, across_sources)
    pairs = [_contained(values)]
    for of, parts in _parts(values, known):
        pairs.append(_same_span(parts, values).assign(of=of))
    return [_exceeding(pd.concat(pairs, ignore_index=True), given)]


def beyond_hundred(table: pd.DataFrame) -> pd.DataFrame:
    """Shares above 100 percent."""
    rows = np.flatnonzero((table["share_pct"] > 100) & ~table["derived"])
    return misfits(CHECK, "a share above 100 %", [rows], 100.0, table["share_pct"].to_numpy()[rows])


def _values(given: Operands, known: Keys, across_sources: bool) -> pd.DataFrame:
    """The values to compare, in codes; `rest` is what a part and its whole always share."""
    rows = given.chosen[known.parts["flow"].to_numpy()[given.chosen] != FLOW_CODES["balance"]]
    parts = known.parts.iloc[rows].reset_index(drop=True)
    rest = ["adjustment", "per", "unit_measure", "status", *([] if across_sources else ["source"])]
    named = parts.assign(rest=compact(combined([parts[name] for name in rest])), row=rows)
    return pd.DataFrame(named[[*_ABOUT, *_SPAN, "row"]])


def _parts(values: pd.DataFrame, known: Keys) -> list[tuple[str, pd.DataFrame]]:
    """Each way in which a value is part of another, with the values named as those of their wholes."""
    total, kinds = _code(known.names["product"], ""), known.names["kind"]
    both = [_code(kinds, "goods"), _code(kinds, "services")]
    found = [("the trade of", wider) for wider in _wider_areas(values, known)]
    found.append(("all products", values[values["product"] != total].assign(product=total)))
    found.append(("goods and services", values[values["kind"].isin(both)].assign(kind=_code(kinds, "goods+services"))))
    exports = values[values["flow"] == FLOW_CODES["exports"]]
    found.append(("turnover", _ordered(exports.assign(flow=FLOW_CODES["turnover"]))))
    return found


def _code(names: pd.Index[Any], text: str) -> int:
    """The code of a text; one that no row has where it does not occur."""
    return int(names.get_indexer(pd.Index([text]))[0])


def _wider_areas(values: pd.DataFrame, known: Keys) -> list[pd.DataFrame]:
    """The values with the area on either side replaced by the one it lies in: a region's country, a country's world."""
    wholes, found = _wholes(known.names["area"]), []
    for name in ("first", "second"):
        whole = wholes[values[name].to_numpy()]
        wider = values.assign(**{name: whole})[whole >= 0]
        turnover = wider["flow"] == FLOW_CODES["turnover"]
        found.append(pd.concat([wider[~turnover], _ordered(wider[turnover])]))
    return found


def _wholes(names: pd.Index[Any]) -> Codes:
    """For each area the code of the one it lies in; -1 where that is unknown or not in the table."""
    known = areas()
    parents = [known[code].parent or ("WLD" if known[code].kind == "country" else "") if code in known else "" for code in names]
    return names.get_indexer(pd.Index(parents, dtype="str")).astype(np.int64)


def _ordered(values: pd.DataFrame) -> pd.DataFrame:
    swapped = values["first"] > values["second"]
    return values.assign(
        first=values["first"].where(~swapped, values["second"]), second=values["second"].where(~swapped, values["first"])
    )


def _same_span(parts: pd.DataFrame, wholes: pd.DataFrame) -> pd.DataFrame:
    return _joined(parts, wholes, [*_ABOUT, *_SPAN])[["row_part", "row_whole"]]


def _contained(values: pd.DataFrame) -> pd.DataFrame:
    """Pairs of a span and a longer one, of a year at most, that holds it."""
    year = {
        name: values[name].to_numpy().astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
        for name in ("start", "behind")
    }
    wholes = values.assign(year=year["start"])[values["behind"] - values["start"] <= YEAR]
    later = wholes.assign(year=year["behind"][wholes.index])
    # A fiscal year holds spans that begin in the year after its own.
    wholes = pd.concat([wholes, later[later["year"] != wholes["year"]]])
    pairs = _joined(values.assign(year=year["start"]), wholes, [*_ABOUT, "year"])
    inside = (pairs["start_part"] >= pairs["start_whole"]) & (pairs["behind_part"] <= pairs["behind_whole"])
    shorter = pairs["behind_part"] - pairs["start_part"] < pairs["behind_whole"] - pairs["start_whole"]
    return pairs[inside & shorter][["row_part", "row_whole"]].assign(of="a longer span")


def _joined(parts: pd.DataFrame, wholes: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    keys = combined([np.append(parts[name], wholes[name]) for name in names])
    kept = ["row", *_SPAN]
    return (
        parts[kept]
        .assign(key=keys[: len(parts)])
        .merge(wholes[kept].assign(key=keys[len(parts) :]), on="key", suffixes=("_part", "_whole"))
    )


def _exceeding(pairs: pd.DataFrame, given: Operands) -> pd.DataFrame:
    part, whole = pairs["row_part"].to_numpy(), pairs["row_whole"].to_numpy()
    least, most = as_rounded(given.numbers.take(part)), as_rounded(given.numbers.take(whole))
    wrong = (least.low > most.high) & (part != whole) & (~given.averaged[part] | (pairs["of"] != "a longer span").to_numpy())
    part, whole = part[wrong], whole[wrong]
    exact = given.numbers
    return misfits(CHECK, "more than", [part, whole], exact.high[whole], exact.low[part], pairs["of"][wrong])
