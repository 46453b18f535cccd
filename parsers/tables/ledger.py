"""One build's books: which document gets which source_id, in what order they stand, and which rows of the old table stay."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from parsers.harvest import Found
from parsers.tables.manifest import Line, Manifest

Place = tuple[str, str]


def place_of(path: Path, folder: Path) -> str:
    """A path as the manifest has it: from the table's folder, so that both can be moved together."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


@dataclass(slots=True)
class Ledger:
    """What is known of the last build (`old`), and what this one has met so far.

    ``order`` numbers the documents that have rows; ``reread`` and ``unchanged`` are source_ids; ``read`` and ``left`` count
    the documents read and left as they were; ``rest`` are the old manifest's lines whose documents were not met.
    """

    folder: Path
    old: Manifest | None
    order: dict[str, int] = field(default_factory=dict)
    reread: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    read: int = 0
    left: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    rest: dict[Place, Line] = field(default_factory=dict)
    met: set[Place] = field(default_factory=set)
    taken: dict[str, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Names that documents with rows already bear are not given to others."""
        if self.old:
            self.rest = dict(self.old.lines)
            self.taken = {line.source_id: place for place, line in self.old.lines.items() if line.rows}

    def enter(self, found: Found) -> Line:
        """The manifest's line for a document that was met, its source_id with it."""
        place = self._place(found)
        last = self.old.lines.get(place) if self.old else None
        rows = last.rows if found.unchanged and last else len(found.observations)
        name = self._name(found, place, last, rows)
        if rows:
            self.met.add(place)
            self.order[name] = len(self.order)
        self.rest.pop(place, None)
        if found.unchanged:
            self.left += 1
            self.unchanged.add(name)
        else:
            self.read += bool(found.digest)
            self.reread.update((name, last.source_id) if last else (name,))
        return Line(*place, found.digest, name, rows)

    def _place(self, found: Found) -> Place:
        """Where the document stands; the second of an archive that bears the same id is told apart by its turn."""
        path = place_of(found.path, self.folder)
        keys = (found.key if turn == 1 else f"{found.key}#{turn}" for turn in count(1))
        return next((path, key) for key in keys if (path, key) not in self.met)

    def _name(self, found: Found, place: Place, last: Line | None, rows: int) -> str:
        """The source_id once given, else the document's own, with its archive in front where another has that."""
        if last and last.rows:
            return last.source_id
        if not rows:
            return found.source_id
        name = next(name for name in _names(found) if self.taken.get(name, place) == place and name not in self.order)
        self.taken[name] = place
        return name


def _names(found: Found) -> Iterator[str]:
    yield found.source_id
    yield f"{found.path.stem}/{found.source_id}"
    yield from (f"{found.path.stem}/{found.source_id}-{turn}" for turn in count(2))
