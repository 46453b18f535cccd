"""What a figure is told of: the word that it is tied to, the goods that it is worth."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.slots.flow_place import handled
from parsers.observations.slots.subjects import telling
from parsers.observations.words import CueWords

TIES = 4


def tie(words: CueWords, line: Line, at: int) -> str:
    """What stands before the figure, small words passed over: "polymers ($5 million)", "wool worth $5 million"."""
    tied = False
    for place in range(at - 1, max(at - 1 - TIES, -1), -1):
        word = line.word(place)
        if word in words.product_links or word in words.approximate:
            tied = tied or word in words.product_links
            continue
        kind = telling(words, line, place) or (word[1:-1] if word.startswith("<") else "")
        return f"{'tied' if tied else 'bare'}.{kind or '-'}"
    return "-"


def worth(words: CueWords, line: Line, at: int) -> str:
    """What an amount is the worth of: "$5m worth of goods", "$5m of wool", "for imports", "granted" for them; "-" if unsaid."""
    if line.word(at + 1) in words.worth:
        return f"worth.{handled(line, at + 1, words)}"
    lead = line.word(at + 1)
    kind = "for" if lead in words.purposes else "of" if lead in words.belonging | words.inside else ""
    if lead in words.purposes and any(line.word(at - step) in words.granting for step in range(1, TIES + 1)):
        kind = "granted"
    return f"{kind}.{handled(line, at + 1, words)}" if kind else "-"
