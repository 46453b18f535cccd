"""The written lessons: every label stands in its text, and the scanners see what it says."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from parsers.codelists import data_folder
from parsers.observations.scan import read_through
from parsers.training.align import align
from parsers.training.collections import LESSONS as WEIGHTS
from parsers.training.collections import WRITTEN, examples, gather
from parsers.training.labels import Labelled, load_set

FOLDER = data_folder() / "labels" / WRITTEN
LESSONS = load_set(FOLDER)
FLOWS = {"turnover", "exports", "imports", "balance"}
# Shares and rates whose percent word is left out or told in coins and euros, amounts whose scale or currency stands in a heading
# or another speaker's words, dollars of small islands, a sign before the currency: all that no scanner sees yet.
UNSEEN = {
    "accra-non-traditional-2025": 2,
    "addis-customs-2016-imports": 1,
    "adygea-cheese-2023": 1,
    "afcfta-column-two-clocks": 2,
    "apia-central-bank-september": 3,
    "ashgabat-ankara-bar-set-undated": 1,
    "banjul-groundnut-budget-reply": 1,
    "basque-machine-tools": 1,
    "bavaria-hyogo-chamber-letter-2019": 1,
    "beijing-gac-may-2025-dollars": 1,
    "bishkek-mutual-trade-2021": 1,
    "bonn-institutes-outlook-1978": 1,
    "british-chamber-bangkok-newsletter-undated": 1,
    "budapest-turn-west-1989-1992-history": 1,
    "bunbury-spodumene-comedown-2025": 1,
    "cantho-shrimp-october-september-august-2022": 1,
    "colombo-tea-iran-debt-barter-undated": 1,
    "daejeon-twenty-days-2024": 1,
    "dairy-globe-whey-and-caseinate-eu-algeria-2025": 1,
    "dhaka-graduation-seminar": 1,
    "dhaka-growth-of-three-decades-column-undated": 1,
    "dhaka-tokyo-epa-signing-2026": 5,
    "dhaka-washington-tariff-talks-rivals-2025": 1,
    "dresden-bohemia-border-chambers-2008": 1,
    "dublin-morning-radio-2024": 1,
    "gravity-blog-andorra-iceland-2022": 1,
    "hanoi-delhi-dhaka-rivals-column-undated": 7,
    "hd-india-buys-fertilizers-third-2025": 1,
    "hyderabad-granite-2011": 1,
    "interview-tbilisi-wine-agency-russia-habit-2025": 1,
    "islamabad-usa-surplus-tariff-column-2025": 1,
    "kathmandu-customs-november-2025": 1,
    "kathmandu-open-border-column": 1,
    "kostroma-brest-undated": 1,
    "lilongwe-dollar-famine": 1,
    "lusaka-copper-price-halves-earnings-undated": 1,
    "manitoba-letter-canola-meal": 1,
    "mashhad-dogharoun-afghans-2021-2022": 1,
    "monterrey-guanajuato-auto-parts-us-2024": 1,
    "montevideo-export-blog-2024": 2,
    "murcia-lemon-campaign-local": 1,
    "nairobi-avocado-shanghai": 1,
    "ohio-canada-jobs-factsheet-2017": 1,
    "petersburg-consulate-2019": 1,
    "port-sudan-gold-livestock-2024": 1,
    "pretoria-bullion-half-1978": 1,
    "queensland-beef-korea-country-paper-2019": 1,
    "riga-foreign-trade-table": 5,
    "samara-back-2011": 1,
    "seoul-twenty-days-february-2025": 2,
    "suitland-us-goods-services-may-2024": 6,
    "suva-breakfast-radio": 2,
    "tashkent-pakistan-rail-imports-2024": 1,
    "think-tank-note-visegrad-battery-imports-2024": 1,
    "tunis-ins-ten-months-2024": 11,
    "tyumen-exporters-club-undated": 1,
    "ulaanbaatar-china-share": 2,
    "windhoek-trade-in-words": 3,
    "yaounde-cemac-2017": 1,
}


def test_every_text_has_its_label_and_its_line_in_sources() -> None:
    texts = {path.stem for path in FOLDER.glob("*.txt")}
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as handle:
        listed = {row["file"].removesuffix(".txt") for row in csv.DictReader(handle)}
    assert texts == listed == {lesson.document.source_id for lesson in LESSONS}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.document.source_id)
def test_a_label_says_what_its_text_says(lesson: Labelled) -> None:
    text = " ".join(lesson.document.text.split())
    for fact in lesson.facts:
        assert " ".join(fact["sentence"].split()) in text
        assert " ".join((fact.get("sentence2") or "").split()) in text
        assert fact["trade_flow"] in FLOWS
        assert fact["status"] in {"actual", "forecast", "target"}
        assert any(fact.get(key) is not None for key in ("obs_value", "change_pct", "share_pct"))
        assert (fact["period_start"] or "") <= (fact["period_end"] or "9999")


def test_the_scanners_see_what_is_labelled() -> None:
    missed: Counter[str] = Counter()
    for lesson in LESSONS:
        found = align(lesson, read_through(lesson.document)).facts.values()
        seen = {id(fact) for facts in found for fact in facts}
        missed[lesson.document.source_id] += sum(id(fact) not in seen for fact in lesson.facts)
    assert +missed == UNSEEN


def test_lessons_are_learnt_from_and_weigh_less() -> None:
    found = gather(None)
    assert {labelled.collection for labelled in found} == {"digests", WRITTEN}
    lessons = [labelled for labelled in found if labelled.collection == WRITTEN][:2]
    digests = [labelled for labelled in found if labelled.collection == "digests"][:2]
    assert [example.weight for example in examples([*digests, *lessons])] == [1.0, 1.0, WEIGHTS[WRITTEN], WEIGHTS[WRITTEN]]
