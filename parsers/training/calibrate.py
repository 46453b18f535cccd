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
Scored = tuple[str, float, bool]  # a row's collection, its confidence, whether it is right
RIDGE = 1.0
# The log-odds tried, in eighths.
PARTS, STEPS = 8, range(-24, 33)
WORTH = 0.8
RECALL = 0.5
# By how many standard errors a collection is to be more precise than wanted: then 7 in 10 others like it are precise enough.
MARGIN = 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row read on a document held out: its slots' probabilities, its document's collection, and whether it was right."""

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
    """The log-odds, in eighths, from which rows are kept.

    The smallest from which the rows of every collection are as precise as wanted and by half the standard error of its precision
    more, as what is barely met here is missed by half of all other texts. Where that would cost more than a fifth of the right
    rows: as wanted; where that does: as wanted on average, and none falls short by more than such an error, as a collection of
    seventy rows must not decide by a single one of them; where that does, on average alone; and where that does, the one of the
    best F over all collections in which recall weighs half as much as precision.
    """
    scored = [(outcome.collection, confidence(outcome.probability), outcome.right) for outcome in outcomes]
    for met in (_surely_precise, _all_precise, _each_precise, _precise_on_average):
        step = next((step for step in STEPS if met(_gains(scored, _least(step), wanted))), None)
        if step is not None and _right_from(scored, _least(step)) >= WORTH * _right_from(scored, 0.0):
            return step / PARTS
    return max(STEPS, key=lambda step: _weighed(scored, _least(step))) / PARTS


def _least(step: int) -> float:
    return math.floor(100 * sigmoid(step / PARTS)) / 100


def _right_from(scored: Sequence[Scored], least: float) -> int:
    return sum(right for _, sure, right in scored if sure >= least)


def _surely_precise(gains: Sequence[tuple[float, float]]) -> bool:
    return all(gain >= MARGIN * error for gain, error in gains)


def _all_precise(gains: Sequence[tuple[float, float]]) -> bool:
    return all(gain >= 0 for gain, _ in gains)


def _each_precise(gains: Sequence[tuple[float, float]]) -> bool:
    return _precise_on_average(gains) and all(gain >= -error for gain, error in gains)


def _precise_on_average(gains: Sequence[tuple[float, float]]) -> bool:
    return sum(gain for gain, _ in gains) >= 0


def _gains(scored: Sequence[Scored], least: float, wanted: Mapping[str, float]) -> list[tuple[float, float]]:
    """By how much the rows kept of each collection are more precise than wanted, and the error of that; 0 where none are kept."""
    gains = []
    for name, precision in wanted.items():
        kept = [right for collection, sure, right in scored if collection == name and sure >= least]
        share = sum(kept) / len(kept) if kept else precision
        gains.append((share - precision, math.sqrt(share * (1 - share) / len(kept)) if kept else 0.0))
    return gains


def _weighed(scored: Sequence[Scored], least: float) -> float:
    """The weighted harmonic mean of precision and recall of the rows kept, recall among all right rows."""
    kept = [right for _, sure, right in scored if sure >= least]
    precision = sum(kept) / len(kept) if kept else 0.0
    recall = sum(kept) / max(1, sum(right for _, _, right in scored))
    return (1 + RECALL) * precision * recall / (RECALL * precision + recall) if precision + recall else 0.0
