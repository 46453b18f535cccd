"""A page: mentions placed without overlaps, sentences as tokens, and what stands between two of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import line, mention, page

from parsers.observations.page import PRECEDENCE, Line, Token, place

TEXT = "In 2012 it reached $73 million, up 23% from 2011; exports fell."
MENTIONS = [("period", "2012"), ("amount", "$73 million"), ("change", "23%"), ("period", "2011"), ("flow", "exports")]


def test_mentions_stand_for_their_text_in_the_skeleton() -> None:
    assert page(TEXT, MENTIONS).skeleton(0) == "in <period> it reached <amount> , up <change> from <period> ; <flow> fell ."


def test_tokens_keep_their_place_in_the_text() -> None:
    found = line(TEXT, MENTIONS).tokens
    assert all(token.mention is not None or TEXT[token.start : token.end].lower() == token.word for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join(TEXT[token.start : token.end] for token in found) == TEXT.replace(" ", "").replace("$73million", "$73 million")


def test_figures_are_numbered_through_the_whole_text() -> None:
    laid = page(
        "It came to $5 million. Then 23% and $7 million.", [("amount", "$5 million"), ("change", "23%"), ("amount", "$7 million")]
    )
    assert [(f.index, f.kind, f.sentence, f.token) for f in laid.figures] == [
        (0, "amount", 0, 3),
        (1, "change", 1, 1),
        (2, "amount", 1, 3),
    ]
    assert [(s, t, m.text) for s, t, m in laid.mentions("amount")] == [(0, 3, "$5 million"), (1, 3, "$7 million")]


WORDS = [
    ("Russia's region", ["russia's", "region"]),
    ("re-exports of U.S. tea", ["re-exports", "of", "u.s", ".", "tea"]),
    ("(3.5) rose", ["(", "3.5", ")", "rose"]),
    ("the two countries’ trade", ["the", "two", "countries", "'", "trade"]),
    ("it’ll rise — slowly", ["it'll", "rise", "—", "slowly"]),
    ("Été", ["été"]),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_are_cut_like_this(text: str, words: list[str]) -> None:
    assert [token.word for token in line(text).tokens] == words


@pytest.mark.parametrize("mark", "'’")
def test_a_possessive_behind_a_mention_is_a_word_of_one_spelling(mark: str) -> None:
    assert page(f"Oman{mark}s tea", [("area", "Oman")]).skeleton(0) == "<area> 's tea"


PLACED = [
    ("the higher kind stays", [("number", 0, 9), ("amount", 2, 5)], [("amount", 2, 5)]),
    ("the longer of one kind stays", [("period", 0, 4), ("period", 2, 9)], [("period", 2, 9)]),
    ("the earlier of equals stays", [("area", 3, 6), ("area", 1, 4)], [("area", 1, 4)]),
    ("touching is no overlap", [("area", 0, 4), ("flow", 4, 8)], [("area", 0, 4), ("flow", 4, 8)]),
    ("an unknown kind comes last", [("strange", 0, 9), ("number", 8, 12)], [("number", 8, 12)]),
    ("one inside goes, one beside stays", [("amount", 5, 9), ("flow", 6, 7), ("area", 0, 3)], [("area", 0, 3), ("amount", 5, 9)]),
    (
        "what lost its place blocks nobody",
        [("amount", 0, 4), ("period", 3, 8), ("area", 6, 9)],
        [("amount", 0, 4), ("area", 6, 9)],
    ),
]


@pytest.mark.parametrize(("given_ones", "kept"), [case[1:] for case in PLACED], ids=[case[0] for case in PLACED])
def test_where_mentions_overlap_one_keeps_its_place(
    given_ones: list[tuple[str, int, int]], kept: list[tuple[str, int, int]]
) -> None:
    assert [(one.kind, one.start, one.end) for one in place([mention(*given_one) for given_one in given_ones])] == kept


SPANS = st.tuples(st.sampled_from([*PRECEDENCE, "strange"]), st.integers(0, 40), st.integers(1, 9))


@given(st.lists(SPANS, max_size=15))
def test_placed_mentions_never_overlap_and_none_is_left_out_without_a_better_one(spans: list[tuple[str, int, int]]) -> None:
    given_ones = [mention(kind, start, start + length) for kind, start, length in spans]
    kept = place(given_ones)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    rank = {kind: number for number, kind in enumerate(PRECEDENCE)}
    for one in given_ones:
        rivals = [k for k in kept if k.start < one.end and one.start < k.end]
        assert any(rank.get(k.kind, 99) <= rank.get(one.kind, 99) for k in rivals)


def test_what_lies_between_is_counted_in_either_order() -> None:
    found = line(TEXT, MENTIONS, breaks=[";"])
    assert found.places("period") == [1, 9] and found.places("amount") == [4] and found.places("share") == []
    assert found.count("<period>", 0, 10) == 2 and found.count("<period>", 10, 0) == 2
    assert found.count("<period>", 1, 9) == 0, "neither end counts"
    assert found.count("<amount>", 1, 9) == found.count("<change>", 1, 9) == 1
    assert (found.count("break", 9, 11), found.count("break", 4, 9)) == (1, 0)
    assert found.count("<period>", 4, 4) == 0 and found.count("<period>", 1, 2) == 0


WORD = st.sampled_from(["<amount>", "a", "while", "<period>"])


@given(st.lists(WORD, min_size=1, max_size=20), st.data())
def test_counts_agree_with_counting(words: list[str], data: st.DataObject) -> None:
    found = Line([Token(at, at + 1, word) for at, word in enumerate(words)], {"while"})
    first, last = (data.draw(st.integers(0, len(words) - 1)) for _ in range(2))
    between = words[min(first, last) + 1 : max(first, last)]
    assert found.count("<amount>", first, last) == between.count("<amount>")
    assert found.count("break", first, last) == between.count("while")


def test_beyond_the_ends_stand_signs_of_the_ends() -> None:
    found = line("It rose.")
    assert [found.word(at) for at in (-9, -1, 0, 2, 3, 9)] == ["^", "^", "it", ".", "$", "$"]
    assert len(found) == 3


@pytest.mark.parametrize("mark", ["'", "’", "›", "´", "`"])
def test_whatever_mark_is_set_for_an_apostrophe(mark: str) -> None:
    assert [token.word for token in line(f"Peru{mark}s fish").tokens] == ["peru's", "fish"]
    assert [token.word for token in line(f"Peru{mark}s fish", [("area", "Peru")]).tokens] == ["<area>", "'s", "fish"]
