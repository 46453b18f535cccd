"""Which rows of a document are right: each states a labelled fact with all its parts, and no two rows the same fact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from parsers.model import Observation, Period
from parsers.training.align import MIRROR, close, coded
from parsers.training.labels import Fact


def right_rows(rows: Sequence[Observation], facts: Sequence[Fact]) -> set[int]:
    """The numbers of the rows that are right. A rate may stand alone or with its value, whichever the label does."""
    taken: set[int] = set()
    right: set[int] = set()
    for at, row in enumerate(rows):
        for number, fact in enumerate(facts):
            whole = _same_figure(row, fact)
            if ((whole and number not in taken) or (not whole and _same_rate(row, fact))) and _same_rest(row, fact):
                right.add(at)
                taken |= {number} if whole else set()
                break
    return right


def _same_figure(row: Observation, fact: Fact) -> bool:
    if fact.get("obs_value") is not None:
        value = None if row.obs_value is None else abs(row.obs_value)
        upper = fact.get("obs_value_max")
        return close(value, abs(fact["obs_value"]), None if upper is None else abs(upper)) and fact.get("unit_measure") in (
            None,
            row.unit_measure,
        )
    return row.obs_value is None and _same_rate(row, fact)


def _same_rate(row: Observation, fact: Fact) -> bool:
    if row.obs_value is not None and fact.get("obs_value") is not None:
        return False
    grown = close(row.change_pct, fact.get("change_pct"), fact.get("change_max"))
    return grown or close(row.share_pct, fact.get("share_pct"), fact.get("share_max"))


def _same_rest(row: Observation, fact: Fact) -> bool:
    if (
        bool(row.product) != bool(fact.get("product"))
        or row.status != (fact.get("status") or "actual")
        or not _same_period(row.period, fact)
    ):
        return False
    pair = (row.ref_area, row.counterpart_area)
    if row.trade_flow == fact["trade_flow"]:
        options = [pair, pair[::-1]] if row.trade_flow in ("turnover", "balance") else [pair]
    elif MIRROR.get(row.trade_flow) == fact["trade_flow"]:
        options = [pair[::-1]]
    else:
        return False
    return any(_fits(a, fact.get("ref_area")) and _fits(b, fact.get("counterpart_area")) for a, b in options) and _same_sign(
        row, fact
    )


def _same_period(period: Period, fact: Fact) -> bool:
    edges = ((period.start, fact.get("period_start")), (period.end, fact.get("period_end")))
    return all(wanted is None or edge == date.fromisoformat(wanted) for edge, wanted in edges)


def _fits(area: str | None, wanted: str | None) -> bool:
    return not coded(wanted) or (area is not None and set(area.split("+")) == set(str(wanted).split("+")))


def _same_sign(row: Observation, fact: Fact) -> bool:
    if row.trade_flow != "balance" or row.obs_value is None or fact.get("obs_value") is None or not coded(fact.get("ref_area")):
        return True
    turned = row.ref_area != fact["ref_area"] and row.counterpart_area == fact["ref_area"]
    return (-row.obs_value if turned else row.obs_value) * Decimal(fact["obs_value"]) >= 0
