"""Where labelled documents come from: bundled digests, written texts, shared sets, archive stories, an office's own folders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from parsers.codelists import data_folder
from parsers.observations.scan import read_through
from parsers.training.align import align
from parsers.training.archive import NAME as ARCHIVE
from parsers.training.archive import load_archive
from parsers.training.groups import groups
from parsers.training.labels import Labelled, load_set
from parsers.training.learn import Example

DIGESTS = "digests"
WRITTEN = "written"
# How much stories count that an earlier reader was in doubt of, and invented ones: they must not drown out plain press.
LESSONS = {ARCHIVE: 0.5, WRITTEN: 0.3}
SHARED_SETS = ("seeds", "belarus_en", "press", "headlines", "world_en", "wire_1987")


def gather(shared: Path | None, own: Sequence[Path] = ()) -> list[Labelled]:
    """The labelled documents at hand; bundled digests count as `digests`, but beside the shared sets as what they are there."""
    found: list[Labelled] = []
    if shared is not None and (shared / "gold").is_dir():
        for name in SHARED_SETS:
            found.extend(_named(load_set(shared / "gold" / name), name))
        found.extend(_named(load_set(shared / "press"), DIGESTS))
    if shared is not None and (shared / "archive").is_dir():
        found.extend(load_archive(data_folder() / "labels" / "archive.jsonl", shared / "archive"))
    seen = {labelled.document.source_id for labelled in found}
    bundled = load_set(data_folder() / "press", data_folder() / "labels" / "press")
    name = "bundled" if found else DIGESTS
    found.extend(one for one in _named(bundled, name) if one.document.source_id not in seen)
    for folder in (data_folder() / "labels" / WRITTEN, *own):
        found.extend(_named(load_set(folder), folder.name))
    return found


def _named(documents: list[Labelled], name: str) -> list[Labelled]:
    return [replace(labelled, collection=name) for labelled in documents]


def examples(documents: Sequence[Labelled]) -> list[Example]:
    """The documents laid out and matched with their labels."""
    found = []
    for labelled, group in zip(documents, groups(documents), strict=True):
        reading = read_through(labelled.document)
        weight = LESSONS.get(labelled.collection, 1.0)
        found.append(Example(labelled, reading, align(labelled, reading), group, weight))
    return found
