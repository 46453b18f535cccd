"""The story of a reading: mentions, skeleton, roles, candidates and rows, as plain values."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parsers
from parsers.tables.schema import NAMES

TEXT = (
    "BelTA: a talk in Minsk\n\nIn 2017 trade between Belarus and Kaluga Oblast came to $412 million, up 18.5% from 2016. "
    "Exports were about 300 million roubles (€4.3 million) and will double. Pencils cost $5."
)
SLOTS = {"rate", "fact", "period", "areas", "product", "status"}


@pytest.fixture(scope="module")
def story() -> dict[str, Any]:
    return parsers.explain(TEXT, published="2018-02-12", publisher="BelTA", url="https://a.by/1", title="A talk")


def test_it_is_one_json_object(story: dict[str, Any]) -> None:
    assert set(story) == {"mentions", "skeleton", "roles", "slots", "rows", "kept", "passed_over"}
    assert json.loads(json.dumps(story, allow_nan=False)) == story


def test_mentions_have_kind_place_text_and_value(story: dict[str, Any]) -> None:
    for mention in story["mentions"]:
        assert set(mention) == {"kind", "start", "end", "text", "value"}
        assert TEXT[mention["start"] : mention["end"]] == mention["text"]
    found = {(mention["kind"], mention["text"]) for mention in story["mentions"]}
    assert {
        ("period", "2017"),
        ("flow", "trade"),
        ("area", "Kaluga Oblast"),
        ("amount", "$412 million"),
        ("change", "18.5%"),
    } <= found
    assert [mention["start"] for mention in story["mentions"]] == sorted(mention["start"] for mention in story["mentions"])


def test_the_skeleton_has_a_line_a_sentence(story: dict[str, Any]) -> None:
    lines = story["skeleton"].split("\n")
    assert lines[1] == "in <period> <flow> between <area> and <area> came to <amount> , up <change> from <period> ."
    assert len(lines) == 4


def test_slots_show_their_candidates_best_first_with_one_chosen(story: dict[str, Any]) -> None:
    assert {slot["slot"] for slot in story["slots"]} <= SLOTS
    for slot in story["slots"]:
        assert TEXT[slot["figure_start"] :].startswith(slot["figure"])
        assert 0 <= slot["probability"] <= 1
        scores = [candidate["score"] for candidate in slot["candidates"]]
        assert scores == sorted(scores, reverse=True)
        assert sum(candidate["chosen"] for candidate in slot["candidates"]) == 1
        for candidate in slot["candidates"]:
            assert set(candidate) == {"text", "start", "end", "value", "cues", "score", "chosen"}
            assert candidate["text"] == (TEXT[candidate["start"] : candidate["end"]] if candidate["start"] >= 0 else "")
            assert all(isinstance(cue, str) for cue in candidate["cues"])


def test_what_the_sentence_denies_is_barred_and_the_unnamed_owner_is_known_for_what_it_is() -> None:
    found = parsers.explain("Imports from Peru rose to $5 million in 2023.")
    (areas,) = [slot for slot in found["slots"] if slot["slot"] == "areas"]
    barred = [candidate for candidate in areas["candidates"] if candidate["cues"][0] == "barred"]
    assert {tuple(candidate["value"]) for candidate in barred} == {("PE", "WLD")}
    assert not any(candidate["chosen"] for candidate in barred)
    (row,) = found["rows"]
    assert (row["ref_area"], row["counterpart_area"]) == (None, "PE")
    assert "area=stated" in row["known"]


def test_every_figure_has_a_slot_that_says_whether_it_is_a_fact(story: dict[str, Any]) -> None:
    figures = {mention["start"]: mention["kind"] for mention in story["mentions"] if mention["kind"] in ("amount", "change")}
    first = {slot["figure_start"]: slot["slot"] for slot in reversed(story["slots"])}
    assert {start: "rate" if kind == "change" else "fact" for start, kind in figures.items()} == first


def test_rows_are_those_of_the_table_and_say_whether_they_are_kept(story: dict[str, Any]) -> None:
    table = parsers.extract(
        TEXT, "2018-02-12", "BelTA", url="https://a.by/1", title="A talk", source_id="explain", min_confidence=0
    )
    assert [list(row) for row in story["rows"]] == [list(NAMES)] * len(table)
    assert [row["observation_id"] for row in story["rows"]] == table["observation_id"].tolist()
    kept = parsers.extract(TEXT, "2018-02-12", "BelTA", url="https://a.by/1", title="A talk", source_id="explain")
    assert [row["observation_id"] for row, sure in zip(story["rows"], story["kept"], strict=True) if sure] == kept[
        "observation_id"
    ].tolist()
    (main,) = [row for row in story["rows"] if row["obs_value"] == 412e6]
    assert (main["published"], main["period_start"], main["url"]) == ("2018-02-12", "2017-01-01", "https://a.by/1")


def test_roles_point_at_the_rows_and_into_the_text(story: dict[str, Any]) -> None:
    for role in story["roles"]:
        assert set(role) == {"row", "role", "start", "end"}
        assert 0 <= role["row"] < len(story["rows"]) and 0 <= role["start"] < role["end"] <= len(TEXT)
    for number, row in enumerate(story["rows"]):
        own = [{key: role[key] for key in ("role", "start", "end")} for role in story["roles"] if role["row"] == number]
        assert json.loads(row["mentions"]) == own


def test_it_explains_what_the_gate_would_pass_over() -> None:
    sold = "In 2020 Germany sold cars worth $9 billion to China."
    assert parsers.extract(sold, min_confidence=0).empty
    story = parsers.explain(sold)
    assert story["passed_over"]
    assert len(story["rows"]) == 1
    assert story["kept"] == [False]
    assert not parsers.explain(f"{sold} Exports rose.")["passed_over"]
    story = parsers.explain("Pencils cost $5 in Minsk.")
    assert story["skeleton"] == "pencils cost <amount> in <area> ."


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_story(text: str) -> None:
    story = parsers.explain(f"{text} Exports of Kenya: $5 million {text}")
    assert json.loads(json.dumps(story, allow_nan=False))["mentions"] == story["mentions"]
