"""Who is called a buyer or a supplier: "Peru was the largest market, with $5 million", "the main suppliers were Chile ($3m)"."""

from __future__ import annotations

from dataclasses import replace

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.claims import claimed
from parsers.observations.slots.dealers import dealer
from parsers.observations.slots.peers import peers
from parsers.observations.words import CueWords

# So far may a noun stand from the verb or the area that it is said of, so many facts back, so far in front of a figure.
REACH, STEP, BACK, SPAN = 9, 12, 4, 80
NONE = (-1, "")
_MARKS = frozenset((":", "–", "—"))
_STOPS = frozenset(("<amount>", "<change>", ";"))


def calling(line: Line, figure: Figure, claim: int, words: CueWords) -> tuple[int, str]:
    """The place of the area that is called a buyer or a supplier with a figure, and which ("takes", "gives"); or (-1, "").

    `claim` is the place of the area that stands at the figure, -1 where none does.
    """
    for at in range(figure.token - 1, max(figure.token - 1 - SPAN, -1), -1):
        if line.word(at) in words.breaks - _MARKS:
            break
        role = role_of(line, at, words)
        if role:
            return _said_of(line, figure, claim, at, role, words)
    return NONE


def part(reading: Reading, figure: Figure, back: int = BACK) -> tuple[int, str]:
    """The place of the area that takes or gives what a figure counts, and which of both; or (-1, "").

    A verb or a noun says so, the verb of the one before in a list ("Peru bought $5m, Chile $3m"), or the last sentence where its
    own has no word of trade ("Next were Chile with $3m").
    """
    line, words = reading.line(figure), reading.words
    at, role = dealer(line, figure, words)
    if at >= 0:
        return at, role
    claim = claimed(line, figure, words)[0]
    at, role = calling(line, figure, claim, words)
    if at >= 0 or claim < 0:
        return at, role
    role = _listed(line, figure, claim, words) or _resumed(reading, figure, line, back)
    return (claim, role) if role else NONE


def _listed(line: Line, figure: Figure, claim: int, words: CueWords) -> str:
    """What the verb of the figure before says of its area, where nothing but a joining word stands between; "" for nothing."""
    head = min(peers(line, figure, words) | {claim})
    last = next((at for at in reversed(line.places(figure.kind)) if at < head), -1)
    joins = (line.word(at) for at in range(last + 1, head))
    if last < 0 or not all(word in (",", ";", "<period>") or word in words.definite | words.joints for word in joins):
        return ""
    return dealer(line, replace(figure, token=last), words)[1]


def _resumed(reading: Reading, figure: Figure, line: Line, back: int) -> str:
    """What the fact before says of its area, where a sentence has no word of trade; so many facts `back` at most."""
    previous = None if back == 0 or line.places("flow") else reading.fact_before(figure)
    if previous is None or figure.sentence - previous[0].sentence not in (0, 1):
        return ""
    return part(reading, previous[0], back - 1)[1]


def role_of(line: Line, at: int, words: CueWords) -> str:
    """Whether a noun means who takes goods in ("customers", "destination") or who sends them ("suppliers"); "" for others."""
    word = line.word(at)
    if word == "<flow>":
        word = line.mention(at).text.split()[-1].lower()
    if word == "<mock>":
        return _partner(line.mention(at).text.lower().split(), words)
    return "takes" if word in words.takers else "gives" if word in words.givers else ""


def _partner(named: list[str], words: CueWords) -> str:
    """What a partner of one direction is: who takes exports ("a top export partner"), or sends imports; "" for other names."""
    if named[-1] not in words.counterparts:
        return ""
    return "takes" if named[0] in words.outgoing else "gives" if named[0] in words.incoming else ""


def _said_of(line: Line, figure: Figure, claim: int, noun: int, role: str, words: CueWords) -> tuple[int, str]:
    """The area of which a noun in front of a figure is said: one behind it that has the figure, else the subject in front."""
    if noun < claim and _leads(line, noun, words):
        return claim, role
    subject = _named(line, noun, words)
    subject = subject if subject >= 0 else _subject(line, noun, words)
    if subject < 0:
        return NONE
    if claim >= 0 and claim != subject:
        return (claim, role) if claim > noun and any(line.word(at) in words.next_named for at in range(noun, claim)) else NONE
    return subject, role


def _leads(line: Line, noun: int, words: CueWords) -> bool:
    """Whether a noun goes on to whom it means: "buyers were Peru", "suppliers: Peru", "by market, Peru"."""
    if line.word(noun - 1) in words.agents:
        return True
    for at in range(noun + 1, min(noun + 1 + REACH, len(line))):
        word = line.word(at)
        if word in words.copulas or word in words.samples or word in _MARKS or word == "(":
            return True
        if word in _STOPS or word == ",":
            break
    return False


def _named(line: Line, noun: int, words: CueWords) -> int:
    """The one area that a noun "is": "its main market is Peru", "the main market for exports was Peru"; or -1."""
    for verb in range(noun + 1, min(noun + 1 + REACH, len(line))):
        if line.word(verb) in words.copulas:
            at = verb + 2 if line.word(verb + 1) in words.definite else verb + 1
            alone = line.word(at) == "<area>" and line.word(at + 1) not in words.genitives and line.word(at + 2) != "<area>"
            return at if alone else -1
        if line.word(verb) in _STOPS or line.word(verb) == "," or line.word(verb) in words.breaks:
            break
    return -1


def _subject(line: Line, noun: int, words: CueWords) -> int:
    """The area in front of a noun that is said to be it, by "was", "remained" or a comma: "Peru, the largest buyer"; or -1."""
    for at in range(noun - 1, max(noun - 1 - STEP, 0), -1):
        word = line.word(at)
        if word in words.likening or (word == "," and not _apposed(line, at, noun, words)):
            continue
        if word in words.copulas or word in words.remaining or word == ",":
            return _before(line, at, words)
        if word in _STOPS or word in words.breaks:
            break
    return -1


def _apposed(line: Line, comma: int, noun: int, words: CueWords) -> bool:
    """Whether what stands between a comma and a noun names nobody else but its possessor: "Peru, Chile's largest buyer"."""
    areas = (at for at in range(comma + 1, noun) if line.word(at) == "<area>")
    return all(line.word(at + 1) in words.genitives or line.mention(at).value.form == "adjective" for at in areas)


def _before(line: Line, verb: int, words: CueWords) -> int:
    """The area in front of a verb or comma, adverbs and auxiliaries between; -1 where it is led to or possesses something."""
    at = verb - 1
    while words.is_adverb(line.word(at)) or line.word(at) in words.having or line.word(at) in words.helps:
        at -= 1
    if line.word(at) != "<area>" or line.word(at + 1) in words.genitives:
        return -1
    lead = line.word(at - 2) if line.word(at - 1) in words.definite else line.word(at - 1)
    return -1 if lead in words.prepositions else at
