"""The wordings of periods and how they join: a part and its year, a year and its part, month to month, the end of something.

Each wording is small; at each word that one may begin with, those that may are tried, their joins too, and the longest wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import regex

from parsers import lexicon
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_words import Words, expression

_TABLES = MappingProxyType(
    {"month": "months", "ordinal": "ordinals", "count": "counts", "pointer": "pointers", "solar_month": "solar_months"}
)
_JOINS = (
    "between",
    "so_far",
    "of_other",
    "before_year",
    "before_part",
    "between_months",
    "behind_so_far",
    "restated",
    "restated_end",
)
# A word, or the letters or digits that a code or a number begins with.
TOKEN = regex.compile(r"[’'‘][0-9]{2}|(?<![^\W_])(?:\p{L}++|(?<!\d[.,])[0-9]{1,4}+)")
_HEAD = regex.compile(r"[’'‘][0-9]{2}|\p{L}++|[0-9]{1,4}+")
# What the wordings look back on before their first word, and what may stand right behind it, beside words and letters.
_BEFORE = ("", "% ")
_AFTER = (" ", "-", "/", ".", "’", "'", "0", "1", "5")
# The numbers that stand for all of their length and century.
_CENTURIES = MappingProxyType({"19": "1980", "20": "2010", "13": "1395", "14": "1395"})
_SHORT = ("", "1", "28", "280")
_APOSTROPHE = "'80"
_YEARS = frozenset({"year", "span"})
_PARTS = frozenset({"months", "first", "part", "same"})
_TAKES_YEAR = _PARTS | {"ended", "days"}
_EDGED = _YEARS | {"months", "relative"}
_ANY = frozenset({
    "year", "span", "months", "first", "part", "edge", "same", "reviewed", "relative", "past", "ended", "days",
    "so_far", "decade", "basis", "per",
})  # fmt: skip

Found = tuple[int, PeriodExpression]
Wordings = tuple[tuple[str, regex.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled wordings of one language by the word that they may begin with, and the joins between them."""

    starts: Mapping[str, Wordings]
    joins: Mapping[str, regex.Pattern[str]]
    words: Words
    article: regex.Pattern[str]

    def find(self, text: str, position: int, limit: int, forms: frozenset[str] = _ANY, deep: bool = True) -> Found | None:
        """End and value of the longest period that begins at `position`; None where none does."""
        token = _HEAD.match(text, position, limit)
        return None if token is None else self.longest(text, position, limit, self.beginning(token.group()), forms, deep)

    def longest(
        self, text: str, position: int, limit: int, wordings: Wordings, forms: frozenset[str] = _ANY, deep: bool = True
    ) -> Found | None:
        """End and value of the longest of `wordings` at `position`; None where none fits."""
        best: Found | None = None
        for form, pattern in wordings:
            match = pattern.match(text, position, limit) if form in forms else None
            value = None if match is None else expression(form, match, self.words)
            if match is None or value is None:
                continue
            found = self._extended(text, match, limit, value, deep)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        return best

    def year_behind(self, text: str, end: int, limit: int) -> Found | None:
        """End and value of a year said right behind `end` ("of 1987", "last year", "'s FY24"); None where none is."""
        join = self.joins["before_year"].match(text, end, limit)
        found = None if join is None else self.find(text, join.end(), limit, _YEARS, deep=False)
        return found or self.find(text, end, limit, _YEARS, deep=False)

    def beginning(self, token: str) -> Wordings:
        """The wordings that may begin with `token`."""
        wordings = self.starts.get(token)
        if wordings is not None or token[0].isalpha():
            return wordings or ()
        if not token[0].isdecimal():
            return self.starts[_APOSTROPHE]
        key = _CENTURIES.get(token[:2], "") if len(token) == 4 else _SHORT[len(token)]
        return self.starts.get(key, ())

    def _extended(self, text: str, match: regex.Match[str], limit: int, value: PeriodExpression, deep: bool) -> Found | None:
        """The value with what joins on behind it; None where it needs something that does not follow."""
        start, end = match.span()
        if (value.form == "edge" and value.year_offset is None) or (value.form == "so_far" and not value.unit):
            return self._around(text, match, limit, value)
        if value.form == "edge" and (year := self.year_behind(text, end, limit)) is not None:
            return year[0], value.with_year(year[1])
        if value.form == "reviewed" and value.unit != "year" and (year := self.year_behind(text, end, limit)) is not None:
            return year[0], value.but(form="same").with_year(year[1])
        if value.form in _YEARS:
            return self._part_of_year(text, end, limit, value) if deep else (end, value)
        if value.form in _TAKES_YEAR and deep:
            if value.year is None and (year := self.year_behind(text, end, limit)) is not None:
                end, value = year[0], value.with_year(year[1])
            elif value.form in ("first", "part") and value.year is None and self.joins["of_other"].match(text, end, limit):
                return None
            if value.form == "part":
                return self._run_of_parts(text, end, limit, value)
            if value.form == "months" and value.month_to is None and value.calendar != "solar":
                return self._run_of_months(text, (start, end), limit, value)
        return end, value

    def _run_of_parts(self, text: str, end: int, limit: int, value: PeriodExpression) -> Found:
        """Quarter to quarter ("Q1-Q3 2022"); the last quarter of no year is the one before now."""
        if value.index == -1 and not value.dated and value.year_offset is None:
            return end, value.but(form="relative", index=None, offset=-1)
        join = self.joins["between_months"].match(text, end, limit) if value.index_to is None and value.year is None else None
        last = None if join is None else self.find(text, join.end(), limit, frozenset({"part"}), deep=False)
        if last is None or last[1].unit != value.unit or (last[1].index or 0) <= (value.index or 0):
            return end, value
        run = value.but(index_to=last[1].index)
        year = self.year_behind(text, last[0], limit)
        return (last[0], run) if year is None else (year[0], run.with_year(year[1]))

    def _around(self, text: str, match: regex.Match[str], limit: int, value: PeriodExpression) -> Found | None:
        """The edge or the open end of the period that follows; "so far" may stand alone."""
        end = match.end()
        inner = self.find(text, end, limit, _YEARS if value.form == "so_far" else _EDGED, deep=value.form == "edge")
        if inner is not None:
            return inner[0], inner[1].but(form=value.form, edge=value.edge, open_end=value.open_end, comparative=False)
        alone = self.joins["so_far"].match(text, match.start(), limit)
        return None if alone is None or value.form != "so_far" else (alone.end(), value)

    def _part_of_year(self, text: str, end: int, limit: int, value: PeriodExpression) -> Found:
        behind = self.joins["behind_so_far"].match(text, end, limit)
        if behind is not None:
            return behind.end(), value.but(form="so_far", open_end=True)
        join = self.joins["before_part"].match(text, end, limit)
        part = None if join is None else self.find(text, join.end(), limit, _PARTS, deep=False)
        if join is None or part is None or part[1].year is not None or text[part[0] : part[0] + 2].strip().isdecimal():
            return end, value
        if part[1].form == "months":
            return self._run_of_months(text, (join.start(), part[0]), limit, part[1].with_year(value))
        return part[0], part[1].with_year(value)

    def _run_of_months(self, text: str, span: tuple[int, int], limit: int, value: PeriodExpression) -> Found:
        start, end = span
        join = self.joins["between_months"].match(text, end, limit)
        last = None if join is None else self.find(text, join.end(), limit, frozenset({"months"}), deep=False)
        if last is None or last[1].calendar == "solar":
            return end, value
        adjacent = ((last[1].month or 0) - (value.month or 0)) % 12 == 1
        if join is not None and join["both"] and not adjacent and not self.joins["between"].match(text, max(0, start - 9), start):
            return end, value
        end, run = last[0], value.but(month_to=last[1].month)
        if adjacent and value.month_to is None and (more := self._next_month(text, end, limit, run)) is not None:
            end, run = more
        year = self.year_behind(text, end, limit)
        if year is None:
            return end, run
        if value.year is None or year[1].year is None:
            return year[0], run.with_year(year[1])
        return year[0], run.but(year_to=year[1].year)

    def _next_month(self, text: str, end: int, limit: int, run: PeriodExpression) -> Found | None:
        """The run with one month more, where the month behind it is the next: "April, May and June"."""
        join = self.joins["between_months"].match(text, end, limit)
        last = None if join is None else self.find(text, join.end(), limit, frozenset({"months"}), deep=False)
        if last is None or last[1].month is None or (last[1].month - (run.month_to or 0)) % 12 != 1:
            return None
        longer = run.but(month_to=last[1].month)
        return self._next_month(text, last[0], limit, longer) or (last[0], longer)


