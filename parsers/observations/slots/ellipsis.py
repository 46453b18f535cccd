"""Whose flow a figure tells of where the flow word is left out: "Peru's exports rose to $5m and Chile's to $3m"."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.words import CueWords

BACK = 9
NONE = (-1, "")


def standing_in(line: Line, figure: Figure, flow_at: int, words: CueWords) -> tuple[int, str]:
    """The place of the area that "those of" or a possessor without a noun ties to a figure, and how; or (-1, "")."""
    for at in range(figure.token - 1, max(figure.token - 1 - BACK, flow_at), -1):
        word = line.word(at)
        if word == "<flow>" or word in words.breaks:
            break
        if word == "<area>":
            return _tied(line, at, words)
    return NONE


def _tied(line: Line, at: int, words: CueWords) -> tuple[int, str]:
    before = at - 2 if line.word(at - 1) in words.definite else at - 1
    if line.word(before - 1) in words.demonstrative and line.word(before) in words.toward | words.belonging:
        rival = line.word(before - 2) in words.contenders or line.word(before - 2) in words.contending
        return NONE if rival else (at, line.word(before))
    if line.word(at + 1) in words.genitives and _bare(line, at + 2, words):
        return at, "own"
    return NONE


def _bare(line: Line, at: int, words: CueWords) -> bool:
    """Whether a possessor has no noun behind: a verb, a figure or a word of direction follows at once."""
    word = line.word(at)
    return word in words.up | words.down | words.toward | words.having | words.behind_possessors
