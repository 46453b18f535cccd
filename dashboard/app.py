"""The dashboard as a Dash application over one table."""

from __future__ import annotations

import os

import pandas as pd
from dash import Dash

from dashboard import callbacks, layout, serving
from dashboard.selection import Shelf

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
    app.layout = lambda: layout.page(shelf.table())
    callbacks.register(app, shelf)
    serving.harden(app)
    return app
