"""Who with whom: pairs of areas, each side from the sentence, an earlier one, the headline, the publisher's home, or the world."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.codelists import area
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Pair, Reading
from parsers.observations.slots.places import link, reach, tally
from parsers.observations.weights import Candidate

WORLD = "WLD"
MOST_HERE = 7


@dataclass(frozen=True, slots=True)
class Side:
    """One possible side of a pair: its code, the place where it stands (-1: not in this sentence), and its cues."""

    code: str | None
    at: int
    cues: tuple[str, ...]


def candidates(reading: Reading, figure: Figure, flow: str, flow_at: int) -> list[Candidate]:
    """Candidates whose value is (ref_area, counterpart_area); `flow_at` is the flow word's token, -1 where it is carried."""
    line = reading.line(figure)
    here = _here(reading, figure, line, flow_at)
    carried = _carried(reading, figure, here)
    sides = [*here, *carried]
    world = Side(WORLD, -1, tuple(_world(reading, figure, line, flow, flow_at, here)))
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
    cues.extend(_joint(line, flow, ref, other))
    cues.extend(_agreement(reading, figure, (ref.code, other.code)))
    places = [at for at in (ref.at, other.at) if at >= 0]
    start = line.tokens[min(places)].start if places else -1
    end = line.tokens[max(places)].end if places else -1
    return Candidate((ref.code, other.code), cues, start, end, data=(ref, other))


def _joint(line: Line, flow: str, ref: Side, other: Side) -> list[str]:
    group = "directed" if flow in ("exports", "imports") else flow
    cues = [f"{group}.places={'here' if ref.at >= 0 else 'carried'}.{'world' if other.code == WORLD else 'here' if other.at >= 0 else 'carried'}"]
    if ref.at >= 0 and other.at >= 0:
        order = "forward" if ref.at < other.at else "backward"
        cues.append(f"{group}.{order}")
        cues.append(f"{group}.{order}.link={link(line, ref.at, other.at, 3)}")
    kinds = [_kind(ref.code), _kind(other.code)]
    cues.append(f"kinds={kinds[0]}.{kinds[1]}")
    return cues


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
    following = reading.fact_after(figure)
    if following is not None and following[1].pair in (pair, turned):
        cues.append("next.pair")
    counts = reading.pair_counts
    if counts:
        first, second = sorted(pair, key=lambda code: code or "")
        number = counts.get((first, second), 0)
        cues.append(f"document.pair={'none' if number == 0 else 'main' if number == max(counts.values()) else 'some'}")
    return cues


def _here(reading: Reading, figure: Figure, line: Line, flow_at: int) -> list[Side]:
    places = [at for at in line.places("area") if line.tokens[at].mention.value.code]  # type: ignore[union-attr]
    nearest = sorted(places, key=lambda at: min(abs(at - figure.token), abs(at - flow_at) if flow_at >= 0 else 99))[:MOST_HERE]
    sides = [_side(reading, figure, line, flow_at, at, at, places) for at in sorted(nearest)]
    for run in _runs(line, places):
        sides.append(_side(reading, figure, line, flow_at, run[0], run[-1], places))
    return sides


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
    form = line.tokens[first].mention.value.form  # type: ignore[union-attr]
    after = line.word(last + 1)
    near = last if last < figure.token else first
    where = "before" if near < figure.token else "after"
    cues = ["here", f"form={form}", f"kind={_kind(code)}", f"intro={line.word(first - 1)}", f"outro={after}",
            f"figure.{where}.reach={reach(near, figure.token)}", f"figure.{where}.amounts={tally(line.count('<amount>', near, figure.token))}",
            f"figure.{where}.link={link(line, near, figure.token, 2)}", f"figure.{where}.intro={line.word(first - 1)}",
            f"figure.{where}.areas={tally(line.count('<area>', near, figure.token))}.amounts={tally(line.count('<amount>', near, figure.token))}",
            f"areas={tally(len(places))}"]
    cues.extend(_listed(line, figure, first, last))
    if flow_at >= 0:
        cues.extend(_toward_flow(line, flow_at, first, last, form))
    if first == places[0]:
        cues.append("first")
    cues.extend(_standing(reading, figure, code))
    return Side(code, first, tuple(cues))


def _listed(line: Line, figure: Figure, first: int, last: int) -> list[str]:
    """In a list of areas with a figure each: whether this one is the figure's own, before it or behind it."""
    figures = line.places(figure.kind)
    if len(figures) < 2:
        return []
    number = figures.index(figure.token)
    left = figures[number - 1] if number else -1
    right = figures[number + 1] if number + 1 < len(figures) else len(line)
    gaps = [line.count("<area>", a, b) for a, b in zip([-1, *figures], [*figures, len(line)], strict=True)]
    shape = f"{'n' if len(figures) > 2 else '2'}.{'lead' if gaps[0] else 'bare'}.{'tail' if gaps[-1] else 'end'}"
    spot = "before" if left < first and last < figure.token else "behind" if figure.token < first and last < right else "elsewhere"
    alone = line.count("<area>", left, figure.token) if spot == "before" else line.count("<area>", figure.token, right) if spot == "behind" else 9
    return [f"list.{shape}.{spot}", f"list.{spot}.{'alone' if alone == 1 else 'among'}"]


