"""How exact a number claims to be."""

import pytest

from parsers.lexicon import section
from parsers.mentions.numbers import scan_numbers


@pytest.mark.parametrize("example", section("en", "hedges")["examples"])
def test_the_language_file_says_the_bound_of_each_example(example):
    bound, text = example.split(": ", 1)
    assert [mention.value.bound for mention in scan_numbers(text)] == [bound]


@pytest.mark.parametrize("kind", ["before", "after"])
@pytest.mark.parametrize("bound", ["about", "below", "above"])
def test_every_hedge_word_says_its_bound(kind, bound):
    for word in section("en", "hedges")[kind][bound]:
        text = f"worth {word} $5 million" if kind == "before" else f"worth $5 million {word} now"
        assert [mention.value.bound for mention in scan_numbers(text)] == [bound], word


def test_the_place_of_the_hedge_is_kept():
    text = "It was a little over $5 million."
    start, end = scan_numbers(text)[0].value.hedge
    assert text[start:end].strip() == "a little over"


@pytest.mark.parametrize(
    "text", ["It edged up to $5 million.", "It exceeded the $5 million of May.", "It came over; $5 million was lost."]
)
def test_what_only_looks_like_a_hedge_is_none(text):
    assert [mention.value.bound for mention in scan_numbers(text)] == ["exact"]
