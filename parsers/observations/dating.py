"""When and by whom a text was published, where its collection does not say: from the text itself, the year from its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import regex

from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, resolve
from parsers.mentions.period_year import text_year, told_starts
from parsers.model import Document, Mention, Period
from parsers.observations.comparison import elsewhen, is_base
from parsers.observations.page import Line, Page
from parsers.observations.words import CueWords, cue_words
from parsers.publishers import publishers

HEAD = 600
CLAUSE = 12
_DAY = timedelta(days=1)
# "06.09.2012" or "2012-09-06 15:30" at the head of a page; with strokes the order of day and month would be anybody's guess.
_IN_FIGURES = regex.compile(
    r"""^[^\S\n]*+(?:(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)|(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d))(?![\d.-])""",
    regex.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Dating:
    """A publication date and how it is known: given by the collection, stated in the text, or inferred from its figures."""

    published: date | None
    known: str | None


def dating(page: Page) -> Dating:
    """The document's date: given; else a full date at the head; else the first day named, in the year after its figures."""
    if page.document.published is not None:
        return Dating(page.document.published, "given")
    days = [(mention.start, mention.value) for _, _, mention in page.mentions("period") if _is_day(mention.value)]
    named = ((start, resolve(value, PeriodContext()).start) for start, value in days if start < HEAD and value.year is not None)
    stated = min(((at, day) for at, day in (*named, *_in_figures(page.document.text)) if day is not None), default=None)
    if stated is not None:
        return Dating(stated[1], "stated")
    bare = next((value for start, value in days if start < HEAD and value.year is None), None)
    latest = None if bare is None else _told(page) or max(filter(None, (_latest(page), _before_hand(page))), default=None)
    day = None if bare is None or latest is None else _following(bare, latest)
    return Dating(day, None if day is None else "inferred")


def _in_figures(text: str) -> Iterator[tuple[int, date]]:
    """Where lines at the head of a text begin with a date in figures."""
    for found in _IN_FIGURES.finditer(text, 0, HEAD):
        day = _day(int(found["year"]), int(found["month"]), int(found["day"]))
        if day is not None:
            yield found.start(), day


def publisher(document: Document) -> str | None:
    """The publisher: as given; else a known one that the head of the text names in brackets, as agencies do."""
    if document.publisher is not None:
        return document.publisher
    head = document.text[:HEAD]
    names = (entry.publisher for entry in publishers())
    return next((name for name in names if f"({name})" in head or f"{name} has learned" in head), None)


def _is_day(expression: PeriodExpression) -> bool:
    return expression.form == "days" and expression.day is not None and expression.month is not None and expression.day_to is None


def _told(page: Page) -> date | None:
    """The day before the year in hand where relative words of the text tell it with its dates."""
    mentions = [mention for _, _, mention in page.mentions("period")]
    return max((start - _DAY for start in told_starts(mentions, False)), default=None)


def _before_hand(page: Page) -> date | None:
    """The day before the year in hand where words for this or the last year stand beside a named one."""
    words = cue_words(page.document.language)
    bases = frozenset(mention.start for s, at, mention in page.mentions("period") if is_base(page.lines[s], at, words))
    year = text_year(page.document.text, timely(page), bases)
    return None if year is None else date(year - 1, 12, 31)


def timely(page: Page) -> list[Mention[PeriodExpression]]:
    """The periods that may tell the year in hand: no year by which something is to come, or that names what happened in it."""
    words = cue_words(page.document.language)
    periods = page.mentions("period")
    return [m for s, at, m in periods if m.value.year_offset is not None or not elsewhen(page.lines[s], at, words)]


def _latest(page: Page) -> date | None:
    """The end of the latest period that the text dates in full, in sentences with a figure where there are any.

    What something is only compared with tells it where nothing else does, and a year that is still expected to bring something
    only that it was not over.
    """
    words = cue_words(page.document.language)
    told = {figure.sentence for figure in page.figures}
    ends = [
        (not is_base(page.lines[sentence], at, words), sentence in told, _over(page.lines[sentence], at, words, period))
        for sentence, at, mention in page.mentions("period")
        if mention.value.dated and not _is_day(mention.value) and not elsewhen(page.lines[sentence], at, words)
        for period in [resolve(mention.value, PeriodContext())]
        if period.start is not None and period.end is not None
    ]
    return max(ends)[2] if ends else None


def _over(line: Line, at: int, words: CueWords, period: Period) -> date:
    """The last day that is over when a period is told of: its own, or the one before it if it is yet to bring something."""
    assert period.start is not None and period.end is not None
    return period.start - _DAY if expected(line, at, words) else period.end


def expected(line: Line, at: int, words: CueWords) -> bool:
    """Whether a year is told of as one that will bring something: "will pass $1 billion in 2018", "for 2018 he predicts"."""
    expression: PeriodExpression = line.mention(at).value
    if expression.form != "year" or expression.year is None or expression.year_to is not None:
        return False
    return any(_foreseen(line, at, step, words) for step in (-1, 1))


def _foreseen(line: Line, at: int, step: int, words: CueWords) -> bool:
    for place in range(at + step, at + step * CLAUSE, step):
        word = line.word(place)
        if word in words.breaks or word in (",", ";", "", "<period>"):
            return False
        if word in words.forecast:
            return True
    return False


def _following(expression: PeriodExpression, after: date) -> date | None:
    """The first such day of the month behind a date; None for a day that no year near has."""
    days = (_day(year, expression.month or 1, expression.day or 1) for year in (after.year, after.year + 1))
    return next((day for day in days if day is not None and day > after), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
