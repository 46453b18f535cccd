"""What a figure's sentence and clause speak of, and what part a number plays there: a level, a step, a base."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.words import CueWords

STEPS = 4
STRIDE = 7
COMPANY = 25
TWO_SIDES = ("more of one side than of the other", "less of one side than of the other")
_PHRASE_ENDS = frozenset(("<flow>", "<mock>", "<amount>", "<change>", "<area>", ",", ";", "(", ")", ".", "^", "$"))


def subject(words: CueWords, line: Line, first: int, last: int) -> str:
    """The class of the first telling word between two places; an area tells only where nothing else does."""
    area = False
    for at in range(max(first, 0), last):
        word = line.word(at)
        found = _class(words, line, at, word)
        if found:
            return found
        area = area or word == "<area>"
    return "area" if area else "none"


def telling(words: CueWords, line: Line, at: int) -> str:
    """The class of the word at a place, a quantity's among them, "" where it tells nothing of the subject."""
    word = line.word(at)
    if word == "<quantity>" or word in words.quantities:
        return "quantity"
    return _class(words, line, at, word)


def _class(words: CueWords, line: Line, at: int, word: str) -> str:
    if word == "<flow>":
        return f"flow.{line.tokens[at].mention.value.weight}"  # type: ignore[union-attr]
    if word == "<mock>":
        return "mock"
    if word in words.anaphors:
        return "it"
    if word in words.products:
        return "product"
    if word in words.counterparts and (word not in words.money_not_trade or line.word(at - 1) in words.superlatives):
        return "partner"
    return "money" if word in words.money_not_trade else ""


def clause_start(words: CueWords, line: Line, at: int) -> int:
    """The first place of the clause that a figure stands in."""
    stops = words.breaks | words.uniting | {",", "(", ")"}
    return next((place + 1 for place in range(at - 1, -1, -1) if line.word(place) in stops), 0)


def subjects(reading: Reading, figure: Figure) -> list[str]:
    """Cues of what the sentence and the clause speak of before the figure."""
    line, words = reading.line(figure), reading.words
    whole = subject(words, line, 0, figure.token)
    own = subject(words, line, clause_start(words, line, figure.token), figure.token)
    return [f"subject={whole}", f"clause.subject={own}"]


def opening(words: CueWords, line: Line, at: int) -> str:
    """What the clause of a rate begins with, up to its verb: a class of subject, "bare" periods and growth, or another word."""
    area = False
    for place in range(_opened(words, line, at), at):
        word = line.word(place)
        if word in words.actual or word in words.present:
            break
        small = _neutral(words, word) or _turning(words, line.word(place - 1))
        found = "" if small and word not in words.anaphors else telling(words, line, place)
        if found or (word[0].isalpha() and not small):
            return found or "other"
        area = area or word == "<area>"
    return "area" if area else "bare"


def _opened(words: CueWords, line: Line, at: int) -> int:
    """The first place behind the last break in front of a rate."""
    return next((place + 1 for place in range(at - 1, -1, -1) if line.word(place) in words.breaks), 0)


def _neutral(words: CueWords, word: str) -> bool:
    """Whether a word names nothing of its own: small ones, those of growth, of how exact a number is, of what lasts."""
    small = word in words.determiners or word in words.prepositions or word in words.approximate
    return small or _turning(words, word) or word in words.lasting or words.is_adverb(word)


def part(words: CueWords, line: Line, at: int) -> str:
    """What the words around a number make it: a difference ("step.by|of|verb|more|after"), a "base", "to", "with", or "plain"."""
    place = _leading(words, line, at)
    word, before = line.word(place), line.word(place - 1)
    if word in words.bases and word not in words.hedging_bases and before not in words.hedging_before:
        return "base"
    if word in words.compared_with:
        return "base" if before in words.comparing else word
    return _step(words, line, at, place)


def _leading(words: CueWords, line: Line, at: int) -> int:
    """The place of the word that leads to a number, the number's own hedge and small words passed over."""
    place = hedged(line, at) - 1
    if line.word(at - 1) in words.limits and line.word(place) not in words.agents:
        place = at - 1
    for _ in range(STEPS):
        if line.word(place) not in words.approximate:
            break
        place -= 1
    return place


def hedged(line: Line, at: int) -> int:
    """Where a number begins with the words that say how exact it is: "by [at least $5 million]"."""
    value = line.mention(at).value
    hedge = getattr(value, "hedge", None)
    while hedge is not None and at > 0 and line.tokens[at - 1].start >= hedge[0]:
        at -= 1
    return at


def _step(words: CueWords, line: Line, at: int, place: int) -> str:
    word = line.word(place)
    if word in words.agents and (_stepped(words, line, place) or _rated(words, line, at)):
        return "step.by"
    if word in words.purposes and is_step(words, line.word(place - 1)):
        return "step.by"
    if word in words.belonging and is_step(words, line.word(place - 1)) and line.word(place - 1) not in words.particles:
        return "step.of"
    if is_step(words, word) and _moves(words, word, line.word(place - 1)):
        return "step.verb"
    if any(line.word(step) in words.additional for step in range(place + 1, at)):
        return "step.more"
    return "step.after" if _stepped_behind(words, line, at) else "plain"


