"""Who with whom: pairs of areas, each side from the sentence, an earlier one, the headline, the publisher's home, or the world."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.codelists import area
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Pair, Reading
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.own import ownership, parallel
from parsers.observations.slots.places import dateline, link, reach, tally, whole
from parsers.observations.slots.standing import WORLD, standing
from parsers.observations.weights import Candidate

MOST_HERE = 7


@dataclass(frozen=True, slots=True)
class Side:
    """One possible side of a pair: its code, the place where it stands (-1: not in this sentence), its cues, its standing to the figure."""

    code: str | None
    at: int
    cues: tuple[str, ...]
    own: str = "carried"
    last: int = -1


def candidates(reading: Reading, figure: Figure, flow: str, flow_at: int) -> list[Candidate]:
    """Candidates whose value is (ref_area, counterpart_area); `flow_at` is the flow word's token, -1 where it is carried."""
    line = reading.line(figure)
    here = _here(reading, figure, line, flow_at)
    carried = _carried(reading, figure, here)
    sides = [*here, *carried]
    world = Side(WORLD, -1, tuple(_world(reading, figure, line, flow, flow_at, here)), "world")
    found = []
    for ref in sides:
        for other in [*sides, world]:
            if ref.code == other.code or _nested(ref.code, other.code):
                continue
            found.append(_pair(reading, figure, line, flow, ref, other))
    return found


def _nested(first: str | None, second: str | None) -> bool:
    """A country and its own region are no pair; nor is a group with one of its own members."""
    if first is None or second is None:
        return False
    parts, others = first.split("+"), second.split("+")
    if set(parts) & set(others):
        return True
    return any(a.startswith(f"{b}-") or b.startswith(f"{a}-") for a in parts for b in others)


def _pair(reading: Reading, figure: Figure, line: Line, flow: str, ref: Side, other: Side) -> Candidate:
    cues = [f"ref.{cue}" for cue in ref.cues] + [f"{'world' if other.code == WORLD and other.at < 0 else 'other'}.{cue}" for cue in other.cues]
    cues.extend(_joint(line, figure, flow, ref, other))
    cues.extend(_agreement(reading, figure, (ref.code, other.code)))
    places = [at for at in (ref.at, other.at) if at >= 0]
    start = line.tokens[min(places)].start if places else -1
    end = line.tokens[max(places)].end if places else -1
    return Candidate((ref.code, other.code), cues, start, end, data=(ref, other))


def _joint(line: Line, figure: Figure, flow: str, ref: Side, other: Side) -> list[str]:
    group = "directed" if flow in ("exports", "imports") else flow
    cues = [f"{group}.places={'here' if ref.at >= 0 else 'carried'}.{'world' if other.code == WORLD else 'here' if other.at >= 0 else 'carried'}"]
    if ref.at >= 0 and other.at >= 0:
        order = "forward" if ref.at < other.at else "backward"
        cues.append(f"{group}.{order}")
        cues.append(f"{group}.{order}.link={link(line, ref.at, other.at, 3)}")
    kinds = [_kind(ref.code), _kind(other.code)]
    cues.append(f"kinds={kinds[0]}.{kinds[1]}")
    cues.append(f"owns={_short(ref.own)}.{_short(other.own)}")
    cues.append(f"{group}.owns={_short(ref.own)}.{_short(other.own)}")
    if ref.at >= 0 and other.at >= 0:
        cues.extend(_together(line, group, ref, other))
        cues.extend(_alike(line, figure, ref, other))
    return cues


def _short(own: str) -> str:
    return "own" if own.endswith("near.0") else own.partition(".")[0] if own.endswith(".1") else own


def _alike(line: Line, figure: Figure, ref: Side, other: Side) -> list[str]:
    """Whether two sides stand in a list with a figure each: other figures between them."""
    first, second = (ref, other) if ref.at < other.at else (other, ref)
    figures = line.count(f"<{figure.kind}>", first.last, second.at) - (first.last < figure.token < second.at)
    return [f"figures.between={tally(figures)}"]


def _together(line: Line, group: str, ref: Side, other: Side) -> list[str]:
    """Two sides named one after the other, with nothing but joining words between: two partners, or both ends of one flow."""
    first, second = (ref, other) if ref.at < other.at else (other, ref)
    words = [line.word(at) for at in range(first.last + 1, second.at)]
    if len(words) > 3 or not {",", "and", "&"} & set(words):
        return []
    return [f"joined.{group}", f"joined.intro={line.word(first.at - 1)}"]


def _kind(code: str | None) -> str:
    if code is None:
        return "none"
    if "+" in code:
        return "several"
    return "region" if "-" in code and not code.startswith("G-") else "group" if code.startswith("G-") else "area"


def _agreement(reading: Reading, figure: Figure, pair: Pair) -> list[str]:
    cues = []
    turned = pair[::-1]
    previous = reading.fact_before(figure)
    if previous is not None:
        near = "near" if previous[0].sentence == figure.sentence else "far"
        same = previous[1].pair in (pair, turned)
        cues.append(f"{near}.previous.{'pair' if same else 'ref' if previous[1].pair[0] == pair[0] else 'other'}")
    return cues


