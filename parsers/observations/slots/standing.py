"""How a document as a whole stands to an area: whether it is at home there, and how much the pass before told of it."""

from __future__ import annotations

from collections import Counter

from parsers.observations.reading import Reading
from parsers.observations.slots.places import whole

WORLD = "WLD"


def kind(code: str | None) -> str:
    """What sort of area a code means: area, region, group, several, or none."""
    if code is None:
        return "none"
    if "+" in code:
        return "several"
    return "region" if "-" in code and not code.startswith("G-") else "group" if code.startswith("G-") else "area"


def standing(reading: Reading, code: str | None) -> list[str]:
    """The cues of an area's place in the document: at home, named in passing alone, a country or a region beside the other.

    Whose flows it tells is left to the main pair (see `ties`): ranks and counts beside it were one thing told five times.
    """
    if code is None:
        return []
    return [*_at_home(reading, code), *_named(reading, code)]


def _named(reading: Reading, code: str) -> list[str]:
    """Whether an area is named in passing alone; which is named more, a country or its regions, where both are."""
    told = reading.told_areas
    cues = ["aside.of.region" if told.shadowed(code) else "aside"] if code in told.asides else []
    regions, country = told.regions.get(whole(code), 0), reading.named.get(whole(code), 0)
    if regions and "+" not in code:
        which = "country" if code == whole(code) else "region"
        cues.append(f"{which}.named={'more' if (country >= regions) == (which == 'country') else 'less'}")
    return cues


def _at_home(reading: Reading, code: str) -> list[str]:
    if not reading.seat:
        return []
    if code == reading.seat:
        return ["home"]
    if code == reading.home:
        return ["home.country"]
    return ["home.region"] if code.startswith(f"{reading.seat}-") else []


def dominance(counts: Counter[str], code: str) -> str:
    """The share of an area among those that the pass before told."""
    number, total = counts.get(code, 0), sum(counts.values())
    if not number:
        return "none"
    return "most" if number * 3 > total * 2 else "half" if number * 3 > total else "few"
