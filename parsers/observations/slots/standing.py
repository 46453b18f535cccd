"""How a document as a whole stands to an area: how often it is named, whose flows are told, and who is partner to whom."""

from __future__ import annotations

from collections import Counter

from parsers.observations.reading import Reading
from parsers.observations.slots.places import tally

WORLD = "WLD"


def standing(reading: Reading, code: str | None) -> list[str]:
    """The cues of an area's place in the document."""
    cues = []
    counts = reading.named
    if code is not None and counts:
        rank = [name for name, _ in counts.most_common(4)]
        cues.append(f"rank={rank.index(code) if code in rank else 'low'}")
    if code is not None and code == reading.home:
        cues.append("home")
    elif reading.home and code is not None and code.startswith(f"{reading.home}-"):
        cues.append("home.region")
    cues.extend(_roles(reading, code))
    return cues


def _roles(reading: Reading, code: str | None) -> list[str]:
    """Whose flows the document tells: by the words around its flow words, and by the pass before."""
    cues: list[str] = []
    if code is None:
        return cues
    owners, partners = reading.owners, reading.partners
    cues.append(f"owner={_place(owners.get(code, 0), max(owners.values(), default=0))}")
    cues.append(f"partner={tally(partners.get(code, 0))}")
    if reading.before:
        cues.append(f"told.ref={dominance(reading.ref_counts, code)}")
        cues.append(f"told.other={dominance(reading.counterpart_counts, code)}")
    return cues


def dominance(counts: Counter[str], code: str) -> str:
    """The share of an area among those that the pass before told."""
    number, total = counts.get(code, 0), sum(counts.values())
    if not number:
        return "none"
    return "most" if number * 3 > total * 2 else "half" if number * 3 > total else "few"


def _place(number: int, most: int) -> str:
    return "none" if number == 0 else "main" if number == most else "some"
