"""From slots' probabilities to confidence: a logistic curve over held-out rows, and the threshold that precision asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from parsers.observations.confidence import DOUBT, features, sigmoid

Floats = NDArray[np.float64]
RIDGE = 1.0
STEPS = range(-12, 17)
WORTH = 0.75
RECALL = 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row that was read on a document held out: its slots' probabilities, its collection, and whether it was right."""

    probability: Mapping[str, float]
    collection: str
    right: bool


def calibration(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Weights of the logistic curve, drawn towards the plain product of the probabilities."""
    rows = [features(outcome.probability) for outcome in outcomes]
    names = sorted({name for row in rows for name in row})
    matrix = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    right = np.array([outcome.right for outcome in outcomes], dtype=float)
    centre = np.array([2.0 if name == "bias" else 0.0 if name == "least" or name.endswith(DOUBT) else 1.0 for name in names])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = np.clip(matrix @ weights, -30, 30)
        chance = 1 / (1 + np.exp(-odds))
        away = weights - centre
        value = -float(np.sum(right * np.log(chance + 1e-12) + (1 - right) * np.log(1 - chance + 1e-12))) + 0.5 * RIDGE * float(
            away @ away
        )
        return value, matrix.T @ (chance - right) + RIDGE * away

    found = minimize(loss, centre, jac=True, method="L-BFGS-B")
    return dict(zip(names, found.x.tolist(), strict=True))


def odds_needed(
    outcomes: Sequence[Outcome], confidence: Callable[[Mapping[str, float]], float], wanted: Mapping[str, float]
) -> float:
    """The log-odds, in quarters, from which rows are kept.

    The smallest from which the rows of every collection are as precise as wanted; where that would cost more than a quarter of
    the right rows, the one of the best F over all collections in which recall weighs half as much as precision.
    """
    scored = [(outcome.collection, confidence(outcome.probability), outcome.right) for outcome in outcomes]
    for quarters in STEPS:
        least = _least(quarters)
        if all(_precise(scored, name, least, precision) for name, precision in wanted.items()):
            kept = sum(right for _, sure, right in scored if sure >= least)
            if kept >= WORTH * sum(right for _, _, right in scored):
                return quarters / 4
            break
    return max(STEPS, key=lambda quarters: _weighed(scored, _least(quarters))) / 4


def _least(quarters: int) -> float:
    return math.floor(100 * sigmoid(quarters / 4)) / 100


def _precise(scored: Sequence[tuple[str, float, bool]], collection: str, least: float, wanted: float) -> bool:
    kept = [right for name, sure, right in scored if name == collection and sure >= least]
    return not kept or sum(kept) >= wanted * len(kept)


def _weighed(scored: Sequence[tuple[str, float, bool]], least: float) -> float:
    """The weighted harmonic mean of precision and recall of the rows kept, recall among all right rows."""
    kept = [right for _, sure, right in scored if sure >= least]
    precision = sum(kept) / len(kept) if kept else 0.0
    recall = sum(kept) / max(1, sum(right for _, _, right in scored))
    return (1 + RECALL) * precision * recall / (RECALL * precision + recall) if precision + recall else 0.0
