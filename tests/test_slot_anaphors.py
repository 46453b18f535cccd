"""Words that stand for areas: which lists, which countries; how the two areas of a pair meet in the text."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.anaphors import several, single
from parsers.observations.slots.areas import candidates


def _read(text: str, home: str | None = None) -> Reading:
    reading = read_through(Document(text=text, source_id="own", language="en"))
    reading.home = home
    return reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chile, Peru and Norway met. Sales to these three countries rose.", "CL+PE+NO"),
        ("Chile, Peru and Norway are named as buyers and these three countries paid.", "CL+PE+NO"),
        ("Of Chile, Peru and Norway only Kenya spoke. Sales to these three countries rose.", "CL+PE+NO"),
        ("Chile, Peru and Norway met. Sales to these four countries rose.", None),
        ("Chile, Peru and Norway met." + " It rained." * 20 + " Sales to all three countries rose.", None),
        ("Chile, Peru and Norway met." + " It rained." * 6 + " Sales to all three countries rose.", "CL+PE+NO"),
        ("Chile, Peru and Norway met." + " It rained." * 6 + " Sales to these countries rose.", None),
    ],
)
def test_a_list_is_the_one_of_that_number(text: str, code: str | None) -> None:
    reading = _read(text)
    sentence, at, mention = reading.areas[-1]
    assert next(iter(several(reading, sentence, at, mention.value)), None) == code


def test_the_country_may_be_the_latest_the_main_one_or_the_publisher_s() -> None:
    reading = _read("Peru's exports to Chile rose. Peru and Norway met. The country gained.", home="KE")
    sentence, at, mention = reading.areas[-1]
    meant = single(reading, sentence, at, mention.value)
    assert meant == {
        "NO": ["one.latest"],
        "PE": ["one.owner", "one.most", "one.first", "one.topic"],
        "CL": ["one.partner"],
        "KE": ["one.home"],
    }


def test_the_region_may_be_a_list_of_countries() -> None:
    reading = _read("Sales to Kenya, Uganda, Rwanda and Burundi fell. Imports from the region rose.")
    sentence, at, mention = reading.areas[-1]
    assert single(reading, sentence, at, mention.value) == {"KE+UG+RW+BI": ["one.listed"]}


def test_the_region_may_be_a_part_of_the_world() -> None:
    reading = _read("Norway's sales to the Middle East fell. Peru paid. Imports from the region rose.", home="NO")
    sentence, at, mention = reading.areas[-1]
    assert single(reading, sentence, at, mention.value) == {"G-MIDDLE-EAST": ["one.group"]}


def test_neighbours_are_those_named_one_by_one() -> None:
    reading = _read("Sales to Kenya, Uganda, Rwanda and Burundi fell. Trade with neighbouring countries made $5 million.")
    pairs = {found.value: found.cues for found in candidates(reading, reading.page.figures[0], "turnover", 0)}
    assert any("KE+UG+RW+BI" in pair and any(cue.endswith(".spelt.out") for cue in cues) for pair, cues in pairs.items())


def test_two_countries_are_no_quantity() -> None:
    reading = _read("Chile, Peru and Norway met. Trade of the two countries made $5 million.")
    assert reading.page.skeleton(1) == "<flow> of <area> made <amount> ."
    pairs = {found.value: found.cues for found in candidates(reading, reading.page.figures[0], "turnover", 0)}
    assert "both=kept" in pairs["PE", "NO"]
    assert "both=half" in pairs["CL", "NO"]


def test_a_pair_was_named_together_some_sentences_ago() -> None:
    reading = _read("Chile met Peru. Norway watched. Trade made $5 million.")
    pairs = {found.value: found.cues for found in candidates(reading, reading.page.figures[0], "turnover", 0)}
    assert "met=1" in pairs["CL", "PE"]
    assert "met=never" in pairs["CL", "NO"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Norway met Peru. Peru's foreign trade made $5 million.", "whole=outward.world.owned"),
        ("Norway met Peru. Its overall exports made $5 million.", "whole=total.world.loose"),
        ("Norway met Peru. Their bilateral trade made $5 million.", "whole=mutual.world.loose"),
    ],
)
def test_a_flow_is_told_of_the_whole_or_of_two_sides(text: str, cue: str) -> None:
    reading = _read(text)
    figure = reading.page.figures[0]
    flow_at = reading.line(figure).places("flow")[0]
    pairs = [found.cues for found in candidates(reading, figure, "turnover", flow_at) if found.value == ("PE", "WLD")]
    assert any(cue in cues for cues in pairs)
    assert all("scope=1.world.carried" in cues for cues in pairs)


@pytest.mark.parametrize(
    ("text", "value", "cue"),
    [
        ("Norway's sales to Peru rose. Imports made $5 million.", ("NO", "PE"), "resumed=1.here.kept"),
        ("Norway's sales to Peru rose.\n\nImports made $5 million.", ("NO", "WLD"), "resumed=1.apart.world"),
        ("Norway's sales to Peru rose. Imports made $5 million.", ("NO", "PE"), "resumed.plain=kept"),
        ("Norway's sales to Peru rose. Its exports fell. Imports made $5 million.", ("NO", "PE"), "resumed=none.here.other"),
    ],
)
def test_a_flow_without_areas_goes_on_from_the_last_one(text: str, value: tuple[str, str], cue: str) -> None:
    reading = _read(text)
    pairs = {found.value: found.cues for found in candidates(reading, reading.page.figures[0], "imports", 0)}
    assert cue in pairs[value]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Chile, Peru and Norway met. Kenya's sales to these countries made $5 million.", "several=other.partner"),
        ("Chile and Peru met. Kenya's sales to the two countries made $5 million.", ""),
        ("Chile and Peru met. Kenya's sales to Chile made $5 million.", ""),
    ],
)
def test_words_for_several_areas_mark_the_pairs_with_them(text: str, cue: str) -> None:
    reading = _read(text)
    figure = reading.page.figures[-1]
    found = candidates(reading, figure, "exports", reading.line(figure).places("flow")[0])
    marks = {(one.value[1], mark) for one in found for mark in one.cues if mark.startswith("several=")}
    assert {mark for code, mark in marks if code == "CL+PE+NO"} == ({cue} if cue else set())
    assert (("WLD", "several=none.world") in marks) == bool(cue)


def test_the_country_may_be_the_first_of_the_text() -> None:
    reading = _read("Kenya counts its trade. Peru and Norway bought more. The country sent goods abroad.")
    sentence, at, mention = reading.areas[-1]
    assert "one.first" in single(reading, sentence, at, mention.value)["KE"]
