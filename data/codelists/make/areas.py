"""areas.csv: countries, first-level subdivisions, blocs, groups, former states."""

from __future__ import annotations

import pycountry

from data.codelists.make import sources, tables

COLUMNS = ("code", "kind", "parent", "years", "fiscal_year_start", "type")
# ISO's English for what Russian law and the press call by Russian words.
RUSSIAN_TYPES = {
    "Administrative region": "Oblast",
    "Administrative territory": "Krai",
    "Autonomous city": "City",
    "Autonomous district": "Autonomous Okrug",
    "Autonomous region": "Autonomous Oblast",
}
TYPES = {"BY": {"Oblast": "Region"}, "RU": RUSSIAN_TYPES}


def row(code: str, kind: str, parent: str, kind_word: str) -> dict[str, str]:
    """One area as its source has it; only what differs from a calendar year gets a fiscal_year_start."""
    return dict(zip(COLUMNS, (code, kind, parent, "", "", kind_word), strict=True))


def make() -> int:
    """Write areas.csv, with what areas.own.csv adds or corrects, and return the number of rows."""
    rows = {
        country.alpha_2: row(country.alpha_2, "country", "", "")
        for country in sorted(pycountry.countries, key=lambda entry: entry.alpha_2)
    }
    for entry in sources.subdivisions():
        kind_word = TYPES.get(entry.country_code, {}).get(entry.type, entry.type)
        rows[entry.code] = row(entry.code, "subdivision", entry.country_code, kind_word)
    for own in tables.read("areas.own.csv"):
        base = rows.get(own["code"]) or row(own["code"], "subdivision" if own["parent"] else "", own["parent"], "")
        rows[own["code"]] = {column: own[column] or base[column] for column in COLUMNS}
    return tables.write("areas.csv", COLUMNS, rows.values())
