"""Which products a text names, and how purely its flow words are told of products."""

from __future__ import annotations

from collections import Counter

from parsers.observations.page import Line, Page
from parsers.observations.words import CueWords

NAME = 9


def themes(page: Page, words: CueWords) -> dict[str, list[tuple[int, int]]]:
    """Where each word stands that names a product by itself, once a sentence; a plural is one with its singular."""
    found: dict[str, list[tuple[int, int]]] = {}
    for s, line in enumerate(page.lines):
        for at, token in enumerate(line.tokens):
            if names_product(words, page.document.text, line, at) and not told_of_other(words, page.document.text, line, at):
                places = found.setdefault(token.word.rstrip("s"), [])
                if not places or places[-1][0] < s:
                    places.append((s, at))
    return found


def purity(page: Page, words: CueWords) -> dict[str, str]:
    """Of each flow, how many of its words stand right behind a product's name: most, some, none."""
    named, told = Counter[str](), Counter[str]()
    for s, at, mention in page.mentions("flow"):
        told[mention.value.flow] += 1
        named[mention.value.flow] += page.lines[s].word(at - 1) in words.products
    return {flow: "most" if named[flow] * 2 > told[flow] else "some" if named[flow] else "none" for flow in told}


def names_product(words: CueWords, text: str, line: Line, at: int) -> bool:
    """Whether a word names a product by itself ("IT" does, "it" does not), or with the one behind it ("basic goods")."""
    token = line.tokens[at]
    if token.word not in words.products or token.word in words.generic:
        return False
    if token.word in words.attributes:
        return line.word(at + 1) in words.generic
    return token.word not in words.determiners or (token.end - token.start > 1 and text[token.start : token.end].isupper())


def told_of_other(words: CueWords, text: str, line: Line, at: int) -> bool:
    """Whether a word that may name a product names who speaks or dates something, or is part of the name of an office."""
    after = line.word(at + 1)
    if after in words.saying or (line.word(at) in words.dates and after in words.dating_back):
        return True
    return _in_capitals(text, line, at) and in_institution(words, text, line, at)


def in_institution(words: CueWords, text: str, line: Line, at: int) -> bool:
    """Whether the capitals around a place hold the word of an office, a firm or a meeting: "Handicrafts and Tourism Office"."""
    return any(_reaches(words, text, line, at, step) for step in (1, -1))


def _reaches(words: CueWords, text: str, line: Line, at: int, step: int) -> bool:
    for place in range(at + step, at + step * (NAME + 1), step):
        if not 0 <= place < len(line):
            return False
        word = line.word(place)
        if _in_capitals(text, line, place):
            if word in words.institutions:
                return True
        elif word != "," and word not in words.name_joints:
            return False
    return False


def _in_capitals(text: str, line: Line, at: int) -> bool:
    token = line.tokens[at]
    return token.mention is None and text[token.start].isupper()
