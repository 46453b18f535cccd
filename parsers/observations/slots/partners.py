"""Whose partner, buyer or supplier somebody is: "Chile is Peru's largest market", "the first partner of Tula Oblast"."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.slots.ends import possesses
from parsers.observations.words import CueWords

BACK = 6
BEFORE, BEHIND = 6, 3


def partnered(reading: Reading, sentence: int) -> str:
    """The area whose partner was named last up to a sentence, "" where none was of late."""
    for earlier in range(sentence, max(sentence - BACK - 1, -1), -1):
        owner = _owner(reading.page.lines[earlier], reading.words)
        if owner:
            return owner
    return ""


def _owner(line: Line, words: CueWords) -> str:
    """The area whose partner a line names last, worked out once."""
    if ("partnered",) not in line.memo:
        places = [_place(line, at, words) for at in range(len(line)) if line.word(at) in words.counterparts]
        codes = [line.mention(at).value.code for at in places if at >= 0]
        line.memo["partnered",] = next((code for code in reversed(codes) if code), "")
    return str(line.memo["partnered",])


def _place(line: Line, at: int, words: CueWords) -> int:
    """The place of the area that has the partner at a place: its possessor, or the one that "of" leads to; or -1."""
    if line.word(at + 1) in words.partner_of:
        for place in range(at + 2, at + 2 + BEHIND):
            if line.word(place) == "<area>":
                return place
            if line.word(place) not in words.determiners:
                break
    for place in range(at - 1, max(at - 1 - BEFORE, -1), -1):
        if line.word(place) == "<area>":
            return place if possesses(line, place, words) else -1
        if line.word(place) in (",", ";") or line.word(place).startswith("<"):
            break
    return -1
