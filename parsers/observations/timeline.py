"""Where a document's periods lie on the calendar: each is settled in the order of the text, with what came before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from parsers.codelists import area
from parsers.mentions.calendars import CIVIL_START, SOLAR_START, is_day, lasts, shifted
from parsers.mentions.period_context import close_to
from parsers.mentions.period_expression import MONTHS_OF_UNIT, PeriodExpression
from parsers.mentions.period_resolve import PeriodContext, readings
from parsers.mentions.period_year import told_starts
from parsers.model import Period
from parsers.observations.comparison import is_base, is_event
from parsers.observations.page import Line, Page
from parsers.observations.printed import Timeline, as_printed
from parsers.observations.words import CueWords, cue_words

_Dated = dict[tuple[object, ...], list[tuple[bool, Period]]]
SOON = 6
PARTED = 4
CLAUSE = 40
OTHERS = 3
_PARTS = frozenset({"months", "first", "part"})
# Iran's year has numbers of its own or the word for it.
_OWN_WORDS = (CIVIL_START, SOLAR_START)
# Washington numbers its fiscal years singly; "2023/24" is the year of somebody else.
_NEVER_PAIRED = (10, 1)
# Japan's fiscal 2023 ended in March 2024.
_NAMED_AFTER_START = "JP"


def settle(page: Page, present: PeriodContext, latest: tuple[int, ...] = ()) -> Timeline:
    """(sentence, token) -> what each period mention may mean, likeliest first; empty where it cannot be known.

    `present` is what fixes relative words of the whole text; `latest` the years they may be seen from in a text without a date.
    """
    if present.published is None and present.solar:
        starts = told_starts([mention for _, _, mention in page.mentions("period")], False)
        present = replace(present, solar_year=any(close_to(start, SOLAR_START) for start in starts))
    words = cue_words(page.document.language)
    named = _dated(page, present, words)
    dated = named if present.published is None else {}
    settled: Timeline = {}
    anchors: list[Period] = []
    countries = _countries(page)
    for sentence, token, mention in page.mentions("period"):
        expression = _whole(page.lines[sentence], token, mention.value, words)
        context = replace(present, anchor=_anchor(expression, anchors, any(word in mention.text for word in words.many_months)))
        found = _fresh_first(expression, readings(expression, context), context)
        if latest and not expression.dated and not expression.comparative:
            found = _seen_late(expression, found, context, latest)
        if not expression.dated:
            found = _as_numbered(expression, _as_dated(expression, found, dated), named)
        if expression.calendar == "fiscal" or expression.split:
            found = _over_first(
                expression, _of_areas(expression, found, page.lines[sentence], context, countries, words), context
            )
        if found and expression.form == "reviewed" and (renewed := _renewed(found[0], anchors)) != found[0]:
            found = (renewed, *found)
            anchors.append(renewed)
        settled[(sentence, token)] = found
        if found and _is_anchor(expression, found[0], context, latest) and not _aside(page.lines[sentence], token, words):
            anchors.append(found[0])
    return as_printed(page, settled) if present.solar else settled


def _whole(line: Line, at: int, expression: PeriodExpression, words: CueWords) -> PeriodExpression:
    """Months whose year a flow parts from them, as one: "the March surplus last year", "first-half exports in 2016"."""
    place = at + 1
    while (line.word(place) == "<flow>" or line.word(place) in words.parting_year) and place < at + PARTED:
        place += 1
    if (
        expression.form not in _PARTS
        or expression.dated
        or expression.year_offset is not None
        or "<flow>" not in _words(line, at + 1, place)
    ):
        return expression
    year = line.mention(place).value if line.word(place) == "<period>" else None
    named = isinstance(year, PeriodExpression) and year.form == "year" and not year.comparative and year.pointed != "the"
    return expression.with_year(year) if named and isinstance(year, PeriodExpression) else expression


def _words(line: Line, start: int, end: int) -> list[str]:
    return [line.word(place) for place in range(start, end)]


def _renewed(period: Period, anchors: list[Period]) -> Period:
    """The same months of the next year, where told before: "May brought $5m. In May 2020 it was $4m. The said month saw ..."."""
    following = shifted(period, MONTHS_OF_UNIT["year"])
    return following if following in anchors and not lasts(period, MONTHS_OF_UNIT["year"]) else period


def _is_anchor(expression: PeriodExpression, period: Period, context: PeriodContext, latest: tuple[int, ...]) -> bool:
    """Whether later words may look back on a period; a day is no stretch, and a year counted from another is no firm ground."""
    if (expression.anaphoric and not expression.dated) or expression.comparative or is_day(period):
        return False
    known = context.published is not None or context.year is not None or latest
    return bool(known or expression.dated or not expression.year_offset)


def _aside(line: Line, token: int, words: CueWords) -> bool:
    return is_base(line, token, words) or is_event(line, token, words) or _is_horizon(line, token, words)


def _is_horizon(line: Line, token: int, words: CueWords) -> bool:
    """Whether a period is one by which something is wanted or foreseen: "to raise trade to $2 million by 2020"."""
    if line.word(token - 1) not in words.deadlines:
        return False
    wanted = words.target | words.forecast
    return any(word in wanted for word in _words(line, max(token - CLAUSE, 0), token + CLAUSE))


def _dated(page: Page, present: PeriodContext, words: CueWords) -> _Dated:
    """The stretches that the text names with their year, by what else their words say, the latest first."""
    found: dict[tuple[object, ...], list[tuple[bool, Period]]] = {}
    for sentence, token, mention in page.mentions("period"):
        if mention.value.dated and mention.value.form in _PARTS:
            main = not is_base(page.lines[sentence], token, words)
            found.setdefault(_wording(mention.value), []).extend((main, one) for one in readings(mention.value, present)[:1])
    for told in found.values():
        told.sort(key=lambda one: one[1].end or date.min, reverse=True)
    return found


def _open(e: PeriodExpression) -> bool:
    """Whether words leave it to the text which year they mean: "in the first half", "in the first half of the year"."""
    return e.calendar == "civil" and (e.year_offset is None or e.pointed == "the")


def _as_dated(e: PeriodExpression, found: tuple[Period, ...], dated: _Dated) -> tuple[Period, ...]:
    """What words without a year mean, by what the text dates in full: the same words of a year, the same months by a calendar.

    What something is only compared with comes last: the months of its year are not those told anew.
    """
    known = [] if e.anaphoric else dated.get(_wording(e), [])
    mains = [period for main, period in known if main and _open(e)]
    found = tuple(dict.fromkeys([*mains, *found, *(period for _, period in known)]))
    if e.form not in _PARTS or e.calendar != "civil":
        return found
    told = {stretch(period) for periods in dated.values() for _, period in periods}
    return tuple(sorted(found, key=lambda period: stretch(period) not in told))


def _as_numbered(e: PeriodExpression, found: tuple[Period, ...], dated: _Dated) -> tuple[Period, ...]:
    """Last comes what the text numbers otherwise: the months that it calls the fourth quarter it does not call the third."""
    if e.form != "part" or e.dated:
        return found
    others = {
        stretch(period)
        for (form, *_, unit, index, _, _, _), periods in dated.items()
        if form == "part" and unit == e.unit and index != e.index
        for _, period in periods
    }
    return tuple(sorted(found, key=lambda period: stretch(period) in others))


def _wording(e: PeriodExpression) -> tuple[object, ...]:
    return e.form, e.month, e.month_to, e.unit, e.index, e.index_to, e.count, e.side


def _anchor(expression: PeriodExpression, anchors: list[Period], several: bool) -> Period | None:
    """The last period, or the last of the length that the words give it: "the said nine months", "the four-month period".

    With `several` the words tell of months, and not how many.
    """
    again = expression.form == "reviewed" or (expression.form in ("first", "past") and not expression.side)
    one = 1 if expression.form == "reviewed" and not several else 0
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


def is_reached(line: Line, at: int, words: CueWords) -> bool:
    """Whether an area is only the other side of something: "to Japan", "from Japan", but not "from Japan's exports"."""
    return line.word(at - 1) in words.partnering and line.word(at + 1) not in words.possessive


def _countries(page: Page) -> list[str]:
    """The codes of the text's areas, the commonest first, regions by their country."""
    codes = Counter(m.value.code.split("-")[0] for _, _, m in page.mentions("area") if m.value.code)
    return [code for code, _ in codes.most_common()]


