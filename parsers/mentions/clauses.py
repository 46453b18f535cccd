"""Paragraphs and sentences of a text, with their exact offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from parsers.lexicon import alternatives, section

_LINE = regex.compile(r"[^\n]++")
_STOP = regex.compile(r"[.!?…]++[\"'”’»)\]]*+(?=\s)")
_LEAD = regex.compile(r"\s++[\"'“‘«(\[]*+[\p{Lu}\p{N}$€£¥₽•–—-]")
_ENDED = regex.compile(r"[.!?…:;][\"'”’»)\]]*+\s*+$")
WRAPPED_WIDTH = 82
# No sentence of the press is longer; a run without a full stop is cut, so that what stands in one sentence stays countable.
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offsets, the number of its paragraph, and whether it is the text's headline."""

    index: int
    start: int
    end: int
    paragraph: int
    headline: bool = False


@cache
def _abbreviation(language: str) -> regex.Pattern[str]:
    words = alternatives(list(section(language, "sentences")["abbreviations"]))
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{words}|\p{{Lu}})\.$")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs: parted by blank or indented lines, and by every line break where lines are not wrapped."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        if not text[start:end].strip():
            continue
        gap = text[spans[-1][1] : start] if spans else "\n\n"
        indented = text[start : start + 2] == "  " or text[start] == "\t"
        if wrapped and gap.count("\n") == 1 and not indented and len(spans) > 0:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [_trim(text, start, end) for start, end in spans]


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines are cut at a fixed width: most lines that another follows directly end in mid-sentence, none is long."""
    full = [(start, end) for start, end in lines if text[start:end].strip()]
    if len(full) < 3 or max(end - start for start, end in full) > WRAPPED_WIDTH + 20:
        return False
    open_ended = sum(not _ENDED.search(text, start, end) for start, end in full)
    return open_ended * 2 > len(full)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), start + len(body.rstrip())


def sentences(text: str, language: str = "en") -> list[Sentence]:
    """The sentences of `text` in order; a first paragraph of one line without a full stop is the headline."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        headline = number == 0 and not _ENDED.search(text, start, end)
        for first, last in _split(text, start, end, language):
            found.extend(Sentence(len(found) + n, *piece, number, headline) for n, piece in enumerate(_cut(text, first, last)))
    return found


def _split(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _STOP.finditer(text, start, end):
        if not _LEAD.match(text, stop.end(), end) or _abbreviated(text, first, stop, language):
            continue
        yield _trim(text, first, stop.end())
        first = stop.end()
    if text[first:end].strip():
        yield _trim(text, first, end)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence whole, or in pieces of LONGEST characters at most, cut at white space where there is any."""
    pieces = []
    while end - start > LONGEST:
        space = max(
            text.rfind(" ", start + LONGEST // 2, start + LONGEST), text.rfind("\n", start + LONGEST // 2, start + LONGEST)
        )
        at = space if space > 0 else start + LONGEST
        pieces.append(_trim(text, start, at))
        start = _trim(text, at, end)[0]
    return [*pieces, (start, end)]


def _abbreviated(text: str, first: int, stop: regex.Match[str], language: str) -> bool:
    if not stop[0].startswith(".") or len(stop[0]) > 1:
        return False
    return _abbreviation(language).search(text, max(first, stop.start() - 12), stop.start() + 1) is not None
