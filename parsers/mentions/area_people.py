"""Tells people from the areas whose names they bear: "Chad Smith", "with Michael Jordan", "Oleg Nikolayev"."""

from __future__ import annotations

import regex

from parsers.mentions.area_names import Name

_CAPITALISED_BEHIND = regex.compile(r"\s[A-Z][a-z]++(?!\w)")
_CAPITALISED_BEFORE = regex.compile(r"[a-z,;]\s[A-Z][a-z]++\s$")
REACH = 20


def called(text: str, start: int, name: Name, given: regex.Pattern[str]) -> bool:
    """Whether a given name or a form of address stands right before a name of one word: "Oleg Nikolayev", "Mr. Kent"."""
    alone = " " not in name.text and bool(name.names or name.weak)
    return alone and given.search(text, max(0, start - REACH), start) is not None


def person(text: str, start: int, end: int) -> bool:
    """Whether another capitalised word stands beside a name in running text."""
    if text[start:end].isupper():
        return False
    return bool(_CAPITALISED_BEHIND.match(text, end) or _CAPITALISED_BEFORE.search(text, max(0, start - 30), start))
