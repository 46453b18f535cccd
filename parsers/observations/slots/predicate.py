"""Whether a flow word is the subject that a figure is told of: "exports of tea to Peru rose by 5%", "imports worth $5m"."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.words import CueWords

FARTHEST = 30
_FIGURES = frozenset(("<amount>", "<change>", "<quantity>"))
_MARKS = frozenset((",", "(", ")", "-", "–", "—", "“", "”", '"'))
_MENTIONS = frozenset(("<area>", "<period>"))


def tells(line: Line, flow_at: int, at: int, words: CueWords) -> str:
    """How a figure behind a flow word is told of it: by a verb of growth ("moves"), of a level ("is"), without one ("worth").

    "near" where nothing but the flow's own phrase and the verb's stands between, else "far"; "-" where a break, another
    flow word or another figure parts them. "apposed" is a figure behind a comma: "sales to Peru, some $5 million".
    """
    if flow_at > at or at - flow_at > FARTHEST:
        return "-"
    verb, strange = "", 0
    for place in range(flow_at + 1, at):
        word = line.word(place)
        if word in _FIGURES or word in ("<flow>", "<mock>", ";") or word in words.breaks:
            return "-"
        kind = _verb(words, word)
        if kind:
            verb = kind if verb != "moves" else verb
        elif not _own(words, word, bool(verb)):
            strange += 1
    worth = line.word(at - 1) == "(" or line.word(at - 1) in words.valuing
    if not verb and strange == 1 and _apposed(line, at, words):
        return "apposed.near"
    return f"{verb or ('worth' if worth else 'bare')}.{'near' if strange == 0 else 'far'}"


def _apposed(line: Line, at: int, words: CueWords) -> bool:
    """Whether a figure stands behind a comma, or a dash, of its own: "sales to Peru, some $5 million last year"."""
    place = at - 1
    while line.word(place) in words.approximate or line.word(place) in words.valuing:
        place -= 1
    return line.word(place) in (",", "-", "–", "—")


def _verb(words: CueWords, word: str) -> str:
    if word in words.up or word in words.down:
        return "moves"
    if word in words.actual:
        return "is"
    return "will" if word in words.forecast or word in words.target else ""


def _own(words: CueWords, word: str, said: bool) -> bool:
    """Whether a word may stand in the phrase of a flow word (before the verb) or between the verb and its figure (behind it)."""
    if word in words.approximate or word in words.determiners or word in _MENTIONS or words.is_adverb(word):
        return True
    if word in words.own_links:
        return True
    return not said and (word in words.products or word in words.partner or word in words.joints or word in words.totals)


def told_best(line: Line, at: int, words: CueWords) -> str:
    """How the last flow word in front of a figure tells it."""
    before = [place for place in line.places("flow") if place < at]
    return tells(line, before[-1], at, words) if before else "-"


def in_aside(line: Line, flow_at: int, at: int, words: CueWords) -> bool:
    """Whether a flow word stands in a relative clause that ends before the figure: "the account, which covers trade, was $5m"."""
    if flow_at > at or "," not in (line.word(place) for place in range(flow_at + 1, at)):
        return False
    for place in range(flow_at - 1, max(flow_at - FARTHEST, -1), -1):
        word = line.word(place)
        if word in words.relatives and line.word(place - 1) == ",":
            return True
        if word in _MARKS or word in _FIGURES or word in words.breaks:
            return False
    return False
