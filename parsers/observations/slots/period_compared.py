"""Periods by comparison: a base lies a year (or another step) before what is compared with it."""

from __future__ import annotations

from parsers.mentions.calendars import shifted
from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_meanings import main_before
from parsers.observations.weights import Candidate

REACH = 5
YEAR = 12


def partner(reading: Reading, figure: Figure) -> tuple[Figure, Decision] | None:
    """The fact that a base is compared with: the one that "from A" leads "to", else the last main one in front."""
    forward = _led_to(reading, figure)
    return forward if forward is not None else main_before(reading, figure)


def _led_to(reading: Reading, figure: Figure) -> tuple[Figure, Decision] | None:
    line = reading.line(figure)
    if not any(line.word(figure.token - step) in reading.words.sources for step in range(1, REACH)):
        return None
    for other in reading.page.figures[figure.index + 1 : figure.index + 3]:
        if other.sentence != figure.sentence or other.kind != figure.kind or other.token - figure.token > 2 * REACH:
            return None
        decision = reading.before.get(other.index)
        if line.word(other.token - 1) in reading.words.goals and decision is not None and decision.fact:
            return other, decision
    return None


def step_before(reading: Reading, figure: Figure) -> list[Candidate]:
    """The base that lies as far back as the last one: a month, where months were compared before."""
    main, (step, near) = partner(reading, figure), last_step(reading, figure)
    if main is None or main[1].period.start is None or step in (0, YEAR):
        return []
    return [Candidate(shifted(main[1].period, -step), ["fact.step.before", f"fact.step.before.{near}"])]


def last_step(reading: Reading, figure: Figure) -> tuple[int, str]:
    """How many months lay between the last base in front of a figure and what it was compared with, 0 where none is known."""
    for other in reversed(reading.page.figures[: figure.index]):
        decision = reading.before.get(other.index)
        if decision is None or not decision.fact or other.index not in reading.operands:
            continue
        against = partner(reading, other)
        step = None if against is None else _months(decision.period, against[1].period)
        return step or 0, "near" if other.sentence == figure.sentence else "far"
    return 0, "none"


def _months(earlier: Period, later: Period) -> int | None:
    if earlier.start is None or later.start is None:
        return None
    months = (later.start.year - earlier.start.year) * YEAR + later.start.month - earlier.start.month
    return months if 0 <= months <= YEAR else None


def year_behind(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """A year behind each base of the sentence, for a figure that is compared with it and has no period of its own."""
    found = []
    for at in line.places("period"):
        period = reading.periods.get((figure.sentence, at), Period())
        if (figure.sentence, at) not in reading.bases or period.start is None or period.end is None:
            continue
        where = "behind" if at > figure.token else "before"
        dated = "dated" if line.mention(at).value.dated else "relative"
        found.append(
            Candidate(shifted(period, YEAR), ["carried.base", f"carried.base.{where}.{figure.kind}", f"carried.base.{dated}"])
        )
    return found