def _stepped_behind(words: CueWords, line: Line, at: int) -> bool:
    """Whether a number is the size of a step named behind it: "$5m more", "a $5m annual rise", "$5m or 12% growth"."""
    if line.word(at + 1) == "(" and line.word(at + 2) == "<amount>" and line.word(at + 3) == ")":
        at += 3
    behind = line.word(at + 1)
    if behind in words.excess:
        return True
    if behind in words.lasting:
        return line.word(at + 2) in words.excess - words.comparatives
    if (behind != "(" and behind not in words.instead) or line.word(at + 2) != "<change>":
        return False
    place = at + 4 if line.word(at + 3) == ")" else at + 3
    return line.word(place) in words.excess - words.comparatives


def _stepped(words: CueWords, line: Line, by: int) -> bool:
    """Whether a word of a step leads to its "by": "boost their sales by $5m", not "imports exceeded exports by $5m"."""
    if compares(line, by - 1):
        return False
    for place in range(by - 1, by - 1 - STRIDE, -1):
        word = line.word(place)
        if word in ("<amount>", "<change>", ",", ";", "^") or word in words.breaks:
            return False
        if word in words.falling_short or _passing(words, line, place, by):
            return True
    return False


def _passing(words: CueWords, line: Line, place: int, by: int) -> bool:
    """Whether a word is one of a step; what exceeds is one where it passes no flow: "last May's total was exceeded by $5m"."""
    if line.word(place) in words.exceeded:
        return line.count("<flow>", place, by) == 0 and line.word(place - 1) != "<flow>"
    return _turning(words, line.word(place))


def _rated(words: CueWords, line: Line, at: int) -> bool:
    """Whether a rate says a number again: "wool sold better by $5 million, or 60%"."""
    place = at + 2 if line.word(at + 1) == "," else at + 1
    return line.word(place) in words.instead and "<change>" in (line.word(place + 1), line.word(place + 2))


def compares(line: Line, at: int) -> bool:
    """Whether a flow word sets one side of trade against the other: "than it bought", "exports exceeded imports"."""
    return line.word(at) == "<flow>" and line.mention(at).value.name in TWO_SIDES


def _turning(words: CueWords, word: str) -> bool:
    return word in words.up or word in words.down or word in words.infinitives


def _moves(words: CueWords, word: str, before: str) -> bool:
    """Whether a step word takes the number as its size: not "to reduce", and "up" or "down" not as a part of "racked up"."""
    if word in words.particles:
        return before in words.predicates
    return before not in words.goals


def is_step(words: CueWords, word: str) -> bool:
    """Whether a word speaks of going up or down, and not of a level passed."""
    return (word in words.up or word in words.down) and word not in words.levels


def of_company(words: CueWords, line: Line, at: int) -> bool:
    """Whether a company is named not far in front of a number."""
    return any(line.word(place) in words.companies for place in range(max(at - COMPANY, 0), at))


def named(words: CueWords, line: Line, at: int) -> str:
    """Whether words right beside a number name it as money that is no trade: its head, its object, what it is said of."""
    behind = [line.word(at + step) for step in range(1, 6)]
    if behind[0] in words.object_leads:
        if _within(words, behind[1:]):
            return f"object.{behind[0]}"
    elif _within(words, behind[:3]):
        return "head"
    elif _business(words, behind[:4]):
        return "business"
    before = [line.word(at - step) for step in range(1, 8) if line.word(at - step) not in words.actual]
    return "subject" if _within(words, before[:5]) else "-"


def _within(words: CueWords, near: list[str]) -> bool:
    """Whether a word of other money comes before anything that ends a phrase."""
    for word in near:
        if word in words.never_trade:
            return True
        if word in _PHRASE_ENDS or word in words.uniting or word in words.breaks or word in words.actual:
            return False
    return False


def _business(words: CueWords, behind: list[str]) -> bool:
    """Whether a number is the size of what somebody runs or sells to: "a $5 million consumer market"."""
    for word in behind:
        if word in words.businesses:
            return True
        ends = word in _PHRASE_ENDS - {"<area>"} or word in words.uniting or word in words.breaks
        if ends or word in words.actual or word in words.prepositions:
            return False
    return False


def told(reading: Reading, index: int) -> bool:
    """Whether the pass before took a figure for a fact, or for the rate of one."""
    decision = reading.before.get(index)
    if decision is None:
        return False
    if decision.fact:
        return True
    owner = decision.rate[1] if decision.rate else -1
    return owner in reading.before and reading.before[owner].fact


def around(reading: Reading, figure: Figure) -> list[str]:
    """Cues of whether the figures in front and behind were told as facts, and how far off they stand."""
    if not reading.before:
        return []
    return [_beside(reading, figure, "previous", figure.index - 1), _beside(reading, figure, "following", figure.index + 1)]


def _beside(reading: Reading, figure: Figure, name: str, index: int) -> str:
    if not 0 <= index < len(reading.page.figures):
        return f"{name}.told=none"
    other = reading.page.figures[index]
    gap = min(abs(other.sentence - figure.sentence), 2)
    return f"{name}.told={'yes' if told(reading, index) else 'no'}.{gap}"
