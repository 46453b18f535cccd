"""What makes a rate none of trade, or tells its whole: a rule that sets it, a money that moved, what happens to the whole."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.slots.places import backwards
from parsers.observations.words import CueWords

BACK, WHOLE, BEHIND, NEAR = 14, 9, 14, 4
SAID = 7
_FIGURES = frozenset(("<change>", "<amount>"))


def bounds(words: CueWords, line: Line, at: int) -> list[str]:
    """The cues of what a rate is set by, moved by and a part of."""
    return [
        f"ruled={ruled(words, line, at)}",
        f"exchange={exchanged(words, line, at)}",
        f"fate={fate(words, line, at)}",
        f"aimed={aimed(words, line, at)}",
    ]


def ruled(words: CueWords, line: Line, at: int) -> str:
    """Whether somebody sets the rate and nobody measured it: "growth is limited to 5%", "a cap of 5%"."""
    before = backwards(words, line, at, BACK, _FIGURES)
    return "yes" if any(line.word(place) in words.ruling for place in before) else "no"


def exchanged(words: CueWords, line: Line, at: int) -> str:
    """Whether a money is what moved ("the dollar fell 5%"), told nearer in front of a rate than any flow."""
    before = backwards(words, line, at, BACK, _FIGURES | {"<flow>"})
    return "yes" if any(_is_mover(words, line, place) for place in before) else "no"


def _is_mover(words: CueWords, line: Line, at: int) -> bool:
    framed = line.word(at - 1) in words.inside or line.word(at + 1) in words.framing
    return line.word(at) in words.exchanged and not framed


def fate(words: CueWords, line: Line, at: int) -> str:
    """What is said of the whole of a share: that it goes somewhere, or what befalls it ("5% of exports face duties")."""
    if line.word(at + 1) not in words.within:
        return "-"
    if any(line.word(at - step) in words.harming for step in range(1, NEAR)):
        return "befalls"
    flow = next((place for place in range(at + 2, at + 2 + WHOLE) if line.word(place) == "<flow>"), -1)
    if flow < 0:
        return "-"
    for place in range(flow + 1, min(flow + 1 + BEHIND, len(line))):
        word = line.word(place)
        if word in words.befalling:
            return "befalls"
        if word in words.bound_ways:
            return "goes"
        if word in _FIGURES or word in words.breaks:
            break
    return "plain"


def aimed(words: CueWords, line: Line, at: int) -> str:
    """Whether the whole of a share is only planned: "5% of the export target", "5% of the planned figure"."""
    if line.word(at + 1) not in words.within:
        return "-"
    for place in range(at + 2, at + 2 + WHOLE):
        word = line.word(place)
        if word in words.aims or word in words.target:
            return "yes"
        if not word[0].isalpha() and word not in ("<flow>", "<area>", "<period>"):
            break
    return "no"


def superseded(words: CueWords, line: Line, at: int) -> bool:
    """Whether a rate is one that was given before and holds no more: "previously reported as 5%", "up 4%, originally 5%"."""
    return any(line.word(place) in words.earlier_said for place in backwards(words, line, at, SAID, _FIGURES))
