"""Fill the slots of every figure from scored candidates; twice, the second time with the first one's decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from parsers.model import Period
from parsers.observations.decisions import Decision, Pair
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.slots import areas, fact, period, product, rate, status
from parsers.observations.slots.balanced import balanced_detail, balanced_flow
from parsers.observations.slots.clash import clash
from parsers.observations.slots.scale import scaled
from parsers.observations.so_far import same_so_far
from parsers.observations.weights import Candidate, Weights, best, evenly, itself, score

PASSES = ("1", "2")
# Held out, this turns every sixth guessed period into none and leaves as many right; twice as much costs right ones.
WARY = 1.5
DETAILS = ("period", "areas", "product", "status")


@dataclass(slots=True)
class Filled:
    """The slots of one figure: candidates and the chosen one of each, with the probability of its value."""

    figure: Figure
    candidates: dict[str, list[Candidate]] = field(default_factory=dict)
    chosen: dict[str, Candidate] = field(default_factory=dict)
    probability: dict[str, float] = field(default_factory=dict)


def attach(reading: Reading, weights: Weights) -> tuple[dict[int, Decision], dict[int, Filled]]:
    """The decisions for every figure of a page, and how they came about, in the second pass."""
    slots: dict[int, Filled] = {}
    for number in PASSES:
        decisions, slots = attach_once(reading, weights, number)
        reading.look_back(decisions)
    return reading.before, slots


def attach_once(reading: Reading, weights: Weights, number: str) -> tuple[dict[int, Decision], dict[int, Filled]]:
    """One pass over the figures of a page with the weights of that pass."""
    decisions, slots = {}, {}
    for figure in reading.page.figures:
        filled = Filled(figure)
        decisions[figure.index] = _decide(reading, figure, filled, weights, number)
        slots[figure.index] = filled
    return decisions, slots


def _fill(
    filled: Filled,
    slot: str,
    found: list[Candidate],
    weights: Weights,
    number: str,
    same: Callable[[Any], object] = itself,
) -> Candidate | None:
    score(found, weights.get(f"{slot}.{number}", {}))
    filled.candidates[slot] = found
    winner = best(found, same, _wary if slot == "period" else evenly)
    if winner is None:
        return None
    filled.chosen[slot], filled.probability[slot] = winner
    return winner[0]


def _same(reading: Reading, slot: str, flow: str) -> Callable[[Any], object]:
    """What makes two fillings of a slot one: turnover has no direction, and every product stands against the total.

    A year that was not over when the text was published is that year so far.
    """
    if slot == "period":
        return partial(same_so_far, reading.dating.published)
    if slot == "areas" and flow == "turnover":
        return frozenset
    if slot == "product":
        return _is_total
    return itself


def _wary(value: object) -> float:
    """That none can be known counts for more: a wrong period is worse, and one that several sentences hand on gathers much."""
    return WARY if value == Period() else 1.0


def _flow_alone(value: Any) -> object:
    """Balances are one whatever their sign: a figure near "trade balance" and "deficit" is told by both."""
    return value[0]


def _is_total(value: object) -> bool:
    return value is None


def _decide(reading: Reading, figure: Figure, filled: Filled, weights: Weights, number: str) -> Decision:
    decision = Decision(fact=True)
    if figure.kind == "change":
        measured = _fill(filled, "rate", rate.candidates(reading, figure), weights, number)
        decision.rate = measured.value if measured else ("none", -1)
        if decision.rate is None or decision.rate[0] == "none" or decision.rate[1] >= 0:
            return Decision(fact=False, rate=decision.rate)
    found = flow_candidates(reading, figure)
    chosen = _fill(filled, "fact", found, weights, number, _flow_alone)
    if chosen is None or chosen.value == ("", 0):
        return Decision(fact=False, rate=decision.rate)
    decision.flow, decision.sign = chosen.value
    decision.flow_at = flow_place(reading, figure, chosen)
    for slot in DETAILS:
        found = detail_candidates(reading, figure, slot, decision)
        chosen = _fill(filled, slot, found, weights, number, _same(reading, slot, decision.flow))
        if chosen is not None:
            _keep(decision, slot, chosen)
    return decision


def flow_candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """The candidates of the fact slot; a rate that stands alone has been told from no fact by its own slot."""
    found = fact.candidates(reading, figure)
    for candidate in found:
        candidate.cues.extend(balanced_flow(reading, figure, candidate.value[0]))
        if candidate.value[0]:
            candidate.cues.extend(clash(reading, figure, "fact", candidate.value))
    return [candidate for candidate in found if candidate.value != ("", 0)] if figure.kind == "change" else found


def flow_place(reading: Reading, figure: Figure, chosen: Candidate) -> int:
    """The token of the chosen flow word in the figure's sentence, -1 where it is carried."""
    line = reading.line(figure)
    return next((at for at in line.places("flow") if line.tokens[at].start == chosen.start), -1)


def detail_candidates(reading: Reading, figure: Figure, slot: str, decision: Decision) -> list[Candidate]:
    """The candidates of one of the slots that follow the flow, with how they fit the rest of the text."""
    found = _details(reading, figure, slot, decision)
    for candidate in found:
        candidate.cues.extend(balanced_detail(reading, figure, slot, candidate.value))
        candidate.cues.extend(clash(reading, figure, slot, candidate.value))
        if slot == "areas":
            candidate.cues.extend(scaled(reading, figure, candidate.value))
    return found


def _details(reading: Reading, figure: Figure, slot: str, decision: Decision) -> list[Candidate]:
    if slot == "period":
        return period.candidates(reading, figure)
    if slot == "areas":
        return areas.candidates(reading, figure, decision.flow, decision.flow_at)
    if slot == "product":
        return product.candidates(reading, figure, decision.flow, decision.flow_at)
    return status.candidates(reading, figure)


def _keep(decision: Decision, slot: str, chosen: Candidate) -> None:
    value = chosen.value
    if slot == "period" and isinstance(value, Period):
        decision.period = value
    elif slot == "areas":
        decision.pair = _as_told(chosen, decision.flow)
    elif slot == "product":
        decision.product = value
    else:
        decision.status = str(value)


def _as_told(chosen: Candidate, flow: str) -> Pair:
    """The pair; of a turnover, which has no direction, the area that the sentence names first comes first."""
    pair: Pair = chosen.value
    ref, other = chosen.data
    turned = flow == "turnover" and 0 <= other.at < ref.at
    return pair[::-1] if turned else pair
