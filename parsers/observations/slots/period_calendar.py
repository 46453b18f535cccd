"""Whose calendar a period is read by: that of the flow's owner, of its partner, of the text's home, or the civil one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from parsers.mentions.calendars import CIVIL_START
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import readings
from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.timeline import year_start

LEAD = 3


def by_calendar(reading: Reading, figure: Figure, expression: PeriodExpression, period: Period, at: int = -1) -> list[str]:
    """Cues of one meaning of a fiscal year, or of words that leave the calendar open."""
    if expression.fiscal or expression.split:
        return _whose(reading, figure, expression, period)
    if reading.fiscal_start == CIVIL_START or expression.dated or expression.calendar != "civil":
        return []
    fiscal = period in readings(expression.but(calendar="fiscal"), reading.context(None))
    civil = period in readings(expression, replace(reading.context(None), fiscal_start=CIVIL_START, solar=False))
    name = "either" if fiscal == civil else "fiscal" if fiscal else "civil"
    form = f"{expression.form}.{'fiscal' if reading.speaks_fiscal else 'civil'}"
    return [
        f"calendar={name}.{form}",
        f"calendar={name}.areas={_areas(reading, reading.line(figure))}",
        f"calendar={name}.behind={_told_before(reading, figure.sentence, at)}",
        f"calendar={name}.hand={_in_hand(reading, figure.sentence)}",
        f"calendar={name}.facts={_of_facts(reading)}",
    ]


def _in_hand(reading: Reading, sentence: int) -> str:
    """Which year is in hand by the words of the sentence, else of the text's first: a fiscal one, or plain "this year"."""
    for where, lines in (("here", [reading.page.lines[sentence]]), ("lead", reading.page.lines[: reading.body + LEAD])):
        values: list[PeriodExpression] = [line.mention(at).value for line in lines for at in line.places("period")]
        told = {"fiscal" if value.fiscal else "plain" for value in values if value.fiscal or value.year_offset == 0}
        if told:
            return f"{'fiscal' if 'fiscal' in told else 'plain'}.{where}"
    return "none"


def _of_facts(reading: Reading) -> str:
    """Whether the facts of the pass before count mostly by the country's fiscal year: how many of their periods begin with it."""
    told = reading.past.period_counts.items()
    days = [((period.start.month, period.start.day), count) for period, count in told if period.start is not None]
    fiscal = sum(count for day, count in days if day == reading.fiscal_start)
    civil = sum(count for day, count in days if day == CIVIL_START)
    return "none" if not fiscal + civil else "fiscal" if fiscal > 2 * civil else "civil" if civil > 2 * fiscal else "both"


def _told_before(reading: Reading, sentence: int, at: int) -> str:
    """Which calendar the last period in front of a place goes by: the fiscal one by its words or its dates, or the civil one."""
    places = reading.period_places
    last = bisect_left(places, (sentence, at)) - 1
    if last < 0:
        return "none"
    before, token = places[last]
    expression: PeriodExpression = reading.page.lines[before].mention(token).value
    near = "near" if sentence - before < 2 else "far"
    start = reading.periods.get((before, token), Period()).start
    fiscal = expression.fiscal or expression.split or (start is not None and (start.month, start.day) == reading.fiscal_start)
    return f"{'fiscal' if fiscal else 'civil'}.{near}"


def _areas(reading: Reading, line: Line) -> str:
    """Whether a sentence names an area of the text's own calendar, others alone, or none."""
    starts = {year_start(code) for at in line.places("area") if (code := line.mention(at).value.code)}
    return "own" if reading.fiscal_start in starts else "others" if starts else "none"


def _whose(reading: Reading, figure: Figure, expression: PeriodExpression, period: Period) -> list[str]:
    """Whose fiscal year a period is, where those whose trade it is have different ones."""
    decision = reading.before.get(figure.index)
    starts = {"home": reading.fiscal_start}
    if decision is not None and decision.fact:
        named = zip(("owner", "partner"), decision.pair, strict=True)
        starts.update({name: year_start(code) for name, code in named if code and code != "WLD"})
    if len(set(starts.values())) < 2:
        return []
    context = reading.context(None)
    whose = [name for name, start in starts.items() if period in readings(expression, replace(context, fiscal_start=start))]
    return [f"fiscal.of={'+'.join(sorted(whose)) or 'none'}"]
