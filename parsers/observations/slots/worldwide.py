"""Which flows are told of all the world, or lead to it: "global trade", "exports worldwide", "imports from overseas firms"."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.words import CueWords

CLOSE, BEFORE = 3, 6


def worldly(line: Line, flow_at: int, words: CueWords) -> str:
    """How a flow is told of all the world: as a part's whole ("5% of world exports"), by itself ("global trade"), by what follows
    it ("exports worldwide"), or not: ""."""
    for at in range(flow_at - 1, max(flow_at - 1 - CLOSE, -1), -1):
        if line.word(at) in words.worldly:
            before = line.word(at - 2) if line.word(at - 1) in words.definite else line.word(at - 1)
            if before in words.possessive or before == "<area>":
                return ""
            return "part" if before in words.portions else "whole"
        if line.word(at).startswith("<") or line.word(at) in words.breaks:
            break
    return _behind(line, flow_at, words) if flow_at >= 0 else ""


def _behind(line: Line, flow_at: int, words: CueWords) -> str:
    """Whether what stands behind a flow word makes it all the world's, and nothing in front somebody's or the greatest there."""
    first, rest = line.word(flow_at + 1), [line.word(flow_at + step) for step in (2, 3)]
    if first not in words.worldwide and not (
        first in words.world_in and rest[0] in words.definite and rest[1] in words.the_world
    ):
        return ""
    before = {line.word(at) for at in range(max(flow_at - BEFORE, 0), flow_at)}
    return "" if before & (words.possessive | words.superlatives | {"<area>"}) else "behind"


def world_told(line: Line, flow_at: int, words: CueWords) -> bool:
    """Whether the flow word leads to all the world: "imports from global suppliers", "exports to its overseas markets"."""
    if flow_at < 0 or line.word(flow_at + 1) not in words.toward:
        return False
    ahead = [line.word(flow_at + step) for step in range(2, 5)]
    rest = [word for word in ahead if word not in words.determiners or word in words.totals]
    return bool(rest) and rest[0] in words.totals
