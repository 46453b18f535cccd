"""Tables for others: what to export, and one module a format, found by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from parsers.codelists import areas as known_areas
from parsers.tables.derive import derive
from parsers.tables.validity import TableError, validate
from parsers.tables.vintages import as_of

# Each format with the ending of its files; the first one with an ending is what such a name alone asks for.
FORMATS = MappingProxyType(
    {"csv": ".csv", "parquet": ".parquet", "xlsx": ".xlsx", "json": ".json", "sdmx-csv": ".csv", "datapackage": ".zip"}
)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the files, the rows in them, and how many rows were left out for which reason."""

    files: tuple[Path, ...]
    rows: int
    left_out: Mapping[str, int]


def export(
    table: pd.DataFrame,
    format: str,
    path: Path | str,
    day: date | None = None,
    areas: Sequence[str] = (),
    derived: bool = False,
    all_claims: bool = False,
) -> Exported:
    """Write what is chosen of `table` to `path` in one of `FORMATS`, whole or not at all.

    `day`: as the press of that day would have given it; `areas`: rows with one of these codes on either side; `derived`: with
    the rows that can be computed from what is left; `all_claims` (sdmx-csv): every claim, not the preferred one of each cell.
    TableError for an unknown format or area, or a table that the format cannot hold; OSError as it comes.
    """
    if format not in FORMATS:
        raise TableError(f"{format}: no such format; there are {', '.join(FORMATS)}")
    if all_claims and format != "sdmx-csv":
        raise TableError(f"{format}: holds every claim anyway; --all-claims is for sdmx-csv")
    validate(table)
    chosen, left_out = selected(table, day, areas, derived)
    written = write(chosen, format, Path(path), all_claims)
    return Exported(written.files, written.rows, MappingProxyType({**left_out, **written.left_out}))


def format_of(path: Path, wanted: str | None = None) -> str:
    """The format that a file's name asks for, or the `wanted` one; TableError where the ending is none, or another one's."""
    found = next((name for name, ending in FORMATS.items() if ending == path.suffix.lower()), None)
    if wanted is None and found is None:
        raise TableError(
            f"{path}: its ending names no format; say which, or end it in {', '.join(dict.fromkeys(FORMATS.values()))}"
        )
    if wanted is not None and found is not None and FORMATS[wanted] != path.suffix.lower():
        raise TableError(f"{path}: a file in {wanted} ends in {FORMATS[wanted]}")
    return wanted or str(found)


def write(table: pd.DataFrame, format: str, path: Path, all_claims: bool = False) -> Exported:
    """Write `table`, valid and already chosen, as it is; raises what the format raises."""
    writer = import_module(f"parsers.tables.exports.{format.replace('-', '_')}")
    written: Exported = writer.write(table, path, all_claims) if format == "sdmx-csv" else writer.write(table, path)
    return written


def selected(
    table: pd.DataFrame, day: date | None = None, areas: Sequence[str] = (), derived: bool = False
) -> tuple[pd.DataFrame, dict[str, int]]:
    """The rows to export, and how many are left out for which reason; computed rows follow from what was known on `day`."""
    left_out: dict[str, int] = {}
    rows = table[~table["derived"]].reset_index(drop=True)
    if day is not None:
        rows, counts = as_of(rows, day)
        left_out |= {f"published after {day.isoformat()}": counts.later, "without a date of publication": counts.undated}
    if derived:
        rows = derive(rows)
    if areas:
        inside = _inside(rows, areas)
        left_out["of other areas"] = int((~inside).sum())
        rows = rows[inside].reset_index(drop=True)
    return rows, left_out


def _inside(rows: pd.DataFrame, areas: Sequence[str]) -> pd.Series[bool]:
    sides = [rows[name].fillna("").str.split("+") for name in ("ref_area", "counterpart_area")]
    there = {code for side in sides for codes in side for code in codes}
    for code in areas:
        if code not in there and code not in known_areas():
            raise TableError(f"{code}: no such area")
    wanted = set(areas)
    inside = [not wanted.isdisjoint(ref) or not wanted.isdisjoint(other) for ref, other in zip(*sides, strict=True)]
    return pd.Series(inside, index=rows.index, dtype=bool)
