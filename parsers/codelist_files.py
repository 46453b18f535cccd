"""Reading the files of data/codelists: where they are, their rows with file and line, what a broken one raises."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

Row = tuple[str, Mapping[str, str]]
AREA_COLUMNS = ("code", "kind", "parent", "years", "fiscal_year_start", "type")


class CodelistError(ValueError):
    """A code list that cannot be used; the message names the file and the line."""


def data_folder() -> Path:
    """The folder `data`: of the checkout if there is one, else the one inside the installed package."""
    package = Path(__file__).parent
    checkout = package.parent / "data"
    return checkout if (checkout / "codelists").is_dir() else package / "data"


def table(name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Each row of a code list with its place ("areas.csv line 7"); CodelistError for a wrong header or number of cells."""
    path = data_folder() / "codelists" / name
    try:
        file = path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise CodelistError(f"{name}: {error.strerror}") from None
    with file:
        lines = csv.reader(file, strict=True)
        try:
            header = tuple(next(lines, ()))
            if header != columns:
                raise CodelistError(f"{name} line 1: the columns are {','.join(header)}, not {','.join(columns)}")
            for cells in lines:
                if len(cells) != len(columns) or not cells[0]:
                    raise CodelistError(f"{name} line {lines.line_num}: {len(cells)} cells for {len(columns)} columns, or no key")
                yield f"{name} line {lines.line_num}", dict(zip(columns, cells, strict=True))
        except (csv.Error, UnicodeDecodeError) as error:
            raise CodelistError(f"{name} line {lines.line_num}: {error}") from None


def keyed(name: str, columns: tuple[str, ...]) -> Mapping[str, Row]:
    """The rows of a code list by their first column; CodelistError where a key stands twice."""
    found: dict[str, Row] = {}
    for place, row in table(name, columns):
        key = row[columns[0]]
        if key in found:
            raise CodelistError(f"{place}: {key} stands twice")
        found[key] = (place, row)
    return MappingProxyType(found)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, which `|` separates."""
    return tuple(cell.split("|")) if cell else ()
