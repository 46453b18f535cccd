"""Which figure of a sentence an area belongs to: "Germany ($5bn), France ($3bn)", "Turkey and Mexico, $3m and $2m"."""

from __future__ import annotations

from collections.abc import Container

from parsers.observations.page import Figure, Line
from parsers.observations.slots.places import tally
from parsers.observations.words import CueWords

SPAN = 60


def fences(line: Line, first: int, last: int, joints: Container[str]) -> int:
    """How many commas, joining words and breaks stand between two places."""
    low, high = (first, last) if first < last else (last, first)
    if high - low > SPAN:
        return 9
    return sum(line.word(at) in (",", ";") or line.word(at) in joints for at in range(low + 1, high))


def ownership(line: Line, figure: Figure, first: int, last: int, joints: Container[str]) -> str:
    """Where an area stands to a figure: before or behind it (near, far, lost to a neighbour), or by another (taken, loose)."""
    figures = line.places(figure.kind)
    number = figures.index(figure.token)
    left = figures[number - 1] if number else -1
    right = figures[number + 1] if number + 1 < len(figures) else len(line)
    if left < first and last < figure.token:
        return _before(line, last, left, figure.token, joints)
    if figure.token < first and last < right:
        return _behind(line, first, right, figure.token, joints)
    return _elsewhere(line, first, last, figure.token, figures, joints)


def _before(line: Line, last: int, left: int, token: int, joints: Container[str]) -> str:
    mine = fences(line, last, token, joints)
    nearest = line.count("<area>", last, token) == 0
    if left >= 0 and fences(line, left, last, joints) < mine and line.count("<flow>", last, token) == 0:
        return f"before.lost.{'near' if nearest else 'far'}"
    return f"before.{'near' if nearest else 'far'}.{tally(mine)}"


def _behind(line: Line, first: int, right: int, token: int, joints: Container[str]) -> str:
    mine = fences(line, token, first, joints)
    nearest = line.count("<area>", token, first) == 0
    if right < len(line) and fences(line, first, right, joints) < mine:
        return f"behind.lost.{'near' if nearest else 'far'}"
    return f"behind.{'near' if nearest else 'far'}.{tally(mine)}"


def _elsewhere(line: Line, first: int, last: int, token: int, figures: list[int], joints: Container[str]) -> str:
    """An area beyond another figure: held by that one, or only leading the sentence."""
    if last < token:
        held = next(at for at in figures if at > last)
        between = fences(line, last, held, joints)
    else:
        held = next(at for at in reversed(figures) if at < first)
        between = fences(line, held, first, joints)
    close = line.count("<area>", last, held) == 0 and between == 0
    return f"{'earlier' if last < token else 'later'}.{'taken' if close else 'loose'}"


def parallel(line: Line, figure: Figure, areas: list[int], words: CueWords) -> int:
    """The area that shares the figure's number in two lists of one length, or -1: the areas first, or the figures first where
    "respectively" stands behind ("$3m and $2m to Turkey and Mexico, respectively").
    """
    row = run(line, figure, words.joints)
    if len(row) < 2 or len(areas) != len(row):
        return -1
    first, last = (areas[-1], row[0]) if areas[-1] < row[0] else (row[-1], areas[0])
    if first > last or line.count(f"<{figure.kind}>", first, last):
        return -1
    if last == areas[0] and words.in_turn.isdisjoint((line.word(areas[-1] + 1), line.word(areas[-1] + 2))):
        return -1
    return areas[row.index(figure.token)]


def run(line: Line, figure: Figure, joints: Container[str]) -> list[int]:
    """The figures that are joined with this one by nothing but commas and joining words."""
    figures = line.places(figure.kind)
    runs: list[list[int]] = []
    for at in figures:
        words = [line.word(place) for place in range(runs[-1][-1] + 1, min(at, runs[-1][-1] + 4))] if runs else []
        if words and at - runs[-1][-1] <= 3 and all(word == "," or word in joints for word in words):
            runs[-1].append(at)
        else:
            runs.append([at])
    return next(row for row in runs if figure.token in row)
