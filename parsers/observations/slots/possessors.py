"""Whose flow is told by "its exports", "the country's exports" or "it": of the subject, else of whom the last sentence told."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.slots.claims import subject_at
from parsers.observations.words import CueWords

NEAR, BEGUN = 4, 2
NONE = ("", "")


def possessor(reading: Reading, sentence: int, flow_at: int) -> tuple[str, str]:
    """The area that "its" in front of a flow word, or "it" at the head of its sentence, stands for, and where that is named.

    It is the subject of the sentence ("here"), else whom the sentence before told of ("before"); ("", "") where unsaid.
    """
    line, words = reading.page.lines[sentence], reading.words
    at = _its(line, flow_at, words)
    if at < 0:
        return NONE
    subject = subject_at(line, at, words) if at > BEGUN else -1
    if subject >= 0:
        return str(line.mention(subject).value.code or ""), "here"
    if any(place < at for place in line.places("area")):
        return NONE
    topic = topic_before(reading, sentence)
    return (topic, "before") if topic else NONE


def topic_before(reading: Reading, sentence: int) -> str:
    """Of whom the sentence before one tells: the owner of its last flow word, else the area that it begins with; "" for none."""
    if sentence == 0:
        return ""
    first, last = (bisect_left(reading.ends, s, key=itemgetter(0)) for s in (sentence - 1, sentence))
    owner = next((owner for _, owner, _ in reversed(reading.ends[first:last]) if owner), None)
    if owner is not None:
        return owner
    line = reading.page.lines[sentence - 1]
    begun = next(iter(line.places("area")), -1)
    return str(line.mention(begun).value.code or "") if 0 <= begun <= BEGUN else ""


def _its(line: Line, flow_at: int, words: CueWords) -> int:
    """The place of "its" not far in front of a flow word, or of "it" at the head of the sentence; or -1."""
    for at in range(flow_at - 1, max(flow_at - 1 - NEAR, -1), -1):
        word = line.word(at)
        if word in words.their:
            return at
        if word.startswith("<") or word in (",", ";") or word in words.breaks:
            break
    if flow_at < 0 or any(place < flow_at for place in line.places("area")):
        return -1
    return next((at for at in range(BEGUN) if line.word(at) in words.personal), -1)
