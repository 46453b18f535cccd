"""Fit every slot of both passes; the second pass learns from decisions that the first made on documents it had not seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parsers.observations.attach import DETAILS, attach_once, detail_candidates, flow_candidates, flow_place
from parsers.observations.decisions import Decision
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.slots import rate
from parsers.observations.weights import Candidate, Weights, best, score
from parsers.training.align import Truth, right, taught
from parsers.training.labels import Fact, Labelled
from parsers.training.logit import Choice, fit

RIDGE = 3.0
LEAST = 4
# Slots whose templates of few values earn more freedom: held out, the loss of areas is 5% less. Status loses by it.
LIGHT = {"areas": 1 / 3}
SLIGHT = 0.02
MAIN = ("rate", "fact")
# Where labellers were in doubt a row is better left out, but not at the cost of the like of it that they were sure of.
DOUBTED = 0.3


@dataclass(slots=True)
class Example:
    """A labelled document laid out, with what its figures should come to."""

    labelled: Labelled
    reading: Reading
    truth: Truth
    group: int
    weight: float = 1.0


def part(group: int, parts: int) -> int:
    """Which of `parts` a group of documents belongs to."""
    return hashlib.sha1(str(group).encode()).digest()[0] % parts


def learn(examples: Sequence[Example], inner: int = 4) -> dict[str, dict[str, float]]:
    """Weights of both passes; `inner` parts serve to let the first pass decide on documents that it was not fitted on."""
    for example in examples:
        example.reading.look_back({})
    choices = gathered(examples, "1")
    weights = fitted(choices, "1")
    for held in range(inner):
        rest = {slot: [choice for choice in found if part(choice.group, inner) != held] for slot, found in choices.items()}
        apart = fitted(rest, "1") if inner > 1 else weights
        for example in examples:
            if part(example.group, inner) == held:
                example.reading.look_back(attach_once(example.reading, apart, "1")[0])
    return {**weights, **fitted(gathered(examples, "2"), "2")}


def gathered(examples: Sequence[Example], number: str) -> dict[str, list[Choice]]:
    """The choices of every slot in one pass; where several words tell a flow, the later slots look from the likeliest."""
    found = {slot: [choice for example in examples for choice in choices_of(example, slot, {}, number)] for slot in MAIN}
    weights = fitted({"fact": found["fact"]}, number)
    for slot in DETAILS:
        found[slot] = []
    for example in examples:
        for slot in DETAILS:
            found[slot].extend(choices_of(example, slot, weights, number))
    return found


def fitted(choices: Mapping[str, Sequence[Choice]], number: str) -> dict[str, dict[str, float]]:
    """The weights of every slot of one pass."""
    return {f"{slot}.{number}": fit(found, RIDGE, LEAST, light=LIGHT.get(slot, 1.0)) for slot, found in choices.items()}


def choices_of(example: Example, slot: str, weights: Weights, number: str) -> Iterable[Choice]:
    """The choices that one document offers for a slot, with the right candidates marked."""
    reading, truth = example.reading, example.truth
    for figure in reading.page.figures:
        if figure.index in truth.open:
            continue
        facts = truth.facts.get(figure.index, [])
        marked = _marked(reading, figure, slot, facts, truth, weights, number)
        if marked is not None:
            found, good = marked
            weight = example.weight * (DOUBTED if figure.index in truth.doubtful else 1)
            yield Choice(tuple(tuple(candidate.cues) for candidate in found), tuple(good), example.group, weight)


Marked = tuple[list[Candidate], list[bool]]


def _marked(
    reading: Reading, figure: Figure, slot: str, facts: list[Fact], truth: Truth, weights: Weights, number: str
) -> Marked | None:
    if slot == "rate":
        return _marked_rate(reading, figure, truth) if figure.kind == "change" else None
    alone = (
        figure.kind == "amount"
        or ("change", -1) in truth.rates.get(figure.index, ())
        or ("share", -1) in truth.rates.get(figure.index, ())
    )
    if not alone or (not facts and not (slot == "fact" and figure.kind == "amount")):
        return None
    found = flow_candidates(reading, figure)
    if slot == "fact":
        return found, flows_right(found, facts, figure)
    decision = _likeliest(reading, figure, found, facts, weights, number)
    details = detail_candidates(reading, figure, slot, decision)
    return details, taught(slot, details, facts, figure, decision.flow, decision.sign)


def _marked_rate(reading: Reading, figure: Figure, truth: Truth) -> Marked:
    found = rate.candidates(reading, figure)
    wanted = truth.rates.get(figure.index, {("none", -1)})
    good = [candidate.value in wanted for candidate in found]
    if ("share", -1) not in wanted and any(kind == "share" for kind, _ in wanted):
        good = [good_one or candidate.value == ("share", -1) for good_one, candidate in zip(good, found, strict=True)]
    return found, good


def flows_right(found: list[Candidate], facts: list[Fact], figure: Figure) -> list[bool]:
    """The right flow candidates; the mirror of a flow counts too where its own word is not in the figure's sentence.

    "Exports rose. Chile bought goods worth $5 million" states exports as the imports of the other side.
    """
    if not facts:
        return [candidate.value == ("", 0) for candidate in found]
    good = [right("fact", candidate, facts, figure, "") for candidate in found]
    exact = [
        ok and candidate.value[0] in {fact["trade_flow"] for fact in facts} for ok, candidate in zip(good, found, strict=True)
    ]
    if not any(exact):
        return good
    if any(own and "here" in candidate.cues for own, candidate in zip(exact, found, strict=True)):
        return exact
    return [own or (ok and _in_front(candidate)) for own, ok, candidate in zip(exact, good, found, strict=True)]


def _in_front(candidate: Candidate) -> bool:
    """Whether a flow word stands in front of the figure, in its sentence."""
    return "here" in candidate.cues and any(cue.startswith("before.") for cue in candidate.cues)


def _likeliest(
    reading: Reading, figure: Figure, found: list[Candidate], facts: list[Fact], weights: Weights, number: str
) -> Decision:
    """The right flow candidate that the fact slot likes best: its word is where the later slots look from."""
    good = [candidate for candidate, ok in zip(found, flows_right(found, facts, figure), strict=True) if ok]
    score(good, weights.get(f"fact.{number}", {}))
    winner = best(good)
    if winner is None:
        return Decision(fact=True, flow=facts[0]["trade_flow"])
    flow, sign = winner[0].value
    return Decision(fact=True, flow=flow, sign=sign, flow_at=flow_place(reading, figure, winner[0]))


def rounded(weights: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """The weights in hundredths; cues of next to none left out.

    Quarters, which served while a candidate had few cues, blur the sum of forty of them: they cost a point of F1 held out.
    """
    return {slot: {cue: round(value, 2) for cue, value in cues.items() if abs(value) >= SLIGHT} for slot, cues in weights.items()}
