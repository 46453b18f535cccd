"""The year in which a text speaks, where nobody says when it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, resolve

if TYPE_CHECKING:
    from parsers.model import Mention

_SENTENCE_END = regex.compile(r"[.!?]['”’\")]{0,2}+\s++(?=\p{Lu})|\n{2,}")


def text_year(text: str, mentions: Sequence[Mention[PeriodExpression]]) -> int | None:
    """The text's own current year as far as its `mentions` of periods tell it; None where they do not.

    A relative word with its dates in brackets tells it outright. Else words for this or the last year beside a named year of the
    same sentence mean a later one: nobody writes "this year, against 2021" in 2021.
    """
    told = next(_told(mentions), None)
    return max(_contrasted(text, mentions), default=None) if told is None else told


def _told(mentions: Sequence[Mention[PeriodExpression]]) -> Iterator[int]:
    for mention in mentions:
        value = mention.value
        if value.year_offset is not None and not value.anaphoric and (value.year is not None or value.stated is not None):
            start = resolve(value, PeriodContext()).start
            if start is not None:
                yield start.year - value.year_offset


def _contrasted(text: str, mentions: Sequence[Mention[PeriodExpression]]) -> Iterator[int]:
    named = [(m, year) for m in mentions if (year := m.value.year_to or m.value.year) is not None and m.value.form != "days"]
    latest = max((year for _, year in named), default=None)
    for mention in mentions:
        offset = mention.value.year_offset
        if mention.value.dated or mention.value.anaphoric or offset not in (0, -1):
            continue
        for other, year in named:
            low, high = min(mention.end, other.end), max(mention.start, other.start)
            if year == latest and high - low < 300 and not _SENTENCE_END.search(text, low, high):
                yield year + 1 - offset
