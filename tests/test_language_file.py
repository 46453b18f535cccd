"""The word lists of every language: in lower case, each word once, and such as the reader can meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from laid_out import line

from parsers.lexicon import languages, lexicon, section
from parsers.observations.words import CueWords, cue_words

NO_WORDS = {"examples", "counterexamples"}


def lists(entries: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Every list of words in a file, with where it stands."""
    if isinstance(entries, dict):
        for name, part in entries.items():
            if name not in NO_WORDS:
                yield from lists(part, (*path, name))
    elif isinstance(entries, list) and all(isinstance(word, str) for word in entries):
        yield path, entries


ALL = [(language, path, words) for language in languages() for path, words in lists(dict(lexicon(language)))]
WORDS = {entry.name for entry in fields(CueWords)}
CUES = [(language, name, words) for language in languages() for name, words in section(language, "cues").items() if name in WORDS]


@pytest.mark.parametrize("words", [case[2] for case in ALL], ids=[".".join((case[0], *case[1])) for case in ALL])
def test_a_list_names_each_word_once_and_none_is_empty(words: list[str]) -> None:
    assert [word for word, number in Counter(words).items() if number > 1] == []
    assert all(word and word == word.strip() for word in words)


@pytest.mark.parametrize("words", [case[2] for case in CUES], ids=[f"{case[0]}.{case[1]}" for case in CUES])
def test_a_cue_is_one_word_in_lower_case_as_the_page_cuts_it(words: list[str]) -> None:
    for word in words:
        if word.startswith("<"):
            continue  # a whole mention
        assert word == word.lower(), word
        (token,) = line(word).tokens
        assert token.word == word


@pytest.mark.parametrize("language", languages())
def test_the_cues_are_those_that_the_reader_looks_for(language: str) -> None:
    assert set(section(language, "cues")) >= WORDS
    words = cue_words(language)
    assert not words.up & words.down
    assert words.levels <= words.up | words.down
    assert not words.bases & words.comparing


@pytest.mark.parametrize("language", languages())
def test_the_gate_is_open_for_every_trade_word(language: str) -> None:
    stems = section(language, "gate")["stems"]
    assert all(stem == stem.lower() for stem in stems)
    assert not [stem for stem in stems for other in stems if stem != other and other in stem]


@pytest.mark.parametrize("language", languages())
def test_flow_wordings_say_what_they_mean(language: str) -> None:
    for entry in section(language, "flows")["wordings"]:
        assert entry["flow"] in ("turnover", "exports", "imports", "balance", ""), entry["name"]
        assert entry["sign"] in (-1, 0, 1) and (entry["flow"] == "balance" or entry["sign"] == 0), entry["name"]
        assert entry["weight"] in ("noun", "verb", "loose", "none"), entry["name"]
