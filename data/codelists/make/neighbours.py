"""Which areas share a border, from the outlines of the dashboard: two outlines with an edge in common are neighbours.

The outlines of all countries were simplified together, so that a border has the same points on both of its sides. A corner
alone is no border: of Oryol and Saratov, which have one point in common, neither is the other's neighbour.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from data.codelists.make import tables
from data.codelists.make.outlines import MAPS

Edge = frozenset[tuple[float, float]]


def edges(geometry: dict[str, Any]) -> Iterator[Edge]:
    """The edges of an outline, without their direction."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        for ring in polygon:
            for one, two in pairwise(ring):
                yield frozenset((tuple(one), tuple(two)))


def touching(files: Iterable[Path]) -> set[tuple[str, str]]:
    """The pairs of codes that have an edge in common in these files, each pair once."""
    owners: dict[Edge, set[str]] = defaultdict(set)
    for file in files:
        for shape in json.loads(file.read_text(encoding="utf-8"))["features"]:
            for edge in edges(shape["geometry"]):
                owners[edge].add(shape["id"])
    return {pair for codes in owners.values() for pair in combinations(sorted(codes), 2)}


def make() -> int:
    """Write each pair of neighbours once, countries among themselves and regions among themselves; return the number of rows."""
    pairs = sorted(touching([MAPS / "world.json"])) + sorted(touching(sorted(MAPS.glob("regions-*.json"))))
    rows = [{"region": one, "neighbour": two} for one, two in pairs]
    return tables.write("neighbours.csv", ("region", "neighbour"), rows)
