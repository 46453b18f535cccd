"""How exact a number claims to be, by the words before and after it: about, below, above (../data/codelists/bound.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class _Words:
    before: regex.Pattern[str]
    marked: regex.Pattern[str]
    behind: regex.Pattern[str]
    bounds: dict[str, Bound]
    up_to: frozenset[str]
    moved: regex.Pattern[str]


@cache
def _words(language: str) -> _Words:
    entries = section(language, "hedges")
    bounds: dict[str, Bound] = {word.lower(): bound for bound in BOUNDS for word in entries["before"][bound]}
    after: dict[str, Bound] = {word.lower(): bound for bound in BOUNDS for word in entries["after"][bound]}
    words, marks = rf"(?<![\w-])(?P<word>{alternatives(bounds)})", alternatives(entries["marks"])
    gap = r"[\s\u00a0]{1,3}"
    determiner = rf"{gap}(?:{alternatives(entries['determiners'])})"
    of = rf"{determiner}{gap}(?:{marks}){gap}(?:{alternatives(entries['of'])})"
    article = rf"\s{{0,3}}(?:{alternatives(entries['articles'])})"
    flags = regex.IGNORECASE
    return _Words(
        regex.compile(rf"(?r){words}(?:{of}|{article})?[\s\u00a0]{{0,3}}", flags),
        regex.compile(rf"(?r){words}{determiner}(?:{gap}\p{{L}}{{1,16}})?[\s\u00a0]{{0,3}}", flags),
        regex.compile(
            rf"(?:[\s\u00a0-]{{0,3}}(?P<word>{alternatives(after)})(?!\w))|(?P<mark>(?:\s|-){{1,2}}(?:{marks})\b)", flags
        ),
        bounds | after,
        frozenset(word.lower() for word in entries["up_to"]),
        regex.compile(rf"(?r)\b(?:{alternatives(entries['moved'])})\s{{1,3}}", flags),
    )


def find_hedge(text: str, start: int, end: int, language: str = "en") -> Hedge | None:
    """The hedge of the number at `start`..`end`, the one before it first; None where it claims to be exact."""
    words = _words(language)
    low = max(0, start - REACH)
    behind = words.behind.match(text, end, min(len(text), end + REACH))
    found = words.before.match(text, low, start)
    if found is None and behind and behind["mark"]:
        found = words.marked.match(text, low, start)
    if found and not _is_direction(text, found, words):
        return Hedge(words.bounds[_fold(found["word"])], found.start(), found.end())
    if behind and behind["word"]:
        return Hedge(words.bounds[_fold(behind["word"])], behind.start(), behind.end())
    return None


def _is_direction(text: str, found: regex.Match[str], words: _Words) -> bool:
    """Whether "up to" only says where something went ("edged up to")."""
    return _fold(found["word"]) in words.up_to and words.moved.match(text, 0, found.start()) is not None


def _fold(word: str) -> str:
    return " ".join(word.lower().split())
