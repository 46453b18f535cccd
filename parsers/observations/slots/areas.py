"""Who with whom: pairs of areas, each side from the sentence, an earlier one, the headline, the home, or the world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.absent import carried_sides, world_side
from parsers.observations.slots.acquainted import acquainted, talk
from parsers.observations.slots.claims import flow_told
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.heads import fronted, headed
from parsers.observations.slots.markets import market
from parsers.observations.slots.of_text import rest
from parsers.observations.slots.places import tally, whole
from parsers.observations.slots.sequel import sequel
from parsers.observations.slots.sides import Side, named_sides
from parsers.observations.slots.standing import WORLD, kind
from parsers.observations.slots.ties import Ties, tied, ties
from parsers.observations.slots.worldwide import worldly
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

# What says that another has the flow: "Peru imported", "importing fish, Peru ..." are Peru's imports, "Peru's exports" Peru's.
BROKEN = frozenset(
    ("owner.acts=broken", "owner.acts=other", "owner.participle=broken", "owner.participle=other", "owner.beside=other")
)
PARTNER = "partner=ref"
# What a document says of an area elsewhere.
USUAL = ("home", "carried.")


def candidates(reading: Reading, figure: Figure, flow: str, flow_at: int) -> list[Candidate]:
    """Candidates whose value is (ref_area, counterpart_area); `flow_at` is the flow word's token, -1 where it is carried."""
    line = reading.line(figure)
    flow_at = flow_told(line, figure, flow_at, reading.words)
    here = named_sides(reading, figure, line, flow_at)
    sides = [*here, *carried_sides(reading, figure, here)]
    told = ties(reading, figure, line, flow, flow_at)
    others = [*_settled(sides, told.partner_sure), world_side(reading, figure, line, flow, flow_at, here)]
    everywhere = _everywhere(line, flow_at, reading.words)
    around = talk(reading, figure, line, flow_at, told)
    text = rest(reading, figure, line, flow, flow_at, told)
    goes_on = sequel(reading, figure, line, flow, bool(text.dealt[0]))
    sold, front = market(reading), fronted(line, figure, reading.words)
    found = []
    for ref in _settled(sides, told.owner_sure):
        for other in others:
            if ref.code == other.code or _nested(ref.code, other.code):
                continue
            found.append(_pair(reading, figure, line, flow, ref, other))
            found[-1].cues.extend(
                [
                    *tied(told, ref, other),
                    *acquainted(around, ref, other),
                    *text.cues(ref, other),
                    *goes_on.cues(ref, other),
                    *sold.cues(flow, ref, other),
                    *headed(line, front, ref, other),
                ]
            )
            found[-1].barred = _contradicted(found[-1], flow) or everywhere or _domestic(ref.code, other.code)
    if not everywhere:
        found.extend(_of_nobody(reading, figure, flow, other, told) for other in others if other.code != WORLD)
    found.extend(_of_everybody(reading, figure, line, flow, flow_at, others[-1]))
    return found


def _contradicted(pair: Candidate, flow: str) -> bool:
    """Whether the sentence says otherwise in so many words: "imports from Peru" are not Peru's, "Peru imported" are."""
    return not BROKEN.isdisjoint(pair.cues) or (
        PARTNER in pair.cues and (flow in ("exports", "imports") or pair.value[1] == WORLD)
    )


def _of_nobody(reading: Reading, figure: Figure, flow: str, other: Side, told: Ties) -> Candidate:
    """A pair of which the text names one side alone ("imports from Peru rose"): whose flow it is stays unknown."""
    nobody = Side(None, -1, ("nobody",), "nobody", end="nobody")
    pair = _pair(reading, figure, reading.line(figure), flow, nobody, other)
    rest = tally(sum(code != other.code for code in reading.named))
    home = "home" if reading.seat not in (None, other.code) else "nowhere"
    pair.cues.extend(
        [*tied(told, nobody, other), f"nobody.owner={told.how}", f"nobody.areas={rest}", f"nobody.{home}.areas={rest}"]
    )
    return pair


def _everywhere(line: Line, flow_at: int, words: CueWords) -> bool:
    """Whether the flow word tells of all the world and of nobody in it: "global trade", but not "global sales of Peru"."""
    nobody = flow_at >= 0 and owner_at(line, flow_at, words) < 0 and partner_at(line, flow_at, words) < 0
    return nobody and worldly(line, flow_at, words) == "whole"


