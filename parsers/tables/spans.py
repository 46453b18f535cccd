"""Period algebra: spans of days, both ends inclusive, and their names in the time formats of SDMX.

The names follow the SDMX 2.1 technical notes, section 6 of part 6: calendar years, halves, quarters, months and days by
themselves, every other span as start and ISO 8601 duration ("2017-01-01/P9M", "2022-04-01/P1Y", "2020-10-01/P20D").
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import regex

DAY = timedelta(days=1)
_CALENDAR = regex.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<kind>[ASTQMW])(?P<part>[0-9]{1,2})|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_RANGE = regex.compile(
    r"(?P<start>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T00:00:00)?/P(?:(?P<years>[0-9]{1,4})Y)?(?:(?P<months>[0-9]{1,5})M)?(?:(?P<days>[0-9]{1,6})D)?"
)
_MONTHS_OF = {"A": 12, "S": 6, "T": 4, "Q": 3, "M": 1}


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later (earlier if negative); ValueError where that month lacks it.

    >>> add_months(date(2021, 11, 1), 3)
    datetime.date(2022, 2, 1)
    """
    count = day.year * 12 + day.month - 1 + months
    return day.replace(year=count // 12, month=count % 12 + 1)


def months_between(start: date, behind: date) -> int | None:
    """Whole months in the half-open span from `start` to `behind`; None where it is not a run of whole months.

    >>> months_between(date(2017, 1, 1), date(2017, 10, 1))
    9
    """
    if start.day != behind.day or start.day > 28 or behind <= start:
        return None
    return (behind.year - start.year) * 12 + behind.month - start.month


def time_period(start: date | None, end: date | None) -> str | None:
    """The SDMX TIME_PERIOD of an inclusive span of days; None where either end is open.

    >>> time_period(date(2017, 1, 1), date(2017, 9, 30)), time_period(date(2012, 1, 1), date(2012, 6, 30))
    ('2017-01-01/P9M', '2012-S1')
    """
    if start is None or end is None or end < start:
        return None
    if end == start:
        return start.isoformat()
    months = months_between(start, end + DAY) if end < date.max else None
    if months is None:
        return f"{start.isoformat()}/P{(end - start).days + 1}D"
    return _calendar(start, months) or (
        f"{start.isoformat()}/P{months // 12}Y" if months % 12 == 0 else f"{start.isoformat()}/P{months}M"
    )


def _calendar(start: date, months: int) -> str | None:
    """The name of a calendar year, half, quarter or month; None for any other run of months."""
    if start.day != 1 or months not in (1, 3, 6, 12) or (start.month - 1) % months:
        return None
    part = (start.month - 1) // months + 1
    return f"{start.year:04d}" + {12: "", 6: f"-S{part}", 3: f"-Q{part}", 1: f"-{part:02d}"}[months]


@lru_cache(maxsize=4096)
def parse_time_period(text: str) -> tuple[date, date]:
    """First and last day of an SDMX TIME_PERIOD; ValueError for anything else.

    >>> parse_time_period("2017-Q3")
    (datetime.date(2017, 7, 1), datetime.date(2017, 9, 30))
    """
    if found := _RANGE.fullmatch(text):
        return _range(found)
    if found := _CALENDAR.fullmatch(text):
        return _named(found)
    raise ValueError(f"{text!r} is no SDMX time period")


def _range(found: regex.Match[str]) -> tuple[date, date]:
    start = date.fromisoformat(found["start"])
    months = int(found["years"] or 0) * 12 + int(found["months"] or 0)
    behind = add_months(start, months) + int(found["days"] or 0) * DAY
    if behind <= start:
        raise ValueError(f"{found[0]!r} is a span without a day")
    return start, behind - DAY


def _named(found: regex.Match[str]) -> tuple[date, date]:
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["kind"] == "W":
        monday = date.fromisocalendar(year, int(found["part"]), 1)
        return monday, monday + 6 * DAY
    months = _MONTHS_OF[found["kind"]] if found["kind"] else 1 if found["month"] else 12
    part = int(found["part"] or found["month"] or 1)
    if not 1 <= part <= 12 // months:
        raise ValueError(f"{found[0]!r} is no SDMX time period")
    start = date(year, (part - 1) * months + 1, 1)
    return start, last_day(start, months)


def last_day(start: date, months: int) -> date:
    """The last day of a run of whole months that begins on `start`."""
    # The year 9999 has no following day in the calendar of datetime.
    return date.max if (start.year, start.month + months) == (9999, 13) else add_months(start, months) - DAY


def year_earlier(start: date, end: date) -> tuple[date, date]:
    """The same span a year before: whole months stay whole months, and 29 February becomes 28.

    >>> year_earlier(date(2012, 1, 1), date(2012, 2, 29))
    (datetime.date(2011, 1, 1), datetime.date(2011, 2, 28))
    """
    months = months_between(start, end + DAY)
    if months is not None:
        earlier = add_months(start, -12)
        return earlier, add_months(earlier, months) - DAY
    return _year_back(start), _year_back(end)


def _year_back(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
