"""The code lists of data/codelists as frozen look-ups: areas, currencies, publishers, and the SDMX code lists.

Every list is read once, on first use. A row that cannot be used stops the load with CodelistError, its file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from types import MappingProxyType

import regex

from parsers.codelist_files import AREA_COLUMNS, CodelistError, Row, data_folder, keyed, table, values
from parsers.publishers import Publisher, publisher_home, publishers

__all__ = [
    "Area",
    "AreaNames",
    "Code",
    "CodelistError",
    "Currency",
    "Publisher",
    "area",
    "area_names",
    "areas",
    "codes",
    "currencies",
    "data_folder",
    "districts",
    "foreign_names",
    "name_languages",
    "neighbours",
    "publisher_home",
    "publishers",
]


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


@cache
def districts() -> Mapping[str, str]:
    """The federal district of each region of Russia, by the region's code; CodelistError for a code that is no region.

    >>> districts()["RU-KRS"]
    'Central'
    """
    rows = keyed("districts.csv", ("code", "district"))
    known = keyed("areas.csv", AREA_COLUMNS)
    for code, (place, row) in rows.items():
        if code not in known or known[code][1]["kind"] != "subdivision":
            raise CodelistError(f"{place}: {code} is no region of areas.csv")
        if not row["district"]:
            raise CodelistError(f"{place}: {code} has no district")
    return MappingProxyType({code: row["district"] for code, (_, row) in rows.items()})


@cache
def neighbours() -> Mapping[str, frozenset[str]]:
    """The areas that share a border with each: countries with countries, regions with regions, those of other countries too.

    CodelistError for a code that is no area, a pair that stands twice, an area beside itself or beside one of another kind.

    >>> sorted(code for code in neighbours()["RU-BRY"] if code.startswith("RU-"))
    ['RU-KLU', 'RU-KRS', 'RU-ORL', 'RU-SMO']
    """
    known = areas()
    found: dict[str, set[str]] = {}
    for place, row in table("neighbours.csv", ("region", "neighbour")):
        one, two = row["region"], row["neighbour"]
        for code in (one, two):
            if code not in known:
                raise CodelistError(f"{place}: {code} is no area of areas.csv")
        if one == two or ("-" in one) != ("-" in two):
            raise CodelistError(f"{place}: {one} and {two} cannot be neighbours")
        if two in found.get(one, ()):
            raise CodelistError(f"{place}: {one} and {two} stand twice")
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return MappingProxyType({code: frozenset(beside) for code, beside in found.items()})


@cache
def foreign_names() -> Mapping[str, tuple[str, ...]]:
    """What other languages than those that are read call each area, to search by; CodelistError for an unknown code.

    >>> "Брянская область" in foreign_names()["RU-BRY"]
    True
    """
    rows = keyed("names/foreign.search.csv", ("code", "names"))
    known = keyed("areas.csv", AREA_COLUMNS)
    for code, (place, _) in rows.items():
        if code not in known:
            raise CodelistError(f"{place}: {code} is no area of areas.csv")
    return MappingProxyType({code: values(row["names"]) for code, (_, row) in rows.items()})


@cache
def name_languages() -> tuple[str, ...]:
    """The languages that have names of areas in names/, as ISO 639-1 codes."""
    return tuple(sorted(path.stem for path in (data_folder() / "codelists" / "names").glob("*.csv") if "." not in path.stem))


def area(code: str) -> Area:
    """The row of an area; KeyError with the code for an unknown one.

    >>> area("RU-KRS").name, area("RU-KRS").parent, area("IR").fiscal_year_start
    ('Kursk Oblast', 'RU', '03-21')
    """
    return areas()[code]


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a short list (trade_flow, bound, status), with its SDMX counterpart and what it means."""

    code: str
    sdmx: str
    name: str
    meaning: str


@cache
def codes(name: str) -> Mapping[str, Code]:
    """The codes of `trade_flow`, `bound` or `status`, in order.

    >>> codes("status")["forecast"].sdmx
    'F'
    """
    rows = keyed(f"{name}.csv", ("code", "sdmx", "name", "meaning"))
    return MappingProxyType({code: Code(*row.values()) for code, (_, row) in rows.items()})
