"""A flow that no flow word tells, where other words do: what its candidate has in common, whatever those words are."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import tally
from parsers.observations.slots.subjects import subjects
from parsers.observations.weights import Candidate


def beside(found: Sequence[Candidate], name: str, flow: str) -> bool:
    """Tell the candidates at hand what other words tell of the flow; whether one of them has that flow already."""
    for candidate in found:
        candidate.cues.append(f"{name}.{flow}={candidate.value[0]}")
    return any(candidate.value[0] == flow for candidate in found)


def spoken(reading: Reading, flow: str) -> str:
    """Whether the text has a word for the flow anywhere."""
    return "yes" if any(mention.value.flow == flow for _, _, mention in reading.flows) else "no"


def flows(line: Line) -> str:
    """How many flow words the sentence has."""
    return tally(len(line.places("flow")))


def own(reading: Reading, figure: Figure, name: str) -> list[str]:
    """What the clause is about, as cues of such a candidate."""
    return [f"{name}.{cue}" for cue in subjects(reading, figure)]
