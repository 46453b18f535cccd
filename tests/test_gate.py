"""What is passed over unread: texts without a trade word near a figure."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Document
from parsers.observations.gate import gate, worth_reading
from parsers.observations.read import read

RULES = gate("en")


@pytest.mark.parametrize("stem", RULES.stems)
def test_every_trade_word_opens_it_beside_a_figure_and_alone_does_not(stem: str) -> None:
    assert worth_reading(f"The {stem.upper()} grew 5%.", "en")
    assert not worth_reading(f"The {stem} grew.", "en")


@pytest.mark.parametrize(
    "figure",
    [
        "5%",
        "5 per cent",
        "5pc",
        "$5",
        "€ 7",
        "3.2 billion",
        "18.2-mln-dlr",
        "40 crore",
        "Rs 500",
        "2.4 times",
        "doubled",
        "twice",
        "five billion",
        "half of it",
        "up by half",
        "a third",
        "two-fifths",
        "threefold",
        "30.21b",
        "1,200 euros",
    ],
)
def test_every_shape_of_a_figure_opens_it(figure: str) -> None:
    assert worth_reading(f"Exports: {figure} of it", "en")
    assert not worth_reading(f"Weather: {figure} of it", "en")


@pytest.mark.parametrize("text", ["", "5%", "Exports in 2017", "Exports to 12 countries", "The 5th export fair"])
def test_without_both_nothing_is_read(text: str) -> None:
    assert not worth_reading(text, "en")
    assert read(Document("told", text)) == []


def test_a_figure_counts_only_near_the_word() -> None:
    near, far = "x" * (RULES.behind // 2), "x" * (RULES.behind + 20)
    assert worth_reading(f"exports {near} 5%", "en") and not worth_reading(f"exports {far} 5%", "en")
    assert worth_reading(f"5% {'x' * (RULES.before // 2)} exports", "en")
    assert not worth_reading(f"5% {'x' * (RULES.before + 20)} exports", "en")


@given(st.lists(st.sampled_from(["exports", "x" * 60, "5%", "trade", "$5 million", "rain"]), max_size=40))
def test_what_one_word_has_seen_is_not_lost_to_the_next(words: list[str]) -> None:
    text = " ".join(words)
    places = [at for stem in RULES.stems for at in range(len(text)) if text.startswith(stem, at)]
    wanted = any(RULES.figure.search(text, max(0, at - RULES.before), at + RULES.behind) for at in places)
    assert worth_reading(text, "en") == wanted


def test_many_trade_words_without_a_figure_cost_no_more_than_their_length() -> None:
    def seconds(length: int) -> float:
        text = "export 1,1,1, " * (length // 14)
        begun = time.process_time()
        assert not worth_reading(text, "en")
        return time.process_time() - begun

    seconds(10_000)
    assert seconds(400_000) < 40 * seconds(40_000) + 2
