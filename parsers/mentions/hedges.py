"""How exact a number claims to be, by the words before and after it: about, below, above (../data/codelists/bound.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from parsers.lexicon import alternatives, section
from parsers.model import Bound

REACH = 48
BOUNDS: tuple[Bound, ...] = ("about", "below", "above")


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a hedge says of its number, and where it stands."""

    bound: Bound
    start: int
    end: int


@cache
def _patterns(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    entries = section(language, "hedges")
    flags = regex.VERBOSE | regex.IGNORECASE
    words = _named(entries["before"])
    moved = rf"(?<!\b(?:{alternatives(entries['moved'])})\s)(?:{alternatives(entries['up_to'])})"
    marks, gap = alternatives(entries["marks"]), r"[\s\u00a0]{1,3}+"
    determiner = rf"{gap}(?:{alternatives(entries['determiners'])})"
    of = rf"{determiner}{gap}(?:{marks}){gap}(?:{alternatives(entries['of'])})"
    article = rf"\s{{0,3}}(?:{alternatives(entries['articles'])})"
    tail = r"[\s\u00a0]{0,3}+\Z"
    spared = rf"(?!(?!{moved})(?:{alternatives(entries['up_to'])}))"
    before = rf"(?<![\w-]){spared}(?:{words})(?:{of}|{article})?+{tail}"
    marked = rf"(?<![\w-])(?:{words}){determiner}(?:{gap}\p{{L}}++)?+{tail}"
    after = rf"(?:[\s\u00a0-]{{0,3}}(?:{_named(entries['after'])})(?!\w))"
    mark = rf"(?:\s|-){{1,2}}(?:{marks})\b"
    ending = regex.compile(rf"(?P<end>{after})|(?P<mark>{mark})", flags)
    return regex.compile(before, flags), regex.compile(marked, flags), ending


def _named(words: dict[str, Any]) -> str:
    return "|".join(f"(?P<{bound}>{alternatives(words[bound])})" for bound in BOUNDS if words.get(bound))


def find_hedge(text: str, start: int, end: int, language: str = "en") -> Hedge | None:
    """The hedge of the number at `start`..`end`, the one before it first; None where it claims to be exact."""
    before, marked, after = _patterns(language)
    low = max(0, start - REACH)
    behind = after.match(text, end, min(len(text), end + REACH))
    window = text[low:start]
    found = before.search(window) or (marked.search(window) if behind and behind["mark"] else None)
    if found:
        return Hedge(_bound(found), low + found.start(), low + len(window.rstrip()))
    return Hedge(_bound(behind), behind.start(), behind.end()) if behind and behind["end"] else None


def _bound(found: regex.Match[str]) -> Bound:
    groups = found.groupdict()
    return next(bound for bound in BOUNDS if groups.get(bound))
