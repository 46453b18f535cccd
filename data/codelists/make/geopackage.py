"""Reading areas out of a GeoPackage: its rows, and its geometries as the coordinates of GeoJSON."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ENVELOPES = (0, 32, 48, 48, 64)
POLYGON, MULTIPOLYGON = 3, 6


def features(path: Path, layer: str, columns: tuple[str, ...]) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """Each row of a layer with the polygons of its geometry."""
    with sqlite3.connect(path) as database:
        for geometry, *values in database.execute(f"select geom, {', '.join(columns)} from {layer}"):
            yield dict(zip(columns, values, strict=True)), polygons(geometry)


def polygons(blob: bytes) -> list[Any]:
    """The polygons of a GeoPackage geometry: a header, an envelope, then well-known binary (OGC 12-128r18, 2.1.3)."""
    flags = blob[3]
    found, _ = _shape(blob, 8 + ENVELOPES[flags >> 1 & 7])
    return found


def _shape(blob: bytes, at: int) -> tuple[list[Any], int]:
    order = "<" if blob[at] else ">"
    kind, count = struct.unpack_from(f"{order}II", blob, at + 1)
    at += 9
    found: list[Any] = []
    for _ in range(count):
        if kind == MULTIPOLYGON:
            inner, at = _shape(blob, at)
            found += inner
        elif kind == POLYGON:
            ring, at = _ring(blob, at, order)
            found.append(ring)
        else:
            raise ValueError(f"geometry of kind {kind} is no polygon")
    return (found if kind == MULTIPOLYGON else [found]), at


def _ring(blob: bytes, at: int, order: str) -> tuple[list[tuple[float, float]], int]:
    (count,) = struct.unpack_from(f"{order}I", blob, at)
    numbers = struct.unpack_from(f"{order}{2 * count}d", blob, at + 4)
    return list(zip(numbers[::2], numbers[1::2], strict=True)), at + 4 + 16 * count
