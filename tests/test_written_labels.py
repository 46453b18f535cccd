"""The written lessons: every label stands in its text, and the scanners see what it says."""

from __future__ import annotations

import csv

import pytest

from parsers.codelists import data_folder
from parsers.observations.scan import read_through
from parsers.training.align import align
from parsers.training.collections import LESSON, WRITTEN, examples, gather
from parsers.training.labels import Labelled, load_set

FOLDER = data_folder() / "labels" / WRITTEN
LESSONS = load_set(FOLDER)
FLOWS = {"turnover", "exports", "imports", "balance"}
# Shares and rates without a percent word ("34 cents of every dollar", "up by half"): no scanner reads them yet.
UNSEEN = 0.02


def test_every_text_has_its_label_and_its_line_in_sources() -> None:
    texts = {path.stem for path in FOLDER.glob("*.txt")}
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as handle:
        listed = {row["file"].removesuffix(".txt") for row in csv.DictReader(handle)}
    assert texts == listed == {lesson.document.source_id for lesson in LESSONS}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.document.source_id)
def test_a_label_says_what_its_text_says(lesson: Labelled) -> None:
    for fact in lesson.facts:
        assert fact["sentence"] in lesson.document.text
        assert (fact.get("sentence2") or "") in lesson.document.text
        assert fact["trade_flow"] in FLOWS
        assert fact["status"] in {"actual", "forecast", "target"}
        assert any(fact.get(key) is not None for key in ("obs_value", "change_pct", "share_pct"))
        assert (fact["period_start"] or "") <= (fact["period_end"] or "9999")


def test_the_scanners_see_what_is_labelled() -> None:
    facts = [fact for lesson in LESSONS for fact in lesson.facts]
    aligned = [align(lesson, read_through(lesson.document)).facts.values() for lesson in LESSONS]
    seen = {id(fact) for document in aligned for found in document for fact in found}
    missed = [fact["sentence"] for fact in facts if id(fact) not in seen]
    assert len(missed) <= UNSEEN * len(facts), missed


def test_lessons_are_learnt_from_and_weigh_less() -> None:
    found = gather(None)
    assert {labelled.collection for labelled in found} == {"digests", WRITTEN}
    lessons = [labelled for labelled in found if labelled.collection == WRITTEN][:2]
    digests = [labelled for labelled in found if labelled.collection == "digests"][:2]
    assert [example.weight for example in examples([*digests, *lessons])] == [1.0, 1.0, LESSON, LESSON]
