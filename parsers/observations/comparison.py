"""Whether a period or a number is only what something is compared with."""

from __future__ import annotations

from parsers.mentions.period_expression import PeriodExpression
from parsers.observations.page import Line
from parsers.observations.words import CueWords

NEAR, FAR = 3, 6
_STOPS = frozenset({"<amount>", "<change>", "<period>", "<quantity>", ",", ";", "and"})


def compared(line: Line, at: int, words: CueWords) -> bool:
    """Whether a word of comparison governs what stands at a place: "than in 2005", "against some $2 billion"."""
    for step in range(1, FAR + 1):
        word = line.word(at - step)
        if word in _STOPS or word in words.breaks:
            return False
        if word in words.comparing:
            return True
        if word in words.bases and step <= NEAR and "<area>" not in (line.word(at - inner) for inner in range(1, step)):
            return True
    return False


def is_base(line: Line, at: int, words: CueWords) -> bool:
    """Whether a period stands for the base of a comparison; "from January to May" is none."""
    expression: PeriodExpression = line.tokens[at].mention.value  # type: ignore[union-attr]
    if line.word(at - 1) == "from" and expression.month_to is not None:
        return False
    if line.word(at - 1) == "over" and not (expression.dated or expression.comparative):
        return False
    return compared(line, at, words)
