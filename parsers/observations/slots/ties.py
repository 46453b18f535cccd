"""What the sentence itself says of a figure's pair, as cues of each pair: kept or broken."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.observations.decisions import Pair
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.claims import back_told, claimed, mate, origin_told, owner_told, partner_told
from parsers.observations.slots.ellipsis import standing_in
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.peers import peers
from parsers.observations.slots.places import whole
from parsers.observations.slots.sides import Side, listed_with
from parsers.observations.slots.standing import WORLD, kind
from parsers.observations.slots.worldwide import world_told
from parsers.observations.words import CueWords

# How an owner is told when it hardly ever errs.
CERTAIN = frozenset(("beside", "on", "back", "from", "by", "listed"))
# What is tied to words for an area named before ("the region") is known by their place.
STANDIN = "@"


@dataclass(frozen=True, slots=True)
class Ties:
    """The areas that a figure's words tie it to, None where they do not; whose flows with whom the document mostly tells."""

    owner: str | None
    how: str
    claim: str | None
    where: str
    listed: tuple[int, int] | None
    mate: str
    partner: str | None
    elided: tuple[str | None, str]
    peers: frozenset[str | None]
    several: int
    ends: Pair
    everywhere: bool
    back: bool
    main: Pair
    mostly: bool
    home: str | None

    @property
    def owner_sure(self) -> bool:
        """Whether the sentence says whose the flow is."""
        return self.owner is not None and self.how in CERTAIN and not self.owner.startswith(STANDIN)

    @property
    def partner_sure(self) -> bool:
        """Whether the sentence says with whom the flow is."""
        return self.everywhere or not (self.partner is None or self.partner.startswith(STANDIN))


def ties(reading: Reading, figure: Figure, line: Line, flow: str, flow_at: int) -> Ties:
    """The ties of a figure whose flow word stands at a place, -1 where it is carried."""
    words = reading.words
    owner, how = owner_told(line, figure, flow_at, words)
    claim, where = claimed(line, figure, words)
    origin = origin_told(line, flow_at, owner, words)
    elided, lead = standing_in(line, figure, flow_at, words)
    partner = origin if origin >= 0 else partner_told(line, figure, flow_at, words)
    return Ties(
        _code(line, owner),
        how,
        _code(line, claim),
        where,
        listed_with(reading, line, figure, claim) if claim >= 0 else None,
        mate(line, claim, flow_at, words) if where == "before" else "",
        _code(line, partner),
        (_code(line, elided), lead),
        frozenset(_code(line, at) for at in peers(line, figure, words)),
        _several(line, figure),
        _ends(line, flow_at, words) if origin < 0 else (_code(line, owner), _code(line, origin)),
        world_told(line, flow_at, words),
        back_told(line, flow_at, words),
        _main(reading),
        flow == reading.main_flow,
        reading.seat,
    )


def _main(reading: Reading) -> Pair:
    """The document's main pair; where it tells of one region and those who rule it, the region for its country."""
    region, how = reading.told_areas.region
    owner, partner = (region if how == "ruled" and region and code == whole(region) else code for code in reading.main_pair)
    return owner, partner


def _several(line: Line, figure: Figure) -> int:
    """The place nearest to a figure of words for several areas named before ("these countries", more than two); or -1."""
    meant = ((at, line.mention(at).value) for at in line.places("area"))
    places = [at for at, area in meant if area.form == "anaphor" and area.count not in (1, 2)]
    return min(places, key=lambda at: abs(at - figure.token), default=-1)


def _ends(line: Line, flow_at: int, words: CueWords) -> Pair:
    """The owner and the partner by the words around the flow word."""
    if flow_at < 0:
        return None, None
    return _code(line, owner_at(line, flow_at, words)), _code(line, partner_at(line, flow_at, words))


def _code(line: Line, at: int) -> str | None:
    if at < 0:
        return None
    area = line.mention(at).value
    return f"{STANDIN}{at}" if area.code is None and area.form == "anaphor" else area.code


def _claimed(told: Ties, side: Side) -> bool:
    """Whether a side is the area that stands at the figure, or the list that ends there."""
    if told.listed is not None:
        return (side.at, side.last) == told.listed
    return told.claim in (*str(side.code).split("+"), f"{STANDIN}{side.at}")


