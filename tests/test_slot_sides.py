"""Which area of a sentence is whose: owner and partner of a flow, members of lists, places of reports."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.ends import owner_at, owner_behind, partner_at, sure_owner
from parsers.observations.slots.own import ownership, parallel
from parsers.observations.slots.sides import named_sides
from parsers.observations.words import cue_words


def _read(text: str) -> tuple[Reading, Line]:
    reading = read_through(Document(text=text, source_id="own", language="en"))
    return reading, reading.page.lines[0]


def _name(line: Line, at: int) -> str:
    return line.tokens[at].mention.text if at >= 0 else ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "owner", "partner"),
    [
        ("Poland's furniture exports to Sweden made $3 billion in 2020.", "Poland", "Sweden"),
        ("Imports of Chile from Peru made $3 billion in 2020.", "Chile", "Peru"),
        ("Goods were exported from Chile to Peru in 2020.", "Chile", "Peru"),
        ("Goods for $3 billion were imported to Chile from Peru.", "Chile", "Peru"),
        ("Chile exported goods worth $3 billion to Peru.", "Chile", "Peru"),
        ("Goods worth $3 billion were imported by Chile.", "Chile", ""),
        ("Chile, whose exports made $3 billion, is rich.", "Chile", ""),
        ("Peruvian imports made $3 billion in 2020.", "Peruvian", ""),
        ("In trade with Norway exports made $3 billion in 2020.", "", ""),
        ("Trade grew, with Peruvian exports at $3 billion in 2020.", "Peruvian", ""),
        ("Peruvian goods bought by Chile made $3 billion in 2020.", "Chile", ""),
        ("Trade grew, with Peru fish exports rising to $3 billion.", "Peru", ""),
        ("Trade grew with Peru as exports rose to $3 billion.", "", ""),
        ("Chile's export earnings from Peru made $3 billion in 2020.", "Chile", "Peru"),
        ("Export receipts from Peru made $3 billion in 2020.", "", "Peru"),
        ("Exports from Peru made $3 billion in 2020.", "Peru", ""),
        ("Export deliveries from Peru made $3 billion in 2020.", "Peru", ""),
    ],
)
def test_ends_of_a_flow_word(text: str, owner: str, partner: str) -> None:
    reading, line = _read(text)
    at = line.places("flow")[-1]
    assert _name(line, owner_at(line, at, reading.words)) == owner
    assert _name(line, partner_at(line, at, reading.words)) == partner


@pytest.mark.parametrize(("text", "owner"), [("Export income from Peru rose.", ""), ("Exports from Peru rose.", "Peru")])
def test_earnings_come_from_the_partner(text: str, owner: str) -> None:
    reading, line = _read(text)
    assert _name(line, owner_behind(line, line.places("flow")[0], reading.words)) == owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Norway is a market for the country as Peru exported goods worth $3 billion.", "Peru"),
        ("Norway and Peru exported goods worth $3 billion.", ""),
        ("Chile came second on the market of Peru by exporting goods worth $3 billion.", ""),
        ("Iran has 60 percent of total world exports.", ""),
    ],
)
def test_who_certainly_has_a_flow(text: str, owner: str) -> None:
    reading, line = _read(text)
    assert _name(line, sure_owner(line, line.places("flow")[-1], reading.words)) == owner


def test_each_area_of_a_bracketed_list_has_its_own_figure() -> None:
    reading, line = _read("The largest buyers were Norway ($5 billion), Peru ($3 billion) and Chile ($2 billion).")
    figures, areas = reading.page.figures, line.places("area")
    assert len(figures) == len(areas) == 3
    for mine, figure in enumerate(figures):
        stands = [ownership(line, figure, at, at, reading.words.joints) for at in areas]
        assert [index for index, stand in enumerate(stands) if stand == "before.near.0"] == [mine]


def test_two_lists_of_one_length_go_together() -> None:
    reading, line = _read("Exports to Norway and Peru made $5 billion and $3 billion, respectively.")
    areas = line.places("area")
    assert [parallel(line, figure, areas, reading.words) for figure in reading.page.figures] == areas
    second = named_sides(reading, reading.page.figures[1], line, line.places("flow")[0])
    assert [side.code for side in second] == ["PE"]


def test_figures_may_come_before_their_areas_and_say_respectively() -> None:
    reading, line = _read("It sold fish for $5 million and $3 million to Norway and Peru, respectively.")
    areas = line.places("area")
    assert [parallel(line, figure, areas, reading.words) for figure in reading.page.figures] == areas
    reading, line = _read("It sold fish for $5 million and $3 million to Norway and Peru.")
    assert [parallel(line, figure, line.places("area"), reading.words) for figure in reading.page.figures] == [-1, -1]


def test_the_area_of_two_lists_is_told_so_however_far_it_stands() -> None:
    names = "Norway, Peru, Chile, Kenya, Ghana, Nepal, Japan, Egypt and Oman"
    reading, line = _read(f"Exports to {names} made $1m, $2m, $3m, $4m, $5m, $6m, $7m, $8m and $9m.")
    first = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert [(side.code, "matched" in side.cues) for side in first] == [("NO", True)]


@pytest.mark.parametrize(
    ("text", "sampled"),
    [
        ("It exported fish for $5 million, mostly to Norway and Peru.", True),
        ("It exported fish for $5 million to many countries such as Norway and Peru.", True),
        ("It exported fish, mostly fresh, for $5 million to Norway and Peru.", False),
    ],
)
def test_a_list_may_only_give_examples(text: str, sampled: bool) -> None:
    reading, line = _read(text)
    sides = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert {"sampled" in side.cues for side in sides} == {sampled}


def test_one_figure_for_several_areas_keeps_them_together() -> None:
    reading, line = _read("Exports to Norway and Peru made $5 billion.")
    sides = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert {side.code for side in sides} == {"NO", "PE", "NO+PE"}


def test_the_place_of_a_report_stands_for_its_country() -> None:
    reading, _ = _read("KARACHI: Exports made $5 billion in 2020.")
    assert set(reading.named) == {"PK"}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Chile's exports made $3 billion.", "Chile"),
        ("Chile imported goods for $3 billion.", "Chile"),
        ("Chilean imports made $3 billion.", ""),
        ("Norway, Peru and Chile exported goods for $3 billion.", ""),
        ("Chile-bound exports made $3 billion.", ""),
        ("Chile's trade made $3 billion.", ""),
    ],
)
def test_only_some_owners_are_sure(text: str, owner: str) -> None:
    reading, line = _read(text)
    assert _name(line, sure_owner(line, line.places("flow")[0], reading.words)) == owner


def test_a_comma_alone_makes_no_list() -> None:
    reading, line = _read("Within the EU, Germany bought goods for $5 billion.")
    sides = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert [side.code for side in sides] == ["EU", "DE"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Exports to Europe made $5 billion. The EU buys fish.", ["G-EUROPE", "EU"]),
        ("Exports to Europe made $5 billion.", ["G-EUROPE"]),
    ],
)
def test_a_continent_may_stand_for_the_union_that_the_text_names(text: str, codes: list[str]) -> None:
    reading, line = _read(text)
    sides = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert [side.code for side in sides] == codes


@pytest.mark.parametrize(
    ("text", "contended"),
    [
        ("It lags behind Peru, Chile and Norway with exports of $5 million.", {"PE", "CL", "NO"}),
        ("It competes with the Peru mines in exports of $5 million.", {"PE"}),
        ("It trades with Peru, and exports made $5 million.", set()),
        ("Followed by Peru, Chile came next with exports of $5 million.", {"PE"}),
        ("Chile came next with exports of $7 million, followed by Peru with $5 million.", set()),
    ],
)
def test_areas_that_are_only_compared(text: str, contended: set[str]) -> None:
    reading, line = _read(text)
    sides = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert {side.code for side in sides if "contended" in side.cues and "+" not in str(side.code)} == contended


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Exports from Peru rose as Chile bought more.", "Peru"),
        ("Imports into the UK rose.", "UK"),
        ("Exports from Peru and Chile rose.", ""),
        ("Imports from Peru rose.", ""),
        ("Exports to Peru rose.", ""),
    ],
)
def test_whose_flow_leaves_or_enters(text: str, owner: str) -> None:
    _, line = _read(text)
    assert _name(line, owner_behind(line, line.places("flow")[0], cue_words("en"))) == owner


def test_one_of_many_partners_is_no_partner_alone_but_one_of_two_lists_is() -> None:
    reading, line = _read("Exports to Norway, Peru, Chile and Kenya made $5 million.")
    sides = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert {side.code: "member.many" in side.cues for side in sides} == {
        "NO": True,
        "PE": True,
        "CL": True,
        "KE": True,
        "NO+PE+CL+KE": False,
    }
    reading, line = _read("Exports to Norway, Peru and Chile made $5 million, $4 million and $3 million.")
    first = named_sides(reading, reading.page.figures[0], line, line.places("flow")[0])
    assert [(side.code, "member.many" in side.cues) for side in first] == [("NO", False)]


GLOSSED = [
    ("the main markets were Spain, the United Arab Emirates (UAE), and Peru", 3),
    ("sales to the European Union (EU) fell", 1),
    ("sales to Spain (Peru and Chile) fell", 3),
    ("sales to Spain (US$5 million) and Spain rose", 2),
]


@pytest.mark.parametrize(("text", "number"), GLOSSED)
def test_an_area_said_again_in_brackets_is_one(text: str, number: int) -> None:
    reading = read_through(Document(text=text, source_id="own", language="en"))
    assert len(reading.areas) == number
