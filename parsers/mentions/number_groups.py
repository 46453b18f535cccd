"""Numbers that stand together: ranges ("$2 to $3 billion"), and units that the last or first of several carries for all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from parsers.lexicon import alternatives, section
from parsers.mentions.number_lists import listed
from parsers.mentions.number_readings import Reading

CARRY, COUNTED = 200, 40
LEAST_RATIO = Decimal("0.05")
WIDEST_RANGE = 2
LEAST_PRICE = 100
WIDEST_PAIR = 3
_STOP = regex.compile(r"[\p{Ll}\d)]\.\s")
DASH, TO, AND, COMMA, AGAINST = "dash", "to", "and", "comma", "against"


@cache
def _links(language: str) -> tuple[regex.Pattern[str], ...]:
    words = section(language, "ranges")
    gap = r"[\s\u00a0]{1,4}+"
    link = regex.compile(
        rf"\s?(?P<dash>[-–—−])\s?|(?:{gap}|-)(?P<to>{alternatives(words['to'])})(?:{gap}|-)(?:{alternatives(words['hedges'])}{gap})?+"
        rf"|(?:,?{gap})(?P<and>{alternatives(words['and'])}){gap}"
        rf"|,?{gap}(?P<against>{alternatives(words['against'])}){gap}(?:(?:{alternatives(words['hedges'])}){gap})?+|(?P<comma>,{gap})",
        regex.IGNORECASE,
    )
    ending = rf"(?:{gap}(?:{alternatives(words['hedges'])}))?+[\s\u00a0]{{0,3}}\Z"
    flags = regex.IGNORECASE
    return (
        link,
        regex.compile(rf"\b(?P<between>{alternatives(words['between'])}){ending}", flags),
        regex.compile(rf"\b(?:{alternatives(words['from'])}){ending}", flags),
        regex.compile(rf"\b(?:{alternatives(words['spread'])}){ending}", flags),
        regex.compile(rf"\b(?:{alternatives(words['levels'])}){ending}", flags),
    )


def grouped(text: str, readings: list[Reading], language: str = "en") -> list[Reading]:
    """The readings with shared scales and units filled in, carried scales given, and ranges joined."""
    shared = _counted(text, _shared(text, readings, language), language)
    return _joined(text, listed(text, _carried(text, shared, language), language), language)


def _link(text: str, first: Reading, second: Reading, language: str) -> str | None:
    if second.start - first.end > 24 or second.start < first.end:
        return None
    found = _links(language)[0].fullmatch(text, first.end, second.start)
    return found.lastgroup if found else None


def _shared(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """Right to left, a number without unit takes that of the next one when only a link stands between."""
    done = list(readings)
    for place in range(len(done) - 2, -1, -1):
        first, second = done[place], done[place + 1]
        link = _link(text, first, second, language)
        if link is None:
            continue
        if first.kind == "amount" and not first.own_scale and second.kind == "amount" and link in (DASH, TO, AND):
            done[place], done[place + 1] = _one_scale(first, second, link)
        elif link == COMMA and first.kind == second.kind == "amount" and second.shared and first.codes and second.codes:
            done[place] = _one_scale(first, replace(second, numeral=replace(second.numeral, scaled=True)), AND)[0]
        elif first.kind == "amount" and second.kind in ("amount", "bare") and link in (DASH, TO):
            done[place], done[place + 1] = _one_currency(first, second)
        elif first.kind == "bare" and second.kind != "bare":
            done[place] = _one_unit(first, second)
    return done


def _one_scale(first: Reading, second: Reading, link: str) -> tuple[Reading, Reading]:
    """ "$2 to $3 billion": the second's scale and either's currency serve both."""
    codes = first.codes or second.codes
    if second.own_scale and first.value < 1000 and (link != AND or not first.codes or _alike(first, second)):
        first = replace(first, value=first.value * second.scale, scale=second.scale, codes=codes, shared=True)
    return first, second if second.codes or not codes else replace(second, codes=codes, shared=True)


def _alike(first: Reading, second: Reading) -> bool:
    """Whether a price would be an odd neighbour: "$4 and $5 billion", "$400 and $500 million", but not "$700 and $2 billion"."""
    one, other = sorted((first.numeral.value * second.scale, second.value))
    return first.numeral.value < LEAST_PRICE or other <= one * WIDEST_PAIR


def _one_currency(first: Reading, second: Reading) -> tuple[Reading, Reading]:
    if second.kind == "bare" or (second.codes and first.codes):
        return first, second
    if not second.codes and not first.codes:
        return first, second
    codes = first.codes or second.codes
    return (
        replace(first, codes=codes, shared=first.shared or not first.codes),
        replace(second, codes=codes, shared=second.shared or not second.codes),
    )


def _one_unit(first: Reading, second: Reading) -> Reading:
    if second.kind == "amount" and second.own_scale and first.value >= 1000:
        return first
    scale = second.scale if second.kind != "change" else first.scale
    return replace(
        first,
        kind=second.kind,
        value=first.value * scale,
        scale=scale,
        codes=second.codes,
        form=second.form,
        unit=second.unit,
        shared=True,
    )


@cache
def _carriers(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    words = section(language, "amounts")
    carrier, comparing = (
        regex.compile(rf"\b(?:{alternatives(words[key])})\s{{1,4}}\Z", regex.IGNORECASE) for key in ("carried_by", "compared_by")
    )
    return carrier, comparing, regex.compile(rf"\s{{1,4}}(?:{alternatives(words['part_of'])})\b", regex.IGNORECASE)


def _carried(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """ "to 3,061.8 billion francs from 3,304.1": a number with decimals takes the scale of the amount before it.

    Behind a rate only what is compared does ("up 5 percent from 9.2"): another number may be one more rate.
    """
    done: list[Reading] = []
    last: Reading | None = None
    for reading in readings:
        rated = bool(done) and done[-1].kind == "change"
        if last and _takes_scale(text, last, reading, rated, done[-1] is last, language):
            reading = replace(reading, kind="amount", value=reading.value * last.scale, scale=last.scale, shared=True)
        if reading.kind == "amount" and reading.scale >= 1000:
            last = reading
        done.append(reading)
    return done


def _takes_scale(text: str, last: Reading, reading: Reading, rated: bool, next_one: bool, language: str) -> bool:
    """A number in the scale of the amount before it: behind "from" and its like, or, as the next number, as "140 of it"."""
    lone = reading.kind == "bare" or (reading.kind == "amount" and reading.scale == 1 and reading.codes == last.codes)
    if not lone or not last.value or reading.start - last.end > CARRY:
        return False
    ratio = reading.value * last.scale / last.value
    carrier, comparing, part = _carriers(language)
    if part.match(text, reading.end, reading.end + 16):
        return reading.kind == "bare" and ratio <= 1 and next_one
    decimals = "." in text[reading.numeral.start : reading.numeral.end]
    alike = LEAST_RATIO < ratio < 1 / LEAST_RATIO and not _STOP.search(text, last.end, reading.start)
    link = carrier if reading.kind == "bare" and not rated else comparing
    return decimals and alike and link.search(text[max(last.end, reading.start - 24) : reading.start]) is not None


def _counted(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """ "to 2.3 million tonnes from 2.9 million": a number of no currency counts what the one that it is told against counts."""
    done: list[Reading] = []
    last: Reading | None = None
    for reading in readings:
        if last and _counts_alike(text, last, reading, language):
            reading = replace(reading, kind="quantity", unit=last.unit, shared=True)
        if reading.kind in ("amount", "quantity"):
            last = reading
        done.append(reading)
    return done


def _counts_alike(text: str, last: Reading, reading: Reading, language: str) -> bool:
    """Whether a scaled number without currency is told against a count of about its size, in the sentence of that one."""
    lone = reading.kind == "amount" and not reading.codes and reading.own_scale
    if not lone or last.kind != "quantity" or not last.value or reading.start - last.end > CARRY:
        return False
    ratio = reading.value / last.value
    if not LEAST_RATIO < ratio < 1 / LEAST_RATIO or _STOP.search(text, last.end - 1, reading.start):
        return False
    led = text[max(last.end, reading.start - COUNTED) : reading.start]
    return _counters(language).search(led) is not None or (last.shared and led.rstrip().endswith(","))


@cache
def _counters(language: str) -> regex.Pattern[str]:
    """What leads to a number that counts as the one before: "from its present", "and about"."""
    words, hedges = section(language, "quantities"), alternatives(section(language, "ranges")["hedges"])
    against, joint, worth = (alternatives(words[key]) for key in ("told_against", "told_with", "worth"))
    spare = rf"(?:{hedges}|(?!(?:{joint}|{worth})\s)[\p{{L}}\d/’']{{1,16}}+)\s++"
    return regex.compile(rf"\b(?:(?:{against})\s++(?:{spare}){{0,4}}+|(?:{joint})\s++(?:(?:{hedges})\s++)?+)\Z", regex.IGNORECASE)


def _joined(text: str, readings: list[Reading], language: str) -> list[Reading]:
    done: list[Reading] = []
    for reading in readings:
        span = _range(text, done[-1], reading, language) if done else None
        if span is None:
            done.append(reading)
        else:
            done[-1] = replace(done[-1], start=span, end=reading.end, most=reading.value, shared=False)
    return done


def _range(text: str, first: Reading, second: Reading, language: str) -> int | None:
    """Where the range of two numbers begins; None where they are no range."""
    same = first.kind == second.kind and first.kind != "bare" and first.form == second.form and first.codes == second.codes
    if not same or first.most is not None or not first.value < second.value:
        return None
    link = _link(text, first, second, language)
    _, between, since, spread, levels = _links(language)
    before = text[max(0, first.start - 30) : first.start]
    opening = between.search(before)
    if link == AND and opening:
        return int(first.start - len(before) + opening.start())
    if link == TO:
        near = second.value <= WIDEST_RANGE * first.value
        moved, spans = since.search(before), spread.search(before)
        # "up from about $2 billion to $3 billion" tells two levels; "ranging from about" begins in front of its "from".
        spanned = spans is not None and (moved is None or spans.start() < moved.start())
        joins = (near and (spanned or levels.search(before))) or (first.shared and not moved)
    else:
        joins = link == DASH or (link == AND and first.shared and _is_or(text, first, second, language))
    return first.start if joins else None


def _is_or(text: str, first: Reading, second: Reading, language: str) -> bool:
    said: list[str] = section(language, "ranges")["or"]
    return text[first.end : second.start].strip(" ,").lower() in said
