"""What the words around a rate say of it: growth or a share, of what, and of which earlier rate it is the continuation."""

from __future__ import annotations

import regex

from parsers.model import Change, Mention
from parsers.observations.page import Line
from parsers.observations.slots.subjects import hedged, telling
from parsers.observations.words import CueWords

LEFT, RIGHT, BEHIND = 10, 5, 8
JOINED = 9
_LAST = regex.compile(r"[\s-]")
_FIGURES = frozenset({"<change>", "<amount>"})
_APART = _FIGURES | {"<flow>", "<mock>", "<quantity>"}
_SEPARATORS = frozenset({",", ";", "("})


def form(words: CueWords, mention: Mention[Change]) -> str:
    """The form of a rate; of those in per cent, "part" for one said in words ("a third")."""
    change: Change = mention.value
    return "part" if _LAST.split(mention.text.lower())[-1] in words.fractions else change.form


def head(words: CueWords, line: Line, at: int) -> int:
    """The first of the rates that run up to this one, each told with no more than an area, a product or a period of its own."""
    changes = line.places("change")
    number = changes.index(at)
    while number and _continues(words, line, changes[number - 1], changes[number]):
        number -= 1
    return changes[number]


def run_of(words: CueWords, line: Line, at: int) -> list[int]:
    """The rates that run together with this one, itself among them."""
    key = ("runs of rates",)
    if key not in line.memo:
        runs: list[list[int]] = []
        for place in line.places("change"):
            if runs and _continues(words, line, runs[-1][-1], place):
                runs[-1].append(place)
            else:
                runs.append([place])
        line.memo[key] = {place: run for run in runs for place in run}
    found: list[int] = line.memo[key][at]
    return found


def _continues(words: CueWords, line: Line, first: int, last: int) -> bool:
    between = [line.word(place) for place in range(first + 1, last)]
    separators = _SEPARATORS | words.conjunctions
    joint = next((place for place, word in enumerate(between) if word in separators), len(between))
    told, next_one = between[:joint], between[joint:]
    if not next_one or len(between) > JOINED:
        return False
    if any(word in _APART and not _is_base(words, told, place) for place, word in enumerate(told)):
        return False
    return not any(word in _APART or word in words.breaks - {";"} or _turns(words, word) for word in next_one)


def _is_base(words: CueWords, told: list[str], place: int) -> bool:
    """Whether an amount right behind the rate before is only what that one is against ("down 7% from $5 million and 3% ...")."""
    return told[place] == "<amount>" and place > 0 and told[place - 1] in words.bases


def _turns(words: CueWords, word: str) -> bool:
    return word in words.up or word in words.down


def turn(words: CueWords, line: Line, at: int) -> str:
    """Where the nearest word of growth or decline stands that no other figure and no comma parts from the rate."""
    if line.mention(at).value.form == "verb" or line.mention(at).value.direction:
        return "itself"
    first = hedged(line, at)
    for gap in range(1, LEFT):
        if gap < RIGHT and _open(words, line, at, gap) and _moves(words, line, at + gap):
            return f"right.{'near' if gap < 3 else 'far'}"
        if _open(words, line, first, -gap) and _moves(words, line, first - gap):
            return f"left.{'near' if gap < 3 else 'far'}"
    return "run" if _turned_at_end(words, line, at) else "none"


def _turned_at_end(words: CueWords, line: Line, at: int) -> bool:
    """Whether a word behind the last of the rates that run on from here says how all of them move: "2%, 3% and 4% higher"."""
    last = run_of(words, line, at)[-1]
    return last > at and any(_open(words, line, last, gap) and _moves(words, line, last + gap) for gap in range(1, 3))


def _open(words: CueWords, line: Line, at: int, gap: int) -> bool:
    step = 1 if gap > 0 else -1
    if step < 0 and gap < -1 and line.word(at - 1) == "(":
        at, gap = at - 1, gap + 1
    between = (line.word(place) for place in range(at + step, at + gap, step))
    return not any(word in _FIGURES or word in (",", "(", ")") or word in words.breaks for word in between)


def _moves(words: CueWords, line: Line, at: int) -> bool:
    """Whether a word tells of growth or decline; "up" in "made up" does not."""
    word = line.word(at)
    return _turns(words, word) and not (word in words.made_with and line.word(at - 1) in words.making)


def sharing(words: CueWords, line: Line, at: int) -> str:
    """Whether a noun ("a share of 5%") or a verb ("made up 5%") of sharing governs the rate, from the left or the right."""
    for gap in range(1, LEFT + 1):
        if not _open(words, line, at, -gap):
            break
        kind = _shares(words, line, at - gap)
        if kind:
            return f"left.{kind}"
    for gap in range(1, RIGHT):
        if not _open(words, line, at, gap):
            break
        kind = _shares(words, line, at + gap)
        if kind:
            return f"right.{kind}"
    return "none"


def _shares(words: CueWords, line: Line, at: int) -> str:
    word = line.word(at)
    if word in words.share_nouns:
        return "noun"
    if word in words.making:
        return "verb" if line.word(at + 1) in words.made_with else ""
    return "verb" if word in words.share_verbs else ""


def governed(words: CueWords, line: Line, at: int) -> str:
    """What stands behind the rate as that which moved ("a 5% rise in exports"): the class of its first telling word."""
    first = _link(words, line, at)
    if first < 0:
        return "-"
    link = "of" if line.word(first) in words.belonging else "in" if line.word(first) in words.moved_in else "to"
    for place in range(first + 1, first + 1 + BEHIND):
        word = line.word(place)
        if word in _FIGURES or word in (",", ".", "$", "^") or word in words.breaks:
            return f"{link}.{word if word in _FIGURES else '-'}"
        found = telling(words, line, place)
        if found:
            return f"{link}.{found}"
    return f"{link}.-"


def _link(words: CueWords, line: Line, at: int) -> int:
    """The place of the word that leads from a rate and its noun to what moved; -1 where none does."""
    first = at + 1
    while first < at + 4 and (_turns(words, line.word(first)) or line.word(first) == "<period>"):
        first += 1
    return first if line.word(first) in words.moved_of else -1


def said_of(words: CueWords, line: Line, at: int) -> str:
    """The class of the last telling word in front of a rate, up to the figure before it."""
    for place in range(at - 1, -1, -1):
        word = line.word(place)
        if word in _FIGURES or word in words.breaks:
            return word if word in _FIGURES else "break"
        found = telling(words, line, place)
        if found:
            return found
    return "-"


def next_number(words: CueWords, line: Line, at: int) -> str:
    """The next number behind a rate and what leads to it: "fell 5% to 300 cars" is a rate of cars."""
    for place in range(at + 1, len(line)):
        if line.word(place) in ("<amount>", "<quantity>", "<number>", "<change>"):
            before = line.word(place - 1)
            kind = "price" if getattr(line.mention(place).value, "each", None) else line.word(place)
            return f"{before if before == '(' or before in words.number_leads else '-'}.{kind}"
    return "-"


def across(words: CueWords, line: Line, at: int, other: int) -> str:
    """What parts a rate from an amount: a clause with a flow word of its own ("6% growth and exports of $5m"), a joint, less."""
    low, high = sorted((at, other))
    between = [line.word(place) for place in range(low + 1, high)]
    joint = next((place for place, word in enumerate(between) if word in words.uniting or word in words.breaks), -1)
    if joint < 0:
        return "flow" if "<flow>" in between else "-"
    if "<flow>" in between[joint:]:
        return "joint.flow"
    return "joint.verb" if any(word in words.actual or _turns(words, word) for word in between[joint:]) else "joint"