def _here(reading: Reading, figure: Figure, line: Line, flow_at: int) -> list[Side]:
    places = [at for at in line.places("area") if line.tokens[at].mention.value.code]  # type: ignore[union-attr]
    nearest = sorted(places, key=lambda at: min(abs(at - figure.token), abs(at - flow_at) if flow_at >= 0 else 99))[:MOST_HERE]
    runs = _runs(line, places)
    matched = _matched(reading, line, figure, runs)
    sides = [_side(reading, figure, line, flow_at, at, at, places) for at in sorted(nearest) if matched.get(at, at) == at]
    for run in runs:
        if run[0] in matched:
            continue
        sides.append(_side(reading, figure, line, flow_at, run[0], run[-1], places))
    return sides


def _matched(reading: Reading, line: Line, figure: Figure, runs: list[list[int]]) -> dict[int, int]:
    """Member of a list -> the member that is the figure's own, where areas and figures are two lists of one length."""
    found = {}
    for run in runs:
        match = -1 if line.word(run[0] - 1) in reading.words.mutual else parallel(line, figure, run, reading.words.joints)
        if match >= 0:
            found.update(dict.fromkeys(run, match))
    return found


def _runs(line: Line, places: list[int]) -> list[list[int]]:
    """Areas named one by one: joined by commas and "and"."""
    runs: list[list[int]] = []
    for at in places:
        words = [line.word(place) for place in range(runs[-1][-1] + 1, at)] if runs else []
        if runs and words and len(words) <= 3 and all(word in (",", "and", "&", "the", "or", "as", "well") for word in words):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [run for run in runs if len(run) > 1]


def _code(line: Line, first: int, last: int) -> str | None:
    codes = [line.tokens[at].mention.value.code for at in range(first, last + 1) if line.word(at) == "<area>"]  # type: ignore[union-attr]
    return "+".join(dict.fromkeys(code for code in codes if code)) or None


def _side(reading: Reading, figure: Figure, line: Line, flow_at: int, first: int, last: int, places: list[int]) -> Side:
    code = _code(line, first, last)
    if code is not None and dateline(line, first) and code not in reading.named:
        code = whole(code)
    form = line.tokens[first].mention.value.form  # type: ignore[union-attr]
    after = line.word(last + 1)
    near = last if last < figure.token else first
    where = "before" if near < figure.token else "after"
    cues = ["here", f"form={form}", f"kind={_kind(code)}", f"intro={line.word(first - 1)}", f"outro={after}",
            f"figure.{where}.reach={reach(near, figure.token)}", f"figure.{where}.amounts={tally(line.count('<amount>', near, figure.token))}",
            f"figure.{where}.link={link(line, near, figure.token, 2)}", f"figure.{where}.intro={line.word(first - 1)}",
            f"figure.{where}.areas={tally(line.count('<area>', near, figure.token))}.amounts={tally(line.count('<amount>', near, figure.token))}",
            f"areas={tally(len(places))}"]
    own = ownership(line, figure, first, last, reading.words.joints)
    cues.append(f"own={own}")
    cues.append(f"own={own}.figures={tally(len(line.places(figure.kind)))}")
    cues.extend(_around(line, places, first, last))
    if flow_at >= 0:
        cues.extend(_toward_flow(line, flow_at, first, last, form))
    if first == places[0]:
        cues.append("first")
    cues.extend(standing(reading, code))
    cues.append(f"end={_end(reading, line, flow_at, first, last)}")
    return Side(code, first, tuple(cues), own, last)


def _end(reading: Reading, line: Line, flow_at: int, first: int, last: int) -> str:
    """Whether an area owns the figure's flow word, is its partner, does so for another flow word, or neither."""
    if flow_at < 0:
        return "no.flow"
    if first <= owner_at(line, flow_at, reading.words) <= last:
        return "owner"
    return "partner" if first <= partner_at(line, flow_at, reading.words) <= last else "neither"


def _around(line: Line, places: list[int], first: int, last: int) -> list[str]:
    """What an area's neighbours make of it: a member of a list, the country of a region beside it, the place of a report."""
    cues = []
    if first == last:
        code = _code(line, first, last) or ""
        others = [_code(line, at, at) or "" for at in places if at != first]
        if any(other.startswith(f"{code}-") for other in others):
            cues.append("region.here")
        if any(code.startswith(f"{other}-") for other in others if other):
            cues.append("country.here")
        if any(first in run for run in _runs(line, places)):
            cues.append("member")
    if dateline(line, first):
        cues.append("dateline")
    return cues


