"""Shares of trade that are no parts of goods: what goes by some way, and what is paid in some money."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.slots.setting import whole_of
from parsers.observations.words import CueWords

WINDOW, LEAD = 16, 5
_FIGURES = frozenset(("<amount>", "<change>"))


def of_passage(line: Line, at: int, words: CueWords) -> bool:
    """Whether a rate is the part of a flow that goes some way or is paid in some money: "95% of exports go by sea"."""
    if whole_of(line, at, words) != "flow":
        return False
    behind = _until(line, range(at + 1, at + 1 + WINDOW), words)
    front = _until(line, range(at - 1, max(at - 1 - WINDOW, -1), -1), words)
    return any(_goes_by(line, place, at, words) for place in behind) or any(_makes_up(line, place, at, words) for place in front)


def _until(line: Line, places: range, words: CueWords) -> list[int]:
    """The places up to the next figure or break."""
    found: list[int] = []
    for place in places:
        word = line.word(place)
        if word in _FIGURES or word in words.breaks or word in (";", "$", "^"):
            break
        found.append(place)
    return found


def _goes_by(line: Line, place: int, at: int, words: CueWords) -> bool:
    """Whether a word behind a share is a way or a money that a preposition leads to: "through Nautical Port", "in rubles"."""
    word, before = line.word(place), line.word(place - 1)
    if word in words.modes:
        return before in words.by_way
    near = {line.word(step) for step in range(max(place - LEAD, at), place)}
    if word in words.passages:
        return bool(near & words.by_way)
    return word in words.moneys and bool(near & words.by_money)


def _makes_up(line: Line, place: int, at: int, words: CueWords) -> bool:
    """Whether a word in front of a share is a way or a money that handles it: "the port handles 90% of trade"."""
    word = line.word(place)
    if line.word(place + 1) == "<flow>" and word not in words.passages:
        return False
    if any(line.word(step) == "," and line.word(step + 1) not in words.relatives for step in range(place + 1, at)):
        return False
    between = [line.word(step) for step in range(place + 1, at)]
    told = any(one in words.handling or one in words.share_verbs for one in between)
    return told and (word in words.passages or word in words.moneys)
