"""Numbers with their hedges as intervals, so that hedges travel through arithmetic and an open result is refused.

"Nearly 132" is everything up to 132, "more than 900" everything from 900, a printed range its two ends; "about" keeps its
number and marks the result. A bound speaks of the printed size, so "a deficit of more than 2" is everything down to -2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Intervals:
    """Lower and upper ends (infinite where open), one a row, and whether the number is only about right."""

    low: Floats
    high: Floats
    about: Flags

    def __add__(self, other: Intervals) -> Intervals:
        return Intervals(self.low + other.low, self.high + other.high, self.about | other.about)

    def __neg__(self) -> Intervals:
        return Intervals(-self.high, -self.low, self.about)

    def __sub__(self, other: Intervals) -> Intervals:
        return self + -other

    def over(self, other: Intervals) -> Intervals:
        """Quotients of non-negative numbers by positive ones; missing where the divisor may be zero or below."""
        low, high = np.maximum(self.low, 0), np.maximum(self.high, 0)
        divisor_low, divisor_high = np.maximum(other.low, 0), np.where(other.high > 0, other.high, np.nan)
        with np.errstate(divide="ignore", invalid="ignore"):
            least = np.where(np.isneginf(self.low) | np.isposinf(divisor_high), -np.inf, low / divisor_high)
            most = np.where(np.isposinf(self.high) | (divisor_low <= 0), np.inf, high / divisor_low)
        return Intervals(np.where(np.isnan(divisor_high), np.nan, least), most, self.about | other.about)

    def linear(self, factor: float, shift: float) -> Intervals:
        """`factor` (above zero) times the number, plus `shift`."""
        return Intervals(self.low * factor + shift, self.high * factor + shift, self.about)

    def take(self, rows: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Intervals:
        """The intervals at these positions."""
        return Intervals(self.low[rows], self.high[rows], self.about[rows])

    def printed(self) -> tuple[Floats, Floats, np.ndarray[tuple[int], np.dtype[np.object_]]]:
        """Value, upper end and bound as the table holds them; value missing where both ends are open or something is unknown."""
        value = np.where(np.isfinite(self.low), self.low, self.high)
        value = np.where(np.isfinite(value) & ~np.isnan(self.low) & ~np.isnan(self.high), value, np.nan)
        ranged = np.isfinite(self.low) & np.isfinite(self.high) & ~np.isclose(self.low, self.high, rtol=1e-12, atol=0)
        grows = np.isposinf(self.high) == (value >= 0)
        opened = np.isinf(self.low) | np.isinf(self.high)
        bound = np.where(opened, np.where(grows, "above", "below"), np.where(self.about, "about", "exact"))
        # An open number that is only about right as well is no bound any more.
        bound = np.where(opened & self.about, "about", bound)
        return value, np.where(ranged, self.high, np.nan), bound.astype(object)


def intervals(value: pd.Series[float], upper: pd.Series[float], bound: pd.Series[str]) -> Intervals:
    """The intervals of a column of numbers, its printed upper ends and its bounds (missing: exact)."""
    number, end = value.to_numpy(), value.where(upper.isna(), upper).to_numpy()
    low, high = np.minimum(number, end), np.maximum(number, end)
    hedge = bound.fillna("exact").to_numpy()
    # Above by size is upwards for a positive number and downwards for a negative one.
    up = ((hedge == "above") & (number >= 0)) | ((hedge == "below") & (number < 0))
    down = ((hedge == "below") & (number >= 0)) | ((hedge == "above") & (number < 0))
    return Intervals(np.where(down, -np.inf, low), np.where(up, np.inf, high), hedge == "about")


def as_rounded(numbers: Intervals) -> Intervals:
    """The intervals widened by half a unit of the last printed digit, at most 5 percent; by 10 percent where only about right."""
    low, high = numbers.low, numbers.high
    return Intervals(low - _slack(low, numbers.about), high + _slack(high, numbers.about), numbers.about)


def _slack(ends: Floats, about: Flags) -> Floats:
    size = np.where(np.isfinite(ends), np.abs(ends), 0)
    return np.where(about, 0.1 * size, np.minimum(half_unit(size), 0.05 * size))


def half_unit(numbers: Floats, finest: int = 0) -> Floats:
    """Half a unit of the last digit that is not zero: 500,000 for 73 million; `finest` is the smallest power of ten looked at."""
    half = np.full(len(numbers), 0.5 * 10.0**finest)
    for power in range(finest + 1, 13):
        scaled = numbers / 10.0**power
        whole = (np.abs(scaled - np.round(scaled)) < 1e-9 * np.abs(scaled)) & (np.round(scaled) != 0)
        half = np.where(whole, 0.5 * 10.0**power, half)
    return half


def apart(one: Intervals, other: Intervals) -> Flags:
    """Where two intervals have no number in common."""
    return (one.low > other.high) | (one.high < other.low)
