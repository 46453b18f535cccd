"""Spans of time as series: which months a figure covers decides what it may be joined and ranked with.

Keys are readable, they stand in the address of the page: ``calendar``, ``fiscal-07`` (twelve months from July),
``iranian`` (from Nowruz), ``01-09`` (January to September of one year), ``days`` (anything else), ``since`` (no end),
``undated``.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

EVERYTHING = "everything"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def key(start: date | None, end: date | None) -> str:
    """The series that a period belongs to.

    >>> key(date(2017, 1, 1), date(2017, 9, 30))
    '01-09'
    >>> key(date(2016, 7, 1), date(2017, 6, 30))
    'fiscal-07'
    """
    if start is None:
        return "undated"
    if end is None:
        return "since"
    if (start.month, end.month) == (3, 3) and start.day in (20, 21, 22) and end == _nowruz_eve(start, end):
        return "iranian"
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return "days"
    return _months_key(start, end)


def _nowruz_eve(start: date, end: date) -> date:
    """The last day of the Iranian year that begins at ``start``: 365 or 366 days later, less one."""
    return end if 364 <= (end - start).days <= 366 else date.min


def _months_key(start: date, end: date) -> str:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 12:
        return "calendar" if start.month == 1 else f"fiscal-{start.month:02d}"
    return f"{start.month:02d}-{end.month:02d}" if start.year == end.year else "days"


def full_year(span: str) -> bool:
    """Whether the key names twelve months, whatever the month they begin with."""
    return span in ("calendar", "iranian") or span.startswith("fiscal-")


def label(span: str) -> str:
    """The words of a choice: 'Full years', 'Years from July', 'January-September'."""
    named = {
        "calendar": "Full years",
        "iranian": "Iranian years (from 21 March)",
        "days": "Other spans",
        "since": "Open spans",
        "undated": "Without a period",
        EVERYTHING: "Everything, parts of years too",
    }
    if span in named:
        return named[span]
    if span.startswith("fiscal-"):
        return f"Fiscal years (from {MONTH_NAMES[int(span[-2:]) - 1]})"
    first, last = (int(month) for month in span.split("-"))
    return MONTH_NAMES[first - 1] if first == last else f"{MONTH_NAMES[first - 1]}-{MONTH_NAMES[last - 1]}"


def inner_label(span: str) -> str:
    """The words of a choice within a sentence: 'full years', 'January-September'."""
    words = label(span)
    return words if words.startswith((*MONTH_NAMES, "Iranian")) else words[:1].lower() + words[1:]


def valid(span: str) -> bool:
    """Whether the text is a key that can be chosen."""
    if span in (EVERYTHING, "calendar", "iranian"):
        return True
    number = span.removeprefix("fiscal-")
    parts = number.split("-") if number == span else [number]
    return all(part.isascii() and part.isdigit() and len(part) == 2 and 1 <= int(part) <= 12 for part in parts) and (
        len(parts) == 1 if number != span else len(parts) == 2 and parts[0] <= parts[1]
    )


def position(day: date) -> float:
    """A day as a decimal year: the middle of 2017 is about 2017.5."""
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / ((date(day.year + 1, 1, 1) - first).days)


@lru_cache(maxsize=16384)
def extent(start: date, end: date) -> tuple[float, float]:
    """A period on the time axis, in decimal years; the end is the morning after its last day."""
    return position(start), position(end + timedelta(days=1)) if end < date.max else float(end.year + 1)


@lru_cache(maxsize=16384)
def words(start: date | None, end: date | None, short: bool = False) -> str:
    """A period as one reads it: '2017', 'January-September 2017', 'July 2016 - June 2017', '3 May 2020 - 9 May 2020'."""
    names = MONTHS if short else MONTH_NAMES
    if start is None:
        return "no period given"
    if end is None:
        return f"since {start.day} {names[start.month - 1]} {start.year}"
    span = key(start, end)
    if span == "calendar":
        return str(start.year)
    if full_year(span):
        return f"{start.year}/{end.year % 100:02d}" if short else f"{_month(start, names)} - {_month(end, names)}"
    if span == "days":
        return _loose(start, end, names)
    same = start.month == end.month
    return f"{_month(end, names)}" if same else f"{names[start.month - 1]}-{_month(end, names)}"


def _month(day: date, names: tuple[str, ...]) -> str:
    return f"{names[day.month - 1]} {day.year}"


def _loose(start: date, end: date, names: tuple[str, ...]) -> str:
    if start == end:
        return f"{start.day} {_month(start, names)}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}-{end.year}"
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    first, last = (_month(start, names), _month(end, names))
    return f"{first} - {last}" if whole else f"{start.day} {first} - {end.day} {last}"
