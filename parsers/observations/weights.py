"""The fitted numbers: one linear score a slot, read from `languages/xx.weights.csv` (slot, cue, weight)."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from parsers.lexicon import LANGUAGES, LexiconError, lexicon

Weights = Mapping[str, Mapping[str, float]]
COLUMNS = ("slot", "cue", "weight")


@dataclass(slots=True)
class Candidate:
    """One possible filling of a slot: its value, the cues that speak for or against it, and where it stands.

    One that is `barred` is there to be learnt from and is chosen only where there is no other.
    """

    value: Any
    cues: list[str]
    start: int = -1
    end: int = -1
    score: float = 0.0
    probability: float = 0.0
    data: Any = None
    barred: bool = False


@cache
def load(path: Path) -> Weights:
    """The weights of a file; LexiconError with file and line if its header or a row is broken, or a cue stands twice."""
    slots: dict[str, dict[str, float]] = {}
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise LexiconError(f"{path.name}, line 1: the columns must be {','.join(COLUMNS)}")
        for row in reader:
            _take(slots, row, f"{path.name}, line {reader.line_num}")
    return slots


def _take(slots: dict[str, dict[str, float]], row: Mapping[str, str], place: str) -> None:
    try:
        slot, cue, number = row["slot"], row["cue"], float(row["weight"])
        if not math.isfinite(number):
            raise ValueError(number)
    except (TypeError, ValueError):
        raise LexiconError(f"{place}: a row must have slot, cue and a number") from None
    if cue in slots.setdefault(slot, {}):
        raise LexiconError(f"{place}: {slot},{cue} stands twice")
    slots[slot][cue] = number


def shipped(language: str) -> Weights:
    """The weights that travel with a language; LexiconError for a language without a file."""
    lexicon(language)
    return load(LANGUAGES / f"{language}.weights.csv")


def score(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> None:
    """Give every candidate its score (sum of its cues' weights, each once) and its probability among the others (softmax)."""
    if not candidates:
        return
    for candidate in candidates:
        candidate.score = sum(weights.get(cue, 0.0) for cue in dict.fromkeys(candidate.cues))
    top = max(candidate.score for candidate in candidates)
    mass = [math.exp(candidate.score - top) for candidate in candidates]
    total = sum(mass)
    for candidate, part in zip(candidates, mass, strict=True):
        candidate.probability = part / total


def itself(value: object) -> object:
    """The value as it is: no two values are one."""
    return value


def evenly(value: object) -> float:
    """No value counts for more than it is likely."""
    return 1.0


def best(
    candidates: Iterable[Candidate], same: Callable[[Any], object] = itself, lean: Callable[[Any], float] = evenly
) -> tuple[Candidate, float] | None:
    """The likeliest candidate of the pool that gathers most probability, and that probability.

    A pool holds the candidates for whose values `same` gives one answer: what is told in two ways is told all the more.
    `lean` says how often a value's probability is counted, where one mistake is worse than another.
    """
    pools: dict[object, list[Candidate]] = {}
    every = list(candidates)
    for candidate in [one for one in every if not one.barred] or every:
        pools.setdefault(same(candidate.value), []).append(candidate)
    if not pools:
        return None
    likely = {key: sum(member.probability for member in members) for key, members in pools.items()}
    counted = {key: likely[key] * lean(members[0].value) for key, members in pools.items()}
    key = max(pools, key=lambda one: counted[one])
    added = sum(counted.values()) - sum(likely.values())
    return max(pools[key], key=lambda member: member.probability), counted[key] / (1 + added)
