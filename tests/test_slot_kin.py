"""Regions and their countries: who is kin to the main pair, who is named in passing, whom a headline announces."""

from __future__ import annotations

import pytest
from laid_out import reading

from parsers.observations.decisions import Decision, Pair
from parsers.observations.reading import Reading
from parsers.observations.slots.areas import candidates
from parsers.observations.slots.claims import partner_told
from parsers.observations.slots.ends import owner_at, owner_behind, partner_at

MAIN = "Peru's trade with Tyrol made $5 million. "


def _read(text: str, pair: Pair = ("PE", "AT-7")) -> Reading:
    """A text whose figures but the last the pass before took for facts of one pair."""
    read = reading(text)
    read.look_back({f.index: Decision(fact=True, flow="turnover", pair=pair) for f in read.page.figures[:-1]})
    return read


def _cues(read: Reading, flow: str = "turnover", number: int = -1) -> dict[Pair, list[str]]:
    """The cues of each pair of a figure."""
    figure = read.page.figures[number]
    flow_at = next(iter(read.line(figure).places("flow")), -1)
    return {found.value: found.cues for found in candidates(read, figure, flow, flow_at)}


@pytest.mark.parametrize(
    ("text", "pair", "kin"),
    [
        ("Trade with Salzburg made $3 million.", ("PE", "AT-5"), "owner.partner.sibling"),
        ("Trade with Austria made $3 million.", ("PE", "AT"), "owner.partner.country"),
        ("Trade of Cusco with Tyrol made $3 million.", ("PE-CUS", "AT-7"), "owner.region.partner"),
        ("Trade with Bavaria made $3 million.", ("PE", "DE-BY"), "owner.new"),
    ],
)
def test_an_area_may_be_kin_to_an_end_of_the_main_pair(text: str, pair: Pair, kin: str) -> None:
    assert any(cue.startswith(f"frame={kin}.") for cue in _cues(_read(MAIN + text))[pair])


def test_two_regions_of_one_country_are_told_apart_from_those_of_two() -> None:
    read = _read("Trade of Tyrol, Salzburg and Bavaria made $3 million.")
    pairs = _cues(read)
    assert "regions=siblings" in pairs["AT-7", "AT-5"]
    assert "regions=apart" in pairs["AT-7", "DE-BY"]
    barred = {found.value for found in candidates(read, read.page.figures[0], "turnover", 0) if found.barred}
    assert ("AT-7", "AT-5") in barred
    assert ("AT-7", "DE-BY") not in barred


PASSING = [
    ("Austrian diplomats met the governor in Tyrol. Trade with Peru made $3 million.", True),
    ("Austrian diplomats met the governor. Trade with Peru made $3 million.", False),
    ("Austria and Tyrol had a good year. Trade with Peru made $3 million.", False),
]


@pytest.mark.parametrize(("text", "shadowed"), PASSING)
def test_a_country_named_in_passing_beside_its_region_opens_no_text(text: str, shadowed: bool) -> None:
    read = reading(text)
    assert read.told_areas.shadowed("AT") is shadowed
    assert _opens(read, "AT") is not shadowed


def _opens(read: Reading, code: str) -> bool:
    return any("ref.carried.opening.0" in cues for pair, cues in _cues(read).items() if pair[0] == code)


WRITTEN = [
    ("VIENNA, 5 May. The governor of Tyrol was glad. Trade with Peru made $3 million. Austria bought more.", False),
    ("VIENNA, 5 May. The minister of the country was glad. Trade with Peru made $3 million. Austria bought more.", True),
    ("Austria was glad for Tyrol. Trade with Peru made $3 million.", True),
]


@pytest.mark.parametrize(("text", "opens"), WRITTEN)
def test_a_report_on_a_region_is_none_of_the_country_that_it_is_written_in(text: str, opens: bool) -> None:
    assert _opens(reading(text), "AT") is opens


def test_a_headline_announces_the_pair_that_the_body_tells_first() -> None:
    read = reading("Tyrol trade more than triples\n\nVIENNA, 5 May. Trade of Tyrol and Peru grew 3.1 times to $5 million.")
    read.look_back({f.index: Decision(fact=True, flow="turnover", pair=("AT-7", "PE")) for f in read.page.figures[1:]})
    pairs = _cues(read, number=0)
    assert "ahead=owner.world" in pairs["AT-7", "WLD"]
    assert not any(cue.startswith("ahead=") for cues in _cues(read).values() for cue in cues)


BEHIND = [
    ("Fish imports from Norway to Peru rose 5%.", "PE", "NO"),
    ("Exports to the UK from Peru rose 5%.", "PE", "GB"),
    ("Exports from Peru to Norway rose 5%.", "PE", "NO"),
    ("Exports to Norway rose 5%.", "", "NO"),
    ("Imports from Norway to Peru and Chile rose 5%.", "", ""),
]


@pytest.mark.parametrize(("text", "owner", "partner"), BEHIND)
def test_the_owner_may_stand_behind_the_partner(text: str, owner: str, partner: str) -> None:
    read = reading(text)
    line, figure = read.page.lines[0], read.page.figures[0]
    at = line.places("flow")[0]
    found = owner_behind(line, at, read.words)
    assert (line.mention(found).value.code if found >= 0 else "") == owner
    told = partner_told(line, figure, at, read.words)
    assert (line.mention(told).value.code if told >= 0 else "") == partner


def test_and_may_join_an_area_to_the_next_figure() -> None:
    read = reading("It made $3 million in exports from Peru and $5 million in imports from Chile.")
    line = read.page.lines[0]
    assert owner_behind(line, line.places("flow")[0], read.words) == line.places("area")[0]


@pytest.mark.parametrize(("text", "owned"), [("Imports of Tyrol goods rose 5%.", False), ("Imports of Tyrol rose 5%.", True)])
def test_goods_named_after_a_place_come_from_it(text: str, owned: bool) -> None:
    read = reading(text)
    line = read.page.lines[0]
    at = line.places("flow")[0]
    ends = owner_at(line, at, read.words), partner_at(line, at, read.words)
    assert ends == ((line.places("area")[0], -1) if owned else (-1, line.places("area")[0]))


def test_the_region_told_of_is_kept_where_words_stand_for_it() -> None:
    read = _read("Tyrol had a good year. The governor was glad. Exports from the region to Peru made $3 million.")
    kept = [pair for pair, cues in _cues(read, "exports").items() if "region.ruled=kept.partner" in cues]
    assert ("AT-7", "PE") in kept
