"""Areas that are told of one by one, each with a figure: "Peru with $5m, Chile with $3m", "$5m to Peru, $3m to Chile"."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.words import CueWords

# So many tokens may stand between two of them, and between the first or the last and its figure.
APART, BESIDE = 12, 6
_FIGURES = frozenset(("<amount>", "<change>", "<quantity>"))
_MARKS = frozenset((",", ";", "(", ")", ":", "-", "–", "—"))
_PARTS = frozenset((",", ";"))


def peers(line: Line, figure: Figure, words: CueWords) -> frozenset[int]:
    """The places of the areas of the list in which a figure stands; empty where it stands in none."""
    for run in _lists(line, words):
        if run[0] - BESIDE <= figure.token <= run[-1] + BESIDE:
            return frozenset(run)
    return frozenset()


def _lists(line: Line, words: CueWords) -> list[list[int]]:
    """The lists of a line, worked out once."""
    if ("peers",) not in line.memo:
        runs: list[list[int]] = []
        for at in line.places("area"):
            if runs and _goes_on(line, runs[-1][-1], at, words):
                runs[-1].append(at)
            else:
                runs.append([at])
        line.memo["peers",] = [run for run in runs if len(run) > 1]
    return list(line.memo["peers",])


def _goes_on(line: Line, first: int, last: int, words: CueWords) -> bool:
    """Whether nothing but a figure and words of listing stand between two areas, with a comma or "and" among them."""
    between = [line.word(at) for at in range(first + 1, last)]
    if not between or len(between) > APART or _FIGURES.isdisjoint(between):
        return False
    allowed = _MARKS | _FIGURES | words.listing | words.joints | words.toward | words.up | words.down | words.pricing
    told = (word for at, word in enumerate(between, first + 1) if not (word == "<flow>" and _priced(line, at, words)))
    return all(word in allowed for word in told) and any(word in _PARTS or word in words.joints for word in between)


def _priced(line: Line, at: int, words: CueWords) -> bool:
    """Whether a flow word only says what a figure is of: "$5m worth of exports"."""
    return line.word(at - 1) in words.pricing or line.mention(at).text.split()[0].lower() in words.pricing
