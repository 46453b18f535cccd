"""Amounts that printed numbers come to: one the sum of two others (exports and imports make the turnover), one a rate's step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby

from parsers.model import Change
from parsers.observations.page import Figure

# Sums are looked for among neighbours; a table printed as one sentence must not cost the cube of its numbers.
SENTENCES, FIGURES = 2, 16
LEAST_DIGITS, DIGITS_IN_ALL = 2, 6
ROUNDING = Decimal("1.01")
COARSE = 8
LEAST_RATE, SLACK = Decimal("0.02"), Decimal("0.015")


@dataclass(frozen=True, slots=True)
class Addition:
    """The part that a figure has in a sum, "sum" or "part", and the two figures that make it up with this one."""

    part: str
    others: tuple[int, int]


def additions(figures: Sequence[Figure]) -> Mapping[int, list[Addition]]:
    """The sums that each amount has a part in, by figure; numbers of few digits, which add up by chance, are left out."""
    amounts = [figure for figure in figures if figure.kind == "amount" and figure.mention.value.value]
    found: dict[int, list[Addition]] = {}
    for at, first in enumerate(amounts):
        near = [one for one in amounts[at + 1 : at + FIGURES] if one.sentence - first.sentence <= SENTENCES]
        for second, third in combinations(near, 2):
            whole, large, small = sorted((first, second, third), key=_size, reverse=True)
            if _one_currency(first, second, third) and _adds_up(_size(whole), _size(large), _size(small)):
                for one, part in ((whole, "sum"), (large, "part"), (small, "part")):
                    others = [other.index for other in (whole, large, small) if other is not one]
                    found.setdefault(one.index, []).append(Addition(part, (others[0], others[1])))
    return found


def _size(figure: Figure) -> Decimal:
    value: Decimal = figure.mention.value.value
    return abs(value)


def _one_currency(*figures: Figure) -> bool:
    return len({figure.mention.value.currency for figure in figures} - {None}) < 2


def _adds_up(whole: Decimal, large: Decimal, small: Decimal) -> bool:
    digits = [len(value.normalize().as_tuple().digits) for value in (whole, large, small)]
    if min(digits[:2]) < LEAST_DIGITS or sum(digits) < DIGITS_IN_ALL or large == small:
        return False
    slack = max(_last_place(value) for value in (whole, large, small)) * ROUNDING
    return slack * COARSE <= small and abs(whole - large - small) <= slack


def _last_place(value: Decimal) -> Decimal:
    """One of the last digit that is printed of a number."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def steps(figures: Sequence[Figure]) -> frozenset[int]:
    """The amounts that come to what a rate makes of another amount of their sentence: "$16 billion, up 15% ($2.1 billion)"."""
    found: set[int] = set()
    for _, here in groupby(figures, key=_sentence):
        near = list(here)[:FIGURES]
        amounts = [one for one in near if one.kind == "amount" and one.mention.value.value]
        rates = [rate for one in near if one.kind == "change" for rate in _rates(one.mention.value)]
        found.update(
            one.index
            for one in amounts
            for level in amounts
            if one is not level and _one_currency(one, level) and _is_step(_size(one), _size(level), rates)
        )
    return frozenset(found)


def _sentence(figure: Figure) -> int:
    return figure.sentence


def _rates(change: Change) -> list[Decimal]:
    """The part of the old level that a printed rate may add to it, where it is neither next to nothing nor a doubling."""
    part = change.size / 100 if change.form == "percent" else change.size - 1
    return [part] if LEAST_RATE <= part < 1 else []


def _is_step(size: Decimal, level: Decimal, rates: Iterable[Decimal]) -> bool:
    return any(
        abs(step - size) <= max(_last_place(size), step * SLACK)
        for rate in rates
        for step in (level * rate / (1 + rate), level * rate / (1 - rate), level * rate)
    )
