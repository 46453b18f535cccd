"""What fixes the relative words of a period, and the years that its year words may then mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from parsers.mentions import calendars
from parsers.mentions.calendars import CIVIL_START, SOLAR_START, SOLAR_TO_CIVIL
from parsers.mentions.period_expression import PeriodExpression
from parsers.model import Period

_DAY = timedelta(days=1)
_NEW = 6


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What fixes relative words.

    ``year`` is the text's own current year, used where `published` is None. ``fiscal_start`` is (month, day) of the country's
    fiscal year, ``fiscal_named_after`` which of its two years gives its name ("start" in Japan). ``anchor`` is the period that
    anaphoric words refer to. ``solar`` says that the text's bare "year" is the Iranian one, ``solar_year`` that `year` is.
    """

    published: date | None = None
    year: int | None = None
    fiscal_start: tuple[int, int] = CIVIL_START
    fiscal_named_after: Literal["start", "end"] = "end"
    anchor: Period | None = None
    solar: bool = False
    solar_year: bool = False


def year_starts(e: PeriodExpression, c: PeriodContext) -> Iterator[date]:
    """First days of the years that the year words of `e` may mean."""
    begin = begins(e, c)
    if e.year is not None:
        yield _numbered(e, c, begin)
    elif e.year_offset is not None:
        yield from _counted(e, c, begin)
    else:
        yield from _latest(e, c, begin)


def begins(e: PeriodExpression, c: PeriodContext) -> tuple[int, int]:
    """(month, day) on which the year that `e` speaks of begins."""
    if e.calendar == "solar" or (c.solar and not e.dated and e.calendar == "civil" and e.month is None):
        return SOLAR_START
    if e.anaphoric and e.calendar == "civil" and not e.dated and c.anchor is not None and c.anchor.start is not None:
        for start in (SOLAR_START, c.fiscal_start):
            if close_to(c.anchor.start, start) and (calendars.whole_months(c.anchor) or 12) == 12:
                return start
    split = e.split and e.year_to == (e.year or 0) + 1
    return c.fiscal_start if e.calendar == "fiscal" or split else CIVIL_START


def close_to(day: date, start: tuple[int, int]) -> bool:
    """Whether `day` is the (month, day) of `start` or the day before."""
    return (day.month, day.day) == start or ((day + _DAY).month, (day + _DAY).day) == start


def _numbered(e: PeriodExpression, c: PeriodContext, begin: tuple[int, int]) -> date:
    assert e.year is not None
    if e.calendar == "solar":
        return date(e.year + SOLAR_TO_CIVIL if e.year < 1700 else e.year, *begin)
    early = e.calendar == "fiscal" and e.year_to is None and begin != CIVIL_START and c.fiscal_named_after == "end"
    return date(e.year - early, *begin)


def _counted(e: PeriodExpression, c: PeriodContext, begin: tuple[int, int]) -> Iterator[date]:
    assert e.year_offset is not None
    if e.pointed == "new" and c.published is not None:
        yield from _begun(c.published, begin)
    if e.anaphoric and c.anchor is not None and c.anchor.start is not None:
        yield calendars.add_months(calendars.year_of(c.anchor.start, begin), 12 * e.year_offset)
    present = _present(c, begin)
    if present is not None:
        yield calendars.add_months(present, 12 * e.year_offset)
    if present is not None and e.pointed == "the" and e.form in ("first", "part", "months"):
        yield calendars.add_months(present, -12)
    if not e.anaphoric and e.year_offset == 0 and c.anchor is not None and c.anchor.start is not None:
        yield calendars.year_of(c.anchor.start, begin)


def _begun(published: date, begin: tuple[int, int]) -> Iterator[date]:
    """The first day of the year that began of late: in its first half it is the new one."""
    start = calendars.year_of(published, begin)
    if published < calendars.add_months(start, _NEW):
        yield start


def _present(c: PeriodContext, begin: tuple[int, int]) -> date | None:
    if c.published is not None:
        return calendars.year_of(c.published, begin)
    return None if c.year is None else date(c.year, *begin)


def _in_winter(e: PeriodExpression) -> bool:
    """Whether words name the last months of the Iranian year, which lie in the civil year after the one that it began in."""
    last = e.month_to or e.month
    return last is not None and (last < SOLAR_START[0] or (last == SOLAR_START[0] and (e.day_to or e.day or 1) < SOLAR_START[1]))


def _latest(e: PeriodExpression, c: PeriodContext, begin: tuple[int, int]) -> Iterator[date]:
    """The year in hand and the one before it; then the year of the other period."""
    present = _present(c, begin)
    if present is not None and c.solar_year and begin == CIVIL_START and _in_winter(e):
        yield calendars.add_months(present, 12)
    if present is not None:
        yield present
        yield calendars.add_months(present, -12)
    if c.anchor is not None and c.anchor.start is not None:
        yield calendars.year_of(c.anchor.start, begin)


def in_hand(e: PeriodExpression, c: PeriodContext, within: Callable[[date], Period]) -> list[Period]:
    """`within` each possible year; without words for the year, or with "the" alone, those over by publication come first."""
    periods = [within(start) for start in year_starts(e, c)]
    if e.year is None and (e.year_offset is None or e.pointed == "the") and e.side != "remaining" and c.published is not None:
        limit = c.published
        periods.sort(key=lambda period: period.end is not None and period.end > limit)
    return periods
