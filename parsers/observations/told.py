"""What the facts of the pass before say of a period: the same number told again with one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from parsers.model import Period
from parsers.observations.page import Figure

if TYPE_CHECKING:
    from parsers.observations.reading import Decision, Reading

DIGITS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """Facts by their kind, their flow and the first digits of their numbers: (figure, number, period)."""

    numbers: Mapping[tuple[str, str, Decimal], list[tuple[int, Decimal, Period]]]


def told(figures: Iterable[Figure], decisions: Mapping[int, Decision]) -> Told:
    """The facts among the decisions on `figures`."""
    numbers: dict[tuple[str, str, Decimal], list[tuple[int, Decimal, Period]]] = {}
    for figure in figures:
        decision = decisions.get(figure.index)
        if decision is None or not decision.fact:
            continue
        entry = (figure.index, number(figure), decision.period)
        numbers.setdefault((figure.kind, decision.flow, shortened(entry[1], DIGITS)), []).append(entry)
    return Told(numbers)


def number(figure: Figure) -> Decimal:
    """The figure's number, whatever its sign."""
    value: Decimal = figure.mention.value.value if figure.kind == "amount" else figure.mention.value.size
    return abs(value)


def shortened(value: Decimal, digits: int) -> Decimal:
    """A number of so many significant digits."""
    return value.scaleb(-value.adjusted()).quantize(Decimal(1).scaleb(1 - digits)).scaleb(value.adjusted()) if value else value


def again(one: Decimal, other: Decimal) -> bool:
    """Whether two printed numbers are one, the rougher of them rounded."""
    digits = min(len(value.normalize().as_tuple().digits) for value in (one, other))
    return shortened(one, digits) == shortened(other, digits)


def telling(reading: Reading, figure: Figure, period: Period) -> list[str]:
    """Cues of a period by the facts elsewhere that tell the figure's own number, or its rounding, with a period."""
    decision = reading.before.get(figure.index)
    if decision is None or not decision.fact:
        return []
    own = number(figure)
    near = reading.told.numbers.get((figure.kind, decision.flow, shortened(own, DIGITS)), ())
    echoes = [when for index, value, when in near if index != figure.index and again(own, value) and when != Period()]
    if not echoes:
        return []
    return [f"echo={'same' if period in echoes else 'unknown' if period == Period() else 'other'}"]
