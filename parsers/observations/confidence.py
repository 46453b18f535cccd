"""How sure a row is: its slots' probabilities, calibrated on documents that the fit had not seen.

The weights file's slot "confidence" holds the calibration: sigmoid(bias + sum of weight x log probability of each slot and, once
more, of the least of them + sum of weight x log of each slot's doubt, 1 - probability), and under the cue "threshold" the
log-odds of the confidence from which rows are kept unless a caller says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from parsers.observations.weights import Weights, shipped

SLOT = "confidence"
FLOOR = 1e-4
# So small a doubt as that of the surest slots is not told apart: it says more of the fit than of the text.
LEAST_DOUBT = 0.03
DOUBT = ".doubt"


def features(probability: Mapping[str, float]) -> dict[str, float]:
    """The logarithms of the slots' probabilities, once more of the least of them, of the slots' doubts, and a constant."""
    logs = {slot: math.log(max(value, FLOOR)) for slot, value in probability.items()}
    doubts = {f"{slot}{DOUBT}": math.log(1 - value + LEAST_DOUBT) for slot, value in probability.items()}
    return {"bias": 1.0, **logs, **doubts, **({"least": min(logs.values())} if logs else {})}


def confidence(probability: Mapping[str, float], weights: Weights) -> float:
    """The share of rows with such margins that are right, 0 to 1 in two decimals; without a calibration the plain product."""
    numbers = weights.get(SLOT)
    if not numbers:
        return round(math.prod(probability.values()), 2)
    return round(sigmoid(sum(numbers.get(name, 0.0) * value for name, value in features(probability).items())), 2)


def sigmoid(odds: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))


def threshold(weights: Weights) -> float:
    """The least confidence that is kept by default with these weights, to two decimals; 0 where they name none."""
    odds = weights.get(SLOT, {}).get("threshold")
    return 0.0 if odds is None else math.floor(100 * sigmoid(odds)) / 100


def default_threshold(language: str = "en") -> float:
    """The least confidence that is kept by default with the shipped weights of a language."""
    return threshold(shipped(language))
