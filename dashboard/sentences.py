"""Titles, subtitles and notes: what is seen, said in sentences made from the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard import format, places, url
from dashboard.elements import Element, element
from dashboard.format import FLOW_LINK, FLOW_NOUN
from dashboard.selection import Controls, Table, spans

MEASURE_WORDS = {
    "level": "",
    "index": "first figure of each = 100",
    "growth": "change against the year before",
    "share": "share of all trade of the reporter",
    "monthly": "average per month",
}
REASONS = {
    "rate": ("gives only a rate or a share", "give only a rate or a share"),
    "currency": ("is in another currency", "are in another currency"),
    "kind": ("is of another kind of trade", "are of other kinds of trade"),
    "product": ("is about another product", "are about other products"),
    "adjusted": ("is adjusted", "are adjusted"),
    "average": ("is an average", "are averages"),
    "undated": ("has no period that can be drawn", "have no period that can be drawn"),
    "span": ("covers another span of time", "cover other spans of time"),
    "years": ("lies outside the years", "lie outside the years"),
    "status": ("has another status", "have another status"),
    "hedged": ("is hedged", "are hedged"),
    "unsure": ("is less sure", "are less sure"),
    "derived": ("is computed", "are computed"),
    "publisher": ("comes from another publisher", "come from other publishers"),
    "later": ("was said later", "were said later"),
}


def whose(controls: Controls) -> str:
    """'Belarus's trade'."""
    return f"{format.owner(places.name(controls.reporter))} {FLOW_NOUN[controls.flow]}"


def toward(controls: Controls) -> str:
    """'with Bryansk Oblast', 'to 5 partners'."""
    chosen = controls.chosen
    if not chosen:
        return f"{FLOW_LINK[controls.flow]} no region yet"
    names = places.name(chosen[0]) if len(chosen) == 1 else f"{len(chosen)} partners"
    return f"{FLOW_LINK[controls.flow]} {names}"


def subtitle(controls: Controls, unit_word: str = "") -> str:
    """Flow, unit, span, and whatever restricts the view."""
    parts = [
        {"turnover": "Turnover", "exports": "Exports", "imports": "Imports", "balance": "Balance"}[controls.flow],
        controls.product or "",
        format.KIND_WORDS.get(controls.kind, ""),
        MEASURE_WORDS[controls.measure],
        controls.currency if controls.measure in ("level", "monthly") else "",
        spans.inner_label(controls.span),
        f"as known on {format.day(controls.known)}" if controls.known else "",
        unit_word,
    ]
    return " · ".join(part for part in parts if part)


def notes(table: Table, controls: Controls, reasons: dict[str, int]) -> list[Any]:
    """A sentence for each reason why figures of these areas are not in the picture, with the way to them."""
    return [_note(table, controls, reason, number) for reason, number in reasons.items()]


def _note(table: Table, controls: Controls, reason: str, number: int) -> Any:
    words = f"{format.counted(number, 'figure')} {REASONS[reason][number != 1]}"
    return element("Li", [words, ": ", inner("show", url.write(remedy(controls, reason), table))])


def kinds(table: Table, controls: Controls, hidden: dict[str, int]) -> list[Any]:
    """For each kind of trade that is not drawn because another figure of the same period is: how many figures, and the way."""
    said = {**format.KIND_WORDS, "unstated": "no stated kind"}
    return [
        element(
            "Li",
            [
                f"{format.counted(number, 'figure')} of {said.get(kind, kind)} not drawn beside another of the same period: ",
                inner("show", url.write(replace(controls, kind=kind), table)),
            ],
        )
        for kind, number in hidden.items()
    ]


def uncomputed(table: Table, controls: Controls) -> list[Any]:
    """That computed figures are asked of a table that has none, and how it gets them."""
    lacking = controls.derived and not table.summary["derived"]
    return [element("Li", "This table has no computed figures: tradeprose build --derived adds them")] if lacking else []


def preferred(table: Table, controls: Controls) -> list[Any]:
    """That claims are drawn which the reader has chosen, and the way back to the rule."""
    if not controls.prefer:
        return []
    words = f"{format.counted(len(controls.prefer), 'figure')} drawn as you prefer among differing claims: "
    return [element("Li", [words, inner("draw as the rule has it", url.write(replace(controls, prefer=()), table))])]


def remedy(controls: Controls, reason: str) -> Controls:
    """The view in which the figures left out for a reason are seen."""
    changes: dict[str, dict[str, Any]] = {
        "span": {"span": spans.EVERYTHING},
        "years": {"years": (None, None)},
        "status": {"status": ("actual", "forecast", "target")},
        "hedged": {"hedged": True},
        "unsure": {"confidence": 0.0},
        "derived": {"derived": True},
        "publisher": {"publishers": ()},
        "later": {"known": None},
        "kind": {"kind": ""},
    }
    # What no picture has is listed.
    return replace(controls, **changes.get(reason, {"view": "table", "rows": "regions", "left": reason}))


def inner(label: Any, href: str, **more: Any) -> Element:
    """A link to another view of the page, followed without loading it anew."""
    return element("A", label, href=href or "?", className=more.pop("className", "inner"), **{"data-inner": "yes"}, **more)


def comparison(controls: Controls, lines: Sequence[Any], when: str) -> str:
    """The title of a comparison: who grew most, or who is first."""
    grown = [line for line in lines if line.relative is not None and line.first is not line.last]
    if len(grown) > 1:
        top = max(grown, key=lambda line: line.relative)
        way = "grew most" if top.relative > 0 else "fell least"
        rate = format.hedged(format.percent(top.relative), top.bound)
        years = f"{_short(top.first)} to {_short(top.last)}"
        subject = f"{whose(controls)} {FLOW_LINK[controls.flow]} {places.name(top.partner)}"
        return f"Of {len(lines)} partners, {subject} {way}: {rate} from {years}"
    if lines and lines[0].rank:
        first = lines[0]
        return f"{places.name(first.partner)} is number {first.rank} of {first.ranked} in {whose(controls)} of {when}"
    return f"{whose(controls)} {toward(controls)}"


def _short(point: Any) -> str:
    return spans.words(point.start, point.end, short=True)


def folded(controls: Controls) -> str:
    """The choices in one line, for the button that unfolds them: 'Belarus · 2 regions · turnover · full years'."""
    chosen = controls.chosen
    regions = places.name(chosen[0]) if len(chosen) == 1 else format.counted(len(chosen), "region")
    return " · ".join((places.name(controls.reporter), regions, controls.flow, spans.inner_label(controls.span)))
