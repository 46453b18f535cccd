"""Money that no flow word tells: "flowers earned $5m" is exports, "cotton cost us $5m" imports, "$5m in our favour" a balance."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import backwards
from parsers.observations.slots.unspoken import beside, flows, own, spoken
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

NEAR = 6
STOPS = frozenset((",", ";", "<flow>", "<mock>", "<change>"))


def gained(reading: Reading, figure: Figure, line: Line, found: Sequence[Candidate]) -> list[Candidate]:
    """The flow that a verb of gain or of expense in front of an amount tells, where no candidate has it; others get a cue."""
    flow = _told(reading.words, line, figure.token) if figure.kind == "amount" else ""
    if not flow:
        return []
    if beside(found, "gained", flow):
        return []
    cues = [f"gained.{flow}", f"gained.{flow}.text={spoken(reading, flow)}", f"gained.flows={flows(line)}"]
    return [Candidate((flow, int(flow == "balance")), [*cues, *own(reading, figure, "gained")])]


def _told(words: CueWords, line: Line, at: int) -> str:
    if in_favour(words, line, at):
        return "balance"
    return told_by_money(words, line, at) or told_behind(words, line, at) or told_by_takings(words, line, at)


def told_by_takings(words: CueWords, line: Line, at: int) -> str:
    """The flow that a noun of takings or of a bill in front of an amount tells of goods: "cocoa earnings fell to $5 million"."""
    for place in range(at - 1, max(at - 1 - NEAR, -1), -1):
        word = line.word(place)
        if word in words.takings or word in words.bills:
            goods = line.word(place - 1) in words.products
            return ("exports" if word in words.takings else "imports") if goods else ""
        if word in STOPS or word in words.breaks:
            break
    return ""


def in_favour(words: CueWords, line: Line, at: int) -> bool:
    """Whether an amount is said to be in somebody's favour: "trade closed $5 million in Peru's favour"."""
    for place in range(at + 1, at + 1 + NEAR):
        if line.word(place) in words.favour:
            return line.word(at + 1) in words.inside | words.goals
        if line.word(place) in STOPS or line.word(place) in words.breaks:
            break
    return False


def told_behind(words: CueWords, line: Line, at: int) -> str:
    """The flow that a verb of gain or expense right behind an amount tells: "$5 million was spent on tractors"."""
    if line.word(at + 1) not in words.copulas:
        return ""
    near = {line.word(at + 2), line.word(at + 3)}
    return "exports" if near & words.earning else "imports" if near & words.spending else ""


def told_by_money(words: CueWords, line: Line, at: int) -> str:
    """The flow that the nearest verb of gain or expense in front of an amount tells, "" where none stands in its clause."""
    for place in backwards(words, line, at, NEAR, STOPS):
        if line.word(place) in words.earning:
            return "exports"
        if line.word(place) in words.spending:
            return "imports"
    return ""
