"""That a period cannot be known: what would tell it, the tense, figures that only say which flow is meant."""

from __future__ import annotations

import pytest
from laid_out import told

from parsers.observations.slots.period import candidates
from parsers.observations.slots.period_unknown import unknown


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("About [5%] of exports goes to Peru.", "present"),
        ("About [5%] of exports went to Peru.", "past"),
        ("About [5%] of exports.", "none"),
        ("Peru takes [5%] of exports and was glad.", None),
    ],
)
def test_the_verb_may_stand_behind_a_share(text: str, behind: str | None) -> None:
    laid, one = told(text)
    found = [cue for cue in unknown(laid, one, laid.line(one)).cues if cue.startswith("unknown.tense.behind")]
    assert found == ([] if behind is None else [f"unknown.tense.behind={behind}"])


@pytest.mark.parametrize(
    ("text", "published", "cue"),
    [
        ("Exports made [$5 million] last year.", "2020-05-01", "yes.needs=date"),
        ("Exports made [$5 million] last year.", None, "no.needs=date"),
        ("Iran's exports made [$5 million] in the past year (ended on March 20).", None, "no.needs=year"),
        ("Exports made [$5 million] in 2019.", None, "no.needs=nothing"),
        ("Exports made [$5 million] in that period.", None, "no.needs=anchor"),
        ("Exports made [$5 million].", None, "no.needs=none"),
        ("Exports made [$5 million] this year, against $4 million in 2019.", None, "told.needs=date"),
        ("A meeting was held on May 5. In 2019 imports rose. Exports made [$5 million] last year.", None, "guessed.needs=date"),
    ],
)
def test_what_the_nearest_period_needs_and_what_tells_it(text: str, published: str | None, cue: str) -> None:
    laid, one = told(text, published)
    assert f"unknown.dated={cue}" in unknown(laid, one, laid.line(one)).cues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They want to cut their [$5 million] trade deficit.", True),
        ("The [$5 million] bilateral trade may grow.", True),
        ("Peru's [$5 million] in exports may suffer.", True),
        ("They had a [$5 million] deficit.", False),
        ("The [$5 million] of exports grew.", False),
        ("The [$5 million] loan, like exports, grew.", False),
    ],
)
def test_a_figure_may_only_say_which_flow_is_meant(text: str, expected: bool) -> None:
    laid, one = told(text)
    assert ("unknown.presupposed" in unknown(laid, one, laid.line(one)).cues) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade is around [$5 million]; in May 2020 it was less.", True),
        ("Nuts make up [5%] of exports and in 2020 had fallen.", True),
        ("Trade came to [$5 million] in May 2020.", False),
        ("Trade came to [$5 million] in May and June 2020.", False),
        ("In May 2020 it came to [$5 million].", False),
    ],
)
def test_a_period_may_begin_a_clause_of_its_own_behind_a_figure(text: str, expected: bool) -> None:
    laid, one = told(text)
    assert any("heads" in found.cues for found in candidates(laid, one)) is expected


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Tin makes up [5%] of exports.", "0"),
        ("Tin made up [5%] of exports in 2019.", "1"),
        ("Tin made up [5%] of exports in 2019 and wool in 2018.", "2+"),
        ("Tin makes up [5%] of exports, less than in 2019.", "base"),
        ("Under a pact signed in 2019, tin makes up [5%] of exports.", "event"),
    ],
)
def test_periods_of_something_else_leave_it_open(text: str, free: str) -> None:
    laid, one = told(text)
    assert f"unknown.free={free}" in unknown(laid, one, laid.line(one)).cues
