"""Tables for tests, told in a short notation: "turnover 2012-S1 =73 %=23 publisher=BelTA; exports 2012 <50".

A row is flow, period ("-": open) and figures: `=` exact, `~` about, `<` below, `>` above, a..b a printed range; with `%` in front
a growth against the same span a year before, with `$` a share of turnover:BY>RU. `name=value` sets a column, or what is known
of the document.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from parsers.model import Bound, Document, Observation, Period, Role
from parsers.tables.build import frame
from parsers.tables.spans import parse_time_period, year_earlier

BOUNDS: dict[str, Bound] = {"=": "exact", "~": "about", "<": "below", ">": "above"}
DOCUMENT = ("publisher", "published", "url", "source_id")


def table(told: str) -> pd.DataFrame:
    """The table of rows parted by semicolons, each in a document of its own unless source_id says otherwise."""
    return frame(_pair(row.split(), number) for number, row in enumerate(told.split(";")) if row.strip())


def _pair(words: list[str], number: int) -> tuple[Document, list[Observation]]:
    named = dict(word.split("=", 1) for word in words[2:] if word[0].isalpha())
    text = f"A headline, no. {number}\n\nTrade came to a figure, as row {number} says. More was said."
    start, end = text.index("Trade"), text.index(" More")
    seen = date.fromisoformat(named["published"]) if named.get("published") else None
    document = Document(
        named.get("source_id", f"doc-{number}"),
        text,
        named.get("url"),
        named.get("publisher", "Paper"),
        seen,
        "en",
        f"A headline, no. {number}",
    )
    others: dict[str, Any] = {
        name: value.replace("_", " ") for name, value in named.items() if name not in (*DOCUMENT, "confidence", "base")
    }
    observation = Observation("BY", "RU-KRS", words[0], unit_measure="USD", sentence_start=start, sentence_end=end)  # type: ignore[arg-type]
    observation = replace(
        observation, roles=(Role("value", start, start + 5),), known={"area": "stated", "period": "stated"}, cues=("told",)
    )
    observation = replace(observation, confidence=float(named.get("confidence", 0.9)), period=_period(words[1]), **others)
    for word in words[2:]:
        observation = replace(observation, **_figure(word, observation.period, named.get("base")))
    return document, [observation]


def _period(text: str) -> Period:
    return Period() if text == "-" else Period(*parse_time_period(text))


def _figure(word: str, period: Period, base: str | None) -> dict[str, Any]:
    if word[0] in BOUNDS:
        return _measured(word, "obs_value", "obs_value_max", "bound")
    if word[0] == "%":
        against = (
            _period(base)
            if base
            else Period(*year_earlier(period.start, period.end))
            if period.start and period.end
            else Period()
        )
        return _measured(word[1:], "change_pct", "change_max", "change_bound") | {"base": against}
    if word[0] == "$":
        return _measured(word[1:], "share_pct", "share_max", "share_bound") | {"share_of": "turnover:BY>RU"}
    return {}


def _measured(word: str, low: str, high: str, bound: str) -> dict[str, Any]:
    ends = [Decimal(end) for end in word[1:].split("..")]
    return {low: ends[0], high: ends[1] if len(ends) > 1 else None, bound: BOUNDS[word[0]]}


def notation(row: Any) -> str:
    """A row back in the notation: flow, period and figures to six digits."""
    signs = {bound: sign for sign, bound in BOUNDS.items()}
    parts = [row.trade_flow, row.time_period]
    for prefix, low, high, bound in (
        ("", "obs_value", "obs_value_max", "bound"),
        ("%", "change_pct", "change_max", "change_bound"),
    ):
        ends = [f"{end:.6g}" for end in (getattr(row, low), getattr(row, high)) if not pd.isna(end)]
        parts += [prefix + signs[getattr(row, bound)] + "..".join(ends)] if ends else []
    return " ".join(parts)
