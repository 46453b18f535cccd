"""Trade flows in running text: exports, imports, turnover, balances, by noun or verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from parsers.lexicon import expand, section
from parsers.model import Mention

# The weight of words that are no more than a part of a name: "the Ministry of Trade" speaks of no trade.
NAME = "none"


@dataclass(frozen=True, slots=True)
class FlowWords:
    """What a flow word says: `flow` "" for words that only look like trade; `sign` of a balance, 0 where unsaid."""

    flow: str
    sign: int
    weight: str
    name: str


@cache
def _scanner(language: str) -> tuple[regex.Pattern[str], tuple[FlowWords, ...]]:
    """All wordings as one alternation with a group each; where two begin together the one that stands first in the file wins."""
    entries = section(language, "flows")
    branches, words = [], []
    for number, entry in enumerate(entries["wordings"]):
        branches.append(f"(?P<w{number}>{expand(entry['pattern'], entries['parts'], entry['name'])})")
        words.append(FlowWords(entry["flow"], entry["sign"], entry["weight"], entry["name"]))
    return regex.compile(r"\b(?:" + "|".join(branches) + ")", regex.VERBOSE | regex.IGNORECASE), tuple(words)


def scan_flows(text: str, language: str = "en", start: int = 0, end: int | None = None) -> Iterator[Mention[FlowWords]]:
    """The flow words of `text` in order, kind "flow" (or "mock" for words that only look like trade)."""
    pattern, words = _scanner(language)
    for found in pattern.finditer(text, start, len(text) if end is None else end):
        value = words[int((found.lastgroup or "w0")[1:])]
        if value.weight != NAME:
            yield Mention("flow" if value.flow else "mock", found.start(), found.end(), found[0], value)
