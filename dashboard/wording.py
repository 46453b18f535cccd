"""One row of the table in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard import format, places
from dashboard.selection import hedging, spans

if TYPE_CHECKING:
    import pandas as pd


def sentence_of(row: pd.Series | dict[str, Any]) -> str:
    """The row in words: 'Belarus's exports to Bryansk Oblast, 2017: $96.3 million, up 40.5%'."""
    ref, other = (row[side] if has(row[side]) else "" for side in ("ref_area", "counterpart_area"))
    when = spans.words(day(row["period_start"]), day(row["period_end"]))
    return f"{_traded(row['trade_flow'], ref, other, row['product'] if has(row['product']) else '')}, {when}: {measured(row)}"


def _traded(flow: str, ref: str, other: str, product: str) -> str:
    """Who trades what with whom: "Belarus's exports of tractors to Tatarstan"."""
    owner = format.owner(places.name(ref)) if ref else "Unnamed area's"
    goods = f" of {product}" if product else ""
    partner = places.name(other) if other else "an area not named"
    return f"{owner} {format.FLOW_NOUN[flow]}{goods} {format.FLOW_LINK[flow]} {partner}"


def whole_of(share_of: Any) -> str:
    """The whole of a share in words; "turnover:BY>RU" is "Belarus's trade with Russia"."""
    if not has(share_of):
        return "the whole"
    flow, _, rest = str(share_of).partition(":")
    pair, _, product = rest.partition(":")
    ref, _, other = pair.partition(">")
    return _traded(flow, ref, other, product) if flow in format.FLOW_NOUN and other else str(share_of)


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
        parts.append(f"{share} of {whole_of(row['share_of'])}")
    return ", ".join(parts) + ("" if row["status"] == "actual" else f" ({row['status']})")


def has(value: Any) -> bool:
    """Whether a cell holds anything."""
    import pandas as pd

    return not pd.isna(value) and value != ""


def day(value: Any) -> Any:
    """The date of a cell, None without one."""
    import pandas as pd

    return None if pd.isna(value) else pd.Timestamp(value).date()
