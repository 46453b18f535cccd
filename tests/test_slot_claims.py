"""What ties a figure to an area: its flow word's owner and partner, the area right beside it, and who the text is about."""

from __future__ import annotations

import pytest

from parsers.mentions.areas import find_areas
from parsers.model import Document
from parsers.observations.page import Line
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.areas import candidates
from parsers.observations.slots.claims import (
    back_told,
    claimed,
    flow_told,
    mate,
    owner_told,
    partner_told,
    subject_at,
)
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.worldwide import world_told
from parsers.observations.words import CueWords


def _read(text: str) -> tuple[Reading, Line]:
    reading = read_through(Document(text=text, source_id="own", language="en"))
    return reading, reading.page.lines[0]


def _name(line: Line, at: int) -> str:
    return line.mention(at).text if at >= 0 else ""


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Exports went to Norway ($5 billion) and Peru ($3 billion).", ["Norway", "Peru"]),
        ("Imports were $5 billion (60%) from Norway, and $3 billion from the EU.", ["Norway", "EU"]),
        ("Norway's exports, which had long been falling, made $5 billion.", [""]),
        ("Exports rose to $5 billion, less than Peru's $6 billion.", ["", "Peru"]),
        ("Accounting for $5 billion of all sales, Peru came first.", ["Peru"]),
        ("Accounting for $5 billion of all sales, Peru, Chile and Oman came first.", [""]),
    ],
)
def test_the_area_right_at_a_figure(text: str, areas: list[str]) -> None:
    reading, line = _read(text)
    figures = [figure for figure in reading.page.figures if figure.kind == "amount"]
    assert [_name(line, claimed(line, figure, reading.words)[0]) for figure in figures] == areas


def test_a_flow_word_behind_the_figure_tells_it() -> None:
    reading, line = _read("Of this, $5 million was Norway's exports to Peru and $3 million was Peru's exports to Norway.")
    first, second = line.places("flow")
    assert [flow_told(line, figure, first, reading.words) for figure in reading.page.figures] == [first, second]


@pytest.mark.parametrize(
    ("text", "owner", "how"),
    [
        ("Norway's exports made $5 billion.", "Norway", "beside"),
        ("Norway's exports rose by 4 per cent to $5 billion.", "Norway", "on"),
        ("Norway's exports to Peru, the best of all exports of fish, made $5 billion.", "Norway", "back"),
        ("Norway came second, importing fish for $5 billion.", "Norway", "acts"),
        ("Total exports made $5 billion.", "", "none"),
        ("Importing fish for $5 billion, Norway came second.", "Norway", "participle"),
        ("Trade grew, with Norway exporting fish for $5 billion.", "Norway", "beside"),
        ("Trade grew, with Norway enjoying a surplus of $5 billion.", "Norway", "runs"),
        ("Peru's fish bought by Norway made $5 billion.", "Norway", "by"),
        ("Peru's fish bought by Norway and Chile made $5 billion.", "", "none"),
        ("Norway ran a surplus of $5 billion.", "Norway", "runs"),
        ("Norway's exports went to Peru ($3 billion), Chile ($5 billion) and Spain ($2 billion).", "Norway", "beside"),
        ("Norway has come to run a surplus of $5 billion.", "Norway", "holds"),
        ("Norway has also seen a rise in fish imports to $5 billion.", "Norway", "has"),
        ("Norway is the first market for fish exports of $5 billion.", "Norway", "subject"),
        ("With Norway there is room: last year it imported fish for $5 billion.", "Norway", "acts"),
        ("Norway, Peru and Chile exported fish for $5 billion.", "", "none"),
    ],
)
def test_whose_flow_a_figure_tells(text: str, owner: str, how: str) -> None:
    reading, line = _read(text)
    figure = next(figure for figure in reading.page.figures if figure.kind == "amount")
    at, told = owner_told(line, figure, line.places("flow")[-1], reading.words)
    assert (_name(line, at), told) == (owner, how)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Norway lags behind Peru, which exported fish for $5 billion.", "Peru"),
        ("Norway lags behind Chile and Peru, which exported fish for $5 billion.", ""),
        ("Norway caught the fish which it exported for $5 billion.", "Norway"),
        ("LIMA - Chile has exported fish for $5 billion.", "Chile"),
        ("LIMA, May 4 (Andina) - Chile, a neighbour, exported fish for $5 billion.", "Chile"),
        ("LIMA - Firms of Chile exported fish for $5 billion.", ""),
    ],
)
def test_a_clause_has_the_area_at_its_head_or_before_it_for_a_subject(text: str, subject: str) -> None:
    reading, line = _read(text)
    assert _name(line, subject_at(line, line.places("flow")[-1], reading.words)) == subject


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Norway's exports made $5 billion, lower than Peru's $6 billion.", "rival"),
        ("Exports to Norway fell, and Peru's $6 billion rose.", "possessor"),
        ("Exports went to Norway ($5 billion), then to Peru's $6 billion.", "before"),
    ],
)
def test_how_an_area_stands_at_its_figure(text: str, how: str) -> None:
    reading, line = _read(text)
    assert claimed(line, reading.page.figures[-1], reading.words)[1] == how


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Fish was exported to Norway ($5 billion), Peru ($3 billion, up 5%) and Chile ($2 billion).", "partner"),
        ("Exports of Norway ($5 billion) and Chile ($2 billion) rose.", "owner"),
        ("Exports were led by fish, ahead of Chile ($2 billion).", ""),
    ],
)
def test_the_members_of_a_list_stand_for_the_end_that_its_head_does(text: str, end: str) -> None:
    reading, line = _read(text)
    at, _ = claimed(line, reading.page.figures[-1], reading.words)
    assert (_name(line, at), mate(line, at, line.places("flow")[0], reading.words)) == ("Chile", end)


