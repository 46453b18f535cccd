"""When and by whom a text was published, where its collection does not say: from the text itself, the year from its figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, resolve
from parsers.model import Document
from parsers.observations.page import Page
from parsers.publishers import publishers

HEAD = 600


@dataclass(frozen=True, slots=True)
class Dating:
    """A publication date and how it is known: given by the collection, stated in the text, or inferred from its figures."""

    published: date | None
    known: str | None


def dating(page: Page) -> Dating:
    """The document's date: given; else a full date at the head; else the first day named, in the year after its figures."""
    if page.document.published is not None:
        return Dating(page.document.published, "given")
    days = [(mention.start, mention.value) for _, _, mention in page.mentions("period") if _is_day(mention.value)]
    for start, expression in days:
        if start < HEAD and expression.year is not None:
            return Dating(resolve(expression, PeriodContext()).start, "stated")
    latest = _latest(page)
    bare = next((expression for start, expression in days if start < HEAD and expression.year is None), None)
    if bare is None or latest is None:
        return Dating(None, None)
    return Dating(_following(bare, latest), "inferred")


def publisher(document: Document) -> str | None:
    """The publisher: as given; else a known one that the head of the text names in brackets, as agencies do."""
    if document.publisher is not None:
        return document.publisher
    head = document.text[:HEAD]
    names = (entry.publisher for entry in publishers())
    return next((name for name in names if f"({name})" in head or f"{name} has learned" in head), None)


def _is_day(expression: PeriodExpression) -> bool:
    return expression.form == "days" and expression.day is not None and expression.month is not None and expression.day_to is None


def _latest(page: Page) -> date | None:
    """The end of the latest period that the text dates in full, by a month's precision or a year's."""
    ends = [
        period.end
        for _, _, mention in page.mentions("period")
        if mention.value.dated and not _is_day(mention.value)
        for period in [resolve(mention.value, PeriodContext())]
        if period.end is not None
    ]
    return max(ends, default=None)


def _following(expression: PeriodExpression, after: date) -> date | None:
    """The first such day of the month behind a date; None for a day that no year near has."""
    for year in (after.year, after.year + 1):
        try:
            day = date(year, expression.month or 1, expression.day or 1)
        except ValueError:
            continue
        if day > after:
            return day
    return None
