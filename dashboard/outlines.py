"""The outlines that maps are drawn with: GeoJSON files among the assets, whose features have codes as ids."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "assets" / "maps"
WORLD = "world"
REGIONS = "regions-"


@dataclass(frozen=True, slots=True)
class Outline:
    """One map: its name in the address ('world', 'RU'), where the browser finds it, and the codes that it has shapes for."""

    name: str
    address: str
    codes: frozenset[str]


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The maps there are: the world and countries by their codes."""
    found = sorted(path.stem.removeprefix(REGIONS) for path in FOLDER.glob("*.json"))
    return tuple(sorted(found, key=lambda name: (name != WORLD, name)))


@lru_cache(maxsize=32)
def outline(name: str) -> Outline:
    """The map of a name; OSError where there is none."""
    path = FOLDER / f"{name if name == WORLD else REGIONS + name}.json"
    content = path.read_bytes()
    codes = frozenset(str(feature["id"]) for feature in json.loads(content)["features"])
    return Outline(name, f"/assets/maps/{path.name}?h={sha256(content).hexdigest()[:12]}", codes)


def in_map(name: str, code: str) -> bool:
    """Whether an area belongs on a map by its code: countries on that of the world, subdivisions on their country's."""
    if name == WORLD:
        return len(code) == 2
    return code.startswith(f"{name}-")
