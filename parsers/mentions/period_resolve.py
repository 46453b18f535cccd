"""Dates for what the words of a period say, given the publication date, the text's year, the fiscal calendar, another period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from parsers.mentions import calendars
from parsers.mentions.calendars import CIVIL_START, SOLAR_START
from parsers.mentions.period_context import PeriodContext, begins, close_to
from parsers.mentions.period_expression import MONTHS_OF_UNIT, PeriodExpression
from parsers.mentions.period_forms import READERS
from parsers.model import Period

__all__ = ["PeriodContext", "each_year", "growth_span", "readings", "resolve"]

_DAY = timedelta(days=1)


def resolve(expression: PeriodExpression, context: PeriodContext) -> Period:
    """The likeliest dates of `expression`; Period() where they cannot be known."""
    return next(iter(readings(expression, context)), Period())


def readings(expression: PeriodExpression, context: PeriodContext) -> tuple[Period, ...]:
    """All dates that `expression` may mean, likeliest first, none twice; empty where none can be known."""
    if expression.comparative and context.anchor is None and expression.form in ("year", "same", "basis"):
        return ()
    found = list(_stated(expression, context)) if expression.stated is not None else []
    found += READERS[expression.form](expression, context)
    open_calendar = expression.calendar == "civil" and not expression.dated and context.fiscal_start != CIVIL_START
    if open_calendar and expression.form in ("year", "first", "part", "so_far", "edge"):
        found += READERS[expression.form](expression.but(calendar="fiscal"), context)
    if context.solar and open_calendar and expression.form in ("year", "first", "part", "so_far", "edge"):
        found += READERS[expression.form](expression, replace(context, solar=False))
    return tuple(dict.fromkeys(period for period in found if period != Period()))


def growth_span(expression: PeriodExpression, end: Period) -> tuple[Period, Period]:
    """Base and end point of a growth told over `expression`: "between 2019 and 2024", "in five years" up to `end`.

    Either is Period() where the words do not tell it.
    """
    if expression.form == "span" and expression.year is not None and expression.year_to is not None:
        return _whole(expression.year), _whole(expression.year_to)
    if expression.form == "past" and expression.count is not None and expression.unit in ("year", "decade"):
        return calendars.shifted(end, -expression.count * MONTHS_OF_UNIT[expression.unit]), end
    return Period(), end


def each_year(expression: PeriodExpression, context: PeriodContext) -> tuple[Period, ...]:
    """The single years of words that name several, for a level said of each: "in 2020-2021", "for the past two years"."""
    if expression.year is not None and expression.year_to is not None and expression.form in ("year", "span"):
        return tuple(_whole(year) for year in range(expression.year, expression.year_to + 1))
    present = context.published.year if context.published is not None else context.year
    past = expression.form == "past" and expression.unit == "year" and expression.side in ("last", "past", "previous")
    if not past or present is None or not expression.count:
        return ()
    return tuple(_whole(present - back) for back in range(expression.count, 0, -1))


def _whole(year: int) -> Period:
    return calendars.years_from(date(year, *CIVIL_START))


def _stated(e: PeriodExpression, c: PeriodContext) -> Iterator[Period]:
    """Dates of a period and of the bracket that says it again, or says one edge of it."""
    assert e.stated is not None
    outer = next(iter(READERS[e.form](e, c)), Period())
    inner = e.stated
    if inner.form == "year" and inner.calendar == "civil":
        inner = inner.but(calendar=e.calendar)
    for period in _inside(inner, outer, e.stated_edge, c):
        if e.stated_edge == "start" and e.open_end:
            yield Period(period.start, None)
        elif e.calendar == "solar" and calendars.whole_months(period) == 13 and period.start is not None:
            yield calendars.years_from(date(period.start.year, *SOLAR_START))
        elif e.stated_edge == "end":
            yield _ending(e, c, period)
        elif e.stated_edge == "start":
            yield _starting(e, c, period)
        elif e.form == "year" or inner.form != "year":
            yield period
        else:
            yield from READERS[e.form](e.with_year(inner), c)


def _inside(inner: PeriodExpression, outer: Period, edge: str, c: PeriodContext) -> list[Period]:
    """Dates of the words in a bracket; without a year of their own they lie in the period that they say again."""
    if inner.dated or inner.year_offset is not None or outer.start is None or outer.end is None:
        return list(readings(inner, c))
    floor, roof = outer.start - 2 * _DAY, outer.end + 2 * _DAY
    if edge == "end":
        # The bracket may tell where the whole year ends that the words name a part of.
        floor, roof = outer.start + 3 * _DAY, max(outer.end, calendars.add_months(outer.start, 12)) + 2 * _DAY
    years = (inner.but(year=year) for year in range(floor.year, roof.year + 1))
    found = [period for year in years for period in readings(year, c)]
    within = [p for p in found if p.start is not None and p.end is not None and floor <= p.start and p.end <= roof]
    return within or list(readings(inner, c))


def _ending(e: PeriodExpression, c: PeriodContext, end: Period) -> Period:
    if end.end is None:
        return Period()
    last = end.end
    begin = SOLAR_START if c.solar and e.year is None and last.month == SOLAR_START[0] else begins(e, c)
    if begin == SOLAR_START and calendars.whole_months(end) == 1 and last.month == SOLAR_START[0]:
        last = date(last.year, *SOLAR_START) - _DAY
    after = last + _DAY
    whole = close_to(after, begin) or close_to(last + 2 * _DAY, begin)
    if whole and e.form in ("first", "part", "months"):
        return next(iter(READERS[e.form](_in_year(e, last - 60 * _DAY, begin), c)), Period())
    if begin == SOLAR_START:
        start = calendars.year_of(last - 2 * _DAY, SOLAR_START)
        return Period(start, last)
    return Period(calendars.add_months(after, -(e.length_months or 12)), last)


def _in_year(e: PeriodExpression, day: date, begin: tuple[int, int]) -> PeriodExpression:
    """`e` in the year, begun each `begin`, that holds `day`."""
    start = calendars.year_of(day, begin)
    return e.but(year=start.year, year_to=start.year + 1, split=True, year_offset=None, stated=None)


def _starting(e: PeriodExpression, c: PeriodContext, start: Period) -> Period:
    if start.start is None:
        return Period()
    if e.form in ("part", "months"):
        year = _in_year(e, start.start + 60 * _DAY, begins(e, c))
        return next(iter(READERS[e.form](year, c)), Period())
    found = calendars.months_in(start.start, 0, e.length_months or 12)
    if e.length_months in (None, 12) and close_to(start.start, SOLAR_START):
        return Period(found.start, calendars.years_from(date(start.start.year, *SOLAR_START)).end)
    return found