@cache
def grammar(language: str, bare: bool = False) -> Grammar:
    """The grammar of a language from section [periods] of its file; LexiconError where that is broken.

    `bare` takes in the wordings that are periods only in texts of a country with numbers of its own for the years.
    """
    entries = lexicon.section(language, "periods")
    words = {part: lexicon.alternatives(entries[table]) for part, table in _TABLES.items()}
    parts = {**words, **entries["parts"]}

    def compiled(name: str) -> regex.Pattern[str]:
        pattern = lexicon.expand(f"{{{{{name}}}}}", parts, f"{language}.toml [periods.parts]")
        return regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE)

    joins = MappingProxyType({name: compiled(name) for name in _JOINS})
    wordings = (one for one in lexicon.wordings(language, "periods", words) if bare or "bare" not in one.pattern.groupindex)
    articles = regex.compile(rf"(?<!\w)(?:{lexicon.alternatives(entries['articles'])})[\s\u00a0]{{1,3}}\Z", regex.IGNORECASE)
    return Grammar(_starts(entries, wordings), joins, Words.read(entries), articles)


@cache
def _solar_text(language: str) -> regex.Pattern[str]:
    return regex.compile(lexicon.section(language, "periods")["parts"]["solar_text"])


def numbers_years(text: str, language: str = "en") -> bool:
    """Whether a text names the country that has numbers of its own for the years."""
    return _solar_text(language).search(text) is not None


