"""What the marks of a picture over time mean: those that occur, for the page, and all of them, for the help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dashboard import misfits
from dashboard.elements import Element, element
from dashboard.selection import spans
from dashboard.selection.transform import Seen

TITLE = "What the marks mean"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: a sign that looks like it, its name and meaning, and whether it is drawn for some rows."""

    sign: str
    words: str
    drawn: Callable[[Sequence[Seen]], bool]


def _any(test: Callable[[Seen], bool]) -> Callable[[Sequence[Seen]], bool]:
    return lambda rows: any(test(row) for row in rows)


def _eve(rows: Sequence[Seen]) -> bool:
    """Whether a forecast follows on a figure of the day before."""
    ended = {(row.point.partner, row.point.span, row.point.end) for row in rows if row.point.status == "actual"}
    forecasts = [row.point for row in rows if row.point.status == "forecast" and row.point.start]
    return any((point.partner, point.span, point.start - timedelta(days=1)) in ended for point in forecasts)


def _again(rows: Sequence[Seen]) -> bool:
    """Whether the same months of two years on end are told of."""
    parts = {(r.point.partner, r.point.span, r.point.start.year) for r in rows if r.point.status == "actual" and _part(r)}
    return any((partner, span, year + 1) in parts for partner, span, year in parts)


def _part(row: Seen) -> bool:
    return not spans.full_year(row.point.span)


MARKS = (
    Mark("↑", "arrow: more than this", _any(lambda row: row.bound == "above")),
    Mark("⊥", "stem with a foot: less than this, almost or up to this", _any(lambda row: row.bound == "below")),
    Mark("│", "stem through the point: about this", _any(lambda row: row.bound == "about")),
    Mark("○", "hollow point: a forecast", _any(lambda row: row.point.status == "forecast")),
    Mark("╌", "thin dashes: from the last figure to the forecast after it", _eve),
    Mark("◇", "diamond: a target", _any(lambda row: row.point.status == "target")),
    Mark("▍", "pale bar: articles say different figures, from the lowest to the highest", _any(lambda row: row.high > row.low)),
    Mark("━", "thick stroke: a part of a year, as long as its months", _any(_part)),
    Mark("┈", "dots: the same months of years on end", _again),
    Mark("●", "pale point: computed from other figures", _any(lambda row: row.point.derived)),
)
RING = Mark(misfits.SIGN, "ring: does not fit with other figures", lambda rows: bool(rows))


def key(rows: Sequence[Seen], ringed: bool) -> list[Element]:
    """The marks that occur in a picture, folded away; nothing where there are points and lines alone."""
    found = [mark for mark in MARKS if mark.drawn(rows)] + ([RING] if ringed else [])
    return [element("Details", [element("Summary", TITLE), marks(found)], className="mark-key")] if found else []


def marks(found: Sequence[Mark] = (*MARKS, RING)) -> Element:
    """A list of marks and their meanings."""
    return element("Ul", [element("Li", [_sign(mark.sign), mark.words]) for mark in found], className="marks")


def _sign(sign: str) -> Element:
    return element("Span", sign, className="sign", **{"aria-hidden": "true"})
