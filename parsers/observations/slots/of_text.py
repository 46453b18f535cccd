"""How a pair stands to the whole text: its publisher's silence of home, its money, its one partner; who takes and who gives."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.observations.decisions import Pair
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.callings import part
from parsers.observations.slots.partners import partnered
from parsers.observations.slots.places import crowd, whole
from parsers.observations.slots.possessors import possessor
from parsers.observations.slots.setting import doer
from parsers.observations.slots.sides import Side
from parsers.observations.slots.standing import WORLD, kind
from parsers.observations.slots.ties import Ties
from parsers.observations.words import CueWords

# So many words may stand between a verb of sharing and its rate: "accounts for as much as about 8%".
SHARED = 7


@dataclass(frozen=True, slots=True)
class Rest:
    """What the text around a figure says of every pair.

    `owned` is whether the figure's words say whose its flow is; `sole` the one partner of the text, "" where they say with whom
    the flow is; `dealt` whoever takes or gives what the figure counts, and how; `turned` the pair of the
    fact before, turned round; `partnered` the area whose partner was named last; `plain` whether the sentence has a word of a
    whole, names an area, or neither.
    """

    reading: Reading
    owned: bool
    sole: tuple[str, str]
    dealt: tuple[str, str]
    main: Pair
    sharer: str
    turned: Pair | None
    partnered: str
    its: tuple[str, str]
    plain: str

    def cues(self, ref: Side, other: Side) -> list[str]:
        """The cues of a pair."""
        told = (
            self._silent,
            self._coin,
            self._region,
            self._sole,
            self._dealt,
            self._shared,
            self._turned,
            self._partnered,
            self._its,
        )
        return [cue for of in told for cue in of(ref, other)]

    def _silent(self, ref: Side, other: Side) -> list[str]:
        """Whether a pair holds the publisher's own area where its text never names it: "trade with Ryazan Oblast"."""
        seat, named = self.reading.seat, self.reading.named
        if seat is None or any(whole(code) == whole(seat) for code in named):
            return []
        kept = "kept" if seat in (ref.code, other.code) else "broken"
        return [f"silent={kept}.{crowd(len(named))}", f"silent={kept}.{'world' if other.code == WORLD else 'partner'}"]

    def _coin(self, ref: Side, other: Side) -> list[str]:
        """Whether the country in whose money the text counts, or a region of it, is an end of the pair."""
        coin = self.reading.told_areas.coin
        if coin is None:
            return []
        held = [whole(str(side.code)) == coin for side in (ref, other)]
        named = "named" if coin in self.reading.named else "silent"
        return [f"coin={'ref' if held[0] else 'other' if held[1] else 'neither'}.{named}"]

    def _region(self, ref: Side, other: Side) -> list[str]:
        """Whether an end of the pair that the sentence does not name is the region of which the text tells, or its country."""
        region, how = self.reading.told_areas.region
        if not region:
            return []
        carried = [side.code for side in (ref, other) if side.at < 0 or "form=anaphor" in side.cues]
        stands = next((name for name, code in (("kept", region), ("country", whole(region))) if code in carried), "")
        return [f"region.{how}={stands}.{'world' if other.code == WORLD else 'partner'}"] if stands else []

    def _sole(self, ref: Side, other: Side) -> list[str]:
        """Whether the one area that a text names besides the owner of its flows is in the pair, and where it is named."""
        sole, where = self.sole
        if not sole:
            return []
        stands = "kept" if sole in (ref.code, other.code) else "world" if other.code == WORLD else "other"
        owned = "owned" if self.owned else "loose"
        return [f"sole={where}.{stands}", f"sole={where}.{stands}.{owned}", f"alone={stands}.{owned}.{self.plain}"]

    def _dealt(self, ref: Side, other: Side) -> list[str]:
        """Where whoever takes, or gives, what the figure counts stands in the pair."""
        code, how = self.dealt
        if not code:
            return []
        held = [code in str(side.code).split("+") for side in (ref, other)]
        stands = "ref" if held[0] else "other" if held[1] else "broken"
        far = other if held[0] else ref
        end = "world" if far.code == WORLD else "main" if far.code and far.code in self.main else "new"
        return [f"dealt.{how}={stands}", f"dealt.{how}={stands}.{end}", *_fitting(how, stands)]

    def _shared(self, ref: Side, other: Side) -> list[str]:
        """With whom the whole is of which goods, an area or "it" has a share: goods have theirs of what goes to all the world."""
        if not self.sharer:
            return []
        return [f"sharer={self.sharer}.{'world' if other.code == WORLD else 'here' if other.at >= 0 else 'carried'}"]

    def _partnered(self, ref: Side, other: Side) -> list[str]:
        """Where the area whose partner the text has named last stands in the pair."""
        if not self.partnered:
            return []
        return [f"partnered={'ref' if ref.code == self.partnered else 'other' if other.code == self.partnered else 'neither'}"]

    def _its(self, ref: Side, other: Side) -> list[str]:
        """Where the area that "its" in front of the flow word stands for is in the pair."""
        code, where = self.its
        if not code:
            return []
        return [f"its.{where}={'ref' if ref.code == code else 'other' if other.code == code else 'broken'}"]

    def _turned(self, ref: Side, other: Side) -> list[str]:
        """Where the sentence speaks of the other way: whether the pair is that of the fact before, turned round."""
        if self.turned is None:
            return []
        pair = (ref.code, other.code)
        stands = "kept" if pair == self.turned else "same" if pair == self.turned[::-1] else "other"
        return [f"turned={stands}"]


