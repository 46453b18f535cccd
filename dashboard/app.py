"""The dashboard as a Dash application over one table."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import Dash, html

from dashboard import api, callbacks, exports, layout, reading, serving
from dashboard.components import MANTINE
from dashboard.selection import Shelf
from dashboard.selection.catalogue import default_controls
from dashboard.selection.fitting import misfits
from dashboard.selection.table import BrokenTableError

if TYPE_CHECKING:
    import pandas as pd

LOG = logging.getLogger(__name__)

INDEX = """<!DOCTYPE html>
<html lang="en">
    <head>
        {%metas%}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{%title%}</title>
        {%favicon%}
        {%css%}
    </head>
    <body>
        {%app_entry%}
        <footer>{%config%}{%scripts%}{%renderer%}</footer>
    </body>
</html>"""


def create_app(table: str | os.PathLike[str] | pd.DataFrame, opened: Callable[[], object] = bool) -> Dash:
    """The page over a table: a Parquet or CSV file, or a frame with the columns of ``parsers.tables.schema``.

    The table is opened beside, while the page's scripts already travel, and ``opened`` called when it is; a file that is replaced
    is opened anew. Raises OSError where the file is missing.
    """
    shelf = Shelf(table)
    app = Dash(
        __name__, title="tradeprose", update_title=None, index_string=INDEX, assets_folder="assets",
        suppress_callback_exceptions=True,
    )  # fmt: skip
    callbacks.register(app, shelf)
    reading.register(app)
    api.register(app.server, shelf)
    exports.register(app.server, shelf)
    serving.harden(app)
    _settle(app)
    app.layout = lambda: _page(shelf)
    Thread(target=_open, args=(shelf, opened), daemon=True).start()
    return app


def _settle(app: Dash) -> None:
    """Let Dash look at itself, which it does on a first request, before its layout needs the table.

    The libraries that it finds components of are those whose scripts the page will load, and only of components that are
    imported by then the page knows which properties hold others.
    """
    for name in MANTINE:
        getattr(dmc, name)
    app.layout = dmc.MantineProvider(html.Div())
    app.server.test_client().get("/")


def _open(shelf: Shelf, opened: Callable[[], object]) -> None:
    """Have the table, where the page opens, and what writes the first answer at hand before they are asked for."""
    # Dash imports it with the first answer to a callback.
    import_module("plotly.io.json")
    try:
        default_controls(shelf.table())
        misfits(shelf.table())
    except BrokenTableError as error:
        LOG.error("%s", error)
    finally:
        opened()


def _page(shelf: Shelf) -> Any:
    try:
        return layout.page(shelf.table())
    except BrokenTableError as error:
        return html.Main(html.P(f"There is nothing to show: {error}"), className="broken")
