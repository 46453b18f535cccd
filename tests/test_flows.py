"""Flow words in running text: exports, imports, turnover, balances, and what only looks like trade."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.lexicon import section
from parsers.mentions.flows import NAME, scan_flows

CORPUS = Path(__file__).parent / "corpus" / "en" / "flows.csv"
WORDS = [
    "trade",
    "exports",
    "and",
    "imports",
    "deficit",
    "balance",
    "of",
    "the",
    "turnover",
    "-",
    "bilateral",
    "gap",
    "in",
    "sold",
]


def cases() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['cohort']}: {case['text']}")
def test_a_sentence_holds_this_flow_word(case: dict[str, str]) -> None:
    found = [(mention.text, mention.kind, mention.value) for mention in scan_flows(case["text"])]
    assert [text for text, _, _ in found] == ([case["mention"]] if case["mention"] else [])
    for _, kind, value in found:
        if case["flow"] == "none":
            assert (kind, value.flow, value.sign) == ("mock", "", 0)
        else:
            assert (kind, value.flow, value.sign, value.weight) == ("flow", case["flow"], int(case["sign"]), case["weight"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The current account, which covers trade in goods and services, was large.", ["mock"]),
        ("The current account includes both visible trade and transfers.", ["mock"]),
        ("The invisibles balance, which measures the trade in services, improved.", ["mock"]),
        ("The current account includes the trade surplus of May.", ["mock", "flow"]),
        ("The current account improved as trade in goods grew.", ["mock", "flow"]),
    ],
)
def test_what_an_account_covers_is_no_flow_of_its_own(text: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in scan_flows(text)] == kinds


def test_the_corpus_knows_every_flow_and_weight() -> None:
    assert {case["flow"] for case in cases()} == {"turnover", "exports", "imports", "balance", "none", ""}
    assert {(case["flow"], case["sign"]) for case in cases()} >= {("balance", "1"), ("balance", "-1"), ("balance", "0")}
    assert {case["weight"] for case in cases()} == {"noun", "verb", "loose", ""}


def test_two_flows_side_by_side_are_two_unless_they_are_one_whole() -> None:
    apart = [mention.value.flow for mention in scan_flows("Exports to Oman rose and imports from there fell.")]
    assert apart == ["exports", "imports"]
    assert [mention.value.flow for mention in scan_flows("Exports and imports rose.")] == ["turnover"]


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "Trade rose. Exports fell. Imports rose."
    (found,) = scan_flows(text, start=12, end=25)
    assert (found.text, found.start, found.end) == ("Exports", 12, 19)


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=30).map(" ".join))
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for mention in scan_flows(text):
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.kind == ("flow" if mention.value.flow else "mock")
        last = mention.end


def test_every_wording_of_the_language_file_names_its_flow() -> None:
    for entry in section("en", "flows")["wordings"]:
        found = list(scan_flows(entry["examples"][0]))[:1]
        if entry["weight"] == NAME:
            assert not found, entry["name"]
            continue
        (whole,) = found
        assert (whole.value.flow, whole.value.sign) == (entry["flow"], entry["sign"]), entry["name"]
