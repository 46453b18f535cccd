"""One value told twice: in its own currency and, right behind, in another."""

from __future__ import annotations

from decimal import Decimal

from parsers.observations.page import Figure
from parsers.observations.reading import Reading

OPENERS = frozenset({"(", "/", "[", ","})
LONGEST_WORD = 8
LONGEST_GAP = 4
FAR = Decimal("0.1")


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
    return (
        other
        if words and words[0] in OPENERS | reading.words.instead and not any(_parts(reading, word) for word in words)
        else None
    )


def _parts(reading: Reading, word: str) -> bool:
    """Whether a word between two amounts makes them two: a mention, a step, a comparison, "and"."""
    words = reading.words
    joints = words.joints - words.instead
    return (
        len(word) > LONGEST_WORD
        or word.startswith("<")
        or any(word in group for group in (words.up, words.down, words.bases, words.comparing, joints))
    )


def is_equivalent(reading: Reading, figure: Figure) -> bool:
    """Whether an amount only says the one before it again: in another currency, named or not, or rounded ("$2,197m ($2.2bn)")."""
    if figure.index == 0:
        return False
    before = reading.page.figures[figure.index - 1]
    return equivalent(reading, before) is figure or (
        _alone_in_brackets(reading, before, figure) and (_rounded(before, figure) or _unnamed(before, figure))
    )


def _alone_in_brackets(reading: Reading, first: Figure, second: Figure) -> bool:
    """Whether an amount fills the brackets right behind another."""
    if (first.kind, second.kind) != ("amount", "amount") or first.sentence != second.sentence:
        return False
    between = [token.word for token in reading.line(first).tokens[first.token + 1 : second.token]]
    opened = between[:1] == ["("] and len(between) <= LONGEST_GAP and not any(word.startswith("<") for word in between)
    return opened and reading.line(first).word(second.token + 1) == ")"


def _rounded(first: Figure, second: Figure) -> bool:
    """Whether an amount of the currency of the one before only rounds it."""
    one, other = first.mention.value, second.mention.value
    same = not one.currency or not other.currency or one.currency == other.currency
    coarse = Decimal(1).scaleb(int(other.value.normalize().as_tuple().exponent))
    digits = [len(value.normalize().as_tuple().digits) for value in (one.value, other.value)]
    return bool(same and 1 < digits[1] < digits[0] and abs(other.value - one.value) < coarse)


def _unnamed(first: Figure, second: Figure) -> bool:
    """Whether an amount without a currency is far from the one before: its own is lost ("31 billion rubles (8.3 million)")."""
    one, other = first.mention.value, second.mention.value
    return bool(one.currency and not other.currency and one.value and abs(other.value / one.value) < FAR)
