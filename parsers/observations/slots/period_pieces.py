"""Periods that a wording holds without being them: open from "since", the last year of a span, each month told "respectively"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parsers.mentions.calendars import CIVIL_START, add_months, months_in, whole_months, years_from
from parsers.mentions.period_expression import MONTHS_OF_UNIT, PeriodExpression
from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading

LONGEST = 6
_JOINS = frozenset({",", "and", "to"})


def pieces(reading: Reading, figure: Figure, at: int, own: str, found: tuple[Period, ...]) -> Iterator[tuple[list[str], Period]]:
    """What the words at a place may mean for this figure beside their whole length: (cues, period)."""
    line = reading.line(figure)
    expression: PeriodExpression = line.mention(at).value
    whole = found[0] if found else Period()
    if whole.start is not None and whole.end is not None and _opens(line, at, reading.words.starting, reading.words.onwards):
        yield ["since", f"since.{own}"], Period(whole.start, None)
    for name, edge in _edges(expression, whole):
        if name == "span.end" or own == "compared":
            yield [name, f"{name}.{own}", f"{name}.{line.word(at - 1)}"], edge
    if "respectively" in (token.word for token in line.tokens):
        yield from _in_turn(line, figure, whole)


def _edges(expression: PeriodExpression, whole: Period) -> Iterator[tuple[str, Period]]:
    """The two that "from 2010 to 2015" or "from July 2024 to July 2025" sets side by side."""
    if expression.form == "span" and expression.year is not None and expression.year_to is not None:
        yield "span.start", years_from(date(expression.year, *CIVIL_START))
        yield "span.end", years_from(date(expression.year_to, *CIVIL_START))
    again = expression.form in ("same", "reviewed") and (whole_months(whole) or 0) > MONTHS_OF_UNIT["year"]
    if again and whole.start is not None and whole.end is not None:
        yield "span.end", years_from(date(whole.end.year, *CIVIL_START))
    same_month = expression.form == "months" and expression.month == expression.month_to
    if same_month and whole.start is not None and whole.end is not None:
        yield "span.start", months_in(whole.start, 0, 1)
        yield "span.end", months_in(whole.end.replace(day=1), 0, 1)


def _opens(line: Line, at: int, starting: frozenset[str], onwards: frozenset[str]) -> bool:
    return line.word(at - 1) in starting or line.word(at + 1) in onwards


def _in_turn(line: Line, figure: Figure, whole: Period) -> Iterator[tuple[list[str], Period]]:
    """The month of a stretch that falls to one of as many figures: "$5m and $6m in the first two months, respectively"."""
    run = _run(line, figure)
    if 1 < len(run) <= LONGEST and whole_months(whole) == len(run) and whole.start is not None:
        yield ["in.turn"], months_in(add_months(whole.start, run.index(figure.token)), 0, 1)


def _run(line: Line, figure: Figure) -> list[int]:
    """The places of the figures of one kind that stand in a row with this one, joined by commas and "and"."""
    runs: list[list[int]] = [[]]
    for at in line.places(figure.kind):
        joined = runs[-1] and all(line.word(between) in _JOINS for between in range(runs[-1][-1] + 1, at))
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
    return next((run for run in runs if figure.token in run), [])
