"""Money itself that is bought and sold: what a central bank deals in is no trade in goods."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.slots.flow_place import handled

LEAST = 2


def dealt(reading: Reading, line: Line, at: int) -> bool:
    """Whether a word of trade has nothing but money for its object, in a text that speaks of reserves and of dealers in them."""
    value = line.mention(at).value
    if value.weight != "loose" or value.flow not in ("exports", "imports") or handled(line, at, reading.words) != "amount":
        return False
    words = (token.word for one in reading.page.lines for token in one.tokens)
    return sum(word in reading.words.dealing for word in words) >= LEAST
