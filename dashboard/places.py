"""Names of areas and where they stand in the picker."""

from __future__ import annotations

from functools import lru_cache

try:
    from parsers import area
except ImportError:
    from types import SimpleNamespace

    import pycountry

    def area(code):
        found = pycountry.subdivisions.get(code=code) if "-" in code else pycountry.countries.get(alpha_2=code)
        if not found: return None
        n = found.name.replace("'", "").replace("skaja oblast", "sk Oblast").replace("Respublika ", "")
        return SimpleNamespace(name=n, parent=None)

WORLD = "WLD"


@lru_cache(maxsize=8192)
def name(code: str) -> str:
    """The English name of an area or of areas joined by '+': 'Bryansk Oblast', 'Bryansk Oblast + Kaluga Oblast'."""
    return " + ".join(_single(part) for part in code.split("+"))


def _single(code: str) -> str:
    if code == WORLD:
        return "the world"
    found = area(code)
    return str(found.name) if found else code.removeprefix("G-")


def short(code: str) -> str:
    """The name without its kind of area, for the ends of lines: 'Bryansk'."""
    text = name(code)
    for kind in (" Oblast", " Krai", " Region", " Province", " Republic", " Autonomous Okrug"):
        text = text.replace(kind, "")
    return text


def heading(code: str) -> str:
    """The group of the picker that an area stands in: its country or federal district, countries, blocs, groups."""
    if "+" in code or code.startswith("G-"):
        return "Groups of areas"
    if code == WORLD or len(code) > 3 and "-" not in code:
        return "World and blocs"
    if "-" not in code:
        return "Countries"
    found = area(code)
    parent = found.parent if found and found.parent else code.split("-")[0]
    return _single(parent)


def other_names(code: str) -> tuple[str, ...]:
    """Names by which the area may be searched, in other languages."""
    return ()
