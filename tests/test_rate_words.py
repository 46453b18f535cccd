"""What the words around a rate say of it: runs, shares, growth, what it is said of, what it counts."""

from __future__ import annotations

import pytest
from laid_out import told

from parsers.observations.slots.rate_words import governed, head, next_number, said_of, sharing, turn

RUNS = [
    ("Exports grew 5% in May, 7% in June and [9%] in July.", "5%"),
    ("Tea was up 5%, copper [9%].", "5%"),
    ("Peru (40%), Chile (30%) and Brazil ([9%]) are the buyers.", "40%"),
    ("Sales were 7% down from $5 million in May and [9%] from April.", "7%"),
    ("Exports grew 5% but imports fell [9%].", "9%"),
    ("Exports of $4 million grew 5% and imports of $3 million [9%].", "9%"),
    ("Exports grew 5%, fell [9%] and stopped.", "9%"),
]


@pytest.mark.parametrize(("text", "first"), RUNS, ids=[case[0] for case in RUNS])
def test_a_rate_of_a_run_is_told_by_the_first_of_it(text: str, first: str) -> None:
    read, figure = told(text)
    line = read.line(figure)
    assert line.mention(head(read.words, line, figure.token)).text == first


SHARES = [
    ("Tea makes up [9%] of exports.", "left.verb"),
    ("Tea has a share of [9%].", "left.noun"),
    ("Tea has a [9%] share.", "right.noun"),
    ("Tea made [9%] gains.", "none"),
    ("Tea went up [9%].", "left.verb"),
    ("The share fell, and tea rose [9%].", "none"),
]


@pytest.mark.parametrize(("text", "expected"), SHARES, ids=[case[0] for case in SHARES])
def test_a_share_has_its_nouns_and_verbs(text: str, expected: str) -> None:
    read, figure = told(text)
    assert sharing(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose [9%].", "left.near"),
        ("Exports saw a [9%] rise.", "right.near"),
        ("Tea made up [9%].", "none"),
        ("Exports rose, tea to [9%].", "none"),
        ("Exports [doubled].", "itself"),
    ],
)
def test_growth_and_decline_move_a_rate(text: str, expected: str) -> None:
    read, figure = told(text)
    assert turn(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "behind", "before"),
    [
        ("There was a [9%] rise in imports.", "in.flow.noun", "-"),
        ("There was a [9%] rise in prices.", "in.money", "-"),
        ("Copper fell [9%] in May.", "in.-", "product"),
        ("It fell [9%].", "-", "it"),
        ("Exports rose 5%, [9%] more than planned.", "-", "<change>"),
    ],
)
def test_a_rate_is_said_of_what_stands_behind_or_before(text: str, behind: str, before: str) -> None:
    read, figure = told(text)
    line = read.line(figure)
    assert (governed(read.words, line, figure.token), said_of(read.words, line, figure.token)) == (behind, before)


def test_the_next_number_tells_what_a_rate_counts() -> None:
    read, figure = told("Exports of cars fell [9%] to 400 vehicles.")
    assert next_number(read.words, read.line(figure), figure.token) == "to.<quantity>"
