"""How a period fits the rest of what is said: the base beside it, words of the future, the periods that the text dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from parsers.mentions.calendars import CIVIL_START, whole_months, year_of
from parsers.mentions.period_expression import PeriodExpression
from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_compared import partner
from parsers.observations.slots.period_meanings import a_year_before, is_year, role
from parsers.observations.slots.period_unknown import tense
from parsers.observations.timeline import stretch
from parsers.observations.words import CueWords

REACH = 14
CLOSING = 45
RECENT = 400
DAY = timedelta(days=1)
_LAGS = ((-13, "back"), (-1, "before"), (0, "same"), (7, "soon"), (12, "late"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Around a figure: a word of the future, the tense, a base of last year (its form), what it is itself the base of."""

    awaited: bool
    tense: str = ""
    against: str = ""
    partner: tuple[Figure, Decision] | None = None
    base: Period | None = None
    base_words: str = ""


def surroundings(reading: Reading, figure: Figure, line: Line) -> Surroundings:
    """What stands around a figure that its period should fit."""
    future = awaited(line, figure, reading.words)
    if role(reading, figure) == "compared":
        return Surroundings(future, "compared", partner=partner(reading, figure))
    expressions: list[PeriodExpression] = [
        line.mention(at).value for at in line.places("period") if (figure.sentence, at) in reading.bases
    ]
    future = future or any(_is_ahead(line.mention(at).value) for at in line.places("period") if at < figure.token)
    against = next((value.form for value in expressions if value.year_offset == -1), "")
    return Surroundings(future, tense(reading, figure, line), against, None, *_base(reading, figure, line))


def _base(reading: Reading, figure: Figure, line: Line) -> tuple[Period | None, str]:
    """The base nearest behind a figure, else nearest before it, and whether its words name a year."""
    places = [at for at in line.places("period") if (figure.sentence, at) in reading.bases]
    places.sort(key=lambda at: (at < figure.token, abs(at - figure.token)))
    known = ((reading.periods.get((figure.sentence, at), Period()), line.mention(at).value) for at in places)
    return next(((period, _fixed(value)) for period, value in known if period.start is not None), (None, ""))


def _fixed(value: PeriodExpression) -> str:
    return "dated" if value.dated else "comparative" if value.comparative else "relative"


def _is_ahead(value: PeriodExpression) -> bool:
    """Whether words tell of time to come: "for the next three months", "next year"."""
    return value.side == "next" or (value.year_offset or value.offset or 0) > 0


def awaited(line: Line, figure: Figure, words: CueWords) -> bool:
    """Whether a word of forecast or of aim stands in front of a figure in its own clause."""
    for step in range(1, REACH):
        word = line.word(figure.token - step)
        if word in words.breaks or word == "<amount>":
            return False
        if word in words.forecast or word in words.target:
            return True
    return False


def fits(reading: Reading, figure: Figure, period: Period, around: Surroundings) -> list[str]:
    """Cues of a period by what stands elsewhere in the sentence and in the text."""
    if period == Period():
        return []
    cues = [*_kin(reading, period), *_lag(reading, period), *_due(reading, figure, period)]
    if around.base is not None:
        cues.extend(_over_base(period, around.base, around.base_words))
    if around.partner is not None and around.partner[1].period != Period():
        cues.extend(_with_partner(reading, figure, period, around.partner))
    published = reading.dating.published
    if published is None:
        return cues
    cues.extend(_running(reading, figure, period, around, published))
    last = period.end
    if last is None:
        return cues
    cues.append(f"told.{around.tense}={_age(last, published)}")
    if around.against:
        cues.append(f"against.last.year={'this' if last >= _this_year(reading, published) else 'earlier'}.{around.against}")
    if around.awaited:
        cues.append(f"awaited={'over' if last <= published else 'yet'}")
    return cues


