"""A number that headlines round, and the text prints more exactly."""

from __future__ import annotations

import pytest
from laid_out import told

from parsers.observations.decisions import Decision
from parsers.observations.slots.finer import finer


@pytest.mark.parametrize(
    ("text", "fact", "expected"),
    [
        ("Exports pass [$4.4bn]\n\nExports came to $4.41bn in May.", 1, "later.fact"),
        ("Exports pass [$4.4bn]\n\nDebts came to $4.41bn in May.", 0, "later.none"),
        ("Exports came to $4.41bn. They said it was [$4.4bn].", 0, "earlier.fact"),
        ("Nearly [$5bn] of exports\n\nExports came to $4.87bn in May.", 1, "later.fact"),
        ("Over [$5bn] of exports\n\nExports came to $4.87bn in May.", 1, "-"),
        ("Exports pass [$4.4bn]\n\nExports came to $4.81bn in May.", 1, "-"),
        ("Exports pass [$4.4bn]\n\nExports came to $4.4bn in May.", 1, "-"),
    ],
)
def test_a_number_that_the_text_prints_more_exactly(text: str, fact: int, expected: str) -> None:
    read, figure = told(text)
    read.look_back({fact: Decision(fact=expected.endswith("fact"), flow="exports")})
    assert finer(read, figure) == expected
