"""How a period stands to those of other facts: to the commonest of them, and to that of the fact before by what both tell."""

from __future__ import annotations

from collections import Counter

from parsers.model import Period
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.slots.period_meanings import role
from parsers.observations.slots.places import crowd
from parsers.observations.weights import Candidate

FAR = 3


def usual(reading: Reading, figure: Figure, found: list[Candidate]) -> None:
    """Let each candidate with a period know how common it is among the facts of the other sentences."""
    told = reading.past.period_counts - reading.past.sentence_periods.get(figure.sentence, Counter())
    number, most = sum(told.values()), max(told.values(), default=0)
    own = role(reading, figure)
    for one in found:
        if most and one.value != Period():
            how = "top" if told[one.value] == most else "some" if told[one.value] else "none"
            one.cues.extend([f"usual={how}.{crowd(number)}", f"usual={how}.{one.cues[0].partition('.')[0]}.{own}"])


def beside(reading: Reading, figure: Figure, period: Period) -> list[str]:
    """How a period stands to that of the fact before, by what the two facts have alike."""
    decision, previous = reading.before.get(figure.index), reading.fact_before(figure)
    if decision is None or not decision.fact or previous is None:
        return []
    other = previous[1]
    same = {
        "flow": decision.flow == other.flow,
        "pair": decision.pair == other.pair,
        "total": bool(decision.product) == bool(other.product),
        "status": decision.status == other.status,
    }
    alike = "+".join(name for name, is_same in same.items() if is_same)
    how = "same" if period == other.period else "unknown" if period == Period() else "other"
    return [f"beside.{alike}={how}.{min(figure.sentence - previous[0].sentence, FAR)}.{role(reading, figure)}"]
