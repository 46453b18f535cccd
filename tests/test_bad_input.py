"""Bad input: one clear line that names the file, the others still read, and an old output whole."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest
from typer.testing import CliRunner

from dashboard.__main__ import app

TEXT = "In 2012 trade between Belarus and Kursk Oblast reached $73 million.\n"
OLD = "an old table\n"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str | Path) -> Done:
    """`tradeprose` in this process."""
    result = CliRunner().invoke(app, list(map(str, arguments)))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def run_apart(command: str, limit: int | None = None) -> Done:
    """A command of the shell in a process of its own; `limit` is how many bytes a file may have, as on a full disk."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=120, cwd=Path(__file__).parents[1], preexec_fn=limited
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT)
    return folder


def lines(done: Done) -> list[str]:
    """Standard error without the summary, which is the last line of what went well."""
    found = done.stderr.splitlines()
    return found[:-1] if done.returncode == 0 else found


BROKEN = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary"),
    "koi8.txt": ("Товарооборот вырос на треть и составил много".encode("koi8-r"), "encoding"),
    "half.txt": ("Товарооборот вырос".encode() + b"\xff" + "на треть".encode(), "broken UTF-8"),
    "broken.parquet": (b"PAR1 but no more", "Parquet"),
    "broken.jsonl": (b'{"text": "One."}\nthis is not JSON\n', "line 2"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_line_names_the_file_and_the_others_are_read(docs: Path, tmp_path: Path, name: str) -> None:
    content, reason = BROKEN[name]
    (docs / name).write_bytes(content)
    done = run("build", docs, "--output", tmp_path / "t.csv")
    assert done.returncode == 0, done.stderr
    (line,) = lines(done)
    assert str(docs / name) in line and reason in line
    assert (tmp_path / "t.csv").exists()


@pytest.mark.parametrize("name", [name for name in BROKEN if name.endswith(".txt")])
def test_nothing_that_can_be_read_is_exit_code_1(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BROKEN[name][0])
    (tmp_path / "t.csv").write_text(OLD)
    done = run("build", tmp_path / name, "--output", tmp_path / "t.csv")
    assert (done.returncode, len(lines(done))) == (1, 1)
    assert name in done.stderr and (tmp_path / "t.csv").read_text() == OLD


def test_a_missing_folder_beside_one_that_is_there(docs: Path, tmp_path: Path) -> None:
    done = run("build", tmp_path / "nowhere", docs, "--output", tmp_path / "t.csv")
    assert done.returncode == 0
    assert lines(done) == [f"{tmp_path / 'nowhere'}: no such file or folder"]
    done = run("build", tmp_path / "nowhere", "--output", tmp_path / "t2.csv")
    assert done.returncode == 1
    assert lines(done) == [f"{tmp_path / 'nowhere'}: no such file or folder"]
    assert not (tmp_path / "t2.csv").exists()


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    done = run("build", tmp_path / "docs", "--output", tmp_path / "t.csv")
    assert done.returncode == 1
    assert lines(done) == [f"no text to read in {tmp_path / 'docs'}"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(docs: Path, tmp_path: Path) -> None:
    (docs / "secret.txt").write_text(TEXT)
    (docs / "secret.txt").chmod(0)
    done = run("build", docs, "--output", tmp_path / "t.csv")
    assert done.returncode == 0
    assert lines(done) == [f"{docs / 'secret.txt'}: Permission denied"]


def test_a_link_that_leads_nowhere(docs: Path, tmp_path: Path) -> None:
    (docs / "gone.txt").symlink_to(tmp_path / "away.txt")
    done = run("build", docs, "--output", tmp_path / "t.csv")
    assert done.returncode == 0
    assert lines(done) == [f"{docs / 'gone.txt'}: No such file or directory"]


@pytest.mark.parametrize(
    ("text", "line"), [("name\nx\n", 1), ("file,published\ngood.txt,soon\n", 2), ("file,url\nother.txt,a\ngood.txt,a,b\n", 3)]
)
def test_a_broken_sources_csv(docs: Path, tmp_path: Path, text: str, line: int) -> None:
    (docs / "sources.csv").write_text(text)
    done = run("build", docs, "--output", tmp_path / "t.csv")
    assert done.returncode == 0
    (said,) = lines(done)
    assert said.startswith(f"{docs / 'sources.csv'} line {line}: ")
    assert done.stderr.splitlines()[-1].startswith(f"{tmp_path / 't.csv'}: 1 document read")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    words = {"cp1251": "Товарооборот вырос на треть.", "cp1252": "Commerce extérieur.", "utf-16": "中国"}.get(encoding, "Trade.")
    (tmp_path / "a.txt").write_bytes(words.encode(encoding))
    done = run("build", tmp_path / "a.txt", "--output", tmp_path / "t.csv")
    assert done.returncode == 0, done.stderr
    assert lines(done) == []


@pytest.mark.parametrize("ending", ["csv", "parquet"])
@pytest.mark.parametrize("limit", [200, 20_000])
def test_a_full_disk_is_one_line_and_the_old_table_stays(docs: Path, tmp_path: Path, ending: str, limit: int) -> None:
    target = tmp_path / f"t.{ending}"
    target.write_text(OLD)
    for number in range(60):
        (docs / f"{number}.txt").write_text(f"{number}. {TEXT}" * 3)
    done = run_apart(f"{sys.executable} -m dashboard build {docs} --output {target}", limit=limit)
    assert done.returncode == 1
    (line,) = lines(done)
    assert line.startswith(f"{target}: ") and "File too large" in line
    assert target.read_text() == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", target.name]


def test_a_folder_that_is_not_there_to_write_to(docs: Path, tmp_path: Path) -> None:
    done = run("build", docs, "--output", tmp_path / "nowhere" / "t.csv")
    assert done.returncode == 1
    (line,) = lines(done)
    assert str(tmp_path / "nowhere") in line and "No such file or directory" in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("build", "DOCS"),
        ("build", "--output", "t.csv"),
        ("build", "DOCS", "--output", "t.txt"),
        ("build", "DOCS", "--output", "t"),
        ("build", "DOCS", "--output", "t.csv", "--prune"),
        ("build", "DOCS", "--output", "t.csv", "--update", "u.csv"),
        ("build", "DOCS", "--output", "t.csv", "--min-confidence", "2"),
        ("build", "DOCS", "--output", "t.csv", "--weights", "nowhere.csv"),
        ("build", "DOCS/notes.md", "--output", "t.csv"),
        ("build", "DOCS/table.csv", "--output", "t.csv"),
        ("build", "DOCS/table.parquet", "DOCS", "--output", "t.csv"),
        ("explain",),
        ("explain", "x", "--published", "soon"),
        ("explain", "x", "--language", "xx"),
        ("serve", "--port", "many"),
        ("label", "nowhere.txt"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_exit_code_2(docs: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (docs / "notes.md").write_text("notes")
    (docs / "table.csv").write_text("a,b\n1,2\n")
    parquet.write_table(arrow.table({"a": [1]}), docs / "table.parquet")
    given = [argument.replace("DOCS", str(docs)) for argument in arguments]
    given = [str(tmp_path / argument) if argument.startswith(("t.", "u.")) or argument == "t" else argument for argument in given]
    done = run(*given)
    assert done.returncode == 2, done.stderr
    assert done.stderr.strip() and "Traceback" not in done.stderr
    assert not list(tmp_path.glob("t*"))


def test_the_others_of_a_folder_are_counted(docs: Path, tmp_path: Path) -> None:
    (docs / "notes.md").write_text("notes")
    (docs / "table.csv").write_text("a,b\n1,2\n")
    (docs / "a.json").write_text("{}")
    done = run("build", docs, "--output", tmp_path / "t.csv")
    assert done.returncode == 0
    assert "passed over: 1 .csv without texts, 1 .json, 1 .md" in done.stderr.splitlines()[-1]


def test_a_text_in_a_language_that_is_not_read_is_counted(docs: Path, tmp_path: Path) -> None:
    (docs / "tr.txt").write_text("Ticaret hacmi yüzde 12 arttı.")
    (docs / "sources.csv").write_text("file,language\ntr.txt,tr\n")
    done = run("build", docs, "--output", tmp_path / "t.csv")
    assert done.returncode == 0 and "1 in tr" in done.stderr.splitlines()[-1]


def test_texts_that_are_all_in_such_a_language_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "tr.txt").write_text("Ticaret hacmi yüzde 12 arttı.")
    (tmp_path / "sources.csv").write_text("file,language\ntr.txt,tr\n")
    done = run("build", tmp_path, "--output", tmp_path / "t.csv")
    assert done.returncode == 1 and done.stderr.splitlines() == [f"no text to read in {tmp_path}; passed over: 1 in tr"]
    assert not (tmp_path / "t.csv").exists()


def test_a_reader_of_the_output_that_goes_away(docs: Path) -> None:
    done = run_apart(f"{sys.executable} -m dashboard build {docs} --output - | head -c 1")
    assert (done.stdout, "Traceback" in done.stderr) == ("o", False)
