"""Periods by what stands beside them: facts of another kind, the year in hand, the calendar of the facts told."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import told

from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.reading import Reading
from parsers.observations.slots.period import candidates
from parsers.observations.weights import Candidate

MAY = Period(date(2020, 5, 1), date(2020, 5, 31))
YEAR = Period(date(2020, 1, 1), date(2020, 12, 31))


def found(text: str, period: Period, status: str = "actual", published: str | None = "2021-02-10") -> list[Candidate]:
    """The candidates of the marked figure, which the pass before gave a status and all others `period`."""
    read, one = told(text, published)
    look_back(read, one.index, period, status)
    return candidates(read, one)


def look_back(read: Reading, index: int, period: Period, status: str) -> None:
    decisions = {f.index: Decision(fact=True, flow="exports", period=period) for f in read.page.figures}
    decisions[index].status = status
    read.look_back(decisions)


def cues(all_found: list[Candidate], start: str) -> set[str]:
    return {cue for one in all_found for cue in one.cues if cue.startswith(start)}


@pytest.mark.parametrize(
    ("text", "status", "apart"),
    [
        ("Exports came to $5 million in 2020, moving closer to the goal of [$6 million].", "target", "target.actual.before"),
        ("Exports should reach [$6 million] and came to $5 million in 2020.", "target", "target.actual.behind"),
        ("Exports came to $5 million in 2020, moving past the earlier [$6 million].", "actual", None),
        ("Exports should reach $5 million next year and [$6 million] in 2020.", "target", None),
    ],
)
def test_the_period_of_another_kind_of_figure_is_told_apart(text: str, status: str, apart: str | None) -> None:
    named = {cue for one in found(text, YEAR, status) if one.value == YEAR for cue in one.cues if cue.startswith("apart=")}
    assert named == (set() if apart is None else {f"apart={apart}"})


@pytest.mark.parametrize(
    ("text", "hand"),
    [
        ("Pakistan's exports are to grow this fiscal year. They made [$6 million] last year.", "fiscal.lead"),
        ("Pakistan's exports made [$6 million] last year and should grow this fiscal year.", "fiscal.here"),
        ("Pakistan's exports made [$6 million] last year and should grow this year.", "plain.here"),
        ("Pakistan's exports made [$6 million] last year.", "none"),
    ],
)
def test_whose_year_is_in_hand(text: str, hand: str) -> None:
    assert cues(found(text, YEAR), "calendar=civil.hand=") == {f"calendar=civil.hand={hand}"}


@pytest.mark.parametrize(
    ("periods", "mostly"),
    [
        (Period(date(2019, 7, 1), date(2020, 6, 30)), "fiscal"),
        (YEAR, "civil"),
        (MAY, "none"),
    ],
)
def test_by_which_calendar_the_facts_go(periods: Period, mostly: str) -> None:
    text = "Pakistan's exports made $5 million. Its imports made [$6 million] last year."
    assert cues(found(text, periods), "calendar=civil.facts=") == {f"calendar=civil.facts={mostly}"}
