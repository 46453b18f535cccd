"""Coverage on the labelled sets: each coded area of a label is a candidate of some mention, or the publisher's home."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsers.codelists import areas, publisher_home
from parsers.mentions.areas import find_areas

SHARED = Path(__file__).parent.parent.parent / "shared"
GOLD = SHARED / "gold"
# Coded areas in the labels of each set, once a document; a mention or the publisher gives every one.
COUNTS = {
    "gold/seeds": 19,
    "gold/belarus_en": 116,
    "gold/world_en": 181,
    "gold/wire_1987": 207,
    "gold/press": 660,
    "gold/headlines": 114,
    "press": 284,
}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled sets are not beside the checkout")


def labelled(folder: Path) -> Iterator[tuple[str, str, dict[str, object]]]:
    for label in sorted(folder.glob("*.json")):
        facts = json.loads(label.read_text(encoding="utf-8"))
        if facts.get("language", "en") == "en":
            yield label.stem, label.with_suffix(".txt").read_text(encoding="utf-8"), facts


def coded(facts: dict[str, object]) -> set[str]:
    """The codes in a document's labels; EC stands for EU in old texts where it is not Ecuador's, the world is nobody's name."""
    stated = facts["facts"]
    assert isinstance(stated, list)
    cells = {cell for fact in stated for column in ("ref_area", "counterpart_area") for cell in (fact[column] or "").split("+")}
    return {code for code in cells if code in areas()} - {"WLD"}


def reached(text: str, facts: dict[str, object]) -> set[str]:
    """The codes that the mentions of a text may mean, and its publisher's home."""
    home = publisher_home(facts.get("publisher"), facts.get("url"))  # type: ignore[arg-type]
    candidates = {code for mention in find_areas(text, home=home) for code in (*mention.candidates, mention.code) if code}
    return {part for code in candidates | {home or ""} for part in code.split("+")}


@pytest.mark.parametrize("name", COUNTS)
def test_every_coded_area_is_reached(name: str) -> None:
    total, missed = 0, set()
    for stem, text, facts in labelled(SHARED / name):
        wanted, found = coded(facts), reached(text, facts)
        total += len(wanted)
        missed |= {(name, stem, code) for code in wanted - found if not (code == "EC" and "EU" in found)}
    assert missed == set()
    assert total == COUNTS[name]
