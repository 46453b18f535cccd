"""What every reader of files gives: entries (a text and what its file says of it), and how it says that it cannot.

A reader is a module of this package with three names: ``ENDINGS``, the endings it reads (".txt"); ``parts(path)``, in how many
pieces a file can be read (``NoTextsError`` if it holds no texts); and ``read(path, part, report)``, the entries of one piece. It
raises ``UnreadableError`` or OSError where a whole file is lost and calls ``report(line)`` where only a row of it is.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

Report = Callable[[str], None]


class UnreadableError(ValueError):
    """A file that cannot be read; the message says why, without the file's name."""


class NoTextsError(ValueError):
    """A well-formed file that holds no texts: a table without a column `text`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a file; ``key`` is its place in an archive ("" for a whole file), ``id`` what the archive calls it."""

    text: str
    key: str = ""
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    title: str | None = None


class Reader(Protocol):
    """A module that reads files of some endings."""

    ENDINGS: tuple[str, ...]

    def parts(self, path: Path) -> int:
        """In how many pieces the file can be read, one after another or side by side."""

    def read(self, path: Path, part: int, report: Report) -> Iterator[Entry]:
        """The entries of one piece, in the file's order."""


@cache
def readers() -> Mapping[str, Reader]:
    """The reader of each ending; a reader is found by being a module of this package with `ENDINGS`."""
    package = __name__.rpartition(".")[0]
    folder = importlib.import_module(package).__path__
    modules = [importlib.import_module(f"{package}.{found.name}") for found in pkgutil.iter_modules(folder)]
    return MappingProxyType(
        {ending: cast(Reader, module) for module in modules if hasattr(module, "ENDINGS") for ending in module.ENDINGS}
    )


def day(text: str) -> date | None:
    """The day of an ISO 8601 date or time ("2017-12-05", "2017-12-05T10:00:00+03:00"), None if empty; ValueError otherwise.

    >>> day("2017-12-05T10:00:00Z")
    datetime.date(2017, 12, 5)
    """
    text = text.strip()
    if not text:
        return None
    if len(text) > 10 and text[10] not in "T ":
        raise ValueError(f"published {text!r} is not a date (2017-12-05)")
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise ValueError(f"published {text!r} is not a date (2017-12-05)") from None
