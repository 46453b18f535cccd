"""Money: the currency at a number, and the unit that makes it a price."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from parsers.lexicon import alternatives, section
from parsers.mentions.currency_words import CurrencyWord, currency_after, currency_before
from parsers.mentions.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Money:
    """What makes a number money: its codes, most usual first (none for a scaled number alone), and the span with the currency."""

    start: int
    end: int
    codes: tuple[str, ...] = ()
    worth: Decimal = Decimal(1)


@cache
def _passed(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What stands before a number and behind a word like "mark" where it is a line that was passed."""
    hedges, links = section(language, "hedges"), alternatives(section(language, "amounts")["behind_marks"])
    before = regex.compile(rf"(?r)\b(?:{alternatives(hedges['determiners'])})\s{{1,3}}", regex.IGNORECASE)
    behind = regex.compile(rf"\s{{0,3}}(?:[.,;:)!?”\"]|\Z|\n)|\s{{1,3}}(?:{links})\b", regex.IGNORECASE)
    return before, behind


def _is_line(text: str, numeral: Numeral, after: CurrencyWord, language: str) -> bool:
    """Whether a currency word only names a line: "crossed the 5 billion mark in May", but not "the 5 billion mark loan"."""
    if text[after.start : after.end].lower() not in section(language, "hedges")["marks"]:
        return False
    before, behind = _passed(language)
    return bool(before.match(text, 0, numeral.start) and behind.match(text, after.end, after.end + 16))


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
    if after and _is_line(text, numeral, after, language):
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
