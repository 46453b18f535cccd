"""A plain text file is one text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parsers.documents.encoding import decode
from parsers.documents.entry import Entry, Report, UnreadableError

ENDINGS = (".txt",)


def parts(path: Path) -> int:
    """One: a text is read whole."""
    return 1


def read(path: Path, part: int, report: Report) -> Iterator[Entry]:
    """The text; UnreadableError if it is empty, binary or in an encoding that is not read."""
    text = decode(path.read_bytes())
    if not text.strip():
        raise UnreadableError("empty")
    yield Entry(text)
