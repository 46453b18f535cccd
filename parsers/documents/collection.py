"""Files and folders named on a command line as one ordered collection of files to read, each with a name of its own."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from parsers.documents.entry import NoTextsError, Report, UnreadableError, readers
from parsers.documents.sources import NAME, Source, sources


class MisuseError(ValueError):
    """What was named cannot be read by its kind: wrong usage, not a broken file."""


@dataclass(frozen=True, slots=True)
class File:
    """One file to read: in `parts` pieces, known to the table as `source_id`, with what its folder says of it."""

    path: Path
    source_id: str
    parts: int
    size: int
    source: Source


@dataclass(frozen=True, slots=True)
class Collection:
    """The files to read in their order, how many of which ending were passed over, and one line for each that is lost."""

    files: tuple[File, ...]
    passed_over: Mapping[str, int]
    problems: tuple[str, ...]


def collect(paths: Iterable[Path]) -> Collection:
    """Everything readable under `paths`, folders searched through; MisuseError for a named file of another kind."""
    problems: list[str] = []
    passed_over: Counter[str] = Counter()
    found: dict[Path, tuple[Path, int, int]] = {}
    for path in paths:
        for file, named in _walk(path, problems.append):
            parts = _parts(file, named, passed_over, problems.append)
            if parts is not None:
                found.setdefault(file.resolve(), (file, *parts))
    files = [file for file, _, _ in found.values()]
    known = {folder: sources(folder, problems.append) for folder in dict.fromkeys(file.parent for file in files)}
    return Collection(
        tuple(
            File(file, name, parts, size, known[file.parent].get(file.name, Source()))
            for (file, parts, size), name in zip(found.values(), names(files), strict=True)
        ),
        dict(sorted(passed_over.items())),
        tuple(problems),
    )


def names(files: Sequence[Path]) -> list[str]:
    """A name for each file: its stem, and of those that share a stem as many of their folders in front as tell them apart.

    >>> names([Path("a/x.txt"), Path("b/x.txt"), Path("b/y.txt")])
    ['a/x', 'b/x', 'y']
    """
    given = [file.stem for file in files]
    whole = [file.resolve().with_suffix("").parts for file in files]
    depth = 1
    while depth < max(map(len, whole), default=0):
        shared = {name for name, count in Counter(given).items() if count > 1}
        if not shared:
            break
        depth += 1
        given = ["/".join(whole[at][-depth:]) if name in shared else name for at, name in enumerate(given)]
    # Two files of one folder that differ in their ending alone keep it.
    shared = {name for name, count in Counter(given).items() if count > 1}
    return [f"{name}{file.suffix}" if name in shared else name for name, file in zip(given, files, strict=True)]


def _walk(path: Path, report: Report) -> Iterator[tuple[Path, bool]]:
    """The files at a path, each with whether it was named itself; hidden files and `sources.csv` are no texts."""
    if path.is_dir():
        for folder, below, files in os.walk(path, onerror=lambda error: report(f"{error.filename}: {error.strerror}")):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(files):
                if name != NAME and not name.startswith("."):
                    yield Path(folder, name), False
    elif path.exists():
        yield path, True
    else:
        report(f"{path}: no such file or folder")


def _parts(file: Path, named: bool, passed_over: Counter[str], report: Report) -> tuple[int, int] | None:
    """In how many parts the file is read, and its size; None, counted or reported, where it is not."""
    ending = file.suffix.lower()
    reader = readers().get(ending)
    if reader is None:
        if named:
            raise MisuseError(f"{file}: {ending or 'a file without an ending'} is not read; {', '.join(readers())} are")
        passed_over[ending or "without an ending"] += 1
        return None
    try:
        return reader.parts(file), file.stat().st_size
    except NoTextsError as error:
        if named:
            raise MisuseError(f"{file}: {error}") from None
        passed_over[f"{ending} without texts"] += 1
    except UnreadableError as error:
        report(f"{file}: {error}")
    except OSError as error:
        report(f"{file}: {error.strerror}")
    return None
