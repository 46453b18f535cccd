"""Cross-validation: a document is read with weights from documents of other groups, and judged by what it states."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from parsers.model import Observation
from parsers.observations.assemble import assemble
from parsers.observations.attach import attach
from parsers.observations.confidence import SLOT, confidence, threshold
from parsers.observations.repeats import without_repeats
from parsers.observations.weights import Weights
from parsers.training.calibrate import Outcome, calibration, odds_needed
from parsers.training.judge import Row, row_of
from parsers.training.labels import Labelled
from parsers.training.learn import Example, learn, part, rounded
from parsers.training.matching import right_rows

FOLDS = 10
INNER = 4
# The least share of rows that should be right, by collection, at the threshold that is kept by default.
PRECISION = {"belarus_en": 0.92, "digests": 0.92, "press": 0.86, "headlines": 0.92, "world_en": 0.86, "wire_1987": 0.88}


@dataclass(frozen=True, slots=True)
class Apart:
    """A document read with weights that had not seen its group: what was read, and the part that it was held out with."""

    labelled: Labelled
    observations: tuple[Observation, ...]
    part: int


@dataclass(frozen=True, slots=True)
class Held:
    """A document with its rows, each marked as kept or not."""

    labelled: Labelled
    rows: tuple[Row, ...]


def train(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """Rounded weights of all slots from all examples; calibration and threshold from readings held apart."""
    curve = calibrated([outcome for one in read_apart(examples, FOLDS) for outcome in outcomes(one)])
    return {**rounded(learn(examples, INNER)), SLOT: curve}


def calibrated(found: Sequence[Outcome]) -> dict[str, float]:
    """The numbers of the confidence slot: the curve and the threshold."""
    curve = rounded({SLOT: calibration(found)})
    needed = odds_needed(found, lambda probability: confidence(probability, curve), PRECISION)
    return {**curve[SLOT], "threshold": needed}


def read_apart(examples: Sequence[Example], parts: int, processes: int = 2) -> list[Apart]:
    """Every document read with weights that were fitted and rounded on the other parts alone."""
    with multiprocessing.get_context("spawn").Pool(processes, _take, (list(examples),)) as pool:
        return [one for found in pool.imap(partial(_read_part, parts), range(parts)) for one in found]


# What a process of the pool works on: sent to it once, as it takes longer than a fit to send.
_taken: list[Example] = []


def _take(examples: Sequence[Example]) -> None:
    _taken[:] = examples


def _read_part(parts: int, number: int) -> list[Apart]:
    weights = rounded(learn([example for example in _taken if part(example.group, parts) != number], INNER))
    held = [example for example in _taken if part(example.group, parts) == number]
    return [Apart(example.labelled, tuple(read_with(example, weights)), number) for example in held]


def read_with(example: Example, weights: Weights) -> list[Observation]:
    """The observations of an example with some weights."""
    example.reading.look_back({})
    _, slots = attach(example.reading, weights)
    return without_repeats(assemble(example.reading, slots, weights))


def outcomes(one: Apart) -> list[Outcome]:
    """Which of a document's rows are right; rows of sentences that the label does not judge are left out."""
    right = right_rows(one.observations, one.labelled.facts)
    return [
        Outcome(observation.margins, one.labelled.collection, at in right)
        for at, observation in enumerate(one.observations)
        if at in right or not _left_open(observation, one.labelled)
    ]


def _left_open(observation: Observation, labelled: Labelled) -> bool:
    """Whether the label says that it does not judge this sentence: a clause that is half of it or more, or that it is half of."""
    said = " ".join(labelled.document.text[observation.sentence_start : observation.sentence_end].split())
    open_ones = (" ".join(str(entry.get("evidence") or "").split()) for entry in labelled.unscored)
    return any(entry and _halves(*sorted((entry, said), key=len)) for entry in open_ones)


def _halves(short: str, long: str) -> bool:
    return short in long and 2 * len(short) >= len(long)


def hold_out(examples: Sequence[Example], folds: int = FOLDS) -> list[Held]:
    """Every document read with weights from the other folds, its confidence and threshold set by the rows of the other folds."""
    apart = read_apart(examples, folds)
    held: list[Held] = []
    for fold in range(folds):
        numbers = {SLOT: calibrated([outcome for one in apart if one.part != fold for outcome in outcomes(one)])}
        held.extend(_held(one, numbers) for one in apart if one.part == fold)
    return held


def _held(one: Apart, numbers: Weights) -> Held:
    least = threshold(numbers)
    sure = [replace(observation, confidence=confidence(observation.margins, numbers)) for observation in one.observations]
    rows = [row_of(observation, one.labelled.document.text) for observation in sure]
    return Held(one.labelled, tuple({**row, "kept": row["confidence"] >= least} for row in rows))
