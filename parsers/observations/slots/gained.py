"""Money that goods bring in or take out: "flowers earned $5 million" tells exports, "cotton cost us $5 million" imports."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import tally
from parsers.observations.slots.subjects import subjects
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

NEAR = 6


def gained(reading: Reading, figure: Figure, line: Line, found: Sequence[Candidate]) -> list[Candidate]:
    """The flow that a verb of gain or of expense in front of an amount tells, where no candidate has it; others get a cue."""
    flow = told_by_money(reading.words, line, figure.token) if figure.kind == "amount" else ""
    if not flow:
        return []
    for candidate in found:
        candidate.cues.append(f"gained.{flow}={candidate.value[0]}")
    if any(candidate.value[0] == flow for candidate in found):
        return []
    spoken = any(mention.value.flow == flow for _, _, mention in reading.flows)
    cues = [
        f"gained.{flow}",
        f"gained.{flow}.text={'yes' if spoken else 'no'}",
        f"gained.flows={tally(len(line.places('flow')))}",
    ]
    return [Candidate((flow, 0), [*cues, *(f"gained.{cue}" for cue in subjects(reading, figure))])]


def told_by_money(words: CueWords, line: Line, at: int) -> str:
    """The flow that the nearest verb of gain or expense in front of an amount tells, "" where none stands in its clause."""
    for place in range(at - 1, max(at - 1 - NEAR, -1), -1):
        word = line.word(place)
        if word in words.earning:
            return "exports"
        if word in words.spending:
            return "imports"
        if word in (",", ";", "<flow>", "<mock>", "<change>") or word in words.breaks:
            break
    return ""
