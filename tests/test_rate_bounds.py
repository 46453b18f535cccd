"""What makes a rate none of trade, or tells of its whole: rules, moneys that move, what befalls a part, what is planned."""

from __future__ import annotations

import pytest
from laid_out import told

from parsers.observations.slots import rate
from parsers.observations.slots.rate_bounds import aimed, exchanged, fate, ruled, superseded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth of wool exports is limited to [5%] a year.", "yes"),
        ("The pact puts a cap on import growth of [5%].", "yes"),
        ("Wool exports grew [5%] a year.", "no"),
        ("Imports are limited, but exports grew [5%].", "no"),
        ("Imports limited to $5 million grew [5%].", "no"),
    ],
)
def test_a_rate_that_somebody_sets(text: str, expected: str) -> None:
    read, figure = told(text)
    assert ruled(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dollar fell [5%] against the yen.", "yes"),
        ("It helps exports that the currency has lost [5%].", "yes"),
        ("The dollar fell and exports rose [5%].", "no"),
        ("In dollar terms they rose [5%].", "no"),
        ("Sales rose [5%].", "no"),
    ],
)
def test_a_money_that_moved(text: str, expected: str) -> None:
    read, figure = told(text)
    assert exchanged(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About [5%] of Peru's exports face duties.", "befalls"),
        ("The storm may affect [5%] of wool exports.", "befalls"),
        ("About [5%] of exports go to Peru.", "goes"),
        ("Wool made up [5%] of exports.", "plain"),
        ("Wool made up [5%] of what was made.", "-"),
        ("Exports rose [5%].", "-"),
    ],
)
def test_what_is_said_of_the_whole_of_a_share(text: str, expected: str) -> None:
    read, figure = told(text)
    assert fate(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So far [5%] of the export target is met.", "yes"),
        ("They came to [5%] of the planned figure.", "yes"),
        ("Wool made up [5%] of exports.", "no"),
        ("Exports rose [5%].", "-"),
    ],
)
def test_a_whole_that_is_only_planned(text: str, expected: str) -> None:
    read, figure = told(text)
    assert aimed(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose 4%, previously reported as [5%].", True),
        ("Exports, originally forecast to grow by [5%], are to stand still.", True),
        ("Exports rose previously by 4% and now by [5%].", False),
        ("Exports rose [5%], more than previously said.", False),
    ],
)
def test_a_rate_that_holds_no_more(text: str, expected: bool) -> None:
    read, figure = told(text)
    assert superseded(read.words, read.line(figure), figure.token) is expected
    assert ([one.value for one in rate.candidates(read, figure)] == [("none", -1)]) is expected
