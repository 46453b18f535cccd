"""Sides of a pair that the figure's sentence does not name: areas carried from elsewhere, and the world."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.places import flow_words, reach, tally
from parsers.observations.slots.sides import Side
from parsers.observations.slots.standing import WORLD, dominance, kind, standing

MOST_CARRIED = 8
# So many words in front of a flow word tell of it where nobody owns it.
FRONT = 4


def carried_sides(reading: Reading, figure: Figure, here: list[Side]) -> list[Side]:
    """Areas from elsewhere: the fact before, the last sentences, the headline, the title, the opening, the publisher's home."""
    sources: dict[str, list[str]] = {}
    previous = reading.fact_before(figure)
    if previous is not None:
        gap = min(figure.sentence - previous[0].sentence, 2)
        told = "both" if previous[1].flow == "turnover" else "fact"
        for name, code in zip(("ref", "other"), previous[1].pair, strict=True):
            if code not in (None, WORLD):
                sources.setdefault(str(code), []).append(f"{told}.{name}.{gap}")
    opens = reading.told_areas.opens
    earlier = [(sentence, code) for sentence, code in reading.placed if sentence < figure.sentence and opens(sentence, code)]
    for name, code in _picks(reading, figure, earlier):
        sources.setdefault(code, []).append(name)
    for name, code in _own(reading, figure):
        sources.setdefault(code, []).append(name)
    if reading.told_areas.coin:
        sources.setdefault(reading.told_areas.coin, [])
    for code, _ in reading.named.most_common(3):
        sources.setdefault(code, [])
    return [
        Side(
            code,
            -1,
            (
                "carried",
                f"kind={kind(code)}",
                f"carried.areas={tally(len(here))}",
                *(f"carried.{name}" for name in dict.fromkeys(names)),
                f"carried.gap={_gap(earlier, figure, code)}",
                *standing(reading, code),
            ),
        )
        for code, names in list(sources.items())[:MOST_CARRIED]
    ]


def _own(reading: Reading, figure: Figure) -> Iterator[tuple[str, str]]:
    """The publisher's own area, which a text need not name to tell of it."""
    if reading.seat:
        yield "home", reading.seat
        if any(token.word in reading.words.speakers for token in reading.line(figure).tokens):
            yield "our", reading.seat
    if reading.home and reading.province:
        yield "home.country", reading.home


def _gap(earlier: list[tuple[int, str]], figure: Figure, code: str) -> str:
    """How many sentences ago an area was last named."""
    last = next((sentence for sentence, named in reversed(earlier) if named == code), None)
    return "never" if last is None else reach(last, figure.sentence)


def _picks(reading: Reading, figure: Figure, earlier: list[tuple[int, str]]) -> list[tuple[str, str]]:
    picks: list[tuple[str, str]] = []
    if earlier:
        last = earlier[-1][0]
        group = [code for s, code in earlier if s == last]
        picks.extend((f"last.{name}", code) for name, code in (("first", group[0]), ("final", group[-1])))
        body = [code for s, code in earlier if s >= reading.body]
        picks.extend((f"opening.{number}", code) for number, code in enumerate(list(dict.fromkeys(body))[:2]))
        picks.extend(
            (f"headline.{number}", code)
            for number, code in enumerate(dict.fromkeys(code for s, code in earlier if s < reading.body))
            if number < 2
        )
    picks.extend(_last_ends(reading, figure))
    if reading.title is not None:
        codes = [reading.title.tokens[at].mention.value.code for at in reading.title.places("area")]  # type: ignore[union-attr]
        picks.extend(
            (f"title.{number}", code) for number, code in enumerate(dict.fromkeys(code for code in codes if code)) if number < 2
        )
    return picks


def _last_ends(reading: Reading, figure: Figure) -> list[tuple[str, str]]:
    """The owner and the partner of the last flow words before the sentence that have one."""
    before = [(figure.sentence - s, owner, partner) for s, owner, partner in reading.ends if s < figure.sentence]
    picks = [next(((f"owner.{min(gap, 3)}", owner) for gap, owner, _ in reversed(before) if owner), None)]
    picks.append(next(((f"partner.{min(gap, 3)}", partner) for gap, _, partner in reversed(before) if partner), None))
    return [pick for pick in picks if pick is not None]


def world_side(reading: Reading, figure: Figure, line: Line, flow: str, flow_at: int, here: list[Side]) -> Side:
    """The whole world, with what speaks for it."""
    words = {token.word for token in line.tokens} | (flow_words(line, flow_at) if flow_at >= 0 else set())
    partners = sum(line.word(side.at - 1) in reading.words.partnering for side in here)
    cues = [
        "bare",
        f"flow={flow}",
        f"areas={tally(len({side.code for side in here}))}",
        f"partners={tally(partners)}",
        f"carried.flow={'yes' if flow_at < 0 else 'no'}",
    ]
    if flow_at >= 0:
        cues.extend(_bare_flow(reading, line, flow_at))
    cues.extend(f"word={word}" for word in sorted(words & (reading.words.totals | reading.words.mutual)))
    cues.extend(f"word={word}" for word in sorted(words & reading.words.world_hints))
    cues.extend(_world_before(reading, figure, flow, flow_at))
    if reading.before:
        cues.append(f"told.other={dominance(reading.past.counterpart_counts, WORLD)}")
    return Side(WORLD, -1, tuple(cues), "world")


def _world_before(reading: Reading, figure: Figure, flow: str, flow_at: int) -> list[str]:
    """Whether the fact before was with all the world, and whether the same flow of the same words goes on."""
    previous = reading.fact_before(figure)
    if previous is None:
        return []
    told = "world" if previous[1].pair[1] == WORLD else "partner"
    gap = min(figure.sentence - previous[0].sentence, 2)
    same = "same" if previous[1].flow == flow else "other"
    return [f"previous={told}.{gap}", f"previous={told}.{same}.{'carried' if flow_at < 0 else 'own'}"]


def _bare_flow(reading: Reading, line: Line, flow_at: int) -> list[str]:
    """Whether the flow word itself is said to be all of a country's, and whether a partner follows it."""
    owned = owner_at(line, flow_at, reading.words)
    start = owned if 0 <= owned < flow_at else max(flow_at - FRONT, 0)
    near = {line.word(at) for at in range(start, flow_at)} | flow_words(line, flow_at)
    behind = {line.word(flow_at + step) for step in range(1, 5)}
    total = "before" if near & reading.words.totals else "behind" if behind & reading.words.totals else "no"
    partner = partner_at(line, flow_at, reading.words) >= 0
    owner = owned >= 0
    cues = [
        f"near.total={total}",
        f"total={total}.partner={'yes' if partner else 'no'}",
        f"owner={'yes' if owner else 'no'}.partner={'yes' if partner else 'no'}",
        f"flow.next={line.word(flow_at + 1)}",
        f"flow.previous={line.word(flow_at - 1)}",
    ]
    if near & reading.words.mutual:
        cues.append("near.mutual")
    return cues
