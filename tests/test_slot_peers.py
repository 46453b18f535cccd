"""Areas with a figure each, and areas that stand for a flow word that is left out."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.areas import candidates
from parsers.observations.slots.claims import owner_told, partner_told
from parsers.observations.slots.ellipsis import standing_in
from parsers.observations.slots.peers import peers


def _read(text: str) -> tuple[Reading, Line]:
    reading = read_through(Document(text=text, source_id="own", language="en"))
    return reading, reading.page.lines[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peru with $5m, Chile with $3m and Norway with $2m led the exports.", ["Peru", "Chile", "Norway"]),
        ("Exports were $5m to Peru, $3m to Chile and $2m to Norway.", ["Peru", "Chile", "Norway"]),
        ("Exports went to Peru (up 5% to $5m) and Chile ($3m).", ["Peru", "Chile"]),
        ("Sales went to Peru with $5m worth of exports, and Chile with $3m.", ["Peru", "Chile"]),
        ("Peru sold goods worth $5m to Chile.", []),
        ("Exports from Peru were $5m, and imports from Chile $3m.", []),
        ("Peru and Chile traded $5m.", []),
        ("Exports of $5m from Peru to Chile.", []),
    ],
)
def test_areas_with_a_figure_each_are_peers(text: str, names: list[str]) -> None:
    reading, line = _read(text)
    found = peers(line, reading.page.figures[0], reading.words)
    assert [line.mention(at).text for at in sorted(found)] == names


def test_peers_share_the_partner_behind_them_and_the_owner_in_front() -> None:
    reading, line = _read("Peru with $5m, Chile with $3m and Norway with $2m of exports to Spain came first.")
    flow = line.places("flow")[0]
    for figure in reading.page.figures:
        assert line.mention(partner_told(line, figure, flow, reading.words)).text == "Spain"
    reading, line = _read("Spain's exports went to Peru with $5m, Chile with $3m and Norway with $2m.")
    flow, last = line.places("flow")[0], reading.page.figures[-1]
    at, how = owner_told(line, last, flow, reading.words)
    assert (line.mention(at).text, how) == ("Spain", "listed")
    reading, line = _read("Spain's exports rose while Peru met Chile over $2m.")
    assert owner_told(line, reading.page.figures[0], line.places("flow")[0], reading.words) == (-1, "none")


def test_a_pair_of_two_peers_is_marked() -> None:
    reading, line = _read("Peru with $5m, Chile with $3m and Norway with $2m of exports to Spain came first.")
    pairs = {found.value: found.cues for found in candidates(reading, reading.page.figures[0], "exports", line.places("flow")[0])}
    assert "peers=many" in pairs["PE", "CL"]
    assert "peers=many" not in pairs["PE", "ES"]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Norway's exports rose to $5m and Peru's to $3m.", ("Peru", "own")),
        ("Norwegian exports rose by 5% and those of Peru by 3%.", ("Peru", "of")),
        ("Exports to Norway rose to $5m, while those to Peru fell to $3m.", ("Peru", "to")),
        ("Norway's exports rose to $5m and Peru's minister spoke of $3m.", ("", "")),
        ("Norway's exports rose to $5m, higher than those of Peru, by $3m.", ("", "")),
        ("Norway's exports rose to $5m and Peru's imports fell to $3m.", ("", "")),
    ],
)
def test_an_area_may_stand_for_a_flow_word_left_out(text: str, stands: tuple[str, str]) -> None:
    reading, line = _read(text)
    at, how = standing_in(line, reading.page.figures[-1], line.places("flow")[0], reading.words)
    assert (line.mention(at).text if at >= 0 else "", how) == stands
