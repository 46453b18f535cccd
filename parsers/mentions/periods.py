"""Find the periods that a text names: years, months, quarters, fiscal years, "the same period of last year" ...

The words and wordings are section [periods] of the language file. A cheap pattern finds where a wording may begin, each
wording is tried there, the longest wins; a bracket that says a period again belongs to the mention before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex

from parsers import lexicon
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_words import Words, expression
from parsers.model import Mention

_ARTICLE = regex.compile(r"(?<!\w)(?:the|its|their|his|her|our|a)[\s\u00a0]{1,3}\Z", regex.IGNORECASE)
_TABLES = {"month": "months", "ordinal": "ordinals", "count": "counts", "pointer": "pointers", "solar_month": "solar_months"}


@dataclass(frozen=True, slots=True)
class _Scanner:
    """The compiled wordings of one language."""

    start: regex.Pattern[str]
    wordings: tuple[tuple[str, regex.Pattern[str]], ...]
    of_year: regex.Pattern[str]
    restated: regex.Pattern[str]
    restated_end: regex.Pattern[str]
    words: Words


@cache
def _scanner(language: str) -> _Scanner:
    entries = lexicon.section(language, "periods")
    words = {part: lexicon.alternatives(entries[table]) for part, table in _TABLES.items()}
    parts = {**words, **entries["parts"]}

    def compiled(name: str) -> regex.Pattern[str]:
        pattern = lexicon.expand(f"{{{{{name}}}}}", parts, f"{language}.toml [periods.parts]")
        return regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE)

    wordings = tuple((w.name.partition(":")[0], w.pattern) for w in lexicon.wordings(language, "periods", words))
    return _Scanner(
        compiled("start"), wordings, compiled("of_year"), compiled("restated"), compiled("restated_end"), Words.read(entries)
    )


def scan_periods(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Mention[PeriodExpression]]:
    """The periods named in text[start:end], in order, none overlapping; offsets count characters of `text`."""
    scanner = _scanner(language)
    limit = len(text) if end is None else end
    found = list(_candidates(scanner, text, start, limit))
    return [_mention(text, start, *item) for item in _restated(scanner, text, limit, found)]


def _candidates(scanner: _Scanner, text: str, start: int, limit: int) -> Iterator[tuple[int, int, PeriodExpression]]:
    position = start
    while (trigger := scanner.start.search(text, position, limit)) is not None:
        best = _longest(scanner, text, trigger.start(), limit)
        if best is None:
            position = trigger.start() + 1
        else:
            yield best
            position = best[1]


def _longest(scanner: _Scanner, text: str, position: int, limit: int) -> tuple[int, int, PeriodExpression] | None:
    best: tuple[int, int, PeriodExpression] | None = None
    for form, pattern in scanner.wordings:
        match = pattern.match(text, position, limit)
        if match is None or (best is not None and match.end() <= best[1]):
            continue
        value = expression(form, match, scanner.words)
        if value is not None:
            best = (position, match.end(), value)
    return best


def _restated(
    scanner: _Scanner, text: str, limit: int, found: list[tuple[int, int, PeriodExpression]]
) -> Iterator[tuple[int, int, PeriodExpression]]:
    i = 0
    while i < len(found):
        start, end, value = found[i]
        i += 1
        if i < len(found) and (joined := _join(scanner, text, limit, found[i - 1], found[i])) is not None:
            end, value = joined
            i += 1
            while i < len(found) and found[i][0] < end:
                i += 1
        yield start, end, value


def _join(
    scanner: _Scanner,
    text: str,
    limit: int,
    first: tuple[int, int, PeriodExpression],
    second: tuple[int, int, PeriodExpression],
) -> tuple[int, PeriodExpression] | None:
    """End and value of two mentions where the second only says the first again, else None."""
    opening = scanner.restated.fullmatch(text, first[1], second[0])
    if opening is None or second[2].form in ("per", "past"):
        return None
    closing = scanner.restated_end.match(text, second[1], limit)
    if closing is None:
        return None
    edge = _edge(first[2], opening)
    value = replace(first[2], stated=second[2], stated_edge=edge)
    tail = scanner.of_year.match(text, closing.end(), limit)
    if tail is None or first[2].dated:
        return closing.end(), value
    year = expression("year", tail, scanner.words)
    return (closing.end(), value) if year is None else (tail.end(), value.with_year(year))


def _edge(value: PeriodExpression, opening: regex.Match[str]) -> str:
    """Which edge of a period the bracket tells: by its own word, or by that of the period ("the end of the year (March 20)")."""
    if opening["end"] or value.edge in ("end", "close"):
        return "end"
    return "start" if opening["start"] or value.form == "so_far" or value.edge in ("beginning", "start") else ""


def _mention(text: str, floor: int, start: int, end: int, value: PeriodExpression) -> Mention[PeriodExpression]:
    article = _ARTICLE.search(text, max(floor, start - 8), start)
    start = article.start() if article else start
    return Mention("period", start, end, text[start:end], value)