@pytest.mark.parametrize(
    ("text", "back"), [("Exports to it fell.", True), ("Exports there fell.", True), ("Exports to Peru fell.", False)]
)
def test_a_partner_may_be_one_named_before(text: str, back: bool) -> None:
    assert back_told(*_at_flow(text)) == back


def test_members_of_a_group_stand_for_it() -> None:
    reading, line = _read("The EU's exports to Peru grew, led by Greece ($5 million).")
    found = candidates(reading, reading.page.figures[0], "exports", line.places("flow")[0])
    thirds = {(candidate.value, cue) for candidate in found for cue in candidate.cues if cue.startswith("third=ref.kept")}
    assert thirds == {(("GR", "PE"), "third=ref.kept.owner")}


def test_a_pair_stands_to_the_main_one_and_its_flow() -> None:
    reading, _ = _read("Norway's exports to Peru made $5 billion. Norway's imports from Peru made $3 billion.")
    assert (reading.main_pair, reading.main_flow) == (("NO", "PE"), "exports")
    first, second = reading.page.figures
    for figure, flow, stands in ((first, "exports", "main"), (second, "imports", "other")):
        at = reading.page.lines[figure.sentence].places("flow")[0]
        pair = next(found for found in candidates(reading, figure, flow, at) if found.value == ("NO", "PE"))
        assert f"frame=owner.partner.{stands}.flow" in pair.cues


def test_partner_and_world_behind_a_flow_word() -> None:
    reading, line = _read("Exports to Peru made $5 billion.")
    assert _name(line, partner_told(line, reading.page.figures[0], 0, reading.words)) == "Peru"
    reading, line = _read("It imported fish from Peru and sold $5 million worth of it.")
    assert _name(line, partner_told(line, reading.page.figures[0], line.places("flow")[0], reading.words)) == "Peru"
    reading, line = _read("It imported fish from Peru and from Chile for $5 million.")
    assert partner_told(line, reading.page.figures[0], line.places("flow")[0], reading.words) == -1
    reading, line = _read("Exports to its global customers made $5 billion.")
    assert world_told(line, 0, reading.words)
    assert not world_told(*_at_flow("Exports to Peru made $5 billion."))


def test_an_adjective_says_where_goods_bought_by_another_come_from() -> None:
    reading, line = _read("Chilean goods bought by Peru made $5 million.")
    found = candidates(reading, reading.page.figures[0], "imports", line.places("flow")[0])
    pairs = {one.value: one.cues for one in found}
    assert "partner=kept" in pairs["PE", "CL"]
    assert "owner.by=other" in pairs["CL", "PE"]


def _at_flow(text: str) -> tuple[Line, int, CueWords]:
    reading, line = _read(text)
    return line, line.places("flow")[0], reading.words


def test_bound_goods_go_to_the_area_and_are_not_its_own() -> None:
    line, at, words = _at_flow("Norway-bound exports made $5 billion.")
    assert (_name(line, partner_at(line, at, words)), owner_at(line, at, words)) == ("Norway", -1)


def test_a_subject_begins_its_clause() -> None:
    line, at, words = _at_flow("In May, Norway saw a rise in exports to $5 billion.")
    assert _name(line, subject_at(line, at, words)) == "Norway"
    line, at, words = _at_flow("With Norway there was a rise in exports to $5 billion.")
    assert subject_at(line, at, words) == -1


def test_the_main_pair_is_whom_most_flow_words_name() -> None:
    reading, _ = _read(
        "Norway's exports to Peru made $5 billion. Norway's imports from Peru made $3 billion. Chile's exports fell."
    )
    assert reading.main_pair == ("NO", "PE")


