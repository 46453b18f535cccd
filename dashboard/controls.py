"""The controls of the page: what they look like, and what they hold for a view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import format, ids, places, url
from dashboard.charts import of_view
from dashboard.selection import FLOWS, STATUSES, Controls, Table, spans
from dashboard.selection.catalogue import Choice, counted, default_controls, reporters, year_ends
from dashboard.views import map as atlas
from dashboard.views.table import OPENED

FLOW_LABELS = {"turnover": "Turnover", "exports": "Exports", "imports": "Imports", "balance": "Balance"}
MEASURE_LABELS = {
    "level": "Amounts",
    "index": "Index, first figure = 100",
    "growth": "Change on the year before",
    "share": "Share of all its trade",
    "monthly": "Average per month",
}


@dataclass(frozen=True, slots=True)
class Control:
    """One control: the component, the property that holds its value, and the value and choices for a view.

    ``folded`` ones are made when their fold is first opened.
    """

    id: str
    value: Callable[[Table, Controls], Any]
    prop: str = "value"
    data: Callable[[Table, Controls], Any] | None = None
    folded: bool = False


def _options(choices: tuple[Choice, ...], label: Callable[[str], str], kept: str) -> list[dict[str, str]]:
    options = [{"value": c.code, "label": f"{label(c.code)} · {c.figures:,}"} for c in choices]
    missing = kept and kept not in {choice.code for choice in choices}
    return options + ([{"value": kept, "label": f"{label(kept)} · 0"}] if missing else [])


def _reporter_options(table: Table, controls: Controls) -> list[dict[str, str]]:
    single = tuple(choice for choice in reporters(table) if "+" not in choice.code)
    return _options(single, places.name, controls.reporter)


def _currency_options(table: Table, controls: Controls) -> list[dict[str, str]]:
    return _options(counted(table, "unit", controls.reporter), str, controls.currency)


def _span_options(table: Table, controls: Controls) -> list[dict[str, str]]:
    found = [c for c in counted(table, "span", controls.reporter) if spans.valid(c.code)]
    found.sort(key=lambda choice: (not spans.full_year(choice.code), -choice.figures))
    total = Choice(spans.EVERYTHING, sum(c.figures for c in counted(table, "span", controls.reporter)))
    return _options((*found[:1], total, *found[1:]), spans.label, controls.span)


def _product_options(table: Table, controls: Controls) -> list[dict[str, str]]:
    found = _options(counted(table, "product", controls.reporter), str, controls.product)
    return [{"value": "", "label": "All goods together"}, *found]


def _kind_options(table: Table, controls: Controls) -> list[dict[str, str]]:
    words = {"unstated": "Kind not stated", "goods": "Goods alone", "services": "Services alone"}
    found = _options(counted(table, "kind", controls.reporter), lambda kind: words.get(kind, "Goods and services"), controls.kind)
    return [{"value": "", "label": "As told, one for each period"}, *found]


def _publisher_options(table: Table, controls: Controls) -> list[dict[str, str]]:
    return _options(counted(table, "publisher", controls.reporter), str, "")


def _years(table: Table, controls: Controls) -> list[int]:
    first, last = year_ends(table, controls.reporter)
    return [_inside(controls.years[0], first, last, first), _inside(controls.years[1], first, last, last)]


def _inside(year: int | None, first: int, last: int, otherwise: int) -> int:
    return otherwise if year is None else min(max(year, first), last)


def year_marks(table: Table, controls: Controls) -> list[dict[str, Any]]:
    """The ends of the years' slider, named."""
    return [{"value": year, "label": str(year)} for year in year_ends(table, controls.reporter)]


