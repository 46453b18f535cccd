"""That a figure's period cannot be known: standing statements, rates of every year, targets without a date."""

from __future__ import annotations

from parsers.mentions.period_expression import PeriodExpression
from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_carried import own_places, points_back, shape
from parsers.observations.slots.period_meanings import ground, operand
from parsers.observations.slots.places import crowd, tally
from parsers.observations.told import number
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

BEFORE, BEHIND = 12, 4
AFTER = 8
MOST_DIGITS = 4
FEW = 3
_ENDS = frozenset({",", ".", ";", "<amount>", "<period>"})


def unknown(reading: Reading, figure: Figure, line: Line) -> Candidate:
    """The candidate whose value is Period()."""
    known = sum(period != Period() for period in reading.periods.values())
    cues = [
        "unknown",
        f"unknown.here={tally(len(line.places('period')))}",
        f"unknown.free={_free(reading, figure, line)}",
        f"unknown.known={tally(known)}",
        f"unknown.operand={operand(line, figure, reading.words)}",
        f"unknown.after={_after(line, figure)}",
        f"unknown.after2={line.word(figure.token + 1)} {line.word(figure.token + 2)}",
        *_ground(reading, figure, line),
    ]
    cues.extend(_words(reading, figure, line))
    cues.extend(_status(reading, figure, line))
    cues.extend(_others(reading, figure))
    cues.extend(_tenses(reading, figure, line))
    cues.extend(_precision(figure, line))
    cues.extend(_presupposed(line, figure, reading.words))
    cues.extend(_standing(reading, figure, line))
    return Candidate(Period(), cues)


def _free(reading: Reading, figure: Figure, line: Line) -> str:
    """How many periods of the sentence are free for a figure, neither a base nor the date of an event; else what there is."""
    places = [(figure.sentence, at) for at in own_places(line)]
    free = sum(place not in reading.bases and place not in reading.events for place in places)
    if free or not places:
        return tally(free)
    return "event" if any(place in reading.events for place in places) else "base"