def _is(side: Side, tie: str) -> bool:
    """Whether a side is the area of a tie."""
    return tie in (side.code, f"{STANDIN}{side.at}")


def tied(told: Ties, ref: Side, other: Side) -> list[str]:
    """The cues of a pair: whether it keeps the ties, and how it stands to the document's main pair."""
    cues = _framed(told, ref, other)
    if told.owner is not None:
        stands = "kept" if _is(ref, told.owner) else "other" if _is(other, told.owner) else "broken"
        cues.append(f"owner.{told.how}={stands}")
    if told.claim is not None:
        held = [_claimed(told, side) for side in (ref, other)]
        cues.append(f"claim.{told.where}={'ref' if held[0] else 'other' if held[1] else 'broken'}")
        if told.mate:
            cues.append(f"mate.{told.mate}={'ref' if held[0] else 'other' if held[1] else 'broken'}")
    if told.claim is not None and None not in told.ends and told.claim not in told.ends:
        cues.append(f"third={_third(told, ref, other)}")
    if told.partner is not None:
        stands = "kept" if _is(other, told.partner) else "ref" if _is(ref, told.partner) else "broken"
        cues.append(f"partner={stands}")
    cues.extend(_named(told, ref, other))
    if told.everywhere:
        cues.append(f"everywhere={'kept' if other.code == WORLD else 'broken'}")
    if told.back:
        cues.append(f"back={'world' if other.code == WORLD else 'here' if other.at >= 0 else _part(told, other.code)}")
    return cues


def _named(told: Ties, ref: Side, other: Side) -> list[str]:
    """Whether a pair is of two of a list with a figure each, or holds the areas that "those of Peru", "these countries" mean."""
    cues = []
    if told.elided[0] is not None:
        held = [side.code == told.elided[0] for side in (ref, other)]
        cues.append(f"elided.{told.elided[1]}={'ref' if held[0] else 'other' if held[1] else 'broken'}")
    if told.several >= 0:
        stands = "ref" if ref.at == told.several else "other" if other.at == told.several else "none"
        cues.append(f"several={stands}.{'world' if other.code == WORLD else 'partner'}")
    if ref.code in told.peers and other.code in told.peers:
        cues.append(f"peers={'two' if len(told.peers) == 2 else 'many'}")
    return cues


def _third(told: Ties, ref: Side, other: Side) -> str:
    """For which end an area at the figure stands where its flow word names both: "the EU's sales to Peru (Greece $5m)"."""
    groups = [kind(code) == "group" or code == "EU" for code in told.ends]
    which = {(True, False): "owner", (False, True): "partner"}.get((groups[0], groups[1]), "neither")
    if ref.code == told.claim:
        return f"ref.{'kept' if other.code == told.ends[1] else 'other'}.{which}"
    if other.code == told.claim:
        return f"other.{'kept' if ref.code == told.ends[0] else 'other'}.{which}"
    return f"broken.{which}"


def _framed(told: Ties, ref: Side, other: Side) -> list[str]:
    """How a pair stands to the main one: a rival in the same market, the market with all the world."""
    main = told.main
    if main[0] is None:
        return []
    stands = f"{_part(told, ref.code)}.{_part(told, other.code)}"
    cues = [f"frame={stands}.{'here' if ref.at >= 0 else 'carried'}", f"frame={stands}.{'main' if told.mostly else 'other'}.flow"]
    return [*cues, f"frame={stands}.alone"] if main[1] is None else cues


def _part(told: Ties, code: str | None) -> str:
    if code == WORLD:
        return "world"
    if code in told.main:
        return "owner" if code == told.main[0] else "partner"
    return _kin(told.main, code) or ("home" if code == told.home else "new")


def _kin(main: Pair, code: str | None) -> str:
    """Which end of the main pair an area is kin to, as its country, a region of it, or another of one country; "" for neither."""
    for name, end in zip(("owner", "partner"), main, strict=True):
        if code is not None and end is not None and whole(code) == whole(end):
            return f"{name}.{'country' if code == whole(code) else 'region' if end == whole(end) else 'sibling'}"
    return ""
