"""Numbers as printed: digits, words, fractions, with their scale words ("1,234.5 million", "one and a half billion")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from parsers.lexicon import alternatives, section
from parsers.mentions.triggers import Triggers, attempts, word_before

GAP = r"[\s\u00a0\u202f]{1,6}+"
_DIGITS = r"""
    (?<![\d]) (?<!\d[.,:/’']) (?:
        (?P<fraction> (?:[0-9]{1,3}[-\ ])?+ [0-9]{1,2}/[0-9]{1,2} )
      | (?P<grouped> [0-9]{1,3}(?:[,'’][0-9]{3}){1,5} (?:\.[0-9]{1,6})?+ )
      | (?P<indian> [0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3} (?:\.[0-9]{1,6})?+ )
      | (?P<dotted> [0-9]{1,3}(?:\.[0-9]{3}){1,5},[0-9]{1,2} | [0-9]{1,3}(?:\.[0-9]{3}){2,5} )
      | (?P<spaced> [0-9]{1,3}(?:[\ \u00a0\u202f\u2009][0-9]{3}){1,4} (?:[.,][0-9]{1,3})?+ )
      | (?P<slipped> [1-9][0-9]{3},[0-9]{3} )
      | (?P<plain> [0-9]{1,15}(?:[.,][0-9]{1,6})?+ (?:\ ?[½¼¾])?+ | [½¼¾] | (?<![\w.])\.[0-9]{1,4} )
    ) (?! [.,:/]?\d )
"""
_DIGIT = regex.compile(r"(?<![\w.])\.(?=[0-9])|(?<!\d)[0-9]|[½¼¾]")
_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SHARP = regex.compile(r"[,'’\s\u00a0\u202f\u2009]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in running text; ``value`` has ``scale`` (1 where no scale word stands with it) worked in.

    ``letter``: the scale is a single letter at the digits, which counts only beside a currency. ``digits``: not in words.
    ``grouped``: thousands are set apart, so it is no year.
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    scaled: bool = False
    letter: bool = False
    digits: bool = True
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: regex.Pattern[str]
    triggers: Triggers
    scale: regex.Pattern[str]
    names: regex.Pattern[str]
    scales: dict[str, Decimal]
    letters: dict[str, Decimal]
    units: dict[str, int]
    fractions: dict[str, Decimal]


@cache
def _words(language: str) -> _Words:
    entries = section(language, "numerals")
    units, scales, letters = entries["units"], entries["scales"], entries["letters"]
    small, tens = (alternatives([w for w, n in units.items() if low <= n < high]) for low, high in ((1, 20), (20, 100)))
    hundred, and_, one = (alternatives(entries[key]) for key in ("hundred", "and", "one"))
    under = rf"(?:(?:{tens})(?:(?:-|{GAP})(?:{small}))?+|{small}|(?:{one})(?=(?:-|{GAP})(?:{hundred})\b))"
    tail = rf"(?:(?:-|{GAP})(?:(?:{and_})(?:-|{GAP}))?+{under})?+"
    whole = rf"(?:(?:{under})(?:(?:-|{GAP})(?:{hundred}){tail})?+)"
    part = alternatives(entries["fractions"]).replace(r"\s++", r"[\s-]{1,6}+")
    scale = alternatives(scales)
    rates, glued = section(language, "changes"), alternatives(entries["glued"])
    rate = alternatives([word for word in (*rates["percent"], *rates["points"]) if word[0].isalpha()])
    spoken = rf"""\b(?: (?P<part>{part})(?:-|{GAP})(?=(?:{scale}|{rate})\b) | (?P<one>{one})(?:-|{GAP})(?=(?:{scale})\b) |
        (?P<whole>{whole})(?:(?:-|{GAP})(?:{and_})(?:-|{GAP})(?P<rest>{part}))?+ ) (?:(?<=[\s-])|\b|(?=(?:{glued})\b))"""
    flags = regex.VERBOSE | regex.IGNORECASE
    plain = alternatives(entries["plain_letters"])
    # A full stop slipped in between ("557.million") stands for a blank.
    gap = r"(?:\.(?=\p{Ll}{4})|[\s\u00a0\u202f]{0,6}+-?)"
    following = regex.compile(
        rf"(?:{gap}(?P<word>{scale})\b){{1,3}}+(?!\d)|(?P<letter>{alternatives(letters)})(?![\w])|\s(?P<apart>{plain})(?![\w/'’-])",
        regex.VERBOSE | regex.IGNORECASE,
    )
    digit, point = alternatives([word for word, value in units.items() if value < 10]), alternatives(entries["point"])
    pointed = rf"(?<![\d.,])(?P<ahead>\d{{1,4}}|{whole})(?:-|{GAP})(?:{point})(?P<behind>(?:(?:-|{GAP})(?:{digit})\b){{1,3}}+)"
    return _Words(
        regex.compile(rf"(?P<pointed>{pointed})|(?P<figures>{_DIGITS})|(?P<spoken>{spoken})", flags),
        Triggers(
            [*units, *scales, *(word.split()[1 if word.split()[0] in entries["one"] else 0] for word in entries["fractions"])]
        ),
        following,
        regex.compile(rf"(?=\p{{Lu}})(?i:{alternatives(entries['names'])}){GAP}(?i:{alternatives(entries['named'])})\b"),
        {" ".join(w.split()): Decimal(n) for w, n in scales.items()},
        {w: Decimal(n) for w, n in letters.items()},
        units,
        {_fold(w): Decimal(n) for w, n in entries["fractions"].items()},
    )


def scan_numerals(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Numeral]:
    """Every number of `text` in order; "3 billion 263.4 million" is one."""
    joined: list[Numeral] = []
    for numeral in _numerals(text, language, start, len(text) if end is None else end):
        if joined and _continues(joined[-1], numeral, text):
            joined[-1] = Numeral(joined[-1].start, numeral.end, joined[-1].value + numeral.value, joined[-1].scale, True)
        else:
            joined.append(numeral)
    return joined


def _continues(first: Numeral, second: Numeral, text: str) -> bool:
    smaller = first.scaled and second.scaled and second.scale < first.scale and second.value < first.scale
    return smaller and not first.letter and second.start - first.end < 4 and text[first.end : second.start].isspace()


def _numerals(text: str, language: str, start: int, end: int) -> Iterator[Numeral]:
    words = _words(language)
    for found in attempts(words.pattern, text, _places(text, words, start, end), end):
        value = _printed(found) if found["figures"] else _pointed(found, words) if found["pointed"] else _spoken(found, words)
        if value is None:
            continue
        last = found.end() - (len(found[0]) - len(found[0].rstrip("- \n\t\r\u00a0\u202f")))
        scale, after, letter = _scale(text, last, end, words, bool(found["figures"]))
        grouped = bool(found["grouped"] or found["indian"] or found["dotted"] or found["spaced"])
        yield Numeral(found.start(), after, value * scale, scale, after > last, letter, bool(found["figures"]), grouped)


def _places(text: str, words: _Words, start: int, end: int) -> list[int]:
    """Where a number may begin: at a digit, at a number word, at the article before a scale word."""
    places = {found.start() for found in _DIGIT.finditer(text, start, end)}
    for place in words.triggers.starts(text, start, end):
        places.add(place)
        before = word_before(text, place)
        if before is not None and before >= start:
            places.add(before)
    return sorted(places)


def _scale(text: str, at: int, end: int, words: _Words, digits: bool) -> tuple[Decimal, int, bool]:
    found = words.scale.match(text, at, min(end, at + 60))
    if found is None or (not digits and not found["word"]):
        return Decimal(1), at, False
    letter = found["letter"] or found["apart"]
    if letter:
        return words.letters.get(letter) or words.letters[letter.lower()], found.end(), True
    product, last = Decimal(1), at
    for number, word in enumerate(found.captures("word")):
        if words.names.match(text, found.starts("word")[number]):
            break
        product, last = product * words.scales[" ".join(word.lower().split())], found.ends("word")[number]
    return product, last, False


def _printed(found: regex.Match[str]) -> Decimal | None:
    text = found["figures"]
    if found["fraction"]:
        return _fraction(text)
    if found["plain"] or found["slipped"]:
        return _plain(text)
    if found["dotted"]:
        return Decimal(text.replace(".", "").replace(",", "."))
    if found["spaced"]:
        return Decimal("".join(text.split()).replace(",", "."))
    return Decimal(_SHARP.sub("", text))


def _fraction(text: str) -> Decimal | None:
    head, _, part = text.replace("-", " ").rpartition(" ")
    over, under = (Decimal(number) for number in part.split("/"))
    return None if not under or over >= under else Decimal(head or 0) + over / under


def _plain(text: str) -> Decimal:
    glyph = _GLYPHS.get(text[-1], Decimal(0))
    digits = text.rstrip(" ½¼¾") or "0"
    head, comma, tail = digits.partition(",")
    if comma and len(tail) == 3 and head != "0":
        return Decimal(head + tail) + glyph
    return Decimal(digits.replace(",", ".")) + glyph


def _fold(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def _pointed(found: regex.Match[str], words: _Words) -> Decimal:
    """ "49-point-seven", "nine point two five": what stands before the point, and the digits behind it."""
    ahead = found["ahead"]
    whole = Decimal(ahead) if ahead.isdigit() else _count(ahead, words)
    return whole + Decimal("0." + "".join(str(words.units[digit]) for digit in _fold(found["behind"]).split()))


def _spoken(found: regex.Match[str], words: _Words) -> Decimal:
    if found["part"]:
        return words.fractions[_fold(found["part"])]
    if found["one"]:
        return Decimal(1)
    rest = found["rest"]
    return _count(found["whole"], words) + (words.fractions[_fold(rest)] if rest else 0)


def _count(text: str, words: _Words) -> Decimal:
    total = 0
    for word in regex.split(r"[\s-]+", text.lower()):
        number = words.units.get(word)
        total = max(total, 1) * 100 if number == 100 else total + (number or 0)
    return Decimal(total)
