"""The arrows between the rooms, read from the imports; how long a module and a function may be; what importing may not do."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("parsers", "dashboard")
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40

# A room of parsers may import rooms of a lower floor, never one beside it or above.
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"model", "codelist_files", "languages", "console"}),
    frozenset({"publishers", "lexicon", "labels"}),
    frozenset({"codelists"}),
    frozenset({"documents", "mentions"}),
    frozenset({"observations"}),
    frozenset({"harvest"}),
    frozenset({"tables"}),
    frozenset({"training", "__init__", "__main__"}),
)

# Scanners of one kind of mention may know each other; of others they know the numerals and the search for words alone.
FAMILIES: dict[str, frozenset[str]] = {
    "numbers": frozenset({
        "numerals", "triggers", "hedges", "currency_words", "amounts", "quantities", "changes", "number_readings",
        "number_groups", "number_lists", "numbers", "ratios",
    }),
    "periods": frozenset({
        "calendars", "periods", "period_context", "period_expression", "period_forms", "period_grammar", "period_resolve",
        "period_words", "period_year",
    }),
    "areas": frozenset({"areas", "area_names", "area_context", "area_people"}),
    "flows": frozenset({"flows"}),
    "sentences": frozenset({"clauses"}),
}  # fmt: skip
SHARED_BY_SCANNERS = {"parsers.mentions.numerals", "parsers.mentions.triggers"}

# Little words of English: those that a text is searched for stand in its language file, never in code.
LITTLE_WORDS = frozenset({
    "the", "a", "an", "of", "and", "or", "by", "from", "to", "into", "with", "in", "on", "at", "for", "as", "it", "its", "they",
    "that", "which", "than", "'s", "’s", "was", "were", "had", "been", "such", "there", "ly", "ing",
})  # fmt: skip
# Those that name a kind, a cue or a list instead, by the module that does so.
NAMES_OF_KINDS = {
    "parsers.mentions.number_groups": {"and", "to"},
    "parsers.mentions.numerals": {"and"},
    "parsers.mentions.period_context": {"the"},
    "parsers.mentions.period_words": {"the"},
    "parsers.observations.timeline": {"the"},
    "parsers.observations.slots.claims": {"by", "from"},
    "parsers.observations.slots.ties": {"by", "from", "on"},
}

# What the dashboard takes from parsers besides the public door and the schema, and why it does not do it itself.
BESIDE_THE_DOOR = {
    "parsers.__main__": "serve joins the commands of reading",
    "parsers.codelists": "where the bundled table lies; names, districts and neighbours of areas, to search, group and suggest",
    "parsers.documents.entry": "which files can be read, for those that are dropped on the page",
    "parsers.tables.cells": "which claims speak of one cell and which is preferred, the same as in exports",
    "parsers.tables.columns": "types of a frame that comes from the database",
    "parsers.tables.exports": "files of rows that were chosen on the page",
    "parsers.tables.vintages": "how the press revised a cell, as the table has it",
    "parsers.tables.guard": "a CSV that a spreadsheet opens without harm",
}


@cache
def modules() -> dict[str, Path]:
    """Every module of both packages by its dotted name; a package by its own name."""
    found = {}
    for path in chain.from_iterable(sorted((ROOT / package).rglob("*.py")) for package in PACKAGES):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(name: str) -> frozenset[str]:
    """What a module imports, inside functions too: our own modules by their dotted names, others by their first part."""
    found: set[str] = set()
    for node in ast.walk(tree(modules()[name])):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level, f"{name} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(map(_module, found))


def _module(name: str) -> str:
    if name.partition(".")[0] not in PACKAGES:
        return name.partition(".")[0]
    return name if name in modules() else name.rpartition(".")[0] or name


def room(name: str) -> str:
    """The room of parsers that a module stands in."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def of(package: str) -> Iterator[str]:
    return (name for name in modules() if name == package or name.startswith(f"{package}."))


def reached(names: set[str]) -> set[str]:
    """Everything that modules import, and what that imports in turn; of parsers the first module alone."""
    seen: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        seen.add(name)
        if name in modules() and name.startswith("dashboard"):
            waiting |= imported(name) - seen
    return seen


def test_every_room_of_parsers_has_a_floor() -> None:
    assert {room(name) for name in of("parsers")} == set(chain.from_iterable(FLOORS))


@pytest.mark.parametrize("name", sorted(of("parsers")))
def test_a_room_imports_from_lower_floors(name: str) -> None:
    floor = next(number for number, rooms in enumerate(FLOORS) if room(name) in rooms)
    below = set(chain.from_iterable(FLOORS[:floor])) | {room(name)}
    inner = {other for other in imported(name) if other.partition(".")[0] in PACKAGES}
    assert not [other for other in inner if other.startswith("dashboard")]
    assert {room(other) for other in inner if other != "parsers"} <= below


def test_every_scanner_has_a_family() -> None:
    scanners = {name.rpartition(".")[2] for name in of("parsers.mentions")} - {"mentions"}
    assert sorted(chain.from_iterable(FAMILIES.values())) == sorted(scanners)


