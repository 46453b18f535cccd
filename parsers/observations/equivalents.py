"""One value told twice: in its own currency and, right behind, in another."""

from __future__ import annotations

from parsers.observations.page import Figure
from parsers.observations.reading import Reading

OPENERS = frozenset({"(", "or", "/", "[", ","})
LONGEST_WORD = 8
LONGEST_GAP = 4


def equivalent(reading: Reading, figure: Figure) -> Figure | None:
    """The next amount, where it stands in brackets (or after "or") right behind this one and counts in another currency."""
    if figure.kind != "amount" or figure.index + 1 >= len(reading.page.figures):
        return None
    other = reading.page.figures[figure.index + 1]
    if other.kind != "amount" or other.sentence != figure.sentence or other.token - figure.token > LONGEST_GAP:
        return None
    first, second = figure.mention.value.currency, other.mention.value.currency
    if not first or not second or first == second:
        return None
    hedge = other.mention.value.hedge
    edge = hedge[0] if hedge else other.mention.start
    words = [token.word for token in reading.line(figure).tokens[figure.token + 1 : other.token] if token.start < edge]
    return other if words and words[0] in OPENERS and not any(_parts(reading, word) for word in words) else None


def _parts(reading: Reading, word: str) -> bool:
    """Whether a word between two amounts makes them two: a mention, a step, a comparison, "and"."""
    words = reading.words
    joints = words.joints - OPENERS
    return (
        len(word) > LONGEST_WORD
        or word.startswith("<")
        or any(word in group for group in (words.up, words.down, words.bases, words.comparing, joints))
    )


def is_equivalent(reading: Reading, figure: Figure) -> bool:
    """Whether an amount only says the one before it in another currency."""
    return figure.index > 0 and equivalent(reading, reading.page.figures[figure.index - 1]) is figure
