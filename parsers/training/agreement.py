"""How far rows that are right agree with their facts in the columns that the score does not compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

from parsers.training.align import alike
from parsers.training.judge import Row

NAMES = ("growth", "hedge", "base", "guessed", "kind", "per", "share of", "change bound", "range", "product words")
_RANGES = ("obs_value_max", "change_max", "share_max")
# A label leaves these out where the text says nothing of them; then a row must say nothing either.
_SILENT = {"kind": "unstated"}


def agreements(module: ModuleType, row: Row, fact: Mapping[str, Any], rates: Sequence[Row]) -> Counter[str]:
    """Counts of "NAME asked" and, where row and fact agree, "NAME"; `rates` are the document's right rows without a value."""
    found: Counter[str] = Counter()
    for name, agrees in _comparisons(module, row, fact, rates):
        found[f"{name} asked"] += 1
        found[name] += agrees
    return found


Comparison = tuple[bool, str, Callable[[], bool]]


def _comparisons(module: ModuleType, row: Row, fact: Mapping[str, Any], rates: Sequence[Row]) -> list[tuple[str, bool]]:
    """(name, whether it agrees) of every comparison that the fact has something for."""
    valued = fact.get("obs_value") is not None
    rows: list[Comparison] = [
        (valued and fact.get("change_pct") is not None, "growth", lambda: _same_growth(module, row, fact, rates)),
        (valued and fact.get("bound") is not None, "hedge", lambda: row["bound"] == fact["bound"]),
        (fact.get("base_start") is not None, "base", lambda: _same(row, fact, "base_start", "base_end")),
        (_undated(fact), "guessed", lambda: bool(row["period_start"] or row["period_end"])),
        (_said(row, fact, "kind"), "kind", lambda: _same(row, fact, "kind")),
        (_said(row, fact, "per"), "per", lambda: _same(row, fact, "per")),
        (":" in str(fact.get("share_of")), "share of", lambda: _same_share(module, row, fact, rates)),
        (
            row["change_pct"] is not None and bool(fact.get("change_bound")),
            "change bound",
            lambda: _same(row, fact, "change_bound"),
        ),
        (
            any(fact.get(key) is not None for key in _RANGES),
            "range",
            lambda: all(_close(module, row, fact, key) for key in _RANGES),
        ),
        (bool(row["product"] and fact.get("product")), "product words", lambda: alike(row["product"], fact["product"])),
    ]
    return [(name, agrees()) for asked, name, agrees in rows if asked]


def _same_growth(module: ModuleType, row: Row, fact: Mapping[str, Any], rates: Sequence[Row]) -> bool:
    given = [row["change_pct"], *(rate["change_pct"] for rate in rates)]
    return any(module.close(rate, fact["change_pct"], fact.get("change_max")) for rate in given)


def _undated(fact: Mapping[str, Any]) -> bool:
    return fact.get("period_start") is None and fact.get("period_end") is None


def _said(row: Row, fact: Mapping[str, Any], key: str) -> bool:
    """Whether row or fact says anything."""
    silent = _SILENT.get(key)
    return (row[key] or silent) != silent or (fact.get(key) or silent) != silent


def _same(row: Row, fact: Mapping[str, Any], *keys: str) -> bool:
    return all((row[key] or _SILENT.get(key)) == (fact.get(key) or _SILENT.get(key)) for key in keys)


def _close(module: ModuleType, row: Row, fact: Mapping[str, Any], key: str) -> bool:
    wanted = fact.get(key)
    return bool(row[key] is None if wanted is None else module.close(row[key], wanted, None))


def _same_share(module: ModuleType, row: Row, fact: Mapping[str, Any], rates: Sequence[Row]) -> bool:
    """The same whole, of the row's share or of the same share on a row of its own."""
    alone = [one for one in rates if _close(module, one, fact, "share_pct")] if row["share_of"] is None else []
    return any(_same_whole(one["share_of"], fact["share_of"]) for one in (row, *alone))


def _same_whole(ours: str | None, wanted: str) -> bool:
    """The same flow, areas, and a product or none; imports from B are what B exports, and both sides own what they trade."""
    (flow, areas, *product), (also, others, *goods) = _told_alike(str(ours)), _told_alike(wanted)
    return (flow, areas, len(product)) == (also, others, len(goods))


def _told_alike(whole: str) -> list[str]:
    """The parts of a whole, as exports where it is told as imports, its two sides in one order where they share it."""
    flow, _, rest = whole.partition(":")
    areas, *product = rest.split(":", 1)
    ref, _, other = areas.partition(">")
    if flow == "imports" and ref and other:
        return ["exports", f"{other}>{ref}", *product]
    return [flow, ">".join(sorted((ref, other))) if flow == "turnover" else areas, *product]
