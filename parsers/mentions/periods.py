"""Find the periods that a text names: years, months, quarters, fiscal years, "the same period of last year" ...

The words and wordings are section [periods] of the language file; a bracket that says a period again belongs to the mention
before it, and so does the article.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_grammar import TOKEN, Grammar, grammar, numbers_years
from parsers.model import Mention

__all__ = ["PeriodExpression", "numbers_years", "scan_periods"]

_LONGEST_ARTICLE = 8

Place = tuple[int, int, PeriodExpression]


def scan_periods(
    text: str, language: str = "en", start: int = 0, end: int | None = None, bare: bool = False
) -> list[Mention[PeriodExpression]]:
    """The periods named in text[start:end], in order, none overlapping; offsets count characters of `text`.

    With `bare` a number may be a year of the Iranian calendar by itself ("in 1396"; see `numbers_years`).
    """
    words = grammar(language, bare)
    limit = len(text) if end is None else end
    found = list(_places(words, text, start, limit))
    return [_mention(words, text, start, *place) for place in _restated(words, text, limit, found)]


def _places(words: Grammar, text: str, start: int, limit: int) -> Iterator[Place]:
    position = start
    for token in TOKEN.finditer(text, start, limit):
        wordings = words.beginning(token.group())
        if not wordings or token.start() < position:
            continue
        found = words.longest(text, token.start(), limit, wordings)
        if found is not None:
            yield token.start(), *found
            position = found[0]


def _restated(words: Grammar, text: str, limit: int, found: list[Place]) -> Iterator[Place]:
    position = 0
    for i, place in enumerate(found):
        if place[0] < position:
            continue
        joined = _join(words, text, limit, place, found[i + 1]) if i + 1 < len(found) else None
        if joined is not None:
            position = joined[0]
        yield place if joined is None else (place[0], *joined)


def _join(words: Grammar, text: str, limit: int, first: Place, second: Place) -> tuple[int, PeriodExpression] | None:
    """End and value of two mentions where the second only says the first again, else None."""
    opening = words.joins["restated"].fullmatch(text, first[1], second[0])
    if opening is None or second[2].form in ("per", "past", "basis") or not _pointed(first[2], second[2], opening):
        return None
    if opening["until"] is not None and words.joins["between"].match(text, max(0, first[0] - _LONGEST_ARTICLE), first[0]):
        return None
    closing = words.joins["restated_end"].match(text, second[1], limit)
    if closing is None:
        return None
    whole = first[2].form == "so_far" and (second[2].day_to is not None or second[2].month_to is not None)
    value = first[2].but(stated=second[2], stated_edge="" if whole else _edge(first[2], opening))
    year = None if first[2].dated else words.year_behind(text, closing.end(), limit)
    return (closing.end(), value) if year is None else (year[0], value.with_year(year[1]))


def _pointed(value: PeriodExpression, other: PeriodExpression, opening: regex.Match[str]) -> bool:
    """Without a mark between only words that leave the year open are told again: "the past year which ended on March 20"."""
    if opening["loose"] is None:
        return True
    opens = value.year_offset is not None or value.calendar == "solar"
    return opens and (opening["until"] is None or (value.form == "year" and other.year is not None and other.month is not None))


def _edge(value: PeriodExpression, opening: regex.Match[str]) -> str:
    """Which edge of a period the bracket tells: by its own word, or by that of the period ("the end of the year (March 20)")."""
    if opening["end"] or value.edge == "end":
        return "end"
    return "start" if opening["start"] or value.form == "so_far" or value.edge == "start" else ""


def _mention(words: Grammar, text: str, floor: int, start: int, end: int, value: PeriodExpression) -> Mention[PeriodExpression]:
    article = words.article.search(text, max(floor, start - _LONGEST_ARTICLE), start)
    start = article.start() if article else start
    return Mention("period", start, end, text[start:end], value)
