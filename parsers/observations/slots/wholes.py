"""What follows a figure and tells its flow: exports and imports as parts of it, the name of what it counts."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.words import CueWords

LEAD, PARTS = 6, 14


def parts_behind(line: Line, figure: Figure, words: CueWords) -> str:
    """Which ways of trade are told behind a figure as parts of it ("$9 million, with exports of $5 million"): one, both, "-"."""
    lead = next((at for at in range(figure.token + 1, figure.token + 1 + LEAD) if line.word(at) in words.parts_leads), -1)
    if lead < 0 or any(line.word(at) in words.breaks for at in range(figure.token + 1, lead)):
        return "-"
    flows = {line.mention(at).value.flow for at in line.places("flow") if lead < at <= lead + PARTS}
    return ("-", "one", "both")[len(flows & {"exports", "imports"})]


def entitled(line: Line, at: int, figure: Figure) -> bool:
    """Whether a flow word is set before the figure as its title: "(exports: $5 million, imports: $3 million)"."""
    return line.word(at + 1) == ":" and at + 2 == figure.token


def intended(line: Line, at: int, words: CueWords) -> str:
    """How a verb of trade is said to be still to come, by the two words in front: "would buy", "agreed to buy"; "-" else."""
    before, leading = line.word(at - 1), line.word(at - 2)
    if before in words.modals or (before in words.auxiliaries and leading in words.modals):
        return "modal"
    if before not in words.goals:
        return "-"
    return "agreed" if leading in words.target else "awaited" if leading in words.forecast else "to"
