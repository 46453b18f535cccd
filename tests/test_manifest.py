"""Incremental builds: only what is new or changed is read, and the table is that of a full build."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
import regex

from parsers import harvest
from parsers.harvest import Settings
from parsers.model import Document, Observation, Period
from parsers.tables import manifest
from parsers.tables.build import read_table
from parsers.tables.update import Request, Summary, build
from parsers.tables.validity import TableError

FIGURE = regex.compile(r"\$(?P<sum>\d+) million")


class Reader:
    """Stands in for the real one: a figure for each "$N million"; remembers what it was asked to read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, document: Document, settings: Settings) -> tuple[Observation, ...]:
        self.asked.append(document.source_id)
        return tuple(
            Observation(
                "BY",
                "RU-KRS",
                "turnover",
                period=Period(),
                obs_value=Decimal(found["sum"]) * 1_000_000,
                unit_measure="USD",
                bound="exact",
                sentence_start=found.start(),
                sentence_end=found.end(),
                known={"flow": "stated"},
                confidence=0.9,
            )
            for found in FIGURE.finditer(document.text)
        )


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    reader = Reader()
    monkeypatch.setattr(harvest, "_read", reader)
    yield reader


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, text in {"a": "$1 million", "b": "$2 million and $3 million", "c": "nothing", "d": "$4 million"}.items():
        (folder / f"{name}.txt").write_text(text)
    (folder / "more.jsonl").write_text(
        '{"id": "r1", "text": "$5 million"}\n{"id": "r2", "text": "$6 million"}\n{"text": "$7 million"}\n'
    )
    return folder


def made(docs: Path, table: Path, **options: object) -> Summary:
    lost: list[str] = []
    summary = build(Request((docs,), table, **options), lost.append, lambda total: lambda done: None)  # type: ignore[arg-type]
    assert lost == []
    return summary


def full(docs: Path, folder: Path) -> pd.DataFrame:
    """The table of a full build elsewhere."""
    made(docs, folder / "full.parquet")
    return read_table(folder / "full.parquet")


def test_nothing_new_reads_nothing(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    assert made(docs, table) == Summary(7, 0, 7, {})
    before = table.read_bytes()
    reader.asked.clear()
    assert made(docs, table, update=True) == Summary(0, 7, 7, {})
    assert reader.asked == []
    assert table.read_bytes() == before


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_new_and_changed_documents_alone_are_read(docs: Path, tmp_path: Path, reader: Reader, ending: str) -> None:
    table = tmp_path / f"t.{ending}"
    made(docs, table)
    reader.asked.clear()
    (docs / "aa.txt").write_text("$10 million")
    (docs / "b.txt").write_text("$3 million")
    (docs / "c.txt").write_text("now $11 million")
    (docs / "d.txt").write_text("no more")
    with (docs / "more.jsonl").open("a") as file:
        file.write('{"id": "r9", "text": "$12 million"}\n')
    made(docs, table, update=True)
    assert reader.asked == ["aa", "b", "c", "d", "r9"]
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))


def test_metadata_that_changed_is_read_anew(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    reader.asked.clear()
    (docs / "sources.csv").write_text("file,publisher\na.txt,BelTA\n")
    made(docs, table, update=True)
    assert reader.asked == ["a"]
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))
    assert "BelTA" in set(read_table(table)["publisher"].dropna())


def test_rows_of_removed_documents_go_with_prune_alone(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    (docs / "b.txt").unlink()
    made(docs, table, update=True)
    kept = read_table(table)
    assert list(kept["source_id"]) == ["a", "d", "r1", "r2", "more-3", "b", "b"]
    made(docs, table, update=True, prune=True)
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))


def test_a_document_that_comes_back_is_known(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    text = (docs / "b.txt").read_text()
    (docs / "b.txt").unlink()
    made(docs, table, update=True)
    (docs / "b.txt").write_text(text)
    reader.asked.clear()
    made(docs, table, update=True)
    assert reader.asked == []
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))


def test_another_reader_reads_everything(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    reader.asked.clear()
    made(docs, table, update=True, settings=Settings(min_confidence=0.5))
    assert len(reader.asked) == 7


def test_the_fingerprint_is_of_code_weights_and_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "w.csv").write_text("slot,cue,quarters\n")
    prints = {manifest.fingerprint(s) for s in (Settings(), Settings(tmp_path / "w.csv"), Settings(min_confidence=0.5))}
    (tmp_path / "w.csv").write_text("slot,cue,quarters\nflow,near,4\n")
    assert len(prints | {manifest.fingerprint(Settings(tmp_path / "w.csv"))}) == 4
    files = {name for name, _ in manifest._reader_files()}
    assert {"harvest.py", "languages/en.toml", "observations/read.py", "currencies.csv"} <= files
    (tmp_path / "code.py").write_text("x = 1\n")
    monkeypatch.setattr(manifest, "_reader_files", lambda: [("code.py", tmp_path / "code.py")])
    manifest._shipped.cache_clear()
    before = manifest.fingerprint(Settings())
    (tmp_path / "code.py").write_text("x = 2\n")
    manifest._shipped.cache_clear()
    assert manifest.fingerprint(Settings()) != before
    manifest._shipped.cache_clear()


