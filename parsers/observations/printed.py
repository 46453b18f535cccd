"""Iranian years as a text prints them: their first and last days in brackets may lie a day off the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from parsers.mentions.calendars import SOLAR_START, add_solar_months, year_of
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, resolve
from parsers.model import Period
from parsers.observations.page import Page

Timeline = dict[tuple[int, int], tuple[Period, ...]]
_DAY = timedelta(days=1)
_NOTHING = timedelta()


@dataclass
class _Edges:
    """First and last days of Iranian years by the calendar, with those printed for them."""

    starts: dict[date, date] = field(default_factory=dict)
    ends: dict[date, date] = field(default_factory=dict)

    def note(self, period: Period) -> None:
        """Take over the edges of a period as printed that lie right beside those of a year."""
        for day, step, printed in ((period.start, _NOTHING, self.starts), (period.end, -_DAY, self.ends)):
            edge = None if day is None else date(day.year, *SOLAR_START) + step
            if day is not None and edge is not None and edge != day and abs(edge - day) <= _DAY:
                printed[edge] = day

    def first(self, day: date) -> date:
        """The first day of a period as this text would print it."""
        return self.starts.get(day, day - _DAY if self._early(day) else day)

    def last(self, day: date) -> date:
        """The last day of a period as this text would print it."""
        return self.ends.get(day, day - _DAY if self._early(day + _DAY) else day)

    def _early(self, day: date) -> bool:
        """Whether a later month of a year begins on a day, and the text lets that year begin a day early."""
        start = year_of(day, SOLAR_START)
        early = self.starts.get(start) == start - _DAY
        return early and any(day == add_solar_months(start, month) for month in range(1, 12))


def as_printed(page: Page, settled: Timeline) -> Timeline:
    """The periods of a text with the days that it prints for the edges of Iranian years, and of the parts of such years."""
    stated = {(s, at): m.value for s, at, m in page.mentions("period") if m.value.stated and m.value.stated.form == "days"}
    edges = _Edges()
    for at in sorted(stated):
        for period in _prints(stated[at], settled[at]):
            edges.note(period)
    own = {(s, at): "both" for s, at, m in page.mentions("period") if m.value.form == "days"}
    own.update((at, _own(value)) for at, value in stated.items())
    return {
        at: tuple(dict.fromkeys(_printed(period, edges, own.get(at, "")) for period in found)) for at, found in settled.items()
    }


def _prints(value: PeriodExpression, found: tuple[Period, ...]) -> Iterator[Period]:
    """What a bracket prints: the period itself, or the edge alone of the year that a part of it is told by."""
    yield from found[:1]
    if value.stated is not None and value.stated_edge == "start":
        yield Period(resolve(value.stated, PeriodContext()).start, None)


def _own(value: PeriodExpression) -> str:
    """Which edges of a period its own bracket gives; that of a half tells where the year begins."""
    return "" if value.form in ("part", "months") and value.stated_edge == "start" else value.stated_edge or "both"


def _printed(period: Period, edges: _Edges, own: str) -> Period:
    start = period.start if period.start is None or own in ("start", "both") else edges.first(period.start)
    end = period.end if period.end is None or own in ("end", "both") else edges.last(period.end)
    return Period(start, end)
