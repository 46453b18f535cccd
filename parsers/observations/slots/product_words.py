"""The words of a product: the run of them beside a flow word or a figure."""

from __future__ import annotations

from functools import cache

from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.words import CueWords

LONGEST = 5
FLOW_STOPS = frozenset({"<flow>", "<amount>", "<change>", "<period>", "<mock>", "<quantity>", "<number>", "<area>"})
_JOINTS = frozenset((",", "&"))


def phrase(reading: Reading, line: Line, start: int, step: int) -> tuple[int, int]:
    """The run of product words that begins at `start` and goes one way; (first, last) places, empty where first > last."""
    at, words = start, reading.words
    stops, joints = _stops(words), words.uniting | _JOINTS
    while (
        0 <= at < len(line)
        and abs(at - start) < LONGEST
        and (_fits(words, line, at, step, start, stops) or is_initialism(reading, line, at))
    ):
        at += step
    low, high = (at + 1, start) if step < 0 else (start, at - 1)
    while low <= high and line.word(high) in joints:
        high -= 1
    while low <= high and line.word(low) in joints:
        low += 1
    if all(line.word(at) in words.generic or line.word(at) in joints for at in range(low, high + 1)):
        return low, low - 1
    return low, high


@cache
def _stops(words: CueWords) -> frozenset[str]:
    """Words that no product's name holds: determiners and what a figure does."""
    said = words.actual | words.up | words.down | words.share_verbs | words.saying | words.forecast | words.breaks
    return words.determiners | words.not_products | words.approximate | said


def _fits(words: CueWords, line: Line, at: int, step: int, start: int, stops: frozenset[str]) -> bool:
    word = line.word(at)
    if word in _JOINTS or word in words.uniting:
        inner = line.word(at + step)
        return at != start and inner not in stops and inner not in FLOW_STOPS and inner[:1].isalpha() and word != ","
    return (
        word not in FLOW_STOPS
        and word not in stops
        and not word.endswith(tuple(words.genitives))
        and (word[:1].isalpha() or word[:1].isdigit())
        and len(word) > 1
    )


def is_initialism(reading: Reading, line: Line, at: int) -> bool:
    """Whether a stop word stands in capitals that make it another word ("IT exports")."""
    token = line.tokens[at]
    surface = reading.page.document.text[token.start : token.end]
    return token.mention is None and len(surface) > 1 and surface.isupper() and token.word in reading.words.products


def text_of(reading: Reading, line: Line, low: int, high: int) -> str:
    text = reading.page.document.text
    return " ".join(text[line.tokens[low].start : line.tokens[high].end].split())