CONTROLS = (
    Control(ids.REPORTER, lambda table, c: c.reporter, data=_reporter_options),
    Control(ids.FLOW, lambda table, c: c.flow),
    Control(ids.CURRENCY, lambda table, c: c.currency, data=_currency_options, folded=True),
    Control(ids.SPAN, lambda table, c: c.span, data=_span_options),
    Control(ids.YEARS, _years),
    Control(ids.MEASURE, lambda table, c: c.measure),
    Control(ids.CHART, lambda table, c: c.chart or of_view("compare")[0].id),
    Control(ids.LOG, lambda table, c: c.log, "checked"),
    Control(ids.PANELS, lambda table, c: c.panels, "checked"),
    Control(ids.ALIGNED, lambda table, c: c.aligned, "checked"),
    Control(ids.STATUS, lambda table, c: list(c.status), folded=True),
    Control(ids.HEDGED, lambda table, c: c.hedged, "checked", folded=True),
    Control(ids.CONFIDENCE, lambda table, c: f"{c.confidence:g}", folded=True),
    Control(ids.DERIVED, lambda table, c: c.derived, "checked", folded=True),
    Control(ids.PRODUCT, lambda table, c: c.product, data=_product_options, folded=True),
    Control(ids.KIND, lambda table, c: c.kind, data=_kind_options, folded=True),
    Control(ids.PUBLISHERS, lambda table, c: list(c.publishers), data=_publisher_options, folded=True),
    Control(ids.ROWS, lambda table, c: c.rows),
    Control(ids.COLUMNS, lambda table, c: list(c.columns or OPENED)),
    Control(ids.OUTLINE, atlas.chosen, data=atlas.choices),
    Control(ids.AT, lambda table, c: atlas.year(table, c) or year_ends(table, c.reporter)[1]),
    Control(ids.KNOWN, lambda table, c: c.known.isoformat() if c.known else "", folded=True),
)


def settlement(table: Table, controls: Controls) -> dict[str, Any]:
    """What the browser sets the controls to, and what it needs to write an address.

    The controls are no outputs of a callback: a click made while an answer is on its way would be lost in it.
    """
    usual = default_controls(table, controls.reporter)
    first, last = year_ends(table, controls.reporter)
    texts = {p.name: p.write(value) for p in url.PARAMETERS if (value := getattr(usual, p.field)) is not None}
    texts |= {"reporter": default_controls(table).reporter, "years": f"{first}..{last}"}
    offered: dict[str, dict[str, Any]] = {c.id: {"data": c.data(table, controls)} for c in CONTROLS if c.data}
    offered[ids.YEARS] = {"min": first, "max": max(last, first + 1), "marks": year_marks(table, controls)}
    return {
        "reporter": controls.reporter,
        "places": list(controls.partners),
        "values": {control.id: control.value(table, controls) for control in CONTROLS},
        "props": {control.id: control.prop for control in CONTROLS},
        "offered": offered,
        "usual": texts,
    }


def region_list(table: Table, reporter: str) -> list[dict[str, Any]]:
    """The partners of a reporter with their counts, by district or kind; groups of areas stand as groups.

    The browser makes the ticks of it (assets/regions.js): components of their own for hundreds of regions keep the first
    picture waiting for half a second.
    """
    return table.once(_region_list, reporter)


def foreign_words(table: Table, reporter: str) -> dict[str, str]:
    """What other languages call the partners of a reporter: asked for when somebody begins to search."""
    codes = [choice.code for choice in counted(table, "partner", reporter)]
    return {code: " ".join(names).lower() for code in codes if (names := places.foreign(code))}


def whose_regions(table: Table, reporter: str) -> str:
    """What tells one list of regions from another: the reporter and the state of the table."""
    return f"{reporter} {table.edition}"


def _region_list(table: Table, reporter: str) -> list[dict[str, Any]]:
    groups: dict[str, list[Choice]] = {}
    for choice in counted(table, "partner", reporter):
        groups.setdefault(places.heading(choice.code), []).append(choice)
    return [{"heading": heading, "regions": [_region(choice) for choice in choices]} for heading, choices in groups.items()]


def _region(choice: Choice) -> dict[str, str]:
    words = " ".join((places.name(choice.code), *places.other_names(choice.code), places.heading(choice.code))).lower()
    return {"code": choice.code, "name": places.name(choice.code), "figures": f"{choice.figures:,}", "words": words}


