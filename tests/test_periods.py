"""Periods named in running text: what is found, with which offsets, and which dates it means."""

from __future__ import annotations

import csv
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import lexicon
from parsers.mentions.period_resolve import PeriodContext, resolve
from parsers.mentions.periods import scan_periods
from parsers.model import Period

CORPUS = Path(__file__).parent / "corpus" / "en" / "periods.csv"
WORDINGS = lexicon.wordings("en", "periods", {
    part: lexicon.alternatives(lexicon.section("en", "periods")[table])
    for part, table in (
        ("month", "months"), ("ordinal", "ordinals"), ("count", "counts"),
        ("pointer", "pointers"), ("solar_month", "solar_months"),
    )
})  # fmt: skip
WORDS = [
    "the", "last", "same", "period", "of", "year", "1986", "2017-18", "FY24", "first", "five", "months", "May", "to",
    "(", ")", ",", "-", "March 21", "ago", "Iranian", "quarter", "H1", "'86", "ended on", "99", "this", "so far", "end",
]  # fmt: skip
HOSTILE = [
    "1-1-1-", "January-", "first ", "2017 ", "the year ", "1987/", "last ", "from January to ", "same ", "Jan. 1 - ", "'86 ",
    "FY24-", "January 1986 to ", "1,1,1,", "year to ", "the end of the ", "(", " ", "2017 first half ", "FY24 (FY24) ",
]  # fmt: skip


def cases() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def context(case: dict[str, str]) -> PeriodContext:
    month, _, first = (case["fiscal_start"] or "1-1").partition("-")
    start, _, end = case["anchor"].partition("/")
    anchor = Period(day(start), day(end)) if start else None
    return PeriodContext(day(case["published"]), fiscal_start=(int(month), int(first)), anchor=anchor)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['cohort']}: {case['text']}")
def test_a_sentence_names_one_period_with_these_dates(case: dict[str, str]) -> None:
    found = scan_periods(case["text"])
    assert [mention.text for mention in found] == ([case["mention"]] if case["mention"] else [])
    for mention in found:
        assert resolve(mention.value, context(case)) == Period(day(case["start"]), day(case["end"]))


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.name)
def test_a_wording_is_found_in_its_examples_alone(wording: lexicon.Wording) -> None:
    form, bare = wording.name.partition(":")[0], "bare" in wording.pattern.groupindex
    for example in wording.examples:
        assert wording.pattern.search(example), example
        assert scan_periods(example, bare=bare), example
    for example in wording.counterexamples:
        assert form not in {m.value.form for m in scan_periods(example, bare=bare)} or not wording.pattern.search(example), (
            example
        )


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=25).map(" ".join))
def test_mentions_lie_in_the_text_in_order_and_resolve(text: str) -> None:
    anchor = Period(date(2016, 2, 29), date(2016, 2, 29))
    last = 0
    for mention in scan_periods(text):
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
        for given_context in (PeriodContext(), PeriodContext(date(2020, 2, 29), None, (7, 1), "end", anchor)):
            period = resolve(mention.value, given_context)
            assert period.start is None or period.end is None or period.start <= period.end


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "In 1985 it fell. In the first half of 1986 it rose. In 1987 it fell."
    (found,) = scan_periods(text, start=16, end=51)
    assert (found.text, found.start) == ("the first half of 1986", text.index("the first"))


@pytest.mark.parametrize(
    "text", ["in 1986 and 1985", "in 2022 and 2023", "in January and March", "the 1986, the 1987", "in May from a year earlier"]
)
def test_two_periods_side_by_side_are_two(text: str) -> None:
    assert len(scan_periods(text)) == 2


def test_flags_tell_the_reader_what_the_words_need() -> None:
    values = {
        m.text: m.value for m in scan_periods("in 2016, last year, a year earlier, the period under review, so far this year")
    }
    assert {text for text, value in values.items() if value.relative} == set(values) - {"2016"}
    assert {text for text, value in values.items() if value.anaphoric} == {"a year earlier", "the period under review"}
    assert [text for text, value in values.items() if value.comparative] == ["a year earlier"]
    assert [text for text, value in values.items() if value.open_end] == ["so far this year"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("the first five months", 5),
        ("H1 2022", 6),
        ("November-February", 4),
        ("FY24", 12),
        ("2010-2012", None),
        ("last ten years", 120),
    ],
)
def test_length_is_known_where_the_words_say_it(text: str, months: int | None) -> None:
    assert [m.value.length_months for m in scan_periods(text)] == [months]


@pytest.mark.parametrize(("text", "per"), [("a year", "P1Y"), ("annually", "P1Y"), ("per month", "P1M"), ("last year", None)])
def test_repetition_is_no_date(text: str, per: str | None) -> None:
    assert [m.value.per for m in scan_periods(f"worth $5 billion {text}")] == [per]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        scan_periods(text)
        return time.process_time() - begun

    seconds(1_000)
    # Quadratic growth would take 4,096 times the time for 64 times the text; linear growth stays far below this bound.
    assert seconds(64_000) < 2 * 64 * max(seconds(1_000), 0.02)
