"""Collections are read in order, and what breaks one document does not cost the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import harvest
from parsers.documents.collection import Collection, collect
from parsers.harvest import Settings
from parsers.lexicon import LexiconError
from parsers.model import Document, Observation


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.")
    (tmp_path / "more.jsonl").write_text('{"id": "d", "text": "Text d."}\n{"text": "Text e.", "language": "xx"}\n')
    return collect([tmp_path])


def reading(monkeypatch: pytest.MonkeyPatch, fails: dict[str, Exception]) -> list[str]:
    """A reader that finds nothing, and fails on some documents; the texts that it was given."""
    seen: list[str] = []

    def read(document: Document, settings: Settings) -> tuple[Observation, ...]:
        seen.append(document.text)
        if document.source_id in fails:
            raise fails[document.source_id]
        return ()

    monkeypatch.setattr(harvest, "_read", read)
    return seen


def test_documents_come_in_the_order_of_the_collection(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = reading(monkeypatch, {})
    pieces = list(harvest.harvest(collection, Settings(), {}))
    assert [found.source_id for piece in pieces for found in piece.found] == ["a", "b", "c", "d"]
    assert seen == ["Text a.", "Text b.", "Text c.", "Text d."]
    assert sum(piece.size for piece in pieces) == sum(file.size for file in collection.files)


def test_a_language_that_is_not_read_is_passed_over(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    reading(monkeypatch, {})
    (piece,) = harvest.harvest(collection, Settings(), {})
    assert piece.passed_over == {"in xx": 1} and piece.problems == ()


def test_a_document_that_breaks_the_reader_is_named(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    reading(monkeypatch, {"b": RecursionError("too deep"), "d": ZeroDivisionError("by zero")})
    (piece,) = harvest.harvest(collection, Settings(), {})
    assert [found.source_id for found in piece.found if found.digest] == ["a", "c"]
    first, second = piece.problems
    assert first.endswith("b.txt: b: the reader failed: RecursionError: too deep")
    assert second.endswith("more.jsonl: d: the reader failed: ZeroDivisionError: by zero")


@pytest.mark.parametrize("error", [LexiconError("en.toml: broken"), ImportError("no such module")])
def test_a_reader_that_cannot_read_at_all_says_so_once(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    seen = reading(monkeypatch, {"a": error})
    with pytest.raises(type(error), match=str(error)):
        list(harvest.harvest(collection, Settings(), {}))
    assert len(seen) == 1


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.csv: No such file"):
        harvest._model(Settings(tmp_path / "nowhere.csv"), "en")


def test_many_lost_rows_of_a_file_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading(monkeypatch, {})
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n' + "broken\n" * 5)
    (piece,) = harvest.harvest(collect([tmp_path]), Settings(), {})
    assert piece.problems == (f"{tmp_path / 'a.jsonl'}: line 2: not a JSON object (and 4 more in this file)",)


def test_large_files_are_shared_out_and_small_ones_put_together(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text("word " * 2000)
    tasks = list(harvest._tasks(collect([tmp_path]).files, Settings(), {}))
    assert [len(task.parts) for task in tasks] == [4, 4, 2]
    assert [file.source_id for task in tasks for file, _ in task.parts] == [str(number) for number in range(10)]


def test_reading_alone_ends_when_it_takes_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from collections import deque
    from itertools import count

    reading(monkeypatch, {})
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text("word " * 2000)
    tasks = deque(harvest._tasks(collect([tmp_path]).files, Settings(), {}))
    clock = count(step=1)
    monkeypatch.setattr(harvest.time, "process_time", lambda: float(next(clock)))
    pieces = list(harvest._while_short(tasks))
    assert len(pieces) == 2 and len(tasks) == 8
