"""The areas of a figure's own sentence as sides of a pair, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.anaphors import listed, several, single
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.own import ownership, parallel
from parsers.observations.slots.places import dateline, opening, tally, whole
from parsers.observations.slots.standing import kind, standing
from parsers.observations.words import CueWords

MOST_HERE = 7
UNIONS = {"G-EUROPE": "EU", "G-EURASIA": "EAEU"}


@dataclass(frozen=True, slots=True)
class Side:
    """One possible side of a pair: its code, its first and last token (-1: not in this sentence), cues, whose figure."""

    code: str | None
    at: int
    cues: tuple[str, ...]
    own: str = "carried"
    last: int = -1
    end: str = "carried"


def named_sides(reading: Reading, figure: Figure, line: Line, flow_at: int) -> list[Side]:
    """The areas named in the sentence nearest to the figure and its flow word, and the lists of areas among them."""
    places = [at for at in line.places("area") if line.tokens[at].mention.value.code]  # type: ignore[union-attr]
    nearest = sorted(places, key=lambda at: min(abs(at - figure.token), abs(at - flow_at) if flow_at >= 0 else 99))[:MOST_HERE]
    runs = _runs(line, places, reading.words)
    matched = _matched(reading, line, figure, runs)
    nearest = [at for at in nearest if matched.get(at, at) == at]
    wanted = sorted({*nearest, *matched.values()})
    sides = [_side(reading, figure, line, flow_at, at, at, places, runs) for at in wanted]
    sides = [_matching(side) if side.at in matched.values() else side for side in sides]
    for run in runs:
        if run[0] in matched:
            continue
        sides.append(_side(reading, figure, line, flow_at, run[0], run[-1], places, runs))
    return [*sides, *_unions(reading, figure, sides), *_anaphors(reading, figure, line, flow_at, places, runs)]


def _unions(reading: Reading, figure: Figure, sides: list[Side]) -> Iterator[Side]:
    """What a group stands for in its text: "Europe" the EU where it is named, "the neighbours" those named one by one."""
    for side in sides:
        union = UNIONS.get(side.code or "")
        if union in reading.named:
            yield replace(side, code=union, cues=(*side.cues, "union"))
        if kind(side.code) == "group":
            members = listed(reading, figure.sentence, side.at)
            if members:
                yield replace(side, code=members, cues=(*side.cues, "spelt.out"))


def _anaphors(
    reading: Reading, figure: Figure, line: Line, flow_at: int, places: list[int], runs: list[list[int]]
) -> Iterator[Side]:
    """The areas that "these regions", "the country" and the like may stand for."""
    for at in line.places("area"):
        mention = line.mention(at).value
        if mention.form != "anaphor" or mention.code is not None:
            continue
        find = single if mention.count == 1 else several
        meant = find(reading, figure.sentence, at, mention)
        if not meant:
            continue
        side = _side(reading, figure, line, flow_at, at, at, [*places, at], runs)
        for code, cues in meant.items():
            yield replace(side, code=code, cues=(*side.cues, *cues, *standing(reading, code)))


def _matching(side: Side) -> Side:
    """The member of a list that has the figure to itself, unlike one that shares a figure with the others."""
    return replace(side, cues=(*(cue for cue in side.cues if not cue.startswith("member.")), "matched"))


def listed_with(reading: Reading, line: Line, figure: Figure, at: int) -> tuple[int, int] | None:
    """The first and the last area of the list at a place that has one figure for all its members; None where there is none."""
    places = [place for place in line.places("area") if line.mention(place).value.code]
    run = next((run for run in _runs(line, places, reading.words) if at in run), None)
    if run is None or line.word(run[0] - 1) in reading.words.mutual:
        return None
    return (run[0], run[-1]) if parallel(line, figure, run, reading.words) < 0 else None


def _matched(reading: Reading, line: Line, figure: Figure, runs: list[list[int]]) -> dict[int, int]:
    """Member of a list -> the member that is the figure's own, where areas and figures are two lists of one length."""
    found = {}
    for run in runs:
        match = -1 if line.word(run[0] - 1) in reading.words.mutual else parallel(line, figure, run, reading.words)
        if match >= 0:
            found.update(dict.fromkeys(run, match))
    return found


def _runs(line: Line, places: list[int], words: CueWords) -> list[list[int]]:
    """Areas named one by one: joined by commas and "and"."""
    runs: list[list[int]] = []
    for at in places:
        apart = [line.word(place) for place in range(runs[-1][-1] + 1, at)] if runs else []
        if runs and apart and len(apart) <= 3 and all(word == "," or word in words.enumerating for word in apart):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [run for run in runs if len(run) > 2 or (len(run) > 1 and _joined(words, line, *run))]


def _joined(words: CueWords, line: Line, first: int, last: int) -> bool:
    """Whether more than a comma joins two areas ("Within the EU, Germany" is no list)."""
    return any(line.word(at) in words.conjunctions for at in range(first + 1, last))


