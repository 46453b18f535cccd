"""Whose part a share tells of, an area's or a product's, and which sum told before "it" stands for."""

from __future__ import annotations

from parsers.observations.decisions import Decision
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.ends import partner_at
from parsers.observations.words import CueWords

CLAUSE, BACK = 30, 8
AREA, PRODUCT, WORLD = "area", "product", "WLD"
_ENDS = frozenset((";", "<quantity>"))


def sharer(reading: Reading, figure: Figure, decision: Decision, named: int | None) -> tuple[str, int]:
    """What a share is told of, and where that stands: the last in front of it, else the first behind it and its whole.

    "Norway took 5% of the tea" tells of an area, "tea made up 5%" and "5% of it was tea" of a product.
    """
    if decision.pair[1] in (None, WORLD):
        return PRODUCT, -1
    line = reading.line(figure)
    front = range(figure.token - 1, max(figure.token - CLAUSE, -1), -1)
    behind = range(_end(reading.words, line, max(figure.token, named or 0)) + 1, min(figure.token + CLAUSE, len(line)))
    products = _own(reading.words, decision.product)
    for places in (front, behind):
        found = _first(line, places, products, reading.words)
        if found[0]:
            return found
    return "", -1


def _end(words: CueWords, line: Line, at: int) -> int:
    """Where the whole ends whose flow word stands at a place: "exports to Peru" end with it, "were sold to Peru" do not."""
    noun = line.word(at) == "<flow>" and line.mention(at).value.weight != "verb"
    partner = partner_at(line, at, words) if noun else -1
    moved = words.share_verbs | words.predicates
    return at if any(line.word(place) in moved for place in range(at + 1, partner)) else max(at, partner)


def _own(words: CueWords, product: str | None) -> frozenset[str]:
    """The words of a product's name, without those that many have."""
    return frozenset((product or "").lower().split()) - words.generic - words.conjunctions


def _first(line: Line, places: range, products: frozenset[str], words: CueWords) -> tuple[str, int]:
    for at in places:
        word = line.word(at)
        if word == "<area>" and not (places.step < 0 and _led(line, at, words)):
            return AREA, at
        if word in products and "<flow>" not in (line.word(at - 1), line.word(at + 1)):
            return PRODUCT, at
        if word in _ENDS and not _bracketed(line, at):
            break
    return "", -1


def _bracketed(line: Line, at: int) -> bool:
    """Whether a mark only parts a share from its value: "Chile ($5 million; 40%)"."""
    return line.word(at - 1) == "<amount>" and line.word(at - 2) == "("


def _led(line: Line, at: int, words: CueWords) -> bool:
    """Whether an area is only whom something goes to or comes from."""
    before = line.word(at - 2) if line.word(at - 1) in words.determiners else line.word(at - 1)
    return before in words.toward


def stands_for_sum(words: CueWords, line: Line, at: int) -> bool:
    """Whether a share is said to be of what was told before: "5% of it", "in them", "of that sum"."""
    if line.word(at + 1) not in words.within:
        return False
    place, small = at + 2, (words.determiners | words.ordering) - words.summed
    while line.word(place) in small:
        place += 1
    return line.word(place) in words.summed


def last_sum(reading: Reading, figure: Figure) -> Decision | None:
    """What the last amount in front of a figure tells of trade, None where it tells of none."""
    for index in range(figure.index - 1, max(figure.index - BACK, -1), -1):
        if reading.page.figures[index].kind == "amount":
            decision = reading.before.get(index)
            if decision is not None and decision.fact:
                return decision
    return None
