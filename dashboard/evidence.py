"""The evidence behind a figure: its sentence with every part marked, who said it, how it is known, who says otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dash import html

from dashboard import format, places
from dashboard.selection import Controls, Table, spans
from dashboard.selection.claims import Claims, claims_of

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
    claims = claims_of(table, observation_id)
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
        *_others(claims),
        html.Div(
            [
                html.Button("Copy citation", className="button", **{"data-copy": citation(row)}),
                html.Button("Copy a report of a wrong reading", className="button", **{"data-copy": report(row)}),
            ],
            className="buttons",
        ),
    ]


def _head() -> html.Div:
    close = html.Button("×", className="icon", title="Close", **{"data-close": "yes", "aria-label": "Close the evidence"})
    return html.Div([html.H2("Evidence", tabIndex=-1), close], className="evidence-head")


def sentence_of(row: pd.Series | dict[str, Any]) -> str:
    """The row in words: 'Belarus's exports to Bryansk Oblast, 2017: $96.3 million, up 40.5%'."""
    flow = row["trade_flow"]
    ref = format.owner(places.name(row["ref_area"])) if _has(row["ref_area"]) else "Unnamed area's"
    other = places.name(row["counterpart_area"]) if _has(row["counterpart_area"]) else "an area not named"
    product = f" of {row['product']}" if _has(row["product"]) else ""
    when = spans.words(_day(row["period_start"]), _day(row["period_end"]))
    return f"{ref} {format.FLOW_NOUN[flow]}{product} {format.FLOW_LINK[flow]} {other}, {when}: {measured(row)}"


def measured(row: pd.Series | dict[str, Any]) -> str:
    """What a row measures, as printed: amount, growth, share."""
    parts = []
    if _has(row["obs_value"]):
        amount = format.money(row["obs_value"], row["unit_measure"] if _has(row["unit_measure"]) else None, words=True)
        if _has(row["obs_value_max"]):
            amount += f" to {format.money(row['obs_value_max'], row['unit_measure'], words=True)}"
        parts.append(format.hedged(amount, row["bound"]))
    if _has(row["change_pct"]):
        way = "up" if row["change_pct"] > 0 else "down"
        parts.append(f"{way} {format.hedged(format.percent(abs(row['change_pct']), signed=False), row['change_bound'])}")
    if _has(row["share_pct"]):
        share = format.hedged(format.percent(row["share_pct"], signed=False), row["share_bound"])
        parts.append(f"{share} of {row['share_of'] if _has(row['share_of']) else 'the whole'}")
    return ", ".join(parts) + ("" if row["status"] == "actual" else f" ({row['status']})")


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
    title = row["title"] if _has(row["title"]) else row["source_id"]
    address = safe(row["url"])
    named = html.A(title, href=address, target="_blank", rel="noopener noreferrer") if address else title
    publisher = row["publisher"] if _has(row["publisher"]) else "Publisher not known"
    return html.P([named, html.Br(), f"{publisher}, {format.day(_day(row['published']))}"], className="article")


def safe(address: Any) -> str | None:
    """The address if it is one of the web, else None: nothing else may become a link."""
    if not _has(address):
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
        yield html.Dt("Computed"), html.Dd(row["formula"] if _has(row["formula"]) else "from other rows")


def _others(claims: Claims) -> list[Any]:
    """Every claim for the same cell in the order of time, how far they lie apart, and which one is drawn."""
    if len(claims.rows) < 2:
        return [html.P("No other article in the table speaks of this figure.", className="aside-note")]
    apart = "they agree" if not claims.spread else f"they lie {format.percent(claims.spread, signed=False)} apart"
    lines = [_claim(row, row["observation_id"] == claims.preferred, claims.row) for _, row in claims.rows.iterrows()]
    return [
        html.H3(f"{format.counted(len(claims.rows), 'claim')} for this figure, {apart}"),
        html.Table(html.Tbody(lines), className="claims"),
        html.P("Drawn is the claim that is stated, exact and latest, in this order.", className="aside-note"),
    ]


def _claim(row: pd.Series, preferred: bool, opened: pd.Series) -> html.Tr:
    here = row["observation_id"] == opened["observation_id"]
    value = measured(row)
    link = html.B(value) if here else html.Button(value, className="plain", **{"data-evidence": row["observation_id"]})
    publisher = row["publisher"] if _has(row["publisher"]) else "not known"
    return html.Tr(
        [
            html.Td(format.day(_day(row["published"]))),
            html.Td([link, html.Span(" drawn", className="drawn") if preferred else None]),
            html.Td(publisher),
        ]
    )


def citation(row: pd.Series) -> str:
    """One line to cite the article by, with the figure taken from it."""
    title = row["title"] if _has(row["title"]) else row["source_id"]
    publisher = row["publisher"] if _has(row["publisher"]) else "Publisher not known"
    address = f" {row['url']}" if safe(row["url"]) else ""
    when = format.day(_day(row["published"]))
    return f"{publisher}, “{title}”, {when}.{address} ({sentence_of(row)}; tradeprose {row['observation_id']})"


def report(row: pd.Series) -> str:
    """The text of a report on a row that was read wrong: what was read, from which sentence, and room for what is right."""
    columns = ("ref_area", "counterpart_area", "trade_flow", "product", "time_period", "obs_value", "unit_measure", "bound",
               "change_pct", "status", "known", "confidence", "cues")  # fmt: skip
    read = "\n".join(f"{name}: {'' if not _has(row[name]) else row[name]}" for name in columns)
    where = row["url"] if _has(row["url"]) else row["source_id"]
    return (
        f"Read wrong: observation {row['observation_id']}\nFrom: {where}\nSentence: {row['sentence']}\n\n{read}\n\n"
        "What the sentence says instead:\n"
    )


def _has(value: Any) -> bool:
    import pandas as pd

    return not pd.isna(value) and value != ""


def _day(value: Any) -> Any:
    import pandas as pd

    return None if pd.isna(value) else pd.Timestamp(value).date()
