"""The page: a header, the controls, the view with its frame, the evidence beside it."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import controls as panel
from dashboard import exports, format, ids, mark_key, theme
from dashboard.charts import of_view
from dashboard.controls import MEASURE_LABELS
from dashboard.selection import Table
from dashboard.selection.catalogue import default_controls
from dashboard.views import map as atlas
from dashboard.views import read, views
from dashboard.views.table import OPENED
from parsers.tables.schema import NAMES

KEYS = (
    ("/", "search a region"),
    ("↑ ↓", "through the list of regions"),
    ("← → ↑ ↓", "through the cells of the table; Enter opens the sentence, Tab leaves"),
    ("l", "logarithmic scale"),
    ("p", "one picture for each region"),
    ("d", "download what is shown as CSV"),
    ("m", "light or dark"),
    ("r", "reset the view"),
    ("Esc", "close the evidence"),
    ("?", "this help"),
)
CLOSES = {"data-close-help": "yes", "aria-label": "Close help"}
ROW_LABELS = {"shown": "Behind the picture", "regions": "These regions", "all": "Whole table"}
MANTINE = {
    "fontFamily": theme.FONT,
    "primaryColor": "tradeprose",
    "colors": {
        "tradeprose": [
            "#eaf1fb", "#d3e2f7", "#a6c4f0", "#7fb0ff", "#5b92dd", "#3d78cf", "#1f5fbf", "#1a52a6", "#15448a", "#10366e",
        ],
    },
    "primaryShade": {"light": 6, "dark": 3},
    "defaultRadius": 6,
    "cursorType": "pointer",
    "respectReducedMotion": True,
    "autoContrast": True,
}  # fmt: skip


def page(table: Table) -> dmc.MantineProvider:
    """The whole page for a table, before the address has been read."""
    start = default_controls(table)
    return dmc.MantineProvider(
        [
            dcc.Location(id=ids.LOCATION, refresh=False),
            *(dcc.Store(id=store) for store in (ids.VIEW, ids.OPENED, ids.SETTLED, ids.FIGURE, ids.FIGURES_TABLE)),
            *(dcc.Store(id=store) for store in (ids.NAMES_ASKED, ids.NAMES)),
            dcc.Store(id=ids.FIRST, data=panel.settlement(table, start)),
            dcc.Store(id=ids.REGIONS_OF, data=panel.whose_regions(table, start.reporter)),
            dcc.Store(id=ids.REGIONS, data=panel.region_list(table, start.reporter)),
            dcc.Store(id=ids.THEME, data=theme.palette()),
            dcc.Download(id=ids.DOWNLOAD),
            html.A("Skip to the figures", href=f"#{ids.MAIN}", className="skip"),
            _header(table),
            html.Div(
                [
                    html.Aside(
                        [
                            html.Button("Filters", id=ids.FOLD_BUTTON, className="fold", **{"aria-expanded": "false"}),
                            panel.panel(table, start),
                        ],
                        className="controls", **{"aria-label": "What to show"},
                    ),
                    html.Main(_frame(table), id=ids.MAIN, className="view", tabIndex=-1),
                    html.Aside(id=ids.EVIDENCE, className="evidence", hidden=True, **{"aria-label": "Evidence"}),
                ],
                className="page",
            ),
            _help(),
        ],
        id=ids.PROVIDER,
        theme=MANTINE,
        forceColorScheme="light",
    )  # fmt: skip


def _header(table: Table) -> html.Header:
    return html.Header(
        [
            html.H1("tradeprose"),
            html.P("Trade told in prose, figure by figure", className="tagline"),
            html.P(counts(table), id=ids.COUNTS, className="counts"),
            html.Button("?", id=ids.HELP_BUTTON, className="icon", title="Help and keys", **{"aria-label": "Help and keys"}),
            html.Button("☾", id=ids.THEME_BUTTON, className="icon", title="Light or dark", **{"aria-label": "Light or dark"}),
        ],
        className="header",
    )


def counts(table: Table) -> str:
    """What the table holds: '312 figures · 206 articles · 38 regions · 2001-2025'."""
    summary = table.summary
    parts = [
        format.counted(summary["figures"], "figure"),
        format.counted(summary["articles"], "article"),
        format.counted(summary["areas"], "area"),
    ]
    if summary["first"] is not None:
        parts.append(f"{summary['first']}-{summary['last']}")
    return " · ".join(parts)


def _frame(table: Table) -> list[Any]:
    return [
        html.Nav(id=ids.TABS, className="views", **{"aria-label": "Views"}),
        html.Div(id=ids.COMPLAINTS, className="complaints", role="status"),
        html.Div(id=ids.TROUBLE, className="complaints trouble", role="alert", hidden=True),
        html.P("Working …", className="busy", **{"aria-hidden": "true"}),
        html.Div(
            [
                html.Div([html.H2(id=ids.TITLE), html.P(id=ids.SUBTITLE, className="subtitle")], **{"aria-live": "polite"}),
                _options(table),
                html.Div(id=ids.LEGEND, className="legend"),
                html.Div(id=ids.EMPTY, className="empty"),
                html.Div(
                    # The graph itself comes with its first figure: an empty one would be drawn for nothing.
                    id=ids.GRAPH_BOX, className="graph", hidden=True, role="group", **{"aria-labelledby": ids.TITLE},
                ),
                html.Div(id=ids.PANEL, className="panel"),
                read.form(),
                html.Ul(id=ids.NOTES, className="notes"),
                html.Div(
                    [html.P(id=ids.SOURCES, className="sources"), _exports()],
                    className="foot",
                ),
            ],
            className="card",
        ),
        html.Details(
            [html.Summary(id=ids.TEXT_TABLE_SUMMARY, n_clicks=0), html.Div(id=ids.TEXT_TABLE, className="text-table")],
            className="texts",
        ),
    ]  # fmt: skip


def _options(table: Table) -> html.Div:
    return html.Div(
        [
            html.Div(
                [
                    dmc.Select(
                        id=ids.MEASURE, data=[{"value": key, "label": words} for key, words in MEASURE_LABELS.items()],
                        value="level", allowDeselect=False, size="xs", comboboxProps=panel.WITHIN, **{"aria-label": "Show"},
                    ),
                    dmc.Switch(id=ids.LOG, label="Log scale", size="xs"),
                    dmc.Switch(id=ids.PANELS, label="One picture each", size="xs"),
                    dmc.Switch(id=ids.ALIGNED, label="Align scales", size="xs", checked=True),
                ],
                className="only only-time",
            ),
            html.Div(
                dmc.SegmentedControl(
                    id=ids.CHART, data=[{"value": chart.id, "label": chart.title} for chart in of_view("compare")],
                    value=of_view("compare")[0].id, size="xs", transitionDuration=0, **{"aria-label": "Chart"},
                ),
                className="only only-compare",
            ),
            html.Div(
                [
                    dmc.SegmentedControl(
                        id=ids.ROWS, data=[{"value": code, "label": words} for code, words in ROW_LABELS.items()], value="shown",
                        size="xs", transitionDuration=0, **{"aria-label": "Rows"},
                    ),
                    dmc.MultiSelect(
                        id=ids.COLUMNS, data=list(NAMES), value=list(OPENED), searchable=True, openOnFocus=False,
                        size="xs", className="columns",
                        comboboxProps=panel.WITHIN, hidePickedOptions=False, placeholder="Columns", **{"aria-label": "Columns"},
                    ),
                ],
                className="only only-table",
            ),
            html.Div(atlas.fields(table, default_controls(table)), className="only only-map"),
        ],
        className="options",
    )  # fmt: skip


def _exports() -> html.Div:
    return html.Div(
        [
            dmc.Button("CSV", id=ids.SHOWN_CSV, variant="default", size="xs"),
            dmc.Button("Everything", id=ids.ALL_CSV, variant="default", size="xs"),
            dmc.Button("Copy link", id=ids.COPY_LINK, variant="default", size="xs", **{"data-copy": ""}),
            dmc.Button("Copy citation", variant="default", size="xs", **{"data-cite": ""}),
            *exports.buttons(),
        ],
        className="exports",
    )


def _help() -> dmc.Modal:
    keys = [(view.key, f"view: {view.label}") for view in views().values()] + list(KEYS)
    return dmc.Modal(
        [
            html.Div(
                [html.H2("Help and keys"), html.Button("×", className="icon", title="Close", **CLOSES)], className="help-head"
            ),
            html.P(
                "Every figure was told by an article in a sentence, or is computed from such figures and then says so. Click a "
                "point, or a row's button in the table of figures, and the sentence opens with its amount, period, change and "
                "areas marked."
            ),
            html.H3(mark_key.TITLE),
            mark_key.marks(),
            html.Table(
                [
                    html.Caption("Keys"),
                    html.Tbody([html.Tr([html.Th(html.Kbd(key), scope="row"), html.Td(words)]) for key, words in keys]),
                ],
                className="keys",
            ),
            dmc.Switch(id=ids.KEYS, label="Single keys work on this page", checked=True, persistence=True),
        ],
        id=ids.HELP,
        className="help",
        size="lg",
        withCloseButton=False,
        transitionProps={"duration": 0},
        # The dialog is named by its title; its own header would be a second banner of the page.
        title="Help and keys",
        styles={"header": {"display": "none"}, "content": {"background": "var(--paper)"}},
    )
