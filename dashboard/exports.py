"""Files in the formats of others, at `/files/shown.xlsx?...` and `/files/everything.parquet`, and the buttons that ask for them.

The address takes the parameters of the page. What is shown carries, behind the table's own columns, what the page makes of each
row, in the formats that have room for it; SDMX-CSV and the data package hold the table's columns alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dash import html
from flask import Flask, Response, request, send_file

from dashboard import files, url
from dashboard.selection import Controls, Shelf, Table, everything
from dashboard.views import views
from parsers.tables.schema import NAMES

if TYPE_CHECKING:
    import pandas as pd

XLSX_ROWS = 100_000
# A cell of a sheet holds no longer text.
XLSX_TEXT = 32_767
SCOPES = ("shown", "everything")


@dataclass(frozen=True, slots=True)
class Form:
    """One format: the ending in the address, its name on the button, the media type, what writes a frame with extra columns."""

    ending: str
    label: str
    mime: str
    wide: Callable[[pd.DataFrame, Path], None] | None = None


def _sheet(rows: pd.DataFrame, path: Path) -> None:
    import pandas as pd

    texts = {name: rows[name].str.slice(0, XLSX_TEXT) for name in rows.columns if pd.api.types.is_string_dtype(rows[name])}
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(path, engine="xlsxwriter", engine_kwargs={"options": options}, datetime_format="yyyy-mm-dd") as book:
        rows.assign(**texts).to_excel(book, sheet_name="observations", index=False, freeze_panes=(1, 1))


def _parquet(rows: pd.DataFrame, path: Path) -> None:
    rows.to_parquet(path, index=False)


FORMS = {
    "xlsx": Form("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _sheet),
    "parquet": Form("parquet", "Parquet", "application/vnd.apache.parquet", _parquet),
    "sdmx-csv": Form("sdmx.csv", "SDMX-CSV", "application/vnd.sdmx.data+csv"),
    "datapackage": Form("zip", "Data package", "application/zip"),
    "json": Form("json", "JSON", "application/json"),
}
ENDINGS = {form.ending: name for name, form in FORMS.items()}


class TooLargeError(ValueError):
    """A format cannot hold so many rows; the message says which one can."""


def register(server: Flask, shelf: Shelf) -> None:
    """Add the addresses of the files to the server."""

    @server.get("/files/<any(shown, everything):scope>.<path:ending>")
    def file(scope: str, ending: str) -> Response:
        if ending not in ENDINGS:
            return _refused(404, f"There is no file of that kind; there are {', '.join(ENDINGS)}.")
        table = shelf.table()
        controls, complaints = url.read(request.query_string.decode(errors="replace"), table, tuple(views()))
        if complaints:
            return _refused(400, " ".join(complaints))
        try:
            return _sent(table, controls if scope == "shown" else None, ENDINGS[ending])
        except TooLargeError as error:
            return _refused(413, str(error))


def _refused(status: int, words: str) -> Response:
    return Response(words, status, mimetype="text/plain")


def _sent(table: Table, controls: Controls | None, form: str) -> Response:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name(controls)}.{FORMS[form].ending}"
        put(table, controls, form, path)
        # The open file outlives its folder, and goes when the answer has been sent.
        return send_file(path.open("rb"), FORMS[form].mime, as_attachment=True, download_name=path.name)


def name(controls: Controls | None) -> str:
    """The file's stem: whose trade, which flow and view; or everything."""
    return f"tradeprose-{controls.reporter}-{controls.flow}-{controls.view}".lower() if controls else "tradeprose-everything"


def put(table: Table, controls: Controls | None, form: str, path: Path) -> None:
    """Write what is shown with `controls`, everything if None, in one of FORMS; TooLargeError for a sheet that would burst."""
    from parsers.tables.columns import typed
    from parsers.tables.exports import write

    whole = controls is None or files.rows(table, controls) is None
    if whole and form == "parquet":
        quoted = str(path).replace("'", "''")
        table.rows(f"COPY (SELECT {', '.join(NAMES)} FROM observations ORDER BY row) TO '{quoted}' (FORMAT parquet)")
        return
    rows = everything(table) if controls is None or whole else files.shown(table, controls)
    if form == "xlsx" and len(rows) > XLSX_ROWS:
        raise TooLargeError(f"A sheet with {len(rows):,} rows is more than most programs open: take CSV or Parquet.")
    wide = FORMS[form].wide
    plain = typed(rows)
    if wide is None or whole:
        write(plain, form, path)
    else:
        wide(plain.join(rows.drop(columns=list(NAMES))), path)


def buttons() -> list[Any]:
    """The menus beside the CSV buttons: other files, pictures, and a frame for a page of one's own; see assets/exports.js."""
    pictures = [_item(kind.upper(), **{"data-picture": kind}) for kind in ("png", "svg")]
    frame = _item("Copy a frame for another page", **{"data-frame": ""})
    return [
        _menu("More files", [part for scope in SCOPES for part in _files(scope)]),
        _menu("Picture", [*pictures, frame]),
        html.A("See it whole in tradeprose", href="/", target="_blank", className="whole"),
    ]


def _files(scope: str) -> list[Any]:
    label = html.Span("What is shown" if scope == "shown" else "Everything", **{"data-rows-of": scope})
    items = [_item(form.label, **{"data-file": f"/files/{scope}.{form.ending}"}) for form in FORMS.values()]
    return [html.P(label, className="menu-label"), *items]


def _item(label: str, **more: Any) -> html.Button:
    return html.Button(label, className="menu-item", **more)


def _menu(label: str, items: list[Any]) -> html.Details:
    return html.Details([html.Summary(label), html.Div(items, className="menu-items")], className="menu")
