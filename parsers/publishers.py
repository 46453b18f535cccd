"""Where a publisher is at home: by its name, by its domain, by the country code its domain ends with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from urllib.parse import urlsplit

import regex

from parsers.codelist_files import AREA_COLUMNS, CodelistError, keyed, table

# "BelTA via 21.by", "TASS (Rambler)", "Azernews / Trend": the first is who wrote it.
_FURTHER = regex.compile(r"\s(?:via\s|/\s|\().*$")


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher: what it is called, its domain, and the area whose press it is."""

    publisher: str
    domain: str
    country: str


@cache
def publishers() -> tuple[Publisher, ...]:
    """The publishers of publishers.csv; CodelistError for one whose country is no area."""
    known = _area_codes()
    return tuple(_publisher(place, row, known) for place, row in table("publishers.csv", ("publisher", "domain", "country")))


def _area_codes() -> frozenset[str]:
    return frozenset(row["code"] for _, row in table("areas.csv", AREA_COLUMNS))


def _publisher(place: str, row: Mapping[str, str], known: frozenset[str]) -> Publisher:
    if row["country"] not in known:
        raise CodelistError(f"{place}: {row['country']} is no area")
    return Publisher(row["publisher"], row["domain"], row["country"])


@cache
def country_domains() -> Mapping[str, str]:
    """Top-level domains of countries, without those that anybody takes ("tv", "io"), with their areas."""
    rows, known = keyed("domains.csv", ("domain", "country")), _area_codes()
    for place, row in rows.values():
        if row["country"] not in known:
            raise CodelistError(f"{place}: {row['country']} is no area")
    return MappingProxyType({domain: row["country"] for domain, (_, row) in rows.items()})


@cache
def _homes() -> tuple[Mapping[str, str], Mapping[str, str]]:
    by_name = {entry.publisher.casefold(): entry.country for entry in publishers()}
    return MappingProxyType(by_name), MappingProxyType({entry.domain: entry.country for entry in publishers()})


def publisher_home(publisher: str | None, url: str | None = None) -> str | None:
    """The area where a publisher is at home; None for one that nobody knows or that writes for the whole world.

    >>> publisher_home("BelTA via s-kondrashov.uk"), publisher_home(None, "https://www.sb.by/articles/1")
    ('BY', 'BY')
    >>> publisher_home("Reuters")
    """
    names, domains = _homes()
    for name in _called(publisher or ""):
        if name in names:
            return names[name]
    for domain in _domains(publisher or "", url or ""):
        if domain in domains:
            return domains[domain]
        if domain in country_domains():
            return country_domains()[domain]
    return None


def _called(publisher: str) -> Iterator[str]:
    name = publisher.casefold().strip()
    yield name
    yield _FURTHER.sub("", name)


def _domains(publisher: str, url: str) -> Iterator[str]:
    """The host of the address and each domain above it, then the same of a publisher called by its domain ("sb.by")."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    for name in (host, _FURTHER.sub("", publisher.casefold())):
        labels = name.rstrip(".").split(".")
        if len(labels) > 1:
            yield from (".".join(labels[first:]) for first in range(len(labels)))
