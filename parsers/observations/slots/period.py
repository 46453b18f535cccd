"""When: the periods of the sentence, those carried from earlier ones, a year before the main one, or none that can be known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parsers.mentions.calendars import CIVIL_START
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import readings, resolve
from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Decision, Reading
from parsers.observations.slots.places import between, link, reach, side, tally
from parsers.observations.weights import Candidate

KINDS = ("amount", "change", "flow", "period", "break")


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is a Period; Period() stands for one that cannot be known."""
    line = reading.line(figure)
    found = [one for at in own_places(line) for one in _here(reading, figure, line, at)]
    found.extend(_carried(reading, figure, line))
    found.append(_unknown(reading, figure, line))
    return found


def own_places(line: Line) -> list[int]:
    """Where periods stand that a figure may be of; "year-on-year" only says what a rate is against."""
    return [at for at in line.places("period") if line.tokens[at].mention.value.form != "basis"]  # type: ignore[union-attr]


def _merged(found: list[Candidate]) -> list[Candidate]:
    """One candidate a period, with the cues of all its sources; the first source that stands in the text tells its place."""
    merged: dict[object, Candidate] = {}
    for one in found:
        same = merged.setdefault(one.value, one)
        if same is not one:
            same.cues = list(dict.fromkeys([*same.cues, *one.cues]))
            if same.start < 0:
                same.start, same.end = one.start, one.end
    return list(merged.values())


def a_year_before(period: Period) -> Period:
    """The same days a year earlier (29 February becomes 28 February, and the end of February stays its end)."""
    return Period(_back(period.start, first=True), _back(period.end, first=False))


def _back(day: date | None, first: bool) -> date | None:
    if day is None:
        return None
    if day.month == 2 and day.day >= 28 and not first:
        leap = (day.year - 1) % 4 == 0 and ((day.year - 1) % 100 != 0 or (day.year - 1) % 400 == 0)
        return date(day.year - 1, 2, 29 if leap else 28)
    return day.replace(year=day.year - 1)


def _operand(line: Line, figure: Figure) -> str:
    """The short link in front of the figure, which tells a main value from one it is compared with."""
    word = line.word(figure.token - 1)
    return f"{line.word(figure.token - 2)} {word}" if word in ("a", "the", "some", "about", "to") else word


def _form(expression: object) -> list[str]:
    traits = [trait for trait in ("relative", "anaphoric", "comparative") if getattr(expression, trait, False)]
    return [f"form={getattr(expression, 'form', '')}", *traits]


def _here(reading: Reading, figure: Figure, line: Line, at: int) -> list[Candidate]:
    mention = line.tokens[at].mention
    own = _own(reading, figure)
    places = own_places(line)
    bases = [place for place in places if (figure.sentence, place) in reading.bases]
    if at in bases and own != "compared":
        cues = _aside(line, figure, at, own)
    else:
        peers = places if own == "compared" else [place for place in places if place not in bases]
        cues = _cues(reading, figure, line, at, peers, own)
        cues.append(f"bases={tally(len(bases))}.{own}.{'base' if at in bases else 'main'}.{side(line, at, figure.token)}")
    return [
        Candidate(period, [*cues, *name, *_agreement(reading, figure, period)], mention.start, mention.end)  # type: ignore[union-attr]
        for name, period in _meanings(reading, figure, at, own)
        if not _is_day(period)
    ]


def _own(reading: Reading, figure: Figure) -> str:
    """Whether the figure is only compared with, else its kind."""
    return "compared" if figure.index in reading.operands else figure.kind


def _aside(line: Line, figure: Figure, at: int, own: str) -> list[str]:
    """Cues of a period that is a base, for a figure that is none."""
    where = side(line, at, figure.token)
    return [
        "aside",
        f"aside.{own}.{where}",
        f"aside.{own}.{where}.reach={reach(at, figure.token)}",
        f"aside.{own}.intro={line.word(at - 1)}",
    ]


