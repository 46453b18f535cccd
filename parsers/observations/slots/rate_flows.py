"""Whether the flow that a rate is told by is that of an amount, in its own sentence or in one beside it."""

from __future__ import annotations

from itertools import islice

from parsers.observations.growth import is_index
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import reach, tally
from parsers.observations.slots.rate_amounts import dated, played, respectively
from parsers.observations.slots.rate_sums import sums
from parsers.observations.slots.rate_words import governed
from parsers.observations.slots.subjects import opening

RIVALS = 6


def known_as(reading: Reading, other: Figure) -> str:
    """What the pass before took an amount for."""
    decision = reading.before.get(other.index)
    return "unknown" if decision is None else "fact" if decision.fact else "no.fact"


def told_by(reading: Reading, figure: Figure, line: Line) -> int:
    """The place of the flow word that a rate is told by: what it is a rise "in", else the last one in front, else the first."""
    flows = line.places("flow")
    near = max((at for at in flows if at < figure.token), default=min(flows, default=-1))
    if governed(reading.words, line, figure.token).startswith("in.flow"):
        return min((at for at in flows if at > figure.token), default=near)
    return near


def same_flow(reading: Reading, figure: Figure, line: Line, other: Figure) -> str:
    """Whether the flow word that the amount was told by is the one that stands next to the rate."""
    decision, near = reading.before.get(other.index), told_by(reading, figure, line)
    if decision is None or not decision.fact or near < 0:
        return "unknown"
    if other.sentence == figure.sentence and decision.flow_at == near:
        return "one"
    return "same" if line.mention(near).value.flow == decision.flow else "other"


def rivalled(reading: Reading, figure: Figure, line: Line, other: Figure) -> str:
    """Whether another amount of the same sentence is of the flow that the rate is told by."""
    others = (one for one in reading.figures_by_sentence[other.sentence] if one.kind == "amount" and one.index != other.index)
    told = any(same_flow(reading, figure, line, one) in ("one", "same") for one in islice(others, RIVALS))
    return "rivalled" if told else "alone"


def elsewhere(reading: Reading, figure: Figure, other: Figure, near: str) -> list[str]:
    """The cues of an amount in the sentence in front or behind."""
    line = reading.line(figure)
    where, flow = "earlier" if other.sentence < figure.sentence else "later", same_flow(reading, figure, line, other)
    begins, when = opening(reading.words, line, figure.token), dated(reading, figure, line, other)
    return [
        where,
        f"{where}.flows={tally(len(line.places('flow')))}",
        f"{where}.turn={near}",
        f"{where}.{known_as(reading, other)}",
        f"{where}.amounts={tally(len(line.places('amount')))}",
        f"{where}.token={reach(0, figure.token)}",
        f"{where}.flow={flow}.{rivalled(reading, figure, line, other)}",
        f"{where}.opening={begins}.period={when}",
        f"{where}.sum={sums(reading, figure, other)}",
        f"{where}.index={'yes' if is_index(reading, figure) else 'no'}",
        f"{where}.rank={_rank(reading, figure, other)}",
    ]


def _rank(reading: Reading, figure: Figure, other: Figure) -> str:
    """Whether rate and amount have the same place in their sentences, where both have one level for each rate."""
    levels = [one for one in reading.figures_by_sentence[other.sentence] if _is_level(reading, one)]
    rates = [one for one in reading.figures_by_sentence[figure.sentence] if one.kind == "change"]
    if len(levels) != len(rates) or other not in levels:
        return f"uneven.{tally(len(levels))}"
    turn = "same" if levels.index(other) == rates.index(figure) else "other"
    return f"{turn}.{'respectively' if respectively(reading.words, reading.line(figure)) else tally(len(rates))}"


def _is_level(reading: Reading, one: Figure) -> bool:
    return one.kind == "amount" and played(reading, one) == "level" and reading.line(one).word(one.token - 1) != "("
