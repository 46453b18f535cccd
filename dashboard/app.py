"""The dashboard as a Dash application over one table."""

from __future__ import annotations

import os

import pandas as pd
from dash import Dash, html

from dashboard import api, callbacks, exports, layout, reading, serving
from dashboard.selection import Shelf
from dashboard.selection.catalogue import default_controls
from dashboard.views.table import grid

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


def create_app(table: str | os.PathLike[str] | pd.DataFrame) -> Dash:
    """The page over a table: a Parquet or CSV file, or a frame with the columns of ``parsers.tables.schema``.

    A file that is replaced is opened anew. Raises OSError where the file is missing.
    """
    shelf = Shelf(table)
    app = Dash(__name__, title="tradeprose", update_title=None, index_string=INDEX, assets_folder="assets")
    app.validation_layout = html.Div([layout.page(shelf.table()), grid(default_controls(shelf.table()))])
    app.layout = lambda: layout.page(shelf.table())
    callbacks.register(app, shelf)
    reading.register(app)
    api.register(app.server, shelf)
    exports.register(app.server, shelf)
    serving.harden(app)
    return app
