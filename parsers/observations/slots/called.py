"""What an area is called to whom it trades with tells the flow: "the largest buyer was Peru, with $5m" is exports."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.unspoken import beside, flows, own, spoken
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

NEAR = 24
STOPS = (";", "<flow>", "<mock>")


def called(reading: Reading, figure: Figure, line: Line, found: Sequence[Candidate]) -> list[Candidate]:
    """The flow of the last word for a buyer or a seller in front of a figure, where no candidate has it; others get a cue."""
    flow, apart = told_by_calling(reading.words, line, figure.token)
    if not flow:
        return []
    if beside(found, "called", flow):
        return []
    cues = [
        f"called.{flow}",
        f"called.apart={apart}",
        f"called.text={spoken(reading, flow)}",
        f"called.{figure.kind}.flows={flows(line)}",
    ]
    return [Candidate((flow, 0), [*cues, *own(reading, figure, "called")])]


def told_by_calling(words: CueWords, line: Line, at: int) -> tuple[str, str]:
    """The flow that the nearest such word in front tells, and what lies between: areas and figures, or nothing; ("", "") without.

    It counts only where an area stands between it and the figure, or right in front of it ("Peru, the largest buyer, took $5m").
    """
    for place in range(at - 1, max(at - 1 - NEAR, -1), -1):
        word = line.word(place)
        if word in words.takers or word in words.givers:
            flow = "exports" if word in words.takers else "imports"
            if line.count("<area>", place, at):
                return flow, "figures" if line.count("<amount>", place, at) or line.count("<change>", place, at) else "area"
            return (flow, "behind") if line.count("<area>", max(place - NEAR, -1), place) else ("", "")
        if word in STOPS or word in words.breaks:
            break
    return "", ""