def _ground(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """What tells when the text speaks, and what the nearest period of the sentence needs of it."""
    own = [line.mention(at).value for at in sorted(own_places(line), key=lambda at: abs(at - figure.token))]
    needs = _needs(own[0]) if own else "none"
    known = ground(reading)
    cues = [f"unknown.dated={known}", f"unknown.dated={known}.needs={needs}"]
    if needs == "date" and own[0].stated is not None:
        cues.append(f"unknown.dated={known}.needs=year")
    return cues


def _needs(expression: PeriodExpression) -> str:
    """What words need to lie on a calendar: nothing, another period, or the text's date."""
    if expression.dated or (expression.stated is not None and expression.stated.dated):
        return "nothing"
    return "anchor" if expression.anaphoric else "date"


def _after(line: Line, figure: Figure) -> str:
    """The word behind the figure; a period that such a word leads to counts for more."""
    behind = [line.word(figure.token + step) for step in (1, 2, 3)]
    return "<period>" if "<period>" in behind and "," not in behind else behind[0]


def _words(reading: Reading, figure: Figure, line: Line) -> list[str]:
    words, here = reading.words, {token.word for token in line.tokens}
    before = (line.word(figure.token - step) for step in range(1, BEFORE))
    cues = [f"unknown.verb={next((word for word in before if word in words.actual), '-')}"]
    own = _free(reading, figure, line)
    cues.extend(f"unknown.word={word}.{own}" for word in sorted(words.lasting & here))
    if here & words.target:
        near = {line.word(figure.token - step) for step in range(1, BEFORE)}
        cues.append(f"unknown.target.word.{own}.{'near' if near & words.target else 'far'}")
    if words.horizons & {line.word(figure.token + step) for step in range(1, BEFORE)}:
        cues.append(f"unknown.horizon.{own}")
    if here & words.forecast:
        cues.append("unknown.forecast.word")
    if here & words.saying:
        cues.append("unknown.said")
    if here & {'"', "“", "‘", "«"}:
        cues.append("unknown.quoted")
    return cues


def _status(reading: Reading, figure: Figure, line: Line) -> list[str]:
    decision, previous = reading.before.get(figure.index), reading.fact_before(figure)
    cues = []
    if decision is not None:
        cues.append(f"unknown.status={decision.status}")
    gap = -1 if previous is None else figure.sentence - previous[0].sentence
    cues.append(f"unknown.gap={'first' if gap < 0 else crowd(gap)}")
    if previous is not None:
        cues.append(f"unknown.previous={'unknown' if previous[1].period == Period() else 'known'}")
    own = shape(reading, figure)
    back = points_back(reading, figure, reading.line(figure))
    cues.append(f"unknown.{own}.{back}")
    status = "" if decision is None else decision.status
    free = _free(reading, figure, line)
    return [*cues, f"unknown.{own}", f"unknown.{own}.here={free}.{status}"]


def _standing(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """Whether words near the figure tell of a lasting state: "currently", "annual", "now"."""
    words = reading.words
    behind = [line.word(figure.token + step) for step in range(1, BEHIND)]
    before: list[str] = []
    for step in range(1, BEFORE):
        word = line.word(figure.token - step)
        if word in words.breaks or word in ("<amount>", "<change>"):
            break
        before.extend(_spelt(line, figure.token - step))
    behind.extend(_spelt(line, figure.token + 1))
    cues = [f"unknown.state={_state(line, figure, before, words)}.{_free(reading, figure, line)}"]
    return [*cues, "unknown.lasting"] if words.lasting & {*before, *behind} else cues


def _state(line: Line, figure: Figure, before: list[str], words: CueWords) -> str:
    """What tells of a lasting state: "$5 million annually", "an annual $5 million", "now at $5 million"."""
    first, second = line.word(figure.token + 1), line.word(figure.token + 2)
    if first in words.yearly or (first in words.each and second in words.spells):
        return "rate"
    if words.yearly & {*before, first, second, *_spelt(line, figure.token + 1)}:
        return "yearly"
    return "lasting" if words.lasting & set(before) else "none"


def _spelt(line: Line, at: int) -> list[str]:
    """The words of a place; those of a flow's name too, which may hold the "annual" of "annual trade"."""
    if line.word(at) != "<flow>":
        return [line.word(at)]
    return line.mention(at).text.lower().split()


def _others(reading: Reading, figure: Figure) -> list[str]:
    """How many of the other facts have no period that is known: a talk tells of standing things, a report of its months."""
    own = reading.before.get(figure.index)
    if own is None:
        return []
    facts, known = reading.past.dated_facts
    facts, known = facts - own.fact, known - (own.fact and own.period != Period())
    part = f"unknown.others={_part(facts, facts - known)}"
    return [part, f"{part}.{crowd(facts)}"]


def _part(facts: int, unknown: int) -> str:
    if not facts:
        return "alone"
    if unknown in (0, facts):
        return "all" if unknown else "none"
    return "few" if unknown * FEW < facts else "many"


def tense(reading: Reading, figure: Figure, line: Line) -> str:
    """Whether the verb in front of a figure tells of what is, of what has come about, or of what was."""
    return _verb(reading.words, line, figure.token, -1, BEFORE) or "none"


def _tenses(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """The tense in front of the figure, or else that behind it: "a third of it goes to Peru"."""
    found = tense(reading, figure, line)
    if found != "none":
        return [f"unknown.tense={found}"]
    behind = _verb(reading.words, line, figure.token, 1, AFTER)
    return [f"unknown.tense={found}", f"unknown.tense.behind={behind or found}"]


def _verb(words: CueWords, line: Line, at: int, step: int, reach: int) -> str:
    """The tense of the nearest verb on one side of a place within its clause, "" where there is none."""
    for place in range(at + step, at + step * reach, step):
        word = line.word(place)
        if word in words.breaks or word == "<amount>":
            break
        if word in words.having and not _has_it(line.word(place + 1), words):
            return "perfect"
        if word in words.present:
            return "present"
        if word in words.actual:
            near = {line.word(place - more) for more in (1, 2)}
            return "perfect" if near & words.having else "pluperfect" if near & words.long_past else "past"
    return ""


def _has_it(word: str, words: CueWords) -> bool:
    """Whether behind "has" what is had follows, and no participle."""
    return word in words.determiners or word in words.approximate or word in ("<amount>", "<change>")


def _presupposed(line: Line, figure: Figure, words: CueWords) -> list[str]:
    """Whether a figure only says which flow is meant, as known: "their $5 million deficit", "the $5 million bilateral trade"."""
    before = line.word(figure.token - 1)
    if figure.kind != "amount" or not (before in words.definite or before in words.possessive):
        return []
    behind = [line.word(figure.token + step) for step in range(1, BEHIND)]
    flow = behind.index("<flow>") if "<flow>" in behind else BEHIND
    if any(word in _ENDS or word in words.belonging for word in behind[:flow]) or flow == BEHIND:
        return []
    return ["unknown.presupposed", f"unknown.presupposed.{tally(len(own_places(line)))}"]


def _precision(figure: Figure, line: Line) -> list[str]:
    """How many digits the number has, and whether a rate stands by: what lasts is told in round numbers, without growth."""
    digits = len(number(figure).normalize().as_tuple().digits)
    cues = [f"unknown.digits={min(digits, MOST_DIGITS)}.{figure.kind}"]
    if figure.kind == "amount":
        cues.append(f"unknown.growth={'yes' if line.places('change') else 'no'}")
    return cues
