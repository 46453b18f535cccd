"""How a pair goes on from the fact before, and from the buyers, suppliers and rivals that the text has just ranked."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.observations.decisions import Pair
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.callings import role_of
from parsers.observations.slots.claims import claimed, subject_at
from parsers.observations.slots.places import tally
from parsers.observations.slots.sides import Side
from parsers.observations.slots.standing import WORLD
from parsers.observations.words import CueWords

# So many sentences back somebody may have been ranked; so many words may stand between the noun and what ranks it.
BACK, RANK = 3, 3
# A pair goes on into the next sentence, hardly farther.
NEXT = 1
MIRRORED = {"exports", "imports"}


@dataclass(frozen=True, slots=True)
class Sequel:
    """What a figure takes up: the pair of the fact before and how far off that is; the area ranked with it, and as what.

    `ahead` is the pair that the text goes on to, of the first figure of a headline.
    """

    flow: str
    before: Pair | None
    ahead: Pair | None
    stands: str
    ranked: tuple[str | None, str]
    main: Pair

    def cues(self, ref: Side, other: Side) -> list[str]:
        """The cues of a pair."""
        cues = []
        if self.before is not None:
            cues.append(f"sequel={_goes_on(self.before, (ref.code, other.code))}.{_whom(other)}.{self.stands}")
        if self.ahead is not None:
            cues.append(f"ahead={_goes_on(self.ahead, (ref.code, other.code))}.{_whom(other)}")
        code, role = self.ranked
        if code is not None:
            held = "ref" if ref.code == code else "other" if other.code == code else "broken"
            far = other if held == "ref" else ref
            end = "world" if far.code == WORLD else "main" if far.code in self.main else "new"
            cues.append(f"ranked.{role}.{self.flow}={held}.{end}")
        return cues


def _whom(other: Side) -> str:
    return "world" if other.code == WORLD else "partner"


def _goes_on(before: Pair, pair: Pair) -> str:
    """Which ends a pair has of the one before: both, both turned round, one, or none."""
    if before == pair:
        return "both"
    if before == pair[::-1]:
        return "turned"
    return "owner" if before[0] == pair[0] else "partner" if before[1] == pair[1] else "neither"


def sequel(reading: Reading, figure: Figure, line: Line, flow: str, dealt: bool) -> Sequel:
    """What a figure goes on from; `dealt` is whether its own words say who takes or gives.

    A pair that no area is named after goes on: "Exports to Peru fell to $5m and imports to $3m".
    """
    previous = reading.fact_before(figure)
    ranked = (None, "") if dealt else _ranked(reading, figure, line)
    if previous is None:
        return Sequel(flow, None, _announced(reading, figure), "", ranked, reading.main_pair)
    if figure.sentence - previous[0].sentence > NEXT:
        return Sequel(flow, None, None, "", ranked, reading.main_pair)
    way = "same" if previous[1].flow == flow else "mirror" if {previous[1].flow, flow} == MIRRORED else "other"
    stands = f"{way}.{figure.sentence - previous[0].sentence}.{tally(_named(reading, previous[0], figure))}"
    return Sequel(flow, previous[1].pair, None, stands, ranked, reading.main_pair)


def _announced(reading: Reading, figure: Figure) -> Pair | None:
    """The pair that the body tells of first, which a headline announces; None where the figure stands in no headline."""
    if not reading.page.sentences[figure.sentence].headline:
        return None
    following = reading.fact_after(figure)
    return following[1].pair if following is not None else None


def _named(reading: Reading, first: Figure, last: Figure) -> int:
    """How many areas the text names between two figures of one sentence, or of two that follow each other."""
    if first.sentence == last.sentence:
        return reading.line(first).count("<area>", first.token, last.token)
    line = reading.line(first)
    return line.count("<area>", first.token, len(line)) + reading.line(last).count("<area>", -1, last.token)


def _ranked(reading: Reading, figure: Figure, line: Line) -> tuple[str | None, str]:
    """The area at a figure or at the head of its clause, and who were ranked last: buyers, suppliers, or those who compete."""
    place = claimed(line, figure, reading.words)[0]
    place = place if place >= 0 else subject_at(line, figure.token, reading.words)
    if place < 0:
        return None, ""
    lines = reading.page.lines[max(figure.sentence - BACK, 0) : figure.sentence + 1]
    role = next((role for role in (_last_role(earlier, reading.words) for earlier in reversed(lines)) if role), "")
    return (line.mention(place).value.code, role) if role else (None, "")


def _last_role(line: Line, words: CueWords) -> str:
    """Who a line ranks last: buyers, suppliers ("the top exporters"), or those who compete; worked out once, "" for none."""
    if ("roles",) not in line.memo:
        roles = (_ranking(line, at, words) for at in range(len(line) - 1, -1, -1))
        line.memo["roles",] = next((role for role in roles if role), "")
    return str(line.memo["roles",])


def _ranking(line: Line, at: int, words: CueWords) -> str:
    if line.word(at) in words.peers:
        return "peers"
    role = role_of(line, at, words)
    near = {line.word(at - step) for step in range(1, 1 + RANK)}
    return role if role and near & (words.superlatives | words.foremost) else ""
