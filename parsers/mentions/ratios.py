"""Parts told by counting: "nine in every ten", "27 cents of every dollar", "every third euro", "one euro in six"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import regex

from parsers.codelists import currencies
from parsers.lexicon import alternatives, section
from parsers.mentions.hedges import find_hedge
from parsers.model import Change, Mention

BEFORE, BEHIND = 48, 48
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Words:
    each: regex.Pattern[str]
    before: regex.Pattern[str]
    behind: regex.Pattern[str]
    one_in: regex.Pattern[str]
    counts: dict[str, int]
    ordinals: dict[str, int]


@cache
def _words(language: str) -> _Words:
    entries, units = section(language, "changes")["ratios"], section(language, "numerals")["units"]
    counts = {word: value for word, value in units.items() if value}
    ordinals = entries["ordinals"]
    coins, pence = _money(language)
    time = alternatives(section(language, "numerals")["time"])
    number = rf"(?:[0-9]{{1,3}}|{alternatives(counts)})"
    links, apart = alternatives(entries["links"]), alternatives(entries["one_links"])
    money = rf"(?:[\p{{L}}-]{{2,20}}+\s){{0,2}}?(?:{coins})\b"
    flags = regex.IGNORECASE
    return _Words(
        regex.compile(rf"\b(?:{alternatives(entries['each'])})\s", flags),
        regex.compile(rf"(?<![\w.,])(?P<part>{number})\s(?:(?:(?P<pence>{pence})|{money})\s)?(?:{links})\s\Z", flags),
        regex.compile(
            rf"(?P<whole>{number})\b(?!\s(?:{time})\b)(?:\s{money})?|(?P<nth>{alternatives(ordinals)})\s{money}|(?P<coin>{money})",
            flags,
        ),
        regex.compile(
            rf"\b(?:{alternatives(entries['one'])})\s{money}\s(?:{apart})\s(?P<whole>{number})\b(?!\s(?:{time})\b)", flags
        ),
        counts,
        ordinals,
    )


def _money(language: str) -> tuple[str, str]:
    """The currencies that are one plain word, and those of their parts of which a hundred make one."""
    listed = list(currencies(language).values())
    words = {word for currency in listed for word in currency.words if word.isalpha() and len(word) > 2}
    cents = {word for currency in listed for word, worth in currency.subunits.items() if worth * HUNDRED == 1 and len(word) > 2}
    return alternatives(sorted(words)), alternatives(sorted(cents))


def scan_ratios(text: str, language: str = "en", start: int = 0, end: int | None = None) -> Iterator[Mention[Change]]:
    """The parts of a text that are told by counting, as percentages."""
    words, stop = _words(language), len(text) if end is None else end
    for found in words.each.finditer(text, start, stop):
        ratio = _ratio(text, found.start(), found.end(), words, stop)
        if ratio is not None:
            yield _mention(text, *ratio, language)
    for found in words.one_in.finditer(text, start, stop):
        whole = _number(found["whole"], words)
        if whole > 1:
            yield _mention(text, found.start(), found.end(), HUNDRED / whole, language)


def _ratio(text: str, at: int, after: int, words: _Words, stop: int) -> tuple[int, int, Decimal] | None:
    """The span and the percentage of a part whose "every" stands at `at`."""
    low = max(0, at - BEFORE)
    behind = words.behind.match(text, after, min(stop, after + BEHIND))
    if behind is None:
        return None
    if behind["nth"]:
        return at, behind.end(), HUNDRED / words.ordinals[behind["nth"].lower()]
    before = words.before.search(text[low:at])
    if before is None:
        return None
    part = _number(before["part"], words)
    whole = _number(behind["whole"], words) if behind["whole"] else 100 if before["pence"] else 0
    return (low + before.start(), behind.end(), HUNDRED * part / whole) if 0 < part < whole else None


def _tidy(size: Decimal) -> Decimal:
    return Decimal(f"{round(size, 2).normalize():f}")


def _number(text: str, words: _Words) -> int:
    return int(text) if text.isdigit() else words.counts[text.lower()]


def _mention(text: str, start: int, end: int, size: Decimal, language: str) -> Mention[Change]:
    hedge, part = find_hedge(text, start, end, language), Change("percent", _tidy(size))
    if hedge:
        part = replace(part, bound=hedge.bound, hedge=(hedge.start, hedge.end))
    return Mention("change", start, end, text[start:end], part)
