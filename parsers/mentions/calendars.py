"""Spans of the civil, fiscal and Iranian (solar) calendars: years, and months and quarters within them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from parsers.model import Period

# The Iranian year begins on 21 March (in some years on the 20th); six months of 31 days, then months of 30.
SOLAR_START = (3, 21)
CIVIL_START = (1, 1)
SOLAR_TO_CIVIL = 621
EVENT = 5
_LONG_SOLAR_MONTHS = 6
_DAY = timedelta(days=1)
_MISPRINT = timedelta(days=3)


def add_months(day: date, months: int) -> date:
    """`day` moved by whole civil months; a day that the month lacks becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_solar_months(start: date, months: int) -> date:
    """First day of the month that lies `months` (0 to 12) after the first of the Iranian year begun on `start`."""
    if months >= 12:
        return add_months(start, 12)
    return start + timedelta(days=31 * min(months, _LONG_SOLAR_MONTHS) + 30 * max(0, months - _LONG_SOLAR_MONTHS))


def months_in(start: date, first: int, count: int) -> Period:
    """`count` months of the year begun on `start`, from its month number `first` (0 the first)."""
    add = add_solar_months if (start.month, start.day) == SOLAR_START else add_months
    return Period(add(start, first), add(start, first + count) - _DAY)


def year_of(day: date, start: tuple[int, int]) -> date:
    """First day of the year, begun each `start` (month, day), that holds `day`."""
    return date(day.year if (day.month, day.day) >= start else max(day.year - 1, 1), *start)


def years_from(start: date, count: int = 1) -> Period:
    """`count` whole years from `start` on."""
    return Period(start, add_months(start, 12 * count) - _DAY)


def shifted(period: Period, months: int) -> Period:
    """`period` moved by whole months; an end that closes its month still closes it."""
    return Period(
        None if period.start is None else add_months(period.start, months),
        None if period.end is None else _moved_end(period.end, months),
    )


def _moved_end(end: date, months: int) -> date:
    if (end + _DAY).day == 1:
        return add_months(end + _DAY, months) - _DAY
    return add_months(end, months)


def whole_months(period: Period) -> int | None:
    """How many months `period` lasts, None where it is open or not made of whole ones."""
    if period.start is None or period.end is None:
        return None
    after = period.end + _DAY
    months = (after.year - period.start.year) * 12 + after.month - period.start.month
    return months if months > 0 and after.day == period.start.day else None


def is_day(period: Period) -> bool:
    """A day, or a few, date events and visits, never trade."""
    return period.start is not None and period.end is not None and 0 <= (period.end - period.start).days < EVENT


def lasts(period: Period, months: int) -> bool:
    """Whether `period` lasts so many civil or Iranian months, give or take the days by which a print may differ."""
    end = None if period.start is None else months_in(period.start, 0, months).end
    return end is not None and period.end is not None and abs(period.end - end) <= _MISPRINT
