"""How the server starts: the page's first byte waits for no table and for no library that it does not need."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.selection import Shelf
from dashboard.selection.table import BrokenTableError, Table
from dashboard.server import Turns
from tests.small_table import table, year

LATE = "from dashboard.components import import_late; import_late()"
ROOT = Path(__file__).parents[1]
HEAVY = ("pandas", "pyarrow", "duckdb", "plotly", "dash_mantine_components.AreaChart", "dash.dash_table.DataTable")


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_what_the_first_byte_does_not_need_is_not_imported() -> None:
    code = f"""
import sys
from dashboard.components import import_late
import_late()
import dashboard.app
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""
    assert run(code).strip() == ""


PAGE = """
import json, re
{late}
from dashboard.app import create_app
from tests.small_table import table, year
client = create_app(table(year(2016, 90e6), year(2017, 96e6))).server.test_client()
index, layout = client.get("/").get_data(as_text=True), client.get("/_dash-layout").get_json()
config = json.loads(re.search('type="application/json">(.*?)</script>', index)[1])
print(json.dumps([re.findall('src="([^"]*)"', index), layout, config["children_props"]]))
"""


def kinds(part: object) -> set[tuple[str, str]]:
    """Library and name of every component in a layout."""
    if isinstance(part, list):
        return set().union(*map(kinds, part))
    if not isinstance(part, dict):
        return set()
    own = {(part["namespace"], part["type"])} if {"namespace", "type", "props"} <= part.keys() else set()
    return own.union(*map(kinds, part.values()))


def test_late_components_are_the_same_page() -> None:
    """The same scripts and components, and for each the same properties that hold others: without these no label shows."""
    late, usual = (json.loads(run(PAGE.replace("{late}", how))) for how in (LATE, ""))
    assert late[:2] == usual[:2]
    assert ("dash_mantine_components", "CheckboxGroup") in kinds(late[1])
    for library, name in kinds(late[1]):
        assert late[2].get(library, {}).get(name, []) == usual[2][library][name], name


def test_an_unknown_component_is_still_unknown() -> None:
    code = """
from dashboard.components import import_late
import_late()
from dash import dcc, html
assert html.Div is html.Div and dcc.Store(id="a").to_plotly_json()["type"] == "Store"
for library in (html, dcc):
    try:
        library.Nonesuch
    except AttributeError as error:
        print(error)
"""
    assert run(code).count("has no attribute 'Nonesuch'") == 2


def test_the_first_page_waits_for_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Shelf] = []

    def never(shelf: Shelf) -> Table:
        asked.append(shelf)
        raise BrokenTableError("this table cannot be read: not yet")

    monkeypatch.setattr(Shelf, "table", never)
    client = create_app(table(year(2017, 96e6))).server.test_client()
    before = len(asked)
    assert client.get("/").status_code == 200
    assert len(asked) == before
    assert "There is nothing to show: this table cannot be read: not yet" in client.get("/_dash-layout").get_data(as_text=True)


def test_a_missing_file_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no table at"):
        create_app(tmp_path / "none.parquet")


def test_a_cell_that_is_no_number_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.csv"
    table(year(2017, 96e6)).astype({"obs_value": "object"}).assign(obs_value="many").to_csv(path, index=False)
    with pytest.raises(BrokenTableError, match="many"):
        Shelf(path).table()


def test_workers_open_the_table_one_after_the_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first one serves while it opens; the second one begins when the first is done, and serves when it is done itself."""
    path = tmp_path / "table.csv"
    table(year(2017, 96e6)).to_csv(path, index=False)
    steps: list[str] = []
    hold = threading.Event()
    load = Shelf.table

    def slow(shelf: Shelf) -> Table:
        steps.append("opens")
        hold.wait(10)
        found = load(shelf)
        steps.append("opened")
        return found

    monkeypatch.setattr(Shelf, "table", slow)
    monkeypatch.setattr("dashboard.app.misfits", lambda opened: {})
    turns = Turns()
    turns.app(path)
    assert "opened" not in steps
    second = threading.Thread(target=lambda: steps.append("serves" if turns.app(path) else ""))
    second.start()
    second.join(0.3)
    assert steps == ["opens"]
    hold.set()
    second.join(20)
    assert steps[-1] == "serves"
    assert steps.count("opened") >= 2
