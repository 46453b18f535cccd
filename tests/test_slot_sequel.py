"""How a pair goes on from the fact before, and from the buyers, suppliers and rivals that a text ranks."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.decisions import Decision
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.areas import candidates

HEAD = "Peru's exports to Spain made $5 million. "


def _cues(text: str, flow: str = "exports") -> dict[tuple[str | None, str | None], list[str]]:
    """The cues of each pair of the last figure, the first one read as Peru's exports to Spain."""
    reading: Reading = read_through(Document(text=text, source_id="own", language="en"))
    reading.look_back({0: Decision(fact=True, flow="exports", pair=("PE", "ES"))})
    figure = reading.page.figures[-1]
    flow_at = next(iter(reading.line(figure).places("flow")), -1)
    return {found.value: found.cues for found in candidates(reading, figure, flow, flow_at)}


def test_a_pair_goes_on_from_the_fact_before() -> None:
    pairs = _cues(HEAD + "Imports came to $3 million.", "imports")
    assert "sequel=both.partner.mirror.1.0" in pairs["PE", "ES"]
    assert "sequel=owner.world.mirror.1.0" in pairs["PE", "WLD"]
    assert "sequel=turned.partner.mirror.1.0" in pairs["ES", "PE"]


@pytest.mark.parametrize(
    ("text", "flow", "cue"),
    [
        ("Tea exports made $3 million.", "exports", "sequel=both.partner.same.1.0"),
        ("Trade made $8 million.", "turnover", "sequel=both.partner.other.1.0"),
        ("Peru's imports made $3 million.", "imports", "sequel=both.partner.mirror.1.1"),
        ("Imports made $3 million in Peru.", "imports", "sequel=both.partner.mirror.1.0"),
    ],
)
def test_what_goes_on_is_told_by_the_flow_and_by_the_areas_on_the_way(text: str, flow: str, cue: str) -> None:
    assert cue in _cues(HEAD + text, flow)["PE", "ES"]


def test_areas_between_two_figures_of_a_sentence_are_counted() -> None:
    near = _cues("Peru's exports to Spain made $5 million and imports $3 million.", "imports")
    assert "sequel=both.partner.mirror.0.0" in near["PE", "ES"]
    far = _cues("Peru's exports to Spain made $5 million and those of Chile $3 million.")
    assert "sequel=partner.partner.same.0.1" in far["CL", "ES"]


def test_a_pair_does_not_go_on_past_the_next_sentence() -> None:
    pairs = _cues(f"{HEAD}Nobody was surprised. Imports from Chile came to $3 million.", "imports")
    assert not [cue for cues in pairs.values() for cue in cues if cue.startswith("sequel=")]


FRONTED = [
    ("From Chile it bought goods for $3 million.", "imports", ("PE", "CL"), "other"),
    ("With the Philippines there was a surplus of $3 million.", "balance", ("PE", "PH"), "other"),
    ("With the Philippines there was a surplus of $3 million.", "balance", ("PE", "ES"), "broken"),
    ("To Chile and Spain it sold goods for $3 million.", "exports", ("PE", "CL"), ""),
    ("From Chile's ports it bought goods for $3 million.", "imports", ("PE", "CL"), ""),
    ("From Chile came nothing, but imports made $3 million.", "imports", ("PE", "CL"), ""),
    ("Chile sold goods for $3 million.", "exports", ("CL", "ES"), ""),
]


@pytest.mark.parametrize(("text", "flow", "pair", "stands"), FRONTED)
def test_the_area_that_a_sentence_leads_to_before_all_else(text: str, flow: str, pair: tuple[str, str], stands: str) -> None:
    cues = [cue for cue in _cues(HEAD + text, flow)[pair] if cue.startswith("front=")]
    assert cues == ([f"front={stands}"] if stands else [])


RANKED = [
    ("The top suppliers were many. Chile posted a growth of 5% to $3 million.", "ranked.gives.exports=ref.main"),
    ("It did better than its competitors. Chile posted a growth of 5% to $3 million.", "ranked.peers.exports=ref.main"),
    ("The largest buyers were many. Chile posted a growth of 5% to $3 million.", "ranked.takes.exports=ref.main"),
]


@pytest.mark.parametrize(("text", "cue"), RANKED)
def test_an_area_is_ranked_with_those_just_told_of(text: str, cue: str) -> None:
    assert cue in _cues(HEAD + text)["CL", "ES"]


@pytest.mark.parametrize("text", ["The exporters were glad.", "Its suppliers complained."])
def test_who_only_speaks_or_acts_is_not_ranked(text: str) -> None:
    pairs = _cues(f"{HEAD}{text} Chile posted a growth of 5% to $3 million.")
    assert not [cue for cue in pairs["CL", "ES"] if cue.startswith("ranked")]


def test_a_sentence_of_no_area_and_no_whole_is_plain() -> None:
    reading = read_through(Document(text="Peru sells to Spain. Tea exports made $5 million.", source_id="own", language="en"))
    reading.look_back({0: Decision(fact=True, flow="exports", pair=("PE", "ES"))})
    figure = reading.page.figures[0]
    pairs = {found.value: found.cues for found in candidates(reading, figure, "exports", 1)}
    assert "alone=kept.loose.plain" in pairs["PE", "ES"]
    assert "alone=world.loose.plain" in pairs["PE", "WLD"]
