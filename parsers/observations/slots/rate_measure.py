"""Whether a rate speaks of a quantity, a value or a price: by the words behind it, in its turn where two rates share them."""

from __future__ import annotations

import regex

from parsers.observations.page import Line
from parsers.observations.slots.subjects import clause_start
from parsers.observations.words import CueWords

WINDOW, LEVEL, SPAN, FRONT, FRAME, PHRASE = 8, 8, 24, 12, 20, 8
FAR, LED, AGAIN, WHOLE, NAMED = 28, 6, 8, 8, 4
_FIGURES = frozenset(("<change>", "<amount>", "<quantity>"))
_STOPS = _FIGURES | {",", ";"}
_EIGHTHS = regex.compile(r"\d/(?:8|16|32|64)(?!\d)")
# What is counted and what is paid for it, told in front of the rates of both ("3 tonnes worth $5m, up 2% and 4%, respectively").
_COUNTED = {"<quantity>": "quantity", "<amount>": "value"}


def measure(words: CueWords, line: Line, at: int) -> str:
    """Whether words behind a rate say that it speaks of quantity, value or price, "-" where they do not."""
    if _levels_of_things(words, line, at) or _reaches_things(words, line, at) or _parts_of_things(words, line, at):
        return "quantity"
    if _volume_of_goods(words, line, at):
        return "quantity"
    turn = _turn_of_measures(words, line, at)
    if turn:
        return turn
    for place in range(at + 1, at + 1 + WINDOW):
        found = _measures(words, line.word(place)) or _volume(words, line, place)
        if found:
            return found
        if not _passes(words, line.word(place)):
            break
    return _framed(words, line, at)


def whole_volume(words: CueWords, line: Line, at: int) -> bool:
    """Whether a rate "in volume" is that of a whole flow, which counts no things: "imports rose 5% in volume"."""
    lead = next((place for place in range(at + 1, at + 1 + LED) if line.word(place) in words.volume_leads), -1)
    if lead < 0 or line.word(lead + 1) not in words.volumes or line.places("quantity"):
        return False
    first = clause_start(words, line, at)
    told = [line.word(place) for place in range(first, lead)]
    return "<flow>" in told and not any(word in words.products - words.generic for word in told)


def _volume_of_goods(words: CueWords, line: Line, at: int) -> bool:
    """Whether what moves is the volume of goods by name, told without money: "wool export volume rose 5%"."""
    if line.places("amount"):
        return False
    for place in range(at - 1, max(at - FRONT, -1), -1):
        word = line.word(place)
        if word == "<flow>":
            counted = line.mention(place).text.lower().split()[-1] in words.volumes
            return counted and line.word(place - 1) in words.products
        if word in _FIGURES or word == ";" or word in words.breaks:
            break
    return False


def _framed(words: CueWords, line: Line, at: int) -> str:
    """The measure that opens what is told, up to the figure before: "in terms of weight, exports rose 5%"."""
    for place in range(at - 1, max(at - FRAME, 0), -1):
        word = line.word(place)
        if word in ("<change>", "<amount>", "<quantity>") or word in words.breaks:
            break
        found = _measures(words, word) or ("quantity" if word in words.volumes else "")
        if found:
            lead = place - 2 if line.word(place - 1) in words.introducing else place - 1
            opens = line.word(lead) in words.volume_leads and line.word(lead - 1) in ("^", ",")
            framing = (opens or line.word(lead - 1) in words.framing) and line.word(place + 1) == ","
            return found if framing and found != "price" else "-"
    return "-"


def is_quotation(text: str) -> bool:
    """Whether a rate is printed in eighths or less, as interest and bonds are: "7-5/8 pct", "101-13/16 pct"."""
    return _EIGHTHS.search(text) is not None


def no_money(words: CueWords, line: Line, at: int) -> bool:
    """Whether the flow word in front of a rate hangs on a price or a quantity: "the price of tea imports rose 5%"."""
    before = [place for place in line.places("flow") if place < at]
    if not before or any(line.word(place) in _STOPS or line.word(place) in words.breaks for place in range(before[-1] + 1, at)):
        return False
    for place in range(before[-1] - 1, max(before[-1] - 1 - PHRASE, -1), -1):
        word = line.word(place)
        if word in words.belonging:
            told = line.word(place - 1) in words.prices or line.word(place - 1) in words.quantities
            return told and line.word(place - 2) not in words.conjunctions
        if (
            word != "<area>"
            and word not in words.genitives
            and not (word in words.products or word in words.totals or word in words.possessive)
        ):
            break
    return False


def measured(words: CueWords, line: Line, at: int) -> str:
    """What a rate speaks of, by the words behind it, else by the subject in front: "the quantity of rice rose 5%"."""
    own = measure(words, line, at)
    return own if own != "-" else _in_front(words, line, at)


