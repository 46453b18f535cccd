"""currencies.csv and names/en.currencies.csv, from CLDR (Babel) and the files written by hand."""

from __future__ import annotations

import re

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from data.codelists.make import tables

# Units of metal, accounting codes and funds: nobody counts trade in them.
LEFT_OUT = frozenset(
    [
        "XAG",
        "XAU",
        "XPD",
        "XPT",
        "XBA",
        "XBB",
        "XBC",
        "XBD",
        "XFO",
        "XFU",
        "XRE",
        "XSU",
        "XTS",
        "XUA",
        "XXX",
        "CHE",
        "CHW",
        "CLF",
        "COU",
        "ECV",
        "MXV",
        "USN",
        "USS",
        "UYI",
        "UYW",
        "ZAL",
    ]
)
LEFT_OUT_TOO = frozenset(["BEC", "BEL", "BOV", "LUC", "LUL", "ESA", "ESB", "CNH", "CNX"])
# CLDR speaks of codes that ISO withdrew, and of islands that have none of their own in ISO 3166-1.
FORMER_CODES = {"BU": "MM", "TP": "TL", "YD": "YE", "ZR": "CD"}
NO_COUNTRY = frozenset({"AC", "CP", "DG", "IC", "TA"})
NOT_A_UNIT = frozenset({"rights", "units", "unit", "right"})


def years() -> dict[str, dict[str, tuple[str, str]]]:
    """Of each currency: where it is or was legal tender, with the first and the last year ("" while it stands)."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for area, spells in get_global("territory_currencies").items():
        for code, start, end, tender in spells:
            if tender:
                found.setdefault(code, {})[area] = (str(start[0]) if start else "", str(end[0]) if end else "")
    return found


def codes(own: list[str]) -> list[str]:
    """Every currency, the most usual first: those written by hand in their order, then the others."""
    usual = dict.fromkeys(own)
    return [
        *usual,
        *(code for code in sorted(Locale("en").currencies) if code not in usual and code not in LEFT_OUT | LEFT_OUT_TOO),
    ]


def span(spells: dict[str, tuple[str, str]]) -> str:
    """The years of a currency over all its areas, as 1961-1991, or 1999- while it stands."""
    starts, ends = [start for start, _ in spells.values() if start], [end for _, end in spells.values()]
    last = "" if not ends or "" in ends else max(ends)
    return f"{min(starts, default='')}-{last}" if spells else ""


def area_list(code: str, own: str, spells: dict[str, tuple[str, str]]) -> str:
    """The areas of a currency: its home as written by hand or told by its code, then the others by name."""
    home = tables.split(own) or [area for area in spells if area == code[:2]]
    standing = [area for area in sorted(spells) if not spells[area][1]] or sorted(spells)
    return tables.joined(FORMER_CODES.get(area, area) for area in [*home, *standing] if area not in NO_COUNTRY)


def words(code: str, without: set[str]) -> list[str]:
    """What English calls one and several of a unit, with its country ("Russian rubles") and without ("rubles")."""
    found: list[str] = []
    for count in (1, 2):
        name = re.sub(r"\s*\(.*\)", "", get_currency_name(code, count=count, locale="en"))
        unit = name.split()[-1]
        found += [name, "" if unit in NOT_A_UNIT or unit.lower() in without else unit[0].lower() + unit[1:]]
    plain = [word.replace("ó", "o").replace("í", "i").replace("ʻ", "'").replace("ë", "e") for word in found]
    dotted = [word.replace("US ", "U.S. ") for word in plain if word.startswith("US ")]
    return [*found, *plain, *dotted]


def make() -> int:
    """Write both files and return the number of currencies."""
    own = {row["code"]: row for row in tables.read("currencies.own.csv")}
    spoken = {row["code"]: row for row in tables.read("names/en.currencies.own.csv")}
    spells, names = years(), Locale("en").currencies
    order = codes(list(own))
    tables.write(
        "currencies.csv",
        ("code", "name", "symbols", "prefixes", "areas", "years"),
        (
            {
                "code": code,
                "name": names[code],
                "symbols": own.get(code, {}).get("symbols", ""),
                "prefixes": tables.joined([*tables.split(own.get(code, {}).get("prefixes", "")), code]),
                "areas": area_list(code, own.get(code, {}).get("areas", ""), spells.get(code, {})),
                "years": span(spells.get(code, {})),
            }
            for code in order
        ),
    )
    return tables.write(
        "names/en.currencies.csv",
        ("code", "words", "subunits"),
        (
            {
                "code": code,
                "words": tables.joined(
                    [
                        *words(code, set(tables.split(spoken.get(code, {}).get("without", "")))),
                        *tables.split(spoken.get(code, {}).get("words", "")),
                    ]
                ),
                "subunits": spoken.get(code, {}).get("subunits", ""),
            }
            for code in order
        ),
    )
