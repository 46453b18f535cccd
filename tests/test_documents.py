"""Files and folders become documents: what is read, in which order, under which name, with what their folder says."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from parsers.documents import tabular
from parsers.documents.collection import MisuseError, collect, names
from parsers.documents.entry import NoTextsError, UnreadableError, day, readers
from parsers.documents.sources import Source, sources


def put(folder: Path, **files: str) -> Path:
    """Files named by keyword, "_" for the dot of the ending."""
    for name, text in files.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def entries(path: Path) -> tuple[list[tuple[str, str | None, str]], list[str]]:
    """(key, id, text) of every entry of a file, and what was reported."""
    reader, lost = readers()[path.suffix], []
    found = [entry for part in range(reader.parts(path)) for entry in reader.read(path, part, lost.append)]
    return [(entry.key, entry.id, entry.text) for entry in found], lost


def test_every_ending_has_one_reader() -> None:
    assert {".txt", ".csv", ".jsonl", ".parquet"} <= set(readers())
    assert all(ending == ending.lower() and ending.startswith(".") for ending in readers())


def test_a_folder_is_searched_through_in_order(tmp_path: Path) -> None:
    put(tmp_path / "b", one_txt="1", two_txt="2")
    put(tmp_path, a_txt="0", notes_md="-", more_md="-", b_json="{}")
    put(tmp_path, **{".hidden_txt": "-"})
    (tmp_path / "sources.csv").write_text("file,title\na.txt,A\n")
    (tmp_path / "table.csv").write_text("observation_id,obs_value\n1,2\n")
    found = collect([tmp_path])
    assert [file.source_id for file in found.files] == ["a", "one", "two"]
    assert found.passed_over == {".csv without texts": 1, ".json": 1, ".md": 2}
    assert found.problems == ()


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, a_txt="0")
    assert len(collect([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"]).files) == 1


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/x.txt", "b/x.txt", "b/y.txt"], ["a/x", "b/x", "y"]),
        (["a/n/x.txt", "b/n/x.txt"], ["a/n/x", "b/n/x"]),
        (["a/x.txt", "a/x.jsonl"], ["x.txt", "x.jsonl"]),
        (["a/x.txt", "b/a/x.txt"], None),
        ([], []),
    ],
)
def test_stems_that_collide_take_their_folder_in_front(paths: list[str], expected: list[str] | None) -> None:
    found = names([Path(path) for path in paths])
    assert len(set(found)) == len(paths)
    if expected is not None and "x.jsonl" not in expected:
        assert found == expected


def test_what_is_named_and_not_read_is_wrong_usage(tmp_path: Path) -> None:
    put(tmp_path, a_doc="-", table_csv="a,b\n1,2\n")
    for name in ("a.doc", "table.csv"):
        with pytest.raises(MisuseError, match=name):
            collect([tmp_path / name])


def test_archives_give_their_rows(tmp_path: Path) -> None:
    rows = [{"id": "r1", "text": "One."}, {"id": None, "text": "Two."}, {"id": "r3", "text": "  "}, {"id": "r4", "text": None}]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=1)
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\n\n")
    (tmp_path / "a.csv").write_text('id,text\nr1,One.\n,Two.\nr3,"  "\nr4,\n')
    for ending, second in (("parquet", "2"), ("jsonl", "2"), ("csv", "2")):
        found, lost = entries(tmp_path / f"a.{ending}")
        assert [(entry_id, text) for _, entry_id, text in found] == [("r1", "One."), (None, "Two.")], ending
        assert (found[1][0][:1], lost) == (second if ending != "csv" else found[1][0][:1], []), ending


def test_a_parquet_archive_is_read_a_row_group_at_a_time(tmp_path: Path) -> None:
    table = arrow.table({"text": [f"Text {n}." for n in range(10)], "unused": ["x"] * 10})
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=4)
    assert tabular.parts(tmp_path / "a.parquet") == 3
    assert [entry.key for entry in tabular.read(tmp_path / "a.parquet", 2, pytest.fail)] == ["9", "10"]


def test_dates_of_an_archive_may_be_texts_dates_or_times(tmp_path: Path) -> None:
    for value in ("2017-12-05", "2017-12-05T08:00:00Z", date(2017, 12, 5)):
        parquet.write_table(arrow.table({"text": ["T."], "published": [value]}), tmp_path / "a.parquet")
        (entry,) = tabular.read(tmp_path / "a.parquet", 0, pytest.fail)
        assert entry.published == date(2017, 12, 5)


def test_a_row_that_cannot_be_used_is_reported_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\nnot json\n{"text": "T.", "published": "soon"}\n{"text": 5}\n[1]\n')
    found, lost = entries(tmp_path / "a.jsonl")
    assert [text for _, _, text in found] == ["One."]
    assert [line.split(":")[0] for line in lost] == ["line 2", "line 3", "line 4", "line 5"]
    (tmp_path / "a.csv").write_text("text,published\nOne.,2017-01-01\nTwo.,soon\nThree.,2017-01-01,much\n")
    found, lost = entries(tmp_path / "a.csv")
    assert len(found) == 1 and [line.split(":")[0] for line in lost] == ["row 3", "row 4"]


def test_a_long_article_fits_a_cell(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + "word " * 100_000 + "\n")
    assert len(entries(tmp_path / "a.csv")[0]) == 1


def test_tables_without_texts_and_broken_archives(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    (tmp_path / "a.jsonl").write_text('{"a": 1}\n')
    parquet.write_table(arrow.table({"a": [1]}), tmp_path / "a.parquet")
    for ending in ("csv", "jsonl", "parquet"):
        with pytest.raises(NoTextsError, match="text"):
            readers()[f".{ending}"].parts(tmp_path / f"a.{ending}")
    (tmp_path / "b.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(UnreadableError, match="Parquet"):
        tabular.parts(tmp_path / "b.parquet")


def test_sources_say_what_the_text_does_not(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("file,published,url\na.txt,2017-12-05,https://example.org/a\nb.txt,,\n")
    found = sources(tmp_path, pytest.fail)
    assert found["a.txt"] == Source(url="https://example.org/a", published=date(2017, 12, 5))
    assert found["b.txt"] == Source()


@pytest.mark.parametrize(
    ("text", "line", "known"),
    [
        ("name,url\na.txt,x\n", 1, []),
        ("file,published\na.txt,2017-12-05\nb.txt,soon\nc.txt,\n", 3, ["a.txt", "c.txt"]),
        ("file,url\na.txt,x\nb.txt,x,y\n", 3, ["a.txt"]),
        ("file,url\na.txt,x\na.txt,y\n", 3, ["a.txt"]),
        ('file,title\na.txt,"two\nlines"\n,x\n', 4, ["a.txt"]),
        ('file,title\na.txt,x\nb.txt,"open\nc.txt,x\n', 3, ["a.txt"]),
        ("", 1, []),
    ],
)
def test_a_broken_sources_csv_is_reported_with_its_line(tmp_path: Path, text: str, line: int, known: list[str]) -> None:
    (tmp_path / "sources.csv").write_text(text)
    lost: list[str] = []
    assert list(sources(tmp_path, lost.append)) == known
    assert len(lost) == 1
    assert lost[0].startswith(f"{tmp_path / 'sources.csv'} line {line}: ")


def test_the_archive_knows_better_than_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "T.", "publisher": "Own"}\n')
    (entry,) = tabular.read(tmp_path / "a.jsonl", 0, pytest.fail)
    whole = Source(publisher="Folder", url="https://example.org").complete(entry)
    assert (whole.publisher, whole.url) == ("Own", "https://example.org")


@pytest.mark.parametrize(
    ("text", "expected"), [("2017-12-05", date(2017, 12, 5)), ("", None), (" 2017-12-05 10:00 ", date(2017, 12, 5))]
)
def test_day(text: str, expected: date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize("text", ["2017", "2017-13-01", "5 December 2017", "2017-12-05X"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        day(text)


def test_a_new_ending_is_one_file_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import parsers.documents

    (tmp_path / "shouting.py").write_text(
        "from parsers.documents.entry import Entry\nENDINGS = ('.shout',)\ndef parts(path): return 1\n"
        "def read(path, part, report):\n    yield Entry(path.read_text().upper())\n"
    )
    monkeypatch.setattr(parsers.documents, "__path__", [*parsers.documents.__path__, str(tmp_path)])
    readers.cache_clear()
    try:
        put(tmp_path / "docs", a_shout="quiet")
        (file,) = collect([tmp_path / "docs"]).files
        assert entries(file.path)[0] == [("", None, "QUIET")]
    finally:
        monkeypatch.undo()
        readers.cache_clear()
        shutil.rmtree(tmp_path / "docs")
