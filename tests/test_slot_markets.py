"""Who sells to whom in a text, and how a pair stands to that market."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.decisions import Decision
from parsers.observations.scan import read_through
from parsers.observations.slots.areas import candidates

HEAD = "Peru's exports of fish to Spain made $5 million. "

DEALS = [
    ("Chile's exports to Norway grew.", {("CL", "NO")}),
    ("Chile's imports from Norway grew.", {("NO", "CL")}),
    ("Chile remained the second supplier of fish to Norway.", {("CL", "NO")}),
    ("Norway's main suppliers were Chile and Ghana.", {("CL", "NO"), ("GH", "NO")}),
    ("The largest market for Chile was Norway.", {("CL", "NO")}),
    ("Norway and Ghana were Chile's top buyers.", {("CL", "NO"), ("CL", "GH")}),
    ("The markets were calm in Norway and Chile.", set()),
    ("Chile's trade with Norway grew.", set()),
]


@pytest.mark.parametrize(("text", "found"), DEALS)
def test_deals_are_told_by_flow_words_and_by_nouns(text: str, found: set[tuple[str, str]]) -> None:
    reading = read_through(Document(text=text, source_id="own", language="en"))
    assert reading.told_areas.deals == found


def _cues(text: str, flow: str = "exports") -> dict[tuple[str | None, str | None], list[str]]:
    """The cues of each pair of the last figure, the first one read as Peru's exports to Spain."""
    reading = read_through(Document(text=HEAD + text, source_id="own", language="en"))
    reading.look_back({0: Decision(fact=True, flow="exports", pair=("PE", "ES"))})
    figure = reading.page.figures[-1]
    flow_at = next(iter(reading.line(figure).places("flow")), -1)
    return {found.value: found.cues for found in candidates(reading, figure, flow, flow_at)}


def test_more_sellers_in_a_market_than_markets_of_its_seller() -> None:
    pairs = _cues("Norway and Ghana are suppliers to Spain too. Chile followed with $3 million.")
    assert "market.sellers=new.buyer" in pairs["CL", "ES"]
    assert "market.sellers=seller.new" in pairs["PE", "CL"]


def test_more_markets_of_a_seller_than_sellers_in_its_market() -> None:
    pairs = _cues("Peru's exports to Norway and Ghana fell. Chile followed with $3 million.")
    assert "market.buyers=seller.new" in pairs["PE", "CL"]


def test_as_many_of_one_as_of_the_other_and_the_main_pair_say_nothing() -> None:
    even = _cues("Norway is a supplier to Spain too. Peru's exports to Ghana fell. Chile followed with $3 million.")
    assert not [cue for pair in even.values() for cue in pair if cue.startswith("market")]
    pairs = _cues("Norway and Ghana are suppliers to Spain too. Spain's imports came to $30 million.", "imports")
    assert not [cue for cue in (*pairs["ES", "PE"], *pairs["ES", "WLD"]) if cue.startswith("market")]


def test_imports_go_the_same_way_as_exports() -> None:
    pairs = _cues("Norway and Ghana are suppliers to Spain too. Imports from Chile made $3 million.", "imports")
    assert "market.sellers=new.buyer" in pairs["ES", "CL"]
    assert "market.sellers=seller.new" in pairs["CL", "PE"]


def test_turnover_has_no_direction() -> None:
    pairs = _cues("Norway and Ghana are suppliers to Spain too. Trade with Chile made $3 million.", "turnover")
    assert not [cue for cue in pairs["PE", "CL"] if cue.startswith("market")]
