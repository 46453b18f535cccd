"""Where a slow pattern is worth trying: the places of given words in a text, found in one pass whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from ahocorasick_rs import AhoCorasick

BACK = 16
_WORD_BEFORE = regex.compile(r"(?r)(?<!\p{L})\p{L}++[\s\u00a0-]{1,6}")


def folded(text: str) -> str:
    """The text in lower case, letter by letter, so that offsets stay."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Triggers:
    """Words (or their beginnings) whose places start an attempt."""

    def __init__(self, words: Iterable[str]) -> None:
        self._finder = AhoCorasick(sorted({word.lower() for word in words}))

    def starts(self, text: str, start: int, end: int) -> Iterator[int]:
        """Offsets of the words where they begin a word of `text`; of two at one place one is given."""
        last = -1
        for _, at, _ in self._finder.find_matches_as_indexes(folded(text[start:end])):
            place = at + start
            if place != last and not (place and text[place - 1].isalnum()):
                last = place
                yield place


def word_before(text: str, at: int) -> int | None:
    """Where the word right before `at` begins, None if there is none."""
    found = _WORD_BEFORE.match(text, max(0, at - BACK), at)
    return None if found is None else int(found.start())


def attempts(pattern: regex.Pattern[str], text: str, places: Iterable[int], end: int) -> Iterator[regex.Match[str]]:
    """The matches of a pattern at the places given, in order, none overlapping the one before."""
    free = 0
    for place in places:
        found = pattern.match(text, place, end) if place >= free else None
        if found is not None:
            free = max(found.end(), place + 1)
            yield found
