"""Which amounts of a sentence may have a rate: levels may, what they are compared with and the sizes of steps may not."""

from __future__ import annotations

from bisect import bisect_left

from parsers.model import Period
from parsers.observations.equivalents import is_equivalent
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.rate_words import run_of
from parsers.observations.slots.status_plan import way
from parsers.observations.slots.status_told import kinds, told
from parsers.observations.slots.subjects import part
from parsers.observations.words import CueWords

STEPS = ("step.by", "step.of", "step.verb", "step.more", "step.after")
NEAR, FAR, RIVALS, PERIODS, BEHIND = 4, 14, 4, 4, 5


def played(reading: Reading, other: Figure) -> str:
    """An amount's part: "base" (something is compared with it), "step" (how far something moved), "again", "level"."""
    words, line = reading.words, reading.line(other)
    if _again(reading, other, line):
        return "again"
    found = part(words, line, other.token)
    if found in STEPS:
        return "step"
    if found == "base" or other.index in reading.operands or _standard(words, line, other.token):
        return "base"
    return "level"


def _again(reading: Reading, other: Figure, line: Line) -> bool:
    """Whether an amount only tells the one before it once more, in another money or alone in brackets: "5m roubles ($2m)"."""
    around = [line.word(other.token + step) for step in (-2, -1, 1)]
    return around == ["<amount>", "(", ")"] or is_equivalent(reading, other)


def _standard(words: CueWords, line: Line, at: int) -> bool:
    """Whether the words in front make the amount a base: "last year's $5 million", "from a low of $4 million to"."""
    if line.word(at - 1) in words.genitives and line.word(at - 2) == "<period>":
        return True
    if way(words, line, at) == "start" or _far_compared(words, line, at) or _told_again(words, line, at):
        return True
    place = next((place for place in range(at - 1, max(at - 7, -1), -1) if line.word(place) == "<change>"), -1)
    if place < 0:
        return False
    between = [line.word(step) for step in range(place + 1, at)]
    if any(word in (",", ";", "(") or word in words.arriving or word in words.breaks for word in between):
        return False
    multiple = line.mention(place).value.form in ("verb", "times") and not words.definite.isdisjoint(between[:1])
    return multiple or not words.surfaces.isdisjoint(between[:2])


def _far_compared(words: CueWords, line: Line, at: int) -> bool:
    """Whether a word of comparison opens the phrase that ends in the amount: "compared to a figure for all of 2024 of ..."."""
    for place in range(at - 1, max(at - FAR, -1), -1):
        word = line.word(place)
        ends = word in (",", ";", "<amount>", "<change>", "<flow>") or word in words.parting
        if ends and line.word(place - 1) not in words.comparing:
            return False
        if word in words.comparing:
            return True
    return False


def _told_again(words: CueWords, line: Line, at: int) -> bool:
    """Whether an amount is what the figure was at another time: "up 12%, as the figure was $5 million a year earlier"."""
    dated = next((place for place in range(at + 1, at + BEHIND) if line.word(place) == "<period>"), -1)
    if dated < 0 or not line.mention(dated).value.comparative:
        return False
    verb = at - 1
    while line.word(verb) in words.approximate or line.word(verb) in words.leading - words.was_then:
        verb -= 1
    if line.word(verb) not in words.was_then or line.word(verb - 1) not in words.anaphors:
        return False
    joint = verb - 3 if line.word(verb - 2) in words.introducing else verb - 2
    return line.word(joint) in words.recounting


def rank(reading: Reading, figure: Figure, other: Figure) -> str:
    """An amount's place among the levels of its sentence, counted from the rate ("before.1" is the last one before it)."""
    kind = played(reading, other)
    if kind != "level":
        return kind
    levels = [
        one.token
        for one in reading.figures_by_sentence[figure.sentence]
        if one.kind == "amount" and played(reading, one) == "level"
    ]
    if other.token < figure.token:
        return f"before.{min(sum(other.token <= at < figure.token for at in levels), 3)}"
    return f"after.{min(sum(figure.token < at <= other.token for at in levels), 3)}"


def beside(reading: Reading, figure: Figure) -> str:
    """What the amount right in front of a rate is, where the rate only says it again: "up by $5 million, or 12%"."""
    line = reading.line(figure)
    before = next((one for one in reversed(reading.figures_by_sentence[figure.sentence]) if one.token < figure.token), None)
    if before is None or before.kind != "amount" or figure.token - before.token > NEAR:
        return "-"
    between = [line.word(at) for at in range(before.token + 1, figure.token)]
    again = all(word in ("(", ",") or word in reading.words.restating for word in between)
    instead = not reading.words.instead.isdisjoint(between)
    if not again or not (instead or "(" in between):
        return "-"
    return f"{'or' if instead else '('}.{played(reading, before)}"


