"""From a printed percentage or multiple to a signed rate and what it is against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import growth_span, resolve
from parsers.model import Bound, Change, Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_meanings import a_year_before, is_year, same_months
from parsers.observations.words import CueWords

WINDOW = 14
HUNDRED = Decimal(100)
LEAST_INDEX = Decimal(40)


@dataclass(frozen=True, slots=True)
class Growth:
    """A signed rate in per cent, with the upper end of a printed range and its hedge."""

    pct: Decimal
    most: Decimal | None
    bound: Bound


def direction(reading: Reading, figure: Figure) -> int:
    """+1 or -1 by the mention itself, else by the nearest word of growth or decline, first in its own clause; else +1."""
    change: Change = figure.mention.value
    if change.direction:
        return change.direction
    line, words = reading.line(figure), reading.words
    close = next((gap for gap in range(1, WINDOW) if _ends(line.word(figure.token + gap), words)), WINDOW)
    for ahead in (close, WINDOW):
        for gap in range(1, WINDOW):
            for at in (figure.token - gap, figure.token + gap):
                sign = _sign(line, at, words) if at - figure.token < ahead else 0
                if sign:
                    return sign
    return 1


def _ends(word: str, words: CueWords) -> bool:
    """Whether a word ends what is said of the figure before it."""
    return word in (",", "<change>", "<amount>", "$") or word in words.breaks


def _sign(line: Line, at: int, words: CueWords) -> int:
    """What a word says of the direction: "growth" up, "fall" down, "negative growth" down; 0 for any other."""
    word = line.word(at)
    if word in words.up:
        return -1 if line.word(at - 1) in words.down & words.levels else 1
    return -1 if word in words.down else 0


def is_index(reading: Reading, figure: Figure) -> bool:
    """Whether a percentage is a level of what was before: "132.8% of the level a year before"."""
    change: Change = figure.mention.value
    line = reading.line(figure)
    if (
        change.form != "percent"
        or change.size < LEAST_INDEX
        or line.word(figure.token + 1) not in ("of", "against", "as", "compared")
    ):
        return False
    behind = {line.word(figure.token - step) for step in range(1, 4)}
    if behind & (reading.words.up | reading.words.down | {"by"}):
        return False
    ahead = [line.word(figure.token + step) for step in range(2, 7)]
    return bool({"<period>", "level", "levels", "figure", "figures"} & set(ahead))


def growth(reading: Reading, figure: Figure) -> Growth:
    """The rate that a change states of what it measures."""
    change: Change = figure.mention.value
    sign = direction(reading, figure)
    bound = change.bound
    if is_index(reading, figure):
        return Growth(change.size - HUNDRED, None if change.size_max is None else change.size_max - HUNDRED, bound)
    if change.form in ("times", "verb"):
        return Growth(_multiple(change.size, sign), None if change.size_max is None else _multiple(change.size_max, sign), bound)
    return Growth(sign * change.size, None if change.size_max is None else sign * change.size_max, bound)


def _multiple(size: Decimal, sign: int) -> Decimal:
    if sign < 0 and size:
        return ((1 / size - 1) * HUNDRED).quantize(Decimal("0.1"))
    return (size - 1) * HUNDRED


def base(reading: Reading, figure: Figure, period: Period) -> tuple[Period, str]:
    """What a rate of `period` is against, and how that is known: its own words, else the same days a year earlier."""
    line = reading.line(figure)
    for at in _places(reading, figure):
        expression: PeriodExpression = line.tokens[at].mention.value  # type: ignore[union-attr]
        found = _aligned(_against(reading, figure, at, period), period, expression.dated)
        if found not in (Period(), period) and (period.start is None or found.start is None or found.start < period.start):
            return found, "stated"
    return (a_year_before(period), "inferred") if period != Period() else (Period(), "inferred")


def _places(reading: Reading, figure: Figure) -> list[int]:
    """Period mentions that may be the base: behind the rate up to the next one, nearest first, then before it."""
    line = reading.line(figure)
    own = [
        at
        for at in line.places("period")
        if line.count("<change>", at, figure.token) == 0 and _is_basis(reading, figure, line, at)
    ]
    return [at for at in own if at > figure.token] + [at for at in reversed(own) if at < figure.token]


def _is_basis(reading: Reading, figure: Figure, line: Line, at: int) -> bool:
    expression: PeriodExpression = line.tokens[at].mention.value  # type: ignore[union-attr]
    if expression.comparative or (figure.sentence, at) in reading.bases:
        return True
    if expression.form == "past":
        return _tells_span(expression) and line.word(at - 1) in reading.words.spanning
    return _tells_span(expression) or (expression.form == "year" and line.word(at - 1) in reading.words.starting)


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
    return (
        max(earlier, key=lambda one: one.start or date.min) if earlier and not expression.dated else next(iter(found), Period())
    )


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
