"""Trade that is a firm's own, and trade whose text counts things and not money."""

from __future__ import annotations

import pytest

from parsers.observations.decisions import Decision
from parsers.observations.slots.gained import told_by_takings
from parsers.observations.slots.houses import of_house
from parsers.observations.slots.rate import candidates
from tests.laid_out import reading, told


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The brewery's exports rose [5%].", "own"),
        ("Peru's exports rose [5%].", "-"),
        ("The steelmaker, whose exports rose [5%], hired men.", "its"),
        ("The group has lifted its exports by [5%].", "its"),
        ("A group of men from Peru say its exports rose [5%].", "-"),
        ("The distillery rose early and exports grew [5%].", "-"),
    ],
)
def test_a_flow_that_is_a_firms_own(text: str, owner: str) -> None:
    read, figure = told(text)
    line = read.line(figure)
    assert of_house(line, line.places("flow")[0], read.words) == owner


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Cocoa earnings fell to [$5 million].", "exports"),
        ("Copper receipts were [$5 million] in May.", "exports"),
        ("The wheat bill rose to [$5 million].", "imports"),
        ("The bank's earnings fell to [$5 million].", ""),
        ("Cocoa earnings fell, and it lent [$5 million].", ""),
    ],
)
def test_what_goods_bring_in_and_what_they_are_paid_with(text: str, flow: str) -> None:
    read, figure = told(text)
    assert told_by_takings(read.words, read.line(figure), figure.token) == flow


@pytest.mark.parametrize(
    ("text", "trade", "opening"),
    [
        ("Rice exports were 5 million tonnes. Tea exports rose 9%.", "things", "things"),
        ("Rice exports were $5 million. Tea exports came to 5 million kilos.", "both", "money"),
        ("Rice exports rose 9%. A loan of $5 million went to 7 regions.", "neither", "neither"),
        ("Exports from 7 regions fetched $5 million.", "money", "money"),
        ("Rice exports of 3,000 tonnes cost $200 a tonne.", "things", "things"),
    ],
)
def test_what_the_sentences_of_trade_count(text: str, trade: str, opening: str) -> None:
    money = reading(text).money
    assert (money.trade, money.opening) == (trade, opening)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Rice exports were 5 million tonnes. Rain fell. Rice exports to Peru rose [9%].", "own.trade.counts=things.goods"),
        ("Rice exports were $5 million. Exports to Peru rose [9%].", "own.trade.opens=money.all"),
        ("Rice grew on 5 million hectares. Exports to Peru rose [9%].", "own.trade.counts=neither.all"),
        ("Exports were $5 million. Rice exports were 3 tonnes. Rice exports to Peru rose [9%].", "own.trade.near=things.goods"),
    ],
)
def test_a_rate_is_of_what_its_text_counts(text: str, cue: str) -> None:
    read, figure = told(text)
    read.look_back({figure.index: Decision(fact=True)})
    assert any(cue in candidate.cues for candidate in candidates(read, figure))