def paired(reading: Reading, figure: Figure, other: Figure) -> str:
    """Whether amount and rate have one place in two runs of one length: "$5m and $3m, down 2 and 7 percent"."""
    line = reading.line(figure)
    rates = run_of(reading.words, line, figure.token)
    levels = [
        one.index
        for one in reading.figures_by_sentence[figure.sentence]
        if one.kind == "amount" and line.word(one.token - 1) != "(" and played(reading, one) == "level"
    ]
    if len(rates) < 2 or len(rates) != len(levels) or other.index not in levels:
        return "-"
    return "same" if levels.index(other.index) == rates.index(figure.token) else "other"


def listed(reading: Reading, figure: Figure, other: Figure) -> str:
    """Whether amount and rate have one place in two lists told apart: "sold $5m and bought $3m, a 2% rise and a 4% fall"."""
    here = reading.figures_by_sentence[figure.sentence]
    rates = [one.index for one in here if one.kind == "change"]
    levels = [one.index for one in here if one.kind == "amount" and played(reading, one) == "level"]
    if len(rates) < 2 or len(rates) != len(levels) or other.index not in levels:
        return "-"
    if levels[-1] > rates[0] and rates[-1] > levels[0]:
        return "mixed"
    where = "behind" if levels[-1] < rates[0] else "front"
    return f"{where}.{'same' if levels.index(other.index) == rates.index(figure.index) else 'other'}"


def rival(reading: Reading, figure: Figure, other: Figure) -> str:
    """Whether the pass before gave an amount to another rate of its sentence: on which side, nearer or farther off."""
    rivals = [reading.page.figures[index] for index in reading.past.rates_of.get(other.index, ()) if index != figure.index]
    one = next((one for one in rivals[:RIVALS] if one.sentence == figure.sentence), None)
    if one is None:
        return "-"
    nearer = abs(one.token - other.token) < abs(figure.token - other.token)
    return f"{'before' if one.token < figure.token else 'behind'}.{'nearer' if nearer else 'farther'}"


def dated(reading: Reading, figure: Figure, line: Line, other: Figure) -> str:
    """Whether the last period in front of a rate, bases apart, is the one that the pass before gave the amount."""
    decision = reading.before.get(other.index)
    if decision is None or not decision.fact:
        return "unknown"
    periods = line.places("period")
    last = bisect_left(periods, figure.token)
    near = reversed(periods[max(last - PERIODS, 0) : last])
    at = next((at for at in near if (figure.sentence, at) not in reading.bases), -1)
    if at < 0:
        return "-"
    return _ordered(decision.period, reading.periods.get((figure.sentence, at)))


def _ordered(own: Period, other: Period | None) -> str:
    """Whether an amount's period is another one, or begins before or after it."""
    if other is None or own == other:
        return "same" if other is not None else "other"
    if own.start is None or other.start is None or own.start == other.start:
        return "other"
    return "earlier" if own.start < other.start else "later"


def dated_behind(reading: Reading, figure: Figure, line: Line, other: Figure) -> str:
    """Whether the period right behind a rate ("fell 5% in 2016"), if it is no base, is the one of the amount."""
    decision = reading.before.get(other.index)
    if decision is None or not decision.fact:
        return "unknown"
    for at in range(figure.token + 1, figure.token + 1 + BEHIND):
        word = line.word(at)
        if word == "<period>" and (figure.sentence, at) not in reading.bases:
            return _ordered(decision.period, reading.periods.get((figure.sentence, at)))
        if word in (",", "(", "<flow>", "<amount>", "<change>", "<period>") or word in reading.words.breaks:
            break
    return "-"


def standing(reading: Reading, figure: Figure, line: Line, other: Figure) -> str:
    """What the pass before took an amount for, told or to come, and what the clause says of the rate."""
    decision = reading.before.get(other.index)
    if decision is None or not decision.fact:
        return "unknown"
    place = told(reading.words, line, figure.token)
    said = kinds(reading.words, line)[place] if place >= 0 else "none"
    return f"{decision.status}.{said}"


def respectively(words: CueWords, line: Line) -> bool:
    """Whether a sentence tells two lists of one length."""
    return any(token.word in words.in_turn for token in line.tokens)


def ranked(line: Line, at: int, other: int = -1) -> str:
    """What a rate has its turn with where quantities and amounts are told first and their rates after them, "respectively"."""
    rates = line.places("change")
    counted = sorted([*line.places("amount"), *line.places("quantity")])
    first = [place for place in counted if place < rates[0]][-len(rates) :]
    if len(first) != len(rates):
        return "-"
    own = first[rates.index(at)]
    if other >= 0:
        return "same" if own == other else "other"
    return line.word(own)
