"""What the reader of the page has chosen: one frozen record, the same for every view, for files and for the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FLOWS = ("turnover", "exports", "imports", "balance")
STATUSES = ("actual", "forecast", "target")
KINDS = ("unstated", "goods", "goods+services", "services")
ROWS = ("shown", "regions", "all")
# Why a figure of the chosen regions may be left out, in no order.
REASONS = (
    "rate", "currency", "product", "kind", "adjusted", "average", "undated", "span", "years", "status", "hedged", "unsure",
    "derived", "publisher", "later",
)  # fmt: skip
MEASURES = ("level", "index", "growth", "share", "monthly")
SERIES = 8


@dataclass(frozen=True, slots=True)
class Controls:
    """One selection and how it is looked at; the empty value of a field means "no restriction".

    ``partners`` keeps the places of the colours: an empty string is a free place, so that a region keeps its colour while
    another one before it is taken out. ``prefer`` names claims to draw where the rule would draw another one. ``years`` are
    inclusive. ``left`` narrows the rows of the regions to those left out for one of REASONS.
    ``shares`` are of 0 to 1 (``confidence``).
    """

    reporter: str
    partners: tuple[str, ...] = ()
    flow: str = "turnover"
    currency: str = "USD"
    span: str = "calendar"
    years: tuple[int | None, int | None] = (None, None)
    status: tuple[str, ...] = STATUSES
    hedged: bool = True
    confidence: float = 0.0
    derived: bool = False
    product: str = ""
    kind: str = ""
    publishers: tuple[str, ...] = ()
    known: date | None = None
    prefer: tuple[str, ...] = ()
    view: str = "time"
    measure: str = "level"
    chart: str = ""
    log: bool = False
    panels: bool = False
    aligned: bool = True
    rows: str = "shown"
    left: str = ""
    columns: tuple[str, ...] = ()
    outline: str = ""
    at: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The partners without the free places."""
        return tuple(code for code in self.partners if code)

    def place(self, partner: str) -> int:
        """The colour's number of a partner: its place in the list, ``SERIES`` and more share the grey one."""
        return self.partners.index(partner) if partner in self.partners else SERIES