def _cues(reading: Reading, figure: Figure, line: Line, at: int, places: list[int], own: str) -> list[str]:
    """Cues of a period among its `places`, those that may be the figure's."""
    where = side(line, at, figure.token)
    before = [place for place in places if place < figure.token]
    form = _form(line.tokens[at].mention.value)  # type: ignore[union-attr]
    comparative = "comparative" if "comparative" in form else "plain"
    low, high = sorted((at, figure.token))
    cues = [
        "here",
        f"{where}",
        f"{where}.reach={reach(at, figure.token)}",
        f"{where}.link={link(line, at, figure.token, 2)}",
        f"{comparative}.intro={line.word(at - 1)}",
        f"{where}.{comparative}.intro={line.word(at - 1)}",
        f"{where}.{comparative}",
        f"{comparative}.operand={_operand(line, figure)}",
        f"{where}.amounts={tally(line.count('<amount>', at, figure.token))}.operand={_operand(line, figure)}",
        f"periods={tally(len(places))}",
        *(f"here.{trait}" for trait in form),
        *between(line, at, figure.token, KINDS),
        *_facts_between(reading, figure, line, at),
        f"{own}.{where}",
        f"{own}.{where}.nearer={tally(sum(low < place < high for place in places))}",
        f"{own}.{where}.amounts={tally(line.count('<amount>', at, figure.token))}.breaks={tally(line.count('break', at, figure.token))}",
        f"{own}.{where}.reach={reach(at, figure.token)}",
    ]
    if len(places) == 1:
        cues.append(f"only.{where}")
    if at == min(places, key=lambda place: abs(place - figure.token)):
        cues.append("nearest")
    if before and at == before[-1]:
        cues.append("last.before")
    if at == places[0]:
        cues.append("first")
    return cues


def _is_day(period: Period) -> bool:
    """Days date events, never trade."""
    return period.start is not None and period.start == period.end


def _meanings(reading: Reading, figure: Figure, at: int, own: str) -> list[tuple[list[str], Period]]:
    """What the mention may mean in its place, and seen from the fact before: "the same period", a bare year of part-years."""
    fiscal = "fiscal" if reading.fiscal_start != CIVIL_START else "civil"
    found = reading.readings.get((figure.sentence, at), ())[:3]
    expression = reading.line(figure).tokens[at].mention.value  # type: ignore[union-attr]
    trait = _trait(expression)
    meanings = [
        (
            [
                f"reading={number}.{fiscal}",
                f"reading={number}.{trait}",
                *_calendar(reading, expression, period),
                *_age(reading, trait, period),
            ],
            period,
        )
        for number, period in enumerate(found)
    ]
    meanings = meanings or [(["reading=unresolved", f"unresolved.{trait}"], Period())]
    previous = _main_before(reading, figure)
    if previous is None or previous[1].period == Period():
        return meanings
    main = previous[1].period
    near = "near" if previous[0].sentence == figure.sentence else "far"
    if expression.anaphoric or expression.comparative:
        seen = resolve(expression, reading.context(main))
        if seen not in (Period(), *found):
            meanings.append(([f"seen.from.fact.{near}", f"seen.from.fact.{trait}"], seen))
        common = max(reading.period_counts, key=lambda period: reading.period_counts[period])
        again = resolve(expression, reading.context(common))
        if again not in (Period(), seen, *found):
            meanings.append((["seen.from.main", f"seen.from.main.{trait}"], again))
    if found and is_year(found[0]) and not is_year(main):
        months = same_months(main, found[0])
        if months != Period():
            meanings[0][0].append(f"whole.year.{near}.{own}")
            meanings.append(
                (
                    [
                        f"same.months.{near}",
                        f"same.months.{near}.{own}",
                        f"same.months.operand={_operand(reading.line(figure), figure)}",
                    ],
                    months,
                )
            )
    return meanings


def _calendar(reading: Reading, expression: PeriodExpression, period: Period) -> list[str]:
    """Whether words that leave the calendar open are read by the fiscal one, and whether the text speaks of fiscal years."""
    if reading.fiscal_start == CIVIL_START or expression.dated or expression.calendar != "civil":
        return []
    fiscal = period in readings(expression.but(calendar="fiscal"), reading.context(None))
    civil = period in readings(expression, replace(reading.context(None), fiscal_start=CIVIL_START))
    name = "either" if fiscal == civil else "fiscal" if fiscal else "civil"
    return [f"calendar={name}.{expression.form}.{'fiscal' if reading.speaks_fiscal else 'civil'}"]


