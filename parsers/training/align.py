"""Which figures of a text state which labelled facts, and so which candidates of each slot are right."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

import regex

from parsers.model import Amount, Change, Period
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.weights import Candidate
from parsers.training.labels import Fact, Labelled

LEAST_ROUNDED = 4
ROUGH = 0.1
SHORT = 5
MIRROR = {"exports": "imports", "imports": "exports"}


@dataclass(slots=True)
class Truth:
    """For each figure: the facts that it states; for each change also what it measures.

    `open` figures are not learnt from, and little is from `doubtful` ones, which the labels leave unscored.
    """

    facts: dict[int, list[Fact]] = field(default_factory=dict)
    rates: dict[int, set[tuple[str, int]]] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)


def close(got: Decimal | None, wanted: float | None, upper: float | None = None) -> bool:
    """Equal within half a per cent, or inside the printed range."""
    if got is None or wanted is None:
        return False
    low, high = sorted((wanted, wanted if upper is None else upper))
    slack = max(abs(wanted) * 0.005, 1e-9)
    return low - slack <= float(got) <= high + slack


def percents(change: Change) -> list[Decimal]:
    """The rates that a printed percentage or multiple may mean, whatever its sign."""
    if change.form in ("percent", "points"):
        return [change.size, -change.size, change.size - 100]
    up = (change.size - 1) * 100
    down = (1 / change.size - 1) * 100 if change.size else Decimal(0)
    return [up, down, change.size * 100]


def align(labelled: Labelled, reading: Reading) -> Truth:
    """Match the facts of a label with the figures of its text."""
    truth = Truth()
    for fact in labelled.facts:
        _value(labelled, reading, fact, truth)
    for fact in labelled.facts:
        _rate(labelled, reading, fact, truth)
    _second_rates(reading, truth)
    _roundings(labelled, reading, truth)
    _leave_open(labelled, reading, truth)
    return truth


def _within(labelled: Labelled, figure: Figure, fact: Fact) -> bool:
    text = labelled.document.text
    spans = (_span(text, fact.get(key) or "") for key in ("sentence", "sentence2"))
    return any(start <= figure.mention.start < end for start, end in spans)


@cache
def _span(text: str, said: str) -> tuple[int, int]:
    """Where a text says what a label quotes, whose blanks may be the ends of lines; (-1, -1) for what it does not say."""
    found = regex.search(r"\s++".join(map(regex.escape, said.split())), text) if said else None
    return found.span() if found else (-1, -1)


def _value(labelled: Labelled, reading: Reading, fact: Fact, truth: Truth) -> None:
    if fact.get("obs_value") is None:
        return
    wanted, upper = abs(fact["obs_value"]), fact.get("obs_value_max")
    same = [f for f in reading.page.figures if f.kind == "amount" and _is_amount(f.mention.value, wanted, upper, fact)]
    if upper is None and any(_off(f.mention.value, wanted) == 0 for f in same):
        same = [f for f in same if _off(f.mention.value, wanted) < 1]
    strong = [f for f in same if _within(labelled, f, fact)]
    for figure in strong or same:
        truth.facts.setdefault(figure.index, []).append(fact)
    if strong:
        truth.open.update(figure.index for figure in same if figure not in strong)


def _off(amount: Amount, wanted: float) -> float:
    """How many units of its own last digit a printed amount is away from another: under one, it may be a rounding of it."""
    digit = Decimal(1).scaleb(int(amount.value.normalize().as_tuple().exponent))
    return round(abs(float(abs(amount.value)) - wanted) / float(digit), 6)


def _is_amount(amount: Amount, wanted: float, upper: float | None, fact: Fact) -> bool:
    unit = fact.get("unit_measure")
    if unit and amount.currency and unit not in (amount.currency, *amount.currencies):
        return False
    return close(abs(amount.value), wanted, None if upper is None else abs(upper))


def _rate(labelled: Labelled, reading: Reading, fact: Fact, truth: Truth) -> None:
    for key, most, kind in (("change_pct", "change_max", "change"), ("share_pct", "share_max", "share")):
        if fact.get(key) is None:
            continue
        same = [f for f in reading.page.figures if f.kind == "change" and _is_rate(f.mention.value, fact, key, most)]
        strong = [f for f in same if _within(labelled, f, fact)]
        owners = [index for index, facts in truth.facts.items() if any(other is fact for other in facts)]
        for figure in strong or same:
            if fact.get("obs_value") is not None:
                truth.rates.setdefault(figure.index, set()).update((kind, owner) for owner in owners)
                if not any(reading.page.figures[owner].sentence == figure.sentence for owner in owners):
                    truth.rates.setdefault(figure.index, set()).add((kind, -1))
            else:
                truth.rates.setdefault(figure.index, set()).add((kind, -1))
            truth.facts.setdefault(figure.index, []).append(fact)
        if strong:
            truth.open.update(figure.index for figure in same if figure not in strong)


def _second_rates(reading: Reading, truth: Truth) -> None:
    """A second rate of a value (month on month beside year on year) may also be read as that value's."""
    figures = reading.page.figures
    values = [(figures[at], fact) for at, facts in truth.facts.items() for fact in facts if figures[at].kind == "amount"]
    for index, found in truth.rates.items():
        lone = [fact for fact in truth.facts[index] if fact.get("obs_value") is None and fact.get("change_pct") is not None]
        here = [(figure, value) for figure, value in values if figure.sentence == figures[index].sentence]
        found.update(("change", figure.index) for figure, value in here if any(_same_statistic(fact, value) for fact in lone))