@pytest.mark.parametrize("family", FAMILIES)
def test_scanners_of_different_kinds_do_not_import_one_another(family: str) -> None:
    own = {f"parsers.mentions.{name}" for name in FAMILIES[family]}
    for name in own:
        others = {other for other in imported(name) if other.startswith("parsers.mentions")}
        assert others <= own | SHARED_BY_SCANNERS, name


def test_only_tables_know_pandas() -> None:
    """The door names the type of what it hands out, and the commands hand frames on."""
    for name in of("parsers"):
        if room(name) not in ("tables", "__init__"):
            assert "pandas" not in imported(name), name


def test_the_dashboard_comes_through_the_door() -> None:
    used = {other for name in of("dashboard") for other in imported(name) if other.partition(".")[0] == "parsers"}
    assert used - {"parsers", "parsers.tables.schema"} == set(BESIDE_THE_DOOR)


def test_charts_and_selections_know_no_dash() -> None:
    pure = set(of("dashboard.charts")) | set(of("dashboard.selection"))
    foreign = {other for other in reached(pure) if other.startswith("dash") and not other.startswith("dashboard")}
    assert foreign == set()


def test_only_selections_know_the_database() -> None:
    assert [name for name in of("dashboard") if "duckdb" in imported(name) and not name.startswith("dashboard.selection")] == []


def test_nothing_is_imported_in_a_circle() -> None:
    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name in done:
            return
        for other in imported(name) & modules().keys():
            if other not in (name, "parsers"):
                visit(other, (*path, name))
        done.add(name)

    done: set[str] = set()
    for name in modules():
        visit(name, ())


def little_words(name: str) -> set[str]:
    """The little words that a module compares with, keeps together in sets and rows, looks up, or searches for in patterns."""
    found: set[str] = set()
    docstrings = {node.value for node in ast.walk(tree(modules()[name])) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(modules()[name])):
        match node:
            case ast.Compare():
                found |= constants([node.left, *node.comparators])
            case ast.Tuple(elts=parts) | ast.Set(elts=parts) | ast.List(elts=parts) | ast.Dict(values=parts):
                found |= constants(parts)
            case ast.Call(func=ast.Attribute(attr="startswith" | "endswith" | "removesuffix" | "removeprefix"), args=parts):
                found |= constants(parts)
            case ast.Constant(value=str(text)) if "\\" in text and node not in docstrings:
                found |= set(re.findall(r"[a-z]{2,}", re.sub(r"\\p\{\w+\}|\\u[0-9a-f]{4}|\\.|\(\?P<\w+>|\(\?\w\)", " ", text)))
    return {text.strip() for text in found} & LITTLE_WORDS


def constants(nodes: Iterable[ast.expr]) -> set[str]:
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("name", sorted((*of("parsers.mentions"), *of("parsers.observations"))))
def test_no_little_word_of_a_language_stands_in_code(name: str) -> None:
    assert little_words(name) == NAMES_OF_KINDS.get(name, set())


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def test_importing_the_door_is_cheap() -> None:
    heavy = ("pandas", "numpy", "pyarrow", "duckdb", "dash", "plotly", "typer", "rich", "scipy")
    assert run(f"import sys, parsers; print(*[name for name in {heavy} if name in sys.modules])") == ""


def test_nothing_happens_at_import() -> None:
    """No module opens a file of words, codes or figures, or talks to anybody, before it is asked to do something."""
    names = [name for name in modules() if not name.endswith("__main__")]
    watch = f"""
import importlib, sys
from pathlib import Path
def heard(event, given):
    if event == "open" and isinstance(given[0], str) and given[0].endswith((".toml", ".csv", ".json", ".parquet")):
        if Path(given[0]).resolve().is_relative_to({str(ROOT)!r}) and ".venv" not in given[0]:
            print(event, given[0])
    if event in ("socket.connect", "socket.bind", "subprocess.Popen") or (event == "open" and "w" in str(given[1])):
        print(event, given[0])
sys.dont_write_bytecode = True
sys.addaudithook(heard)
for name in {names!r}:
    importlib.import_module(name)
"""
    assert run(watch) == ""


def test_no_module_keeps_state_in_globals() -> None:
    for name, path in modules().items():
        assert not [node for node in ast.walk(tree(path)) if isinstance(node, ast.Global)], name


def test_modules_are_short() -> None:
    files = [*modules().values(), *(ROOT / "data").rglob("*.py")]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    """Functions inside a function, as callbacks are, count for themselves."""
    long = {}
    for path in [*modules().values(), *(ROOT / "data").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and own_lines(node) > LONGEST_FUNCTION:
                long[f"{path.relative_to(ROOT)}:{node.name}"] = own_lines(node)
    assert long == {}


def own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without those of the functions inside it."""
    inner = [
        node for node in ast.walk(function) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node is not function
    ]
    covered = {line for node in inner for line in range(_first(node), (node.end_lineno or 0) + 1)}
    return len(set(range(function.lineno, (function.end_lineno or 0) + 1)) - covered)


def _first(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
