"""Whether a figure is said to be so, to be coming, or to be wanted."""

from __future__ import annotations

from datetime import date

from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.slots.period_meanings import role
from parsers.observations.slots.status_plan import behind, clause, feasible, infinitive, named, rear, standing, way
from parsers.observations.slots.status_told import definite, headed, held, kinds, predicate, saying, there
from parsers.observations.weights import Candidate

WINDOW = 9
FAR = 60
GROUPS = ("forecast", "target", "actual", "due")


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is actual, forecast or target."""
    cues = _cues(reading, figure)
    return [Candidate(status, [status, *(f"{status}.{cue}" for cue in cues)]) for status in ("actual", "forecast", "target")]


def _cues(reading: Reading, figure: Figure) -> list[str]:
    line, at = reading.line(figure), figure.token
    headline = reading.page.sentences[figure.sentence].headline
    said = headed(reading.words, line) if headline else kinds(reading.words, line)
    cues = []
    for name in GROUPS:
        gap = next((step for step in range(1, FAR) if at - step >= 0 and name in said[at - step]), None)
        later = any(name in kind for kind in said[at + 1 : at + WINDOW])
        cues.append(f"{name}={'none' if gap is None else 'near' if gap < WINDOW else 'far'}")
        cues.append(f"{name}.after={'yes' if later else 'no'}")
        if gap is not None and gap < WINDOW + 5:
            cues.append(f"word={line.word(at - gap)}")
    nearest = next((place for place in range(at - 1, -1, -1) if said[place]), -1)
    cues.append(f"nearest={line.word(nearest) if nearest >= 0 else None}")
    cues.append(f"{role(reading, figure)}.{said[nearest] if nearest >= 0 else 'none'}")
    cues.append(f"before={line.word(at - 1)}")
    cues.append(f"before2={line.word(at - 2)} {line.word(at - 1)}")
    cues.extend(_plan(reading, figure))
    cues.extend(_calendar(reading, figure))
    return cues


def _plan(reading: Reading, figure: Figure) -> list[str]:
    """What the figure's own clause says of its being yet to come, and that together with when it is and whether it is known."""
    words, line, at, when = reading.words, reading.line(figure), figure.token, _time(reading, figure)
    said, stands = clause(words, line, at), "stands" if standing(words, line, at) else "-"
    cues = [f"clause={said}.{when}", f"standing={stands}", f"standing={stands}.{said}", f"way={way(words, line, at)}"]
    cues.extend([f"named={named(words, line, at)}", f"behind={behind(words, line, at)}", f"feasible={feasible(words, line, at)}"])
    hold, known, told = held(words, line, at), definite(words, line, at), saying(words, line, at, when)
    cues.extend([*told, f"held={hold}", f"held={hold}.{told[0]}", f"definite={known}", f"definite={known}.{told[0]}"])
    cues.extend([f"predicate={predicate(words, line, at)}", f"there={'yes' if there(words, line, at) else 'no'}"])
    ends = rear(words, line, at)
    cues.extend([f"rear={ends}", f"rear={ends}.{told[0]}", f"rear={ends}.{when}"])
    cues.extend(infinitive(words, line, at, when))
    if reading.page.sentences[figure.sentence].headline:
        hung = [f"headline.{cue}" for cue in cues if ".hung." in cue or ".does." in cue]
        cues.extend(["headline", f"headline.{cues[-1]}", f"headline.{said}", *hung])
    return cues


def _time(reading: Reading, figure: Figure) -> str:
    """When the pass before put the figure, seen from the day of publication; "-" before it did."""
    decision, published = reading.before.get(figure.index), reading.dating.published
    if decision is None:
        return "-"
    if decision.period.end is None:
        return "timeless"
    if published is None:
        return _undated(reading, decision.period.start, decision.period.end)
    return "future" if decision.period.end > published else "past"


def _undated(reading: Reading, start: date | None, end: date) -> str:
    """When a period is, seen from a text of no day: by the year it speaks in or the latest stretch that it dates in full."""
    year = reading.year
    if year is not None and end.year != year:
        return "over" if end.year < year else "coming" if start is not None and start.year > year else "undated"
    told = reading.latest_told
    if told is None:
        return "undated"
    return "over" if end <= told else "coming" if start is not None and start > told else "undated"


def _begun(reading: Reading, figure: Figure) -> str:
    """Whether what the pass before put the figure in has begun by the day of publication; "-" where either is not known."""
    start, published = reading.before[figure.index].period.start, reading.dating.published
    return "-" if start is None or published is None else "no" if start > published else "yes"


def _calendar(reading: Reading, figure: Figure) -> list[str]:
    """What the period (of the pass before) and its neighbours say of the time of the figure."""
    cues = [] if (time := _time(reading, figure)) == "-" else [time, f"begun={_begun(reading, figure)}"]
    forms = [str(getattr(mention.value, "form", "")) for at, mention in _periods(reading, figure)]
    cues.extend(f"form={form}" for form in dict.fromkeys(forms))
    cues.append(f"intro={'/'.join(dict.fromkeys(reading.line(figure).word(at - 1) for at, _ in _periods(reading, figure)))[:20]}")
    previous = reading.fact_before(figure)
    if previous is not None and previous[0].sentence == figure.sentence:
        cues.append(f"previous={previous[1].status}")
    return cues


def _periods(reading: Reading, figure: Figure):  # type: ignore[no-untyped-def]
    line = reading.line(figure)
    return [(at, line.tokens[at].mention) for at in line.places("period")]
