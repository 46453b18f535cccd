"""The evidence behind a figure: its sentence with every part marked, who said it, how it is known, who says otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dash import dcc, html

from dashboard import format, ids, misfits, places, rivals
from dashboard.selection import Controls, Table
from dashboard.selection.claims import claims_of, place_of
from dashboard.selection.fitting import checked_whole, of_row
from dashboard.wording import day, has, sentence_of

if TYPE_CHECKING:
    import pandas as pd

ROLES = {"value": "amount", "change": "change", "period": "period", "area": "area", "flow": "flow", "base": "base"}
KNOWN = {
    "stated": "stated in the sentence",
    "carried": "carried over from earlier in the article",
    "inferred": "worked out, not said",
}
PARTS = {"area": "Areas", "period": "Period", "flow": "Flow", "currency": "Currency", "published": "Date of the article"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the paragraph: its text, the role it is marked with, whether it is part of the sentence."""

    text: str
    role: str
    told: bool


def panel(table: Table, controls: Controls, observation_id: str) -> list[Any]:
    """The drawer for one row of the table; a row that is not there is said to be missing."""
    claims = claims_of(table, observation_id, controls.prefer)
    if claims is None:
        return [_head(), html.P(f"The table has no figure {observation_id[:40]}.")]
    row = claims.row
    return [
        _head(),
        html.P(sentence_of(row), className="what"),
        html.Blockquote(_paragraph(row), className="paragraph", lang=row["language"]),
        _article(row),
        *_turned(row, controls),
        html.H3("How each part is known"),
        html.Dl([part for pair in _known(row) for part in pair], className="known"),
        *rivals.others(table, controls, claims),
        *(unfitting(table, row) if checked_whole(table) else _later(row)),
        html.Div(
            [
                html.Button("Copy citation", className="button", **{"data-copy": citation(row)}),
                html.Button("Copy a report of a wrong reading", className="button", **{"data-copy": report(row)}),
            ],
            className="buttons",
        ),
    ]


def _later(row: pd.Series) -> list[Any]:
    """Room for what does not fit, which is asked for once the sentence stands."""
    return [dcc.Store(id=ids.CHECKED, data=row["observation_id"]), html.Div(id=ids.MISFITS)]


def unfitting_of(table: Table, observation_id: str) -> list[Any]:
    """What does not fit with one row, by its id."""
    claims = claims_of(table, observation_id)
    return unfitting(table, claims.row) if claims else []


def unfitting(table: Table, row: pd.Series) -> list[Any]:
    """What does not fit with one row, empty where nothing is known not to."""
    identity = row["observation_id"]
    findings = of_row(table, identity, place_of(table, identity))
    return misfits.beside(findings, row["unit_measure"] if has(row["unit_measure"]) else None, identity)


def _head() -> html.Div:
    close = html.Button("×", className="icon", title="Close", **{"data-close": "yes", "aria-label": "Close the evidence"})
    return html.Div([html.H2("Evidence", tabIndex=-1), close], className="evidence-head")


def pieces(row: pd.Series) -> Iterator[Piece]:
    """The paragraph cut at its marks and at the ends of the sentence, in order and without loss."""
    text, offset = row["paragraph"], int(row["paragraph_start"])
    cuts = list(_marks(row, offset, len(text)))
    edges = {0, len(text), *(min(max(int(row[name]) - offset, 0), len(text)) for name in ("char_start", "char_end"))}
    edges |= {edge for start, end, _ in cuts for edge in (start, end)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        role = next((role for first, last, role in cuts if first <= start and end <= last), "")
        told = int(row["char_start"]) <= start + offset and end + offset <= int(row["char_end"])
        yield Piece(text[start:end], role, told)


def _marks(row: pd.Series, offset: int, length: int) -> Iterator[tuple[int, int, str]]:
    """The roles' places in the paragraph, overlapping ones left to whichever begins first."""
    behind = 0
    for mention in sorted(json.loads(row["mentions"] or "[]"), key=lambda one: (one["start"], -one["end"])):
        start, end = mention["start"] - offset, mention["end"] - offset
        if behind <= start < end <= length:
            behind = end
            yield start, end, mention["role"]


def _paragraph(row: pd.Series) -> list[Any]:
    return [_piece(piece) for piece in pieces(row)]


def _piece(piece: Piece) -> Any:
    if not piece.role:
        return html.Span(piece.text, className="told" if piece.told else "around")
    label = ROLES.get(piece.role, piece.role)
    kind = piece.role if piece.role in ROLES else "other"
    # The label is drawn by the style sheet, so that the text of the paragraph stays what was printed.
    return html.Mark(piece.text, className=f"mark mark-{kind}", **{"data-label": label})


def _article(row: pd.Series) -> html.P:
    title = row["title"] if has(row["title"]) else row["source_id"]
    address = safe(row["url"])
    named = html.A(title, href=address, target="_blank", rel="noopener noreferrer") if address else title
    publisher = row["publisher"] if has(row["publisher"]) else "Publisher not known"
    return html.P([named, html.Br(), f"{publisher}, {format.day(day(row['published']))}"], className="article")


def safe(address: Any) -> str | None:
    """The address if it is one of the web, else None: nothing else may become a link."""
    if not has(address):
        return None
    return address if address.lower().startswith(("http://", "https://")) else None


def _turned(row: pd.Series, controls: Controls) -> list[html.P]:
    if row["counterpart_area"] != controls.reporter or row["ref_area"] == controls.reporter:
        return []
    told = f"The text tells it from the side of {places.name(row['ref_area'])}"
    turned = {
        "exports": f"; the page shows it as imports of {places.name(controls.reporter)}.",
        "imports": f"; the page shows it as exports of {places.name(controls.reporter)}.",
        "balance": "; the page turns the sign of the balance.",
    }
    return [html.P(told + turned.get(row["trade_flow"], "."), className="aside-note")]


def _known(row: pd.Series) -> Iterator[tuple[html.Dt, html.Dd]]:
    for part in (row["known"] or "").split(";"):
        name, _, how = part.partition("=")
        if how:
            yield html.Dt(PARTS.get(name, name.capitalize())), html.Dd(KNOWN.get(how, how))
    yield html.Dt("Reading"), html.Dd(f"rows read like this are right {row['confidence']:.0%} of the time")
    if row["derived"]:
        yield html.Dt("Computed"), html.Dd(row["formula"] if has(row["formula"]) else "from other rows")


def citation(row: pd.Series) -> str:
    """One line to cite the article by, with the figure taken from it."""
    title = row["title"] if has(row["title"]) else row["source_id"]
    publisher = row["publisher"] if has(row["publisher"]) else "Publisher not known"
    address = f" {row['url']}" if safe(row["url"]) else ""
    when = format.day(day(row["published"]))
    return f"{publisher}, “{title}”, {when}.{address} ({sentence_of(row)}; tradeprose {row['observation_id']})"


def report(row: pd.Series) -> str:
    """The text of a report on a row that was read wrong: what was read, from which sentence, and room for what is right."""
    columns = ("ref_area", "counterpart_area", "trade_flow", "product", "time_period", "obs_value", "unit_measure", "bound",
               "change_pct", "status", "known", "confidence", "cues")  # fmt: skip
    read = "\n".join(f"{name}: {'' if not has(row[name]) else row[name]}" for name in columns)
    where = row["url"] if has(row["url"]) else row["source_id"]
    return (
        f"Read wrong: observation {row['observation_id']}\nFrom: {where}\nSentence: {row['sentence']}\n\n{read}\n\n"
        "What the sentence says instead:\n"
    )
