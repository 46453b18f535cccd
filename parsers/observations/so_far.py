"""Years told of before they are over: what has come about of them is that of the year so far."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.model import Period
from parsers.observations.dating import Dating
from parsers.observations.slots.period_meanings import is_year

# Figures for a year may be out a few weeks before its end.
EARLY = timedelta(days=45)


def same_so_far(published: date | None, period: Period) -> Period:
    """What a period and the same one "so far" have in common: one that was not over when the text was published has no end."""
    return Period(period.start) if published and period.end and period.end > published else period


def left_open(period: Period, status: str, dating: Dating) -> Period:
    """The period; a year is left open where what has come about is told long before its end: "has passed $5m this year"."""
    if dating.published is None or dating.known == "inferred" or status != "actual" or not is_year(period):
        return period
    assert period.start is not None and period.end is not None
    return Period(period.start) if period.start <= dating.published < period.end - EARLY else period
