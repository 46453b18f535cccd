"""Percentages and multiples: the unit behind a number ("%", "percentage points", "-fold"), and those said in words alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

import regex

from parsers.lexicon import alternatives, section, wordings
from parsers.mentions.hedges import find_hedge
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
    return regex.compile(
        rf"(?P<points>{words['points']})|(?P<percent>{words['percent']}|{entries['percent_marks']})"
        rf"|(?P<times>{words['times']})(?!\s++(?:{spared})\b)",
        regex.IGNORECASE,
    )


@cache
def _sign(language: str) -> regex.Pattern[str]:
    entries = section(language, "changes")
    rising, falling = (alternatives(entries[key]) for key in ("rising", "falling"))
    return regex.compile(rf"(?:^|(?<=[\s(\[,;:]))(?:(?P<up>{rising})|(?P<down>{falling}))\s?\Z", regex.IGNORECASE)


def rate_after(text: str, at: int, language: str = "en") -> tuple[Form, int] | None:
    """The form and the end of the unit of a percentage or multiple whose number ends at `at`."""
    found = _unit(language).match(text, at, min(len(text), at + REACH))
    if found is None:
        return None
    forms: tuple[Form, ...] = ("points", "percent", "times")
    return next(form for form in forms if found[form]), found.end()


def sign_before(text: str, at: int, language: str = "en") -> tuple[int, int]:
    """(+1, -1 or 0, start) of a sign that stands before a number at `at`."""
    low = max(0, at - 8)
    found = _sign(language).search(text[low:at])
    if found is None:
        return 0, at
    return (1 if found["up"] else -1), low + found.start()


@cache
def _said(language: str) -> tuple[regex.Pattern[str], tuple[Change, ...]]:
    entries = section(language, "changes")["wordings"]
    branches = [f"(?P<w{number}>{wording.pattern.pattern})" for number, wording in enumerate(wordings(language, "changes"))]
    values = tuple(Change(entry["form"], Decimal(entry["size"]), direction=entry["direction"]) for entry in entries)
    return regex.compile("|".join(branches), regex.VERBOSE | regex.IGNORECASE), values


def scan_said(text: str, language: str = "en", start: int = 0, end: int | None = None) -> Iterator[Mention[Change]]:
    """Changes without a number: "doubled", "halved", "a third of"."""
    pattern, values = _said(language)
    for found in pattern.finditer(text, start, len(text) if end is None else end):
        value = values[int((found.lastgroup or "w0")[1:])]
        hedge = find_hedge(text, found.start(), found.end(), language)
        if hedge:
            value = Change(value.form, value.size, None, hedge.bound, value.direction, False, (hedge.start, hedge.end))
        yield Mention("change", found.start(), found.end(), found[0], value)
