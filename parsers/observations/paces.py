"""How much a day the flows come to that a pass took for facts, so that one of quite another size is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from parsers.observations.page import Figure
from parsers.observations.told import Decided, number

Kind = tuple[str, str, str]
Paces = Mapping[Kind, Mapping[object, list[tuple[int, Decimal]]]]


def paces(figures: Iterable[Figure], decisions: Mapping[int, Decided]) -> Paces:
    """The paces of all amounts taken for facts, by figure; those of one flow, currency and product by pair."""
    found: dict[Kind, dict[object, list[tuple[int, Decimal]]]] = {}
    for figure in figures:
        decision = decisions.get(figure.index)
        own = pace(figure, decision)
        if decision is not None and own is not None:
            rows = found.setdefault(kind_of(figure, decision), {})
            rows.setdefault(ends(decision.flow, decision.pair), []).append((figure.index, own))
    return found


def pace(figure: Figure, decision: Decided | None) -> Decimal | None:
    """How much a day an amount of a dated flow comes to; None for other figures, and for balances, which leap."""
    if decision is None or not decision.fact or figure.kind != "amount" or decision.flow == "balance":
        return None
    start, end, size = decision.period.start, decision.period.end, number(figure)
    return size / ((end - start).days + 1) if start is not None and end is not None and end >= start and size else None


def kind_of(figure: Figure, decision: Decided) -> Kind:
    """What two amounts must have alike to be measured against each other."""
    return decision.flow, str(figure.mention.value.currency), (decision.product or "").lower()


def ends(flow: str, pair: tuple[str | None, str | None]) -> object:
    """A pair, without its order where the flow has no direction."""
    return frozenset(pair) if flow == "turnover" else pair
