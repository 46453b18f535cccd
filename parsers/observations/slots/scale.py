"""Whether a pair's flow has the size that the rest of the text tells of it: of its own kind, no more than all the world's."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from parsers.observations.decisions import Pair
from parsers.observations.paces import ends, kind_of, pace
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.slots.standing import WORLD

# A flow seldom doubles and doubles again; a whole may be rounded down, or be told of a poorer time.
NEAR, OFF, LEEWAY = Decimal("2.5"), Decimal(4), Decimal("1.25")
Told = Mapping[object, list[tuple[int, Decimal]]]


def scaled(reading: Reading, figure: Figure, pair: Pair) -> list[str]:
    """Cues of a pair by what the pass before found of its flow, of the owner's with all the world, and of its parts."""
    decision = reading.before.get(figure.index)
    own = pace(figure, decision)
    if decision is None or own is None:
        return []
    told = reading.past.paces.get(kind_of(figure, decision), {})
    cues = _alike(_others(told, ends(decision.flow, pair), figure), own)
    if pair[0] in (None, WORLD):
        return cues
    if pair[1] != WORLD:
        wholes = _others(told, ends(decision.flow, (pair[0], WORLD)), figure)
        return [*cues, f"as.part={'fits' if own <= max(wholes) * LEEWAY else 'over'}"] if wholes else cues
    parts = _parts(told, str(pair[0]), figure)
    return [*cues, f"as.whole={'fits' if own * LEEWAY >= max(parts) else 'over'}"] if parts else cues


def _alike(others: list[Decimal], own: Decimal) -> list[str]:
    """How far the nearest number told of the same flow is off."""
    if not others:
        return []
    ratio = min(max(own / other, other / own) for other in others)
    return [f"scale={'near' if ratio <= NEAR else 'off' if ratio > OFF else 'far'}"]


def _others(told: Told, pair: object, figure: Figure) -> list[Decimal]:
    return [size for at, size in told.get(pair, ()) if at != figure.index]


def _parts(told: Told, owner: str, figure: Figure) -> list[Decimal]:
    """The sizes of an owner's flows with partners one by one."""
    pairs = [pair for pair in told if isinstance(pair, tuple | frozenset) and WORLD not in pair]
    owned = [pair for pair in pairs if owner in (pair if isinstance(pair, frozenset) else pair[:1])]
    return [size for pair in owned for size in _others(told, pair, figure)]
