"""Dates for what the words of a period say, given the publication date, the text's year, the fiscal calendar, another period."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from parsers.mentions import calendars
from parsers.mentions.calendars import CIVIL_START, SOLAR_START, SOLAR_TO_CIVIL
from parsers.mentions.period_expression import MONTHS_OF_UNIT, PeriodExpression
from parsers.model import Period

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What fixes relative words.

    ``year`` is the text's own current year, used where `published` is None. ``fiscal_start`` is (month, day) of the country's
    fiscal year, ``fiscal_named_after`` which of its two years gives its name ("start" in Japan). ``anchor`` is the period that
    anaphoric words refer to. ``solar`` says that the text's bare "year" is the Iranian one.
    """

    published: date | None = None
    year: int | None = None
    fiscal_start: tuple[int, int] = CIVIL_START
    fiscal_named_after: Literal["start", "end"] = "end"
    anchor: Period | None = None
    solar: bool = False


def resolve(expression: PeriodExpression, context: PeriodContext) -> Period:
    """The likeliest dates of `expression`; Period() where they cannot be known."""
    return next(iter(readings(expression, context)), Period())


def readings(expression: PeriodExpression, context: PeriodContext) -> tuple[Period, ...]:
    """All dates that `expression` may mean, likeliest first, none twice; empty where none can be known."""
    found = list(_stated(expression, context)) if expression.stated is not None else []
    found += _READERS[expression.form](expression, context)
    open_calendar = expression.calendar == "civil" and not expression.dated and context.fiscal_start != CIVIL_START
    if open_calendar and expression.form in ("year", "first", "part", "so_far", "edge"):
        found += _READERS[expression.form](expression.but(calendar="fiscal"), context)
    return tuple(dict.fromkeys(period for period in found if period != Period()))


def _year_starts(e: PeriodExpression, c: PeriodContext) -> Iterator[date]:
    """First days of the years that the year words of `e` may mean."""
    begin = _begin(e, c)
    if e.year is not None:
        yield _numbered(e, c, begin)
    elif e.year_offset is not None:
        yield from _counted(e, c, begin)
    else:
        yield from _latest(c, begin)


def _begin(e: PeriodExpression, c: PeriodContext) -> tuple[int, int]:
    if e.calendar == "solar" or (c.solar and not e.dated and e.calendar == "civil"):
        return SOLAR_START
    if e.anaphoric and e.calendar == "civil" and not e.dated and c.anchor is not None and c.anchor.start is not None:
        for start in (SOLAR_START, c.fiscal_start):
            if _close(c.anchor.start, start) and (calendars.whole_months(c.anchor) or 12) == 12:
                return start
    split = e.split and e.year_to == (e.year or 0) + 1
    return c.fiscal_start if e.calendar == "fiscal" or split else CIVIL_START


def _close(day: date, start: tuple[int, int]) -> bool:
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
    if e.anaphoric and c.anchor is not None and c.anchor.start is not None:
        yield calendars.add_months(calendars.year_of(c.anchor.start, begin), 12 * e.year_offset)
    present = _present(c, begin)
    if present is not None:
        yield calendars.add_months(present, 12 * e.year_offset)
    if not e.anaphoric and e.year_offset == 0 and c.anchor is not None and c.anchor.start is not None:
        yield calendars.year_of(c.anchor.start, begin)


def _present(c: PeriodContext, begin: tuple[int, int]) -> date | None:
    if c.published is not None:
        return calendars.year_of(c.published, begin)
    return None if c.year is None else date(c.year, *begin)


def _latest(c: PeriodContext, begin: tuple[int, int]) -> Iterator[date]:
    """The year in hand and the one before it; then the year of the other period."""
    present = _present(c, begin)
    if present is not None:
        yield present
        yield calendars.add_months(present, -12)
    if c.anchor is not None and c.anchor.start is not None:
        yield calendars.year_of(c.anchor.start, begin)


def _in_hand(e: PeriodExpression, c: PeriodContext, within: Callable[[date], Period]) -> list[Period]:
    """`within` each possible year; without words for the year those that are over by publication come first."""
    periods = [within(start) for start in _year_starts(e, c)]
    if e.year is None and e.year_offset is None and c.published is not None:
        limit = c.published
        periods.sort(key=lambda period: period.end is not None and period.end > limit)
    return periods


