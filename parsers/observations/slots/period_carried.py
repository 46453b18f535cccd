"""Periods from outside the sentence: of earlier sentences and of the facts before."""

from __future__ import annotations

from parsers.mentions.calendars import is_day
from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.sharers import stands_for_sum
from parsers.observations.slots.period_compared import YEAR, last_step, partner, step_before, year_behind
from parsers.observations.slots.period_meanings import a_year_before, main_before, operand, role
from parsers.observations.slots.places import link, tally
from parsers.observations.weights import Candidate

BEHIND = 4


def own_places(line: Line) -> list[int]:
    """Where periods stand that a figure may be of; "year-on-year" only says what a rate is against."""
    return [at for at in line.places("period") if line.tokens[at].mention.value.form != "basis"]  # type: ignore[union-attr]


def traits(expression: object) -> list[str]:
    found = [trait for trait in ("relative", "anaphoric", "comparative") if getattr(expression, trait, False)]
    return [f"form={getattr(expression, 'form', '')}", *found]


def agreement(reading: Reading, figure: Figure, period: Period) -> list[str]:
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
            cues.append(f"{near}.previous.year.before.{role(reading, figure)}")
    main = main_before(reading, figure)
    if main is not None:
        near = "near" if main[0].sentence == figure.sentence else "far"
        cues.append(f"{near}.main.{'same' if main[1].period == period else 'other'}.{role(reading, figure)}")
    cues.extend(_with_next(reading, figure, period))
    published = reading.dating.published
    status = "" if decision is None else decision.status
    if published is not None and period.end is not None and period.end > published:
        cues.extend(["future", f"future.{status}"])
    if period.start is not None and period.end is None:
        cues.append(f"open.{status}")
    if period.start is not None and period.end is not None and period.end < period.start:
        cues.append("backwards")
    return cues


def _with_next(reading: Reading, figure: Figure, period: Period) -> list[str]:
    """Whether the next fact of the sentence, where it is no base, has the same period."""
    later = reading.fact_after(figure)
    if later is None or later[0].sentence != figure.sentence or later[0].index in reading.operands:
        return []
    return [f"next.{'same' if later[1].period == period else 'other'}.{role(reading, figure)}"]


