"""How purely a text speaks of trade: what its other numbers were taken for, what other money it names, what it counts in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.slots.places import crowd, tally
from parsers.observations.slots.subjects import clause_start

BACK = 6
BEFORE, BEHIND = 30, 15
PARTS = ((0.01, "none"), (0.4, "few"), (0.8, "many"), (1.0, "most"), (float("inf"), "all"))


def part_of(value: float) -> str:
    """The name of a part of a whole: none, few, many, most, all."""
    return next(name for limit, name in PARTS if value < limit)


def elsewhere(reading: Reading, figure: Figure) -> str:
    """What part of the amounts of the other sentences the pass before took for facts; "-" where there is none."""
    here = [one.index for one in reading.figures_by_sentence[figure.sentence] if one.kind == "amount"]
    told = reading.past.amounts_before
    own = [told[index] for index in here if index in told]
    number, facts = len(told) - len(own), reading.past.amounts_of_trade - sum(own)
    return part_of(facts / number) if number > 0 else "-"


def part_of_trade(reading: Reading) -> str:
    """What part flow words make of all words of money in a text, those of other money among them."""
    flows, other = len(reading.flows), reading.money.others
    return part_of(flows / (flows + other)) if flows + other else "-"


def standard(reading: Reading) -> str:
    """What the numbers of a text count: money, quantities, both, or neither."""
    money, things = reading.money.sums, reading.money.quantities
    if money and things:
        return "both.money" if money >= things else "both.things"
    return "money" if money else "things" if things else "neither"


def last_standard(reading: Reading, figure: Figure) -> str:
    """Whether the last number in front of a rate that is none itself tells money or a quantity, and how near."""
    for sentence in range(figure.sentence, max(figure.sentence - BACK, -1), -1):
        line = reading.page.lines[sentence]
        until = figure.token if sentence == figure.sentence else len(line)
        last = {kind: _last(line.places(kind), until) for kind in ("amount", "quantity")}
        kind = max(last, key=lambda name: last[name])
        if last[kind] >= 0:
            return f"{kind}.{min(figure.sentence - sentence, 2)}"
    return "-"


def _last(places: Sequence[int], until: int) -> int:
    """The last of some places that stands before another, -1 where none does."""
    at = bisect_left(places, until)
    return places[at - 1] if at else -1


def nearby(reading: Reading, figure: Figure) -> str:
    """What the last sentence before that names money at all names: trade, other money, or both; and how near it is."""
    for sentence in range(figure.sentence - 1, max(figure.sentence - BACK, -1), -1):
        named = reading.money.named[sentence]
        if named:
            return f"{named}.{min(figure.sentence - sentence, 2)}"
    return "-"


def other_money(reading: Reading, figure: Figure) -> list[str]:
    """How many words of other money stand before a figure and behind it, and whether one stands in its clause before it."""
    words, line, at = reading.words, reading.line(figure), figure.token
    first, own = max(at - BEFORE, 0), clause_start(words, line, at)
    before = sum(line.word(place) in words.never_trade for place in range(first, at))
    behind = sum(line.word(place) in words.never_trade for place in range(at + 1, at + BEHIND))
    clause = any(line.word(place) in words.never_trade for place in range(max(first, own), at))
    return [f"never={tally(before)}", f"never.behind={tally(behind)}", f"never.clause={'yes' if clause else 'no'}"]


def topic(reading: Reading, figure: Figure) -> list[str]:
    """What the whole text says for or against an amount's being a trade figure."""
    return [
        f"purity={part_of_trade(reading)}",
        f"elsewhere={elsewhere(reading, figure)}",
        f"other.money={crowd(reading.money.others)}",
        f"text={standard(reading)}",
        f"nearby={nearby(reading, figure)}",
        f"length={crowd(len(reading.page.lines))}",
    ]