def test_a_source_id_once_given_stays(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    before = read_table(table).set_index("source_id")["observation_id"]
    (docs / "0").mkdir()
    (docs / "0" / "a.txt").write_text("$20 million")
    (docs / "0" / "new.jsonl").write_text('{"id": "r1", "text": "$21 million"}\n')
    made(docs, table, update=True)
    after = read_table(table)
    ids = after.set_index("source_id")["observation_id"]
    assert (ids.loc[before.index.unique()] == before).all()
    assert {"0/a", "new/r1"} <= set(after["source_id"])
    assert after["source_id"].is_unique is False and after["observation_id"].is_unique


def test_ids_that_collide_in_archives_are_told_apart(tmp_path: Path, reader: Reader) -> None:
    for name in ("x", "y"):
        (tmp_path / f"{name}.jsonl").write_text('{"id": "r", "text": "$1 million"}\n{"id": "r", "text": "$2 million"}\n')
    made(tmp_path, tmp_path / "t.parquet")
    table = read_table(tmp_path / "t.parquet")
    assert list(table["source_id"]) == ["r", "x/r", "y/r", "y/r-2"]
    reader.asked.clear()
    made(tmp_path, tmp_path / "t.parquet", update=True)
    pd.testing.assert_frame_equal(read_table(tmp_path / "t.parquet"), table)


def test_without_paths_those_of_the_last_build_are_read(
    docs: Path, tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    (docs / "e.txt").write_text("$30 million")
    reader.asked.clear()
    monkeypatch.chdir("/")
    build(Request((), table, update=True), pytest.fail, lambda total: lambda done: None)
    assert reader.asked == ["e"]


def test_table_and_documents_may_move_together(docs: Path, tmp_path: Path, reader: Reader) -> None:
    made(docs, tmp_path / "t.csv")
    new = tmp_path.with_name(f"{tmp_path.name}-moved")
    tmp_path.rename(new)
    reader.asked.clear()
    made(new / "docs", new / "t.csv", update=True)
    assert reader.asked == []


@pytest.mark.parametrize("moment", ["reading", "writing the table", "between table and manifest"])
def test_interrupted_at_any_moment_the_old_table_is_whole(
    docs: Path, tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    old = table.read_bytes()
    (docs / "aa.txt").write_text("$10 million")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if moment == "reading":
            patch.setattr(harvest, "_read", interrupt)
        elif moment == "writing the table":
            patch.setattr(pd.DataFrame, "to_csv", interrupt)
        else:
            patch.setattr(manifest.Writer, "end", interrupt)
        with pytest.raises(KeyboardInterrupt):
            made(docs, table, update=True)
    whole = read_table(table)
    assert table.read_bytes() == old or len(whole) == 8
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    made(docs, table, update=True)
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))


def test_a_table_that_was_changed_by_hand_is_built_anew(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    table.write_text(table.read_text().replace("$4 million", "$5 million"))
    made(docs, table, update=True)
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))


def test_a_table_of_another_schema_does_not_stop_a_full_renewal(docs: Path, tmp_path: Path, reader: Reader) -> None:
    table = tmp_path / "t.csv"
    table.write_text("an,older,schema\n1,2,3\n")
    made(docs, table, update=True, prune=True)
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))
    table.write_text("an,older,schema\n1,2,3\n")
    with pytest.raises(TableError, match=r"t\.csv"):
        made(docs, table, update=True)


@pytest.mark.parametrize("text", ["", "{}\n", "[]\n", "not json\n", '{"version": 1, "documents": 3}\n'])
def test_a_broken_manifest_is_none(docs: Path, tmp_path: Path, reader: Reader, text: str) -> None:
    table = tmp_path / "t.csv"
    made(docs, table)
    manifest.beside(table).write_text(text)
    assert manifest.load(table) is None
    made(docs, table, update=True)
    pd.testing.assert_frame_equal(read_table(table), full(docs, tmp_path))


def test_the_manifest_says_what_was_read(docs: Path, tmp_path: Path, reader: Reader) -> None:
    made(docs, tmp_path / "t.csv")
    *lines, end = map(json.loads, manifest.beside(tmp_path / "t.csv").read_text().splitlines())
    assert [(path, key, source, rows) for path, key, _, source, rows in lines][:4] == [
        ("docs/a.txt", "", "a", 1),
        ("docs/b.txt", "", "b", 2),
        ("docs/c.txt", "", "c", 0),
        ("docs/d.txt", "", "d", 1),
    ]
    assert end["documents"] == len(lines) == 7 and end["paths"] == ["docs"]


def test_two_processes_give_the_table_of_one(docs: Path, tmp_path: Path) -> None:
    made(docs, tmp_path / "one.csv", processes=1)
    for number in range(3):
        (docs / f"long{number}.txt").write_text("word " * 60_000)
    one, two = made(docs, tmp_path / "one.csv", processes=1), made(docs, tmp_path / "two.csv", processes=2)
    assert one == two
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
