"""What the facts of the pass before say of a period: the same number told again with one of its own."""

from __future__ import annotations

from parsers.model import Period
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.told import DIGITS, again, number, shortened


def telling(reading: Reading, figure: Figure, period: Period) -> list[str]:
    """Cues of a period by the facts elsewhere that tell the figure's own number, or its rounding, with a period."""
    decision = reading.before.get(figure.index)
    if decision is None or not decision.fact:
        return []
    own = number(figure)
    near = reading.past.told.numbers.get((figure.kind, decision.flow, shortened(own, DIGITS)), ())
    echoes = [when for index, value, when in near if index != figure.index and again(own, value) and when != Period()]
    if not echoes:
        return []
    return [f"echo={'same' if period in echoes else 'unknown' if period == Period() else 'other'}"]
