"""What need not be read: texts in which no trade word stands near a figure are passed over before anything is scanned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from parsers.lexicon import section


@dataclass(frozen=True, slots=True)
class Gate:
    """Beginnings of trade words, the shape of a figure, and how far apart they may stand, in characters."""

    stems: tuple[str, ...]
    figure: regex.Pattern[str]
    before: int
    behind: int


@cache
def gate(language: str) -> Gate:
    """The gate of a language."""
    entries = section(language, "gate")
    return Gate(tuple(entries["stems"]), regex.compile(entries["figure"]), entries["before"], entries["behind"])


def worth_reading(text: str, language: str) -> bool:
    """Whether a trade word stands near a figure anywhere in the text; linear in its length."""
    rules, folded = gate(language), text.lower()
    for stem in rules.stems:
        at, seen = folded.find(stem), 0
        while at >= 0:
            start = max(seen, at - rules.before)
            if rules.figure.search(folded, start, at + rules.behind):
                return True
            # What was searched for this word need not be searched again for the next one; a figure may straddle the border.
            seen = max(seen, at + rules.behind - 24)
            at = folded.find(stem, at + len(stem))
    return False