def _same_statistic(fact: Fact, other: Fact) -> bool:
    keys = ("ref_area", "counterpart_area", "trade_flow", "product", "period_start", "period_end", "status")
    return all(fact.get(key) == other.get(key) for key in keys)


def _roundings(labelled: Labelled, reading: Reading, truth: Truth) -> None:
    """A rate that only says a labelled one again in round numbers ("35%", "over 60%", "more than doubled") teaches nothing."""
    rates = [fact["change_pct"] for fact in labelled.facts if fact.get("change_pct") is not None]
    unclaimed = (figure for figure in reading.page.figures if figure.kind == "change" and figure.index not in truth.facts)
    truth.open.update(figure.index for figure in unclaimed if any(_rounds(figure.mention.value, rate) for rate in rates))


def _rounds(change: Change, rate: float) -> bool:
    """Whether a printed change is a rounding of a rate: to its own last digit, a multiple that was passed, or a hedged one."""
    size, wanted = float(change.size), abs(rate)
    if change.form == "verb" and change.bound == "above" and size - 1 < rate / 100 < size:
        return True
    if change.form != "percent":
        return change.form in ("times", "verb") and _near((size - 1) * 100, wanted, change)
    digits = max(0, -int(change.size.as_tuple().exponent))
    if size < LEAST_ROUNDED or size == wanted:
        return False
    return round(wanted, digits) == size or (change.bound != "exact" and _near(size, wanted, change))


def _near(rough: float, fine: float, change: Change) -> bool:
    """Whether a rough rate is no farther from a fine one than its hedge allows, and on the side that it tells."""
    if (change.bound == "above" and rough > fine) or (change.bound == "below" and rough < fine):
        return False
    return 0 < abs(rough - fine) <= ROUGH * fine


def _is_rate(change: Change, fact: Fact, key: str, most: str) -> bool:
    upper = fact.get(most)
    return any(close(value, fact[key], upper) for value in percents(change))


def _leave_open(labelled: Labelled, reading: Reading, truth: Truth) -> None:
    """Figures in sentences that the labels leave unscored are doubtful; those of another's number are open."""
    text = labelled.document.text
    spans = [_span(text, entry.get("evidence") or "") for entry in labelled.unscored]
    for figure in reading.page.figures:
        if figure.index not in truth.facts and any(start <= figure.mention.start < end for start, end in spans):
            truth.doubtful.add(figure.index)
    truth.open -= set(truth.facts)