def _of_everybody(reading: Reading, figure: Figure, line: Line, flow: str, flow_at: int, world: Side) -> Iterator[Candidate]:
    """The flows of all the world: where the sentence says so ("global trade"), or goes on about them."""
    previous = reading.fact_before(figure)
    goes_on = previous is not None and previous[1].pair == (WORLD, WORLD)
    told = worldly(line, flow_at, reading.words)
    if told or goes_on:
        pair = _pair(reading, figure, line, flow, Side(WORLD, -1, ("everybody",), "world", end="world"), world)
        cues = [f"everybody.{told}"] if told else []
        pair.cues.extend([*cues, *(["everybody.goes.on"] if goes_on else []), f"everybody.{figure.kind}"])
        yield pair


def _settled(sides: list[Side], certain: bool) -> list[Side]:
    """The sides; where the sentence says whose or with whom the flow is, areas usual in the text claim no more than others."""
    if not certain:
        return sides
    return [replace(side, cues=tuple(cue for cue in side.cues if not cue.startswith(USUAL))) for side in sides]


def _nested(first: str | None, second: str | None) -> bool:
    """A country and its own region are no pair; nor is a group with one of its own members."""
    if first is None or second is None:
        return False
    parts, others = first.split("+"), second.split("+")
    if set(parts) & set(others):
        return True
    return any(a.startswith(f"{b}-") or b.startswith(f"{a}-") for a in parts for b in others)


def _domestic(first: str | None, second: str | None) -> bool:
    """Whether two are regions of one country, whose trade is no foreign one."""
    regions = kind(first) == kind(second) == "region"
    return regions and whole(str(first)) == whole(str(second))


def _pair(reading: Reading, figure: Figure, line: Line, flow: str, ref: Side, other: Side) -> Candidate:
    cues = [f"ref.{cue}" for cue in ref.cues] + [
        f"{'world' if other.code == WORLD and other.at < 0 else 'other'}.{cue}" for cue in other.cues
    ]
    cues.extend(_joint(reading, line, figure, flow, ref, other))
    places = [at for at in (ref.at, other.at) if at >= 0]
    start = line.tokens[min(places)].start if places else -1
    end = line.tokens[max(places)].end if places else -1
    return Candidate((ref.code, other.code), cues, start, end, data=(ref, other))


def _joint(reading: Reading, line: Line, figure: Figure, flow: str, ref: Side, other: Side) -> list[str]:
    group = "directed" if flow in ("exports", "imports") else flow
    far = "world" if other.code == WORLD else "here" if other.at >= 0 else "carried"
    cues = [f"{group}.places={'here' if ref.at >= 0 else 'carried'}.{far}"]
    if ref.at >= 0 and other.at >= 0:
        order = "forward" if ref.at < other.at else "backward"
        cues.append(f"{group}.{order}")
    kinds = [kind(ref.code), kind(other.code)]
    cues.append(f"kinds={kinds[0]}.{kinds[1]}")
    if kinds == ["region", "region"]:
        cues.append(f"regions={'siblings' if _domestic(ref.code, other.code) else 'apart'}")
    cues.append(f"owns={_short(ref.own)}.{_short(other.own)}")
    cues.append(f"{group}.ends={ref.end}.{other.end}")
    if ref.at >= 0 and other.at >= 0:
        cues.extend(_together(reading, line, group, ref, other))
        cues.extend(_alike(line, figure, ref, other))
    return cues


def _short(own: str) -> str:
    return "own" if own.endswith("near.0") else own.partition(".")[0] if own.endswith(".1") else own


def _alike(line: Line, figure: Figure, ref: Side, other: Side) -> list[str]:
    """Whether two sides stand in a list with a figure each: other figures between them."""
    first, second = (ref, other) if ref.at < other.at else (other, ref)
    figures = line.count(f"<{figure.kind}>", first.last, second.at) - (first.last < figure.token < second.at)
    return [f"figures.between={tally(figures)}"]


def _together(reading: Reading, line: Line, group: str, ref: Side, other: Side) -> list[str]:
    """Two sides named one after the other, with nothing but joining words between: two partners, or both ends of one flow."""
    first, second = (ref, other) if ref.at < other.at else (other, ref)
    words = [line.word(at) for at in range(first.last + 1, second.at)]
    if len(words) > 3 or not (reading.words.uniting | {",", "&"}) & set(words):
        return []
    return [f"joined.{group}", f"joined.intro={line.word(first.at - 1)}"]
