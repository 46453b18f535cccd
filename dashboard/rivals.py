"""The claims for one figure side by side, and the choice between them, which the address of the page keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dash import html

from dashboard import format, sentences, url
from dashboard.selection import Controls, Table
from dashboard.selection.claims import Claims
from dashboard.wording import day, has, measured

if TYPE_CHECKING:
    import pandas as pd


def others(table: Table, controls: Controls, claims: Claims) -> list[Any]:
    """Every claim for the same cell in the order of time, how far they lie apart, which is drawn, and the way to another."""
    if len(claims.rows) < 2:
        return [html.P("No other article in the table speaks of this figure.", className="aside-note")]
    apart = "they agree" if not claims.spread else f"they lie {format.percent(claims.spread, signed=False)} apart"
    here = claims.row["observation_id"]
    lines = [
        _claim(row, here, claims, _choice(table, controls, claims, row["observation_id"])) for _, row in claims.rows.iterrows()
    ]
    rule = "Drawn is the claim that is stated, exact and latest, in this order."
    if claims.preferred != claims.usual:
        rule = "Drawn is the claim that you prefer; the address of the page keeps your choice."
    return [
        html.H3(f"{format.counted(len(claims.rows), 'claim')} for this figure, {apart}"),
        html.Table(html.Tbody(lines), className="claims"),
        html.P(rule, className="aside-note"),
    ]


def _choice(table: Table, controls: Controls, claims: Claims, claim: str) -> list[Any]:
    """Whether a claim is drawn, and the link that makes the page draw it, or draw as the rule has it again."""
    drawn, chosen = claim == claims.preferred, claim != claims.usual
    wanted = "" if claim == claims.usual or drawn else claim
    address = preferring(table, controls, tuple(claims.rows["observation_id"]), wanted, claims.row["observation_id"])
    if drawn and not chosen:
        return [html.Span("drawn", className="drawn")]
    if drawn:
        return [html.Span("drawn, your choice", className="drawn"), sentences.inner("undo", address)]
    return [sentences.inner("draw this one", address, **{"aria-label": f"Draw this claim: {measured_by(claims, claim)}"})]


def measured_by(claims: Claims, claim: str) -> str:
    """What one of the claims says, and who says it."""
    row = claims.rows[claims.rows["observation_id"] == claim].iloc[0]
    return f"{measured(row)}, {row['publisher'] if has(row['publisher']) else 'publisher not known'}"


def preferring(table: Table, controls: Controls, cell: tuple[str, ...], wanted: str, opened: str) -> str:
    """The address of the view in which one claim of a cell is preferred, none if empty, with the evidence still open."""
    others = tuple(claim for claim in controls.prefer if claim not in cell)
    address = url.write(replace(controls, prefer=(*others, wanted) if wanted else others), table)
    return f"{address}{'&' if address else '?'}{url.EVIDENCE}={quote(opened, safe='')}"


def _claim(row: pd.Series, opened: str, claims: Claims, choice: list[Any]) -> html.Tr:
    value = measured(row)
    claim = row["observation_id"]
    link = html.B(value) if claim == opened else html.Button(value, className="plain", **{"data-evidence": claim})
    publisher = row["publisher"] if has(row["publisher"]) else "not known"
    said = html.Span(f"{publisher}, {format.day(day(row['published']))}{_revision(claims.revised.get(claim))}", className="when")
    return html.Tr([html.Td([link, said]), html.Td(choice, className="choice")])


def _revision(percent: float | None) -> str:
    """How a claim revises the dated one before it; nothing where it says the same."""
    return f", {format.percent(percent)} on the claim before" if percent and round(percent, 1) else ""
