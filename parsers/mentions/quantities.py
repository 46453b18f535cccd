"""Counts of things that are no money: the unit or the plural noun behind a number ("2.3 million tonnes", "8,000 enterprises")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from parsers.lexicon import alternatives, section

REACH = 60


@dataclass(frozen=True, slots=True)
class _Units:
    unit: regex.Pattern[str]
    plural: regex.Pattern[str]
    time: regex.Pattern[str]


@cache
def _units(language: str) -> _Units:
    entries = section(language, "quantities")
    flags = regex.VERBOSE | regex.IGNORECASE
    gap = r"(?:[\s\u00a0]{1,6}+-?|-)"
    near = r"(?:[\s\u00a0]-?|-)"
    adjectives, units = alternatives(entries["adjectives"]), alternatives(entries["units"])
    numerals = section(language, "numerals")
    time, kinds = alternatives(numerals["time"]), alternatives(numerals["time_adjectives"])
    of = alternatives(entries["of"])
    never, links = alternatives(entries["never"]), alternatives([*entries["links"], *numerals["units"]])
    return _Units(
        regex.compile(
            rf"(?:{gap}(?:(?:{of}){gap})?+(?:(?:{adjectives}){gap}){{0,2}}+)?+(?P<unit>{units})(?![\p{{L}}\d/])", flags
        ),
        regex.compile(
            rf"(?:{near}(?!(?i:{links})\b)[\p{{L}}.]{{2,16}}+)??{near}(?:(?:{adjectives}){near}){{0,2}}+"
            rf"(?!(?i:{never}|{time})\b)(?P<unit>\p{{L}}[\p{{Ll}}-]{{1,20}}+(?<={entries['plural']}))(?![\p{{L}}’'])",
            regex.VERBOSE,
        ),
        regex.compile(rf"(?:{gap}|)(?:(?:{kinds}){gap})?+(?:{time})(?![\p{{L}}\d])", flags),
    )


def unit_after(text: str, at: int, language: str = "en") -> tuple[str, int] | None:
    """The counted unit behind a number that ends at `at`, and where it ends."""
    units = _units(language)
    end = min(len(text), at + REACH)
    found = units.unit.match(text, at, end) or units.plural.match(text, at, end)
    return (found["unit"].lower(), found.end()) if found else None


def is_time(text: str, at: int, language: str = "en") -> bool:
    """Whether a unit of time follows: such a number is the business of periods."""
    return _units(language).time.match(text, at, min(len(text), at + REACH)) is not None
