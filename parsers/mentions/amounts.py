"""Money: the currency at a number, and the unit that makes it a price."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from parsers.lexicon import alternatives, section
from parsers.mentions.currency_words import currency_after, currency_before
from parsers.mentions.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Money:
    """What makes a number money: its codes, most usual first (none for a scaled number alone), and the span with the currency."""

    start: int
    end: int
    codes: tuple[str, ...] = ()
    worth: Decimal = Decimal(1)


@cache
def _price(language: str) -> regex.Pattern[str]:
    entries = section(language, "amounts")
    links, units = alternatives(entries["price_links"]), alternatives(entries["price_units"])
    return regex.compile(rf"(?:[\s\u00a0]{{1,4}}+(?:{links})[\s\u00a0]{{1,4}}+|\s?/\s?)(?P<unit>{units})\b", regex.IGNORECASE)


def money(text: str, numeral: Numeral, language: str = "en") -> Money | None:
    """The currency of a number, the word behind it before the sign in front ("$ 3 billion Canadian" apart); None without one."""
    before = currency_before(text, numeral.start, language, scaled=numeral.scaled or numeral.grouped)
    after = currency_after(text, numeral.end, language)
    if after and after.weak and not (numeral.scaled or numeral.grouped or before):
        after = None
    if before and after and not set(before.codes) & set(after.codes):
        after = None
    if before and after:
        codes = before.codes if len(before.codes) <= len(after.codes) else after.codes
        return Money(before.start, after.end, codes, after.worth)
    if after:
        return Money(numeral.start, after.end, after.codes, after.worth)
    return Money(before.start, numeral.end, before.codes, before.worth) if before else None


def price_after(text: str, at: int, language: str = "en") -> tuple[str, int] | None:
    """The unit of a price behind money that ends at `at` ("barrel"), and where it ends."""
    found = _price(language).match(text, at, min(len(text), at + 40))
    return (found["unit"].lower(), found.end()) if found else None