def _in_front(words: CueWords, line: Line, at: int) -> str:
    """The measure named last in front of a rate, up to the figure before it."""
    for place in range(at - 1, max(at - FRONT, -1), -1):
        word = line.word(place)
        if word in ("<change>", "<amount>", "<quantity>") or word in words.breaks:
            break
        found = "volume" if word in words.volumes else _measures(words, word)
        if found:
            return f"front.{found}"
    return "-"


def _measures(words: CueWords, word: str) -> str:
    if word in words.quotations:
        return "price"
    return "quantity" if word in words.quantities else "value" if word in words.values else ""


def _volume(words: CueWords, line: Line, at: int) -> str:
    """A volume that is not said to be one of trade counts things: "5% in volume", but "5% in the volume of exports"."""
    led = line.word(at - 1) in words.volume_leads or line.word(at - 2) in words.framing
    return "quantity" if led and line.word(at) in words.volumes and line.word(at + 1) not in words.belonging else ""


def _levels_of_things(words: CueWords, line: Line, at: int) -> bool:
    """Whether the level behind a rate is one of things: "rose 5% to 300 tonnes", "to 6,564", "totalling 7 million tonnes"."""
    for place in range(at + 1, at + 1 + LEVEL):
        word = line.word(place)
        if word in ("<quantity>", "<number>"):
            return line.word(place - 1) in words.leading or line.word(place - 1) in words.approximate
        if not (
            _passes(words, word) or word in words.leading or word in words.approximate or word == "," or word in words.uniting
        ):
            break
    return False


def _reaches_things(words: CueWords, line: Line, at: int) -> bool:
    """Whether the next number behind a rate is a level of things: "rose 5% in May compared with April, to reach 300 tonnes"."""
    for place in range(at + 1, min(at + FAR, len(line))):
        word = line.word(place)
        if word == "<quantity>":
            near = {line.word(place - step) for step in range(1, LED)}
            summed = line.word(place - 1) in words.within and line.word(place - 2) in words.sums
            return summed or bool(near & (words.leading - words.prepositions))
        if word in ("<amount>", "<change>", "<number>", "<flow>", ";") or word in words.breaks:
            break
    return False


def _parts_of_things(words: CueWords, line: Line, at: int) -> bool:
    """Whether a part is told once more as a number of things: "3m barrels a day, or 40% of", "40% of oil exports, 3m barrels"."""
    lead = next((place for place in range(at - 1, at - 4, -1) if line.word(place) in words.instead), -1)
    if lead >= 0 and all(line.word(place) in words.approximate for place in range(lead + 1, at)):
        before = [line.word(place) for place in range(lead - 1, max(lead - AGAIN, -1), -1)]
        return next((word for word in before if word in _FIGURES or word == "<flow>"), "") == "<quantity>"
    return line.word(at + 1) in words.within and _whole_in_things(words, line, at)


def _whole_in_things(words: CueWords, line: Line, at: int) -> bool:
    """Whether a number of things stands right behind the flow that a share is of; "5 points more" counts none."""
    flow = next((place for place in range(at + 2, at + 2 + WHOLE) if line.word(place) in ("<flow>", *_STOPS)), -1)
    if line.word(flow) != "<flow>":
        return False
    comma = next((place for place in range(flow + 1, flow + 1 + NAMED) if line.word(place) in (",", "(")), -1)
    if comma < 0:
        return False
    small = words.approximate | words.instead
    behind = next(place for place in range(comma + 1, len(line) + 2) if line.word(place) not in small)
    return line.word(behind) == "<quantity>" and line.word(behind + 1) not in words.comparatives


def _passes(words: CueWords, word: str) -> bool:
    return word in words.measuring or word in words.up or word in words.down


def _turn_of_measures(words: CueWords, line: Line, at: int) -> str:
    """The measure that has a rate's turn ("5 and 7 percent in terms of weight and value, respectively"); "" without a list."""
    told = next((place for place in range(at + 1, at + SPAN) if line.word(place) in words.in_turn), -1)
    if told < 0:
        return ""
    rates = [place for place in line.places("change") if at - SPAN < place < told][-2:]
    if at not in rates:
        return ""
    front = max(rates[0] - SPAN, 0)
    for kinds in (
        _kinds(words, line, rates[-1] + 1, told),
        _kinds(words, line, told + 1, told + 1 + WINDOW),
        _kinds(words, line, front, rates[0])[-2:],
        [_COUNTED[line.word(place)] for place in range(front, rates[0]) if line.word(place) in _COUNTED][-2:],
    ):
        if len(kinds) == len(rates) == 2 and len(set(kinds)) == 2:
            return kinds[rates.index(at)]
    return ""


def _kinds(words: CueWords, line: Line, first: int, last: int) -> list[str]:
    """The measures that are named between two places."""
    return [found for place in range(first, last) if (found := _measures(words, line.word(place)))]
