"""Reading and writing the code lists as CSV: UTF-8, one header, cells of several values joined by `|`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).parent.parent


def read(name: str) -> list[dict[str, str]]:
    """The rows of one code list by its path below data/codelists."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> int:
    """Write one code list and return its number of rows."""
    written = 0
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row)
            written += 1
    return written


def joined(values: Iterable[str]) -> str:
    """Distinct values in their order, joined by `|`; empty ones are left out."""
    return "|".join(dict.fromkeys(value for value in values if value))


def split(cell: str) -> list[str]:
    """The values of a cell, the inverse of `joined`."""
    return [value for value in cell.split("|") if value]
