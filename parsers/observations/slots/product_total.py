"""The total: no product at all, and what speaks for it."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import reach, tally
from parsers.observations.slots.product_anaphor import anaphor
from parsers.observations.slots.product_place import evidence, is_whole
from parsers.observations.slots.product_topic import before_flow, flow_told, own_told
from parsers.observations.told import DIGITS, again, number, shortened
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

WEIGHED = 5


def total(reading: Reading, figure: Figure, line: Line, found: list[Candidate], flow_at: int) -> Candidate:
    """The candidate without a product, beside those that name one."""
    own, best = own_told(reading, line, flow_at), evidence(found)
    cues = [
        "total",
        f"total.{flow_told(reading, figure, line)}",
        f"total.whole={'yes' if is_whole(reading.words, line, figure.token) else 'no'}",
        f"total.own={own}",
        f"total.owned={_owned(reading, line, flow_at)}",
        f"total.owned={_owned(reading, line, flow_at)}.{own}",
        f"total.anaphor={anaphor(reading.words, line, figure.token)}",
        f"total.evidence={best}",
        f"total.evidence={best}.{own}",
        f"total.known={tally(_known(reading, line, found))}",
        f"total.flows={tally(len(line.places('flow')))}",
        f"total.candidates={tally(len(found))}",
        f"total.measure={_measured(reading.words, line, figure.token)}",
        f"total.goods={_unnamed(reading.words, line, figure.token)}",
    ]
    found_before = [*_before(reading, figure, line, flow_at), *_echo(reading, figure)]
    return Candidate(None, [*cues, *_nearest(reading.words, figure, line), *found_before])


def _measured(words: CueWords, line: Line, at: int) -> str:
    """Whether the money says what a quantity is worth, or a number is told "in value": what has a weight is goods."""
    if any(line.word(at - step) == "<quantity>" for step in range(1, WEIGHED)):
        return "worth"
    if any(line.word(place - 1) in words.within and line.word(place) in words.in_value for place in range(1, len(line))):
        return "value"
    return "beside" if line.places("quantity") else "none"


def _unnamed(words: CueWords, line: Line, at: int) -> str:
    """Whether the money is of goods that have no name: "$5 million worth of goods", "exported goods worth $5 million"."""
    behind = next((line.word(at + step + 1) for step in (1, 2) if line.word(at + step) in words.belonging), "")
    before = line.word(at - 2) if line.word(at - 1) in words.valuing else ""
    return "generic" if {behind, before} & words.generic else "-"


def _owned(reading: Reading, line: Line, flow_at: int) -> str:
    """Whether the figure's own flow is called a country's whole one ("Peru's total exports", "of all exports")."""
    last = before_flow(line, flow_at)
    if flow_at < 0 or line.word(last) not in reading.words.sums:
        return "-"
    before = line.word(last - 1)
    owned = before in ("'", "<area>") or before in reading.words.whole_owners or before in reading.words.sums
    return "whole" if owned else "sum"


def _known(reading: Reading, line: Line, found: list[Candidate]) -> int:
    """How many candidates of the sentence hold a word of a known product."""
    spans = [candidate.data for candidate in found if isinstance(candidate.data, tuple)]
    told = sum(any(line.word(at) in reading.words.products for at in range(low, high + 1)) for low, high in spans)
    return told + sum("counted" in candidate.cues for candidate in found)


def _nearest(words: CueWords, figure: Figure, line: Line) -> list[str]:
    """The words around the nearest flow word, and words of whole trade anywhere in the sentence."""
    cues, flows = [], line.places("flow")
    if flows:
        nearest = min(flows, key=lambda at: abs(at - figure.token))
        cues.append(f"total.before.flow={line.word(nearest - 1)}")
        cues.append(f"total.reach={reach(nearest, figure.token)}")
        if nearest + 1 < len(line):
            cues.append(f"total.after.flow={line.word(nearest + 1)}")
    said = sorted(words.whole_trade & {token.word for token in line.tokens})
    return [*cues, *(f"total.word={word}" for word in said)]


def _before(reading: Reading, figure: Figure, line: Line, flow_at: int) -> list[str]:
    """What the pass before found: in the fact in front, for the figure itself, in the whole text."""
    cues = []
    previous = reading.fact_before(figure)
    if previous is not None:
        near = min(figure.sentence - previous[0].sentence, 3)
        cues.append(f"total.previous={'total' if previous[1].product is None else 'product'}.{near}")
    decision = reading.before.get(figure.index)
    if decision is not None:
        cues.append(f"total.flow={decision.flow}")
        cues.append(f"total.pure={reading.purity.get(decision.flow, 'no')}.{flow_told(reading, figure, line)}")
    if reading.before:
        products = sum(d.fact and d.product is not None for d in reading.before.values())
        facts = sum(d.fact for d in reading.before.values()) or 1
        share = products / facts
        part = "none" if share == 0 else "few" if share < 0.34 else "half" if share < 0.67 else "most"
        cues.extend([f"total.share={part}", f"total.share={part}.owned={_owned(reading, line, flow_at)}"])
    return cues


def _echo(reading: Reading, figure: Figure) -> list[str]:
    """Whether the figure's own number, told again elsewhere, was taken for a total or for a product's."""
    decision = reading.before.get(figure.index)
    if decision is None or not decision.fact:
        return []
    own = number(figure)
    near = reading.past.told.numbers.get((figure.kind, decision.flow, shortened(own, DIGITS)), ())
    others = [reading.before[index].product for index, value, _ in near if index != figure.index and again(own, value)]
    return [f"total.echo={'product' if any(others) else 'total'}"] if others else []
