"""Parts larger than their whole: of a span, an area, a product, a kind, of turnover."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from parsers.codelists import areas
from parsers.tables.cells import combined, folded, sides
from parsers.tables.findings import misfits
from parsers.tables.intervals import as_rounded
from parsers.tables.operands import Operands, source
from parsers.tables.rules import YEAR

CHECK = "part larger than its whole"
_ABOUT = ["first", "second", "flow", "kind", "product", "rest"]
_SPAN = ["start", "behind"]


def beyond_wholes(table: pd.DataFrame, given: Operands, across_sources: bool) -> list[pd.DataFrame]:
    """Values that exceed what they are part of, whatever their rounding and hedges; balances are no sums and not looked at."""
    values = _values(table, given, across_sources)
    pairs = [_contained(values)]
    for of, parts in _parts(values):
        pairs.append(_same_span(parts, values).assign(of=of))
    return [_exceeding(pd.concat(pairs, ignore_index=True), given)]


def beyond_hundred(table: pd.DataFrame) -> pd.DataFrame:
    """Shares above 100 percent."""
    rows = np.flatnonzero((table["share_pct"] > 100) & ~table["derived"])
    return misfits(CHECK, "a share above 100 %", [rows], 100.0, table["share_pct"].to_numpy()[rows])


def _values(table: pd.DataFrame, given: Operands, across_sources: bool) -> pd.DataFrame:
    values = given.values()
    values = values[values["flow"] != "balance"]
    rows = table.iloc[values["row"]].reset_index(drop=True)
    side = sides(rows)
    rest = [folded(rows[name]) for name in ("adjustment", "per", "unit_measure")]
    rest += [rows["status"]] if across_sources else [rows["status"], source(rows)]
    texts = {"first": side["first"], "second": side["second"], "kind": rows["kind"], "product": folded(rows["product"])}
    return values.reset_index(drop=True).assign(**texts, rest=combined(rest))[[*_ABOUT, *_SPAN, "row"]]


def _parts(values: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Each way in which a value is part of another, with the values named as those of their wholes."""
    found = [("the trade of", wider) for wider in _wider_areas(values)]
    found.append(("all products", values[values["product"] != ""].assign(product="")))
    found.append(("goods and services", values[values["kind"].isin(["goods", "services"])].assign(kind="goods+services")))
    exports = values[values["flow"] == "exports"]
    found.append(("turnover", _ordered(exports.assign(flow="turnover"))))
    return found


def _wider_areas(values: pd.DataFrame) -> list[pd.DataFrame]:
    """The values with the area on either side replaced by the one it lies in: a region's country, a country's world."""
    found = []
    for name in ("first", "second"):
        whole = values[name].map(_wholes(values[name]))
        wider = values[whole.notna()].assign(**{name: whole.dropna()})
        turnover = wider["flow"] == "turnover"
        found.append(pd.concat([wider[~turnover], _ordered(wider[turnover])]))
    return found


def _wholes(codes: pd.Series[Any]) -> dict[str, str]:
    known = areas()
    found = {code: known[code].parent for code in codes.unique() if code in known and known[code].parent}
    return found | {code: "WLD" for code in codes.unique() if code in known and known[code].kind == "country"}


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
    both = pd.concat([parts[names], wholes[names]], ignore_index=True)
    keys = combined([both[name] for name in names])
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
