"""What follows a figure and tells its flow, and what makes a number a step or one told by the day."""

from __future__ import annotations

import pytest

from parsers.observations.slots.no_fact import daily
from parsers.observations.slots.subjects import part
from parsers.observations.slots.wholes import entitled, intended, parts_behind
from tests.laid_out import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came to [$9 million], including exports of $5 million.", "one"),
        ("It came to [$9 million], with exports and imports both up.", "both"),
        ("It came to [$9 million] while, with Chile, exports were $5 million.", "-"),
        ("Exports came to [$9 million], including wool.", "-"),
    ],
)
def test_exports_and_imports_behind_a_figure_are_its_parts(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert parts_behind(reading.line(figure), figure, reading.words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade with Peru (exports: [$5 million], imports: $3 million) grew.", True),
        ("Trade with Peru (exports: $5 million, imports: [$3 million]) grew.", True),
        ("Exports grew: wool made [$5 million].", False),
    ],
)
def test_a_flow_word_may_be_the_title_of_a_figure(text: str, expected: bool) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert any(entitled(line, at, figure) for at in line.places("flow")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru agreed to buy tea worth [$5 million].", "agreed"),
        ("Peru would buy tea worth [$5 million].", "modal"),
        ("Peru is expected to buy tea worth [$5 million].", "awaited"),
        ("Peru bought tea worth [$5 million].", "-"),
    ],
)
def test_what_is_still_to_be_bought(text: str, expected: str) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert intended(line, line.places("flow")[0], reading.words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports per day were [$5 million] in May.", "before"),
        ("Daily exports were [$5 million] in May.", "before"),
        ("Exports were [$5 million] in May.", "-"),
    ],
)
def test_a_number_told_by_the_day(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert daily(reading.words, reading.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wool sold better by [$5 million], or 60%.", "step.by"),
        ("The level of May was exceeded by [$5 million].", "step.by"),
        ("Exports exceeded imports by [$5 million].", "plain"),
        ("It made 9 million euros, or [2 million euros] ($3 million) less than in May.", "step.after"),
        ("It made 9 million euros, or [2 million euros] ($3 million) in May.", "plain"),
    ],
)
def test_a_number_may_be_a_step(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert part(reading.words, reading.line(figure), figure.token) == expected