def _toward_flow(line: Line, flow_at: int, first: int, last: int, form: str) -> list[str]:
    near = last if last < flow_at else first
    where = "before" if near < flow_at else "after"
    flow = line.tokens[flow_at].mention.value.flow  # type: ignore[union-attr]
    joint = link(line, near, flow_at, 2)
    return [f"flow.{where}.link={joint}", f"flow.{where}.{form}.reach={reach(near, flow_at)}", f"{flow}.{where}.intro={line.word(first - 1)}",
            f"{flow}.{where}.{form}", f"flow.{where}.areas={tally(line.count('<area>', near, flow_at))}",
            f"flow.{where}.flows={tally(line.count('<flow>', near, flow_at))}", f"flow.{where}.intro={line.word(first - 1)}.areas={tally(line.count('<area>', near, flow_at))}"]


def _carried(reading: Reading, figure: Figure, here: list[Side]) -> list[Side]:
    """Areas from elsewhere: the fact before, the last sentences, the headline, the title, the opening, the publisher's home."""
    sources: dict[str, list[str]] = {}
    previous = reading.fact_before(figure)
    if previous is not None:
        for name, code in zip(("ref", "other"), previous[1].pair, strict=True):
            if code not in (None, WORLD):
                sources.setdefault(str(code), []).append(f"fact.{name}.{min(figure.sentence - previous[0].sentence, 2)}")
    earlier = [(sentence, code) for sentence, code in reading.placed if sentence < figure.sentence]
    for name, code in _picks(reading, earlier):
        sources.setdefault(code, []).append(name)
    if reading.home:
        sources.setdefault(reading.home, []).append("home")
    if reading.named:
        sources.setdefault(reading.named.most_common(1)[0][0], []).append("commonest")
    codes = {side.code for side in here}
    return [
        Side(code, -1, ("carried", f"kind={_kind(code)}", f"carried.areas={tally(len(here))}", f"carried.partners={min(len(reading.partners), 4)}", *(f"carried.{name}" for name in dict.fromkeys(names)),
                        *standing(reading, code), *(["also.here"] if code in codes else [])))
        for code, names in list(sources.items())[:6]
    ]


def _picks(reading: Reading, earlier: list[tuple[int, str]]) -> list[tuple[str, str]]:
    picks: list[tuple[str, str]] = []
    if earlier:
        last = earlier[-1][0]
        group = [code for s, code in earlier if s == last]
        picks.extend((f"last.{name}", code) for name, code in (("first", group[0]), ("final", group[-1])))
        body = [code for s, code in earlier if s >= reading.body]
        picks.extend((f"opening.{number}", code) for number, code in enumerate(list(dict.fromkeys(body))[:2]))
        picks.extend((f"headline.{number}", code) for number, code in enumerate(dict.fromkeys(code for s, code in earlier if s < reading.body)) if number < 2)
    if reading.title is not None:
        codes = [reading.title.tokens[at].mention.value.code for at in reading.title.places("area")]  # type: ignore[union-attr]
        picks.extend((f"title.{number}", code) for number, code in enumerate(dict.fromkeys(code for code in codes if code)) if number < 2)
    return picks


def _world(reading: Reading, figure: Figure, line: Line, flow: str, flow_at: int, here: list[Side]) -> list[str]:
    """What speaks for a country's flow with the whole world."""
    words = {token.word for token in line.tokens}
    partners = sum(line.word(side.at - 1) in ("to", "from", "with", "between") for side in here)
    cues = ["bare", f"flow={flow}", f"areas={tally(len({side.code for side in here}))}", f"partners={tally(partners)}", f"carried.flow={'yes' if flow_at < 0 else 'no'}",
            f"{flow}.areas={tally(len({side.code for side in here}))}"]
    if flow_at >= 0:
        cues.extend(_bare_flow(reading, line, flow_at))
    cues.extend(f"word={word}" for word in sorted(words & (reading.words.totals | reading.words.mutual)))
    cues.extend(f"word={word}" for word in ("countries", "its", "with") if word in words)
    cues.append(f"document.areas={tally(len([code for code in reading.named if '-' not in code]))}")
    cues.append(f"document.partners={min(len(reading.partners), 4)}")
    return cues


def _bare_flow(reading: Reading, line: Line, flow_at: int) -> list[str]:
    """Whether the flow word itself is said to be all of a country's, and whether a partner follows it."""
    near = {line.word(flow_at - step) for step in range(1, 5)}
    behind = {line.word(flow_at + step) for step in range(1, 5)}
    total = "before" if near & reading.words.totals else "behind" if behind & reading.words.totals else "no"
    partner = partner_at(line, flow_at, reading.words) >= 0
    owner = owner_at(line, flow_at, reading.words) >= 0
    cues = [f"near.total={total}", f"total={total}.partner={'yes' if partner else 'no'}", f"owner={'yes' if owner else 'no'}.partner={'yes' if partner else 'no'}",
            f"flow.next={line.word(flow_at + 1)}", f"flow.previous={line.word(flow_at - 1)}"]
    if near & reading.words.mutual:
        cues.append("near.mutual")
    return cues


def is_region(code: str) -> bool:
    """Whether a code is that of a first-level subdivision."""
    return "-" in code and area(code).kind == "subdivision"
