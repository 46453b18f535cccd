"""What else than trade a text speaks of: markets of paper, firms, taxes, banks, prices, investment, power, farms, work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from parsers.lexicon import section
from parsers.observations.page import Page
from parsers.observations.words import cue_words

# One word in passing makes no affair.
LEAST = 2
MARKETS, FIRMS = "markets", "firms"
PARTS = ((0.1, "next to none"), (0.2, "little"), (0.35, "some"), (0.5, "much"), (0.7, "most"), (float("inf"), "all"))


@cache
def _affairs(language: str) -> Mapping[str, frozenset[str]]:
    """The affairs that each word speaks of."""
    words = cue_words(language)
    lists = {**section(language, "affairs"), MARKETS: words.venues, FIRMS: words.firms}
    found: dict[str, set[str]] = {}
    for name, group in lists.items():
        for word in group:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def affair(page: Page, flows: int) -> str:
    """How much a page speaks of the affair that it has most words of besides trade, which it names `flows` times."""
    affairs, words = _affairs(page.document.language), cue_words(page.document.language)
    counts: Counter[str] = Counter()
    for line in page.lines:
        for at, token in enumerate(line.tokens):
            names = affairs.get(token.word, frozenset())
            counts.update(names - {MARKETS} if names and line.word(at - 1) in words.not_venues else names)
    number = max(counts.values(), default=0)
    part = number / (number + flows) if number >= LEAST else 0.0
    return next(name for limit, name in PARTS if part < limit)
