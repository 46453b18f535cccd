"""Paragraphs and sentences: where they are parted, and that their offsets are exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.lexicon import section
from parsers.mentions.clauses import LONGEST, paragraphs, sentences

PARTED = [
    ("It rose. It fell.", ["It rose.", "It fell."]),
    ("Was it $3.5 million? It was!", ["Was it $3.5 million?", "It was!"]),
    ("It cost Rs. 5 billion. Then it fell.", ["It cost Rs. 5 billion.", "Then it fell."]),
    ("The U.S. economy grew. Mr. Lee left.", ["The U.S. economy grew.", "Mr. Lee left."]),
    ("J. Smith & Co. sold tea in Jan. 2017.", ["J. Smith & Co. sold tea in Jan. 2017."]),
    ("It grew by 5%. 2017 was better.", ["It grew by 5%.", "2017 was better."]),
    ('"Trade rose." He left.', ['"Trade rose."', "He left."]),
    ("It grew (by half). It fell.", ["It grew (by half).", "It fell."]),
    ("It came to 2.4 bln. $1 bln was tea.", ["It came to 2.4 bln.", "$1 bln was tea."]),
    ("He spoke ... and went on.", ["He spoke ... and went on."]),
    ("It fell to 1.6 billion. “It hurts,” he said.", ["It fell to 1.6 billion.", "“It hurts,” he said."]),
    ("No stop at the end", ["No stop at the end"]),
    ("", []),
    (" \n\t\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_sentences_are_parted_here(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in sentences(text)] == expected


@pytest.mark.parametrize("word", section("en", "sentences")["abbreviations"])
def test_no_abbreviation_ends_a_sentence(word: str) -> None:
    assert len(sentences(f"They met {word}. Lee again.")) == 1


def test_a_word_that_ends_like_an_abbreviation_is_none() -> None:
    assert len(sentences("They sold tobacco. Lee left.")) == 2


PARAGRAPHS = [
    ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("Lines cut at a fixed\nwidth belong together\nuntil one is blank.\n\nThen another\ncomes along.", 2),
    ("Lines cut at a fixed\nwidth belong together\n  until one is indented.\nThen it goes\non like that.", 2),
    ("x" * 200 + "\nis too long a line\nto be cut at a width", 3),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs_are_parted_here(text: str, expected: list[str] | int) -> None:
    found = [text[start:end] for start, end in paragraphs(text)]
    assert found == expected if isinstance(expected, list) else len(found) == expected


def test_a_first_paragraph_without_a_full_stop_is_the_headline() -> None:
    found = sentences("Trade picks up\n\nTrade rose. It fell.\n\nNo stop here")
    assert [(sentence.paragraph, sentence.headline) for sentence in found] == [(0, True), (1, False), (1, False), (2, False)]
    assert not sentences("Trade picked up.\n\nIt rose.")[0].headline


@pytest.mark.parametrize("piece", ["tea and rice, ", "x", "1,1,1,"])
def test_a_run_without_a_full_stop_is_cut(piece: str) -> None:
    found = sentences(piece * 2000)
    assert len(found) > 1 and max(sentence.end - sentence.start for sentence in found) <= LONGEST


@given(st.text(alphabet=st.sampled_from("aB1 .!?\n\t\"'()”“$—…é　 \r\x0b")) | st.text())
def test_sentences_cover_every_visible_character_once_and_in_order(text: str) -> None:
    found = sentences(text)
    assert [sentence.index for sentence in found] == list(range(len(found)))
    last, number = 0, 0
    for sentence in found:
        assert last <= sentence.start < sentence.end <= len(text)
        assert not text[last : sentence.start].strip()
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        assert sentence.paragraph >= number
        last, number = sentence.end, sentence.paragraph
    assert not text[last:].strip()
