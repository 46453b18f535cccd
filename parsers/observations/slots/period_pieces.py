"""Periods that a wording holds without being them: open from "since", the last year of a span, each month told "respectively"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from parsers.mentions.calendars import CIVIL_START, add_months, is_day, months_in, whole_months, year_of, years_from
from parsers.mentions.period_expression import MONTHS_OF_UNIT, PeriodExpression
from parsers.mentions.period_resolve import each_year
from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.words import CueWords

LONGEST = 6
OPENED = 2
NEAR = 4
EACH_YEAR = "each.year"
_OPENING = frozenset({"(", "["})
_BRACKETS = _OPENING | {")", "]"}
_HEADS = _OPENING | {",", ";"}
_CLOSING = frozenset({")", "]", ";", "<period>"})


def pieces(reading: Reading, figure: Figure, at: int, own: str, found: tuple[Period, ...]) -> Iterator[tuple[list[str], Period]]:
    """What the words at a place may mean for this figure beside their whole length: (cues, period)."""
    line = reading.line(figure)
    expression: PeriodExpression = line.mention(at).value
    whole = found[0] if found else Period()
    grown = figure.kind == "change" and line.word(at - 1) in reading.words.starting and (figure.sentence, at) in reading.bases
    opened = opens(line, at, reading.words) and not grown
    for number, one in enumerate(found[:OPENED] if opened else ()):
        if one.start is not None and one.end is not None:
            yield ["since", f"since.{own}", f"since.{'next' if number else 'first'}"], Period(one.start, None)
    for name, edge in _edges(expression, whole):
        if name == "span.end" or own == "compared":
            yield [name, f"{name}.{own}", f"{name}.{line.word(at - 1)}"], edge
    if (
        figure.kind == "change"
        and expression.month_to is not None
        and line.word(at - 1) in reading.words.sources
        and whole.end is not None
    ):
        yield ["run.end"], months_in(whole.end.replace(day=1), 0, 1)


def span_told(line: Line, figure: Figure, at: int, own: str, whole: Period, words: CueWords) -> Period | None:
    """What a span of years means for a figure: all of them for a sum or an average, the last for a growth; None in doubt."""
    expression: PeriodExpression = line.mention(at).value
    if not _over_years(expression) or own == "compared":
        return None
    assert expression.year is not None and expression.year_to is not None
    how = _manner(line, figure, words)
    if how == "growth" and expression.year_to - expression.year > 1:
        return years_from(date(expression.year_to, *CIVIL_START))
    return whole if how in ("average", "sum") else None


def _manner(line: Line, figure: Figure, words: CueWords) -> str:
    """What a figure tells of several years: their average, how far the last is above the first, what it came to, or their sum."""
    first, second = line.word(figure.token + 1), line.word(figure.token + 2)
    near = {first, second, *(line.word(figure.token - step) for step in range(1, NEAR))}
    each = (first in words.each and second in words.spells) or words.yearly & near
    if each or words.averaging & {token.word for token in line.tokens}:
        return "average"
    if figure.kind == "change":
        return "growth"
    grown = line.count("<change>", 0, figure.token) > 0
    return "reached" if grown or line.word(figure.token - 1) in words.arriving else "sum"


def _over_years(expression: PeriodExpression) -> bool:
    return expression.form == "span" and expression.year is not None and expression.year_to is not None


def until(reading: Reading, line: Line, at: int, month: Period) -> Iterator[Period]:
    """The year so far, where something adds up to a month or a day: "had reached $5 million by the end of August"."""
    expression: PeriodExpression = line.mention(at).value
    if not _adds_up(line, at, reading.words) or month.end is None or expression.form not in ("edge", "months", "days"):
        return
    if whole_months(month) == 1 or (is_day(month) and expression.day_to is None):
        last = month.end - timedelta(days=1) if month.end.day == 1 else month.end
        for start in dict.fromkeys([CIVIL_START, reading.fiscal_start]):
            yield Period(year_of(last, start), last)


def _adds_up(line: Line, at: int, words: CueWords) -> bool:
    """Whether words lead to a month or a day up to which something is counted: "through May", "up to October"."""
    before = line.word(at - 1)
    return before in words.up_to or (before in words.goals and line.word(at - 2) in words.up)


def years_told(reading: Reading, figure: Figure, at: int, own: str) -> tuple[Period, ...]:
    """The years of which one level is told: "in 2020-2021 it had been $7 million", "in both 2019 and 2020", "for two years".

    Empty where a sum or a growth of all of them may be meant.
    """
    line = reading.line(figure)
    if figure.kind != "amount" or own == "compared" or not _is_steady(reading, line, figure):
        return ()
    expression: PeriodExpression = line.mention(at).value
    fiscal = expression.fiscal or (expression.split and reading.fiscal_start != CIVIL_START)
    several = () if fiscal else each_year(expression, reading.context(None)) or _joined_years(line, at, reading.words)
    return several if 1 < len(several) <= LONGEST else ()


def _is_steady(reading: Reading, line: Line, figure: Figure) -> bool:
    """Whether a level is told that lasted: by any such word of the sentence, or by "been" right in front of it."""
    near = {line.word(figure.token - step) for step in range(1, NEAR)}
    return bool(reading.words.lasted & near or reading.words.steady & {token.word for token in line.tokens})


def _joined_years(line: Line, at: int, words: CueWords) -> tuple[Period, ...]:
    """The years of two mentions joined by "and", of which one stands at a place: "in 2020 and in 2021"."""
    for last in (at, at + 2, at + 3):
        joint = last - 2 if line.word(last - 1) in words.inside else last - 1
        together = line.word(last) == line.word(joint - 1) == "<period>" and line.word(joint) in words.uniting
        if together and at in (last, joint - 1):
            first, second = line.mention(joint - 1).value, line.mention(last).value
            ordered = _is_one_year(first) and _is_one_year(second) and first.year < second.year
            return tuple(years_from(date(year, *CIVIL_START)) for year in (first.year, second.year) if ordered)
    return ()


def _is_one_year(value: PeriodExpression) -> bool:
    return value.form == "year" and value.calendar == "civil" and value.year is not None and value.year_to is None


def _edges(expression: PeriodExpression, whole: Period) -> Iterator[tuple[str, Period]]:
    """The two that "from 2010 to 2015" or "from July 2024 to July 2025" sets side by side."""
    if _over_years(expression):
        assert expression.year is not None and expression.year_to is not None
        yield "span.start", years_from(date(expression.year, *CIVIL_START))
        yield "span.end", years_from(date(expression.year_to, *CIVIL_START))
    again = expression.form in ("same", "reviewed") and (whole_months(whole) or 0) > MONTHS_OF_UNIT["year"]
    if again and whole.start is not None and whole.end is not None:
        yield "span.end", years_from(date(whole.end.year, *CIVIL_START))
    same_month = expression.form == "months" and expression.month == expression.month_to
    if same_month and whole.start is not None and whole.end is not None:
        yield "span.start", months_in(whole.start, 0, 1)
        yield "span.end", months_in(whole.end.replace(day=1), 0, 1)


def opens(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period only tells from when on: "since May", "from 2019 onwards"."""
    return line.word(at - 1) in words.starting or line.word(at + 1) in words.onwards


