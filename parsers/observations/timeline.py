"""Where a document's periods lie on the calendar: each is settled in the order of the text, with what came before."""

from __future__ import annotations

from datetime import date

from parsers.mentions.period_resolve import PeriodContext, resolve
from parsers.model import Period
from parsers.observations.page import Page


def settle(page: Page, published: date | None, year: int | None, fiscal_start: tuple[int, int], solar: bool) -> dict[tuple[int, int], Period]:
    """(sentence, token) -> Period for every period mention; Period() where it cannot be known."""
    settled: dict[tuple[int, int], Period] = {}
    anchor: Period | None = None
    for sentence, token, mention in page.mentions("period"):
        expression = mention.value
        context = PeriodContext(published=published, year=year, fiscal_start=fiscal_start, anchor=anchor, solar=solar)
        period = resolve(expression, context)
        settled[(sentence, token)] = period
        if period != Period() and not (expression.anaphoric or expression.comparative):
            anchor = period
    return settled
