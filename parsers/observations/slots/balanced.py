"""Whether a filling fits the sums that a figure has a part in: turnover of exports and imports, one pair, one period."""

from __future__ import annotations

from typing import Any

from parsers.observations.decisions import Decision
from parsers.observations.page import Figure
from parsers.observations.reading import Reading

NONE = "none"
MOST = 2
# Flows of which one is the sum of the other two.
BALANCED = frozenset((frozenset(("turnover", "exports", "imports")), frozenset(("exports", "imports", "balance"))))


def balanced_flow(reading: Reading, figure: Figure, flow: str) -> list[str]:
    """Cues of a flow ("" for no trade figure) by the sums of its figure and the flows of the others in them."""
    own = flow or NONE
    cues = [f"steps.{'none' if own == NONE else 'flow'}"] if figure.index in reading.steps else []
    for addition in reading.additions.get(figure.index, ())[:MOST]:
        cues.append(f"sums.{addition.part}.{own}")
        told = [reading.before.get(other) for other in addition.others]
        if None in told:
            continue
        flows = [decision.flow if decision and decision.fact else NONE for decision in told]
        fits = frozenset((*flows, own)) in BALANCED
        cues.append(f"sums.fit={'yes' if fits else own if own == NONE else 'no'}")
        if NONE in flows:
            cues.append(f"sums.beside.none={'none' if own == NONE else 'flow'}")
    return cues


def balanced_detail(reading: Reading, figure: Figure, slot: str, value: Any) -> list[str]:
    """Cues of a period, pair or product: whether the other figures of a sum have the same."""
    if slot not in ("period", "areas", "product"):
        return []
    cues: list[str] = []
    for addition in reading.additions.get(figure.index, ())[:1]:
        facts = [decision for other in addition.others for decision in [reading.before.get(other)] if decision and decision.fact]
        # The step between a value and its base adds up too, and says that their periods differ.
        kind = "sums.step" if slot == "period" and {figure.index, *addition.others} & reading.operands else "sums"
        cues.extend(f"{kind}.{'same' if _compared(slot, value) == _of(decision, slot) else 'other'}" for decision in facts)
    return cues


def _of(decision: Decision, slot: str) -> object:
    value: object = {"period": decision.period, "areas": decision.pair, "product": decision.product}[slot]
    return _compared(slot, value)


def _compared(slot: str, value: Any) -> object:
    if slot == "areas":
        return frozenset(value)
    return bool(value) if slot == "product" else value
