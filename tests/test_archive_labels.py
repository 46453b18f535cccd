"""The labels of archive stories: no sentence is copied, and every fact's figure stands where its offsets say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parsers.codelists import data_folder
from parsers.observations.scan import read_through
from parsers.training.align import align
from parsers.training.archive import load_archive

ARCHIVE = Path(__file__).parent.parent.parent / "shared" / "archive"
LABELS = data_folder() / "labels" / "archive.jsonl"
WORDY = 130
# "$27.062bon": all that no scanner sees.
UNSEEN = [("dawn2025_12b9eac939", -27_062_000_000)]
needs_archive = pytest.mark.skipif(not ARCHIVE.is_dir(), reason="the archive is not beside the checkout")


def _rows() -> list[dict[str, object]]:
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def test_labels_hold_offsets_and_no_sentences() -> None:
    rows = _rows()
    assert len(rows) == len({row["id"] for row in rows})
    for row in rows:
        for fact in row["facts"]:  # type: ignore[attr-defined]
            assert "sentence" not in fact
            assert fact["at"][0] < fact["at"][1]
            assert all(len(cell) < WORDY for cell in fact.values() if isinstance(cell, str))


@needs_archive
def test_every_labelled_figure_is_seen_in_its_sentence() -> None:
    stories = load_archive(LABELS, ARCHIVE)
    assert len(stories) == len(_rows())
    missed = []
    for story in stories:
        found = align(story, read_through(story.document)).facts.values()
        seen = {id(fact) for facts in found for fact in facts}
        missed += [
            (story.document.source_id, fact["obs_value"] or fact["change_pct"]) for fact in story.facts if id(fact) not in seen
        ]
    assert sorted(missed) == UNSEEN


@needs_archive
def test_a_story_that_the_archive_lacks_is_named(tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text('{"id": "nobody", "archive": "reuters_1987.parquet", "facts": []}\n', encoding="utf-8")
    with pytest.raises(KeyError, match="nobody"):
        load_archive(labels, ARCHIVE)
