"""Which currency a figure counts in: its own word, else that of the figures before it; "$" by what the document says elsewhere."""

from __future__ import annotations

from collections import Counter

from parsers.model import Amount
from parsers.observations.page import Figure
from parsers.observations.reading import Reading


def currency(reading: Reading, figure: Figure) -> tuple[str | None, str]:
    """(ISO 4217 code or None, how it is known: stated, carried)."""
    amount: Amount = figure.mention.value
    if amount.currency is not None:
        return _settled(reading, amount), "stated"
    earlier = [other for other in reading.page.figures[: figure.index] if other.kind == "amount" and other.mention.value.currency]
    later = [other for other in reading.page.figures[figure.index + 1 :] if other.kind == "amount" and other.mention.value.currency]
    here = [other for other in [*reversed(earlier), *later] if other.sentence == figure.sentence]
    for other in [*here[:1], *reversed(earlier[-1:]), *later[:1]]:
        return _settled(reading, other.mention.value), "carried"
    return None, "unknown"


def _settled(reading: Reading, amount: Amount) -> str | None:
    """A symbol of several currencies means the one that the document names in full, if it names just one of them."""
    if len(amount.currencies) < 2:
        return amount.currency
    named = Counter(
        other.mention.value.currency
        for other in reading.page.figures
        if other.kind == "amount" and other.mention.value.currency in amount.currencies and len(other.mention.value.currencies) < 2
    )
    return next(iter(named)) if len(named) == 1 else amount.currency
