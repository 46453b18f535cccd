"""How exact a number claims to be, by the words before and after it: about, below, above (../data/codelists/bound.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

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
    before = (
        rf"(?<![\w-])(?:{_named(entries['before'])})(?:\s{{0,3}}(?:{alternatives(entries['articles'])}))?+[\s\u00a0]{{0,3}}\Z"
    )
    marked = rf"(?<![\w-])(?:{_named(entries['before'])})\s{{1,3}}(?:{alternatives(entries['determiners'])})[\s\u00a0]{{0,3}}\Z"
    after = rf"(?:[\s\u00a0-]{{0,3}}(?:{_named(entries['after'])})(?!\w))"
    mark = rf"(?:\s|-){{1,2}}(?:{alternatives(entries['marks'])})\b"
    return tuple(regex.compile(pattern, flags) for pattern in (before, rf"(?:{marked})", rf"(?P<end>{after})|(?P<mark>{mark})"))  # type: ignore[return-value]


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
    return cast(Bound, next(bound for bound in BOUNDS if groups.get(bound)))
