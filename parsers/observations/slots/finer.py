"""Whether a number is only a rounding of one that the text prints more exactly elsewhere, as headlines give them."""

from __future__ import annotations

from decimal import Decimal

from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.told import number

MOST, SLACK = 60, Decimal("0.06")


def finer(reading: Reading, figure: Figure) -> str:
    """Where the more exact number stands, and whether the pass before took it for a fact: "later.fact"; "-" for none."""
    rough = number(figure)
    others = [one for one in reading.page.figures[:MOST] if one.kind == figure.kind and one.sentence != figure.sentence]
    found = [one for one in others if _rounds(figure, rough, number(one))]
    if not found:
        return "-"
    told = [one for one in found if one.index in reading.before and reading.before[one.index].fact]
    first = (told or found)[0]
    return f"{'later' if first.index > figure.index else 'earlier'}.{'fact' if told else 'none'}"


def _rounds(figure: Figure, rough: Decimal, fine: Decimal) -> bool:
    """Whether one number says another in fewer digits: to its own last digit, or on the side that its hedge names."""
    if not rough or not fine or _digits(rough) >= _digits(fine):
        return False
    bound = figure.mention.value.bound
    if (bound == "above" and fine < rough) or (bound == "below" and fine > rough) or abs(rough - fine) > SLACK * fine:
        return False
    unit = Decimal(1).scaleb(int(rough.normalize().as_tuple().exponent))
    return bound != "exact" or 2 * abs(rough - fine) <= unit


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)