def _of_areas(
    expression: PeriodExpression,
    found: tuple[Period, ...],
    line: Line,
    context: PeriodContext,
    countries: list[str],
    words: CueWords,
) -> tuple[Period, ...]:
    """A fiscal year also by the calendars of other countries: those of its sentence, then those of the text (`countries`).

    Two other countries in a sentence come before the text's own, unless both are its partners; one alone is the partner of it.
    """
    codes = dict.fromkeys(code.split("-")[0] for at in line.places("area") if (code := line.mention(at).value.code))
    here = [year_start(code) for code in codes]
    told = [at for at in line.places("area") if line.mention(at).value.code]
    foreign = len(here) >= 2 and context.fiscal_start not in here and not all(is_reached(line, at, words) for at in told)
    first = context.fiscal_start == SOLAR_START or foreign or (expression.split and context.fiscal_start == _NEVER_PAIRED)
    others = list(dict.fromkeys([*here, *(year_start(code) for code in countries)]))
    others = [start for start in others if start not in (*_OWN_WORDS, context.fiscal_start)]
    others.sort(key=lambda start: expression.split and start == _NEVER_PAIRED)
    by_others = [readings(expression, replace(context, fiscal_start=start)) for start in others[:OTHERS]]
    near = [one for start, read in zip(others, by_others, strict=False) if first and start in here for one in read]
    at_home = context.fiscal_start in {year_start(code) for code in codes or countries if code != _NAMED_AFTER_START}
    if expression.year_to is None and not at_home and _NAMED_AFTER_START in (codes or countries[:1]):
        start = year_start(_NAMED_AFTER_START)
        near = [*readings(expression, replace(context, fiscal_start=start, fiscal_named_after="start")), *near]
    return tuple(dict.fromkeys([*near, *found, *(one for read in by_others for one in read[:1])]))


def _over_first(expression: PeriodExpression, found: tuple[Period, ...], context: PeriodContext) -> tuple[Period, ...]:
    """Months of a fiscal year that several countries count differently: first those that were over."""
    limit = context.published
    if limit is None or expression.form not in _PARTS:
        return found
    return tuple(sorted(found, key=lambda period: period.end is not None and period.end > limit))


def _fresh_first(expression: PeriodExpression, found: tuple[Period, ...], context: PeriodContext) -> tuple[Period, ...]:
    """Parts of a year that two calendars read differently: first the one that was over last, for news tells what is new."""
    published = context.published
    open_calendar = expression.calendar == "civil" and not expression.dated and context.fiscal_start != CIVIL_START
    if published is None or not open_calendar or expression.form not in ("first", "part"):
        return found
    if expression.year_offset is not None and expression.pointed != "the":
        return found
    over = [period for period in found if period.end is not None and period.end <= published]
    over.sort(key=lambda period: period.end or date.min, reverse=True)
    return (*over, *(period for period in found if period not in over))
