"""names/foreign.search.csv: what other languages call the areas, to find them by; nothing is read with these names."""

from __future__ import annotations

from functools import cache

import pycountry
from babel import Locale

from data.codelists.make import sources, tables

COLUMNS = ("code", "names")
COUNTRIES = (
    "ar", "az", "be", "bg", "bn", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hu", "hy", "id", "it", "ja",
    "ka", "kk", "ko", "ky", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sr", "sv", "tg", "th", "tr", "uk", "ur", "uz",
    "vi", "zh",
)  # fmt: skip
SUBDIVISIONS = ("ar", "de", "es", "fr", "it", "ja", "pt", "ru", "zh")


@cache
def of_countries() -> dict[str, list[str]]:
    """Names of countries by their codes, from CLDR."""
    locales = [Locale(language) for language in COUNTRIES]
    return {
        country.alpha_2: [locale.territories.get(country.alpha_2, "") for locale in locales] for country in pycountry.countries
    }


@cache
def of_subdivisions() -> dict[str, list[str]]:
    """Names of subdivisions by their codes, from iso3166-2-db."""
    found: dict[str, list[str]] = {}
    for language in SUBDIVISIONS:
        for country, entry in sources.npm_json(sources.DATABASE[0], f"package/i18n/{language}.json").items():
            for region in entry["regions"]:
                found.setdefault(f"{country}-{region['iso']}", []).append(region["name"] or "")
    return found


def make() -> int:
    """Write the file, each name that English has not, and return the number of rows."""
    rows = []
    for english in tables.read("names/en.csv"):
        code = english["code"]
        if code[:2] in sources.RENUMBERED and "-" in code:
            continue
        known = {english["name"].lower(), *(alias.lower() for alias in tables.split(english["aliases"]))}
        found = of_subdivisions().get(code, []) if "-" in code else of_countries().get(code, [])
        names = tables.joined(name for name in found if name.strip() and name.lower() not in known and "|" not in name)
        if names:
            rows.append({"code": code, "names": names})
    return tables.write("names/foreign.search.csv", COLUMNS, rows)
