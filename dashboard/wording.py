"""One row of the table in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard import format, places
from dashboard.selection import hedging, spans

if TYPE_CHECKING:
    import pandas as pd


def sentence_of(row: pd.Series | dict[str, Any]) -> str:
    """The row in words: 'Belarus's exports to Bryansk Oblast, 2017: $96.3 million, up 40.5%'."""
    flow = row["trade_flow"]
    ref = format.owner(places.name(row["ref_area"])) if has(row["ref_area"]) else "Unnamed area's"
    other = places.name(row["counterpart_area"]) if has(row["counterpart_area"]) else "an area not named"
    product = f" of {row['product']}" if has(row["product"]) else ""
    when = spans.words(day(row["period_start"]), day(row["period_end"]))
    return f"{ref} {format.FLOW_NOUN[flow]}{product} {format.FLOW_LINK[flow]} {other}, {when}: {measured(row)}"


def measured(row: pd.Series | dict[str, Any]) -> str:
    """What a row measures, as printed: amount, growth, share."""
    parts = []
    if has(row["obs_value"]):
        amount = format.money(row["obs_value"], row["unit_measure"] if has(row["unit_measure"]) else None, words=True)
        if has(row["obs_value_max"]):
            amount += f" to {format.money(row['obs_value_max'], row['unit_measure'], words=True)}"
        parts.append(format.hedged(amount, row["bound"], hedging.told(row)))
    if has(row["change_pct"]):
        parts.append(format.moved(row["change_pct"], row["change_bound"], hedging.told(row, "change_hedge")))
    if has(row["share_pct"]):
        share = format.hedged(format.percent(row["share_pct"], signed=False), row["share_bound"])
        parts.append(f"{share} of {row['share_of'] if has(row['share_of']) else 'the whole'}")
    return ", ".join(parts) + ("" if row["status"] == "actual" else f" ({row['status']})")


def has(value: Any) -> bool:
    """Whether a cell holds anything."""
    import pandas as pd

    return not pd.isna(value) and value != ""


def day(value: Any) -> Any:
    """The date of a cell, None without one."""
    import pandas as pd

    return None if pd.isna(value) else pd.Timestamp(value).date()
