"""The raw scan for names of areas: every name of a language at once, in any usual letter case, with exact offsets.

The text is folded to bytes in which line ends, hyphens and tabs are spaces, so that "South\\nKorea" is found; letter case
is kept, since names are capitalised: each name is looked for as written, Capitalised By Word and IN CAPITALS.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from operator import itemgetter
from types import MappingProxyType
from typing import Any

import ahocorasick_rs

from parsers.codelists import AreaNames, area_names, areas, currencies
from parsers.lexicon import section

Hit = tuple[int, int, "Name"]
Match = tuple[int, int, int]
_STRAIGHT = (
    ("\xa0", " "),
    ("’", "'"),
    ("‘", "'"),
    ("–", "-"),
    ("—", "-"),
    ("‑", "-"),
    ("“", '"'),
    ("”", '"'),
    ("…", "."),
    ("•", "*"),
)
_KEPT = frozenset(b"&.+")
_BREAKS = bytes(byte for byte in range(128) if not chr(byte).isalnum() and byte not in _KEPT)
_FOLD = bytes.maketrans(_BREAKS, b" " * len(_BREAKS))
_OUTSIDE = bytes(not chr(byte).isalnum() and byte < 128 for byte in range(256))


@dataclass(slots=True)
class Meanings:
    """The areas that one name may mean, by how it would mean them."""

    names: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    seats: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Name:
    """One name and the areas it may mean: as their name, adjective, seat, or only with a kind word or the parent near.

    ``hyphened`` holds of combining forms ("Sino-"); ``veto`` of stretches that mean no area; ``count`` is set for an
    anaphor: how many areas it stands for, 0 where it does not say; ``regional`` where a subdivision bears the name.
    """

    text: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    hyphened: bool = False
    veto: bool = False
    count: int | None = None
    regional: bool = False


@dataclass(frozen=True, slots=True)
class Scanner:
    """All patterns of a language; ``shorter`` gives, for a pattern, the patterns that it begins with, longest first.

    ``capitals`` looks for the first patterns, which begin with a capital letter, ``small`` for the others ("the two countries",
    "developing countries"): small letters among the first ones would lead it on at every word.
    """

    capitals: ahocorasick_rs.BytesAhoCorasick
    small: ahocorasick_rs.BytesAhoCorasick
    first_small: int
    patterns: tuple[bytes, ...]
    names: tuple[Name, ...]
    shorter: Mapping[int, tuple[int, ...]]


def _anaphors(words: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The words that stand for areas named before, each with their number: those of the list, "these five countries", and "the
    Asian country".
    """
    yield from words["words"].items()
    yield from words["bare"]["numbers"].items()
    for before, (number, count), noun in product(words["counted"]["before"], words["numbers"].items(), words["counted"]["nouns"]):
        yield f"{before} {number} {noun}", count
    kinds = dict.fromkeys(spelt for kin in words["kin"] for spelt in (kin, kin.lower()))
    articles = words["articles"] or [""]
    yield from ((f"{article} {kin} {noun}".strip(), 1) for article in articles for kin in kinds for noun in words["nouns"])


def inventory(language: str) -> dict[str, Name]:
    """Every name of a language with its meanings; vetoes and anaphors give way to nothing."""
    found: dict[str, Meanings] = {}
    same: dict[bytes, str] = {}
    words = section(language, "areas")
    kinds: Mapping[str, list[str]] = words["kinds_after"]
    for code, names in area_names(language).items():
        for column in ("names", "adjectives", "seats", "weak"):
            for text in _needed(names, kinds) if column == "names" else getattr(names, column):
                spelt = same.setdefault(folded(text), text)
                getattr(found.setdefault(spelt, Meanings()), column).append(code)
    named = {text: _name(text, meanings) for text, meanings in found.items()}
    named |= {text: Name(text, count=count) for text, count in _anaphors(words["anaphors"]) if text not in named}
    return named | {text: Name(text, veto=True) for text in (*words["vetoes"]["phrases"], *_money(language, named))}


def _needed(names: AreaNames, kinds: Mapping[str, list[str]]) -> Iterator[str]:
    """The aliases, without those that are another name of the area and a kind word: these are found by the other name."""
    bare, kind = {*names.aliases, *names.weak}, areas()[names.code].type
    for alias in names.aliases:
        head, _, last = alias.rpartition(" ")
        if head not in bare or kind not in kinds.get(last.lower(), ()):
            yield alias


def _name(text: str, meanings: Meanings) -> Name:
    names, adjectives, seats, weak = (
        tuple(dict.fromkeys(codes)) for codes in (meanings.names, meanings.adjectives, meanings.seats, meanings.weak)
    )
    regional = any("-" in code for code in (*names, *adjectives, *weak))
    return Name(text.removesuffix("-"), names, adjectives, seats, weak, hyphened=text.endswith("-"), regional=regional)


def _money(language: str, named: Mapping[str, Name]) -> Iterator[str]:
    """Currency words that begin with the name of an area ("Canadian dollars"): they are money, not areas."""
    for currency in currencies(language).values():
        for word in currency.words:
            if " " in word and any(word.startswith(f"{head} ") for head in _heads(word) if head in named):
                yield word