def right(slot: str, candidate: Candidate, facts: list[Fact], figure: Figure, flow: str, sign: int = 0) -> bool:
    """Whether a candidate fills its slot as one of the facts says; what a label leaves null accepts anything.

    `sign` is what the words of a balance say of its sign (0 where they say nothing): a surplus is that of one side alone.
    """
    return any(_right(slot, candidate, fact, figure, flow, sign) for fact in facts)


def taught(slot: str, found: list[Candidate], facts: list[Fact], figure: Figure, flow: str, sign: int = 0) -> list[bool]:
    """Which candidates to learn from: of products the ones in the label's words, where there are any."""
    good = [right(slot, candidate, facts, figure, flow, sign) for candidate in found]
    if slot != "product":
        return good
    products = [fact["product"] for fact in facts if fact.get("product")]
    named = [
        ok and (not candidate.value or any(alike(candidate.value, product) for product in products))
        for ok, candidate in zip(good, found, strict=True)
    ]
    return named if any(named) else good


def alike(ours: str, wanted: str) -> bool:
    """The same words, one within the other, or one short for the other ("RMG", "readymade garments")."""
    first, second = " ".join(ours.lower().split()), " ".join(wanted.lower().split())
    return first in second or second in first or _short_for(first, second) or _short_for(second, first)


def _short_for(short: str, name: str) -> bool:
    """Whether a word is made of the first letters of a name's words and letters between them, in their order."""
    words = name.replace("-", " ").split()
    if not short.isalpha() or len(short) > SHORT or not 1 < len(words) <= len(short):
        return False
    pattern = ".*".join(regex.escape(letter) for letter in short)
    initials = iter(short)
    return bool(regex.match(pattern, name)) and all(word[0] in initials for word in words)


def _right(slot: str, candidate: Candidate, fact: Fact, figure: Figure, flow: str, sign: int) -> bool:
    value = candidate.value
    if slot == "fact":
        return _right_flow(value, fact)
    if slot == "period":
        return _right_period(value, fact)
    if slot == "areas":
        return _right_areas(value, fact, flow, sign)
    if slot == "product":
        return bool(value) == bool(fact.get("product"))
    return bool(value == (fact.get("status") or "actual"))


def _right_flow(value: tuple[str, int], fact: Fact) -> bool:
    flow, sign = value
    if flow != fact["trade_flow"] and not (flow in MIRROR and MIRROR[flow] == fact["trade_flow"]):
        return False
    if flow == "balance" and fact.get("obs_value") is not None and sign:
        return bool(sign * fact["obs_value"] >= 0)
    return True


def _right_period(value: Period, fact: Fact) -> bool:
    start, end = fact.get("period_start"), fact.get("period_end")
    if start is None and end is None:
        return value == Period()
    return value == Period(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


def coded(code: str | None) -> bool:
    """Whether the score compares this area at all."""
    return code is not None and (
        code in ("WLD", "EAEU", "CIS", "ASEAN") or all(len(p.split("-")[0]) == 2 and p == p.upper() for p in code.split("+"))
    )


def _right_areas(value: tuple[str | None, str | None], fact: Fact, flow: str, sign: int) -> bool:
    pair = (fact.get("ref_area"), fact.get("counterpart_area"))
    turned = pair[::-1]
    if flow in MIRROR and flow != fact["trade_flow"] and fact["trade_flow"] in MIRROR:
        options = [turned]
    elif flow in MIRROR:
        options = [pair]
    elif flow == "balance" and sign and fact.get("obs_value"):
        options = [pair if sign * fact["obs_value"] > 0 else turned]
    else:
        options = [pair, turned]
    return any(_fits(value[0], a) and _fits(value[1], b) for a, b in options)


def _fits(area: str | None, wanted: str | None) -> bool:
    return not coded(wanted) or (area is not None and set(area.split("+")) == set(str(wanted).split("+")))
