"""What a flow word is in its sentence: the head of its phrase or a part of another's, what it hangs on, what it is done to."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.slots.own import run
from parsers.observations.words import CueWords

NEAR, FAR = 5, 7
GOVERNED = 9
_MARKS = frozenset((",", ";", ":", "(", ")", ".", "-", "–", "—", '"', "“", "”", "'", "$", "^", "?"))


def follower(line: Line, at: int, words: CueWords) -> str:
    """What stands behind a flow word, by kind: "tax" makes of "sales" a part of another phrase."""
    word = line.word(at + 1)
    if word.startswith("<"):
        return word[1:-1]
    if word in _MARKS:
        return "mark"
    if word in words.prepositions:
        return "preposition"
    if word in words.never_trade:
        return "bad"
    if any(word in group for group in (words.actual, words.up, words.down, words.forecast, words.target)):
        return "verb"
    return "joint" if word in words.joints or word in words.partner else "word"


def governor(line: Line, at: int, words: CueWords) -> str:
    """What a flow word hangs on: "guarantees for imports", "the value of exports", "a rise in imports"; "-" for nothing."""
    for place in range(at - 1, max(at - GOVERNED, -1), -1):
        word = line.word(place)
        if word in words.prepositions:
            return f"{'of' if word in words.belonging else 'other'}.{_sort(line.word(place - 1), words)}"
        if (word.startswith("<") and word != "<area>") or word in _MARKS or word in words.actual:
            return "-"
    return "-"


def _sort(word: str, words: CueWords) -> str:
    if word.startswith("<"):
        return word[1:-1]
    for name, group in (
        ("measure", words.values | words.anaphors),
        ("share", words.share_nouns),
        ("step", words.up | words.down | words.excess),
        ("bad", words.never_trade),
        ("product", words.products),
        ("quantity", words.quantities),
        ("money", words.money_not_trade),
        ("verb", words.actual),
    ):
        if word in group:
            return name
    return "other"


def handled(line: Line, at: int, words: CueWords) -> str:
    """What is sold or bought, by the first telling word behind: a product, something for an area, or paper."""
    for place in range(at + 1, at + FAR):
        word = line.word(place)
        if word in words.never_trade:
            return "paper"
        if word in words.products:
            return "product"
        if word.startswith("<"):
            return word[1:-1] if word != "<amount>" else _paid(line, place, words)
        if word in _MARKS or word in words.breaks or word in words.actual:
            return "-"
    return "-"


def _paid(line: Line, at: int, words: CueWords) -> str:
    """Whether what is bought is worth an amount ("bought $5m of tea"), or is the money itself ("the bank bought $5m in May")."""
    if line.word(at + 1) == "'" or line.word(at + 1) in words.pricing:
        return "amount.goods"
    return "amount.of" if line.word(at + 1) in words.paid_for and line.word(at + 2) != "<period>" else "amount"


def turn(line: Line, at: int, figure: Figure, words: CueWords) -> str:
    """Whether a flow word has the figure's number in two lists of one length: "exports and imports, $3m and $2m respectively"."""
    row = run(line, figure, words.joints)
    if len(row) < 2:
        return "-"
    told = "told" if any(line.word(row[-1] + step) in words.in_turn for step in range(1, 6)) else "untold"
    flows = [place for place in line.places("flow") if place < row[0] and not line.count(f"<{figure.kind}>", place, row[0])]
    if len(flows) < len(row) and told == "told":
        flows = [place for place in line.places("flow") if place < row[0]]
    flows = flows[-len(row) :]
    if len(flows) != len(row) or at not in flows:
        return "-"
    return f"{told}.{'own' if flows.index(at) == row.index(figure.token) else 'other'}"


def attributed(line: Line, figure: Figure, words: CueWords) -> int:
    """The flow word that the figure stands before as its attribute ("a $5m (4m euro) surplus", "$5m in the red"), or -1."""
    if _predicate(line, figure.token + 1, words):
        return figure.token + 1
    before = line.word(figure.token - 1)
    if before not in words.genitives and before not in words.introducing and before not in words.approximate:
        return -1
    place = figure.token + 1
    if line.word(place) == "(":
        place = next((at + 1 for at in range(place + 1, place + FAR) if line.word(at) == ")"), place)
    for at in range(place, place + 3):
        if line.word(at) == "<flow>":
            return at
        if not line.word(at)[0].isalpha() or line.word(at) in words.prepositions or line.word(at) in words.actual | words.joints:
            return -1
    return -1


def _predicate(line: Line, at: int, words: CueWords) -> bool:
    """Whether a flow word is said of the amount right in front of it: "closed May $5 million in the red"."""
    return line.word(at) == "<flow>" and line.mention(at).text.split()[0].lower() in words.prepositions


def led(line: Line, figure: Figure, words: CueWords) -> int:
    """The place of the flow word that a figure leads to ("$5m in exports", "23% for Peru's imports"), or -1."""
    if line.word(figure.token + 1) not in words.flow_leading:
        return -1
    for at in range(figure.token + 2, figure.token + 2 + NEAR):
        word = line.word(at)
        if word == "<flow>":
            return at
        if word not in ("<area>", "<period>") and not _of_flow(word, words):
            break
    return -1


def _of_flow(word: str, words: CueWords) -> bool:
    """Whether a word may stand in front of a flow word in its own phrase ("its annual wool exports")."""
    return any(word in group for group in (words.before_flows, words.products, words.lasting, words.sums, words.totals))


def partitive(line: Line, at: int, figure: Figure, words: CueWords) -> bool:
    """Whether a flow word stands in the whole that a part is told of: "Of the $9 million of trade, $5 million was ..."."""
    for start in range(at - 1, -1, -1):
        if line.word(start) == "," or line.word(start) in (";", ":"):
            return False
        if line.word(start) in words.belonging and line.word(start - 1) in _MARKS:
            return at < figure.token and line.count(",", at, figure.token) > 0
    return False
