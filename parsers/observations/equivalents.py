"""One value told twice: in its own currency and, right behind, in another."""

from __future__ import annotations

from decimal import Decimal

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
    """Whether an amount only says the one before it again, in another currency or rounded ("$2,197 million ($2.2 billion)")."""
    if figure.index == 0:
        return False
    before = reading.page.figures[figure.index - 1]
    return equivalent(reading, before) is figure or _rounded(reading, before, figure)


def _rounded(reading: Reading, first: Figure, second: Figure) -> bool:
    """Whether an amount opens the brackets right behind another of its currency that it only rounds."""
    if (first.kind, second.kind) != ("amount", "amount") or first.sentence != second.sentence:
        return False
    between = [token.word for token in reading.line(first).tokens[first.token + 1 : second.token]]
    if between[:1] != ["("] or len(between) > LONGEST_GAP or any(word.startswith("<") for word in between):
        return False
    if reading.line(first).word(second.token + 1) != ")":
        return False
    one, other = first.mention.value, second.mention.value
    same = not one.currency or not other.currency or one.currency == other.currency
    coarse = Decimal(1).scaleb(int(other.value.normalize().as_tuple().exponent))
    digits = [len(value.normalize().as_tuple().digits) for value in (one.value, other.value)]
    return bool(same and 1 < digits[1] < digits[0] and abs(other.value - one.value) < coarse)