def _age(reading: Reading, trait: str, period: Period) -> list[str]:
    """How long before publication a period without a year of its own ended: the news is fresh."""
    published = reading.dating.published
    if published is None or period.end is None or trait == "dated":
        return []
    days = (published - period.end).days
    age = "future" if days < 0 else "month" if days < 45 else "quarter" if days < 120 else "year" if days < 370 else "older"
    return [f"age={age}.{trait}", f"age={age}.{'year' if is_year(period) else 'part'}"]


def _main_before(reading: Reading, figure: Figure) -> tuple[Figure, Decision] | None:
    """The nearest fact in front of this figure that is no base of a comparison."""
    for other in reversed(reading.page.figures[: figure.index]):
        decision = reading.before.get(other.index)
        if decision is not None and decision.fact and other.index not in reading.operands:
            return other, decision
    return None


def _trait(expression: PeriodExpression) -> str:
    """What fixes the words: a year of their own, another period, or the date of the text."""
    if expression.dated:
        return "dated"
    return "comparative" if expression.comparative else "anaphoric" if expression.anaphoric else "relative"


def is_year(period: Period) -> bool:
    """Whether a period lasts a year or longer."""
    return period.start is not None and period.end is not None and (period.end - period.start).days > 363


def same_months(main: Period, year: Period) -> Period:
    """The months of `main` in the year that `year` names."""
    if main.start is None or main.end is None or year.start is None:
        return Period()
    back, found = main.start.year - year.start.year, main
    for _ in range(back if 0 < back < 20 else 0):
        found = a_year_before(found)
    return found if back > 0 else Period()


def _facts_between(reading: Reading, figure: Figure, line: Line, at: int) -> list[str]:
    """Whether another figure stands between that the pass before took for a fact with this very period."""
    low, high = sorted((at, figure.token))
    period = reading.periods.get((figure.sentence, at))
    cues = []
    for other in reading.figures_by_sentence[figure.sentence]:
        if other.index == figure.index or other.kind != "amount":
            continue
        decision = reading.before.get(other.index)
        if decision is not None and decision.fact and decision.period == period:
            cues.append("taken.between" if low < other.token < high else "taken.beside")
    return sorted(set(cues))


def _agreement(reading: Reading, figure: Figure, period: Period) -> list[str]:
    cues = []
    previous, decision = reading.fact_before(figure), reading.before.get(figure.index)
    if previous is not None:
        near = "near" if previous[0].sentence == figure.sentence else "far"
        cues.append(f"{near}.previous.{'same' if previous[1].period == period else 'other'}")
        if decision is not None and previous[1].period == period:
            alike = (
                decision.flow == previous[1].flow
                and decision.pair == previous[1].pair
                and bool(decision.product) == bool(previous[1].product)
            )
            cues.append(f"{near}.previous.same.{'alike' if alike else 'unlike'}.{figure.kind}")
        if a_year_before(previous[1].period) == period != Period():
            cues.append(f"{near}.previous.year.before")
    counts = reading.period_counts
    if counts and period != Period():
        number = counts.get(period, 0)
        cues.append(f"document.period={'none' if not number else 'main' if number == max(counts.values()) else 'some'}")
    published = reading.dating.published
    status = "" if decision is None else decision.status
    if published is not None and period.end is not None and period.end > published:
        cues.extend(["future", f"future.{status}"])
    if period.start is not None and period.end is None:
        cues.append(f"open.{status}")
    if period.start is not None and period.end is not None and period.end < period.start:
        cues.append("backwards")
    return cues


