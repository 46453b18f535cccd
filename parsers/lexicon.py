"""Language files (`languages/xx.toml`) as frozen look-ups: their sections, and their wordings as compiled patterns.

A wording is a table of an array named `wordings` in a section: `name`, `pattern`, `examples`, `counterexamples`. In a
pattern, `{{part}}` stands for an entry of the section's `parts` table (parts may name parts), so that words are written once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import regex

LANGUAGES = Path(__file__).parent / "languages"
_PART = regex.compile(r"\{\{(?P<name>\w++)\}\}")


class LexiconError(ValueError):
    """A language file that cannot be used; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One named pattern with what it must and must not match."""

    name: str
    pattern: regex.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a file, in order."""
    return tuple(sorted(path.stem for path in LANGUAGES.glob("??.toml")))


@cache
def lexicon(language: str) -> Mapping[str, Any]:
    """The whole file of a language; LexiconError with the file and line if it is missing or broken."""
    path = LANGUAGES / f"{language}.toml"
    try:
        return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise LexiconError(f"{path.name}: no such language file; there are {', '.join(languages())}") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from None


def section(language: str, name: str) -> Mapping[str, Any]:
    """One section of a language file; LexiconError if the file has none of that name."""
    try:
        return MappingProxyType(lexicon(language)[name])
    except KeyError:
        raise LexiconError(f"{language}.toml: section [{name}] is missing") from None


def expand(pattern: str, parts: Mapping[str, str], where: str) -> str:
    """`pattern` with every `{{part}}` replaced by a group of its text; LexiconError names an unknown part."""

    def replace(found: regex.Match[str]) -> str:
        if found["name"] not in parts:
            raise LexiconError(f"{where}: unknown part {{{{{found['name']}}}}}")
        return f"(?:{expand(parts[found['name']], parts, where)})"

    return str(_PART.sub(replace, pattern))


def alternatives(words: Mapping[str, Any] | list[str] | tuple[str, ...]) -> str:
    """A pattern for any one of `words`, the longest first, spaces matching any run of white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word, special_only=True, literal_spaces=True).replace(" ", r"\s++") for word in ordered)


def wordings(language: str, name: str, words: Mapping[str, str] | None = None) -> tuple[Wording, ...]:
    """The compiled wordings of a section, in the file's order; `words` are parts made by code (numerals, months ...)."""
    entries = section(language, name)
    parts = {**(words or {}), **entries.get("parts", {})}
    return tuple(_wording(entry, parts, f"{language}.toml [[{name}.wordings]]") for entry in entries.get("wordings", ()))


def _wording(entry: Mapping[str, Any], parts: Mapping[str, str], where: str) -> Wording:
    place = f"{where} {entry.get('name', '(without a name)')}"
    try:
        compiled = regex.compile(expand(entry["pattern"], parts, place), regex.VERBOSE | regex.IGNORECASE)
        return Wording(entry["name"], compiled, tuple(entry["examples"]), tuple(entry.get("counterexamples", ())))
    except KeyError as error:
        raise LexiconError(f"{place}: {error} is missing") from None
    except regex.error as error:
        raise LexiconError(f"{place}: {error}") from None
