"""How a document as a whole stands to an area: whether it is at home there, and how much the pass before told of it."""

from __future__ import annotations

from collections import Counter

from parsers.observations.reading import Reading

WORLD = "WLD"


def kind(code: str | None) -> str:
    """What sort of area a code means: area, region, group, several, or none."""
    if code is None:
        return "none"
    if "+" in code:
        return "several"
    return "region" if "-" in code and not code.startswith("G-") else "group" if code.startswith("G-") else "area"


def standing(reading: Reading, code: str | None) -> list[str]:
    """The cues of an area's place in the document.

    Whose flows it tells is left to the main pair (see `ties`): ranks and counts beside it were one thing told five times.
    """
    if not reading.home or code is None:
        return []
    if code == reading.home:
        return ["home"]
    return ["home.region"] if code.startswith(f"{reading.home}-") else []


def dominance(counts: Counter[str], code: str) -> str:
    """The share of an area among those that the pass before told."""
    number, total = counts.get(code, 0), sum(counts.values())
    if not number:
        return "none"
    return "most" if number * 3 > total * 2 else "half" if number * 3 > total else "few"
