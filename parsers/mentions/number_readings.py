"""What each number of a text is: a rate, money, a count, or a bare number; dates, years and labels are passed over."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from parsers.lexicon import alternatives, section
from parsers.mentions.amounts import money
from parsers.mentions.changes import Form, is_factor, rate_after, sign_before
from parsers.mentions.numerals import Numeral, scan_numerals
from parsers.mentions.quantities import is_time, unit_after

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Reading:
    """One number with what it was taken for; ``kind``: change, amount, quantity, bare."""

    numeral: Numeral
    kind: str
    start: int
    end: int
    value: Decimal
    scale: Decimal = ONE
    most: Decimal | None = None
    codes: tuple[str, ...] = ()
    form: Form = "percent"
    sign: int = 0
    unit: str = ""
    shared: bool = False

    @property
    def own_scale(self) -> bool:
        """Whether a scale word stands with this very number."""
        return self.numeral.scaled


@cache
def _dates(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    months = alternatives(section(language, "periods")["months"])
    labels = alternatives(section(language, "numerals")["labels"])
    before = regex.compile(rf"(?r)(?<!\p{{L}})(?:{months}|{labels})\.?[\s\u00a0]{{0,3}}", regex.IGNORECASE)
    links = alternatives(section(language, "numerals")["month_links"])
    after = regex.compile(rf"[\s\u00a0-]{{0,3}}(?:(?:{links})[\s\u00a0])?(?:{months})\b", regex.IGNORECASE)
    return before, after


def read_numbers(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Reading]:
    """Every number of `text` that may be a figure, in order."""
    found = (_read(text, numeral, language) for numeral in scan_numerals(text, language, start, end))
    return [reading for reading in found if reading is not None]


def _read(text: str, numeral: Numeral, language: str) -> Reading | None:
    cash = money(text, numeral, language)
    rate = None if cash and cash.start < numeral.start else rate_after(text, numeral.end, language)
    if not _free_before(text, numeral, cash.start if cash else numeral.start):
        return None
    if rate:
        sign, first = sign_before(text, numeral.start, language) if rate[0] != "times" else (0, numeral.start)
        return Reading(numeral, "change", first, rate[1], numeral.value, numeral.scale, form=rate[0], sign=sign)
    if cash is None and is_factor(text, numeral.start, language):
        return Reading(numeral, "change", numeral.start, numeral.end, numeral.value, numeral.scale, form="times")
    if numeral.letter and cash is None and not _plain_letter(text, numeral, language):
        return None
    if cash:
        return Reading(numeral, "amount", cash.start, cash.end, numeral.value * cash.worth, numeral.scale, codes=cash.codes)
    return _uncurrencied(text, numeral, language)


def _uncurrencied(text: str, numeral: Numeral, language: str) -> Reading | None:
    if is_time(text, numeral.end, language):
        return None
    year = _is_year(text, numeral)
    unit = unit_after(text, numeral.end, language)
    many = tuple(section(language, "quantities")["plural_endings"])
    if unit and (not year or unit[0].endswith(many)):
        if year and not _strong(unit[0], language):
            return None
        return Reading(numeral, "quantity", numeral.start, unit[1], numeral.value, numeral.scale, unit=unit[0])
    if numeral.scaled:
        hundreds = numeral.scale < 1000
        return None if hundreds else Reading(numeral, "amount", numeral.start, numeral.end, numeral.value, numeral.scale)
    if year or _is_date(text, numeral, language) or not _free_after(text, numeral.end):
        return None
    return Reading(numeral, "bare", numeral.start, numeral.end, numeral.value)


def _strong(unit: str, language: str) -> bool:
    return unit in section(language, "quantities")["units"]


def _plain_letter(text: str, numeral: Numeral, language: str) -> bool:
    """Whether a scale of one letter may stand without a currency: "m" and "b" at the digits, not "10M 2025"."""
    letter, after = text[numeral.end - 1], text[numeral.end : numeral.end + 6].lstrip()
    plain: list[str] = section(language, "numerals")["plain_letters"]
    return letter in plain and text[numeral.end - 2].isdigit() and not after[:4].isdigit()


def _is_year(text: str, numeral: Numeral) -> bool:
    plain = numeral.digits and not numeral.grouped and numeral.end - numeral.start == 4 and not numeral.scaled
    return plain and text[numeral.start : numeral.end].isdigit() and 1000 < numeral.value < 2100


def _is_date(text: str, numeral: Numeral, language: str) -> bool:
    before, after = _dates(language)
    if numeral.value > 31 or numeral.value % 1:
        return False
    return bool(before.match(text, 0, numeral.start) or after.match(text, numeral.end, numeral.end + 16))


def _free_before(text: str, numeral: Numeral, start: int) -> bool:
    """Whether nothing that is no currency is glued to the front of the number ("FY25", "G-7", "2019-20")."""
    before = text[start - 1] if start else " "
    if before.isalpha() or before.isdigit() or before in "_@#":
        return False
    if before in "-–/" and start > 1:
        return before != "/" and not _compound(text, start - 1)
    return True


@cache
def _compounds() -> regex.Pattern[str]:
    return regex.compile(r"(?:\b(?:1[89]|20)\d\d|(?<![\p{L}])[\p{Lu}][\p{L}.]{0,7})\Z")


def _compound(text: str, hyphen: int) -> bool:
    """Whether a year ("2019-20") or a capital ("G-7", "Covid-19") stands before the hyphen."""
    return _compounds().search(text[max(0, hyphen - 9) : hyphen]) is not None


def _free_after(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if not after:
        return True
    glued = after[0].isalpha() or after[0] in "_°"
    return not glued and not (after[0] in "-–/" and len(after) > 1 and after[1].isalpha() and after[0] != "–")