def _read_year(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    if e.year_to is not None and _begin(e, c) == CIVIL_START:
        return _read_span(e, c)
    found = [calendars.years_from(start) for start in _year_starts(e, c)]
    if e.year_offset is not None and c.anchor is not None:
        moved = calendars.shifted(c.anchor, 12 * e.year_offset)
        return [moved, *found] if e.comparative else [*found, moved]
    return found


def _read_span(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    assert e.year is not None and e.year_to is not None
    return [Period(date(e.year, 1, 1), date(e.year_to, 12, 31))]


def _read_months(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    assert e.month is not None
    first, last = e.month, e.month_to or e.month
    if e.calendar == "solar" and e.month_to is None and e.year_to is None and e.form == "months" and e.unit == "":
        return _in_hand(e, c, lambda start: calendars.months_in(date(start.year, *SOLAR_START), first - 1, 1))
    count = (last - first) % 12 + 1
    crossing = last < first

    def within(start: date) -> Period:
        place = (first - start.month) % 12
        opening = date(start.year, start.month, 1)
        if crossing and (start.month, start.day) == CIVIL_START and e.year_to is None:
            place -= 12
        return calendars.months_in(calendars.add_months(opening, place), 0, count)

    return _in_hand(e.but(year_to=None, split=False) if e.month_to and not e.split else e, c, within)


def _read_first(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    if e.count is None:
        return []
    if e.unit in ("day", "week"):
        return _read_first_days(e, c)
    months = e.count * MONTHS_OF_UNIT[e.unit]
    if months > 12 or (months == 12 and e.year is None and e.year_offset is None):
        return []
    last = e.side in ("last", "final", "closing", "past")
    if last and e.year is None and e.year_offset is None:
        return []
    return _in_hand(e, c, lambda start: calendars.months_in(start, 12 - months if last else 0, months))


def _read_first_days(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    days = (e.count or 0) * (7 if e.unit == "week" else 1)
    if e.month is None or not 0 < days <= 31:
        return []

    def within(month: Period) -> Period:
        assert month.start is not None and month.end is not None
        if e.side in ("last", "final", "closing"):
            return Period(month.end - (days - 1) * _DAY, month.end)
        return Period(month.start, month.start + (days - 1) * _DAY)

    return [within(month) for month in _read_months(e.but(form="months"), c)]


def _read_part(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    length = MONTHS_OF_UNIT[e.unit]
    pieces = 12 // length
    if e.index is None or e.index > pieces:
        return []
    place = (e.index - 1 if e.index > 0 else pieces - 1) * length
    return _in_hand(e, c, lambda start: calendars.months_in(start, place, length))


def _read_edge(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    if e.unit == "month":
        return _read_relative(e.but(offset=e.year_offset, year_offset=None), c)
    return _read_months(e, c) if e.month is not None else _read_year(e, c)


def _read_same(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    anchor = c.anchor
    if anchor is None or anchor.start is None:
        return []
    if e.year is None and (e.year_offset is None or (e.anaphoric and e.year_offset != 0 and not c.published)):
        moved = calendars.shifted(anchor, 12 * (e.year_offset or 0))
        return [moved] if e.year_offset else [moved, calendars.shifted(anchor, -12)]
    begin = _begin(e, c)
    own = calendars.year_of(anchor.start, begin)
    years = [start.year - own.year for start in _year_starts(e.but(anaphoric=False), c)]
    if e.year_offset is not None and e.year_offset != 0:
        years.append(e.year_offset)
        years.sort(key=lambda offset: offset != e.year_offset)
    return [calendars.shifted(anchor, 12 * offset) for offset in years]


def _read_reviewed(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return [] if c.anchor is None else [c.anchor]


def _read_relative(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    length = {"week": 0, **MONTHS_OF_UNIT}.get(e.unit, 0)
    offset = e.offset or 0
    found = []
    if e.anaphoric and c.anchor is not None and calendars.whole_months(c.anchor) is not None:
        found.append(calendars.shifted(c.anchor, length * offset))
    day = c.published
    if day is not None and length:
        first = date(day.year, (day.month - 1) // length * length + 1, 1) if length < 12 else date(day.year, 1, 1)
        found.append(calendars.months_in(calendars.add_months(first, length * offset), 0, length))
    return found


def _read_ended(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    months = (e.count or 1) * MONTHS_OF_UNIT.get(e.unit, 12)
    to_date = e.unit == "period"
    forward = e.edge in ("beginning", "starting", "began", "started", "begun", "from")

    def around(month: Period) -> Period:
        assert month.start is not None and month.end is not None
        if forward:
            start = month.start + ((e.day or 1) - 1) * _DAY
            return Period(start, calendars.add_months(start, months) - _DAY)
        end = min(month.start + (e.day - 1) * _DAY, month.end) if e.day else month.end
        return Period(date(end.year, 1, 1) if to_date else calendars.add_months(end + _DAY, -months), end)

    return [around(month) for month in _read_months(e.but(form="months", calendar="civil", unit=""), c)]


def _read_days(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    assert e.day is not None
    first, last = e.day, e.day_to or e.day

    def within(start: date) -> Period:
        year = start.year
        opening = _date(year, e.month or e.month_to or 1, first)
        closing = _date(year, e.month_to or e.month or 1, last)
        if opening is None or closing is None:
            return Period()
        if closing < opening and e.year_to is not None:
            closing = calendars.add_months(closing, 12 * max(1, e.year_to - year))
        elif closing < opening:
            opening = calendars.add_months(opening, -12)
        return Period(opening, closing)

    year_only = e.but(calendar="civil", split=False, year=e.year if e.year is not None else e.year_to)
    return _in_hand(year_only, c, within)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_so_far(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return [Period(start, None) for start in _year_starts(e, c)]


def _read_decade(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return [] if e.year is None else [Period(date(e.year, 1, 1), date(e.year + 9, 12, 31))]


def _read_nothing(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return []


def _stated(e: PeriodExpression, c: PeriodContext) -> Iterator[Period]:
    """Dates of a period and of the bracket that says it again, or says one edge of it."""
    assert e.stated is not None
    outer = next(iter(_READERS[e.form](e, c)), Period())
    inner = e.stated
    if inner.year is None and inner.year_offset is None and e.form == "year":
        inner = inner.with_year(e)
    if inner.form == "year" and inner.calendar == "civil":
        inner = inner.but(calendar=e.calendar)
    for period in readings(inner, replace(c, anchor=outer if outer != Period() else c.anchor)):
        if e.stated_edge == "end":
            yield _ending(e, c, period)
        elif e.stated_edge == "start":
            yield _starting(e, c, period)
        elif e.form == "year" or inner.form != "year":
            yield period
        else:
            yield from _READERS[e.form](e.with_year(inner), c)


def _ending(e: PeriodExpression, c: PeriodContext, end: Period) -> Period:
    if end.end is None:
        return Period()
    after = end.end + _DAY
    begin = _begin(e, c)
    whole = _close(after, begin) or _close(end.end + 2 * _DAY, begin)
    if whole and e.form in ("first", "part", "months"):
        return next(iter(_READERS[e.form](_in_year(e, end.end - 60 * _DAY, begin), c)), Period())
    if begin == SOLAR_START:
        start = calendars.year_of(end.end - 2 * _DAY, SOLAR_START)
        return Period(start, end.end)
    return Period(calendars.add_months(after, -(e.length_months or 12)), end.end)


def _in_year(e: PeriodExpression, day: date, begin: tuple[int, int]) -> PeriodExpression:
    """`e` in the year, begun each `begin`, that holds `day`."""
    start = calendars.year_of(day, begin)
    return e.but(year=start.year, year_to=start.year + 1, split=True, year_offset=None, stated=None)


def _starting(e: PeriodExpression, c: PeriodContext, start: Period) -> Period:
    if start.start is None:
        return Period()
    if e.form in ("part", "months"):
        year = _in_year(e, start.start + 60 * _DAY, _begin(e, c))
        return next(iter(_READERS[e.form](year, c)), Period())
    return calendars.months_in(start.start, 0, e.length_months or 12)


_READERS: MappingProxyType[str, Callable[[PeriodExpression, PeriodContext], list[Period]]] = MappingProxyType(
    {
        "year": _read_year,
        "span": _read_span,
        "months": _read_months,
        "first": _read_first,
        "part": _read_part,
        "edge": _read_edge,
        "same": _read_same,
        "reviewed": _read_reviewed,
        "relative": _read_relative,
        "past": _read_nothing,
        "ended": _read_ended,
        "days": _read_days,
        "so_far": _read_so_far,
        "decade": _read_decade,
        "per": _read_nothing,
    "basis": _read_relative,
    }
)
