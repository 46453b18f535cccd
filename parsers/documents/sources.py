"""`sources.csv`: what a folder knows of its files (file, url, publisher, published, language, title; only `file` must be)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from parsers.documents.encoding import decode
from parsers.documents.entry import Entry, Report, UnreadableError, day

NAME = "sources.csv"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of one file; None where the folder does not say."""

    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    title: str | None = None

    def complete(self, entry: Entry) -> Entry:
        """`entry` with what its own file does not say."""
        return replace(entry, **{name: getattr(entry, name) or getattr(self, name) for name in Source.__slots__})


def sources(folder: Path, report: Report) -> Mapping[str, Source]:
    """The lines of the folder's `sources.csv` by file name; a line that cannot be used is reported with its number."""
    path = folder / NAME
    try:
        text = decode(path.read_bytes())
    except FileNotFoundError:
        return MappingProxyType({})
    except (UnreadableError, OSError) as error:
        report(f"{path}: {error.strerror if isinstance(error, OSError) else error}")
        return MappingProxyType({})
    found: dict[str, Source] = {}
    for line, row in _rows(path, text, report):
        try:
            name, source = _source(row)
            if name in found:
                raise ValueError(f"{name} stands twice")
            found[name] = source
        except ValueError as error:
            report(f"{path} line {line}: {error}")
    return MappingProxyType(found)


def _rows(path: Path, text: str, report: Report) -> Iterator[tuple[int, dict[str, str]]]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        names = [name.strip() for name in next(rows, [])]
        if "file" not in names:
            report(f"{path} line 1: no column `file`")
            return
        for cells in rows:
            line, previous = rows.line_num, line
            if len(cells) > len(names):
                report(f"{path} line {previous + 1}: {len(cells)} cells for {len(names)} columns")
            elif cells:
                yield previous + 1, dict(zip(names, map(str.strip, cells), strict=False))
    except csv.Error as error:
        report(f"{path} line {line + 1}: {error}")


def _source(row: Mapping[str, str]) -> tuple[str, Source]:
    if not row.get("file"):
        raise ValueError("no file named")
    known = {name: row.get(name) or None for name in ("url", "publisher", "language", "title")}
    return row["file"], Source(published=day(row.get("published") or ""), **known)
