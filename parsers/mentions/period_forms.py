"""One reader for each form of a period expression: the dates that it may mean, likeliest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from types import MappingProxyType

from parsers.mentions import calendars
from parsers.mentions.calendars import CIVIL_START, SOLAR_START
from parsers.mentions.period_context import PeriodContext, begins, in_hand, year_starts
from parsers.mentions.period_expression import MONTHS_OF_UNIT, PeriodExpression
from parsers.model import Period

_DAY = timedelta(days=1)
# What is told of "the start of this year" may run on: its last month is not said.
_OPENINGS = frozenset({"start", "early"})


def _read_year(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    if e.year_to is not None and begins(e, c) == CIVIL_START:
        return [] if e.fiscal else _read_span(e, c)
    found = [calendars.years_from(start) for start in year_starts(e, c)]
    found += [Period(year.start, None) for year in found if _running(year, c)]
    if e.year_offset is not None and c.anchor is not None:
        moved = calendars.shifted(c.anchor, 12 * e.year_offset)
        return [moved, *found] if e.comparative else [*found, moved]
    return found


def _running(year: Period, c: PeriodContext) -> bool:
    """Whether `year` was not over when the text was published, so that its figure may be that of the months so far."""
    return c.published is not None and year.start is not None and year.end is not None and year.start <= c.published < year.end


def _read_span(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    assert e.year is not None and e.year_to is not None
    return [Period(date(e.year, 1, 1), date(e.year_to, 12, 31))]


def _read_months(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return _within_months(e, c, lambda months: months)


def _within_months(e: PeriodExpression, c: PeriodContext, cut: Callable[[Period], Period]) -> list[Period]:
    """What `cut` makes of the named month or run of months, in each year that it may lie in."""
    assert e.month is not None
    first, last = e.month, e.month_to or e.month
    if e.calendar == "solar" and e.month_to is None and e.year_to is None:
        return in_hand(e, c, lambda start: cut(calendars.months_in(date(start.year, *SOLAR_START), first - 1, 1)))
    count = _months_of_run(e)
    crossing = last < first

    def within(start: date) -> Period:
        place = (first - start.month) % 12
        opening = date(start.year, start.month, 1)
        if crossing and (start.month, start.day) == CIVIL_START and e.year_to is None:
            place -= 12
        return cut(calendars.months_in(calendars.add_months(opening, place), 0, count))

    return in_hand(e.but(year_to=None, split=False) if e.month_to and not e.split else e, c, within) if count > 0 else []


def _months_of_run(e: PeriodExpression) -> int:
    """How many months from `month` to `month_to`; below 1 where the years named with them run backwards."""
    months = (e.month_to or e.month or 0) - (e.month or 0)
    if e.month_to is not None and e.year is not None and e.year_to is not None and not e.split:
        return (e.year_to - e.year) * 12 + months + 1
    return months % 12 + 1


def _read_first(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    if e.count is None:
        return []
    if e.unit in ("day", "week"):
        return _read_first_days(e, c)
    months = e.count * MONTHS_OF_UNIT[e.unit]
    if months > 12 or (months == 12 and e.year is None and e.year_offset is None):
        return []
    last = e.side in ("last", "final", "past", "remaining")
    if last and e.year is None and e.year_offset is None:
        return []
    running = last and e.side in ("last", "past") and c.published is not None

    def within(start: date) -> Period:
        so_far = calendars.months_in(start, 0, months)
        over = so_far.end is not None and c.published is not None and so_far.end < c.published
        if running and over and c.published is not None and c.published < calendars.add_months(start, 12):
            return so_far
        return calendars.months_in(start, 12 - months if last else 0, months)

    found = in_hand(e, c, within)
    again = not e.side and e.year is None and e.year_offset is None and c.anchor is not None
    return [c.anchor, *found] if again and c.anchor is not None and calendars.lasts(c.anchor, months) else found


def _read_first_days(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    days = (e.count or 0) * (7 if e.unit == "week" else 1)
    if e.month is None or not 0 < days <= 31:
        return []

    def cut(month: Period) -> Period:
        assert month.start is not None and month.end is not None
        if e.side in ("last", "final"):
            return Period(month.end - (days - 1) * _DAY, month.end)
        return Period(month.start, month.start + (days - 1) * _DAY)

    return _within_months(e, c, cut)


def _read_part(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    length = MONTHS_OF_UNIT[e.unit]
    pieces = 12 // length
    if e.index is None or max(e.index, e.index_to or e.index) > pieces or (e.index_to or e.index) < e.index:
        return []
    place = (e.index - 1 if e.index > 0 else pieces - 1) * length
    return in_hand(e, c, lambda start: calendars.months_in(start, place, e.length_months or length))


def _read_edge(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    if e.unit == "month":
        return _read_relative(e, c)
    if e.month is not None:
        return _read_months(e, c)
    years = _read_year(e, c)
    if e.edge not in _OPENINGS:
        return years
    return [*(Period(year.start, None) for year in years[:1]), *(years[:1] if e.year_offset is not None else years)]


def _read_same(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    anchor = c.anchor
    if anchor is None or anchor.start is None:
        return []
    if e.year is None and (e.year_offset is None or (e.anaphoric and e.year_offset != 0 and not c.published)):
        moved = calendars.shifted(anchor, 12 * (e.year_offset or 0))
        return [moved] if e.year_offset else [moved, calendars.shifted(anchor, -12)]
    begin = begins(e, c)
    own = calendars.year_of(anchor.start, begin)
    years = [start.year - own.year for start in year_starts(e.but(anaphoric=False), c)]
    if e.year_offset is not None and e.year_offset != 0:
        years.append(e.year_offset)
        years.sort(key=lambda offset: offset != e.year_offset)
    return [calendars.shifted(anchor, 12 * offset) for offset in years]


def _read_reviewed(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return [*_named_before(e, c), *_over_last(e, c)]


def _over_last(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    """The month, quarter or half that closes with the other period, or that was over last: "in the half-year"."""
    length = MONTHS_OF_UNIT.get(e.unit, 12)
    last = c.anchor.end if c.anchor is not None else c.published
    if e.count or length == 12 or last is None:
        return []
    first = date(last.year, (last.month - 1) // length * length + 1, 1)
    within = calendars.months_in(first, 0, length)
    return [within if within.end == last else calendars.months_in(calendars.add_months(first, -length), 0, length)]


def _named_before(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    if c.anchor is None or c.anchor.start is None:
        return []
    if e.count and e.unit in MONTHS_OF_UNIT and not calendars.lasts(c.anchor, e.count * MONTHS_OF_UNIT[e.unit]):
        return []
    if e.unit != "year" or calendars.whole_months(c.anchor) == 12:
        return [c.anchor]
    return [calendars.years_from(calendars.year_of(c.anchor.start, begins(e, c))), c.anchor]


def _read_relative(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    length = {"week": 0, **MONTHS_OF_UNIT}.get(e.unit, 0)
    offset = e.offset or 0
    found = []
    whole = None if c.anchor is None else calendars.whole_months(c.anchor)
    if e.anaphoric and c.anchor is not None and whole is not None and (e.form == "basis" or whole <= length):
        found.append(calendars.shifted(c.anchor, length * offset))
    day = c.published
    if day is not None and length:
        first = date(day.year, (day.month - 1) // length * length + 1, 1) if length < 12 else date(day.year, 1, 1)
        found.append(calendars.months_in(calendars.add_months(first, length * offset), 0, length))
    return found


def _read_ended(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    months = (e.count or 1) * MONTHS_OF_UNIT.get(e.unit, 12)
    if e.index is not None and e.month is None:
        e = e.but(month=e.index * MONTHS_OF_UNIT["quarter"], unit="")
    to_date = e.unit == "period"
    forward = e.edge in ("start", "onward")

    def around(month: Period) -> Period:
        assert month.start is not None and month.end is not None
        if forward:
            start = month.start + ((e.day or 1) - 1) * _DAY
            return Period(start, calendars.add_months(start, months) - _DAY)
        end = min(month.start + (e.day - 1) * _DAY, month.end) if e.day else month.end
        if e.unit == "week":
            return Period(end - 6 * _DAY, end)
        return Period(date(end.year, 1, 1) if to_date else _on_solar_start(calendars.add_months(end + _DAY, -months)), end)

    calendar = e.calendar if e.unit in ("quarter", "half") else "civil"
    return _within_months(e.but(calendar=calendar, unit=""), c, around)


def _on_solar_start(day: date) -> date:
    """The first day of the Iranian year where `day` is one beside it: its months are not the civil ones."""
    start = date(day.year, *SOLAR_START)
    return start if abs(day - start) <= _DAY else day


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
    return in_hand(year_only, c, within)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_so_far(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return [Period(start, None) for start in year_starts(e, c)] if e.year is not None or e.year_offset is not None else []


def _read_decade(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return [] if e.year is None else [Period(date(e.year, 1, 1), date(e.year + 9, 12, 31))]


def _read_past(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    """Of "the three years" those that the text has named."""
    again = c.anchor is not None and not e.side and e.count is not None and e.unit in MONTHS_OF_UNIT
    return [c.anchor] if again and c.anchor and calendars.lasts(c.anchor, (e.count or 0) * MONTHS_OF_UNIT[e.unit]) else []


def _read_nothing(e: PeriodExpression, c: PeriodContext) -> list[Period]:
    return []


READERS: MappingProxyType[str, Callable[[PeriodExpression, PeriodContext], list[Period]]] = MappingProxyType(
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
        "past": _read_past,
        "ended": _read_ended,
        "days": _read_days,
        "so_far": _read_so_far,
        "decade": _read_decade,
        "per": _read_nothing,
        "basis": _read_relative,
    }
)
