"""Whose flow a flow word tells and with whom, by the words right around it: "Pakistan's rice exports to China"."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.words import CueWords

FAR = 9
NEAR = 4
_HALTS = frozenset((",", ";", ":", ".", "<amount>", "<change>", "<flow>"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


def owner_at(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the area that owns a flow: possessive or right before it, or behind "of"; -1 where there is none."""
    for at in range(flow_at - 1, max(flow_at - FAR, -1), -1):
        word = line.word(at)
        if word in _HALTS or word in words.breaks:
            break
        if word == "<area>":
            if line.word(at + 1) in _POSSESSIVE or (flow_at - at <= NEAR and not _led(line, at, words)):
                return at
            break
    return _after(line, flow_at, words, owning=True)


def partner_at(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of the area that a flow goes to, comes from or is shared with; -1 where there is none."""
    return _after(line, flow_at, words, owning=False)


def _led(line: Line, at: int, words: CueWords) -> bool:
    """Whether a word of partnership stands before an area, an article between allowed."""
    before = line.word(at - 1)
    return before in words.toward or (before in words.determiners and line.word(at - 2) in words.toward)


def _after(line: Line, flow_at: int, words: CueWords, owning: bool) -> int:
    led = ""
    for at in range(flow_at + 1, min(flow_at + FAR, len(line))):
        word = line.word(at)
        if word in _HALTS or word in words.breaks:
            break
        if word == "<area>" and led:
            return at if (led == "owning") == owning else -1
        if word in words.toward or word in words.owning:
            led = "toward" if word in words.toward else led or "owning"
    return -1
