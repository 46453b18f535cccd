"""The outlines of countries and first-level regions for the dashboard, from the Natural Earth map that QGIS ships.

Needs apt-get (to fetch Debian's qgis-common) and npm (mapshaper simplifies without tearing common borders apart). Writes
dashboard/assets/maps/world.json, one regions-XX.json a country, and data/codelists/outlines.missing.csv.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry

from data.codelists.make import sources, tables
from data.codelists.make.geopackage import features
from data.codelists.make.names import KIND

MAPS = tables.FOLDER.parent.parent / "dashboard" / "assets" / "maps"
MAPSHAPER = "mapshaper@0.6.121"
LAYER, COLUMNS = "states_provinces", ("iso_a2", "adm0_a3", "admin", "name", "woe_name", "gn_name")
# Coarser for the whole world than for one country: degrees between points that stay.
WORLD, COUNTRY = "interval=14000", "interval=5000"
# Natural Earth gives these no code of ISO 3166-1.
UNCODED = {"SOL": "SO", "CYN": "CY", "KAB": "KZ", "USG": "CU"}
KOSOVO = "KOS"


def fetch(folder: Path) -> Path:
    """The GeoPackage out of Debian's qgis-common."""
    subprocess.run(["apt-get", "download", "qgis-common"], cwd=folder, check=True, capture_output=True)
    subprocess.run(["dpkg-deb", "-x", next(folder.glob("*.deb")).name, "."], cwd=folder, check=True)
    return next(folder.glob("**/world_map.gpkg"))


def key(name: str) -> str:
    """A name as it is compared: no accents, no kind word, small letters only."""
    bare = KIND.sub("", sources.plain(name))
    return re.sub(r"[^a-z]", "", bare.lower())


def inventory() -> dict[str, dict[str, str]]:
    """Of each country: the compared names of its subdivisions, second-level ones too, with their first-level codes."""
    first = {entry.code: entry for entry in pycountry.subdivisions}
    top_level = {entry.code for entry in sources.subdivisions()}
    spoken = {row["code"]: row for row in tables.read("names/en.csv")}
    found: dict[str, dict[str, str]] = {}
    for code, entry in sorted(first.items(), key=lambda item: item[1].parent_code is not None):
        top = entry
        while top.code not in top_level:
            top = first[top.parent_code]
        row = spoken.get(code, {})
        cells = [row.get("name", ""), *tables.split(row.get("aliases", "")), *tables.split(row.get("weak", ""))]
        names = [*cells, *sources.subdivision_names(code, entry.name), *re.split(r"[\[\],;/]", entry.name)]
        for name in names:
            found.setdefault(entry.country_code, {}).setdefault(key(name), top.code)
    return found


def coded() -> Iterator[tuple[str, str, list[Any]]]:
    """Each outline of the source as (country, code of its region or "", polygons)."""
    names = inventory()
    own = {(row["country"], row["source"]): row["code"] for row in tables.read("outlines.own.csv")}
    doubles = {row["code"]: row["parent"] for row in tables.read("areas.csv") if row["kind"] == "double"}
    with tempfile.TemporaryDirectory() as folder:
        for row, polygons in features(fetch(Path(folder)), LAYER, COLUMNS):
            country = "XK" if row["adm0_a3"] == KOSOVO else UNCODED.get(row["adm0_a3"], row["iso_a2"])
            if country == "-1":
                continue
            code = own.get((country, row["name"] or ""), "")
            called = [row[column] for column in ("name", "woe_name", "gn_name") if row[column]]
            code = code or next((names[country][key(name)] for name in called if key(name) in names.get(country, {})), "")
            yield doubles.get(code, code[:2] or country), "" if code in doubles else code, polygons


def collection(outlines: list[tuple[str, str, list[Any]]]) -> dict[str, Any]:
    """All outlines as GeoJSON, with country and code as properties."""
    shapes = [
        {
            "type": "Feature",
            "properties": {"country": country, "code": code},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }
        for country, code, polygons in outlines
    ]
    return {"type": "FeatureCollection", "features": shapes}


def mapshaper(folder: Path, *commands: str) -> None:
    """One run of mapshaper in a folder."""
    subprocess.run(["npx", "--yes", MAPSHAPER, *commands], cwd=folder, check=True, capture_output=True)


def make() -> int:
    """Write the outlines and the list of what has none; return the number of outlines."""
    outlines = list(coded())
    MAPS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "regions").mkdir()
        (folder / "all.json").write_text(json.dumps(collection(outlines)), encoding="utf-8")
        # d3, which draws the maps, takes a ring that runs against the clock for all of the globe but the area.
        shown = ["-o", "precision=0.01", "id-field=code", "format=geojson", "gj2008"]
        world = ["-simplify", WORLD, "keep-shapes", "-dissolve", "country", "-each", "code=country"]
        mapshaper(folder, "all.json", *world, "-filter-fields", "code", *shown, "world.json")
        region = ["-filter", "code !== ''", "-simplify", COUNTRY, "keep-shapes", "-dissolve", "code", "copy-fields=country"]
        mapshaper(
            folder, "all.json", *region, "-split", "country", "-filter-fields", "code", *shown, "extension=json", "regions/"
        )
        drawn = publish(folder / "world.json", "world.json")
        for made in sorted((folder / "regions").glob("*.json")):
            drawn |= publish(made, f"regions-{made.name}")
    return len(drawn) + missing(drawn, {country for country, code, _ in outlines if not code})


def publish(made: Path, name: str) -> set[str]:
    """Write one file of outlines for the dashboard and return their codes; islets that shrank to nothing are left out."""
    shapes = [shape for shape in json.loads(made.read_text(encoding="utf-8"))["features"] if shape["geometry"]]
    lines = ",\n".join(json.dumps({**shape, "properties": {}}, separators=(",", ":")) for shape in shapes)
    if shapes:
        (MAPS / name).write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
    return {shape["id"] for shape in shapes}


def missing(drawn: set[str], undrawn: set[str]) -> int:
    """Write which areas have no outline, and why; `undrawn` are countries of which the source has outlines that fit no code."""
    rows = [
        {"code": area["code"], "reason": reason(area, area["parent"] in undrawn)}
        for area in tables.read("areas.csv")
        if area["kind"] in ("country", "subdivision") and area["code"] not in drawn
    ]
    return tables.write("outlines.missing.csv", ("code", "reason"), rows)


def reason(area: dict[str, str], others: bool) -> str:
    """Why an area has no outline."""
    if area["kind"] == "country":
        return "the source has no outline of this country or territory"
    if others:
        return "the source divides the country otherwise, or names this region in a way that was not matched"
    return "the source has no outline of this region"
