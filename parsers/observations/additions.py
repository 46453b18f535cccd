"""Amounts of which one is the sum of two others: exports and imports make the turnover, imports and surplus the exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from parsers.observations.page import Figure

# Sums are looked for among neighbours; a table printed as one sentence must not cost the cube of its numbers.
SENTENCES, FIGURES = 2, 16
LEAST_DIGITS, DIGITS_IN_ALL = 2, 6
ROUNDING = Decimal("1.01")
COARSE = 8


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
