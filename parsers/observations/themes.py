"""Which products a text names, and how purely its flow words are told of products."""

from __future__ import annotations

from collections import Counter

from parsers.observations.page import Page, Token
from parsers.observations.words import CueWords


def themes(page: Page, words: CueWords) -> dict[str, list[tuple[int, int]]]:
    """Where each word stands that names a product by itself, once a sentence; a plural is one with its singular."""
    found: dict[str, list[tuple[int, int]]] = {}
    for s, line in enumerate(page.lines):
        for at, token in enumerate(line.tokens):
            if names_product(words, page.document.text, token):
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


def names_product(words: CueWords, text: str, token: Token) -> bool:
    """Whether a word names a product by itself ("IT" does, "it" does not)."""
    if token.word not in words.products or token.word in words.generic:
        return False
    return token.word not in words.determiners or (token.end - token.start > 1 and text[token.start : token.end].isupper())