def carried(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    here = tally(len(line.places("period")))
    word = operand(line, figure, reading.words)
    own = role(reading, figure)
    # A base and what is compared with it differ in their period; `fact.same` stands for those that do not.
    main = partner(reading, figure) if own == "compared" else None
    against = None if main is None else main[1].period
    found = [
        Candidate(
            period,
            [
                f"carried.{source}",
                f"carried.{source}.periods={here}",
                f"carried.operand={word}",
                f"carried.periods={here}",
                *(f"carried.{trait}" for trait in traits(expression)),
                f"carried.{source}.{'told' if sentence in reading.figures_by_sentence else 'bare'}",
                f"paragraph={_paragraph(reading, figure, sentence)}",
                *agreement(reading, figure, period),
            ],
            start,
            end,
        )
        for source, period, expression, start, end, sentence in _sources(reading, figure)
        if period != against
    ]
    found.extend(_from_facts(reading, figure, line, here, word))
    if own != "compared":
        for one in year_behind(reading, figure, line):
            one.cues.extend(agreement(reading, figure, one.value))
            found.append(one)
    return found


def _paragraph(reading: Reading, figure: Figure, sentence: int) -> str:
    """Whether a sentence stands in a figure's own paragraph; "single" where the text has but one."""
    sentences = reading.page.sentences
    if sentences[0].paragraph == sentences[-1].paragraph:
        return "single"
    apart = sentences[figure.sentence].paragraph - sentences[sentence].paragraph
    return "same" if apart == 0 else "other" if apart > 0 else "ahead"


def _sources(reading: Reading, figure: Figure) -> list[tuple[str, Period, object, int, int, int]]:
    """Periods of earlier sentences: the last and first of the nearest one (and of one with a figure), the body's first.

    A headline, without earlier ones, takes the first that comes.
    """
    known = [(at, period) for at, period in reading.periods.items() if period != Period() and not is_day(period)]
    known = [(at, period) for at, period in known if at not in reading.bases and at not in reading.events] or known
    earlier = [(at, period) for at, period in known if at[0] < figure.sentence]
    picks: list[tuple[str, tuple[int, int], Period]] = []
    if earlier:
        gap = min(figure.sentence - earlier[-1][0][0], 3)
        leading = next(entry for entry in earlier if entry[0][0] == earlier[-1][0][0])
        picks = [(f"last.{gap}", *earlier[-1]), (f"leading.{gap}", *leading), ("opening", *earlier[0])]
        if earlier[-1][0][0] not in reading.figures_by_sentence:
            told = next((entry for entry in reversed(earlier) if entry[0][0] in reading.figures_by_sentence), None)
            picks.extend([] if told is None else [("told", *told)])
    elif figure.sentence < reading.body or figure.sentence == 0:
        later = [entry for entry in known if entry[0][0] > figure.sentence]
        picks = [("coming", *later[0])] if later else []
    rows = []
    for source, (sentence, at), period in picks:
        mention = reading.page.lines[sentence].tokens[at].mention
        rows.append((source, period, mention.value, mention.start, mention.end, sentence))  # type: ignore[union-attr]
    return rows


def _from_facts(reading: Reading, figure: Figure, line: Line, here: str, word: str) -> list[Candidate]:
    """The period of the fact before, and the same a year earlier, which a bare "from $2 billion" means."""
    previous = main_before(reading, figure) or reading.fact_before(figure)
    if previous is None or previous[1].period == Period():
        return []
    near = min(figure.sentence - previous[0].sentence, 3)
    joint = link(line, previous[0].token, figure.token) if near == 0 else "/"
    tail = [f"periods={here}", f"operand={word}", f"near={near}"]
    own = role(reading, figure)
    main = (partner(reading, figure) if own == "compared" else None) or previous
    tail.append(own)
    alike = _same_status(reading, figure, previous[1])
    ties = [*tail, f"{shape(reading, figure)}.{points_back(reading, figure, line)}", f"link={joint}", f"status={alike}"]
    same = [f"fact.same.{cue}" for cue in (*ties, f"near={near}.periods={here}")]
    earlier = [f"fact.year.before.{cue}" for cue in [*tail, f"link={joint}", f"near={near}.operand={word}"]]
    if own == "compared":
        step = last_step(reading, figure)[0]
        earlier.append(f"fact.year.before.step={'year' if step == YEAR else 'other' if step else 'none'}")
    bases = [*_base_before(reading, figure), *step_before(reading, figure)] if own == "compared" else []
    kept = _kept(reading, figure) if alike == "other" else []
    return [
        *bases,
        *kept,
        Candidate(previous[1].period, ["fact.same", *same]),
        Candidate(a_year_before(main[1].period), ["fact.year.before", *earlier]),
    ]


def shape(reading: Reading, figure: Figure) -> str:
    """What a figure is: a share, which is of the whole just told, what something is compared with, else its kind."""
    decision = reading.before.get(figure.index)
    return "share" if decision is not None and decision.rate == ("share", -1) else role(reading, figure)


def points_back(reading: Reading, figure: Figure, line: Line) -> str:
    """Whether words point to the fact before, and how: "plain" where none does.

    A subject that is it ("equal": "That is 13% of the trade"), a whole that is it ("sum": "78% of it"), else "back".
    """
    words = reading.words
    first = line.word(1) if line.word(0) in words.belonging else line.word(0)
    if first in words.anaphors or first in words.pronouns:
        return "equal" if line.word(1) in words.copulas | words.making else "back"
    if stands_for_sum(words, line, figure.token):
        return "sum"
    behind = next((step for step in range(1, BEHIND) if line.word(figure.token + step) in words.belonging), 0)
    after = {line.word(figure.token + behind + step) for step in (1, 2)} if behind else set()
    return "back" if after & words.anaphors else "plain"


def _same_status(reading: Reading, figure: Figure, other: Decision) -> str:
    """Whether a fact is as actual, expected or aimed at as this figure: of another kind it has a period of its own."""
    decision = reading.before.get(figure.index)
    return "unknown" if decision is None else "same" if decision.status == other.status else "other"


def _kept(reading: Reading, figure: Figure) -> list[Candidate]:
    """The period of the last main fact that is as actual or expected as this figure, where forecasts stand between."""
    for other in reversed(reading.page.figures[: figure.index]):
        decision = reading.before.get(other.index)
        if decision is None or not decision.fact or other.index in reading.operands or decision.period == Period():
            continue
        if _same_status(reading, figure, decision) == "same":
            near = min(figure.sentence - other.sentence, 3)
            return [Candidate(decision.period, ["fact.kept", f"fact.kept.{role(reading, figure)}", f"fact.kept.near={near}"])]
    return []


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
