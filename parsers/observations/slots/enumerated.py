""" "These regions", "the nine countries": the areas that an earlier sentence names one by one."""

from __future__ import annotations

from parsers.codelists import area
from parsers.model import AreaMention
from parsers.observations.page import Line
from parsers.observations.reading import Reading

BACK = 3
APART = 4
BETWEEN = frozenset({"<amount>", "<change>", "<flow>", "<mock>", "<period>", ";", ":"})


def enumerated(reading: Reading, sentence: int, anaphor: AreaMention) -> str | None:
    """The codes, joined by "+", that a plural anaphor of a sentence stands for; None where no earlier list fits its number."""
    if anaphor.count == 1:
        return None
    for earlier in range(sentence, max(-1, sentence - BACK - 1), -1):
        runs = [_of_kind(run, anaphor) for run in _runs(reading.page.lines[earlier])]
        runs = [run for run in runs if len(run) > 1 and anaphor.count in (0, len(run))]
        if earlier < sentence and runs:
            longest = max(runs, key=len)
            return "+".join(longest)
    return None


def _runs(line: Line) -> list[list[str]]:
    """Areas that follow one another with a few linking words between, and no figure."""
    runs: list[list[str]] = []
    last = -APART - 2
    for at in line.places("area"):
        code = line.mention(at).value.code
        if code is None:
            continue
        apart = [line.word(place) for place in range(last + 1, at)]
        if runs and len(apart) <= APART and not BETWEEN & set(apart):
            runs[-1].append(code)
        else:
            runs.append([code])
        last = at
    return [list(dict.fromkeys(run)) for run in runs]


def _of_kind(run: list[str], anaphor: AreaMention) -> list[str]:
    """The members that can be meant: regions by "these regions", countries by "the nine countries"."""
    wanted = {_kind(code) for code in anaphor.candidates}
    return [code for code in run if not wanted or _kind(code) in wanted]


def _kind(code: str) -> str:
    return area(code).kind if code and "+" not in code else "several"
