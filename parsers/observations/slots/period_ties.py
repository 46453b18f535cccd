"""Which figure of a sentence a period belongs to: "12% in July, 16% in August", "In 2011 it was $5m; in 2012 it was $6m"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise

from parsers.observations.page import Figure, Line
from parsers.observations.slots.places import tally
from parsers.observations.words import CueWords

SPAN = 60
FAR = 9
BRACKET = 6


def fences(line: Line, first: int, last: int, words: CueWords) -> int:
    """How many commas, joining words and breaks stand between two places."""
    low, high = (first, last) if first < last else (last, first)
    if high - low > SPAN:
        return FAR
    running: list[int] | None = line.memo.get(("fences",))
    if running is None:
        running = line.memo[("fences",)] = list(accumulate((_is_fence(token.word, words) for token in line.tokens), initial=0))
    return running[max(min(high, len(line)), low + 1)] - running[low + 1]


def _is_fence(word: str, words: CueWords) -> bool:
    return word in (",", ";") or word in words.breaks or (word in words.joints and word not in words.likening)


def tie(line: Line, figure: Figure, at: int, words: CueWords) -> str:
    """How a period stands to a figure: before or behind it (held, or lost to a nearer figure), or by another one."""
    key = ("tie", figure.kind, figure.token, at)
    found: str | None = line.memo.get(key)
    if found is None:
        found = line.memo[key] = _tie(line, figure, at, words)
    return found


def _tie(line: Line, figure: Figure, at: int, words: CueWords) -> str:
    figures = _peers(line, figure)
    number = bisect_left(figures, figure.token)
    left = figures[number - 1] if number else -1
    right = figures[number + 1] if number + 1 < len(figures) else len(line)
    mine = fences(line, at, figure.token, words)
    if at < left or at > right:
        return _elsewhere(line, at, figures, mine, words)
    where, other = ("before", left) if at < figure.token else ("behind", right)
    if 0 <= other < len(line) and fences(line, at, other, words) < mine:
        return f"{where}.lost"
    return f"{where}.{tally(mine)}"


def _peers(line: Line, figure: Figure) -> list[int]:
    """Where figures of the same kind stand, without those in brackets: they only say a number again, or revise it."""
    key = ("peers", figure.kind)
    found: list[int] | None = line.memo.get(key)
    if found is None:
        found = line.memo[key] = [at for at in line.places(figure.kind) if not _bracketed(line, at)]
    number = bisect_left(found, figure.token)
    if found[number : number + 1] == [figure.token]:
        return found
    return [*found[:number], figure.token, *found[number:]]


def _bracketed(line: Line, at: int) -> bool:
    before = [line.word(at - step) for step in range(1, BRACKET)]
    behind = [line.word(at + step) for step in range(1, BRACKET)]
    return _first(before, "(", ")") and _first(behind, ")", "(")


def _first(words: list[str], wanted: str, other: str) -> bool:
    """Whether one mark comes before another one, and comes at all."""
    return wanted in words and (other not in words or words.index(wanted) < words.index(other))


def _elsewhere(line: Line, at: int, figures: list[int], mine: int, words: CueWords) -> str:
    """A period beyond another figure: nearer to that one, or only leading or closing the sentence."""
    holder = min(figures, key=lambda place: (fences(line, at, place, words), abs(place - at)))
    where = "earlier" if at < figures[0] or holder > at else "later"
    return f"{where}.{'taken' if fences(line, at, holder, words) < mine else 'loose'}"


def held(line: Line, figure: Figure, places: Iterable[int], words: CueWords) -> list[int]:
    """The places of the periods that stand right by a figure, with no other figure nearer."""
    return [at for at in places if tie(line, figure, at, words) in ("before.0", "behind.0")]


def turn(line: Line, figure: Figure, at: int, places: list[int]) -> str:
    """Whether a period has the number of its figure in a sentence with as many of both: "In May it was $5m, in June $6m".

    And which of them leads where they take turns; "" where there are not as many, or but one.
    """
    figures = line.places(figure.kind)
    if len(figures) < 2 or len(figures) != len(places) or at not in places:
        return ""
    order = sorted([*((place, "figure") for place in figures), *((place, "period") for place in places)])
    in_turn = all(one[1] != next_one[1] for one, next_one in pairwise(order))
    same = places.index(at) == figures.index(figure.token)
    return f"{order[0][1] if in_turn else 'mixed'}.{'same' if same else 'other'}"
