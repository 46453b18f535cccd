"""Who takes and who gives what a figure counts: "Peru bought $5 million worth", "with Chile taking 30%", "supplied by Norway"."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.words import CueWords

REACH = 12
# Between an area and its verb: "Peru, the largest buyer, took" is too far, "Peru alone took" is not.
BESIDE = 3
NONE = (-1, "")


def dealer(line: Line, figure: Figure, words: CueWords) -> tuple[int, str]:
    """The place of the area that takes or gives what a figure counts, and which of both ("takes", "gives"); or (-1, "")."""
    for at in range(figure.token - 1, max(figure.token - 1 - REACH, 0), -1):
        word = line.word(at)
        if word in words.breaks or word == f"<{figure.kind}>":
            break
        role = _role(line, at, words)
        if role:
            place = _doer(line, at, words)
            return (place, role) if place >= 0 else NONE
    return NONE


def _role(line: Line, at: int, words: CueWords) -> str:
    """What the verb at a place says of its subject, "" where it says neither; "bought" and "supplied" tell flows too."""
    word = line.word(at)
    if word == "<flow>" and line.mention(at).value.weight == "loose":
        return "takes" if line.mention(at).value.flow == "imports" else "gives"
    return "takes" if word in words.taking else "gives" if word in words.giving else ""


def _doer(line: Line, verb: int, words: CueWords) -> int:
    """The area in front of a verb that does what it says: no partner that something leads to, no possessor; or -1."""
    for at in range(verb - 1, max(verb - 1 - BESIDE, -1), -1):
        word = line.word(at)
        if word in words.personal:
            return meant(line, at, words)
        if word == "<area>":
            led = line.word(at - 1) in words.toward - words.company
            return -1 if led or line.word(at + 1) in words.genitives or _of_goods(line, at, verb, words) else at
        if word.startswith("<") or word in (",", ";") or word in words.uniting:
            break
    return -1


def _of_goods(line: Line, at: int, verb: int, words: CueWords) -> bool:
    """Whether an area only says where goods are from: "Peruvian goods bought by Chile"."""
    goods = words.products | words.generic_plurals
    return line.mention(at).value.form == "adjective" and any(line.word(place) in goods for place in range(at + 1, verb))


def meant(line: Line, at: int, words: CueWords) -> int:
    """The area that "it" at a place means: the only one that the sentence has named, else the one that it begins with; or -1."""
    named = [place for place in line.places("area") if place < at]
    if any(_lead(line, place, words) in words.toward - words.company for place in named[:1]):
        return -1
    if len(named) == 1:
        return named[0] if line.word(named[0] + 1) not in words.genitives else -1
    begun = [place for place in named if place < 2 and (place == 0 or line.word(0) in words.determiners)]
    return begun[0] if begun and line.word(begun[0] + 1) not in words.genitives | words.uniting | {",", "-"} else -1


def _lead(line: Line, at: int, words: CueWords) -> str:
    """The word in front of an area, an article passed over."""
    return line.word(at - 2) if line.word(at - 1) in words.definite else line.word(at - 1)
