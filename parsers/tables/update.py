"""Documents to a table on disk: built anew, or brought up to date by reading only what is new or changed."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from parsers.documents.collection import Collection, collect
from parsers.harvest import Known, Settings, harvest
from parsers.model import Document, Observation
from parsers.tables import manifest
from parsers.tables.build import empty, frame, read_table, write, write_csv
from parsers.tables.columns import typed
from parsers.tables.derive import derive
from parsers.tables.files import replacing
from parsers.tables.ledger import Ledger, place_of
from parsers.tables.manifest import Manifest
from parsers.tables.validity import validate

Report = Callable[[str], None]
Advance = Callable[[int], None]
Enter = Callable[[manifest.Line], None]


class NothingReadError(ValueError):
    """There was no document to read; empty where each that could not be read was reported."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: documents from `paths` into `output` (None: standard output); `update` keeps what is there and known."""

    paths: tuple[Path, ...]
    output: Path | None
    settings: Settings = field(default_factory=Settings)
    derived: bool = False
    update: bool = False
    prune: bool = False
    processes: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: documents read, documents left as they were, rows in the table, files passed over by their ending."""

    read: int
    unchanged: int
    rows: int
    passed_over: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Run:
    """One build on its way; ``report`` gets what is lost, ``advance`` the bytes that are done."""

    request: Request
    collection: Collection
    ledger: Ledger
    report: Report
    advance: Advance

    def table(self, enter: Enter) -> pd.DataFrame:
        """The whole table; `enter` gets a line for each document."""
        trusted = self.ledger.old is not None and _is_current(self.ledger.old, self.request)
        kept = empty() if self.request.prune and not trusted else _stated(self.request)
        known = _known(self.collection, self.ledger) if trusted else {}
        fresh = frame(self.pairs(known, enter))
        if not self.ledger.read and not self.ledger.left:
            raise NothingReadError(_all_passed_over(self.request, self.ledger.passed_over))
        table = _joined(kept, fresh, self.ledger, self.request.prune)
        return derive(table) if self.request.derived else table

    def pairs(self, known: Known, enter: Enter) -> Iterator[tuple[Document, tuple[Observation, ...]]]:
        """The documents that state something new, under their names, as they are read."""
        for piece in harvest(self.collection, self.request.settings, known, self.request.processes):
            for problem in piece.problems:
                self.report(problem)
            self.ledger.passed_over.update(piece.passed_over)
            for found in piece.found:
                line = self.ledger.enter(found)
                enter(line)
                if found.document is not None:
                    yield replace(found.document, source_id=line.source_id), found.observations
            self.advance(piece.size)


def build(request: Request, report: Report, start: Callable[[int], Advance]) -> Summary:
    """Read, join, write; `report` gets a line for each thing that was lost, `start` the bytes to read before reading begins.

    NothingReadError where no document could be read, MisuseError, TableError and OSError as they come; then nothing is replaced.
    """
    old = manifest.load(request.output) if request.update and request.output else None
    request = replace(request, paths=request.paths or _last_paths(request, old))
    collection = collect(request.paths)
    for problem in collection.problems:
        report(problem)
    if not collection.files:
        raise NothingReadError("" if collection.problems else f"no text to read in {', '.join(map(str, request.paths))}")
    ledger = Ledger(request.output.parent if request.output else Path(), old)
    run = _Run(request, collection, ledger, report, start(sum(file.size for file in collection.files)))
    table = _to_stdout(run) if request.output is None else _to_file(run, request.output)
    return Summary(ledger.read, ledger.left, len(table), {**collection.passed_over, **ledger.passed_over})


def _all_passed_over(request: Request, passed_over: Mapping[str, int]) -> str:
    """What to say where all texts were in languages that are not read; empty where others failed, each of them reported."""
    counts = ", ".join(f"{count:,} {what}" for what, count in passed_over.items())
    return f"no text to read in {', '.join(map(str, request.paths))}; passed over: {counts}" if counts else ""


def _last_paths(request: Request, old: Manifest | None) -> tuple[Path, ...]:
    folder = request.output.parent if request.output else Path()
    return tuple(folder / path for path in old.paths) if old else ()


def _to_stdout(run: _Run) -> pd.DataFrame:
    table = run.table(lambda line: None)
    validate(table)
    write_csv(table, sys.stdout)
    return table


def _to_file(run: _Run, output: Path) -> pd.DataFrame:
    """The table first, its manifest behind it: a manifest without its own table counts for nothing."""
    with replacing(manifest.beside(output)) as path, path.open("w", encoding="utf-8") as stream:
        lines = manifest.Writer(stream)
        table = run.table(lines.add)
        if not run.request.prune:
            for line in run.ledger.rest.values():
                lines.add(line)
        write(table, output)
        paths = tuple(place_of(path, output.parent) for path in run.request.paths)
        lines.end(manifest.fingerprint(run.request.settings), output, paths)
    return table


def _is_current(old: Manifest, request: Request) -> bool:
    """Whether the manifest is this table's, and its reader the one of today."""
    assert request.output is not None
    return (
        request.output.exists()
        and old.fingerprint == manifest.fingerprint(request.settings)
        and old.table == manifest.table_hash(request.output)
    )


def _stated(request: Request) -> pd.DataFrame:
    """The stated rows of the table that is to be updated."""
    if not request.update or request.output is None or not request.output.exists():
        return empty()
    table = read_table(request.output)
    return table[~table["derived"]]


def _known(collection: Collection, ledger: Ledger) -> dict[Path, dict[str, str]]:
    """Digests of the documents that need no reading, by file and place in it."""
    assert ledger.old is not None
    paths = {place_of(file.path, ledger.folder): file.path for file in collection.files}
    known: dict[Path, dict[str, str]] = defaultdict(dict)
    for (path, key), line in ledger.old.lines.items():
        if path in paths:
            known[paths[path]][key] = line.digest
    return known


def _joined(kept: pd.DataFrame, fresh: pd.DataFrame, ledger: Ledger, prune: bool) -> pd.DataFrame:
    """Old rows that stay and new ones, in the order of the documents; those of documents that were not met come last."""
    ids = kept["source_id"]
    kept = kept[ids.isin(ledger.unchanged) if prune else ~ids.isin(ledger.reread)]
    if kept.empty:
        return fresh
    table = pd.concat([kept, fresh], ignore_index=True) if len(fresh) else kept
    turns = table["source_id"].map(ledger.order).fillna(len(ledger.order))
    return typed(table.iloc[turns.argsort(kind="stable")].reset_index(drop=True))
