"""Parts of a row that stand in words near its figure: goods or services, and averages."""

from __future__ import annotations

import pytest

from parsers.observations.attach import Filled
from parsers.observations.weights import Candidate
from parsers.observations.wording import kind, per
from tests.laid_out import told


@pytest.mark.parametrize(
    ("text", "product", "expected"),
    [
        ("Peru sold Chile [$5 million] worth of goods.", None, "goods"),
        ("Exports were [$5 million], while goods of Chile are dear.", None, "unstated"),
        ("The balance in goods and services was [$5 million].", None, "goods+services"),
        ("IT exports were [$5 million].", "IT", "services"),
        ("Services exports grow\n\nIn May exports were [$5 million].", None, "services"),
        ("Services exports grow\n\nIn May tea exports were [$5 million].", "tea", "unstated"),
        ("Peru earns more by services. Exports were [$5 million].", None, "unstated"),
        ("Goods exports grow\n\nIn May exports were [$5 million].", None, "unstated"),
        ("Goods exports rose to $9 million, while imports fell to [$5 million].", None, "goods"),
        ("Goods exports rose to $9 million, while tea imports fell to [$5 million].", "tea", "unstated"),
        ("Goods exports rose, but imports were [$5 million], not so services.", None, "services"),
        ("Goods exports rose, but imports were [$5 million], while services fell.", None, "unstated"),
        ("Peru sold goods for $9 million, of which tea had [$5 million].", "tea", "unstated"),
        ("Peru sold [$5 million] of consumer goods.", "consumer goods", "unstated"),
        ("Peru sold [$5 million] of non-oil goods.", "non-oil goods", "goods"),
        ("Polls saw a gap in visible trade, for all that was done, of close to [$5 million].", None, "goods"),
    ],
)
def test_what_kind_of_trade_is_told(text: str, product: str | None, expected: str) -> None:
    reading, figure = told(text)
    assert kind(reading, figure, Filled(figure), product) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru exported to Chile close to [$5 million] of goods and services.", "goods+services"),
        ("Peru exported goods to Chile worth close to [$5 million], and much in services as well.", "goods"),
    ],
)
def test_what_stands_at_the_flow_word_may_go_on_in_the_clause(text: str, expected: str) -> None:
    reading, figure = told(text)
    start = text.index("exported")
    filled = Filled(figure, chosen={"fact": Candidate(("exports", 0), [], start, start + len("exported"))})
    assert kind(reading, figure, filled, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru exports tea for [$5 million] a year.", "P1Y"),
        ("Peru exports [$5 million] (4 million euros) a year.", "P1Y"),
        ("Peru exports [$5 million] worth of tea to Chile every year.", "P1Y"),
        ("Annual trade of Peru and Chile is [$5 million].", "P1Y"),
        ("They aim at [$5 million] in annual trade.", "P1Y"),
        ("Exports averaged [$5 million] per month.", "P1M"),
        ("Exports were [$5 million], and every year brings more.", None),
        ("Exports were [$5 million] a year earlier.", None),
        ("Exports rose [5%] annually.", None),
    ],
)
def test_averages(text: str, expected: str | None) -> None:
    reading, figure = told(text)
    assert per(reading, figure) == expected
