"""Cross-validation: everything that decides on a document comes from documents of other groups."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType

from parsers.model import Observation
from parsers.observations.assemble import assemble
from parsers.observations.attach import attach
from parsers.observations.confidence import SLOT, confidence, threshold
from parsers.observations.repeats import without_repeats
from parsers.observations.weights import Weights
from parsers.training.calibrate import Outcome, calibration, odds_needed
from parsers.training.judge import Row, outcome, row_of, scorer
from parsers.training.labels import Labelled
from parsers.training.learn import Example, learn, part, rounded

FOLDS = 10
INNER = 2
# The least share of rows that must be right, by collection, at the threshold that is kept by default.
PRECISION = {"belarus_en": 0.92, "digests": 0.92, "press": 0.86, "headlines": 0.92, "world_en": 0.86, "wire_1987": 0.88}


@dataclass(frozen=True, slots=True)
class Held:
    """A document read without having been learnt from: its rows, which are kept, and its label."""

    labelled: Labelled
    rows: tuple[Row, ...]


def train(examples: Sequence[Example], module: ModuleType, inner: int = INNER) -> dict[str, dict[str, float]]:
    """Rounded weights of all slots, the calibration of confidence, and the threshold, all from these examples alone."""
    outcomes: list[Outcome] = []
    for held in range(inner):
        rest = [example for example in examples if part(example.group + 1, inner) != held]
        weights = rounded(learn(rest, INNER))
        for example in examples:
            if part(example.group + 1, inner) == held:
                outcomes.extend(_outcomes(example, weights, module))
    final = rounded(learn(examples, INNER))
    curve = rounded({SLOT: calibration(outcomes)})
    needed = odds_needed(outcomes, lambda probability: confidence(probability, curve), PRECISION)
    return {**final, SLOT: {**curve[SLOT], "threshold": needed}}


def _outcomes(example: Example, weights: Weights, module: ModuleType) -> list[Outcome]:
    observations = read_with(example, weights)
    rows = [row_of(observation, example.labelled.document.text) for observation in observations]
    right, _, counted = outcome(module, rows, label_of(example.labelled))
    return [Outcome(dict(observations[at].margins), example.labelled.collection, at in right) for at in counted]


def read_with(example: Example, weights: Weights) -> list[Observation]:
    """The observations of an example with some weights."""
    example.reading.look_back({})
    _, slots = attach(example.reading, weights)
    return without_repeats(assemble(example.reading, slots, weights))


def label_of(labelled: Labelled) -> dict[str, object]:
    """What the scorer needs of a label."""
    return {"facts": list(labelled.facts), "unscored": list(labelled.unscored)}


def hold_out(examples: Sequence[Example], scoring: Path, folds: int = FOLDS, processes: int = 2) -> list[Held]:
    """Every document read with weights, calibration and threshold from the other folds; in `processes` at once."""
    fold = partial(_fold, list(examples), scoring, folds)
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        return [held for part_of in pool.imap(fold, range(folds)) for held in part_of]


def _fold(examples: Sequence[Example], scoring: Path, folds: int, number: int) -> list[Held]:
    weights = train([example for example in examples if part(example.group, folds) != number], scorer(scoring))
    least = threshold(weights)
    held = []
    for example in examples:
        if part(example.group, folds) == number:
            rows = [row_of(observation, example.labelled.document.text) for observation in read_with(example, weights)]
            held.append(Held(example.labelled, tuple({**row, "kept": row["confidence"] >= least} for row in rows)))
    return held