def _heads(phrase: str) -> Iterator[str]:
    parts = phrase.split(" ")
    return (" ".join(parts[:end]) for end in range(1, len(parts)))


def spellings(name: Name) -> Iterable[str]:
    """A name as written, Capitalised By Word, with its first letter capitalised, and in capitals unless it is a weak one."""
    text = name.text
    if text.isupper():
        return (text,)
    titled = " ".join(part[:1].upper() + part[1:] for part in text.split(" "))
    capitals = text if name.weak and not (name.names or name.seats) else text.upper()
    return dict.fromkeys((text, titled, text[:1].upper() + text[1:], capitals))


def folded(text: str) -> bytes:
    """The bytes in which names are looked for: as many characters as `text` has, so that offsets map back, between spaces."""
    if not text.isascii():
        for curly, straight in _STRAIGHT:
            text = text.replace(curly, straight)
    return f" {text} ".encode("utf-8", "surrogatepass").translate(_FOLD)


@cache
def scanner(language: str) -> Scanner:
    """The automaton of a language, built once, in about a quarter of a second."""
    patterns: dict[bytes, Name] = {}
    for name in inventory(language).values():
        for spelling in spellings(name):
            patterns.setdefault(folded(spelling).rstrip(), name)
    keys = tuple(sorted(patterns, key=lambda key: key[1:2].islower()))
    first_small = sum(not key[1:2].islower() for key in keys)
    numbers = {key: number for number, key in enumerate(keys)}
    names = tuple(patterns[key] for key in keys)
    return Scanner(_automaton(keys[:first_small]), _automaton(keys[first_small:]), first_small, keys, names, _shorter(numbers))


def _automaton(keys: tuple[bytes, ...]) -> ahocorasick_rs.BytesAhoCorasick:
    # Half the memory of the other automata, and twice as fast over thousands of names: it stays in the cache.
    return ahocorasick_rs.BytesAhoCorasick(
        keys, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, implementation=ahocorasick_rs.Implementation.ContiguousNFA
    )


def _shorter(numbers: Mapping[bytes, int]) -> Mapping[int, tuple[int, ...]]:
    found = {}
    for key, number in numbers.items():
        inner = tuple(numbers[key[:end]] for end in range(len(key) - 1, 1, -1) if _OUTSIDE[key[end]] and key[:end] in numbers)
        if inner:
            found[number] = inner
    return MappingProxyType(found)


def scan(text: str, language: str = "en") -> list[Hit]:
    """Every name in `text` as (start, end, Name), in order, the longest where several begin; ends are exclusive."""
    return list(located(text, language))


def located(text: str, language: str) -> Iterator[Hit]:
    """The hits of `raw` and `raw_small`, the earlier one where two overlap, with offsets in characters."""
    names = scanner(language).names
    data = folded(text)
    matches = _apart(sorted([*raw(data, language), *raw_small(data, language)], key=itemgetter(1)))
    if len(data) == len(text) + 2:
        for number, start, end in matches:
            yield start, end - 1, names[number]
        return
    at_byte, at_character = 1, 0
    for number, start, end in matches:
        first = at_character + len(data[at_byte : start + 1].decode("utf-8", "surrogatepass"))
        at_character = first + len(data[start + 1 : end].decode("utf-8", "surrogatepass"))
        at_byte = end
        yield first, at_character, names[number]


def _apart(matches: list[Match]) -> Iterator[Match]:
    """Matches in order of text without those that begin inside an earlier one."""
    last = 0
    for match in matches:
        if match[1] >= last:
            last = match[2]
            yield match


def raw(data: bytes, language: str = "en") -> list[Match]:
    """Capitalised names at word boundaries in folded bytes: (pattern number, start, end), the space before counted in."""
    machine = scanner(language)
    return _whole(machine.capitals.find_matches_as_indexes(data), data, machine)


def raw_small(data: bytes, language: str = "en") -> list[Match]:
    """What begins with a small letter, like `raw`."""
    machine = scanner(language)
    matches = machine.small.find_matches_as_indexes(data)
    return _whole([(number + machine.first_small, start, end) for number, start, end in matches], data, machine)


def _whole(matches: list[Match], data: bytes, machine: Scanner) -> list[Match]:
    """Matches that end with a word, and the mended ones of those that do not."""
    outside = _OUTSIDE
    kept = [match for match in matches if outside[data[match[2]]]]
    if len(kept) == len(matches):
        return kept
    torn = [match for match in matches if not outside[data[match[2]]]]
    mended = [whole for match in torn if (whole := _mended(match, data, machine))]
    return sorted(kept + mended, key=itemgetter(1)) if mended else kept


def _mended(match: Match, data: bytes, machine: Scanner) -> Match | None:
    """A match that runs into a word: itself where that is no letter after all, or the longest shorter name at its place."""
    number, start, end = match
    if data[end] >= 128 and _ends(data, end):
        return match
    for inner in machine.shorter.get(number, ()):
        stop = start + len(machine.patterns[inner])
        if _ends(data, stop):
            return inner, start, stop
    return None


def _ends(data: bytes, at: int) -> bool:
    """Whether a word may end at a byte: no letter or digit stands behind it."""
    behind = data[at : at + 4].decode("utf-8", "ignore")
    return not behind or not behind[0].isalnum()
