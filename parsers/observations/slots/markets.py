"""How a pair stands to the market of a text: another seller in it, or another market of the seller that the text tells of."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.observations.deals import Deal
from parsers.observations.reading import Reading
from parsers.observations.slots.sides import Side
from parsers.observations.slots.standing import WORLD

DIRECTED = ("exports", "imports")
NEW = "new"


@dataclass(frozen=True, slots=True)
class Market:
    """Who mostly sells to whom in a text, and of whom its words name more others: sellers there, buyers from there, or "".

    The main pair itself is left to `ties`; that of a text which names no more of one than of the other says nothing here.
    """

    main: Deal
    more: str

    def cues(self, flow: str, ref: Side, other: Side) -> list[str]:
        """The cue of a pair of one flow that has an end besides the main seller and buyer."""
        if not self.more or flow not in DIRECTED:
            return []
        sells, buys = (ref.code, other.code) if flow == "exports" else (other.code, ref.code)
        parts = self._part(sells), self._part(buys)
        return [f"market.{self.more}={parts[0]}.{parts[1]}"] if NEW in parts else []

    def _part(self, code: str | None) -> str:
        if code is None or code == WORLD:
            return "nobody" if code is None else "world"
        return {self.main[0]: "seller", self.main[1]: "buyer"}.get(code, NEW)


def market(reading: Reading) -> Market:
    """The market of a text, by its main pair and all its words."""
    owner, partner = reading.main_pair
    if owner is None or partner is None:
        return Market(("", ""), "")
    seller, buyer = (partner, owner) if reading.main_flow == "imports" else (owner, partner)
    rivals = {sells for sells, buys in reading.told_areas.deals if buys == buyer} - {seller, WORLD}
    markets = {buys for sells, buys in reading.told_areas.deals if sells == seller} - {buyer, WORLD}
    more = "sellers" if len(rivals) > len(markets) else "buyers" if len(markets) > len(rivals) else ""
    return Market((seller, buyer), more)
