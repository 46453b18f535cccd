"""Which money a text names, that of trade and that which is none, and whether its numbers count money or things."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from parsers.observations.page import Line, Page


@dataclass(frozen=True, slots=True)
class Money:
    """Of each sentence "flow", "other", "both" or ""; how many words name other money; the numbers of money and of things."""

    named: Sequence[str]
    others: int
    sums: int
    quantities: int


def money(page: Page, other: Container[str]) -> Money:
    """What a page names; `other` holds the words of money that is never a trade flow."""
    counts = [sum(token.word in other for token in line.tokens) for line in page.lines]
    named = [_named(line, count > 0) for line, count in zip(page.lines, counts, strict=True)]
    sums = sum(figure.kind == "amount" and figure.mention.value.currency is not None for figure in page.figures)
    return Money(named, sum(counts), sums, len(page.mentions("quantity")))


def _named(line: Line, other: bool) -> str:
    if line.places("flow"):
        return "both" if other else "flow"
    return "other" if other else ""
