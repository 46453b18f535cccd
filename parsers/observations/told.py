"""The numbers that the pass before took for facts, so that one told twice is found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from parsers.model import Period
from parsers.observations.page import Figure

DIGITS = 2


class Decided(Protocol):
    """What is looked at of a decision on a figure."""

    fact: bool
    flow: str
    period: Period
    pair: tuple[str | None, str | None]
    product: str | None
    status: str


Statistic = tuple[str, str, Period, object, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """Facts by their kind, their flow and the first digits of their numbers: (figure, number, period); by their statistic."""

    numbers: Mapping[tuple[str, str, Decimal], list[tuple[int, Decimal, Period]]]
    statistics: Mapping[Statistic, list[tuple[int, Decimal]]]


def told(figures: Iterable[Figure], decisions: Mapping[int, Decided]) -> Told:
    """The facts among the decisions on `figures`."""
    numbers: dict[tuple[str, str, Decimal], list[tuple[int, Decimal, Period]]] = {}
    statistics: dict[Statistic, list[tuple[int, Decimal]]] = {}
    for figure in figures:
        decision = decisions.get(figure.index)
        if decision is None or not decision.fact:
            continue
        value = number(figure)
        key = (figure.kind, decision.flow, shortened(value, DIGITS))
        numbers.setdefault(key, []).append((figure.index, value, decision.period))
        statistics.setdefault(statistic(figure.kind, decision), []).append((figure.index, value))
    return Told(numbers, statistics)


def statistic(kind: str, decision: Decided) -> Statistic:
    """What makes two facts tell one thing; turnover and balance are one from both ends."""
    pair: object = frozenset(decision.pair) if decision.flow in ("turnover", "balance") else decision.pair
    return kind, decision.flow, decision.period, pair, (decision.product or "").lower(), decision.status


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
