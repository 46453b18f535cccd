"""The bundled corpus: every text has its source and its label, every label its sentence, and the table is what is read."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd
import pytest
import regex

from parsers.documents.entry import day
from parsers.tables.build import read_table
from parsers.tables.update import Request, build

ROOT = Path(__file__).parents[1]
PRESS, LABELS, SEEDS = ROOT / "data" / "press", ROOT / "data" / "labels" / "press", ROOT.parent / "shared" / "gold" / "seeds"
ENDS = regex.compile(r"(?<=[.!?”])\s+|\n+")


def texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(PRESS.glob("*.txt"))}


def known() -> list[dict[str, str]]:
    with (PRESS / "sources.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def labels() -> dict[str, dict[str, object]]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(LABELS.glob("*.json"))}


def test_every_text_has_one_line_in_sources_and_one_label() -> None:
    names = list(texts())
    assert [row["file"] for row in known()] == sorted(names)
    assert [f"{name}.txt" for name in labels()] == sorted(names)


def test_sources_are_whole() -> None:
    for row in known():
        assert list(row) == ["file", "url", "publisher", "published", "language", "title"]
        assert row["title"] and row["language"] == "en", row
        assert row["url"].startswith(("https://", "http://")) or not row["url"], row
        day(row["published"])
    assert sum(not row["url"] for row in known()) == 9
    assert all(row["publisher"] for row in known())


def test_a_folder_that_is_built_holds_texts_and_their_sources_alone() -> None:
    assert {path.suffix for path in PRESS.iterdir()} == {".txt", ".csv"}


def test_labels_stand_in_their_texts() -> None:
    found = texts()
    sentences = 0
    for name, label in labels().items():
        assert label["id"] == name
        for fact in label["facts"]:  # type: ignore[attr-defined]
            for key in ("sentence", "sentence2"):
                if fact.get(key):
                    assert fact[key] in found[f"{name}.txt"], (name, fact[key])
                    sentences += 1
    assert sentences > 450


def test_labels_and_sources_agree() -> None:
    by_file = {row["file"]: row for row in known()}
    for name, label in labels().items():
        row = by_file[f"{name}.txt"]
        assert [row[key] or None for key in ("url", "publisher", "published")] == [
            label[key] or None for key in ("url", "publisher", "published")
        ], name


def full_years() -> dict[tuple[str, str], set[float]]:
    """Values told of the actual trade of Belarus and an area in a calendar year, by area and year."""
    told: dict[tuple[str, str], set[float]] = defaultdict(set)
    for fact in (fact for label in labels().values() for fact in label["facts"]):  # type: ignore[attr-defined]
        start, end = str(fact["period_start"]), str(fact["period_end"])
        others = {fact["ref_area"], fact["counterpart_area"]} - {"BY"}
        whole = (start[4:], end[4:], start[:4]) == ("-01-01", "-12-31", end[:4]) and not fact["product"]
        if whole and len(others) == 1 and (fact["trade_flow"], fact["status"]) == ("turnover", "actual") and fact["obs_value"]:
            told[others.pop(), start[:4]].add(fact["obs_value"])
    return told


def test_twelve_regions_have_five_full_years_and_some_are_told_differently() -> None:
    told = full_years()
    years = Counter(area for area, _ in told)
    assert sum(count >= 5 for area, count in years.items() if area.startswith("RU-")) >= 12
    assert any(len(values) > 1 for values in told.values())


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not part of the project; they stand in ../shared")
def test_no_sentence_of_the_seeds_is_bundled() -> None:
    bundled = " ".join(" ".join(text.split()) for text in texts().values())
    sentences = {" ".join(part.split()) for path in SEEDS.glob("*.txt") for part in ENDS.split(path.read_text(encoding="utf-8"))}
    long = {sentence for sentence in sentences if len(sentence.split()) >= 6}
    assert len(long) > 80
    assert [sentence for sentence in long if sentence in bundled] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not part of the project; they stand in ../shared")
def test_the_figures_of_the_seeds_are_bundled() -> None:
    retold = [
        "kursk-2012-customs-union",
        "kursk-2017-nine-months",
        "krasnoyarsk-2011-kuznetsov",
        "kursk-2014-mikhailov",
        "regions-2018-forum",
    ]
    for seed, name in zip(sorted(SEEDS.glob("*.json")), retold, strict=True):
        theirs, ours = json.loads(seed.read_text(encoding="utf-8"))["facts"], labels()[name]["facts"]
        wording = {"sentence", "note"}
        assert [{k: v for k, v in fact.items() if k not in wording} for fact in theirs] == [
            {k: v for k, v in fact.items() if k not in wording}
            for fact in ours  # type: ignore[attr-defined]
        ]


def test_the_bundled_table_is_what_is_read(tmp_path: Path) -> None:
    build(Request((PRESS,), tmp_path / "observations.csv"), pytest.fail, lambda total: lambda done: None)
    pd.testing.assert_frame_equal(read_table(tmp_path / "observations.csv"), read_table(ROOT / "data" / "observations.csv"))
    assert (tmp_path / "observations.csv").read_bytes() == (ROOT / "data" / "observations.csv").read_bytes()
