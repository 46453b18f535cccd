"""Whether a printed rate is what two printed amounts come to: of "5 million ... against 4 million", "25%" tells the growth."""

from __future__ import annotations

from parsers.model import Amount, Change
from parsers.observations.page import Figure
from parsers.observations.reading import Reading

SLACK, LEAST = 0.02, 0.0015
MOST, FARTHEST = 8, 7
WHOLES, CLOSE, NEARLY, BESIDE = 40, 0.0006, 0.01, 5


def sums(reading: Reading, figure: Figure, other: Figure) -> str:
    """The part of an amount in the sum: "new" or "old" level, "none" where no other amount of its sentence fits."""
    beside = [one for one in reading.figures_by_sentence[other.sentence] if one.kind == "amount" and one.index != other.index]
    if not beside:
        return "alone"
    if any(_comes_to(figure, other, one) for one in beside):
        return "new"
    return "old" if any(_comes_to(figure, one, other) for one in beside) else "none"


def _comes_to(figure: Figure, new: Figure, old: Figure) -> bool:
    first: Amount = new.mention.value
    second: Amount = old.mention.value
    if not second.value or (first.currency and second.currency and first.currency != second.currency):
        return False
    grown = float(first.value / second.value) - 1
    return any(abs(grown - rate) <= LEAST + SLACK * abs(rate) for rate in _rates(figure.mention.value))


def _rates(change: Change) -> tuple[float, ...]:
    """The growth that a printed rate may tell, as a part of one, rising and falling."""
    size = float(change.size)
    if change.form in ("percent", "points"):
        return (size / 100, -size / 100) if size >= 1 else (size / 100,)
    return (size - 1, 1 / size - 1) if size else ()


def told_in_sums(reading: Reading, figure: Figure) -> str:
    """What the amounts of a rate's sentence say of it: two come to it, one stands right behind "to", or neither."""
    here = [one for one in reading.figures_by_sentence[figure.sentence] if one.kind == "amount"]
    near = here[:MOST]
    if any(_comes_to(figure, new, old) for new in near for old in near if new is not old):
        return "come"
    return "to" if any(chained(reading, figure, one) for one in near) else "no"


def chained(reading: Reading, figure: Figure, other: Figure) -> bool:
    """Whether a rate leads to an amount: "by 5% to $3m", "12% year on year to about $3m"."""
    line, words = reading.line(figure), reading.words
    if other.sentence != figure.sentence or not 1 < other.token - figure.token <= FARTHEST:
        return False
    between = [line.word(at) for at in range(figure.token + 1, other.token)]
    if words.goals.isdisjoint(between):
        return False
    return all(
        word == "<period>" or word in words.chaining or word in words.approximate or word in words.excess for word in between
    )


def told_in_parts(reading: Reading, figure: Figure) -> str:
    """Where the whole stands that the amount nearest to a rate is such a part of: of "$2m of the $8m", "25%" tells a share."""
    change: Change = figure.mention.value
    here = [one for one in reading.figures_by_sentence[figure.sentence] if one.kind == "amount"]
    if change.form != "percent" or not 0 < change.size < 100 or not here:
        return "-"
    near = min(here, key=lambda one: abs(one.token - figure.token))
    share = float(change.size) / 100
    if any(_is_part(near, one, share) for one in here[:MOST] if one is not near):
        return "sentence"
    if abs(near.token - figure.token) > BESIDE or not reading.before:
        return "no"
    told = [one for one in reading.page.figures if one.index in reading.before and reading.before[one.index].fact]
    others = [one for one in told if one.kind == "amount" and one.sentence != figure.sentence]
    return "text" if any(_is_part(near, one, share) for one in others[:WHOLES]) else "no"


def _is_part(one: Figure, whole: Figure, share: float) -> bool:
    part: Amount = one.mention.value
    total: Amount = whole.mention.value
    if not total.value or (part.currency and total.currency and part.currency != total.currency):
        return False
    return abs(float(part.value / total.value) - share) <= CLOSE + NEARLY * share
