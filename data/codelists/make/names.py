"""names/en.csv: what English calls each area, from the sources and from names/en.own.csv, which wins."""

from __future__ import annotations

import re

from data.codelists.make import sources, tables

COLUMNS = ("code", "name", "aliases", "adjectives", "seats", "weak")
# Regions of these countries are told by their bare names; elsewhere a bare name is more often a town's, a person's or a word's.
BARE = frozenset({"RU", "BY", "UA", "KZ", "UZ", "CN", "US", "DE", "CA", "AU", "IN", "PK", "IR", "GB", "IT", "ES", "FR", "AT"})
KIND_WORDS = (
    "Oblast|Krai|Okrug|Region|Province|District|County|State|Governorate|Municipality|Department|Division|Prefecture|Parish|"
    "Canton|Voivodeship|Atoll|oblast|oblysy|City|Metropolitan|Republic"
)
KIND = re.compile(rf"^(?:Republic of|Province of|State of|Community of) |(?: Autonomous)? (?:{KIND_WORDS})$")


def variants(name: str) -> list[str]:
    """A name, and the same without accents, with & for and, with St for Saint."""
    found = [name, sources.plain(name).strip("' ")]
    if " and " in name:
        found.append(name.replace(" and ", " & "))
    for full, short in (("Saint ", "St "), ("Saint ", "St. "), ("Sankt ", "St. ")):
        if name.startswith(full):
            found.append(name.replace(full, short, 1))
    return found


def cells(own: dict[str, str], aliases: list[str], weak: list[str], taken: frozenset[str]) -> dict[str, str]:
    """The row's cells: what is weak or taken by a country is no alias, and what is written by hand comes first."""
    own_weak = tables.split(own.get("weak", ""))
    strong = [name for name in aliases if name not in taken and name not in own_weak]
    shared = [name for name in aliases if name in taken]
    return {
        "aliases": tables.joined([*tables.split(own.get("aliases", "")), *(form for name in strong for form in variants(name))]),
        "adjectives": own.get("adjectives", ""),
        "seats": own.get("seats", ""),
        "weak": tables.joined([*own_weak, *(form for name in [*weak, *shared] for form in variants(name) if len(form) > 2)]),
    }


def country_row(code: str, own: dict[str, str]) -> dict[str, str]:
    """The row of a country, a bloc or a group."""
    names = [own["name"]] if own.get("name") else []
    names += sources.country_names(code) if sources.pycountry.countries.get(alpha_2=code) else []
    return {"code": code, "name": names[0], **cells(own, names, [], frozenset())}


def subdivision_row(code: str, native: str, own: dict[str, str], taken: frozenset[str]) -> dict[str, str]:
    """The row of a subdivision: bare names count alone only in the countries whose press uses them."""
    names = sources.subdivision_names(code, native)
    bare = [KIND.sub("", name) for name in names]
    full = [name for name, base in zip(names, bare, strict=True) if name != base]
    full += [own["name"]] if own.get("name") else []
    alone = code[:2] in BARE
    row = cells(own, [*full, *bare] if alone else full, [] if alone else bare, taken)
    return {"code": code, "name": own.get("name") or names[0], **row}


def claimed(rows: list[dict[str, str]]) -> frozenset[str]:
    """Every name, adjective and seat of the areas that are no subdivisions."""
    return frozenset(
        name for row in rows for column in ("aliases", "adjectives", "seats", "weak") for name in tables.split(row[column])
    )


def make() -> int:
    """Write names/en.csv and return the number of rows."""
    own = {row["code"]: row for row in tables.read("names/en.own.csv")}
    areas = tables.read("areas.csv")
    unknown = own.keys() - {area["code"] for area in areas}
    if unknown:
        raise ValueError(f"names/en.own.csv names what areas.csv lacks: {', '.join(sorted(unknown))}")
    large = [
        country_row(area["code"], own.get(area["code"], {})) for area in areas if area["kind"] not in ("subdivision", "double")
    ]
    taken = claimed(large)
    native = {entry.code: entry.name for entry in sources.subdivisions()}
    small = [
        subdivision_row(
            area["code"], native.get(area["code"], own.get(area["code"], {}).get("name", "")), own.get(area["code"], {}), taken
        )
        for area in areas
        if area["kind"] == "subdivision"
    ]
    return tables.write("names/en.csv", COLUMNS, [*large, *small])
