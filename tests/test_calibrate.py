"""Confidence from margins: a curve fitted on rows held out, and the threshold that the wanted precision asks for."""

from __future__ import annotations

import math
import random

import pytest

from parsers.observations.confidence import FLOOR, LEAST_DOUBT, SLOT, confidence, features, sigmoid, threshold
from parsers.training.calibrate import Outcome, calibration, odds_needed


def test_without_a_curve_confidence_is_the_product_of_the_margins() -> None:
    assert confidence({"fact": 0.5, "period": 0.5}, {}) == 0.25


def test_with_one_it_is_a_logistic_curve_of_their_logarithms() -> None:
    weights = {SLOT: {"bias": 2.0, "fact": 1.0, "period": 3.0}}
    wanted = sigmoid(2 + math.log(0.5) + 3 * math.log(0.8))
    assert confidence({"fact": 0.5, "period": 0.8}, weights) == round(wanted, 2)


def test_a_probability_of_nothing_is_no_error() -> None:
    none, all_doubt = math.log(FLOOR), math.log(1 + LEAST_DOUBT)
    assert features({"fact": 0.0}) == {"bias": 1.0, "fact": none, "least": none, "fact.doubt": all_doubt}
    assert features({"fact": 1.0})["fact.doubt"] == math.log(LEAST_DOUBT)
    assert features({}) == {"bias": 1.0}
    assert 0 <= confidence({"fact": 0.0}, {SLOT: {"bias": 2.0, "fact": 9.0}}) < 1e-6


@pytest.mark.parametrize(("odds", "least"), [(0.0, 0.5), (2.0, 0.88), (-30.0, 0.0), (4.0, 0.98)])
def test_the_threshold_is_cut_to_two_decimals(odds: float, least: float) -> None:
    assert threshold({SLOT: {"threshold": odds}}) == least


def test_weights_without_a_threshold_keep_everything() -> None:
    assert threshold({}) == threshold({SLOT: {"bias": 1.0}}) == 0.0


def outcomes(number: int, seed: int) -> list[Outcome]:
    """Rows that are right as often as a curve over the first slot's margin says, whatever the second one's."""
    dice = random.Random(seed)
    rows = []
    for _ in range(number):
        margin = dice.uniform(0.05, 1)
        rows.append(
            Outcome(
                {"fact": margin, "period": dice.uniform(0.2, 1)}, "press", dice.random() < sigmoid(1.5 + 2 * math.log(margin))
            )
        )
    return rows


def test_a_curve_says_how_often_such_rows_are_right() -> None:
    curve = {SLOT: calibration(outcomes(4000, 5))}
    for low in (0.1, 0.4, 0.7, 0.9):
        fresh = [one for one in outcomes(8000, 11) if low < one.probability["fact"] < low + 0.1]
        said = sum(confidence(one.probability, curve) for one in fresh) / len(fresh)
        assert said == pytest.approx(sum(one.right for one in fresh) / len(fresh), abs=0.05)


def test_a_slot_that_tells_nothing_weighs_less_than_one_that_does() -> None:
    curve = calibration(outcomes(4000, 5))
    assert abs(curve["period"]) < 0.5 < curve["fact"]


def certain(margin: float, collection: str, right: int, wrong: int) -> list[Outcome]:
    return [Outcome({"fact": margin}, collection, at < right) for at in range(right + wrong)]


def sure(probability: object) -> float:
    return float(probability["fact"])  # type: ignore[index]


def test_the_threshold_is_the_smallest_that_every_collection_needs() -> None:
    rows = certain(0.3, "a", 1, 9) + certain(0.6, "a", 10, 0) + certain(0.6, "b", 1, 7) + certain(0.9, "b", 50, 0)
    loose = odds_needed(rows, sure, {"a": 0.9})
    strict = odds_needed(rows, sure, {"a": 0.9, "b": 0.9})
    assert 0.3 < math.floor(100 * sigmoid(loose)) / 100 <= 0.6 < math.floor(100 * sigmoid(strict)) / 100 <= 0.9
    assert math.floor(100 * sigmoid(loose - 0.25)) / 100 <= 0.3


def test_what_is_met_by_half_a_standard_error_is_safe() -> None:
    barely = certain(0.3, "a", 1, 9) + certain(0.6, "a", 45, 5) + certain(0.9, "a", 300, 1)
    safely = certain(0.3, "a", 1, 9) + certain(0.6, "a", 48, 2) + certain(0.9, "a", 300, 1)
    assert math.floor(100 * sigmoid(odds_needed(barely, sure, {"a": 0.981}))) / 100 > 0.6
    assert 0.3 < math.floor(100 * sigmoid(odds_needed(safely, sure, {"a": 0.981}))) / 100 <= 0.6


def test_what_no_threshold_makes_safe_is_met_as_wanted() -> None:
    rows = certain(0.3, "a", 1, 9) + certain(0.6, "a", 45, 5) + certain(0.9, "a", 3, 0)
    least = math.floor(100 * sigmoid(odds_needed(rows, sure, {"a": 0.9}))) / 100
    assert 0.3 < least <= 0.6, "half an error more would cost all but 3 of 48"


def test_a_collection_that_is_short_by_chance_asks_for_nothing_more() -> None:
    others = certain(0.3, "b", 27, 1) + certain(0.9, "b", 300, 0)
    few = certain(0.3, "a", 7, 1) + certain(0.9, "a", 30, 4) + others
    many = certain(0.3, "a", 70, 40) + certain(0.9, "a", 300, 20) + others
    wanted = {"a": 0.9, "b": 0.9}
    assert math.floor(100 * sigmoid(odds_needed(few, sure, wanted))) / 100 <= 0.3
    assert math.floor(100 * sigmoid(odds_needed(many, sure, wanted))) / 100 > 0.3


def test_a_threshold_that_costs_too_many_right_rows_is_not_taken() -> None:
    rows = certain(0.5, "a", 10, 3) + certain(0.9, "a", 5, 0)
    assert math.floor(100 * sigmoid(odds_needed(rows, sure, {"a": 0.95}))) / 100 <= 0.5


def test_a_threshold_may_cost_a_fifth_of_the_right_rows_and_no_more() -> None:
    dear = certain(0.6, "a", 11, 3) + certain(0.9, "a", 39, 0)
    cheap = certain(0.6, "a", 9, 3) + certain(0.9, "a", 39, 0)
    assert math.floor(100 * sigmoid(odds_needed(dear, sure, {"a": 0.95}))) / 100 <= 0.6
    assert math.floor(100 * sigmoid(odds_needed(cheap, sure, {"a": 0.95}))) / 100 > 0.6


def test_what_not_all_can_have_at_that_cost_they_have_on_average() -> None:
    rows = certain(0.3, "a", 5, 5) + certain(0.6, "a", 5, 1) + certain(0.6, "b", 40, 4) + certain(0.9, "b", 20, 0)
    least = math.floor(100 * sigmoid(odds_needed(rows, sure, {"a": 0.9, "b": 0.85}))) / 100
    assert 0.3 < least <= 0.6, "a at 0.83 falls short by as much as b at 0.94 exceeds"


def test_a_collection_that_is_not_there_asks_for_nothing() -> None:
    assert odds_needed(certain(0.5, "a", 9, 1), sure, {"b": 0.99}) == -3.0
