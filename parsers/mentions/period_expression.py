"""What the words of a period say before anything else is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

Form = Literal[
    "year", "span", "months", "first", "part", "edge", "same", "reviewed",
    "relative", "past", "ended", "days", "so_far", "decade", "per", "basis",
]  # fmt: skip
Calendar = Literal["civil", "fiscal", "solar"]
MONTHS_OF_UNIT = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class PeriodExpression:
    """One period as worded; `resolve` makes dates of it.

    ``form``: year, span (of years), months (one or a run), first (so many months, quarters or days from a side of a year),
    part (a quarter or half), edge (the end, start or middle of something), same (the stretch of another period, in another
    year), reviewed (a period named before), relative (a month, quarter, week counted from now or from another period), past
    (so many years back or ahead), ended (so many months up to a date), days, so_far, decade, per (annually, a month: no date),
    basis (year-on-year: the same stretch one unit earlier).
    ``year_offset`` and ``offset`` count years and units from the present, or from another period where ``anaphoric``.
    ``pointed`` is "new" or "the" where the words leave open which year they mean: the new one may have begun, "the year" be over.
    ``stated`` is what a bracket behind it says again; ``stated_edge`` "start" or "end" where that is only one edge of it.
    """

    form: Form
    calendar: Calendar = "civil"
    year: int | None = None
    year_to: int | None = None
    split: bool = False
    year_offset: int | None = None
    month: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_to: int | None = None
    unit: str = ""
    index: int | None = None
    index_to: int | None = None
    count: int | None = None
    side: str = ""
    offset: int | None = None
    edge: str = ""
    per: str | None = None
    anaphoric: bool = False
    comparative: bool = False
    open_end: bool = False
    pointed: str = ""
    stated: PeriodExpression | None = None
    stated_edge: str = ""

    @property
    def fiscal(self) -> bool:
        """Whether the words name a fiscal year."""
        return self.calendar == "fiscal"

    @property
    def dated(self) -> bool:
        """Whether the words themselves name a year."""
        return self.year is not None or (self.stated is not None and self.stated.dated)

    @property
    def relative(self) -> bool:
        """Whether dates need the publication date, the text's year or another period."""
        return not self.dated and self.form != "per"

    @property
    def length_months(self) -> int | None:
        """Whole months that it lasts, None where the words do not say."""
        if self.form == "months" and self.month is not None:
            return ((self.month_to or self.month) - self.month) % 12 + 1
        if self.form in ("part", "relative") and self.unit in MONTHS_OF_UNIT:
            return MONTHS_OF_UNIT[self.unit] * ((self.index_to or self.index or 1) - (self.index or 1) + 1)
        if self.form in ("first", "past", "ended") and self.count:
            return self.count * MONTHS_OF_UNIT[self.unit] if self.unit in MONTHS_OF_UNIT else None
        return 12 if self.form == "year" and (self.year_to is None or self.split) else None

    def but(self, **fields: Any) -> PeriodExpression:
        """The same with other `fields`."""
        return replace(self, **fields)

    def with_year(self, other: PeriodExpression) -> PeriodExpression:
        """The same in the year that `other` says."""
        return replace(
            self,
            calendar=self.calendar if self.calendar == "solar" and other.calendar == "civil" else other.calendar,
            year=other.year,
            year_to=other.year_to,
            split=other.split,
            year_offset=other.year_offset,
            pointed=other.pointed,
            comparative=self.comparative or other.comparative,
            anaphoric=self.anaphoric or other.anaphoric,
        )
