"""The year in which a text speaks, where nobody says when it was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING

import regex

from parsers.mentions import calendars
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, resolve

if TYPE_CHECKING:
    from parsers.model import Mention

_SENTENCE_END = regex.compile(r"[.!?]['”’\")]{0,2}+\s++(?=\p{Lu})|\n{2,}")
_NEAR = 300
_FIRST_CIVIL = 1700


def text_year(text: str, mentions: Sequence[Mention[PeriodExpression]], bases: Set[int] = frozenset()) -> int | None:
    """The text's own current year as far as its `mentions` of periods tell it; None where they do not.

    A relative word with its dates in brackets tells it outright. Else words for this or the last year beside a named year of the
    same sentence mean a later one: nobody writes "this year, against 2021" in 2021; and what is set against "the same months of
    2021", the latest year named, is of the next. `bases` are the starts of the mentions that
    something is only compared with: what is set against "last year" is of this one.
    """
    told = next(_told(mentions), None)
    return max(_contrasted(text, mentions, bases), default=None) if told is None else told


def latest_years(mentions: Iterable[PeriodExpression]) -> tuple[int, ...]:
    """Years a text may speak in by the latest one of `mentions`: that very year, or the next where it is told as a whole."""
    named = [(end.year, value.form) for value in mentions if value.dated and (end := resolve(value, PeriodContext()).end)]
    latest = max((year for year, _ in named), default=None)
    if latest is None:
        return ()
    parts = any(year == latest and form not in ("year", "span") for year, form in named)
    return (latest,) if parts else (latest + 1, latest)


def _closing(value: PeriodExpression) -> int:
    """The year that a mention ends in, 0 without one; an Iranian year stands for the one that it begins in."""
    year = value.year_to or value.year or 0
    return year + calendars.SOLAR_TO_CIVIL if value.calendar == "solar" and 0 < year < _FIRST_CIVIL else year


def _told(mentions: Sequence[Mention[PeriodExpression]]) -> Iterator[int]:
    return (start.year for start in (*told_starts(mentions, False), *told_starts(mentions, True)))


def told_starts(mentions: Iterable[Mention[PeriodExpression]], anaphoric: bool) -> Iterator[date]:
    """First days in the year in hand as relative words with their dates tell it: "the current year (began on March 21, 2018)".

    The `anaphoric` ones ("the previous year (2017)") may count from another year than the one in hand.
    """
    for mention in mentions:
        value = mention.value
        told = value.year_offset is not None and (value.year is not None or (value.stated is not None and value.stated.dated))
        if told and value.anaphoric is anaphoric and not value.comparative:
            start = resolve(value, PeriodContext()).start
            if start is not None:
                yield calendars.add_months(start, -12 * (value.year_offset or 0))


def _contrasted(text: str, mentions: Sequence[Mention[PeriodExpression]], bases: Set[int]) -> Iterator[int]:
    named = [(m, _closing(m.value)) for m in mentions if _closing(m.value) and m.value.form != "days"]
    latest = max((year for _, year in named), default=None)
    yield from (year + 1 for other, year in named if year == latest and other.value.form == "same" and other.start in bases)
    for mention in mentions:
        if mention.value.dated or mention.value.anaphoric or mention.value.year_offset not in (0, -1):
            continue
        for other, year in named:
            low, high = min(mention.end, other.end), max(mention.start, other.start)
            # One character more, for the capital that begins a sentence may begin the mention.
            if year == latest and high - low < _NEAR and not _SENTENCE_END.search(text, low, high + 1):
                yield _beside(mention, other, bases)


def _beside(mention: Mention[PeriodExpression], other: Mention[PeriodExpression], bases: Set[int]) -> int:
    """The year in hand when a relative word stands beside a named year."""
    offset, year = mention.value.year_offset or 0, _closing(other.value)
    if mention.value.fiscal and offset == 0 and (other.value.fiscal or other.value.split):
        return year - 1
    if offset == -1 and mention.start in bases and other.start not in bases:
        return year
    return year + 1 - offset