def in_turn(line: Line, figure: Figure, whole: Period, words: CueWords) -> Period | None:
    """The month of a stretch that falls to one of as many figures: "$5m and $6m in the first two months, respectively"."""
    run = _run(line, figure.kind, figure.token, words.parting) if _respectively(line, words) else []
    if not 1 < len(run) <= LONGEST or whole_months(whole) != len(run) or whole.start is None:
        return None
    return months_in(add_months(whole.start, run.index(figure.token)), 0, 1)


def of_another(line: Line, figure: Figure, at: int, words: CueWords) -> bool:
    """Whether a period falls to another figure: in a row ("In 2023 and 2024 it was $5m and $6m, respectively") or a bracket."""
    headed = [place for place in line.places("period") if figure.token in _headed(line, place)]
    if headed:
        return at not in headed
    if _headed(line, at):
        return True
    if _parted(line, figure, at):
        return True
    if not _respectively(line, words):
        return False
    run = _run(line, figure.kind, figure.token, words.parting)
    periods = _run(line, "period", at, words.parting | words.alike_in)
    return 1 < len(run) == len(periods) and run.index(figure.token) != periods.index(at)


def _parted(line: Line, figure: Figure, at: int) -> bool:
    """Whether a bracket has an amount and a period of its own: "imports of $6m ($5m in May), with exports of $4m"."""
    inside = _bracket(line, at)
    amounts = [place for place in inside if line.word(place) == "<amount>"]
    if figure.token in inside or not amounts:
        own = _bracket(line, figure.token) if not inside else range(0)
        periods = sum(line.word(place) == "<period>" for place in own)
        return figure.kind == "amount" and bool(periods) and sum(line.word(place) == "<amount>" for place in own) == 1
    # "8% ($5m in May)" may tell the growth and the size of the same month.
    return figure.kind == "amount" or figure.token != inside.start - 2


def _bracket(line: Line, at: int) -> range:
    """The places in the bracket around a place; empty where none is open there."""
    key = ("brackets",)
    found: list[range] | None = line.memo.get(key)
    if found is None:
        found = line.memo[key] = list(_brackets(line))
    return next((inside for inside in found if at in inside), range(0))


def _brackets(line: Line) -> Iterator[range]:
    opened = -1
    for place, token in enumerate(line.tokens):
        if token.word in _OPENING:
            opened = place
        elif token.word in _BRACKETS and opened >= 0:
            yield range(opened + 1, place)
            opened = -1


def _headed(line: Line, at: int) -> range:
    """The words in a bracket that a period heads: "$5m (2022: $4m; 2021: $3m)"."""
    opened = next((place for place in range(at - 1, -1, -1) if line.word(place) in _BRACKETS), -1)
    if line.word(at + 1) != ":" or line.word(opened) not in _OPENING or line.word(at - 1) not in _HEADS:
        return range(0)
    end = next((place for place in range(at + 1, len(line)) if line.word(place) in _CLOSING), len(line))
    return range(at + 2, end)


def _respectively(line: Line, words: CueWords) -> bool:
    return any(token.word in words.in_turn for token in line.tokens)


def _run(line: Line, kind: str, wanted: int, parting: frozenset[str]) -> list[int]:
    """The places of the mentions of one kind that stand in a row with a certain one, joined by commas and "and"."""
    runs: list[list[int]] = [[]]
    for at in line.places(kind):
        between = [line.word(place) for place in range(runs[-1][-1] + 1, at)] if runs[-1] else []
        joined = runs[-1] and all(word == "," or word in parting for word in between)
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
    return next((run for run in runs if wanted in run), [])
