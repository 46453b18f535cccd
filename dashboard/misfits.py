"""What does not fit, in words: beside the sentence, under the picture, and on the points concerned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard import format, places
from dashboard.elements import element
from dashboard.selection import Point, Table, spans
from dashboard.selection.fitting import Finding, misfits

MOST = 4
SIGN = "◯"
WHOLES = {
    "more than the trade of": "more than the trade of the wider area",
    "more than a longer span": "more than a longer span that holds it",
    "more than all products": "more than all products together",
    "more than goods and services": "more than goods and services together",
    "more than turnover": "more than turnover in both directions",
}


def words(finding: Finding, unit: str | None) -> str:
    """One finding as a sentence without its full stop: 'Exports and imports are not turnover: $90 million expected, ...'."""
    if finding.check == "a year that cannot be":
        return _sentence(finding.detail)
    rate = finding.check == "stated growth against computed" or finding.detail.startswith("a share")
    expected, found = (_number(value, unit, rate) for value in (finding.expected, finding.found))
    if finding.check == "stated growth against computed":
        return f"The stated rate is {found}, the two values give {expected}"
    if finding.check == "part larger than its whole":
        return f"A part is {WHOLES.get(finding.detail, finding.detail)}: {found} against {expected}"
    return f"{_sentence(finding.detail)}: {expected} expected, {found} told"


def _number(value: float, unit: str | None, rate: bool) -> str:
    return format.percent(value) if rate else format.money(value, unit, words=True)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def beside(findings: Sequence[Finding], unit: str | None, opened: str) -> list[Any]:
    """The part of the evidence that says what does not fit, with the way to the other sentences."""
    if not findings:
        return []
    lines = [element("Li", [words(finding, unit), *_ways(finding, opened)]) for finding in findings]
    return [element("H3", "Does not fit"), element("Ul", lines, className="misfits")]


def _ways(finding: Finding, opened: str) -> list[Any]:
    others = [name for name in finding.rows if name != opened]
    ways = []
    for number, name in enumerate(others, 1):
        label = "the other sentence" if len(others) == 1 else f"sentence {number}"
        ways += ["; " if number > 1 else ". See ", element("Button", label, className="plain", **{"data-evidence": name})]
    return ways


def flagged(table: Table, points: Iterable[Point]) -> dict[str, str]:
    """What does not fit of the points drawn, by their ids, as one line of words."""
    return of_rows(table, ((point.observation_id, point.unit) for point in points))


def of_rows(table: Table, rows: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """What does not fit of the rows, given by their ids and units, as one line of words each; rows that fit are left out."""
    known = misfits(table)
    held = ((name, unit, known.get(name)) for name, unit in rows) if known else ()
    return {name: "; ".join(words(one, unit) for one in found) for name, unit, found in held if found}


def badge(flag: str | None) -> list[Any]:
    """The sign beside a figure that does not fit; what it means is told by the pointer, and by ``spoken`` to those who hear."""
    return (
        [element("Span", f" {SIGN}", className="badge", title=f"Does not fit: {flag}", **{"aria-hidden": "true"})] if flag else []
    )


def spoken(label: str, flag: str | None) -> str:
    """The words that name a figure, and what does not fit of it."""
    return f"{label}. Does not fit: {flag}" if flag else label


def together(points: Iterable[Point], flags: dict[str, str]) -> str:
    """What does not fit of several points, each saying once."""
    return "; ".join(dict.fromkeys(flags[point.observation_id] for point in points if point.observation_id in flags))


def notes(points: Sequence[Point], flags: dict[str, str]) -> list[Any]:
    """A line under the picture that counts the points with a badge, and leads to the first of them."""
    concerned = [point for point in points if point.observation_id in flags]
    if not concerned:
        return []
    parts: list[Any] = [f"{SIGN} {format.counted(len(concerned), 'figure does', 'figures do')} not fit with others: "]
    for number, point in enumerate(concerned[:MOST]):
        label = f"{places.short(point.partner)} {spans.words(point.start, point.end, short=True)}"
        told = {"data-evidence": point.observation_id, "title": flags[point.observation_id]}
        parts += [", " if number else "", element("Button", label, className="plain", **told)]
    more = len(concerned) - MOST
    return [element("Li", [*parts, f" and {more} more" if more > 0 else ""], className="misfit-note")]
