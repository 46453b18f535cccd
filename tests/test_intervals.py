"""Hedges through arithmetic: whatever the hedged numbers really are, the hedged result holds."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.tables.intervals import Intervals, apart, as_rounded, half_unit, intervals

REAL = st.floats(1, 1e9)
HEDGE = st.sampled_from(["exact", "below", "above"])
GAP = st.floats(0, 0.5)


def one(value: float, bound: str = "exact", upper: float = math.nan) -> Intervals:
    return intervals(pd.Series([value]), pd.Series([upper]), pd.Series([bound], dtype="str"))


def printed(real: float, bound: str, gap: float) -> float:
    """What an article may print for a real number under this hedge."""
    return real * {"exact": 1, "below": 1 + gap, "above": 1 - gap}[bound]


def holds(result: Intervals, real: float) -> bool:
    value, upper, bound = (column[0] for column in result.printed())
    slack = 1e-6 * max(1, abs(real))
    if math.isnan(value):
        return True
    if bound == "exact":
        return value - slack <= real <= (value if math.isnan(upper) else upper) + slack
    # A bound is of the printed size, so below zero it points the other way.
    grows = (bound == "above") == (value >= 0)
    return real >= value - slack if grows else real <= value + slack


@settings(deadline=None, max_examples=150)
@given(REAL, HEDGE, GAP, REAL, HEDGE, GAP)
def test_results_hold(a: float, a_bound: str, a_gap: float, b: float, b_bound: str, b_gap: float) -> None:
    first, second = one(printed(a, a_bound, a_gap), a_bound), one(printed(b, b_bound, b_gap), b_bound)
    assert holds(first + second, a + b)
    assert holds(first - second, a - b)
    assert holds(first.over(second), a / b)
    assert holds(first.over(second).linear(100, -100), 100 * a / b - 100)


@pytest.mark.parametrize(
    ("value", "bound", "upper"),
    [
        (5, "exact", math.nan),
        (5, "below", math.nan),
        (-5, "above", math.nan),
        (-5, "below", math.nan),
        (5, "about", math.nan),
        (2, "exact", 3),
    ],
)
def test_a_number_comes_back_as_it_was_printed(value: float, bound: str, upper: float) -> None:
    found = [column[0] for column in one(value, bound, upper).printed()]
    np.testing.assert_array_equal(found[:2], [value, upper])
    assert found[2] == bound


def test_nothing_is_divided_by_what_may_be_nothing() -> None:
    assert math.isnan(one(5).over(one(0)).printed()[0][0])
    assert math.isnan(one(5).over(one(-1)).printed()[0][0])


@pytest.mark.parametrize(("number", "half"), [(73e6, 5e5), (96.3e6, 5e4), (1e9, 5e8), (1234567, 0.5), (40, 5), (7, 0.5)])
def test_half_a_unit_of_the_last_digit(number: float, half: float) -> None:
    assert half_unit(np.array([float(number)]))[0] == half


def test_decimals_of_a_rate() -> None:
    np.testing.assert_allclose(half_unit(np.array([23.0, 40.5, 4.25]), -4), [0.5, 0.05, 0.005])


def test_rounding_is_no_disagreement() -> None:
    assert not apart(as_rounded(one(59.3e6)), as_rounded(one(59e6)))[0]
    assert apart(as_rounded(one(59.3e6)), as_rounded(one(58e6)))[0]
    assert not apart(as_rounded(one(59.3e6)), as_rounded(one(50e6, "above")))[0]
