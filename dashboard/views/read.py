"""Read a text of one's own: paste it or choose files."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.selection import Controls, Table
from dashboard.views import Shown, View

EXAMPLE = (
    "Brest, 12 February 2018. Trade between Belarus and Kaluga Oblast came to $412 million in 2017, up 18.5% on the year "
    "before. Belarusian exports to the region made up more than $250 million. In January-March 2018 the turnover is expected "
    "to grow by a tenth."
)


def show(table: Table, controls: Controls) -> Shown:
    """The words above the form, which stands in the page all the time, so that a text outlives a look at another view."""
    return Shown(
        title="Read a text of your own",
        subtitle="Every amount, period, change and area is marked, every row says how it is known. Nothing is stored.",
    )


def form() -> html.Div:
    """The text, what is known of it, the buttons, and room for what is read."""
    return html.Div([_fields(), html.Div(id=ids.READ_RESULT, **{"aria-live": "polite"})], className="only only-read")


def _fields() -> html.Div:
    return html.Div(
        [
            dmc.Textarea(
                id=ids.READ_TEXT, label="Text", placeholder="Paste an article, or drop files here", minRows=6, maxRows=18,
                autosize=True,
            ),
            html.Div(
                [
                    dmc.TextInput(id=ids.READ_DAY, label="Published on", placeholder="2017-12-05", value=""),
                    dmc.TextInput(id=ids.READ_PUBLISHER, label="Publisher", placeholder="BelTA", value=""),
                    html.Div(
                        [
                            dmc.Button("Choose files", variant="default", size="sm", **{"data-choose": ""}),
                            dmc.Button("Try an example", variant="default", size="sm", **{"data-example": EXAMPLE}),
                            dmc.Button("Read", id=ids.READ_BUTTON, size="sm", n_clicks=0),
                            dmc.Button("CSV", id=ids.READ_CSV, variant="default", size="sm", disabled=True, n_clicks=0),
                        ],
                        className="read-buttons",
                    ),
                ],
                className="read-more",
            ),
            html.Div(id="read-names", className="read-names", role="status"),
            dcc.Store(id=ids.READ_FILES),
        ],
        className="read-form",
    )  # fmt: skip


VIEW = View("read", "Read", "a", 6, show)
