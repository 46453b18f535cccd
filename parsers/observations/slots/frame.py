"""The pair that a document is mostly about, and how another pair stands to it: a rival in the same market, the market as a whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parsers.observations.reading import Pair, Reading
from parsers.observations.slots.sides import Side
from parsers.observations.slots.standing import WORLD


@dataclass(frozen=True, slots=True)
class Frame:
    """Whose flows with whom a document mostly tells; None where it does not say."""

    owner: str | None
    partner: str | None


def frame(reading: Reading) -> Frame:
    """The frame of a document, by the pass before, else by the words around its flow words."""
    owner, partner = _main(reading)
    return Frame(owner, partner)


def _main(reading: Reading) -> Pair:
    pairs = Counter(decision.pair for decision in reading.before.values() if decision.fact and decision.pair[0])
    if pairs:
        told = [pair for pair, _ in pairs.most_common()]
        owner = reading.ref_counts.most_common(1)[0][0]
        partner = next((pair[1] for pair in told if pair[0] == owner and pair[1] != WORLD), None)
        return owner, partner
    owners, partners = reading.owners.most_common(1), reading.partners.most_common(1)
    return owners[0][0] if owners else None, partners[0][0] if partners else None


def framed(known: Frame, ref: Side, other: Side) -> list[str]:
    """How a pair stands to the frame of the document."""
    cues = []
    if known.owner is not None:
        stands = f"{_part(known, ref.code)}.{_part(known, other.code)}"
        cues.append(f"frame={stands}.{'here' if ref.at >= 0 else 'carried'}")
        if known.partner is None:
            cues.append(f"frame={stands}.alone")
    return cues


def _part(known: Frame, code: str | None) -> str:
    if code == WORLD:
        return "world"
    return "owner" if code == known.owner else "partner" if code == known.partner else "new"
