"""Names of areas and where they stand in the picker."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from parsers import area
from parsers.codelists import area_names, areas, districts, foreign_names, name_languages, neighbours

WORLD = "WLD"
HEADINGS = {
    "country": "Countries",
    "former": "Countries",
    "double": "Countries",
    "world": "World and blocs",
    "bloc": "World and blocs",
}
GROUPS = "Groups of areas"
LONGEST = 21
KIND_WORDS = (" Oblast", " Krai", " Region", " Province", " Autonomous Okrug", "Republic of ")


@lru_cache(maxsize=8192)
def name(code: str) -> str:
    """The English name of an area, or of areas joined by '+': 'Bryansk Oblast', 'Bryansk Oblast + Kaluga Oblast'.

    Words that are no code, which a text uses for a group, stand as they are.
    """
    return " + ".join(_single(part) for part in code.split("+"))


def _single(code: str) -> str:
    if code == WORLD:
        return "the world"
    try:
        return area(code).name
    except KeyError:
        return code


def heading(code: str) -> str:
    """The group of the picker that an area stands in: its federal district or country, countries, blocs, groups."""
    if "+" in code:
        return GROUPS
    if code in districts():
        return f"{districts()[code]} Federal District"
    try:
        found = area(code)
    except KeyError:
        return GROUPS
    return f"Regions of {_single(found.parent)}" if found.kind == "subdivision" else HEADINGS.get(found.kind, GROUPS)


def district(code: str) -> str:
    """The federal district of a region of Russia, "" for every other area."""
    return districts().get(code, "")


def beside(codes: Iterable[str]) -> frozenset[str]:
    """The areas that share a border with any of these; of areas joined by "+" with any part."""
    parts = {part for code in codes for part in code.split("+")}
    return frozenset(near for part in parts for near in neighbours().get(part, ())) - parts


@lru_cache(maxsize=8192)
def short(code: str) -> str:
    """The name without its kind of area, for the ends of lines: 'Bryansk'; whole where another area bears the rest of it.

    >>> short("RU-BRY"), short("RU-MOS"), short("RU-MOW")
    ('Bryansk', 'Moscow Oblast', 'Moscow')
    """
    whole = text = name(code)
    for kind in KIND_WORDS:
        text = text.replace(kind, "")
    return whole if text != whole and text in _all_names() else text


@lru_cache(maxsize=1)
def _all_names() -> frozenset[str]:
    return frozenset(found.name for found in areas().values())


def label(code: str) -> str:
    """The name as it stands at the end of a line: whole where it is short enough, groups cut with their number."""
    whole = name(code) if len(name(code)) <= LONGEST else short(code)
    return whole if len(whole) <= LONGEST + 3 else f"{whole[: LONGEST - 1].rstrip()}…"


@lru_cache(maxsize=8192)
def other_names(code: str) -> tuple[str, ...]:
    """Names by which an area may be searched besides its English one: its code, what the languages read call it, its capital."""
    found = [code]
    for part in code.split("+"):
        found += [part] if part != code else []
        for language in name_languages():
            if names := area_names(language).get(part):
                found += [names.name, *names.aliases, *names.adjectives, *names.seats, *names.weak]
    return tuple(dict.fromkeys(found))


def foreign(code: str) -> tuple[str, ...]:
    """What all other languages call an area, or the areas joined by "+"."""
    return tuple(dict.fromkeys(name for part in code.split("+") for name in foreign_names().get(part, ())))
