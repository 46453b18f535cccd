"""Labelled documents: their texts, what their collection knows of them, and their facts."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from parsers.model import Document

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document, its facts as ID.json has them, and the set that it belongs to."""

    document: Document
    facts: tuple[Fact, ...]
    unscored: tuple[Fact, ...]
    collection: str


def load_set(texts: Path, labels: Path | None = None) -> list[Labelled]:
    """The labelled documents of a folder of ID.txt and sources.csv; their ID.json may stand in another folder."""
    sources = _sources(texts / "sources.csv")
    found = []
    for path in sorted((labels or texts).glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        text = texts / f"{path.stem}.txt"
        if text.exists():
            document = _document(text, sources.get(text.name, {}))
            found.append(Labelled(document, tuple(label["facts"]), tuple(label.get("unscored", ())), texts.name))
    return found


def _sources(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return {row["file"]: row for row in csv.DictReader(handle)}


def _document(path: Path, source: dict[str, str]) -> Document:
    published = source.get("published") or ""
    return Document(
        source_id=path.stem,
        text=path.read_text(encoding="utf-8-sig"),
        url=source.get("url") or None,
        publisher=source.get("publisher") or None,
        published=date.fromisoformat(published[:10]) if published else None,
        language=source.get("language") or "en",
        title=source.get("title") or None,
    )
