"""Products from outside the sentence: the fact before, the commonest, and the one that the text opened with."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import tally
from parsers.observations.slots.product_place import aside
from parsers.observations.slots.product_words import phrase, text_of
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

FLOWS = 8
SENTENCES = 4


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


def opening(reading: Reading, figure: Figure, line: Line, told: str) -> list[Candidate]:
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
    product = text_of(reading, first, low, high)
    return [Candidate(product, [*cues, *held(reading.words, "opening", product, kin(flow, decision.flow), told)])]


def latest(reading: Reading, figure: Figure, flow: str, told: str) -> list[Candidate]:
    """The product of the last flow word before the sentence that names one, even where no figure was told of it."""
    until = bisect_left(reading.flows, figure.sentence, key=lambda one: one[0])
    for back, (sentence, at, mention) in enumerate(reversed(reading.flows[max(until - FLOWS, 0) : until])):
        line = reading.page.lines[sentence]
        if figure.sentence - sentence > SENTENCES:
            break
        low, high = phrase_at(reading, line, at)
        if low > high or told_at(reading, line, at) != "named":
            continue
        product, near = text_of(reading, line, low, high), figure.sentence - sentence
        related = kin(mention.value.flow, flow)
        cues = [
            "latest",
            f"latest.near={near}",
            f"latest.back={min(back, 2)}",
            f"latest.known={_known(reading, line, low, high)}",
        ]
        cues.append(f"latest.aside={aside(reading.words, line, low, high)}")
        return [Candidate(product, [*cues, *held(reading.words, "latest", product, related, told)])]
    return []


def _known(reading: Reading, line: Line, low: int, high: int) -> str:
    return tally(sum(line.word(at) in reading.words.products for at in range(low, high + 1)))


def kin(first: str, second: str) -> str:
    """How one flow stands to another: the same, the whole of it, a part of it, or another."""
    wholes = ("turnover", "balance")
    if first == second:
        return "same"
    if first in wholes and second in wholes:
        return "wholes"
    return "whole" if first in wholes else "part" if second in wholes else "other"


def held(words: CueWords, source: str, product: str, related: str, told: str) -> list[str]:
    """Cues of a product that a text goes on to mean: of which flow it was said, and how the figure's own flow word is told.

    "Non-oil" and its like part a country's whole trade, and hold for all that is told of it.
    """
    kinds = [source, *([f"{source}.non"] if product.lower().startswith(tuple(words.negating)) else [])]
    return [f"{kind}.{related}.{told}" for kind in kinds]


def own_told(reading: Reading, line: Line, flow_at: int) -> str:
    """How the figure's own flow word is told; "away" where it stands in no place of the sentence."""
    if flow_at < 0:
        return "away"
    low, high = phrase_at(reading, line, flow_at)
    if low <= high:
        return "named" if _known(reading, line, low, high) != "0" else "strange"
    return "sum" if line.word(before_flow(line, flow_at)) in reading.words.sums else told_at(reading, line, flow_at)


def before_flow(line: Line, at: int) -> int:
    """The place in front of a flow word, or of the period that stands there: "total 1986 exports"."""
    return at - 2 if line.word(at - 1) == "<period>" else at - 1


def flow_told(reading: Reading, figure: Figure, line: Line) -> str:
    """How the nearest flow word is told: as a total, with a name, with a generic one, bare; or none is there."""
    flows = line.places("flow")
    if not flows:
        return "none"
    return told_at(reading, line, min(flows, key=lambda place: abs(place - figure.token)))


def told_at(reading: Reading, line: Line, at: int) -> str:
    """How the flow word at a place is told."""
    before = before_flow(line, at)
    if {line.word(before), line.word(before - 1)} & reading.words.totals:
        return "total"
    words = reading.words
    if line.word(at - 1) in words.generic or (line.word(at + 1) in words.belonging and line.word(at + 2) in words.generic):
        return "generic"
    low, high = phrase_at(reading, line, at)
    return "bare" if low > high else "named"


def phrase_at(reading: Reading, line: Line, at: int) -> tuple[int, int]:
    """The product's words right before the flow word at a place, or behind it and "of"."""
    low, high = phrase(reading, line, at - 1, -1)
    if low > high and line.word(at + 1) in reading.words.belonging:
        return phrase(reading, line, at + 2, 1)
    return low, high


def carried(reading: Reading, figure: Figure, line: Line, told: str) -> list[Candidate]:
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
    if near == 0:
        between = range(previous[0].token + 1, figure.token)
        known = any(line.word(at) in reading.words.products for at in between)
        cues.append(
            f"carried.list={'flow' if line.count('<flow>', previous[0].token, figure.token) else 'product' if known else 'alone'}"
        )
    related = kin(previous[1].flow, decision.flow) if decision is not None else "-"
    return [Candidate(previous[1].product, [*cues, *held(reading.words, "carried", previous[1].product, related, told)])]
