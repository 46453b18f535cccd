"""What else than trade a text speaks of."""

from __future__ import annotations

import pytest
from laid_out import reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose to $5 million.", "next to none"),
        ("Exports rose to $5 million, a bank said.", "next to none"),
        ("Exports rose. The tax office hopes for taxes of $5 million.", "most"),
        ("Stocks fell at the stock exchange, and $5 million was lost.", "all"),
        ("The foreign exchange reserves of the bank fell by $5 million. Exports and imports fell too.", "most"),
        ("The company and its subsidiary export tea, import tyres, export rice and import oil.", "some"),
    ],
)
def test_how_much_a_text_speaks_of_something_else(text: str, expected: str) -> None:
    assert reading(text).affair == expected
