"""What a figure is set among: who does what its flow word tells, by which way goods go, what is multiplied, what is left out."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.slots.places import backwards
from parsers.observations.slots.subjects import telling
from parsers.observations.words import CueWords

DOERS, WAYS, OBJECT, WHOLE, OUT = 7, 10, 6, 8, 6
_FIGURES = frozenset(("<amount>", "<change>"))


def doer(line: Line, at: int, words: CueWords) -> str:
    """Who does what a verb of trade tells: an area, "it", a firm, an area's firms, a product ("tea was sold"), a word, nobody."""
    for place in range(at - 1, max(at - 1 - DOERS, -1), -1):
        word = line.word(place)
        if word == "<area>":
            return "area"
        if word in words.relatives:
            continue
        if word in words.anaphors or word in words.speakers or word in words.pronouns or word in words.unnamed:
            return "it"
        if words.singular(word) in words.firms or word in words.firms or word in words.traders:
            return "firms" if words.singular(word) != word and line.word(place - 1) == "<area>" else "firm"
        if word in words.products:
            return "product"
        if not word[0].isalnum():
            return word[1:-1] if word.startswith("<") else "mark"
        if not _passes(words, word):
            return "word"
    return "-"


def _passes(words: CueWords, word: str) -> bool:
    """Whether a word may stand between a doer and the verb: an auxiliary, an adverb, a relative."""
    helps = (words.actual, words.forecast, words.target, words.relatives, words.helps)
    return any(word in group for group in helps) or words.is_adverb(word)


def excluded(line: Line, at: int, figure: int, words: CueWords) -> bool:
    """Whether a place stands among what is left out, and the figure does not: "exports, excluding shuttle trade, made $5m"."""
    for place in range(at - 1, max(at - 1 - OUT, -1), -1):
        word = line.word(place)
        if word in words.excluding:
            low, high = sorted((place, figure))
            return figure < place or any(line.word(step) in (",", ")") for step in range(max(low, at), high))
        if word in (",", ")", ";", "<flow>") or word in _FIGURES or word in words.breaks:
            return False
    return False


def route(line: Line, at: int, words: CueWords) -> str:
    """Whether words around a rate tell the way that goods go ("by sea", "through its ports"): behind it, in front, or not."""
    for name, places in (("behind", range(at + 1, at + 1 + WAYS)), ("front", range(at - 1, max(at - 1 - WAYS, -1), -1))):
        for place in places:
            word = line.word(place)
            if word in words.routes:
                return name
            if word in _FIGURES or word in words.breaks or word in (";", "$"):
                break
    return "-"


def multiplied(line: Line, at: int, words: CueWords) -> str:
    """What a multiple has for its object ("doubled the warranty", "12 times the rate"), by its first telling word, or "-"."""
    if line.mention(at).value.form not in ("verb", "times"):
        return "-"
    seen = ""
    for place in range(at + 1, at + 1 + OBJECT):
        word = line.word(place)
        if word in words.before_objects or word == "<area>" or word in words.genitives:
            seen = seen or "bare"
            continue
        found = telling(words, line, place)
        if found:
            return found
        if not word[0].isalpha() or word in words.prepositions or word in words.breaks or word in words.joints:
            break
        seen = "word"
    return seen or (line.word(at + 1)[1:-1] if line.word(at + 1).startswith("<") else "-")


def whole_of(line: Line, at: int, words: CueWords) -> str:
    """What a rate is a part of where that is no flow ("70% of its needs", "of its tea", "of all firms"); "-" where unsaid."""
    if line.word(at + 1) not in words.within:
        return "-"
    for place in range(at + 2, at + 2 + WHOLE):
        word = line.word(place)
        if word in words.needs:
            return "need"
        if word in ("<flow>", "<mock>", "<amount>", "<quantity>"):
            return word[1:-1]
        if word in words.products:
            continue
        if word in (",", ".", "$") or word in words.whole_ends or word in words.breaks or word in _FIGURES:
            owned = line.word(at + 2) in words.possessive and line.word(place - 1) in words.products
            return "own" if owned else "other"
    return "other"


def sharer(line: Line, at: int, words: CueWords) -> str:
    """Whose share a noun of sharing in front of a rate tells of: a flow's, an area's, a product's, or a part of other things."""
    for place in backwards(words, line, at, 2 * WHOLE, _FIGURES):
        if line.word(place) in words.share_nouns:
            return _led_by(line, place, words)
    return "-"


def _led_by(line: Line, noun: int, words: CueWords) -> str:
    if line.word(noun + 1) not in words.within:
        return "plain"
    for place in range(noun + 2, noun + 2 + OBJECT):
        word = line.word(place)
        if word in words.needs:
            return f"{line.word(noun + 1)}.need"
        found = telling(words, line, place) or ("area" if word == "<area>" else "")
        if found:
            return f"{line.word(noun + 1)}.{found}"
        if not word[0].isalpha():
            break
    return f"{line.word(noun + 1)}.other"


def whole_owner(line: Line, at: int, words: CueWords) -> str:
    """Whose whole a rate is a part of, and how the part is told: "make up 5% of Peru's exports" is "verb.area"; "-" for none."""
    if line.word(at + 1) not in words.within:
        return "-"
    owner = "plain"
    for place in range(at + 2, at + 2 + WHOLE):
        word = line.word(place)
        if word == "<flow>":
            return f"{_told(line, at, words)}.{owner}"
        if word == "<area>" or word in words.possessive or word in words.totals or word in words.genitives:
            owner = "area"
        elif not (word in words.determiners or word in words.products):
            return "-"
    return "-"


def _told(line: Line, at: int, words: CueWords) -> str:
    """How a part is told: by a verb of sharing, a noun of it, or by its place alone."""
    near = [line.word(at - step) for step in range(1, OBJECT)]
    if any(word in words.share_verbs or word in words.making or word in words.answering for word in near):
        return "verb"
    return "noun" if any(word in words.share_nouns for word in near) else "bare"
