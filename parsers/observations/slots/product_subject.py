"""Products that a sentence speaks of away from its flow word: what is counted, what makes up a share, what was exported."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.product_words import phrase
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

COUNTED = 12
CLAUSE = 10
ASIDE = 9
NEAR = 5
_MARKS = frozenset({",", ";", ":", "<amount>", "<change>"})
_OPENING = frozenset({",", "("})

Found = tuple[int, int, list[str]]


def counted(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """ "61 cars worth $2 million": the products that a number in front of the figure counts."""
    for at in range(figure.token - 1, max(figure.token - COUNTED, -1), -1):
        if line.word(at) in ("<amount>", "<change>", ";"):
            break
        if line.word(at) == "<quantity>":
            unit = line.mention(at).value.unit
            cues = ["counted", f"counted.{line.word(at + 1)}", "known.head=yes", "known=1", "strange=0", "taken=own", "aside=-"]
            return [Candidate(unit, cues)] if unit in reading.words.products else []
    return []


def passive(reading: Reading, figure: Figure, line: Line) -> Iterator[Found]:
    """ "Tea was exported": what stands before a verb of trade that is told of it."""
    for at in line.places("flow"):
        if line.mention(at).value.weight != "verb":
            continue
        for back in range(at - 1, max(at - CLAUSE, -1), -1):
            if line.word(back) in reading.words.passives:
                low, high = phrase(reading, line, back - 1, -1)
                if low <= high:
                    yield low, high, ["passive", f"passive.{'before' if at < figure.token else 'after'}"]
                break


def parts(reading: Reading, figure: Figure, line: Line) -> Iterator[Found]:
    """ "Wool makes up 47% of exports", "half of exports are wool", "$5 million of which was wool"."""
    words = reading.words
    for back in range(figure.token - 1, max(figure.token - NEAR, -1), -1):
        if line.word(back) in words.share_verbs or line.word(back) in words.making:
            low, high = phrase(reading, line, back - 1, -1)
            if low <= high:
                yield low, high, ["part.subject", f"part.{figure.kind}"]
            else:
                low, high = phrase(reading, line, doer(words, line, back), -1)
                if low <= high:
                    yield low, high, ["part.doer", f"part.doer.{figure.kind}"]
            break
    for at in range(figure.token + 1, min(figure.token + CLAUSE, len(line))):
        if line.word(at) in words.copulas:
            low, high = phrase(reading, line, at + 1, 1)
            if low <= high:
                yield low, high, ["part.predicate", f"part.predicate.{figure.kind}", f"part.{line.word(figure.token + 1)}"]
            break
        if line.word(at) in (",", ";", "<amount>", "<change>"):
            break


def doer(words: CueWords, line: Line, verb: int) -> int:
    """Where who does what a verb tells ends, past "will", "which", and asides: "coffee, their main crop, will make up 5%"."""
    at, relative = verb - 1, False
    while at > 0:
        word = line.word(at)
        if word in words.relatives:
            relative = True
        elif word == "," and not relative:
            at = next((back for back in range(at - 1, max(at - ASIDE, 0), -1) if line.word(back) in _MARKS), 0)
            if line.word(at) != ",":
                return -1
        elif relative and word in words.standins and line.word(at - 1) in words.introducing:
            at -= 1
        elif word not in words.modals and word not in words.auxiliaries and word != "," and not words.is_adverb(word):
            return at
        at -= 1
    return at


def without(reading: Reading, figure: Figure, line: Line) -> Iterator[Found]:
    """ "Exports, excluding oil", "exports other than oil": all of a flow but some of its goods."""
    for at in line.places("flow"):
        low = at + 2 if line.word(at + 1) in _OPENING else at + 1
        lead = excluder(reading.words, line, low)
        first, high = phrase(reading, line, low + lead, 1)
        if lead and first <= high:
            yield low, high, ["without", f"without.{'before' if at < figure.token else 'after'}"]


def excluder(words: CueWords, line: Line, at: int) -> int:
    """How many words from a place on say that what follows is left out ("excluding", "other than"); 0 for none."""
    if line.word(at) in words.excluding:
        return 2 if line.word(at + 1) in words.purposes else 1
    return 2 if line.word(at) in words.elsewise and line.word(at + 1) in words.measured_off else 0
