"""The rows themselves, with every column of the table, and the evidence beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import dash_ag_grid as dag
from dash import html

from dashboard import format, ids, misfits, places, sentences, url
from dashboard.elements import element
from dashboard.selection import Controls, Table, count, fitting, left_out
from dashboard.selection.cut import Cut
from dashboard.selection.grid import PAGE, page
from dashboard.selection.rows import listed
from dashboard.views import Shown, View
from dashboard.views.time import nothing
from parsers.tables.schema import COLUMNS

OPENED = (
    "ref_area", "counterpart_area", "trade_flow", "time_period", "obs_value", "unit_measure", "bound", "change_pct", "status",
    "published", "publisher", "sentence",
)  # fmt: skip
WIDTHS = {
    "sentence": 480,
    "paragraph": 480,
    "title": 320,
    "url": 240,
    "obs_value": 150,
    "publisher": 180,
    "known": 280,
    "ref_area": 200,
    "counterpart_area": 200,
}
# No column of the table: it cannot be ordered by, and no file has it.
FITS: dict[str, Any] = {
    "field": "misfit",
    "headerName": "fit",
    "headerTooltip": "What does not fit with other rows",
    "tooltipField": "misfit",
    "valueFormatter": {"function": "tradeproseMisfit(params.value)"},
    "width": 142,
    "sortable": False,
    "filter": False,
}
FILTERS = {"text": "agTextColumnFilter", "flag": "agTextColumnFilter", "date": "agDateColumnFilter"}


def show(table: Table, controls: Controls) -> Shown:
    """A grid that fetches its rows as they are scrolled to."""
    number, said = _extent(table, controls)
    return Shown(
        title=f"{format.counted(number, 'row')} {said}",
        subtitle="Areas, flow and sign stand as the text has them. A click, or Enter, on a row opens its sentence.",
        panel=grid(controls, bool(fitting.misfits(table))) if number else None,
        empty=None if number else nothing(table, controls, left_out(table, controls)),
        notes=_notes(table, controls) if number else [],
    )


def _notes(table: Table, controls: Controls) -> list[Any]:
    """What the rows leave out, with the way to it."""
    if controls.rows == "regions" and controls.left:
        every = url.write(replace(controls, left=""), table)
        return [element("Li", ["Other rows of these regions are not listed: ", sentences.inner("show all", every)])]
    return sentences.notes(table, controls, left_out(table, controls)) if controls.rows == "shown" else []


def _extent(table: Table, controls: Controls) -> tuple[int, str]:
    if controls.rows == "all":
        return table.summary["figures"], "of the whole table"
    about = f"{sentences.whose(controls)} {sentences.toward(controls)}"
    if controls.rows == "regions":
        number = len(listed(table, controls).rows)
        told = f"that {sentences.REASONS[controls.left][number != 1]}:" if controls.left else "of any kind and time about"
        return number, f"{told} {about}"
    return count(table, controls), f"behind the picture of {about}"


def grid(controls: Controls, unfitting: bool) -> html.Div:
    """The grid for a selection; its rows come by ``answer``, with what does not fit where some do not."""
    return html.Div(
        dag.AgGrid(
            id=ids.GRID,
            columnDefs=columns(controls.columns or OPENED, unfitting),
            rowModelType="infinite",
            getRowId="params.data.observation_id",
            defaultColDef={"resizable": True, "sortable": True, "minWidth": 90},
            dashGridOptions={
                "cacheBlockSize": PAGE, "maxBlocksInCache": 20, "infiniteInitialRowCount": 1, "rowHeight": 34, "headerHeight": 36,
                "animateRows": False, "tooltipShowDelay": 300, "suppressCellFocus": False, "enableCellTextSelection": True,
                "theme": {"function": "tradeproseGrid(theme)"},
                # Arrows go from cell to cell; the Tab key leaves, as in any other control.
                "tabToNextCell": {"function": "tradeproseLeave()"}, "tabToNextHeader": {"function": "tradeproseLeave()"},
            },
            style={"height": "600px"},
        ),
        className="grid",
    )  # fmt: skip


def columns(seen: tuple[str, ...], unfitting: bool) -> list[dict[str, Any]]:
    """Every column of the table, those that are seen first and in the order they were asked for.

    What does not fit stands beside the figure, or last of what is seen where no figure is.
    """
    by_name = {column.name: column for column in COLUMNS}
    ordered = [*seen, *(name for name in by_name if name not in seen)]
    found = [_column(by_name[name], seen) for name in ordered]
    at = seen.index("obs_value") + 1 if "obs_value" in seen else len(seen)
    return [*found[:at], FITS, *found[at:]] if unfitting else found


def _column(column: Any, seen: tuple[str, ...]) -> dict[str, Any]:
    numeric = column.kind in ("number", "integer")
    return {
        "field": column.name,
        "headerName": column.name,
        "hide": column.name not in seen,
        "headerTooltip": column.meaning,
        "tooltipField": column.name,
        "width": WIDTHS.get(column.name, 130),
        "filter": FILTERS.get(column.kind, "agNumberColumnFilter"),
        **({"type": "rightAligned", "valueFormatter": {"function": "tradeproseNumber(params.value)"}} if numeric else {}),
    }


def answer(table: Table, controls: Controls, request: dict[str, Any]) -> dict[str, Any]:
    """The rows that the grid asked for, with names beside the codes of areas, and their number."""
    found, total = page(table, controls, request)
    for name in ("published", "period_start", "period_end", "base_start", "base_end"):
        found[name] = found[name].dt.strftime("%Y-%m-%d")
    for name in ("ref_area", "counterpart_area"):
        found[name] = found[name].map(lambda code: f"{code}  {places.name(code)}", na_action="ignore")
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    flags = misfits.of_rows(table, ((row["observation_id"], row["unit_measure"]) for row in rows))
    return {"rowData": [row | {"misfit": flags.get(row["observation_id"])} for row in rows], "rowCount": total}


def behind(table: Table, controls: Controls) -> Cut | None:
    """The rows of the grid, None for all of the table."""
    return None if controls.rows == "all" else listed(table, controls)


VIEW = View("table", "Table", "b", 2, show, behind)
