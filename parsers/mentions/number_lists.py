"""Numbers whose unit is left out because the one before has it: "Peru took 12.4 percent, Chile 9.1", "Togo (61.7)"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from parsers.lexicon import alternatives, section
from parsers.mentions.number_readings import Reading

REACH, LED = 100, 60
MOST_RATE = 1000
# A number printed as a fraction is a price of its own: "a coupon of 7 pct, priced at 98-1/4".
_PRINTED = "/"
LEAST_RATIO, MOST_RATIO = Decimal("0.02"), Decimal(50)
MOST_APART = Decimal(10)


@cache
def _stop(language: str) -> regex.Pattern[str]:
    """The end of a sentence; "St. Helena" is none."""
    short = alternatives(section(language, "sentences")["abbreviations"])
    return regex.compile(rf"(?<!\b(?:{short}))(?<=[\p{{Ll}}\d)%])\.\s|\n\s*\n|[!?]\s")


@cache
def _patterns(language: str) -> tuple[regex.Pattern[str], ...]:
    words, ranges = section(language, "amounts"), section(language, "ranges")
    hedges = rf"(?:(?:{alternatives(ranges['hedges'])})\s{{1,4}})?+"
    joint, link, never = (alternatives(words[key]) for key in ("list_joints", "list_links", "list_never"))
    word = r"[\p{L}.'’&-]{1,20}+"
    flags = regex.IGNORECASE
    return (
        regex.compile(rf"\b(?:{alternatives(words['rate_by'])})\s{{1,4}}\Z", flags),
        regex.compile(
            rf"(?:[,;:(]\s{{0,4}}(?:(?:{joint})\s{{1,4}})?|\b(?:{joint})\s{{1,4}})"
            rf"(?P<named>(?:{word}\s{{1,4}}){{0,6}}?)"
            rf"(?:(?P<link>(?:{link})\s{{1,4}}{hedges})|(?P<mark>{word}(?:\s?\(|,\s{{1,4}}))|(?P<bare>(?<!\b(?:{never})\s)(?<=\s)))\Z",
            flags,
        ),
        regex.compile(rf"\s{{0,2}}(?:[,.;:)!?](?!\d)|\Z|\n)|\s{{1,4}}(?:{alternatives(words['list_ends'])})\b", flags),
        regex.compile(rf"(?:(?-i:\p{{Lu}})[\p{{L}}.'’&-]*+\s++|(?:{alternatives(words['list_names'])})\s++){{1,6}}+\Z", flags),
        regex.compile(r"[.,;:)]|\s|\Z"),
    )


def listed(text: str, readings: list[Reading], language: str = "en") -> list[Reading]:
    """The readings in which bare numbers have taken the unit of the rate or the sum before them in their sentence.

    A number takes it behind "by" ("rose by 7 per cent and theirs by 23"), and where it ends its phrase as the next of a list.
    """
    done: list[Reading] = []
    last: Reading | None = None
    for reading in readings:
        if reading.kind == "bare" and last is not None and _near(text, last, reading, language):
            reading = _taken(text, last, reading, done[-1].end, language)
        if reading.kind != "bare":
            last = reading
        done.append(reading)
    return done


def _near(text: str, last: Reading, reading: Reading, language: str) -> bool:
    gap = reading.start - last.end
    return 0 <= gap <= REACH and not _stop(language).search(text, last.end - 1, reading.start)


def _taken(text: str, last: Reading, reading: Reading, before: int, language: str) -> Reading:
    """A bare number in the unit of the last one, or as it is; `before` is where the number in front of it ends."""
    by, following, _, _, ending = _patterns(language)
    led = text[max(last.end, before, reading.start - LED) : reading.start]
    rate = last.kind == "change" and last.form == "percent"
    if (rate and reading.value >= MOST_RATE) or _PRINTED in text[reading.start : reading.end]:
        return reading
    if rate and by.search(led) and ending.match(text, reading.end):
        return replace(reading, kind="change", form="percent", shared=True)
    if rate and _told_against(text, last, reading, language):
        return replace(reading, kind="change", form="percent", shared=True)
    found = following.search(led)
    if found is None or not _ends(text, reading, found, language) or not _plain(reading, found, rate, language):
        return reading
    if rate:
        return replace(reading, kind="change", form="percent", shared=True)
    return _scaled(last, reading) if last.kind == "amount" else reading


@cache
def _levels(language: str) -> tuple[regex.Pattern[str], ...]:
    words, hedges = section(language, "amounts"), alternatives(section(language, "ranges")["hedges"])
    hedged = rf"(?:(?:{hedges})\s{{1,4}})?+"
    leads, against, ends = (alternatives(words[key]) for key in ("level_leads", "against_levels", "level_ends"))
    since, goals = alternatives(section(language, "ranges")["from"]), alternatives(section(language, "ranges")["to"])
    flags = regex.IGNORECASE
    return (
        regex.compile(rf"\b(?:{leads})\s{{1,4}}{hedged}\Z", flags),
        regex.compile(rf",?(?:\s[\p{{L}}]{{1,12}}+){{0,3}}?(?:\s\d{{4}})?,?\s{{1,4}}(?:{against})\s{{1,4}}{hedged}\Z", flags),
        regex.compile(rf"\b(?:{since})\s{{1,4}}{hedged}\Z", flags),
        regex.compile(rf"\s{{1,4}}(?:{goals})\s{{1,4}}{hedged}\Z", flags),
        regex.compile(rf"\s{{1,4}}(?:{ends})\b", flags),
    )


def _told_against(text: str, last: Reading, reading: Reading, language: str) -> bool:
    """Whether a number is the level that one in per cent is told against: "to 7.5 percent from 9 in 2016"; growth has none."""
    lead, against, since, goal, ends = _levels(language)
    before, between = text[max(0, last.start - LED) : last.start], text[last.end : reading.start]
    moved = since.search(before) is not None
    led = goal.fullmatch(between) if moved else against.fullmatch(between) if lead.search(before) else None
    alike = last.value and 1 / MOST_APART <= reading.value / last.value <= MOST_APART
    if not led or not alike or not reading.numeral.digits:
        return False
    return _patterns(language)[2].match(text, reading.end) is not None or ends.match(text, reading.end) is not None


def _ends(text: str, reading: Reading, found: regex.Match[str], language: str) -> bool:
    """Whether a number ends its phrase: nothing is counted behind it; one in brackets fills them."""
    if found["mark"] and "(" in found["mark"]:
        return text[reading.end : reading.end + 1] == ")"
    return _patterns(language)[2].match(text, reading.end) is not None


def _plain(reading: Reading, found: regex.Match[str], rate: bool, language: str) -> bool:
    """Whether a number looks like one of a list of such: with decimals, or behind a name and no other word."""
    numeral = reading.numeral
    if numeral.digits and reading.value % 1:
        return True
    if found["mark"]:
        return "(" in found["mark"] and rate
    named = _patterns(language)[3].match(found["named"]) is not None
    return named and (found["link"] is not None if not (rate and numeral.digits) else True)


def _scaled(last: Reading, reading: Reading) -> Reading:
    """A number in the scale and the currency of a sum of about its size."""
    value = reading.value * last.scale
    alike = last.scale >= 1000 and last.value and LEAST_RATIO <= value / last.value <= MOST_RATIO
    if not alike or not reading.numeral.digits:
        return reading
    return replace(reading, kind="amount", value=value, scale=last.scale, codes=last.codes, shared=True)