def _carried(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    here = tally(len(line.places("period")))
    operand = _operand(line, figure)
    found = [
        Candidate(
            period,
            [
                f"carried.{source}",
                f"carried.{source}.periods={here}",
                f"carried.operand={operand}",
                f"carried.periods={here}",
                *(f"carried.{trait}" for trait in _form(expression)),
                *_agreement(reading, figure, period),
            ],
            start,
            end,
        )
        for source, period, expression, start, end in _sources(reading, figure)
    ]
    found.extend(_from_facts(reading, figure, line, here, operand))
    return found


def _sources(reading: Reading, figure: Figure) -> list[tuple[str, Period, object, int, int]]:
    """Periods of earlier sentences: the last and first of the nearest one, the body's first; later the headline's."""
    known = [(at, period) for at, period in reading.periods.items() if period != Period() and not _is_day(period)]
    known = [(at, period) for at, period in known if at not in reading.bases] or known
    earlier = [(at, period) for at, period in known if at[0] < figure.sentence]
    picks: list[tuple[str, tuple[int, int], Period]] = []
    if earlier:
        gap = min(figure.sentence - earlier[-1][0][0], 3)
        leading = next(entry for entry in earlier if entry[0][0] == earlier[-1][0][0])
        picks = [(f"last.{gap}", *earlier[-1]), (f"leading.{gap}", *leading), ("opening", *earlier[0])]
    elif figure.sentence < reading.body or figure.sentence == 0:
        later = [entry for entry in known if entry[0][0] > figure.sentence]
        picks = [("coming", *later[0])] if later else []
    rows = []
    for source, (sentence, at), period in picks:
        mention = reading.page.lines[sentence].tokens[at].mention
        rows.append((source, period, mention.value, mention.start, mention.end))  # type: ignore[union-attr]
    return rows


def _from_facts(reading: Reading, figure: Figure, line: Line, here: str, operand: str) -> list[Candidate]:
    """The period of the fact before, and the same a year earlier, which a bare "from $2 billion" means."""
    previous = reading.fact_before(figure)
    if previous is None or previous[1].period == Period():
        return []
    near = min(figure.sentence - previous[0].sentence, 3)
    joint = link(line, previous[0].token, figure.token) if near == 0 else "/"
    tail = [f"periods={here}", f"operand={operand}", f"near={near}"]
    main = _main_before(reading, figure) or previous
    own = _own(reading, figure)
    tail.append(own)
    same = [f"fact.same.{cue}" for cue in [*tail, f"link={joint}", f"near={near}.periods={here}"]]
    back = [f"fact.year.before.{cue}" for cue in [*tail, f"link={joint}", f"near={near}.operand={operand}"]]
    bases = _base_before(reading, figure) if own == "compared" else []
    return [
        *bases,
        Candidate(previous[1].period, ["fact.same", *same]),
        Candidate(a_year_before(main[1].period), ["fact.year.before", *back]),
    ]


def _base_before(reading: Reading, figure: Figure) -> list[Candidate]:
    """The period of the nearest base in front, for a base without one of its own: "to 9 from 8 in May, imports to 7 from 6"."""
    line = reading.line(figure)
    for other in reversed(reading.figures_by_sentence[figure.sentence]):
        decision = reading.before.get(other.index)
        if other.index < figure.index and decision is not None and decision.fact and other.index in reading.operands:
            own = tally(sum(at > other.token for at in own_places(line)))
            return [
                Candidate(
                    decision.period,
                    ["fact.base", f"fact.base.later={own}", f"fact.base.link={link(line, other.token, figure.token)}"],
                )
            ]
    return []


def _unknown(reading: Reading, figure: Figure, line: Line) -> Candidate:
    known = sum(period != Period() for period in reading.periods.values())
    cues = [
        "unknown",
        f"unknown.here={tally(len(line.places('period')))}",
        f"unknown.known={tally(known)}",
        f"unknown.operand={_operand(line, figure)}",
        f"unknown.after={line.word(figure.token + 1)}",
    ]
    cues.append(f"unknown.dated={'yes' if reading.dating.published else 'no'}")
    verb = next(
        (line.word(figure.token - step) for step in range(1, 12) if line.word(figure.token - step) in reading.words.actual), "-"
    )
    cues.append(f"unknown.verb={verb}")
    line_words = {token.word for token in line.tokens}
    cues.extend(
        f"unknown.word={word}"
        for word in ("annual", "annually", "currently", "current", "now", "present", "so", "yearly", "already")
        if word in line_words
    )
    if line_words & reading.words.target:
        cues.append("unknown.target.word")
    if line_words & reading.words.forecast:
        cues.append("unknown.forecast.word")
    decision = reading.before.get(figure.index)
    if decision is not None:
        cues.append(f"unknown.status={decision.status}")
    previous = reading.fact_before(figure)
    if previous is not None:
        cues.append(f"unknown.previous={'unknown' if previous[1].period == Period() else 'known'}")
    own = "share" if decision is not None and decision.rate == ("share", -1) else _own(reading, figure)
    status = "" if decision is None else decision.status
    here = len(own_places(line))
    cues.extend([f"unknown.{own}", f"unknown.{own}.here={tally(here)}.{status}"])
    if line_words & {'"', "“", "‘", "«"}:
        cues.append("unknown.quoted")
    return Candidate(Period(), cues)
