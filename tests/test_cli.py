"""The command line: its commands, what they write where, and how fast they start."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from dashboard.__main__ import app
from parsers.tables.build import read_table
from parsers.tables.schema import NAMES

ROOT = Path(__file__).parents[1]
SENTENCE = "In 2012 trade between Belarus and Kursk Oblast reached $73 million, 23% up from 2011."


def run(*arguments: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(map(str, arguments)))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "one.txt").write_text(SENTENCE + "\n")
    (folder / "sources.csv").write_text("file,url,publisher,published\none.txt,https://example.org/one,BelTA,2013-02-01\n")
    return folder


def test_every_command_is_there_and_says_what_it_does() -> None:
    shown = run("--help").stdout
    for command in ("build", "serve", "explain", "label", "check", "export"):
        assert re.search(rf"^ +{command} +\S", shown, re.MULTILINE), command
        assert run(command, "--help").stdout.startswith("Usage: ")


def test_the_commands_of_reading_run_without_the_dashboard() -> None:
    done = subprocess.run([sys.executable, "-m", "parsers", "--help"], capture_output=True, text=True, cwd=ROOT, check=True)
    assert "build" in done.stdout and "serve" not in done.stdout


@pytest.mark.parametrize("module", ["parsers", "parsers.__main__", "dashboard.__main__"])
def test_importing_stays_cheap(module: str) -> None:
    heavy = ["dash", "duckdb", "gunicorn", "numpy", "pandas", "plotly", "pyarrow"]
    code = f"import sys, {module}; sys.exit([name for name in {heavy} if name in sys.modules] != [])"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_build_writes_the_table_its_ending_chooses(docs: Path, tmp_path: Path) -> None:
    for ending in ("csv", "parquet"):
        result = run("build", docs, "--output", tmp_path / f"t.{ending}")
        assert result.stdout == ""
        assert result.stderr == f"{tmp_path / f't.{ending}'}: 1 document read; 1 row\n"
    pd.testing.assert_frame_equal(read_table(tmp_path / "t.csv"), read_table(tmp_path / "t.parquet"))
    (row,) = read_table(tmp_path / "t.csv").to_dict("records")
    assert (row["source_id"], row["obs_value"], row["counterpart_area"], row["change_pct"]) == ("one", 73e6, "RU-KRS", 23)
    assert (row["url"], row["publisher"], str(row["published"])[:10]) == ("https://example.org/one", "BelTA", "2013-02-01")
    assert row["sentence"] == SENTENCE


def test_a_dash_is_csv_on_standard_output(docs: Path, tmp_path: Path) -> None:
    run("build", docs, "--output", tmp_path / "t.csv")
    result = run("build", docs, "--output", "-")
    assert result.stdout == (tmp_path / "t.csv").read_text()
    assert result.stdout.splitlines()[0] == ",".join(NAMES)


def test_update_reads_what_is_new(docs: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    run("build", docs, "--output", table)
    (docs / "two.txt").write_text(SENTENCE.replace("73", "74"))
    assert run("build", docs, "--update", table).stderr == f"{table}: 1 document read; 1 unchanged; 2 rows\n"
    (docs / "one.txt").unlink()
    assert "2 rows" in run("build", "--update", table).stderr
    assert "1 row" in run("build", "--update", table, "--prune").stderr
    assert list(read_table(table)["source_id"]) == ["two"]


def test_derived_rows_are_added_on_demand(docs: Path, tmp_path: Path) -> None:
    run("build", docs, "--output", tmp_path / "t.csv", "--derived")
    table = read_table(tmp_path / "t.csv")
    assert list(table["derived"]) == [False, True]
    assert abs(table["obs_value"][1] - 73e6 / 1.23) < 1e6
    before = (tmp_path / "t.csv").read_bytes()
    run("build", docs, "--update", tmp_path / "t.csv", "--derived")
    assert (tmp_path / "t.csv").read_bytes() == before


def test_min_confidence_leaves_rows_out(docs: Path, tmp_path: Path) -> None:
    run("build", docs, "--output", tmp_path / "t.csv", "--min-confidence", "1")
    assert (read_table(tmp_path / "t.csv")["confidence"] >= 1).all()


def test_a_progress_bar_is_for_terminals(docs: Path, tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "dashboard", "build", str(docs), "--output", str(tmp_path / "t.csv")]
    subprocess.run(command, stderr=follower, cwd=ROOT, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(follower)
    assert b"reading" in os.read(leader, 65536)


def test_explain_as_json_is_one_object() -> None:
    found = json.loads(run("explain", SENTENCE, "--published", "2013-02-01", "--publisher", "BelTA", "--json").stdout)
    assert {"mentions", "skeleton", "roles", "slots", "rows"} <= set(found)
    assert all(SENTENCE[m["start"] : m["end"]] == m["text"] for m in found["mentions"])
    assert {"kind", "start", "end", "text", "value"} <= set(found["mentions"][0])
    assert "<amount>" in found["skeleton"]
    for slot in found["slots"]:
        assert all({"text", "start", "end", "cues", "score", "chosen"} <= set(candidate) for candidate in slot["candidates"])
    (row,) = found["rows"]
    assert list(row) == list(NAMES)
    assert (row["obs_value"], row["period_start"], row["published"], row["publisher"]) == (
        73e6,
        "2012-01-01",
        "2013-02-01",
        "BelTA",
    )


def test_explain_shows_every_step() -> None:
    shown = run("explain", SENTENCE).stdout
    for heading in ("Mentions", "Skeleton", "Roles", "Slot", "Row 1"):
        assert heading in shown
    assert "No rows" in run("explain", "It rained in Minsk.").stdout


def test_label_drafts_what_is_read(docs: Path, tmp_path: Path) -> None:
    label = json.loads(run("label", docs / "one.txt").stdout)
    assert (label["id"], label["url"], label["published"]) == ("one", "https://example.org/one", "2013-02-01")
    (fact,) = label["facts"]
    assert (fact["obs_value"], fact["change_pct"], fact["sentence"]) == (73e6, 23.0, SENTENCE)
    committed = json.loads((ROOT / "data/labels/press/kursk-2014-mikhailov.json").read_text())
    assert set(fact) >= set(committed["facts"][0]) - {"note"}
    run("label", docs / "one.txt", "--output", tmp_path / "one.json")
    assert json.loads((tmp_path / "one.json").read_text()) == label
    assert "exists" in run("label", docs / "one.txt", "--output", tmp_path / "one.json", code=1).stderr


def test_check_and_export(docs: Path, tmp_path: Path) -> None:
    (docs / "two.txt").write_text(SENTENCE.replace("million", "billion"))
    table = tmp_path / "t.csv"
    run("build", docs, "--output", table)
    found = json.loads(run("check", table, "--json").stdout)
    assert any({finding["source_id"], finding["source_id_2"]} == {"one", "two"} for finding in found)
    assert SENTENCE in run("check", table).stdout
    run("check", table, "--strict", code=1)
    result = run("export", table, "--format", "csv", "--output", tmp_path / "e.csv", "--as-of", "2013-12-31", "--area", "RU-KRS")
    assert "1 row" in result.stderr and "left out: 1 without a date" in result.stderr
    assert (tmp_path / "e.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    run("export", table, "--output", tmp_path / "e.xlsx")
    assert (tmp_path / "e.xlsx").read_bytes().startswith(b"PK")
    assert "ends in .xlsx" in run("export", table, "--format", "xlsx", "--output", tmp_path / "f.csv", code=2).stderr
    assert "names no format" in run("export", table, "--output", tmp_path / "f", code=2).stderr
    assert not list(tmp_path.glob("f*"))
    assert "ZZ-9" in run("export", table, "--output", tmp_path / "x.csv", "--area", "ZZ-9", code=1).stderr


@contextlib.contextmanager
def serving(*arguments: str | Path) -> Iterator[str]:
    """The address of a server that runs within the block."""
    command = [sys.executable, "-m", "dashboard", "serve", *map(str, arguments), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found
            yield found[0]
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 0


def fetched(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read().decode()


def test_serve_prints_its_address_and_picks_up_a_replaced_table(docs: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.parquet"
    run("build", docs, "--output", table)
    with serving(table) as address:
        assert "<title>" in fetched(address)
        before = fetched(f"{address}/_dash-layout")
        (docs / "two.txt").write_text(SENTENCE.replace("Kursk", "Tula"))
        run("build", docs, "--output", table)
        deadline = time.monotonic() + 20
        while fetched(f"{address}/_dash-layout") == before:
            assert time.monotonic() < deadline, "the new table is not shown"
            time.sleep(0.2)


def test_serve_without_a_table_shows_the_bundled_one() -> None:
    with serving() as address:
        assert "Kursk" in fetched(f"{address}/_dash-layout")


def test_a_busy_port_is_one_line_that_names_it(docs: Path, tmp_path: Path) -> None:
    run("build", docs, "--output", tmp_path / "t.csv")
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        said = run("serve", tmp_path / "t.csv", "--port", port, code=1).stderr
    assert len(said.splitlines()) == 1 and str(port) in said


def test_the_version_is_said_and_nothing_to_explain_is_wrong_usage() -> None:
    assert run("--version").stdout.startswith("tradeprose 0.")
    assert "nothing in it to read" in run("explain", " ", code=2).stderr


def test_a_file_to_explain_is_no_sentence(tmp_path: Path) -> None:
    (tmp_path / "told.txt").write_text("Trade came to $5 million.")
    said = " ".join(run("explain", tmp_path / "told.txt", code=2).stderr.replace("│", " ").split())
    assert "is a file" in said and "$(cat" in said
    assert "$5 million" in run("explain", "Peru sold tea. " * 400 + "Its exports to Chile came to $5 million in 2020.").stdout


@pytest.mark.parametrize(("name", "content"), [("nowhere.csv", None), ("t.csv", "a,b\n"), ("t.parquet", "no")])
def test_what_is_no_table_is_one_line(tmp_path: Path, name: str, content: str | None) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    for command in (
        ("serve", tmp_path / name, "--port", "0"),
        ("check", tmp_path / name),
        ("export", tmp_path / name, "-o", tmp_path / "e.csv"),
    ):
        said = run(*command, code=1).stderr
        assert len(said.splitlines()) == 1 and name in said, command
