"""The outlines of the dashboard's maps: none swapped, none lost, each with the code of an area as its id."""

from __future__ import annotations

import csv
import itertools
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.codelists.make.neighbours import touching
from parsers.codelists import areas, data_folder, neighbours

ROOT = Path(__file__).parent.parent
MAPS = ROOT / "dashboard" / "assets" / "maps"
# Kazakhstan drew these anew in 2014 and 2022; the source is older.
YOUNGER_THAN_THE_SOURCE = {"KZ-10", "KZ-33", "KZ-62", "KZ-79"}


@cache
def outlines(name: str) -> dict[str, Any]:
    """The geometries of one file by their ids."""
    shapes = json.loads((MAPS / name).read_text(encoding="utf-8"))
    return {feature["id"]: feature["geometry"] for feature in shapes["features"]}


@cache
def regions() -> dict[str, Any]:
    """The geometries of every region."""
    return {code: shape for path in sorted(MAPS.glob("regions-*.json")) for code, shape in outlines(path.name).items()}


def rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for polygon in polygons for ring in polygon]


def holds(geometry: dict[str, Any], longitude: float, latitude: float) -> bool:
    """Whether a point lies inside, by the number of borders to the east of it."""
    crossings = 0
    for ring in rings(geometry):
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > latitude) != (y2 > latitude) and longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


def points(name: str) -> list[tuple[str, float, float]]:
    with (Path(__file__).parent / "corpus" / "maps" / name).open(encoding="utf-8", newline="") as file:
        return [(row["code"], float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("code", "longitude", "latitude"), points("by_hand.csv"))
def test_a_region_holds_its_point(code: str, longitude: float, latitude: float) -> None:
    inside = {other for other, shape in outlines(f"regions-{code[:2]}.json").items() if holds(shape, longitude, latitude)}
    assert inside == {code}


def beside(geometry: dict[str, Any], longitude: float, latitude: float) -> bool:
    """Whether a corner of the outline is within half a degree: a town at the border, or a city that a region surrounds."""
    return any(abs(x - longitude) < 0.5 and abs(y - latitude) < 0.5 for ring in rings(geometry) for x, y in ring)


def test_every_region_holds_its_largest_town() -> None:
    """Towns of GeoNames, joined by FIPS 10-4 codes: where the outline of another region holds it, two are swapped."""
    swapped, seen = set(), 0
    for code, longitude, latitude in points("towns.csv"):
        path = MAPS / f"regions-{code[:2]}.json"
        country = outlines(path.name) if path.exists() else {}
        if code not in country:
            continue
        seen += 1
        if holds(country[code], longitude, latitude) or beside(country[code], longitude, latitude):
            continue
        swapped |= {code for shape in country.values() if holds(shape, longitude, latitude)}
    assert swapped == set()
    assert seen > 2500


@pytest.mark.parametrize("country", ["RU", "BY", "KZ", "UA", "CN", "US", "DE", "PK", "IR"])
def test_no_region_is_missing(country: str) -> None:
    wanted = {code for code, row in areas().items() if row.kind == "subdivision" and row.parent == country}
    assert wanted - set(outlines(f"regions-{country}.json")) - YOUNGER_THAN_THE_SOURCE == set()


def test_what_has_no_outline_is_listed_with_its_reason() -> None:
    with (data_folder() / "codelists" / "outlines.missing.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["code"]: row["reason"] for row in csv.DictReader(file)}
    drawn = set(outlines("world.json")) | set(regions())
    wanted = {code for code, row in areas().items() if row.kind in ("country", "subdivision")}
    assert wanted - drawn == set(listed)
    assert all(listed.values())


def test_ids_are_areas() -> None:
    known = areas()
    assert {known[code].kind for code in regions()} == {"subdivision"}
    assert {known[code].kind for code in outlines("world.json")} == {"country"}


def test_crimea_is_where_iso_puts_it() -> None:
    assert {"UA-43", "UA-40"} <= set(outlines("regions-UA.json"))
    assert holds(outlines("world.json")["UA"], 34.1, 45.0)
    assert not holds(outlines("world.json")["RU"], 34.1, 45.0)


def test_outlines_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in MAPS.glob("*.json")}
    assert sizes["world.json"] < 1_000_000
    assert max(size for name, size in sizes.items() if name != "world.json") < 500_000


def test_the_list_of_neighbours_is_made_of_these_outlines() -> None:
    near = neighbours()
    for name in ("world.json", "regions-RU.json"):
        codes = outlines(name).keys()
        assert {(one, two) for one in codes for two in near.get(one, ()) if one < two and two in codes} == touching([MAPS / name])
