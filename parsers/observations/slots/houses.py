"""Whether a flow word is a firm's own: "the brewery's exports", "the group, whose imports", "the mill raised its exports"."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.words import CueWords

NEAR, BACK = 4, 14
_STOPS = frozenset((",", ";", ":", "<amount>", "<change>", "<flow>"))


def of_house(line: Line, flow_at: int, words: CueWords) -> str:
    """How a firm owns a flow word: "own" by a possessive, "its" or "whose" that stands for it; "-" where none does."""
    for at in range(flow_at - 1, max(flow_at - 1 - NEAR, -1), -1):
        word = line.word(at)
        if _owns(word, words):
            return "own"
        if word in words.owned_by:
            return "its" if _house_before(line, at, words) else "-"
        if word in _STOPS or word == "<area>" or word in words.breaks:
            break
    return "-"


def _owns(word: str, words: CueWords) -> bool:
    """Whether a word that carries the mark of a possessor is a firm: "the brewery's"."""
    return any(word.endswith(mark) and word.removesuffix(mark) in words.houses for mark in words.genitives)


def _house_before(line: Line, its: int, words: CueWords) -> bool:
    """Whether the nearest that "its" or "whose" may stand for is a firm, and no area."""
    for at in range(its - 1, max(its - 1 - BACK, -1), -1):
        word = line.word(at)
        if word in words.houses:
            return True
        if word == "<area>" or word in ("<flow>", ";"):
            return False
    return False