def panel(table: Table, controls: Controls) -> html.Form:
    """All controls, the everyday ones first."""
    first, last = year_ends(table, controls.reporter)
    return html.Div(
        [
            dmc.Select(
                id=ids.REPORTER, label="Reporter", data=_reporter_options(table, controls), value=controls.reporter,
                searchable=True, openOnFocus=False, allowDeselect=False, nothingFoundMessage="No such area in the table",
                comboboxProps=WITHIN,
            ),
            html.Div(
                [
                    html.Div(id=ids.CHOSEN, className="chosen-regions", role="group", **{"aria-label": "Chosen regions"}),
                    dmc.TextInput(
                        id=ids.SEARCH, label="Regions", placeholder="Search by name", debounce=False,
                    ),
                    html.Div(id=ids.REGION_LIST, className="region-list", role="group",
                             **{"aria-label": "Regions to choose from"}),
                    html.P("No region of that name.", className="region-none", hidden=True),
                ]
            ),
            segmented(ids.FLOW, "Flow", [(flow, FLOW_LABELS[flow]) for flow in FLOWS], controls.flow),
            dmc.Select(
                id=ids.SPAN, label="Span of each figure", data=_span_options(table, controls), value=controls.span,
                allowDeselect=False, comboboxProps=WITHIN,
            ),
            field("Years", dmc.RangeSlider(
                id=ids.YEARS, min=first, max=max(last, first + 1), value=[first, last], step=1, minRange=0, size="sm",
                marks=year_marks(table, controls),
                thumbFromLabel="First year", thumbToLabel="Last year", labelAlwaysOn=False,
            ), "years-field"),
            html.Details([html.Summary("More filters"), html.Div(id=ids.MORE, className="more")], className="more-filters"),
            dcc.Store(id=ids.FOLDED, data=_folded(table)), dcc.Store(id=ids.UNFOLDED),
            dmc.Button("Reset", id=ids.RESET, variant="default", size="xs", className="reset"),
        ],
        className="controls-body",
    )  # fmt: skip


def _folded(table: Table) -> list[Any]:
    """The controls of "More filters" without what they hold: the browser adds that when it lays them out.

    They are wanted by few, and as many components as all others together.
    """
    computed = table.summary["derived"]
    return [
        dmc.Select(id=ids.CURRENCY, label="Currency", allowDeselect=False, comboboxProps=WITHIN),
        dmc.CheckboxGroup(
            dmc.Group([dmc.Checkbox(value=status, label=status.capitalize(), size="xs") for status in STATUSES], gap="sm"),
            id=ids.STATUS, label="Status",
        ),
        dmc.Switch(id=ids.HEDGED, label='Hedged figures ("about", "more than")', size="sm"),
        dmc.Select(
            id=ids.CONFIDENCE, label="How sure the reading is", allowDeselect=False, comboboxProps=WITHIN,
            data=[{"value": f"{share:g}", "label": f"Right at least {share:.0%} of the time" if share else "Every figure"}
                  for share in (0, 0.5, 0.7, 0.8, 0.9, 0.95)],
        ),
        dmc.Switch(
            id=ids.DERIVED, label="Computed figures", size="sm", disabled=not computed,
            description=format.counted(computed, "computed figure") if computed
            else "This table has none; tradeprose build --derived adds them.",
        ),
        dmc.Select(
            id=ids.PRODUCT, label="Product", searchable=True, openOnFocus=False, allowDeselect=False, comboboxProps=WITHIN,
        ),
        dmc.Select(id=ids.KIND, label="Goods or services", allowDeselect=False, comboboxProps=WITHIN),
        dmc.MultiSelect(
            id=ids.PUBLISHERS, label="Only these publishers", searchable=True, openOnFocus=False, comboboxProps=WITHIN,
            placeholder="All",
        ),
        dmc.TextInput(
            id=ids.KNOWN, label="As known on", placeholder="2020-12-31", debounce=600,
            description="The table as the press of that day gives it",
        ),
    ]  # fmt: skip


# Lists open in their place, inside the landmark of their control; the Tab key passes by without opening one.
WITHIN = {"withinPortal": False, "transitionProps": {"duration": 0}}


def segmented(identity: str, label: str, options: list[tuple[str, str]], value: str) -> html.Div:
    """A row of choices under a label of its own."""
    data = [{"value": code, "label": words} for code, words in options]
    return field(label, dmc.SegmentedControl(
        id=identity, data=data, value=value, fullWidth=True, size="xs", transitionDuration=0, **{"aria-label": label},
    ))  # fmt: skip


def field(label: str, component: Any, extra: str = "") -> html.Div:
    """A component under its visible label."""
    return html.Div([html.Span(label, className="label"), component], className=f"field {extra}".strip())
