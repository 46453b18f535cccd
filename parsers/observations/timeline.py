"""Where a document's periods lie on the calendar: each is settled in the order of the text, with what came before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parsers.codelists import area
from parsers.mentions.calendars import CIVIL_START, SOLAR_START, lasts
from parsers.mentions.period_expression import MONTHS_OF_UNIT, PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, readings
from parsers.model import Period
from parsers.observations.comparison import is_base
from parsers.observations.page import Line, Page
from parsers.observations.words import cue_words

Timeline = dict[tuple[int, int], tuple[Period, ...]]
SOON = 6
_PARTS = frozenset({"months", "first", "part"})


def settle(page: Page, present: PeriodContext, latest: tuple[int, ...] = ()) -> Timeline:
    """(sentence, token) -> what each period mention may mean, likeliest first; empty where it cannot be known.

    `present` is what fixes relative words of the whole text; `latest` the years they may be seen from in a text without a date.
    """
    settled: Timeline = {}
    anchors: list[Period] = []
    dated = _dated(page, present) if present.published is None else {}
    words = cue_words(page.document.language)
    for sentence, token, mention in page.mentions("period"):
        expression = mention.value
        context = replace(present, anchor=_anchor(expression, anchors))
        found = _fresh_first(expression, readings(expression, context), context)
        if latest and not expression.dated and not expression.comparative:
            found = _seen_late(expression, found, context, latest)
        if not expression.dated and not expression.anaphoric and (known := dated.get(_wording(expression))):
            found = tuple(dict.fromkeys([*found, *known]))
        if expression.calendar == "fiscal" or expression.split:
            found = _of_areas(expression, found, page.lines[sentence], context)
        settled[(sentence, token)] = found
        if found and not (expression.anaphoric or expression.comparative) and not is_base(page.lines[sentence], token, words):
            anchors.append(found[0])
    return settled


def _dated(page: Page, present: PeriodContext) -> dict[tuple[object, ...], tuple[Period, ...]]:
    """The stretches that the text names with their year, by what else their words say."""
    values = (mention.value for _, _, mention in page.mentions("period") if mention.value.dated and mention.value.form in _PARTS)
    return {_wording(value): readings(value, present) for value in values}


def _wording(e: PeriodExpression) -> tuple[object, ...]:
    return e.form, e.month, e.month_to, e.unit, e.index, e.index_to, e.count, e.side


def _anchor(expression: PeriodExpression, anchors: list[Period]) -> Period | None:
    """The last period, or the last of the length that the words give it: "the said nine months", "the four-month period"."""
    again = expression.form == "reviewed" or (expression.form == "first" and not expression.side)
    one = 1 if expression.form == "reviewed" and expression.unit != "month" else 0
    months = (expression.count or one) * MONTHS_OF_UNIT.get(expression.unit, 0) if again else 0
    alike = (period for period in reversed(anchors) if months and lasts(period, months))
    return next(alike, anchors[-1] if anchors else None)


def _seen_late(
    expression: PeriodExpression, found: tuple[Period, ...], context: PeriodContext, latest: tuple[int, ...]
) -> tuple[Period, ...]:
    """Relative words as read in the latest years that an undated text names; words that look back mean its last period first."""
    late = [period for year in latest for period in readings(expression, replace(context, year=year))]
    if expression.year_offset is None and len(latest) > 1:
        # Who tells of a whole year writes soon after it: December is that year's, January the next one's.
        late.sort(key=lambda period: period.end is not None and period.end > date(latest[0], SOON, 30))
    return tuple(dict.fromkeys([*found, *late] if expression.anaphoric else [*late, *found]))


def stretch(period: Period) -> tuple[int, int, int] | None:
    """What the same months of two years have in common: first month and day, last month; None for a period open at an end."""
    if period.start is None or period.end is None:
        return None
    return period.start.month, period.start.day, (period.end.year - period.start.year) * 12 + period.end.month


def year_start(code: str) -> tuple[int, int]:
    """(month, day) on which the fiscal year of an area begins."""
    try:
        month, day = area(code.split("-")[0]).fiscal_year_start.split("-")
    except KeyError:
        return CIVIL_START
    return int(month), int(day)


def _of_areas(expression: PeriodExpression, found: tuple[Period, ...], line: Line, context: PeriodContext) -> tuple[Period, ...]:
    """A fiscal year in a sentence on two other countries than the text's own, by their calendar first.

    One other country alone is the partner of the text's own. Iran's year has numbers of its own or the word for it.
    """
    codes = dict.fromkeys(code for at in line.places("area") if (code := line.mention(at).value.code))
    starts = [year_start(code) for code in codes]
    if context.fiscal_start != SOLAR_START and (len(starts) < 2 or context.fiscal_start in starts):
        return found
    others = [start for start in starts if start not in (CIVIL_START, SOLAR_START, context.fiscal_start)]
    more = [one for start in others for one in readings(expression, replace(context, fiscal_start=start))]
    return tuple(dict.fromkeys([*more, *found]))


def _fresh_first(expression: PeriodExpression, found: tuple[Period, ...], context: PeriodContext) -> tuple[Period, ...]:
    """Parts of a year that two calendars read differently: first the one that was over last, for news tells what is new."""
    published = context.published
    open_calendar = expression.calendar == "civil" and not expression.dated and context.fiscal_start != CIVIL_START
    if published is None or not open_calendar or expression.form not in ("first", "part") or expression.year_offset is not None:
        return found
    over = [period for period in found if period.end is not None and period.end <= published]
    over.sort(key=lambda period: period.end or date.min, reverse=True)
    return (*over, *(period for period in found if period not in over))
