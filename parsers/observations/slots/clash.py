"""Whether another figure of the text already tells the same statistic: of two numbers for one, one is read wrongly."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from parsers.observations.decisions import Decision
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.told import again, number, statistic

FIRST = 24
_PARTS = {"period": "period", "areas": "pair", "product": "product", "status": "status"}


def clash(reading: Reading, figure: Figure, slot: str, value: Any) -> list[str]:
    """Cues of how a filling of a slot would stand to what the pass before found in the rest of the text."""
    decision = reading.before.get(figure.index)
    if decision is None or not decision.fact:
        return []
    own = number(figure)
    others = reading.past.told.statistics.get(statistic(figure.kind, _with(decision, slot, value)), ())[:FIRST]
    rows = [(other, again(printed, own)) for other, printed in others if other != figure.index]
    rivals = [other for other, same in rows if not same]
    cues = ["agree"] if len(rivals) < len(rows) else []
    return [*cues, *_against(reading, figure, rivals)] if rivals else cues


def _with(decision: Decision, slot: str, value: Any) -> Decision:
    if slot == "fact":
        return replace(decision, flow=value[0])
    return replace(decision, **{_PARTS[slot]: value})


def _against(reading: Reading, figure: Figure, rivals: list[int]) -> list[str]:
    figures = reading.page.figures
    here = any(figures[other].sentence == figure.sentence for other in rivals)
    order = "before" if rivals[0] < figure.index else "after"
    return ["clash", f"clash.{'here' if here else 'apart'}.{order}", *(["clash.many"] if len(rivals) > 1 else [])]
