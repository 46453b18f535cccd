"""What the words of a period may mean for a figure: dates, seen from the text, from the facts before, by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parsers.mentions.calendars import CIVIL_START
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import resolve
from parsers.model import Period
from parsers.observations.comparison import entire
from parsers.observations.decisions import Decision
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_calendar import by_calendar
from parsers.observations.slots.period_pieces import EACH_YEAR, in_turn, opens, pieces, span_told, until, years_told
from parsers.observations.words import CueWords


def a_year_before(period: Period) -> Period:
    """The same days a year earlier (29 February becomes 28 February, and the end of February stays its end)."""
    return Period(_back(period.start, first=True), _back(period.end, first=False))


def _back(day: date | None, first: bool) -> date | None:
    if day is None:
        return None
    if day.month == 2 and day.day >= 28 and not first:
        leap = (day.year - 1) % 4 == 0 and ((day.year - 1) % 100 != 0 or (day.year - 1) % 400 == 0)
        return date(day.year - 1, 2, 29 if leap else 28)
    return day.replace(year=day.year - 1)


def operand(line: Line, figure: Figure, words: CueWords) -> str:
    """The short link in front of the figure, which tells a main value from one it is compared with."""
    word = line.word(figure.token - 1)
    return f"{line.word(figure.token - 2)} {word}" if word in words.short_links else word


def role(reading: Reading, figure: Figure) -> str:
    """Whether the figure is only compared with, else its kind."""
    return "compared" if figure.index in reading.operands else figure.kind


def ground(reading: Reading) -> str:
    """What tells when the text speaks: its date, a day of it in a year that its figures suggest, its own words, or nothing."""
    if reading.dating.published is not None:
        return "guessed" if reading.dating.known == "inferred" else "yes"
    return "no" if reading.year is None else "told"


def is_year(period: Period) -> bool:
    """Whether a period lasts a year or longer."""
    return period.start is not None and period.end is not None and (period.end - period.start).days > 363


def same_months(main: Period, year: Period) -> Period:
    """The months of `main` in the year that `year` names."""
    if main.start is None or main.end is None or year.start is None:
        return Period()
    back, found = main.start.year - year.start.year, main
    for _ in range(back if 0 < back < 20 else 0):
        found = a_year_before(found)
    return found if back > 0 else Period()


def main_before(reading: Reading, figure: Figure) -> tuple[Figure, Decision] | None:
    """The nearest fact in front of this figure that is no base of a comparison."""
    for other in reversed(reading.page.figures[: figure.index]):
        decision = reading.before.get(other.index)
        if decision is not None and decision.fact and other.index not in reading.operands:
            return other, decision
    return None


Meaning = tuple[list[str], Period]
MOST = 5


def meanings(reading: Reading, figure: Figure, at: int, own: str) -> list[Meaning]:
    """What the mention may mean in its place, and seen from the fact before: "the same period", a bare year of part-years."""
    fiscal = "fiscal" if reading.fiscal_start != CIVIL_START else "civil"
    found = reading.readings.get((figure.sentence, at), ())[:MOST]
    line = reading.line(figure)
    expression: PeriodExpression = line.mention(at).value
    trait = _trait(expression)
    if several := years_told(reading, figure, at, own):
        return [([EACH_YEAR, f"reading=0.{fiscal}", "reading=0.dated"], several[-1])]
    if span := span_told(line, figure, at, own, next(iter(found), Period()), reading.words):
        return [(["reading=0.span", f"reading=0.{fiscal}", "reading=0.dated"], span)]
    if month := in_turn(line, figure, next(iter(found), Period()), reading.words):
        return [([f"reading=0.{fiscal}", f"reading=0.{trait}"], month)]
    read = _read(reading, figure, at, own, found) or [(["reading=unresolved", f"unresolved.{trait}"], Period())]
    how = f"until.{line.word(at - 1)}.{expression.form}"
    so_far = [([*cues, "until", f"until.{own}", how], year) for cues, one in read for year in until(reading, line, at, one)]
    read.extend(so_far)
    read.extend(([*read[0][0], *cues], period) for cues, period in pieces(reading, figure, at, own, found))
    previous = main_before(reading, figure)
    if previous is None or previous[1].period == Period():
        return read
    near = "near" if previous[0].sentence == figure.sentence else "far"
    if expression.anaphoric or expression.comparative:
        read.extend(_seen(reading, expression, previous[1].period, found, near))
    if found and is_year(found[0]) and not is_year(previous[1].period) and not entire(line, at, reading.words):
        for name, months in _months_of_year(reading, expression, previous[1].period, found):
            read[0][0].append(f"whole.year.{near}.{own}" if name == "same.months" else f"whole.not.{name}")
            joint = operand(line, figure, reading.words)
            read.append(([f"{name}.{near}", f"{name}.{near}.{own}", f"{name}.operand={joint}"], months))
    return read


def _read(reading: Reading, figure: Figure, at: int, own: str, found: tuple[Period, ...]) -> list[Meaning]:
    """What the words mean by themselves, with how likely each calendar, year and edge of it is."""
    line, fiscal = reading.line(figure), "fiscal" if reading.fiscal_start != CIVIL_START else "civil"
    expression: PeriodExpression = line.mention(at).value
    trait = _trait(expression)
    more = [f"opens.{own}"] if opens(line, at, reading.words) else []
    known = "yes" if trait == "dated" else ground(reading)
    freshest = None if expression.dated else _freshest(reading, found)
    read: list[Meaning] = []
    for number, period in enumerate(found):
        cues = [f"reading={number}.{fiscal}", f"reading={number}.{trait}", *more]
        if known != "yes":
            cues.append(f"undated.{number}.{trait}.{known}")
        cues.extend([*by_calendar(reading, figure, expression, period, at), *_age(reading, trait, period)])
        if freshest is not None:
            cues.append(f"freshest={'yes' if period == freshest else 'no'}.{'year' if is_year(period) else 'part'}")
        read.append((cues, period))
    return read


def _months_of_year(
    reading: Reading, expression: PeriodExpression, main: Period, found: tuple[Period, ...]
) -> Iterator[tuple[str, Period]]:
    """What a bare year means where months were told before: those months of it, so far if the year is not over."""
    if expression.dated or expression.year_offset is None:
        months = same_months(main, found[0])
        if months != Period():
            yield "same.months", months
    elif expression.year_offset == -1 and main.start is not None:
        yield "last.months", a_year_before(main)
    if any(_running(reading, main, year) for year in found):
        yield "running.months", main


def _running(reading: Reading, main: Period, year: Period) -> bool:
    """Whether `main` is what has passed of a year that was not over when the text was published."""
    published = reading.dating.published
    if published is None or year.end is None or main.end is None:
        return False
    return main.start == year.start and main.end < year.end and year.end > published


def _freshest(reading: Reading, found: tuple[Period, ...]) -> Period | None:
    """Of the meanings, the one that was over last when the text was published; None where there is nothing to choose."""
    published = reading.dating.published
    over = [period for period in found if published is not None and period.end is not None and period.end <= published]
    return max(over, key=lambda period: period.end or date.min) if over and len(found) > 1 else None


def _seen(
    reading: Reading, expression: PeriodExpression, main: Period, found: tuple[Period, ...], near: str
) -> Iterator[Meaning]:
    """What words that look back mean from the fact before, and from the text's commonest period."""
    trait = _trait(expression)
    seen = resolve(expression, reading.context(main))
    if seen not in (Period(), *found):
        yield [f"seen.from.fact.{near}", f"seen.from.fact.{trait}"], seen
    common = max(reading.past.period_counts, key=lambda period: reading.past.period_counts[period])
    again = resolve(expression, reading.context(common))
    if again not in (Period(), seen, *found):
        yield ["seen.from.main", f"seen.from.main.{trait}"], again


def _age(reading: Reading, trait: str, period: Period) -> list[str]:
    """How long before publication a period without a year of its own ended: the news is fresh."""
    published = reading.dating.published
    if published is None or period.end is None or trait == "dated":
        return []
    days = (published - period.end).days
    age = "future" if days < 0 else "month" if days < 45 else "quarter" if days < 120 else "year" if days < 370 else "older"
    return [f"age={age}.{trait}", f"age={age}.{'year' if is_year(period) else 'part'}"]


def _trait(expression: PeriodExpression) -> str:
    """What fixes the words: a year of their own, another period, or the date of the text."""
    if expression.dated:
        return "dated"
    return "comparative" if expression.comparative else "anaphoric" if expression.anaphoric else "relative"
