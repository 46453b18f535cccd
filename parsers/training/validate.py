"""Cross-validation: everything that decides on a document comes from documents of other groups."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
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
INNER = 2
# The least share of rows that must be right, by collection, at the threshold that is kept by default.
PRECISION = {"belarus_en": 0.92, "digests": 0.92, "press": 0.86, "headlines": 0.92, "world_en": 0.86, "wire_1987": 0.88}


@dataclass(frozen=True, slots=True)
class Held:
    """A document read without having been learnt from: its rows, which are kept, and its label."""

    labelled: Labelled
    rows: tuple[Row, ...]


def train(examples: Sequence[Example], inner: int = INNER) -> dict[str, dict[str, float]]:
    """Rounded weights of all slots, the calibration of confidence, and the threshold, all from these examples alone."""
    outcomes: list[Outcome] = []
    for held in range(inner):
        rest = [example for example in examples if part(example.group + 1, inner) != held]
        weights = rounded(learn(rest, INNER))
        for example in examples:
            if part(example.group + 1, inner) == held:
                outcomes.extend(_outcomes(example, weights))
    final = rounded(learn(examples, INNER))
    curve = rounded({SLOT: calibration(outcomes)})
    needed = odds_needed(outcomes, lambda probability: confidence(probability, curve), PRECISION)
    return {**final, SLOT: {**curve[SLOT], "threshold": needed}}


def _outcomes(example: Example, weights: Weights) -> list[Outcome]:
    observations = read_with(example, weights)
    right = right_rows(observations, example.labelled.facts)
    return [
        Outcome(observation.margins, example.labelled.collection, at in right)
        for at, observation in enumerate(observations)
        if at in right or not _left_open(observation, example.labelled)
    ]


def _left_open(observation: Observation, labelled: Labelled) -> bool:
    """Whether the label says that it does not judge this sentence."""
    said = " ".join(labelled.document.text[observation.sentence_start : observation.sentence_end].split())
    open_ones = (" ".join(str(entry.get("evidence") or "").split()) for entry in labelled.unscored)
    return any(entry and (entry in said or said in entry) for entry in open_ones)


def read_with(example: Example, weights: Weights) -> list[Observation]:
    """The observations of an example with some weights."""
    example.reading.look_back({})
    _, slots = attach(example.reading, weights)
    return without_repeats(assemble(example.reading, slots, weights))


def hold_out(examples: Sequence[Example], folds: int = FOLDS, processes: int = 2) -> list[Held]:
    """Every document read with weights, calibration and threshold from the other folds; in `processes` at once."""
    fold = partial(_fold, list(examples), folds)
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        return [held for part_of in pool.imap(fold, range(folds)) for held in part_of]


def _fold(examples: Sequence[Example], folds: int, number: int) -> list[Held]:
    weights = train([example for example in examples if part(example.group, folds) != number])
    least = threshold(weights)
    held = []
    for example in examples:
        if part(example.group, folds) == number:
            rows = [row_of(observation, example.labelled.document.text) for observation in read_with(example, weights)]
            held.append(Held(example.labelled, tuple({**row, "kept": row["confidence"] >= least} for row in rows)))
    return held
