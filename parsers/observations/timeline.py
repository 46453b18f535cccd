"""Where a document's periods lie on the calendar: each is settled in the order of the text, with what came before."""

from __future__ import annotations

from datetime import date

from parsers.mentions.calendars import CIVIL_START
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, readings
from parsers.model import Period
from parsers.observations.comparison import is_base
from parsers.observations.page import Page
from parsers.observations.words import cue_words

Timeline = dict[tuple[int, int], tuple[Period, ...]]


def settle(page: Page, published: date | None, year: int | None, fiscal_start: tuple[int, int], solar: bool) -> Timeline:
    """(sentence, token) -> what each period mention may mean, likeliest first; empty where it cannot be known."""
    settled: Timeline = {}
    anchor: Period | None = None
    words = cue_words(page.document.language)
    for sentence, token, mention in page.mentions("period"):
        expression = mention.value
        context = PeriodContext(published=published, year=year, fiscal_start=fiscal_start, anchor=anchor, solar=solar)
        found = _fresh_first(expression, readings(expression, context), context)
        settled[(sentence, token)] = found
        if found and not (expression.anaphoric or expression.comparative) and not is_base(page.lines[sentence], token, words):
            anchor = found[0]
    return settled


def _fresh_first(expression: PeriodExpression, found: tuple[Period, ...], context: PeriodContext) -> tuple[Period, ...]:
    """Parts of a year that two calendars read differently: first the one that was over last, for news tells what is new."""
    published = context.published
    open_calendar = expression.calendar == "civil" and not expression.dated and context.fiscal_start != CIVIL_START
    if published is None or not open_calendar or expression.form not in ("first", "part") or expression.year_offset is not None:
        return found
    over = [period for period in found if period.end is not None and period.end <= published]
    over.sort(key=lambda period: period.end or date.min, reverse=True)
    return (*over, *(period for period in found if period not in over))
