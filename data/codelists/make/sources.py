"""Where the names and codes come from: pycountry, CLDR through Babel and npm, iso3166-2-db through npm."""

from __future__ import annotations

import json
import re
import subprocess
import tarfile
import tempfile
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale

SUBDIVISIONS = ("cldr-subdivisions-full@48.2.0", "package/subdivisions/en/en.json")
DATABASE = ("iso3166-2-db@2.3.11", "package/i18n/en.json")
# CLDR and iso3166-2-db keep the codes that ISO gave these countries' regions before it numbered them anew.
RENUMBERED = frozenset({"IR", "MA", "NP"})
# What ISO calls parts of a country that nobody governs, as the islands of Indonesia: the first level is what lies on them.
UNGOVERNED = "Geographical unit"


@cache
def npm_json(package: str, member: str) -> Any:
    """One JSON file out of an npm package, fetched by `npm pack`."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
        with tarfile.open(Path(folder) / packed.stdout.split()[-1]) as archive:
            file = archive.extractfile(member)
            if file is None:
                raise FileNotFoundError(f"{package} holds no {member}")
            return json.load(file)


@cache
def cldr_subdivisions() -> dict[str, str]:
    """English names of subdivisions by ISO 3166-2 code in lower case without its hyphen."""
    return dict(npm_json(*SUBDIVISIONS)["subdivisions"]["localeDisplayNames"]["subdivisions"])


@cache
def database_subdivisions() -> dict[str, str]:
    """English names of subdivisions by ISO 3166-2 code."""
    countries = npm_json(*DATABASE)
    return {f"{country}-{region['iso']}": region["name"] for country, entry in countries.items() for region in entry["regions"]}


def subdivisions() -> list[Any]:
    """The first-level subdivisions: those that pycountry gives no parent, or one that is but a group of islands, by code."""
    units = {entry.code for entry in pycountry.subdivisions if entry.type == UNGOVERNED}
    first = (entry for entry in pycountry.subdivisions if not entry.parent_code or entry.parent_code in units)
    return sorted(first, key=lambda entry: entry.code)


def plain(text: str) -> str:
    """The text with its accents taken off and its quotes made straight."""
    straight = text.translate(
        str.maketrans(
            {"’": "'", "‘": "'", "ʻ": "'", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ı": "i", "ə": "a", "ß": "ss"}
        )
    )
    return "".join(mark for mark in unicodedata.normalize("NFKD", straight) if not unicodedata.combining(mark))


def country_names(code: str) -> list[str]:
    """What Babel and pycountry call a country, the usual name first; inverted names ("Korea, Republic of") are left out."""
    entry = pycountry.countries.get(alpha_2=code)
    usual = re.sub(r" SAR China$| \(.*\)$", "", Locale("en").territories[code]).replace("&", "and").replace("’", "'")
    usual = re.sub(r"^St\. ", "Saint ", usual)
    others = [getattr(entry, field, "") for field in ("common_name", "name", "official_name")]
    return [usual, *(name for name in others if name and "," not in name and "(" not in name)]


def subdivision_names(code: str, native: str) -> list[str]:
    """What CLDR, iso3166-2-db and ISO itself call a subdivision, the usual name first."""
    own = [re.sub(r"\s*[\[(].*?[\])]", "", part).strip("‘' ") for part in native.split(",")[:1]]
    if code[:2] in RENUMBERED:
        return [plain(own[0])]
    found = [cldr_subdivisions().get(code.lower().replace("-", ""), ""), database_subdivisions().get(code, ""), *own]
    return [
        re.sub(r"\s*[\[(].*?[\])]", "", name.replace("’", "'")).strip("‘' ")
        for name in found
        if name and name != "mt" and "," not in name
    ]
