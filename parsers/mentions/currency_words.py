"""Which currency stands at a number: symbols and letters before it, words and codes behind it, from the code lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from parsers.codelists import currencies
from parsers.lexicon import alternatives, section

REACH = 24
Meanings = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CurrencyWord:
    """A currency word of the text: the codes it may mean, most usual first, and its worth in whole units (cents 0.01)."""

    start: int
    end: int
    codes: tuple[str, ...]
    worth: Decimal = Decimal(1)
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    after: regex.Pattern[str]
    signs: Meanings
    folded: Meanings
    words: Meanings
    worth: dict[str, Decimal]
    weak: frozenset[str]
    longest: int
    last_letters: frozenset[str]
    scaled_only: frozenset[str]


@cache
def _words(language: str) -> _Words:
    entries = section(language, "amounts")
    signs: defaultdict[str, dict[str, None]] = defaultdict(dict)
    words: defaultdict[str, dict[str, None]] = defaultdict(dict)
    worth: dict[str, Decimal] = {}
    for code, currency in currencies(language).items():
        for sign in (*currency.symbols, *currency.prefixes, code):
            signs[sign][code] = None
        for word in (*currency.words, *currency.symbols, code):
            words[_fold(word)][code] = None
        for word, value in currency.subunits.items():
            if len(word) > 2:
                words[_fold(word)][code] = None
                worth[_fold(word)] = value
    for word, other in entries["same_as"].items():
        words[word].update(words[other])
    long = [word for word in words if len(word) > 2 and word.isascii() and word[0].isalpha()]
    meanings = {sign: tuple(codes) for sign, codes in signs.items()}
    folded = {_fold(sign): codes for sign, codes in meanings.items() if len(sign) > 2} | {
        w: tuple(words[w]) for w in long if w not in worth
    }
    between = alternatives(entries["between"])
    full_stop = r"(?:\.(?=\s?(?-i:\p{Ll}|\p{Lu}{3}\b|\p{Sc})))?"
    gap = rf"(?:-?(?:{between}))?{full_stop}[\s\u00a0\u202f]{{0,6}}+-?\s?"
    spared = alternatives(entries["unless_followed_by"])
    after = rf"{gap}(?P<word>{_spellings(words)})(?![\p{{L}}\d])(?!(?:\s|-){{1,3}}(?:{spared})\b)(?!\s?\d(?!\d?-\p{{L}}))"
    flags = regex.VERBOSE | regex.IGNORECASE
    return _Words(
        regex.compile(after, flags),
        meanings,
        folded,
        {word: tuple(codes) for word, codes in words.items()},
        worth,
        frozenset(entries["weak"]),
        max(len(sign) for sign in (*meanings, *folded)),
        frozenset(sign[-1].lower() for sign in (*meanings, *folded)),
        frozenset(entries["scaled_only"]),
    )


def _fold(word: str) -> str:
    return " ".join(word.lower().split())


def _spellings(words: Iterable[str]) -> str:
    return alternatives(list(words)).replace(r"\s++", r"[\s\u00a0-]{1,6}+")


def currency_before(text: str, at: int, language: str = "en", *, scaled: bool) -> CurrencyWord | None:
    """The currency sign that stands before a number at `at`; single letters and words only before one that is `scaled`."""
    words = _words(language)
    low = max(0, at - REACH)
    window = text[low:at]
    bare = window.rstrip()
    if not bare or len(window) - len(bare) > 2 or bare[-1].lower() not in words.last_letters:
        return None
    for length in range(min(words.longest, len(bare)), 0, -1):
        sign = bare[-length:]
        codes = words.signs.get(sign) or (words.folded.get(_fold(sign)) if length > 2 and not sign[0].isspace() else None)
        if not codes or _ordinary(sign, words) or not _edge(sign, bare[:-length]):
            continue
        if _stands(sign, words, attached=bare == window, scaled=scaled):
            last = low + len(bare)
            return CurrencyWord(last - length, last, codes, words.worth.get(_fold(sign), Decimal(1)))
    return None


def _ordinary(sign: str, words: _Words) -> bool:
    """Whether letters that would be a code in capitals are a word here: "to top 1 million", "all 5 million"."""
    return sign not in words.signs and _fold(sign) in words.weak and sign.upper() in words.signs


def _edge(sign: str, before: str) -> bool:
    """Whether a sign that begins with a letter begins a word."""
    return not (before and sign[0].isalpha() and (before[-1].isalnum() or before[-1] in ".-"))


def _stands(sign: str, words: _Words, *, attached: bool, scaled: bool) -> bool:
    if not sign.rstrip(".")[-1:].isalpha():
        return True
    if len(sign) == 1:
        return attached and scaled
    return scaled or (sign in words.signs and sign not in words.scaled_only)


def currency_after(text: str, at: int, language: str = "en") -> CurrencyWord | None:
    """The currency word, symbol or code behind a number that ends at `at`."""
    words = _words(language)
    found = words.after.match(text, at, min(len(text), at + REACH + 20))
    if found is None:
        return None
    word = _fold(found["word"])
    word = word if word in words.words else word.replace("-", " ")
    code = word.upper() in words.signs and len(word) == 3 and word not in words.weak
    if (code or (len(word) < 3 and word.isalpha())) and not _exact(found["word"], words):
        return None
    return CurrencyWord(
        found.start("word"), found.end("word"), words.words[word], words.worth.get(word, Decimal(1)), word in words.weak
    )


def _exact(word: str, words: _Words) -> bool:
    spoken = words.words[_fold(word)]
    return word in words.signs or any(word in currencies().get(code).words for code in spoken)  # type: ignore[union-attr]
