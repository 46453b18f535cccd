"""Percentages and multiples: the unit behind a number ("%", "percentage points", "-fold"), and those said in words alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

import regex

from parsers.lexicon import alternatives, section, wordings
from parsers.mentions.hedges import find_hedge
from parsers.mentions.triggers import Triggers, attempts, word_before
from parsers.model import Change, Mention

Form = Literal["percent", "points", "times", "verb"]
REACH = 40


@cache
def _unit(language: str) -> regex.Pattern[str]:
    entries = section(language, "changes")
    gap = r"[\s\u00a0\u202f]{0,6}+-?[\s\u00a0]{0,2}+"
    spared = alternatives(entries["occasions"])
    edge = r"(?![\p{L}\d])"
    words = {form: f"{gap}(?:{alternatives(entries[form])}){edge}" for form in ("points", "percent", "times")}
    words["times"] += rf"|{entries['times_marks']}"
    return regex.compile(
        rf"(?P<points>{words['points']})|(?P<percent>{words['percent']}|{entries['percent_marks']})"
        rf"|(?P<times>(?:{words['times']}))(?!\s++(?:{spared})\b)",
        regex.IGNORECASE,
    )


@cache
def _sign(language: str) -> regex.Pattern[str]:
    entries = section(language, "changes")
    rising, falling = (alternatives(entries[key]) for key in ("rising", "falling"))
    return regex.compile(rf"(?r)(?<![^\s(\[,;:])(?:(?P<up>{rising})|(?P<down>{falling}))\s?", regex.IGNORECASE)


def rate_after(text: str, at: int, language: str = "en") -> tuple[Form, int] | None:
    """The form and the end of the unit of a percentage or multiple whose number ends at `at`."""
    found = _unit(language).match(text, at, min(len(text), at + REACH))
    if found is None:
        return None
    forms: tuple[Form, ...] = ("points", "percent", "times")
    return next(form for form in forms if found[form]), found.end()


@cache
def _factor(language: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?r)\b(?:{alternatives(section(language, 'changes')['factor'])})\s{{1,3}}", regex.IGNORECASE)


def is_factor(text: str, at: int, language: str = "en") -> bool:
    """Whether the words before a number at `at` make it a multiple ("by a factor of three")."""
    return _factor(language).match(text, 0, at) is not None


def sign_before(text: str, at: int, language: str = "en") -> tuple[int, int]:
    """(+1, -1 or 0, start) of a sign that stands before a number at `at`."""
    found = _sign(language).match(text, 0, at)
    if found is None:
        return 0, at
    return (1 if found["up"] else -1), found.start()


@cache
def _said(language: str) -> tuple[regex.Pattern[str], Triggers, tuple[Change, ...]]:
    changes = section(language, "changes")
    entries = changes["wordings"]
    branches = [f"(?P<w{number}>{wording.pattern.pattern})" for number, wording in enumerate(wordings(language, "changes"))]
    values = tuple(Change(entry["form"], Decimal(entry["size"]), direction=entry["direction"]) for entry in entries)
    return regex.compile("|".join(branches), regex.VERBOSE | regex.IGNORECASE), Triggers(changes["triggers"]), values


def scan_said(text: str, language: str = "en", start: int = 0, end: int | None = None) -> Iterator[Mention[Change]]:
    """Changes without a number: "doubled", "halved", "a third of"."""
    pattern, triggers, values = _said(language)
    stop = len(text) if end is None else end
    starts = [[word_before(text, place), place] for place in triggers.starts(text, start, stop)]
    places = sorted({place for pair in starts for place in pair if place is not None and place >= start})
    for found in attempts(pattern, text, places, stop):
        value = values[int((found.lastgroup or "w0")[1:])]
        hedge = find_hedge(text, found.start(), found.end(), language)
        if hedge:
            value = Change(value.form, value.size, None, hedge.bound, value.direction, False, (hedge.start, hedge.end))
        yield Mention("change", found.start(), found.end(), found[0], value)
