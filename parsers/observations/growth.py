"""From a printed percentage or multiple to a signed rate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import regex

from parsers.model import Bound, Change
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.rate_words import run_of
from parsers.observations.slots.subjects import hedged
from parsers.observations.words import CueWords

WINDOW, LAG, TURNED = 14, 4, 3
HUNDRED = Decimal(100)
LEAST_INDEX = Decimal(40)
# A dash with a space behind it parts what it follows from a rate that its own words turn ("$5m - 3% above May").
_DASH = regex.compile(r"\p{Pd}\s")


@dataclass(frozen=True, slots=True)
class Growth:
    """A signed rate in per cent, with the upper end of a printed range and its hedge."""

    pct: Decimal
    most: Decimal | None
    bound: Bound


def direction(reading: Reading, figure: Figure) -> int:
    """+1 or -1 by the mention itself, else by the nearest word of growth or decline, first in its own clause; else +1.

    A rate that others run up to goes their way ("fell 5% in May, 7% in June") unless a word right behind it turns it.
    """
    change: Change = figure.mention.value
    line, words = reading.line(figure), reading.words
    beside = _sign(line, figure.token + 1, words) if _DASH.match(figure.mention.text) else 0
    if beside or change.direction:
        return beside or change.direction
    if line.word(figure.token + 1) in words.beneath or _behind(line, figure.token, words):
        return -1
    close = next((gap for gap in range(1, WINDOW) if _ends(line.word(figure.token + gap), words)), WINDOW)
    head = run_of(words, line, figure.token)[0]
    own = next((sign for gap in range(1, min(close, TURNED)) if (sign := _sign(line, figure.token + gap, words))), 0)
    if own and head != figure.token:
        return own
    return _turned(line, head, words)


def _turned(line: Line, token: int, words: CueWords) -> int:
    """What the nearest word of growth or decline says of a rate that nothing runs up to; +1 without one."""
    close = next((gap for gap in range(1, WINDOW) if _ends(line.word(token + gap), words)), WINDOW)
    first = hedged(line, token)
    for ahead in (close, WINDOW):
        for gap in range(1, WINDOW):
            for at in (first - gap, token + gap):
                sign = _sign(line, at, words) if at - token < ahead else 0
                if sign:
                    return sign
    return 1


def _behind(line: Line, at: int, words: CueWords) -> bool:
    """Whether a rate tells by how much something lags: "it is behind by about 5%"."""
    by = next((place for place in range(at - 1, at - 1 - LAG, -1) if line.word(place) not in words.approximate), at)
    return line.word(by) in words.agents and line.word(by - 1) in words.beneath


def _ends(word: str, words: CueWords) -> bool:
    """Whether a word ends what is said of the figure before it."""
    return word in (",", "<change>", "<amount>", "$") or word in words.breaks


def _sign(line: Line, at: int, words: CueWords) -> int:
    """What a word says of the direction: "growth" up, "fall" down, "negative growth" down; 0 for any other."""
    word = line.word(at)
    if word in words.up:
        return -1 if line.word(at - 1) in words.down & words.levels else 1
    return -1 if word in words.down else 0


def is_index(reading: Reading, figure: Figure) -> bool:
    """Whether a percentage is a level of what was before: "132.8% of the level a year before"."""
    change: Change = figure.mention.value
    line, words = reading.line(figure), reading.words
    if change.form != "percent" or change.size < LEAST_INDEX:
        return False
    if line.word(figure.token - 1) in words.belonging and line.word(figure.token - 2) in words.indices:
        return True
    if line.word(figure.token + 1) not in words.indexing:
        return False
    behind = {line.word(figure.token - step) for step in range(1, 4)}
    if behind & (words.up | words.down | words.agents):
        return False
    ahead = {line.word(figure.token + step) for step in range(2, 7)}
    return "<period>" in ahead or bool(words.base_levels & ahead)


def growth(reading: Reading, figure: Figure) -> Growth:
    """The rate that a change states of what it measures."""
    change: Change = figure.mention.value
    sign = direction(reading, figure)
    bound = change.bound
    if is_index(reading, figure):
        return Growth(change.size - HUNDRED, None if change.size_max is None else change.size_max - HUNDRED, bound)
    if change.form in ("times", "verb"):
        return Growth(_multiple(change.size, sign), None if change.size_max is None else _multiple(change.size_max, sign), bound)
    return Growth(sign * change.size, None if change.size_max is None else sign * change.size_max, bound)


def _multiple(size: Decimal, sign: int) -> Decimal:
    if sign < 0 and size:
        return ((1 / size - 1) * HUNDRED).quantize(Decimal("0.1"))
    return (size - 1) * HUNDRED