def _fitting(how: str, stands: str) -> list[str]:
    """Whether who takes and who gives stand where a flow has them: the taker is the partner of exports and owns imports."""
    role, _, flow = how.partition(".")
    if flow not in ("exports", "imports"):
        return []
    wanted = "ref" if (role == "takes") == (flow == "imports") else "other"
    return [f"dealt={'kept' if stands == wanted else stands if stands == 'broken' else 'turned'}"]


def rest(reading: Reading, figure: Figure, line: Line, flow: str, flow_at: int, told: Ties) -> Rest:
    """What the text says of the pairs of a figure that the words tie as told."""
    at, role = part(reading, figure)
    taker = line.mention(at).value.code if at >= 0 else None
    return Rest(
        reading,
        told.owner is not None,
        ("", "") if told.partner_sure else _sole_partner(reading),
        (taker or "", f"{role}.{flow}"),
        told.main,
        _sharer(line, figure, reading.words),
        _turned_pair(reading, figure, line, flow),
        partnered(reading, figure.sentence),
        possessor(reading, figure.sentence, flow_at),
        _plain(reading, line),
    )


def _plain(reading: Reading, line: Line) -> str:
    """Whether a sentence has a word that makes flows all of a country's, else names some area, or neither ("Tea sold well")."""
    if any(token.word in reading.words.totals for token in line.tokens):
        return "total"
    return "some" if line.places("area") else "plain"


def _sharer(line: Line, figure: Figure, words: CueWords) -> str:
    """Who has the share that a rate tells of a flow ("cotton accounts for 8% of exports"), "" where it tells none."""
    if figure.kind != "change" or line.word(figure.token + 1) not in words.within:
        return ""
    verbs = words.share_verbs | words.making
    verb = next((at for at in range(figure.token - 1, max(figure.token - 1 - SHARED, -1), -1) if line.word(at) in verbs), -1)
    return doer(line, verb, words) if verb >= 0 else ""


def _turned_pair(reading: Reading, figure: Figure, line: Line, flow: str) -> Pair | None:
    """The pair of the fact before, turned round for the same flow, where a sentence speaks of the other way ("in return")."""
    words = reading.words
    ends = [at for at in range(1, figure.token) if line.word(at) in words.ways | words.returns]
    if not any(
        line.word(at - 1) in words.opposite if line.word(at) in words.ways else line.word(at - 1) in words.inside for at in ends
    ):
        return None
    previous = reading.fact_before(figure)
    if previous is None:
        return None
    other = {previous[1].flow, flow} == {"exports", "imports"}
    return previous[1].pair if other else previous[1].pair[::-1]


def _sole_partner(reading: Reading) -> tuple[str, str]:
    """The one country or region that a text names besides the owner of its flows, and whether its head does; else ""."""
    owner = reading.main_pair[0]
    if owner is None:
        return "", ""
    asides = reading.told_areas.asides
    others = [code for code in reading.named if code not in asides and kind(code) in ("area", "region") and code != WORLD]
    others = [code for code in others if whole(code) != whole(owner)]
    if len(others) != 1:
        return "", ""
    head = any(others[0] in reading.named_in[sentence] for sentence in range(min(reading.body + 1, len(reading.named_in))))
    return others[0], "head" if head else "later"
