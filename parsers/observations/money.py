"""Which money a text names, that of trade and that which is none, and whether its numbers, and its trade, count things."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from parsers.observations.page import Line, Page

STANDARDS = {(True, False): "money", (False, True): "things", (True, True): "both", (False, False): "neither"}


@dataclass(frozen=True, slots=True)
class Money:
    """Of each sentence "flow", "other", "both" or ""; how many words name other money; the numbers of money and of things.

    `trade` is what the sentences with a flow word count, and `opening` what the first of them does: "money", "things" as
    goods are weighed or counted, "both", "neither"; `counted` tells it of each of them, "-" for sentences without one.
    """

    named: Sequence[str]
    others: int
    sums: int
    quantities: int
    trade: str
    opening: str
    counted: Sequence[str]


def money(page: Page, other: Container[str], units: Container[str]) -> Money:
    """What a page names; `other` holds the words of money that is never a trade flow, `units` those that goods are counted in."""
    counts = [sum(token.word in other for token in line.tokens) for line in page.lines]
    named = [_named(line, count > 0) for line, count in zip(page.lines, counts, strict=True)]
    sums = sum(figure.kind == "amount" and figure.mention.value.currency is not None for figure in page.figures)
    counted = [_counted(line, units) for line in page.lines]
    trade = [one for one in counted if one != "-"]
    first = next((one for one in trade if one != "neither"), "neither")
    things = len(page.mentions("quantity"))
    return Money(named, sum(counts), sums, things, _together(trade), first, counted)


def _together(counted: Sequence[str]) -> str:
    """What sentences count that each count one or the other."""
    return STANDARDS[bool({"money", "both"}.intersection(counted)), bool({"things", "both"}.intersection(counted))]


def _counted(line: Line, units: Container[str]) -> str:
    """Whether a sentence of trade has sums of money (no prices), and goods by weight or number; "-" for one of other things."""
    if not line.places("flow"):
        return "-"
    sums = any(line.mention(at).value.currency and not line.mention(at).value.each for at in line.places("amount"))
    return STANDARDS[sums, any(_of_goods(line, at, units) for at in line.places("quantity"))]


def _of_goods(line: Line, at: int, units: Container[str]) -> bool:
    """Whether a quantity is one of goods: of "cubic metres" any word tells it."""
    return any(word in units for word in line.mention(at).value.unit.split())


def _named(line: Line, other: bool) -> str:
    if line.places("flow"):
        return "both" if other else "flow"
    return "other" if other else ""
