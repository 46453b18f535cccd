"""The area that a sentence leads to before all else: "From Peru it bought goods worth $5m", "With Peru there was a surplus"."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.slots.places import opening
from parsers.observations.slots.sides import Side
from parsers.observations.words import CueWords


def fronted(line: Line, figure: Figure, words: CueWords) -> int:
    """The place of the one area that a word of partnership leads to at the head of a figure's sentence, or -1.

    It is with that one that the sentence goes on up to the first word that breaks it ("but", a semicolon).
    """
    start = opening(line)
    at = start + (2 if line.word(start + 1) in words.definite else 1)
    alone = line.word(at) == "<area>" and line.word(at + 1) not in words.genitives | words.conjunctions
    leads = alone and line.word(start) in words.toward
    return at if leads and at < figure.token and not line.count("break", at, figure.token) else -1


def headed(line: Line, at: int, ref: Side, other: Side) -> list[str]:
    """The cue of a pair by where the area at the head of the sentence stands in it; none for a place of -1."""
    code = line.mention(at).value.code if at >= 0 else None
    if code is None:
        return []
    return [f"front={'other' if other.code == code else 'ref' if ref.code == code else 'broken'}"]
