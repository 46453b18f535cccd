"""What a text opens with, headline and first sentence: whose story it is, and of what money."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import crowd, is_venue

EARLY = 9


def opening_lines(reading: Reading) -> list[Line]:
    """The title, the headline and the first sentence."""
    return [*([reading.title] if reading.title else []), *reading.page.lines[: reading.body + 1]]


def opened_by(reading: Reading) -> str:
    """Whether a text names a firm with its "first" words or "later" in its opening: it may be that firm's story."""
    places = [
        at for line in opening_lines(reading) for at, token in enumerate(line.tokens) if token.word in reading.words.companies
    ]
    return "-" if not places else "first" if min(places) < EARLY else "later"


def lead_flows(reading: Reading) -> str:
    """What the opening speaks of: trade in so many words, something like it, or neither."""
    kinds = [line.mention(at) for line in opening_lines(reading) for kind in ("flow", "mock") for at in line.places(kind)]
    if any(mention.kind == "flow" and mention.value.weight == "noun" for mention in kinds):
        return "noun"
    return "mock" if any(mention.kind == "mock" for mention in kinds) else "loose" if kinds else "none"


def lead_words(reading: Reading) -> dict[str, str]:
    """How many words the opening has of money that is never trade, of what is made, of what is paid, of bourses."""
    words = reading.words
    opened = [token.word for line in opening_lines(reading) for token in line.tokens]
    groups = {"money": words.never_trade, "made": words.made, "bad": words.money_not_trade}
    venues = sum(is_venue(line, at, words) for line in opening_lines(reading) for at in range(len(line)))
    return {**{name: crowd(sum(word in group for word in opened)) for name, group in groups.items()}, "venue": crowd(venues)}
