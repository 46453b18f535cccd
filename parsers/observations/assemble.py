"""From filled slots to observations: rates join their values, equivalents theirs, and nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import cast

import regex

from parsers.model import Amount, Change, Flow, Observation, Period, Role, Status
from parsers.observations.attach import Filled
from parsers.observations.bases import base
from parsers.observations.confidence import confidence
from parsers.observations.currency import currency
from parsers.observations.dating import publisher
from parsers.observations.decisions import Decision
from parsers.observations.equivalents import equivalent, is_equivalent
from parsers.observations.growth import growth
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.rivals import doubted
from parsers.observations.shares import tells_part, whole
from parsers.observations.slots.period_meanings import a_year_before
from parsers.observations.slots.sides import Side
from parsers.observations.so_far import left_open
from parsers.observations.vetoes import vetoed
from parsers.observations.weights import Weights
from parsers.observations.wording import adjustment, kind, per

HUNDRED = Decimal(100)
_MINUS = regex.compile(r"(?:^|[\s(\[:;,])[-−–]\Z")


def assemble(reading: Reading, slots: dict[int, Filled], weights: Weights) -> list[Observation]:
    """The observations of a page, in the order of its text, with the confidence that `weights` give them."""
    decisions = reading.before
    rows: list[Observation] = []
    for figure in reading.page.figures:
        decision = decisions[figure.index]
        if not decision.fact or is_equivalent(reading, figure):
            continue
        filled = slots[figure.index]
        row = _valued(reading, figure, decision, filled) if figure.kind == "amount" else _rated(reading, figure, decision, filled)
        rates = (
            [other for other in reading.page.figures if decisions[other.index].rate == ("change", figure.index)]
            if figure.kind == "amount"
            else []
        )
        parts = [rate for rate in rates if tells_part(reading, figure, rate)]
        rates = [rate for rate in rates if rate not in parts]
        row = _with_part(reading, row, parts[0], decision) if parts else row
        told = list(_with_rates(reading, row, figure, [(rate, slots[rate.index].probability["rate"]) for rate in rates]))
        rows.extend(_each_year(told, filled))
    kept = doubted([row for row in rows if not vetoed(row)])
    return [replace(row, confidence=confidence(row.margins, weights)) for row in kept]


def _observation(reading: Reading, figure: Figure, decision: Decision, filled: Filled) -> Observation:
    sentence = reading.page.sentences[figure.sentence]
    ref, counterpart = decision.pair
    return Observation(
        ref_area=ref,
        counterpart_area=counterpart,
        trade_flow=cast(Flow, decision.flow),
        kind=kind(reading, figure, filled, decision.product),
        product=decision.product,
        adjustment=adjustment(reading, figure),
        period=left_open(decision.period, decision.status, reading.dating),
        per=per(reading, figure),
        status=cast(Status, decision.status),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        published=reading.dating.published,
        publisher=publisher(reading.page.document),
        roles=tuple(_roles(reading, figure, filled)),
        known=_known(reading, figure, filled),
        margins=dict(filled.probability),
        cues=_cues(filled),
    )


def _valued(reading: Reading, figure: Figure, decision: Decision, filled: Filled) -> Observation:
    amount: Amount = figure.mention.value
    unit, how = currency(reading, figure, decision.pair)
    sign = -1 if decision.flow == "balance" and (decision.sign < 0 or is_negative(reading, figure)) else 1
    row = _observation(reading, figure, decision, filled)
    row = replace(
        row,
        obs_value=sign * abs(amount.value),
        obs_value_max=None if amount.value_max is None else sign * abs(amount.value_max),
        unit_measure=unit,
        bound=amount.bound,
        known={**row.known, "currency": how},
    )
    other = equivalent(reading, figure)
    if other is None:
        return row
    alternative: Amount = other.mention.value
    return replace(
        row,
        alt_value=sign * abs(alternative.value),
        alt_unit_measure=alternative.currency,
        roles=(*row.roles, Role("equivalent", other.mention.start, other.mention.end)),
    )


def is_negative(reading: Reading, figure: Figure) -> bool:
    """Whether a balance is printed with a minus, as a word or as a sign: "minus $3m", "(-3m)", "-$3m"."""
    text, start = reading.page.document.text, figure.mention.start
    said = reading.line(figure).word(figure.token - 1) in reading.words.negative
    return said or _MINUS.search(text, max(start - 2, 0), start) is not None


def _rated(reading: Reading, figure: Figure, decision: Decision, filled: Filled) -> Observation:
    row = _observation(reading, figure, decision, filled)
    return _part(reading, row, figure, decision) if decision.rate == ("share", -1) else _grown(reading, row, figure)


def _part(reading: Reading, row: Observation, figure: Figure, decision: Decision) -> Observation:
    """The row with what the figure tells of it as a part of a whole."""
    change: Change = figure.mention.value
    hundredths = Decimal(1) if change.form == "percent" else HUNDRED
    return replace(
        row,
        share_pct=change.size * hundredths,
        share_max=None if change.size_max is None else change.size_max * hundredths,
        share_bound=change.bound,
        share_of=whole(reading, figure, decision),
    )


def _with_part(reading: Reading, row: Observation, figure: Figure, decision: Decision) -> Observation:
    role = Role("share", figure.mention.start, figure.mention.end)
    return replace(_part(reading, row, figure, decision), roles=(*row.roles, role))


def _grown(reading: Reading, row: Observation, figure: Figure) -> Observation:
    rate = growth(reading, figure)
    against, how = base(reading, figure, row.period)
    return replace(
        row,
        change_pct=rate.pct,
        change_max=rate.most,
        change_bound=rate.bound,
        base=against,
        known={**row.known, "base": how},
        roles=(*row.roles, Role("change", figure.mention.start, figure.mention.end)),
    )


def _with_rates(reading: Reading, row: Observation, figure: Figure, rates: list[tuple[Figure, float]]) -> Iterator[Observation]:
    """The value with its rate; a second rate of the same value (month on month beside year on year) is a row of its own."""
    ordered = [rate for rate, _ in sorted(rates, key=lambda entry: _nearness(figure, *entry))]
    grown = [_grown(reading, row, rate) for rate in ordered]
    first = next((index for index, one in enumerate(grown) if one.base == a_year_before(row.period)), 0)
    if not grown:
        yield row
        return
    yield grown[first]
    seen = {(grown[first].change_pct, grown[first].base)}
    for index, (one, rate) in enumerate(zip(grown, ordered, strict=True)):
        if index == first or (one.change_pct, one.base) in seen or one.base == grown[first].base:
            continue
        seen.add((one.change_pct, one.base))
        sentence = reading.page.sentences[rate.sentence]
        yield replace(
            one,
            obs_value=None,
            obs_value_max=None,
            unit_measure=None,
            bound=None,
            alt_value=None,
            alt_unit_measure=None,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
        )


def _nearness(figure: Figure, rate: Figure, sure: float) -> tuple[bool, bool, float, int]:
    """How a rate of a value stands among others: in its sentence first, in per cent before "doubled", the surest, the nearest."""
    apart, rough = rate.sentence != figure.sentence, rate.mention.value.form == "verb"
    return apart, rough, -round(sure, 1), abs(rate.token - figure.token)


def _each_year(rows: list[Observation], filled: Filled) -> list[Observation]:
    """A level told of each of several years, one row a year; with a growth it is that of the last."""
    chosen = filled.chosen.get("period")
    years: tuple[Period, ...] = (chosen.data if chosen is not None else None) or ()
    alone = len(rows) == 1 and rows[0].change_pct is None
    return [replace(rows[0], period=year) for year in years] if years and alone else rows


def _roles(reading: Reading, figure: Figure, filled: Filled) -> Iterator[Role]:
    name = "value" if figure.kind == "amount" else "share" if filled.chosen["rate"].value == ("share", -1) else "change"
    yield Role(name, figure.mention.start, figure.mention.end)
    for slot, role in (("fact", "flow"), ("period", "period"), ("product", "product")):
        chosen = filled.chosen.get(slot)
        if chosen is not None and chosen.start >= 0:
            yield Role(role, chosen.start, chosen.end)
    sides = filled.chosen["areas"].data if "areas" in filled.chosen else None
    if isinstance(sides, tuple):
        line = reading.line(figure)
        for side in sides:
            if side.at >= 0:
                yield Role("area", line.tokens[side.at].start, line.tokens[side.at].end)


def _known(reading: Reading, figure: Figure, filled: Filled) -> dict[str, str]:
    """How each part is known: stated in the sentence, carried from another, or inferred."""
    sentence = reading.page.sentences[figure.sentence]

    def how(slot: str) -> str:
        chosen = filled.chosen.get(slot)
        if chosen is None or chosen.start < 0:
            return "carried"
        return "stated" if sentence.start <= chosen.start < sentence.end else "carried"

    known = {"area": _area_known(filled), "flow": how("fact")}
    if reading.dating.known is not None:
        known["published"] = reading.dating.known
    if reading.before[figure.index].period != Period():
        known["period"] = how("period")
    return known


def _area_known(filled: Filled) -> str:
    sides = filled.chosen["areas"].data if "areas" in filled.chosen else None
    if not isinstance(sides, tuple):
        return "unknown"
    ref, other = cast(tuple[Side, Side], sides)
    if other.at >= 0 and (ref.at >= 0 or ref.code is None):
        return "stated"
    if other.code == "WLD" and other.at < 0:
        return "inferred"
    return "carried"


def _cues(filled: Filled) -> tuple[str, ...]:
    return tuple(f"{slot}:{candidate.cues[0]}" for slot, candidate in filled.chosen.items() if candidate.cues)
