"""Whether a figure is said to be so, to be coming, or to be wanted."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_meanings import role
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

WINDOW = 9
REACH = 14


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is actual, forecast or target."""
    cues = _cues(reading, figure)
    return [Candidate(status, [status, *(f"{status}.{cue}" for cue in cues)]) for status in ("actual", "forecast", "target")]


def _cues(reading: Reading, figure: Figure) -> list[str]:
    line, words = reading.line(figure), reading.words
    groups = {"forecast": words.forecast, "target": words.target, "actual": words.actual}
    cues = []
    for name, group in groups.items():
        gap = next((step for step in range(1, 60) if figure.token - step >= 0 and line.word(figure.token - step) in group), None)
        later = any(line.word(figure.token + step) in group for step in range(1, WINDOW))
        cues.append(f"{name}={'none' if gap is None else 'near' if gap < WINDOW else 'far'}")
        cues.append(f"{name}.after={'yes' if later else 'no'}")
        if gap is not None and gap < WINDOW + 5:
            cues.append(f"word={line.word(figure.token - gap)}")
    nearest = next(
        (line.word(at) for at in range(figure.token - 1, -1, -1) if any(line.word(at) in group for group in groups.values())),
        None,
    )
    cues.append(f"nearest={nearest}")
    kinds = "+".join(name for name, group in groups.items() if nearest in group) or "none"
    cues.append(f"{role(reading, figure)}.{kinds}")
    cues.extend(_infinitive(words, line, figure.token))
    cues.append(f"before={line.word(figure.token - 1)}")
    cues.append(f"before2={line.word(figure.token - 2)} {line.word(figure.token - 1)}")
    cues.extend(_calendar(reading, figure))
    return cues


def _infinitive(words: CueWords, line: Line, at: int) -> list[str]:
    """Whether the figure hangs on an infinitive ("decided to raise trade to $5 billion"), and on what that hangs."""
    for place in range(at - 1, max(at - REACH, 0), -1):
        word = line.word(place)
        if word in words.infinitives and line.word(place - 1) == "to":
            after = [line.word(inner) for inner in range(place + 1, at)]
            finite = "finite" if words.actual & set(after) else "open"
            return [f"infinitive={finite}", f"infinitive={finite}.{line.word(place - 2)}"]
        if word in words.breaks or word in (";", "<amount>"):
            break
    return ["infinitive=none"]


def _calendar(reading: Reading, figure: Figure) -> list[str]:
    """What the period (of the pass before) and its neighbours say of the time of the figure."""
    decision, published = reading.before.get(figure.index), reading.dating.published
    cues = []
    if decision is not None and decision.period.end is not None and published is not None:
        cues.append("future" if decision.period.end > published else "past")
    elif decision is not None:
        cues.append("timeless" if decision.period.end is None else "undated")
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
