"""Files that the page gives: what is shown and everything, as CSV for spreadsheets, with its byte-order mark."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from dashboard.selection import Controls, Table, everything, select
from dashboard.selection.cut import Cut
from dashboard.selection.transform import shown_values
from dashboard.views import views

if TYPE_CHECKING:
    import pandas as pd


def shown_csv(table: Table, controls: Controls) -> tuple[str, bytes]:
    """Name and content of the rows on show: the table's columns, and behind them what the page makes of each."""
    return _name(controls), as_csv(shown(table, controls))


def shown(table: Table, controls: Controls) -> pd.DataFrame:
    """The rows that the view shows, with what the page makes of each; those of the whole table without it."""
    found = rows(table, controls)
    return everything(table) if found is None else shown_values(table, controls, select(table, controls, cut=found), found)


def rows(table: Table, controls: Controls) -> Cut | None:
    """The rows that the view shows, None for those of the whole table."""
    return table.lately(views()[controls.view].rows, controls)


def number(table: Table, controls: Controls) -> int:
    """How many rows the file of the view has."""
    found = rows(table, controls)
    return table.summary["figures"] if found is None else len(found.rows)


def everything_csv(table: Table) -> tuple[str, bytes]:
    """Name and content of the whole table."""
    return "tradeprose-everything.csv", as_csv(everything(table))


def as_csv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with its mark, dates as ISO 8601, free text that no spreadsheet takes for a formula."""
    from parsers.tables.guard import guarded

    text = guarded(frame).to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n")
    return BOM_UTF8 + text.encode()


def _name(controls: Controls) -> str:
    return f"tradeprose-{controls.reporter}-{controls.flow}-{controls.view}.csv".lower()
