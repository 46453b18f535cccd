"""From a printed percentage or multiple to a signed rate and what it is against."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import resolve
from parsers.model import Bound, Change, Period
from parsers.observations.comparison import compared
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period import a_year_before
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
    """+1 or -1 by the mention itself, else by the nearest word of growth or decline (a word in front wins a tie)."""
    change: Change = figure.mention.value
    if change.direction:
        return change.direction
    line, words = reading.line(figure), reading.words
    for gap in range(1, WINDOW):
        for at in (figure.token - gap, figure.token + gap):
            word = line.word(at)
            if word in words.up or word in words.down:
                return 1 if word in words.up else -1
    return 1


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
    for at in _bases(line, figure, reading.words):
        expression: PeriodExpression = line.tokens[at].mention.value  # type: ignore[union-attr]
        found = _against(reading, expression, period, figure, at)
        if found not in (Period(), period) and (period.start is None or found.start is None or found.start < period.start):
            return found, "stated"
    return (a_year_before(period), "inferred") if period != Period() else (Period(), "inferred")


def _bases(line: Line, figure: Figure, words: CueWords) -> list[int]:
    """Period mentions that may be the base: behind the rate up to the next figure, nearest first, then before it."""
    places = line.places("period")
    behind = [at for at in places if at > figure.token and line.count("<change>", figure.token, at) == 0 and _compares(line, at)]
    before = [
        at
        for at in reversed(places)
        if at < figure.token
        and line.count("<change>", at, figure.token) == 0
        and (_is_comparative(line, at) or compared(line, at, words))
    ]
    return behind + before


def _is_comparative(line: Line, at: int) -> bool:
    expression = line.tokens[at].mention.value  # type: ignore[union-attr]
    return bool(expression.comparative)


def _compares(line: Line, at: int) -> bool:
    if _is_comparative(line, at):
        return True
    words = {line.word(at - step) for step in range(1, 6)}
    return bool(words & {"from", "over", "than", "against", "compared", "versus", "on"}) and not words & {"in", "during"}


def _against(reading: Reading, expression: PeriodExpression, period: Period, figure: Figure, at: int) -> Period:
    if (expression.anaphoric or expression.comparative) and period != Period():
        return resolve(expression, reading.context(period))
    return reading.periods.get((figure.sentence, at), Period())
