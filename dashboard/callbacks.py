"""What answers to what: read the address, select, draw. The browser's own part is in assets/tradeprose.js."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update

from dashboard import evidence, files, format, ids, sentences, url
from dashboard.controls import CONTROLS, foreign_words, region_list, settlement, whose_regions
from dashboard.layout import counts
from dashboard.selection import Controls, Shelf, Table
from dashboard.views import Shown, views
from dashboard.views import table as grid


def register(app: Dash, shelf: Shelf) -> None:
    """Wire the page of ``app`` to the table on the shelf."""
    _browser(app)
    for wire in (_drawing, _settling, _evidence, _filling, _downloading):
        wire(app, shelf)


def _settling(app: Dash, shelf: Shelf) -> None:
    """What the controls show for a view."""

    @app.callback(
        Output(ids.SETTLED, "data"),
        Output(ids.REGIONS, "data"),
        Output(ids.REGIONS_OF, "data"),
        Output(ids.COUNTS, "children"),
        Output(ids.FOLD_BUTTON, "children"),
        Input(ids.VIEW, "data"),
        State(ids.REGIONS_OF, "data"),
        prevent_initial_call=True,
    )
    def settle(search: str, offered: str) -> tuple[Any, ...]:
        table = shelf.table()
        controls, _ = url.read(search, table, tuple(views()))
        wanted = whose_regions(table, controls.reporter)
        regions = (no_update, no_update) if offered == wanted else (region_list(table, controls.reporter), wanted)
        return settlement(table, controls), *regions, counts(table), sentences.folded(controls)

    @app.callback(Output(ids.NAMES, "data"), Input(ids.NAMES_ASKED, "data"), State(ids.VIEW, "data"), prevent_initial_call=True)
    def name(_asked: int, search: str) -> dict[str, str]:
        table = shelf.table()
        controls, _ = url.read(search or "", table, tuple(views()))
        return foreign_words(table, controls.reporter)


def _drawing(app: Dash, shelf: Shelf) -> None:
    """The view itself: its picture, words and table."""

    @app.callback(
        Output(ids.TABS, "children"),
        Output(ids.COMPLAINTS, "children"),
        Output(ids.MAIN, "className"),
        Output(ids.TITLE, "children"),
        Output(ids.SUBTITLE, "children"),
        Output(ids.FIGURE, "data"),
        Output(ids.PANEL, "children"),
        Output(ids.EMPTY, "children"),
        Output(ids.LEGEND, "children"),
        Output(ids.NOTES, "children"),
        Output(ids.SOURCES, "children"),
        Output(ids.FIGURES_TABLE, "data"),
        Output(ids.SHOWN_CSV, "children"),
        Output(ids.ALL_CSV, "children"),
        Input(ids.VIEW, "data"),
        prevent_initial_call=True,
    )
    def draw(search: str) -> tuple[Any, ...]:
        table = shelf.table()
        controls, complaints = url.read(search, table, tuple(views()))
        return framed(table, controls, complaints, views()[controls.view].show(table, controls))


def _evidence(app: Dash, shelf: Shelf) -> None:
    """The sentence behind a point or row."""

    @app.callback(
        Output(ids.EVIDENCE, "children"),
        Input(ids.OPENED, "data"),
        Input(ids.VIEW, "data"),
        prevent_initial_call=True,
    )
    def open_evidence(observation_id: str, search: str) -> Any:
        if not observation_id and ctx.triggered_id == ids.VIEW:
            return no_update
        table = shelf.table()
        controls, _ = url.read(search or "", table, tuple(views()))
        return evidence.panel(table, controls, observation_id) if observation_id else []

    @app.callback(Output(ids.MISFITS, "children"), Input(ids.CHECKED, "data"))
    def check(observation_id: str) -> Any:
        return evidence.unfitting_of(shelf.table(), observation_id)


def _filling(app: Dash, shelf: Shelf) -> None:
    """Rows of the grid as it asks for them."""

    @app.callback(
        Output(ids.GRID, "getRowsResponse"),
        Input(ids.GRID, "getRowsRequest"),
        State(ids.VIEW, "data"),
        prevent_initial_call=True,
    )
    def fill_grid(request: dict[str, Any] | None, search: str) -> Any:
        if not request:
            return no_update
        shelved = shelf.table()
        controls, _ = url.read(search or "", shelved, tuple(views()))
        return grid.answer(shelved, controls, request)


def _downloading(app: Dash, shelf: Shelf) -> None:
    """The two CSV files."""

    @app.callback(
        Output(ids.DOWNLOAD, "data"),
        Input(ids.SHOWN_CSV, "n_clicks"),
        Input(ids.ALL_CSV, "n_clicks"),
        State(ids.VIEW, "data"),
        prevent_initial_call=True,
    )
    def download(_shown: int, _all: int, search: str) -> Any:
        shelved = shelf.table()
        controls, _ = url.read(search or "", shelved, tuple(views()))
        everything_asked = ctx.triggered_id == ids.ALL_CSV
        name, content = files.everything_csv(shelved) if everything_asked else files.shown_csv(shelved, controls)
        return dcc.send_bytes(content, name, type="text/csv")


def framed(table: Table, controls: Controls, complaints: list[str], shown: Shown) -> tuple[Any, ...]:
    """A view's words and pictures in the order of the frame's outputs."""
    publishers = format.listed(list(shown.publishers[:6])) + (
        f" and {len(shown.publishers) - 6} more" if len(shown.publishers) > 6 else ""
    )
    return (
        tabs(table, controls),
        [html.P(complaint) for complaint in complaints],
        f"view view-{controls.view}{' with-panels' if controls.panels else ''}",
        shown.title[:1].upper() + shown.title[1:],
        shown.subtitle,
        shown.figure,
        shown.panel,
        shown.empty,
        shown.legend,
        [*shown.notes, *sentences.preferred(table, controls), *sentences.uncomputed(table, controls)],
        f"Sources: {publishers}" if publishers else "",
        shown.texts.as_dict() if shown.texts else None,
        f"CSV, {format.counted(files.number(table, controls), 'row')}",
        f"Everything, {format.counted(table.summary['figures'], 'row')}",
    )


def tabs(table: Table, controls: Controls) -> list[dict[str, Any]]:
    """A link to each view with the same selection."""
    addresses = url.of_views(replace(controls, chart="", left=""), table, tuple(views()))
    return [
        sentences.inner(
            view.label,
            addresses[view.id],
            className="view-link",
            **{"data-key": view.key},
            **({"aria-current": "page"} if view.id == controls.view else {}),
        )
        for view in views().values()
    ]


def _browser(app: Dash) -> None:
    """What needs no server: the address, the theme, the keys."""

    def local(name: str, *arguments: Any, **more: Any) -> None:
        app.clientside_callback(ClientsideFunction("tradeprose", name), *arguments, **more)

    local(
        "split", Output(ids.VIEW, "data"), Output(ids.OPENED, "data"),
        Input(ids.LOCATION, "search"), State(ids.VIEW, "data"), State(ids.OPENED, "data"),
    )  # fmt: skip
    # Dash calls nothing whose inputs are only partly on the page: what is folded away is heard by itself.
    for folded in (False, True):
        heard = (Input(control.id, control.prop) for control in CONTROLS if control.folded == folded)
        local("write", *heard, State(ids.SETTLED, "data"), prevent_initial_call=True)
    local("unfold", Output(ids.MORE, "children"), Input(ids.UNFOLDED, "data"), State(ids.FOLDED, "data"),
          State(ids.FIRST, "data"), prevent_initial_call=True)  # fmt: skip
    local("dress", Output(ids.GRAPH_BOX, "children"), Output(ids.GRAPH_BOX, "hidden"),
          Input(ids.FIGURE, "data"), Input(ids.PROVIDER, "forceColorScheme"), State(ids.THEME, "data"))  # fmt: skip
    local("adopt", Input(ids.SETTLED, "data"), State(ids.FIRST, "data"))
    local("list", Input(ids.REGIONS, "data"), Input(ids.SETTLED, "data"))
    local("name", Input(ids.NAMES, "data"))
    local("click", Output(ids.GRAPH, "clickData"), Input(ids.GRAPH, "clickData"), prevent_initial_call=True)
    local("keys", Input(ids.KEYS, "checked"))
    local("aside", Output(ids.EVIDENCE, "hidden"), Input(ids.EVIDENCE, "children"), State(ids.OPENED, "data"))
    local("texts", Output(ids.TEXT_TABLE, "children"), Output(ids.TEXT_TABLE_SUMMARY, "children"),
          Input(ids.FIGURES_TABLE, "data"), Input(ids.TEXT_TABLE_SUMMARY, "n_clicks"))  # fmt: skip
    local("scheme", Output(ids.PROVIDER, "forceColorScheme"), Input(ids.THEME_BUTTON, "n_clicks"))
    local("help", Output(ids.HELP, "opened"), Input(ids.HELP_BUTTON, "n_clicks"), prevent_initial_call=True)
