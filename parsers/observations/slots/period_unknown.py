"""That a figure's period cannot be known: standing statements, rates of every year, targets without a date."""

from __future__ import annotations

from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_carried import own_places
from parsers.observations.slots.period_meanings import operand, role
from parsers.observations.slots.places import tally
from parsers.observations.weights import Candidate

BEFORE, BEHIND = 12, 4


def unknown(reading: Reading, figure: Figure, line: Line) -> Candidate:
    """The candidate whose value is Period()."""
    known = sum(period != Period() for period in reading.periods.values())
    cues = [
        "unknown",
        f"unknown.here={tally(len(line.places('period')))}",
        f"unknown.known={tally(known)}",
        f"unknown.operand={operand(line, figure)}",
        f"unknown.after={_after(line, figure)}",
        f"unknown.dated={'yes' if reading.dating.published else 'no'}",
    ]
    cues.extend(_words(reading, figure, line))
    cues.extend(_status(reading, figure, line))
    cues.extend(_standing(reading, figure, line))
    return Candidate(Period(), cues)


def _after(line: Line, figure: Figure) -> str:
    """The word behind the figure; a period that such a word leads to counts for more."""
    behind = [line.word(figure.token + step) for step in (1, 2, 3)]
    return "<period>" if "<period>" in behind and "," not in behind else behind[0]


def _words(reading: Reading, figure: Figure, line: Line) -> list[str]:
    words, here = reading.words, {token.word for token in line.tokens}
    before = (line.word(figure.token - step) for step in range(1, BEFORE))
    cues = [f"unknown.verb={next((word for word in before if word in words.actual), '-')}"]
    cues.extend(f"unknown.word={word}" for word in sorted(words.lasting & here))
    if here & words.target:
        cues.append(f"unknown.target.word.{tally(len(own_places(line)))}")
    if here & words.forecast:
        cues.append("unknown.forecast.word")
    if here & {'"', "“", "‘", "«"}:
        cues.append("unknown.quoted")
    return cues


def _status(reading: Reading, figure: Figure, line: Line) -> list[str]:
    decision, previous = reading.before.get(figure.index), reading.fact_before(figure)
    cues = []
    if decision is not None:
        cues.append(f"unknown.status={decision.status}")
    if previous is not None:
        cues.append(f"unknown.previous={'unknown' if previous[1].period == Period() else 'known'}")
    own = "share" if decision is not None and decision.rate == ("share", -1) else role(reading, figure)
    status = "" if decision is None else decision.status
    here = len(own_places(line))
    return [*cues, f"unknown.{own}", f"unknown.{own}.here={tally(here)}.{status}"]


def _standing(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """Whether words near the figure tell of a lasting state: "currently", "annual", "now"."""
    words = reading.words
    behind = [line.word(figure.token + step) for step in range(1, BEHIND)]
    before = []
    for step in range(1, BEFORE):
        word = line.word(figure.token - step)
        if word in words.breaks or word in ("<amount>", "<change>"):
            break
        before.append(word)
    return ["unknown.lasting"] if words.lasting & {*before, *behind} else []
