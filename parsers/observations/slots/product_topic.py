"""Products from outside the sentence: the fact before, the commonest, and the one that the text opened with."""

from __future__ import annotations

from collections import Counter

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import tally
from parsers.observations.slots.product_words import phrase, text_of
from parsers.observations.weights import Candidate


def topic(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """The product that most facts of the text are of."""
    products = Counter(decision.product for decision in reading.before.values() if decision.fact and decision.product)
    if not products:
        return []
    product, number = products.most_common(1)[0]
    facts = sum(decision.fact for decision in reading.before.values())
    share = "most" if number * 2 > facts else "half" if number * 3 > facts else "few"
    return [
        Candidate(
            product,
            [
                "topic",
                f"topic.share={share}",
                f"topic.share={share}.flows={tally(len(line.places('flow')))}",
                f"topic.{flow_told(reading, figure, line)}",
            ],
        )
    ]


def opening(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """The product of the text's first flow words: what "exports" alone may go on to mean."""
    decision = reading.before.get(figure.index)
    if decision is None or not reading.flows or reading.flows[0][0] >= figure.sentence:
        return []
    sentence, at, _ = reading.flows[0]
    first = reading.page.lines[sentence]
    low, high = phrase_at(reading, first, at)
    if low > high:
        return []
    flow = reading.flows[0][2].value.flow
    same = "same" if decision.flow == flow else "other"
    spot = "headline" if sentence < reading.body else "body"
    cues = [
        f"opening.{spot}",
        f"opening.{same}.{flow_told(reading, figure, line)}",
        f"opening.{same}.pure={reading.purity.get(flow, 'no')}",
    ]
    return [Candidate(text_of(reading, first, low, high), cues)]


def flow_told(reading: Reading, figure: Figure, line: Line) -> str:
    """How the nearest flow word is told: as a total, with a name, with a generic one, bare; or none is there."""
    flows = line.places("flow")
    if not flows:
        return "none"
    return told_at(reading, line, min(flows, key=lambda place: abs(place - figure.token)))


def told_at(reading: Reading, line: Line, at: int) -> str:
    """How the flow word at a place is told."""
    if {line.word(at - step) for step in (1, 2)} & reading.words.totals:
        return "total"
    if line.word(at - 1) in reading.words.generic or (line.word(at + 1) == "of" and line.word(at + 2) in reading.words.generic):
        return "generic"
    low, high = phrase_at(reading, line, at)
    return "bare" if low > high else "named"


def phrase_at(reading: Reading, line: Line, at: int) -> tuple[int, int]:
    """The product's words right before the flow word at a place, or behind it and "of"."""
    low, high = phrase(reading, line, at - 1, -1)
    if low > high and line.word(at + 1) == "of":
        return phrase(reading, line, at + 2, 1)
    return low, high


def carried(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    previous = reading.fact_before(figure)
    if previous is None or previous[1].product is None:
        return []
    near = min(figure.sentence - previous[0].sentence, 3)
    decision = reading.before.get(figure.index)
    same = decision is not None and decision.flow == previous[1].flow
    cues = [
        f"carried.{near}",
        f"carried.flows={tally(len(line.places('flow')))}",
        f"carried.{near}.flow.{'same' if same else 'other'}",
        f"carried.{flow_told(reading, figure, line)}",
    ]
    return [Candidate(previous[1].product, cues)]
