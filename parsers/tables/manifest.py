"""The manifest beside a table: which documents it was read from, so that `build --update` reads only what is new or changed.

One JSON array a document (path from the table's folder, key in an archive, digest, source_id, rows), and a last line that says
with which reader (its fingerprint), from which paths and to which table (the hash of its bytes) they were read. A manifest
that does not end so, or whose table is another one, is none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import blake2b, file_digest
from pathlib import Path
from types import MappingProxyType
from typing import IO

from parsers.codelists import data_folder
from parsers.harvest import Settings

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One document that was read."""

    path: str
    key: str
    digest: str
    source_id: str
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The documents of a table by (path, key), and what else the last line says."""

    lines: Mapping[tuple[str, str], Line]
    fingerprint: str
    table: str
    paths: tuple[str, ...]


def beside(table: Path) -> Path:
    """Where the manifest of a table stands."""
    return table.with_name(f"{table.name}.manifest")


def load(table: Path) -> Manifest | None:
    """The manifest of the table at this path, None where there is none that is whole."""
    try:
        *rows, last = beside(table).read_text(encoding="utf-8").splitlines()
        end = json.loads(last)
        if not isinstance(end, dict) or end["version"] != _VERSION or end["documents"] != len(rows):
            return None
        lines = (Line(*json.loads(row)) for row in rows)
        found = {(line.path, line.key): line for line in lines}
        return Manifest(MappingProxyType(found), end["fingerprint"], end["table"], tuple(end["paths"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Writer:
    """Writes a manifest line by line; without `end` it is none."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._documents = 0

    def add(self, line: Line) -> None:
        """One document more."""
        self._stream.write(json.dumps(astuple(line), ensure_ascii=False) + "\n")
        self._documents += 1

    def end(self, fingerprint: str, table: Path, paths: tuple[str, ...]) -> None:
        """The last line, for the table as it stands now."""
        end = {
            "version": _VERSION,
            "documents": self._documents,
            "fingerprint": fingerprint,
            "table": table_hash(table),
            "paths": paths,
        }
        self._stream.write(json.dumps(end, ensure_ascii=False) + "\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())


def table_hash(table: Path) -> str:
    """The hash of a table's bytes; OSError where there is none."""
    with table.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def fingerprint(settings: Settings) -> str:
    """A hash of all that decides what a document gives: the reader's code, languages, code lists and weights, and `settings`."""
    weights = settings.weights.read_bytes() if settings.weights else b""
    return blake2b(_shipped().encode() + weights + repr(settings.min_confidence).encode(), digest_size=16).hexdigest()


@cache
def _shipped() -> str:
    total = blake2b(digest_size=16)
    for name, path in _reader_files():
        total.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _reader_files() -> Iterator[tuple[str, Path]]:
    package, lists = Path(__file__).parents[1], data_folder() / "codelists"
    for folder, endings in ((package, (".py", ".toml", ".csv")), (lists, (".csv",))):
        for path in sorted(folder.rglob("*")):
            if path.suffix in endings and (folder == lists or "data" not in path.relative_to(folder).parts):
                yield path.relative_to(folder).as_posix(), path
