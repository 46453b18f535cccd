"""Every number of a text that may be a figure: money, counts, rates, bare numbers; of two that overlap the longer wins."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from parsers.mentions.amounts import price_after
from parsers.mentions.changes import scan_said
from parsers.mentions.hedges import Hedge, find_hedge
from parsers.mentions.number_groups import grouped
from parsers.mentions.number_readings import Reading, read_numbers
from parsers.mentions.ratios import scan_ratios
from parsers.model import Amount, Change, Mention, Quantity

KINDS = {"bare": "number"}


def scan_numbers(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Mention[Any]]:
    """Mentions of kind amount (Amount), change (Change), quantity (Quantity), number (a bare Amount), in order.

    >>> [(found.kind, found.text) for found in scan_numbers("Exports rose 5% to $3.2 billion on 2 million tonnes.")]
    [('change', '5%'), ('amount', '$3.2 billion'), ('quantity', '2 million tonnes')]
    """
    readings = grouped(text, read_numbers(text, language, start, end), language)
    figures = [_mention(text, reading, language) for reading in readings if reading.kind != "bare" or reading.numeral.digits]
    return without_overlaps([*figures, *scan_said(text, language, start, end), *scan_ratios(text, language, start, end)])


def without_overlaps(mentions: list[Mention[Any]]) -> list[Mention[Any]]:
    """The mentions in order of the text; of two that overlap the longer stays, then the earlier."""
    kept: list[Mention[Any]] = []
    for mention in sorted(mentions, key=lambda found: (found.start, -found.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _mention(text: str, reading: Reading, language: str) -> Mention[Any]:
    price = price_after(text, reading.end, language) if reading.kind == "amount" and reading.codes else None
    end = price[1] if price else reading.end
    hedge = find_hedge(text, reading.start, end, language)
    value = _value(reading, hedge, price[0] if price else None)
    return Mention(KINDS.get(reading.kind, reading.kind), reading.start, end, text[reading.start : end], value)


def _value(reading: Reading, hedge: Hedge | None, each: str | None) -> Amount | Change | Quantity:
    bound = hedge.bound if hedge else "exact"
    span = (hedge.start, hedge.end) if hedge else None
    value, most = _tidy(reading.value), None if reading.most is None else _tidy(reading.most)
    if reading.kind == "change":
        return Change(reading.form, value, most, bound, reading.sign, reading.shared, span)
    if reading.kind == "quantity":
        return Quantity(value, reading.unit, most, bound, reading.shared, span)
    codes, scaled = reading.codes, reading.scale >= 1000
    return Amount(value, most, codes[0] if codes else None, codes, bound, scaled, reading.scale, each, reading.shared, span)


def _tidy(value: Decimal) -> Decimal:
    """Without exponent or trailing zeros, so that equal sums are written alike."""
    return Decimal(f"{value.normalize():f}")
