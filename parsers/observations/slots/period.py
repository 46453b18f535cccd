"""When: the periods of the sentence, those carried from earlier ones, a year before the main one, or none that can be known."""

from __future__ import annotations

from parsers.mentions.calendars import is_day
from parsers.model import Period
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.period_carried import agreement, carried, own_places, traits
from parsers.observations.slots.period_compared import partner
from parsers.observations.slots.period_echo import telling
from parsers.observations.slots.period_fit import fits, surroundings
from parsers.observations.slots.period_meanings import meanings, operand, role
from parsers.observations.slots.period_note import noted
from parsers.observations.slots.period_pieces import EACH_YEAR, of_another, years_told
from parsers.observations.slots.period_ties import fences, held, tie, turn
from parsers.observations.slots.period_unknown import unknown
from parsers.observations.slots.period_usual import beside, usual
from parsers.observations.slots.places import between, link, reach, side, tally
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

KINDS = ("amount", "change", "flow", "period", "break")
NEAREST = 16


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is a Period; Period() stands for one that cannot be known."""
    line = reading.line(figure)
    if (note := noted(reading)) is not None:
        return [note]
    near = sorted(own_places(line), key=lambda at: abs(at - figure.token))[:NEAREST]
    mine = (at for at in sorted(near) if not of_another(line, figure, at, reading.words))
    found = [one for at in mine for one in _here(reading, figure, line, at)]
    elsewhere = [*carried(reading, figure, line), unknown(reading, figure, line)]
    own, free = _held(reading, figure, line), _free(reading, figure, line)
    for one in elsewhere:
        source = one.cues[0] if one.cues[0].startswith("fact") else one.cues[0].partition(".")[0]
        one.cues.extend([f"{source}.{own}", f"{source}.{free}"])
    found.extend(elsewhere)
    around = surroundings(reading, figure, line)
    usual(reading, figure, found)
    for one in found:
        one.cues.extend(beside(reading, figure, one.value))
        one.cues.extend(telling(reading, figure, one.value))
        one.cues.extend(fits(reading, figure, one.value, around))
    return found


def _held(reading: Reading, figure: Figure, line: Line) -> str:
    """Whether a period stands right by the figure: one of its own, or one that it is compared with."""
    places = held(line, figure, own_places(line), reading.words)
    bases = sum((figure.sentence, at) in reading.bases for at in places)
    return "held" if len(places) > bases else "held.base" if bases else "held.none"


def _free(reading: Reading, figure: Figure, line: Line) -> str:
    """Whether any period of the sentence may be the figure's: no base, no event's, none that heads a clause behind it."""
    places = own_places(line)
    taken = reading.bases | reading.events
    free = any((figure.sentence, at) not in taken and not _opens_next(line, figure, at, reading.words) for at in places)
    return "free" if free else "free.none" if places else "free.empty"


def _opens_next(line: Line, figure: Figure, at: int, words: CueWords) -> bool:
    return at > figure.token and _heads_clause(line, at, words)


def _here(reading: Reading, figure: Figure, line: Line, at: int) -> list[Candidate]:
    mention = line.tokens[at].mention
    own = role(reading, figure)
    places = own_places(line)
    bases = [place for place in places if (figure.sentence, place) in reading.bases]
    if at in bases and own != "compared":
        cues = [*_aside(line, figure, at, own), f"aside.tie={tie(line, figure, at, reading.words)}"]
    else:
        peers = places if own == "compared" else [place for place in places if place not in bases]
        cues = _cues(reading, figure, line, at, peers, own)
        cues.append(f"bases={tally(len(bases))}.{own}.{'base' if at in bases else 'main'}.{side(line, at, figure.token)}")
    if in_turn := turn(line, figure, at, places):
        cues.extend([f"turn={in_turn}", f"turn={in_turn}.{own}"])
    return [
        Candidate(
            period,
            [*cues, *name, *_edge(line, at, number, period), *agreement(reading, figure, period)],
            mention.start,  # type: ignore[union-attr]
            mention.end,  # type: ignore[union-attr]
            data=years_told(reading, figure, at, own) if EACH_YEAR in name else None,
        )
        for number, (name, period) in enumerate(meanings(reading, figure, at, own))
        if not is_day(period)
    ]


def _edge(line: Line, at: int, number: int, period: Period) -> list[str]:
    """Of the start or the end of something, whether a meaning comes first, and whether it is left open."""
    edge = line.mention(at).value.edge
    return [f"edge={edge}.{'first' if number == 0 else 'later'}.{'open' if period.end is None else 'whole'}"] if edge else []


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
    form = traits(line.mention(at).value)
    comparative = "comparative" if "comparative" in form else "plain"
    low, high = sorted((at, figure.token))
    amounts = tally(line.count("<amount>", at, figure.token))
    cues = [
        "here",
        f"{where}",
        f"{where}.reach={reach(at, figure.token)}",
        f"{where}.link={link(line, at, figure.token, 2)}",
        f"{comparative}.intro={line.word(at - 1)}",
        f"{where}.{comparative}.intro={line.word(at - 1)}",
        f"{where}.{comparative}",
        f"{comparative}.operand={operand(line, figure, reading.words)}",
        f"{where}.amounts={amounts}.operand={operand(line, figure, reading.words)}",
        f"periods={tally(len(places))}",
        *(f"here.{trait}" for trait in form),
        *between(line, at, figure.token, KINDS),
        *_facts_between(reading, figure, line, at),
        *_ties(reading, figure, line, at, places),
        *_of_others(reading, figure, line, at, own),
        f"{own}.{where}",
        f"{own}.{where}.nearer={tally(sum(low < place < high for place in places))}",
        f"{own}.{where}.amounts={amounts}.breaks={tally(line.count('break', at, figure.token))}",
        f"{own}.{where}.reach={reach(at, figure.token)}",
    ]
    if len(places) == 1:
        cues.append(f"only.{where}")
    if at == min(places, key=lambda place: (fences(line, place, figure.token, reading.words), abs(place - figure.token))):
        cues.append("nearest")
    if before and at == before[-1]:
        cues.append("last.before")
    if at == places[0]:
        cues.append("first")
    return cues


def _ties(reading: Reading, figure: Figure, line: Line, at: int, places: list[int]) -> list[str]:
    """How the period is tied to the figure, and whether another one is tied closer."""
    how = tie(line, figure, at, reading.words)
    rivals = any(place != at for place in held(line, figure, places, reading.words))
    return [f"tie={how}", f"tie={how}.rivals={'yes' if rivals else 'no'}"]


def _of_others(reading: Reading, figure: Figure, line: Line, at: int, own: str) -> list[str]:
    """Whether the period only names an event, or is held by what the figure is compared with."""
    cues = _events(reading, figure, line, at)
    if _opens_next(line, figure, at, reading.words):
        cues.append("heads")
    other = partner(reading, figure) if own == "compared" else None
    if other is None or other[0].sentence != figure.sentence:
        return cues
    holds = at in held(line, other[0], own_places(line), reading.words)
    kind = "base" if (figure.sentence, at) in reading.bases else "main"
    return [*cues, f"partner.{'holds' if holds else 'free'}.{kind}"]


def _events(reading: Reading, figure: Figure, line: Line, at: int) -> list[str]:
    """Whether a period only says when something else happened, and whether one stands by that does not."""
    if (figure.sentence, at) not in reading.events:
        return []
    others = [(figure.sentence, place) for place in own_places(line) if place != at]
    free = any(other not in reading.events and other not in reading.bases for other in others)
    return ["event", f"event.{'beside' if free else 'alone'}"]


def _heads_clause(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period begins a clause of its own behind a figure: "is around $5 million; in May it was", "and in 2020 had".

    The clause may have no more than the next figure: "to $5 million, and for May 2020 to $3 million".
    """
    joint = at - 2 if line.word(at - 1) in words.prepositions else at - 1
    if not (line.word(joint) in words.uniting or line.word(joint) in words.breaks):
        return False
    behind = line.word(at + 1)
    if behind in words.actual or behind in words.present or behind in words.anaphors:
        return True
    figures = ("<amount>", "<change>")
    return behind in ("<flow>", "<area>", ",", *figures) or (behind in words.short_links and line.word(at + 2) in figures)


def _facts_between(reading: Reading, figure: Figure, line: Line, at: int) -> list[str]:
    """Whether another figure stands between that the pass before took for a fact with this very period."""
    low, high = sorted((at, figure.token))
    period, mine = reading.periods.get((figure.sentence, at)), reading.before.get(figure.index)
    own = held(line, figure, [at], reading.words)
    cues = []
    for other in reading.figures_by_sentence[figure.sentence]:
        if other.index == figure.index or other.kind != "amount":
            continue
        decision = reading.before.get(other.index)
        if decision is None or not decision.fact:
            continue
        if decision.period == period:
            cues.append("taken.between" if low < other.token < high else "taken.beside")
        if mine is not None and mine.status != decision.status and not own and held(line, other, [at], reading.words):
            cues.append(f"apart={mine.status}.{decision.status}.{'before' if at < figure.token else 'behind'}")
    return sorted(set(cues))
