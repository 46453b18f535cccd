"""The period that a note below a text gives to its figures: "* As of 2019", "Note: data for 2022"."""

from __future__ import annotations

from parsers.model import Period
from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.weights import Candidate

LAST = 3
LONGEST = 10


def noted(reading: Reading) -> Candidate | None:
    """The period of a note at the end, where no sentence with a figure names one itself; None where there is no such note."""
    memo, key = reading.page.lines[-1].memo, ("note",)
    if key not in memo:
        memo[key] = _noted(reading)
    found: tuple[Period, int, int] | None = memo[key]
    return None if found is None else Candidate(found[0], ["noted"], found[1], found[2])


def _noted(reading: Reading) -> tuple[Period, int, int] | None:
    last = range(max(reading.body, len(reading.page.lines) - LAST), len(reading.page.lines))
    notes = [at for at in last if _is_note(reading, at)]
    if len(notes) != 1 or any(reading.page.lines[s].places("period") for s in reading.figures_by_sentence):
        return None
    line = reading.page.lines[notes[0]]
    at = line.places("period")[0]
    period = reading.periods.get((notes[0], at), Period())
    mention = line.mention(at)
    return None if period == Period() else (period, mention.start, mention.end)


def _is_note(reading: Reading, sentence: int) -> bool:
    """Whether a sentence begins as a note does and names nothing but one period."""
    line: Line = reading.page.lines[sentence]
    opened = bool(line.tokens) and line.tokens[0].word in reading.words.notes
    alone = len(line.places("period")) == 1 and sentence not in reading.figures_by_sentence
    return opened and alone and len(line.tokens) <= LONGEST