def test_a_certain_owner_silences_what_is_usual() -> None:
    reading, _ = _read("Norway's exports to Peru made $5 billion. Chile's exports made $3 billion.")
    figure = reading.page.figures[1]
    line = reading.line(figure)
    found = candidates(reading, figure, "exports", line.places("flow")[0])
    assert {candidate.value for candidate in found if "owner.beside=kept" in candidate.cues} >= {("CL", "PE"), ("CL", "WLD")}
    assert not any(cue.startswith("ref.carried.") for candidate in found for cue in candidate.cues)


def test_the_country_of_a_continent_is_the_latest_named_there() -> None:
    found = find_areas("Peru and Norway traded more, and then the South American country sold fish to the European country.")
    assert [mention.code for mention in found] == ["PE", "NO", "PE", "NO"]


def test_whose_flow_it_is_may_stay_unknown_but_not_with_whom() -> None:
    reading, _ = _read("Imports from Peru rose to $5 million.")
    figure = reading.page.figures[0]
    found = [candidate for candidate in candidates(reading, figure, "imports", 0) if candidate.value[0] is None]
    assert {candidate.value for candidate in found} == {(None, "PE")}
    assert {"nobody.areas=0", "partner=kept"} <= set(found[0].cues)


def test_a_home_outside_the_main_pair_is_no_newcomer() -> None:
    text = "Exports of Peru to Norway made $5 billion. Chile's exports made $3 billion."
    reading = read_through(Document(text=text, source_id="own", language="en"))
    reading.home = "CL"
    figure = reading.page.figures[1]
    found = candidates(reading, figure, "exports", reading.line(figure).places("flow")[0])
    assert any("frame=home.world.here" in candidate.cues for candidate in found if candidate.value == ("CL", "WLD"))


def test_a_partner_is_not_taken_for_the_owner() -> None:
    reading, _ = _read("Imports from Peru rose to $5 million.")
    found = candidates(reading, reading.page.figures[0], "imports", 0)
    assert {candidate.value for candidate in found if candidate.barred} == {("PE", "WLD")}


def test_imports_of_foreign_goods_come_from_there() -> None:
    reading, line = _read("Imports of Peruvian fish into Norway made $5 billion.")
    at = line.places("flow")[0]
    assert [_name(line, place(line, at, reading.words)) for place in (owner_at, partner_at)] == ["Norway", "Peruvian"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Norway cut Chilean fish imports by 40% in 2025.", ("NO", "CL")),
        ("Norway cut Chile's fish imports by 40% in 2025.", None),
        ("Chilean fish imports fell by 40% in 2025.", None),
    ],
)
def test_an_adjective_is_where_another_s_imports_come_from(text: str, kept: tuple[str, str] | None) -> None:
    reading, line = _read(text)
    found = candidates(reading, reading.page.figures[0], "imports", line.places("flow")[-1])
    assert {pair.value for pair in found if {"partner=kept", "owner.acts=kept"} <= set(pair.cues)} == ({kept} if kept else set())


def test_what_stands_for_a_region_is_tied_by_its_place() -> None:
    reading = _read("Trade of Norway with Kursk Oblast and Tula Oblast grew. In all, $5 million was in exports from the region.")[
        0
    ]
    figure = reading.page.figures[0]
    line = reading.line(figure)
    found = candidates(reading, figure, "exports", line.places("flow")[0])
    assert {pair.value[0] for pair in found if "owner.from=kept" in pair.cues} == {"RU-TUL"}
    assert {pair.value[0] for pair in found if "owner.from=broken" in pair.cues} >= {"NO"}


def test_a_list_with_one_figure_claims_it_as_a_whole() -> None:
    reading, line = _read("Exports to Norway, Peru, Chile and Kenya were $5 billion.")
    cues = {pair.value[1]: pair.cues for pair in candidates(reading, reading.page.figures[0], "exports", line.places("flow")[0])}
    assert "claim.before=other" in cues["NO+PE+CL+KE"]
    assert "claim.before=broken" in cues["KE"]


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("Peru bought $5 million worth of Chilean goods.", "Chilean"),
        ("Peru sold $5 million worth of tea to Chile.", "Chile"),
        ("Purchases made $5 million, and tea of Chilean make was dear.", ""),
        ("Imports of $5 million came, and Chilean goods were dear.", ""),
    ],
)
def test_goods_worth_so_much_have_their_origin_behind_the_figure(text: str, partner: str) -> None:
    reading, line = _read(text)
    assert _name(line, partner_at(line, line.places("flow")[0], reading.words)) == partner