def _due(reading: Reading, figure: Figure, period: Period) -> list[str]:
    """Whether a period was over when the text spoke, by whether its figure is told as come about or as expected."""
    decision, year = reading.before.get(figure.index), reading.year or min(reading.latest, default=0)
    today = reading.dating.published or (date(year, *CIVIL_START) if year else None)
    if decision is None or not decision.fact or period.end is None or today is None:
        return []
    return [f"{decision.status}={'over' if period.end < today else 'yet'}.{role(reading, figure)}"]


def _running(reading: Reading, figure: Figure, period: Period, around: Surroundings, published: date) -> list[str]:
    """Whether a year not over yet is meant as a whole, as what is awaited is, or up to now, as what has come about is."""
    if period.start is None or not period.start <= published <= (period.end or published):
        return []
    if period.end is not None and not is_year(period):
        return []
    how, decision = "open" if period.end is None else "whole", reading.before.get(figure.index)
    status = "" if decision is None else decision.status
    stage = "closing" if period.end is not None and (period.end - published).days < CLOSING else "under.way"
    return [
        f"running={how}.{status}",
        f"running={how}.{status}.{stage}",
        f"running={how}.{around.tense}.{'awaited' if around.awaited else 'told'}",
    ]


def _with_partner(reading: Reading, figure: Figure, period: Period, main: tuple[Figure, Decision]) -> list[str]:
    """How the period of a base stands to that of what is compared with it: two of one flow differ in it, two flows do not."""
    order = "ahead" if main[0].index > figure.index else "near" if main[0].sentence == figure.sentence else "far"
    how = "same" if main[1].period == period else "year" if a_year_before(main[1].period) == period else "other"
    decision = reading.before.get(figure.index)
    nearer = [f"partner.next.{order}"] if _is_right_before(period, main[1].period) else []
    if decision is None or not decision.fact:
        return [f"partner.{order}={how}", *nearer]
    same = (decision.flow, decision.pair, bool(decision.product)) == (main[1].flow, main[1].pair, bool(main[1].product))
    return [f"partner.{order}={how}", f"partner.{how}.{'alike' if same else 'unlike'}", *nearer]


def _is_right_before(period: Period, main: Period) -> bool:
    """Whether a base is the month or the quarter right before what is compared with it."""
    return period.end is not None and period.end + DAY == main.start and whole_months(period) == whole_months(main)


def _over_base(period: Period, base: Period, worded: str) -> list[str]:
    """How a period stands to the base of its sentence: the same months a year on, the next month, that very period, another."""
    if a_year_before(period) == base:
        how = "year"
    elif _is_right_before(base, period):
        how = "next"
    elif period == base:
        how = "same"
    else:
        how = "alike" if whole_months(period) == whole_months(base) else "other"
    return [f"over.base={how}", f"over.base={how}.{worded}"]


def _this_year(reading: Reading, published: date) -> date:
    """Since when it is this year: what is set against last year's is of no earlier time, whatever was told of before."""
    civil = year_of(published, CIVIL_START)
    return min(civil, year_of(published, reading.fiscal_start)) if reading.speaks_fiscal else civil


def _age(last: date, published: date) -> str:
    """Whether a period was over long before a text: what "stands at" so much is of no year long gone."""
    days = (published - last).days
    return "yet" if days < 0 else "fresh" if days < RECENT else "old"


def _kin(reading: Reading, period: Period) -> list[str]:
    """Whether the text dates this very period in full, or the same months of another year."""
    same = stretch(period)
    if not reading.dated_stretches or same is None or period.start is None:
        return []
    years = reading.dated_stretches.get(same, set())
    known = "dated" if reading.dating.published else "told" if reading.year is not None else "undated"
    return [f"kin={'same' if period.start.year in years else 'years' if years else 'none'}.{known}"]


def _lag(reading: Reading, period: Period) -> list[str]:
    """In a text without a date or a year in hand: how long behind the latest stretch that it dates a period ends."""
    latest = reading.latest_told
    if reading.dating.published is not None or reading.year is not None or latest is None or period.end is None:
        return []
    months = (period.end.year - latest.year) * 12 + period.end.month - latest.month
    name = next((name for limit, name in _LAGS if months <= limit), "far")
    return [f"lag={name}.{'year' if is_year(period) else 'part'}"]
