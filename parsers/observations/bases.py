"""What a rate is against: a period that its own words name, else the same days a year earlier."""

from __future__ import annotations

from datetime import date

from parsers.mentions.calendars import is_day
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import growth_span, resolve
from parsers.model import Period
from parsers.observations.comparison import entire, of_record
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_meanings import a_year_before, is_year, same_months

SUPERLATIVE, MEASURE = 3, 8


def base(reading: Reading, figure: Figure, period: Period) -> tuple[Period, str]:
    """What a rate of `period` is against, and how that is known: its own words, else the same days a year earlier."""
    line = reading.line(figure)
    for at in _places(reading, figure):
        found = _found(reading, figure, line, at, period)
        if _begins(reading, line, at) and found.start is not None and found.start == period.start:
            return found, "stated"
        if found not in (Period(), period) and (period.start is None or found.start is None or found.start < period.start):
            return found, "stated"
    return (a_year_before(period), "inferred") if period != Period() else (Period(), "inferred")


def _begins(reading: Reading, line: Line, at: int) -> bool:
    """Whether a period says since when something grew; it may have been taken for the figure's own period, too."""
    return line.word(at - 1) in reading.words.starting


def _found(reading: Reading, figure: Figure, line: Line, at: int, period: Period) -> Period:
    expression: PeriodExpression = line.mention(at).value
    found = _against(reading, figure, at, period)
    if entire(line, at, reading.words):
        return found
    if (expression.comparative or expression.anaphoric) and is_year(found) and is_year(period):
        return found if _same_calendar(found, period) else a_year_before(period)
    return _aligned(found, period, expression.dated)


def _same_calendar(first: Period, second: Period) -> bool:
    assert first.start is not None and second.start is not None
    return (first.start.month, first.start.day) == (second.start.month, second.start.day)


def _places(reading: Reading, figure: Figure) -> list[int]:
    """Period mentions that may be the base: behind the rate up to the next one, nearest first, then before it."""
    line = reading.line(figure)
    own = [
        at
        for at in line.places("period")
        if line.count("<change>", at, figure.token) == 0
        and _is_basis(reading, figure, line, at)
        and not _of_record(reading, line, at)
    ]
    return [at for at in own if at > figure.token] + [at for at in reversed(own) if at < figure.token]


def _is_basis(reading: Reading, figure: Figure, line: Line, at: int) -> bool:
    expression: PeriodExpression = line.tokens[at].mention.value  # type: ignore[union-attr]
    if expression.comparative or (figure.sentence, at) in reading.bases or _measured(reading, figure, line, at):
        return True
    if expression.form == "past":
        return _tells_span(expression) and line.word(at - 1) in reading.words.spanning
    return _tells_span(expression) or (expression.form == "year" and line.word(at - 1) in reading.words.starting)


def _measured(reading: Reading, figure: Figure, line: Line, at: int) -> bool:
    """Whether a rate is measured from a period: "12% up on 2016", "a quarter above the result of May"."""
    if not figure.token < at <= figure.token + MEASURE:
        return False
    link = next((place for place in range(figure.token + 1, at) if line.word(place) in reading.words.measured_from), -1)
    if link < 0 or any(not _turns(reading, line.word(place)) for place in range(figure.token + 1, link)):
        return False
    between = [line.word(place) for place in range(link + 1, at)]
    if any(
        word in (",", "<change>", "<flow>", "<period>") or word in reading.words.goals | reading.words.breaks for word in between
    ):
        return False
    return not any(is_day(one) for one in reading.readings.get((figure.sentence, at), ()))


def _turns(reading: Reading, word: str) -> bool:
    return word in reading.words.up or word in reading.words.down


def _of_record(reading: Reading, line: Line, at: int) -> bool:
    """Whether a period only says how long there had been nothing like it: "the largest in five years", "the most since 2019"."""
    expression: PeriodExpression = line.mention(at).value
    if of_record(line, at, reading.words):
        return True
    if expression.form != "past":
        return False
    return any(line.word(at - step) in reading.words.superlatives for step in range(1, SUPERLATIVE + 2))


def _tells_span(expression: PeriodExpression) -> bool:
    """Whether the words tell of several years that a growth runs over."""
    return expression.form == "span" or (expression.form == "past" and (expression.count or 0) > 1)


def _against(reading: Reading, figure: Figure, at: int, period: Period) -> Period:
    expression: PeriodExpression = reading.line(figure).tokens[at].mention.value  # type: ignore[union-attr]
    if _tells_span(expression):
        start, end = growth_span(expression, period)
        return start if end == period != Period() else Period()
    if (expression.anaphoric or expression.comparative) and period != Period():
        return resolve(expression, reading.context(period))
    found = reading.readings.get((figure.sentence, at), ())
    earlier = [one for one in found if one.start is not None and period.start is not None and one.start < period.start]
    earlier = [one for one in earlier if _days(one) == _days(a_year_before(period))] or earlier
    return (
        max(earlier, key=lambda one: one.start or date.min) if earlier and not expression.dated else next(iter(found), Period())
    )


def _days(period: Period) -> int:
    return (period.end - period.start).days if period.start is not None and period.end is not None else 0


def _aligned(found: Period, period: Period, dated: bool) -> Period:
    """The months of `period` in the year found, where only a year is named for a part of one, or for a year begun elsewhere."""
    if None in (found.start, found.end, period.start, period.end) or not is_year(found):
        return found
    assert found.start is not None and period.start is not None
    if is_year(period) and (found.start.month, found.start.day) == (period.start.month, period.start.day):
        return found
    if is_year(period) and abs((period.start - found.start).days) > 366:
        return found
    return same_months(period, found) if dated and not is_year(period) else a_year_before(period)
