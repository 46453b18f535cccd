"""Products that a sentence does not name again: "the commodity", "these items", "the sector", "they"."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import tally
from parsers.observations.slots.product_words import phrase, text_of
from parsers.observations.themes import names_product, told_of_other
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

BEFORE = 14
BEHIND = 8
CLOSE = 4
SENTENCES = 3
FLOW = (-6, -5, -4, -3, -2, 1, 2, 3)


def anaphor(words: CueWords, line: Line, at: int) -> str:
    """How the words around a figure point back to goods: "own" right beside it or its flow, "near", "pronoun" or "-"."""
    found = "-"
    for place in range(max(at - BEFORE, 0), min(at + BEHIND, len(line))):
        if _points(words, line, place):
            if abs(place - at) <= CLOSE or "<flow>" in {line.word(place + step) for step in FLOW}:
                return "own"
            found = "near"
    if found == "-" and line.word(0) in words.standing_for:
        return "pronoun"
    return found


def _points(words: CueWords, line: Line, at: int) -> bool:
    """Whether the word at a place stands for goods named before: "the commodity", "these goods", "the mentioned item"."""
    if line.word(at) not in words.standins:
        return False
    first, second = line.word(at - 1), line.word(at - 2)
    if first in words.pointing:
        return True
    if first in words.definite:
        return line.word(at) not in words.generic_plurals
    return first in words.mentioned and second in words.before_mentioned


def spoken(reading: Reading, figure: Figure, line: Line, told: str) -> list[Candidate]:
    """The product that the nearest sentence before the figure's speaks of first, whether a figure was told of it or not."""
    for back in range(1, SENTENCES + 1):
        s = figure.sentence - back
        if s < 0:
            break
        other = reading.page.lines[s]
        places = named_places(reading, other)
        if places:
            (low, _), (_, high) = phrase(reading, other, places[0], -1), phrase(reading, other, places[0], 1)
            low, high = min(low, places[0]), max(high, places[0])
            points = anaphor(reading.words, line, figure.token)
            cues = [
                "spoken",
                f"spoken.near={back}",
                f"spoken.anaphor={points}",
                f"spoken.anaphor={points}.{told}",
                f"spoken.many={tally(len(places))}",
                f"spoken.{told}",
            ]
            return [Candidate(text_of(reading, other, low, high), cues)]
    return []


def named_places(reading: Reading, line: Line) -> list[int]:
    """Where a sentence names a product by itself."""
    key = ("named products",)
    if key not in line.memo:
        words, text = reading.words, reading.page.document.text
        places = range(len(line))
        line.memo[key] = [
            at for at in places if names_product(words, text, line, at) and not told_of_other(words, text, line, at)
        ]
    found: list[int] = line.memo[key]
    return found
