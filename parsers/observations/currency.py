"""Which currency a figure counts in: its own word, else that of its neighbours; what "$", "Rs" or "francs" mean by the areas."""

from __future__ import annotations

from collections.abc import Container

from parsers.codelists import currencies
from parsers.lexicon import section
from parsers.model import Amount
from parsers.observations.decisions import Pair
from parsers.observations.page import Figure
from parsers.observations.reading import Reading

DOLLAR = "USD"


def currency(reading: Reading, figure: Figure, pair: Pair) -> tuple[str | None, str]:
    """(ISO 4217 code or None, how it is known: stated, carried, unknown) of a figure about a pair of areas."""
    amount: Amount = figure.mention.value
    if amount.currency is not None:
        return _settled(reading, figure, pair), "stated"
    money = [other for other in reading.page.figures if other.kind == "amount" and other.mention.value.currency]
    earlier = [other for other in money if other.index < figure.index]
    later = [other for other in money if other.index > figure.index]
    here = [other for other in [*reversed(earlier), *later] if other.sentence == figure.sentence]
    for other in [*here[:1], *reversed(earlier[-1:]), *later[:1]]:
        return _settled(reading, other, pair), "carried"
    return None, "unknown"


def _settled(reading: Reading, figure: Figure, pair: Pair) -> str | None:
    """What a word of several currencies means: that of the sentence, of the areas, of the text, else the most usual."""
    amount: Amount = figure.mention.value
    if len(amount.currencies) < 2:
        return amount.currency
    said = _said_before(reading, figure, amount)
    return said or _of_areas(reading, amount, pair) or _named(reading, amount) or amount.currency


def _said_before(reading: Reading, figure: Figure, amount: Amount) -> str | None:
    """The one candidate that the sentence names in full in front: "8 billion Canadian dlrs from 7 billion dlrs"."""
    here = [
        other for other in reading.figures_by_sentence[figure.sentence] if other.kind == "amount" and other.index < figure.index
    ]
    named = [other.mention.value for other in here if other.mention.value.currency in amount.currencies]
    return next((str(other.currency) for other in reversed(named) if len(other.currencies) < 2), None)


def _named(reading: Reading, amount: Amount) -> str | None:
    """The one candidate that the document calls by its full name elsewhere; a bare dollar stays the usual one."""
    if DOLLAR in amount.currencies:
        return None
    others = [other.mention.value for other in reading.page.figures if other.kind == "amount"]
    named = {other.currency for other in others if other.currency in amount.currencies and len(other.currencies) < 2}
    return str(next(iter(named))) if len(named) == 1 else None


def _of_areas(reading: Reading, amount: Amount, pair: Pair) -> str | None:
    """The candidate that the reference area uses, else the counterpart or the publisher's home; dollars with care.

    Where both sides have one of their own (roubles of Belarus and Russia), the areas settle nothing.
    """
    dollars = DOLLAR in amount.currencies
    own = section(reading.page.document.language, "currency")["own_dollars"]
    sides = [_used(amount, code, own if dollars else None) for code in (pair[:1] if dollars else pair)]
    found = list(dict.fromkeys(code for code in sides if code))
    if len(found) > 1:
        return None
    if found or dollars:
        return found[0] if found else None
    return _used(amount, reading.home, None)


def _used(amount: Amount, code: str | None, among: Container[str] | None) -> str | None:
    """The candidate that is used in an area, if its country is one of those given."""
    for country in _countries(code):
        found = next((one for one in amount.currencies if country in currencies()[one].areas), None)
        if found is not None and (among is None or country in among):
            return found
    return None


def _countries(code: str | None) -> list[str]:
    """The countries of a code: of each part of a list, and of a region."""
    return [part.partition("-")[0] for part in (code or "").split("+") if not part.startswith("G-")]
