"""What the README says is so: its commands and options exist, its columns are the schema's, its paths are there."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex
import typer
from typer.main import get_command

from dashboard import url
from dashboard.__main__ import app
from dashboard.charts import of_view
from dashboard.layout import KEYS
from dashboard.views import views
from parsers.tables.exports import FORMATS
from parsers.tables.schema import COLUMNS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DATA = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROGRAM: typer.core.TyperGroup = get_command(app)  # type: ignore[assignment]
OPTION = regex.compile(r"(?<![\w-])--?[a-z][a-z-]*")
CODE = regex.compile(r"`([^`\n]+)`")


def between(text: str, name: str) -> str:
    """What stands between the comments <!-- name --> and <!-- /name -->."""
    return text.partition(f"<!-- {name} -->\n")[2].partition(f"<!-- /{name} -->")[0]


def blocks(language: str) -> Iterator[str]:
    """The code blocks of a language, the indented ones of lists too."""
    for found in regex.finditer(rf"^ *```{language}\n(.*?)^ *```", README, regex.DOTALL | regex.MULTILINE):
        yield found[1]


def commands() -> list[list[str]]:
    """The lines of the README's shell blocks as words, comments left out."""
    lines = [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]
    return [words for words in lines if words]


def targets() -> dict[str, str]:
    """The Makefile's targets for people, with what `make help` says of each."""
    return dict(regex.findall(r"^([a-z]+):.*?## (.+)$", MAKEFILE, regex.MULTILINE))


def options(command: str) -> set[str]:
    """Every option of a command, both names of a switch."""
    return {name for given in PROGRAM.commands[command].params for name in (*given.opts, *given.secondary_opts) if name[0] == "-"}


def described(command: str) -> str:
    """The README's words on a command: from its bold name to the next command's or heading."""
    start = README.index(f"**`{command}")
    return regex.split(r"\n\*\*`|\n#", README[start + 1 :], maxsplit=1)[0]


def dictionary() -> str:
    """The column dictionary as the schema gives it."""
    lines = ["| column | type | may be empty | meaning |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {column.name} | {column.kind} | {'yes' if column.nullable else 'no'} | {column.meaning} |" for column in COLUMNS
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("text", [README, DATA], ids=["README.md", "data/README.md"])
def test_the_column_dictionary_is_the_schema(text: str) -> None:
    assert between(text, "columns") == dictionary()


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_a_command_of_the_readme_exists(words: list[str]) -> None:
    if words[0] == "make":
        known = set(regex.findall(r"^([A-Z]+) \?=", MAKEFILE, regex.MULTILINE)) | set(
            regex.findall(r"\$\(if \$\(([A-Z]+)\)", MAKEFILE)
        )
        assert words[1] in targets()
        assert {word.partition("=")[0] for word in words[2:]} <= known
    else:
        assert words[0] == "tradeprose"
        PROGRAM.commands[words[1]].make_context(words[1], _present(words[2:]), resilient_parsing=False)


def _present(words: list[str]) -> list[str]:
    """The words with a file that is there in place of one of the reader's own."""
    return [
        str(ROOT / "data/press/tula-2012.txt") if word.startswith("folder/") and word.endswith(".txt") else word for word in words
    ]


def test_every_command_is_described_with_its_options() -> None:
    assert set(regex.findall(r"^\*\*`([a-z]+)", README, regex.MULTILINE)) == set(PROGRAM.commands)
    for command in PROGRAM.commands:
        told = {option for code in CODE.findall(described(command)) for option in OPTION.findall(code)}
        assert told <= options(command), command
        assert {name for name in options(command) if not name.startswith("--no-")} - {"--help"} <= told, command


def test_every_target_has_help_and_is_told() -> None:
    rules = set(regex.findall(r"^([a-z]+):", MAKEFILE, regex.MULTILINE))
    assert set(targets()) == rules - {"clean"}
    assert rules <= set(regex.search(r"^\.PHONY: (.+)$", MAKEFILE, regex.MULTILINE)[1].split())
    assert {f"make {name}" for name in targets()} <= set(CODE.findall(README))


def test_every_format_view_key_chart_and_parameter_is_told() -> None:
    told = set(CODE.findall(README))
    assert set(FORMATS) <= told
    assert {view.id for view in views().values()} | {view.key for view in views().values()} <= told
    assert {key for key, _ in KEYS} <= told
    assert {chart.id for chart in of_view("compare")} <= told
    rows = between(README, "parameters").splitlines()[2:]
    named = [name for row in rows for name in CODE.findall(row.split("|")[1])]
    assert sorted(named) == sorted([*url.NAMED, url.EVIDENCE])


def test_every_path_that_is_told_is_there() -> None:
    roots = ("parsers/", "dashboard/", "data/", "tests/")
    for text in (README, DATA):
        for code in CODE.findall(text):
            if code.startswith(roots) and not regex.search(r"[A-Z]{3}|xx", code):
                assert (ROOT / code).exists(), code
    for target in regex.findall(r'(?:\]\(|src="|srcset=")([^)#"]+)', README):
        assert (ROOT / target).exists(), target


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in blocks("python"):
        names: dict[str, object] = {}
        exec(compile(block, "README.md", "exec"), names)
        assert names["tula"].name == "Tula Oblast"  # type: ignore[attr-defined]
        assert [mention.code for mention in names["names"]] == ["BY", "DE-BY"]  # type: ignore[attr-defined]
    assert (tmp_path / "trade.csv").exists()


def test_every_key_of_a_label_is_told() -> None:
    section = DATA.partition("### How a fact stands in a label")[2].partition("\n## ")[0]
    told = {code for row in section.splitlines() if row.startswith("|") for code in CODE.findall(row.split("|")[1])}
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "data" / "labels" / "press").glob("*.json")]
    used = {key for label in labels for fact in label["facts"] for key in fact}
    assert used - told == set()
    assert told - {column.name for column in COLUMNS} == {"sentence2", "note"}


def test_pictures_are_small_and_shown() -> None:
    shown = set(regex.findall(r"data/pictures/[\w-]+\.png", README))
    there = {str(path.relative_to(ROOT)): path.stat().st_size for path in (ROOT / "data" / "pictures").iterdir()}
    assert set(there) == shown
    assert max(there.values()) < 400_000


def test_the_corpus_is_as_large_as_is_told() -> None:
    count = len(list((ROOT / "data" / "press").glob("*.txt")))
    assert f"{count} digests" in README
    assert f"{count} short digests" in DATA