def _starts(entries: Mapping[str, Any], wordings: Iterable[lexicon.Wording]) -> Mapping[str, Wordings]:
    first_words = {word.split()[0].split("-")[0] for table in _TABLES.values() for word in entries[table]}
    patterns = [(wording.name.partition(":")[0], wording.pattern) for wording in wordings]
    keys = {word for word in first_words | set(entries["starts"]) if word.isalpha()}
    keys |= {*_CENTURIES.values(), *_SHORT[1:], _APOSTROPHE}
    around = (*_BEFORE, *(f"{word} " for word in entries["before"])), (*_AFTER, *entries["letters"])
    starts = {key: tuple((form, pattern) for form, pattern in patterns if _may_begin(pattern, key, *around)) for key in keys}
    cases = {case: found for key, found in starts.items() for case in _cases(key) if found}
    return MappingProxyType(cases)


def _cases(word: str) -> tuple[str, ...]:
    """`word` as it may be printed: small, capital, with a capital first, and with capitals at both ends (YoY)."""
    return word, word.upper(), word.capitalize(), f"{word[:1].upper()}{word[1:-1]}{word[-1:].upper()}"


def _may_begin(pattern: regex.Pattern[str], word: str, before_it: tuple[str, ...], behind_it: tuple[str, ...]) -> bool:
    befores = before_it if "(?<=" in pattern.pattern else before_it[:1]
    possible = [before for before in befores if pattern.match(before + word, len(before), partial=True) is not None]
    texts = ((before, f"{before}{word}{after}") for before in possible for after in behind_it)
    return any(pattern.match(text, len(before), partial=True) is not None for before, text in texts)
