"""Labels of stories whose texts stay in a shared archive: `data/labels/archive.jsonl` says by offsets where each fact stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from parsers.documents import tabular
from parsers.documents.entry import Entry
from parsers.model import Document
from parsers.training.labels import Fact, Labelled

NAME = "archive"
_PLACES = {"at": "sentence", "at2": "sentence2"}
# A label leaves out what it does not know.
_KEYS = (
    "ref_area",
    "counterpart_area",
    "product",
    "period_start",
    "period_end",
    "obs_value",
    "unit_measure",
    "change_pct",
    "share_pct",
)


def load_archive(labels: Path, archive: Path) -> list[Labelled]:
    """The labelled stories of an archive, with their sentences taken from its texts; KeyError names a story that it lacks."""
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    wanted: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in rows:
        wanted[row["archive"]][row["id"]] = row
    return [one for name, stories in sorted(wanted.items()) for one in _stories(archive / name, stories)]


def _stories(path: Path, stories: dict[str, dict[str, Any]]) -> list[Labelled]:
    entries = {str(entry.id): entry for entry in _entries(path) if entry.id in stories}
    return [_labelled(entries[name], row) for name, row in sorted(stories.items())]


def _entries(path: Path) -> Iterable[Entry]:
    for part in range(tabular.parts(path)):
        yield from tabular.read(path, part, print)


def _labelled(entry: Entry, row: dict[str, Any]) -> Labelled:
    document = Document(
        source_id=row["id"],
        text=entry.text,
        url=entry.url,
        publisher=entry.publisher,
        published=entry.published,
        language=entry.language or "en",
        title=entry.title,
    )
    facts = tuple(_fact(entry.text, fact) for fact in row["facts"])
    unscored = tuple({"evidence": _cut(entry.text, one["at"])} for one in row.get("unscored", ()))
    return Labelled(document, facts, unscored, NAME)


def _fact(text: str, written: Fact) -> Fact:
    fact = {**dict.fromkeys(_KEYS), **written}
    for place, name in _PLACES.items():
        if place in fact:
            fact[name] = _cut(text, fact.pop(place))
    return fact


def _cut(text: str, span: list[int]) -> str:
    start, end = span
    return text[start:end]