def _code(line: Line, first: int, last: int) -> str | None:
    """The areas between two places joined by "+"; a group in front of its members ("Asia - Nepal, ...") is none."""
    codes = [line.tokens[at].mention.value.code for at in range(first, last + 1) if line.word(at) == "<area>"]  # type: ignore[union-attr]
    members = [code for code in codes if code and kind(code) != "group"]
    codes = members if len(members) > 2 and len(codes) - len(members) == 1 and codes[0] not in members else codes
    return "+".join(dict.fromkeys(code for code in codes if code)) or None


def _side(
    reading: Reading, figure: Figure, line: Line, flow_at: int, first: int, last: int, places: list[int], runs: list[list[int]]
) -> Side:
    code = _code(line, first, last)
    if code is not None and dateline(line, first):
        code = whole(code)
    form = line.tokens[first].mention.value.form  # type: ignore[union-attr]
    after = line.word(last + 1)
    near = last if last < figure.token else first
    where = "before" if near < figure.token else "after"
    amounts = tally(line.count("<amount>", near, figure.token))
    cues = [
        "here",
        f"form={form}",
        f"kind={kind(code)}",
        f"intro={line.word(first - 1)}",
        f"outro={after}",
        f"figure.{where}.amounts={amounts}",
        f"figure.{where}.areas={tally(line.count('<area>', near, figure.token))}.amounts={amounts}",
    ]
    own = ownership(line, figure, first, last, reading.words.joints)
    cues.append(f"own={own}")
    cues.extend(_around(reading.words, line, places, runs, first, last))
    if flow_at >= 0:
        cues.extend(_toward_flow(line, flow_at, first, last, form))
    cues.extend(standing(reading, code))
    end = _end(reading, line, flow_at, first, last, own)
    return Side(code, first, tuple(cues), own, last, end)


def _end(reading: Reading, line: Line, flow_at: int, first: int, last: int, own: str) -> str:
    """Whether an area owns the flow word, is its partner, is listed beside one of these with a figure of its own, or neither."""
    if flow_at < 0:
        return "no.flow"
    owner, partner = owner_at(line, flow_at, reading.words), partner_at(line, flow_at, reading.words)
    if first <= owner <= last:
        return "owner"
    if first <= partner <= last:
        return "partner"
    if not own.endswith("near.0"):
        return "neither"
    return "like.partner" if partner >= 0 else "like.owner" if owner >= 0 else "alone"


def _around(words: CueWords, line: Line, places: list[int], runs: list[list[int]], first: int, last: int) -> list[str]:
    """What an area's neighbours make of it: a member of a list, the country of a region beside it, the place of a report."""
    cues = []
    if first == last:
        code = _code(line, first, last) or ""
        others = [_code(line, at, at) or "" for at in places if at != first]
        if any(other.startswith(f"{code}-") for other in others):
            cues.append("region.here")
        if any(code.startswith(f"{other}-") for other in others if other):
            cues.append("country.here")
        beside = next((len(run) for run in runs if first in run), 0)
        if beside:
            cues.append(f"member.{'two' if beside == 2 else 'many'}")
    if dateline(line, first):
        cues.append("dateline")
    if _sampled(words, line, next((run[0] for run in runs if first in run), first)):
        cues.append("sampled")
    if _contended(words, line, next((run[0] for run in runs if first in run), first)):
        cues.append("contended")
    if _favoured(words, line, first, last):
        cues.append("favoured")
    return cues


def _sampled(words: CueWords, line: Line, first: int) -> bool:
    """Whether a list only gives examples: "to many countries, mostly to Peru", "including Peru and Chile"."""
    near = [line.word(first - step) for step in (1, 2, 3)]
    until = next((number for number, word in enumerate(near) if word in (",", "<area>", "<amount>", "<flow>")), len(near))
    return bool(words.samples & set(near[:until])) or (near[0] in words.likening and near[1] in words.exemplifying)


def _contended(words: CueWords, line: Line, first: int) -> bool:
    """Whether an area, or the list that it stands in, is one that another is compared with: "lags behind Peru and Chile"."""
    at = first - 1 if line.word(first - 1) not in words.definite else first - 2
    if line.word(at) in words.agents and line.word(at - 1) in words.next_named and at - 1 == opening(line):
        return True
    return line.word(at) in words.contenders or (line.word(at) in words.contending and line.word(at - 1) in words.contenders)


def _favoured(words: CueWords, line: Line, first: int, last: int) -> bool:
    """Whether a balance is said to be in an area's favour."""
    named = line.word(first - 1) in words.belonging and line.word(first - 2) in words.favour
    return named or (line.word(last + 1) in words.genitives and line.word(last + 2) in words.favour)


def _toward_flow(line: Line, flow_at: int, first: int, last: int, form: str) -> list[str]:
    near = last if last < flow_at else first
    where = "before" if near < flow_at else "after"
    flow = line.tokens[flow_at].mention.value.flow  # type: ignore[union-attr]
    return [
        f"{flow}.{where}.intro={line.word(first - 1)}",
        f"{flow}.{where}.{form}",
    ]