def _toward_flow(line: Line, flow_at: int, first: int, last: int, form: str) -> list[str]:
    near = last if last < flow_at else first
    where = "before" if near < flow_at else "after"
    flow = line.tokens[flow_at].mention.value.flow  # type: ignore[union-attr]
    joint = link(line, near, flow_at, 2)
    return [f"flow.{where}.link={joint}", f"flow.{where}.{form}.reach={reach(near, flow_at)}", f"{flow}.{where}.intro={line.word(first - 1)}",
            f"{flow}.{where}.{form}", f"flow.{where}.areas={tally(line.count('<area>', near, flow_at))}",
            f"flow.{where}.flows={tally(line.count('<flow>', near, flow_at))}", f"flow.{where}.intro={line.word(first - 1)}.areas={tally(line.count('<area>', near, flow_at))}"]


def _standing(reading: Reading, figure: Figure, code: str | None) -> list[str]:
    """How the document as a whole stands to an area."""
    cues = []
    counts = reading.area_counts
    if code is not None and counts:
        rank = [name for name, _ in counts.most_common(4)]
        cues.append(f"rank={rank.index(code) if code in rank else 'low'}")
    if code == reading.home:
        cues.append("home")
    elif reading.home and code is not None and code.startswith(f"{reading.home}-"):
        cues.append("home.region")
    previous = reading.fact_before(figure)
    if previous is not None:
        near = min(figure.sentence - previous[0].sentence, 2)
        cues.append(f"was={'ref' if previous[1].pair[0] == code else 'other' if previous[1].pair[1] == code else 'absent'}.{near}")
    return cues


def _carried(reading: Reading, figure: Figure, here: list[Side]) -> list[Side]:
    """Areas from elsewhere: the fact before, the last sentences, the headline, the title, the opening, the publisher's home."""
    sources: dict[str, list[str]] = {}
    previous = reading.fact_before(figure)
    if previous is not None:
        for name, code in zip(("ref", "other"), previous[1].pair, strict=True):
            if code not in (None, WORLD):
                sources.setdefault(str(code), []).append(f"fact.{name}.{min(figure.sentence - previous[0].sentence, 2)}")
    earlier = [(s, m.value.code) for s, _, m in reading.areas if s < figure.sentence and m.value.code]
    for name, code in _picks(reading, earlier):
        sources.setdefault(code, []).append(name)
    if reading.home:
        sources.setdefault(reading.home, []).append("home")
    if reading.area_counts:
        sources.setdefault(reading.area_counts.most_common(1)[0][0], []).append("commonest")
    codes = {side.code for side in here}
    return [
        Side(code, -1, ("carried", f"kind={_kind(code)}", f"carried.areas={tally(len(here))}", *(f"carried.{name}" for name in dict.fromkeys(names)),
                        *_standing(reading, figure, code), *(["also.here"] if code in codes else [])))
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
    partners = sum(line.word(side.at - 1) in ("to", "from", "with", "between") for side in here)
    cues = ["bare", f"flow={flow}", f"areas={tally(len({side.code for side in here}))}", f"partners={tally(partners)}", f"carried.flow={'yes' if flow_at < 0 else 'no'}",
            f"{flow}.areas={tally(len({side.code for side in here}))}"]
    if flow_at >= 0:
        near = {line.word(flow_at - step) for step in range(1, 5)}
        cues.append(f"near.total={'yes' if near & {'total', 'overall', 'global', 'all', 'aggregate', 'entire', 'country', 'national', 'whole'} else 'no'}")
        cues.append(f"flow.next={line.word(flow_at + 1)}")
        cues.append(f"flow.previous={line.word(flow_at - 1)}")
    words = {token.word for token in line.tokens}
    cues.extend(f"word={word}" for word in ("total", "overall", "bilateral", "mutual", "two", "both", "countries", "foreign", "world", "global", "overseas", "country", "its", "nation", "between", "with") if word in words)
    counts = reading.pair_counts
    if counts:
        worldly = sum(number for pair, number in counts.items() if WORLD in pair)
        share = worldly / sum(counts.values())
        cues.append(f"share={'none' if share == 0 else 'few' if share < 0.34 else 'half' if share < 0.67 else 'most' if share < 1 else 'all'}")
    cues.append(f"document.areas={tally(len([code for code in reading.area_counts if '-' not in code]))}")
    return cues


def is_region(code: str) -> bool:
    """Whether a code is that of a first-level subdivision."""
    return "-" in code and area(code).kind == "subdivision"
