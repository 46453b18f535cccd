"""The code lists of data/codelists as frozen look-ups: areas, currencies, publishers, and the SDMX code lists.

Every list is read once, on first use. A row that cannot be used stops the load with CodelistError, its file and line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from types import MappingProxyType

import regex

Row = tuple[str, Mapping[str, str]]


class CodelistError(ValueError):
    """A code list that cannot be used; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency of ISO 4217, withdrawn ones included, with what a language calls it.

    ``symbols`` stand at the number ("$", "R$"), ``prefixes`` are letters before it ("Rs", "Ksh", "DM"), ``words`` follow
    it ("dollars", "Russian rubles"), ``subunits`` are words with their worth in whole units ("cents" 0.01, "tomans" 10).
    ``areas`` use it, its home first; ``years`` is "1961-1991", "1999-" while it stands, "" where unknown.
    """

    code: str
    name: str
    symbols: tuple[str, ...]
    prefixes: tuple[str, ...]
    words: tuple[str, ...]
    subunits: Mapping[str, Decimal]
    areas: tuple[str, ...]
    years: str


def data_folder() -> Path:
    """The folder `data`: of the checkout if there is one, else the one inside the installed package."""
    package = Path(__file__).parent
    checkout = package.parent / "data"
    return checkout if (checkout / "codelists").is_dir() else package / "data"


def table(name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Each row of a code list with its place ("areas.csv line 7"); CodelistError for a wrong header or number of cells."""
    path = data_folder() / "codelists" / name
    try:
        file = path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise CodelistError(f"{name}: {error.strerror}") from None
    with file:
        lines = csv.reader(file, strict=True)
        try:
            header = tuple(next(lines, ()))
            if header != columns:
                raise CodelistError(f"{name} line 1: the columns are {','.join(header)}, not {','.join(columns)}")
            for cells in lines:
                if len(cells) != len(columns) or not cells[0]:
                    raise CodelistError(f"{name} line {lines.line_num}: {len(cells)} cells for {len(columns)} columns, or no key")
                yield f"{name} line {lines.line_num}", dict(zip(columns, cells, strict=True))
        except (csv.Error, UnicodeDecodeError) as error:
            raise CodelistError(f"{name} line {lines.line_num}: {error}") from None


def keyed(name: str, columns: tuple[str, ...]) -> Mapping[str, Row]:
    """The rows of a code list by their first column; CodelistError where a key stands twice."""
    found: dict[str, Row] = {}
    for place, row in table(name, columns):
        key = row[columns[0]]
        if key in found:
            raise CodelistError(f"{place}: {key} stands twice")
        found[key] = (place, row)
    return MappingProxyType(found)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, which `|` separates."""
    return tuple(cell.split("|")) if cell else ()


@cache
def currencies(language: str = "en") -> Mapping[str, Currency]:
    """Every currency by its code, the most usual first: of the codes that share "$" or "dollars" the first is meant first.

    >>> [code for code, currency in currencies().items() if "rupees" in currency.words][:3]
    ['INR', 'PKR', 'LKR']
    >>> currencies()["RUB"].subunits["kopecks"]
    Decimal('0.01')
    """
    spoken = keyed(f"names/{language}.currencies.csv", ("code", "words", "subunits"))
    rows = keyed("currencies.csv", ("code", "name", "symbols", "prefixes", "areas", "years"))
    for code, (place, _) in spoken.items():
        if code not in rows:
            raise CodelistError(f"{place}: {code} is no currency of currencies.csv")
    return MappingProxyType({code: _currency(row, spoken.get(code)) for code, (_, row) in rows.items()})


def _currency(row: Mapping[str, str], spoken: Row | None) -> Currency:
    place, words = spoken or ("", {"words": "", "subunits": ""})
    return Currency(
        row["code"],
        row["name"],
        values(row["symbols"]),
        values(row["prefixes"]),
        values(words["words"]),
        MappingProxyType(dict(_subunit(entry, place) for entry in values(words["subunits"]))),
        values(row["areas"]),
        row["years"],
    )


def _subunit(entry: str, place: str) -> tuple[str, Decimal]:
    word, _, worth = entry.partition("=")
    try:
        return word, Decimal(worth)
    except InvalidOperation:
        raise CodelistError(f"{place}: {entry!r} is not word=worth") from None


@dataclass(frozen=True, slots=True)
class Area:
    """One area: a country, a first-level subdivision, a bloc, a group without a code of its own (G-...), WLD, a former state.

    ``kind``: country, subdivision, double (a subdivision that is a country of ISO 3166-1 too: its ``parent`` is that
    country's code, which wins), bloc, group, former, world. ``parent`` is the country of a subdivision. ``years`` is
    "1922-1991", "" while it stands. ``fiscal_year_start`` is MM-DD; ``type`` is what a subdivision is called (Oblast).
    """

    code: str
    name: str
    kind: str
    parent: str
    years: str
    fiscal_year_start: str
    type: str


@dataclass(frozen=True, slots=True)
class AreaNames:
    """What one language calls an area; ``weak`` names count only with a kind word or the parent near."""

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]
    weak: tuple[str, ...]


AREA_COLUMNS = ("code", "kind", "parent", "years", "fiscal_year_start", "type")
KINDS = frozenset({"country", "subdivision", "double", "bloc", "group", "former", "world"})
_DAY = regex.compile(r"(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])")


@cache
def area_names(language: str = "en") -> Mapping[str, AreaNames]:
    """What a language calls each area, by code; CodelistError for a code that areas.csv lacks."""
    rows = keyed(f"names/{language}.csv", ("code", "name", "aliases", "adjectives", "seats", "weak"))
    known = keyed("areas.csv", AREA_COLUMNS)
    for code, (place, _) in rows.items():
        if code not in known:
            raise CodelistError(f"{place}: {code} is no area of areas.csv")
    return MappingProxyType({code: _area_names(row) for code, (_, row) in rows.items()})


def _area_names(row: Mapping[str, str]) -> AreaNames:
    cells = (values(row[column]) for column in ("aliases", "adjectives", "seats", "weak"))
    return AreaNames(row["code"], row["name"], *cells)


@cache
def areas() -> Mapping[str, Area]:
    """Every area by its code, with its English name."""
    rows = keyed("areas.csv", AREA_COLUMNS)
    names = area_names("en")
    return MappingProxyType({code: _area(row, place, rows, names) for code, (place, row) in rows.items()})


def _area(row: Mapping[str, str], place: str, rows: Mapping[str, Row], names: Mapping[str, AreaNames]) -> Area:
    code, start = row["code"], row["fiscal_year_start"] or "01-01"
    if row["kind"] not in KINDS:
        raise CodelistError(f"{place}: {row['kind']!r} is no kind of area")
    if row["parent"] and row["parent"] not in rows:
        raise CodelistError(f"{place}: the parent {row['parent']} of {code} is no area")
    if not _DAY.fullmatch(start):
        raise CodelistError(f"{place}: {start!r} is no day MM-DD")
    named = names.get(row["parent"] if row["kind"] == "double" else code)
    if named is None:
        raise CodelistError(f"{place}: {code} has no name in names/en.csv")
    return Area(code, named.name, row["kind"], row["parent"], row["years"], start, row["type"])


def area(code: str) -> Area:
    """The row of an area; KeyError with the code for an unknown one.

    >>> area("RU-KRS").name, area("RU-KRS").parent, area("IR").fiscal_year_start
    ('Kursk Oblast', 'RU', '03-21')
    """
    return areas()[code]
