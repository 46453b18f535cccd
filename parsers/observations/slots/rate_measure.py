"""Whether a rate speaks of a quantity or of a value: by the words behind it, in its turn where two rates share them."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.words import CueWords

WINDOW, SPAN = 6, 24


def measure(words: CueWords, line: Line, at: int) -> str:
    """Whether words behind a rate say that it speaks of quantity or of value, "-" where they do not."""
    level = at + 2 if line.word(at + 1) == "," else at + 1
    if line.word(level) in ("to", "from") and line.word(level + 1) == "<quantity>":
        return "quantity"
    turn = _turn_of_measures(words, line, at)
    if turn:
        return turn
    for place in range(at + 1, at + 1 + WINDOW):
        found = _measures(words, line.word(place))
        if found:
            return found
        word = line.word(place)
        if not (word in words.measuring or word in words.up or word in words.down):
            break
    return "-"


def _measures(words: CueWords, word: str) -> str:
    return "quantity" if word in words.quantities else "value" if word in words.values else ""


def _turn_of_measures(words: CueWords, line: Line, at: int) -> str:
    """The measure that has a rate's turn ("5 and 7 percent in terms of weight and value, respectively"); "" without a list."""
    told = next((place for place in range(at + 1, at + SPAN) if line.word(place) == "respectively"), -1)
    if told < 0:
        return ""
    rates = [place for place in line.places("change") if at - SPAN < place < told][-2:]
    kinds = [found for place in range(rates[-1] + 1, told) if (found := _measures(words, line.word(place)))]
    return kinds[rates.index(at)] if len(kinds) == len(rates) == 2 and len(set(kinds)) == 2 and at in rates else ""
