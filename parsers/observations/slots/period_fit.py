"""How a period fits the rest of what is said: the base beside it, words of the future, the periods that the text dates."""

from __future__ import annotations

from datetime import date

from parsers.mentions.calendars import CIVIL_START, year_of
from parsers.mentions.period_expression import PeriodExpression
from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_compared import partner
from parsers.observations.slots.period_meanings import a_year_before

REACH = 14
YEAR = 12


def fits(reading: Reading, figure: Figure, line: Line, period: Period, own: str) -> list[str]:
    """Cues of a period by what stands elsewhere in the sentence and in the text."""
    if period == Period():
        return []
    cues = [*_beside_last_year(reading, figure, line, period, own), *_yet_to_come(reading, figure, line, period)]
    if own == "compared":
        cues.extend(_with_partner(reading, figure, period))
    cues.extend(_running(reading, figure, line, period))
    return [*cues, *_kin(reading, period), *_lag(reading, period)]


def _with_partner(reading: Reading, figure: Figure, period: Period) -> list[str]:
    """How a base stands to what is compared with it."""
    main = partner(reading, figure)
    if main is None or main[1].period == Period():
        return []
    order = "ahead" if main[0].index > figure.index else "near" if main[0].sentence == figure.sentence else "far"
    how = "same" if main[1].period == period else "year" if a_year_before(main[1].period) == period else "other"
    return [f"partner.{order}={how}"]


def _beside_last_year(reading: Reading, figure: Figure, line: Line, period: Period, own: str) -> list[str]:
    """What is set against "the same period last year" is of this year, whatever year was told of before."""
    published = reading.dating.published
    if published is None or own == "compared" or period.end is None:
        return []
    for at in line.places("period"):
        expression: PeriodExpression = line.mention(at).value
        if expression.year_offset != -1 or (figure.sentence, at) not in reading.bases:
            continue
        starts = (CIVIL_START, reading.fiscal_start)
        since = min(year_of(published, start) for start in starts if start == CIVIL_START or reading.speaks_fiscal)
        return [f"against.last.year={'this' if period.end >= since else 'earlier'}.{expression.form}"]
    return []


def _yet_to_come(reading: Reading, figure: Figure, line: Line, period: Period) -> list[str]:
    """Whether a word of the future in front of the figure is one with a period that is over, or is not."""
    published = reading.dating.published
    if published is None or period.end is None or not awaited(reading, figure, line):
        return []
    return [f"awaited={'over' if period.end <= published else 'yet'}"]


def _running(reading: Reading, figure: Figure, line: Line, period: Period) -> list[str]:
    """Whether a year that was not over is meant as a whole, or up to the day of the text."""
    published = reading.dating.published
    if published is None or period.start is None or period.start > published:
        return []
    if period.end is not None and not (period.end > published and _months(period) >= YEAR):
        return []
    whole = "open" if period.end is None else "whole"
    return [f"running={whole}.{'awaited' if awaited(reading, figure, line) else 'told'}"]


def awaited(reading: Reading, figure: Figure, line: Line) -> bool:
    """Whether a word of forecast or of aim stands in front of a figure in its own clause."""
    words = reading.words
    for step in range(1, REACH):
        word = line.word(figure.token - step)
        if word in words.breaks or word == "<amount>":
            return False
        if word in words.forecast or word in words.target:
            return True
    return False


def _kin(reading: Reading, period: Period) -> list[str]:
    """Whether the text dates this very period in full, or the same months of another year."""
    dated = reading.dated_months
    if not dated or period.start is None or period.end is None:
        return []
    stretch = _stretch(period.start, period.end)
    years = dated.get(stretch, set())
    known = "dated" if reading.dating.published else "undated"
    kin = "same" if period.start.year in years else "years" if years else "none"
    return [f"kin={kin}.{known}"]


def _lag(reading: Reading, period: Period) -> list[str]:
    """In a text without a date: how long behind the latest stretch that it dates a period ends."""
    latest = reading.latest_told
    if reading.dating.published is not None or latest is None or period.end is None:
        return []
    months = (period.end.year - latest.year) * 12 + period.end.month - latest.month
    name = (
        "back"
        if months < -12
        else "before"
        if months < 0
        else "same"
        if not months
        else "soon"
        if months <= 7
        else "late"
        if months <= 12
        else "far"
    )
    return [f"lag={name}.{'year' if _months(period) >= YEAR else 'part'}"]


def _months(period: Period) -> int:
    return 99 if period.start is None or period.end is None else (period.end - period.start).days // 30


def _stretch(start: date, end: date) -> tuple[int, int, int]:
    return start.month, start.day, (end.year - start.year) * 12 + end.month
