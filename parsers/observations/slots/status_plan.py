"""What is yet to be: infinitives and what they hang on, ways from a level to a wanted one, levels that stand, aims by name."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.slots.status_told import begins, kinds, predicate, told
from parsers.observations.words import CueWords

REACH = 14
SPAN = 7
NAMED = 5
STANDING = 6
CLAUSE = 24
BEHIND = 9
STEP = 7
_ENDS = frozenset({"<amount>", ";", ":", "^"})
_MARKS = frozenset({",", ".", ";", ":", "(", ")", "$"})
_NUMBERS = frozenset({"<amount>", "<change>", "<period>", "<area>"})


def infinitive(words: CueWords, line: Line, at: int, time: str) -> list[str]:
    """Whether the figure hangs on an infinitive ("decided to raise trade to $5 billion"), on what that hangs, and when it is.

    A level that the way starts from is passed over: "to raise trade from $2 billion to $5 billion".
    """
    for place in range(at - 1, max(at - REACH, 0), -1):
        word = line.word(place)
        if word in words.infinitives and line.word(place - 1) in words.goals:
            return _open(words, line, place, at, time)
        if word in words.gerunds and line.word(place - 1) in words.gerund_leads:
            return ["infinitive=gerund", f"infinitive=gerund.{time}.{_definite(words, line, at)}"]
        if word in words.breaks or word == ";" or (word == "<amount>" and not begins(words, line, place)):
            break
    return ["infinitive=none"]


def _open(words: CueWords, line: Line, place: int, at: int, time: str) -> list[str]:
    """An infinitive at a place and its figure: whether a verb of fact stands between, what it does, what it hangs on."""
    finite = "finite" if words.actual & {line.word(inner) for inner in range(place + 1, at)} else "open"
    kind = "raising" if line.word(place) in words.raising else "reaching"
    result = "result" if kind == "reaching" and _result(words, line, place - 2) else kind
    return [
        f"infinitive={finite}",
        f"infinitive={finite}.{line.word(place - 2)}",
        f"infinitive={finite}.hung.{hung(words, line, place)}",
        f"infinitive={finite}.{time}.{_definite(words, line, at)}",
        f"infinitive={finite}.does.{result}",
        f"infinitive={finite}.{result}.{time}",
    ]


def hung(words: CueWords, line: Line, place: int) -> str:
    """What the words say that an infinitive hangs on, however far: "expected for the exports of Peru to reach"."""
    at = told(words, line, place - 1)
    return kinds(words, line)[at] if at >= 0 else "none"


def _result(words: CueWords, line: Line, at: int) -> bool:
    """Whether what an infinitive hangs on is a step: "rose by 8 per cent to reach $2 billion"."""
    return any(line.word(place) in words.up or line.word(place) in words.down for place in range(at, max(at - STEP, -1), -1))


def way(words: CueWords, line: Line, at: int) -> str:
    """Whether a figure is where a way starts ("from $2 billion to"), where it ends, or neither."""
    following = [line.word(at + step) for step in range(1, SPAN)]
    if begins(words, line, at):
        return "start" if not words.goals.isdisjoint(following) else "-"
    before = next((place for place in range(at - 1, max(at - SPAN, -1), -1) if line.word(place) == "<amount>"), -1)
    return "end" if before >= 0 and begins(words, line, before) else "-"


def _definite(words: CueWords, line: Line, at: int) -> str:
    """Whether the figure is spoken of as known: "cut its $5 billion deficit"."""
    return "known" if line.word(at - 1) in words.before_known or standing(words, line, at) else "new"


def standing(words: CueWords, line: Line, at: int) -> bool:
    """Whether the words in front of the figure say that it stands already: "the current trade of $2m", "from $2m to $5m"."""
    if way(words, line, at) == "start":
        return True
    for place in range(at - 1, max(at - 1 - STANDING, -1), -1):
        word = line.word(place)
        if word in words.existing:
            return True
        if word in _NUMBERS or word in _ENDS or word == "," or word in words.parting:
            return False
    return False


def behind(words: CueWords, line: Line, at: int) -> str:
    """Which word of the clause right behind a figure says that it is to come or wanted: "$5 billion is possible"."""
    for place in range(at + 1, min(at + BEHIND, len(line))):
        word = line.word(place)
        kinds = [name for name in ("forecast", "target") if word in getattr(words, name)]
        if kinds:
            return "+".join(kinds)
        if word in _NUMBERS or word in words.breaks or word in words.uniting or word in (",", ";", ")", "<flow>"):
            break
    return "none"


def feasible(words: CueWords, line: Line, at: int) -> str:
    """Whether a figure, with its flow and its period, is called one that can be: "$5 billion of trade by 2030 is possible"."""
    for place in range(at + 1, min(at + BEHIND, len(line))):
        word = line.word(place)
        if word in words.feasible:
            return "yes"
        if word in ("<amount>", "<change>") or word in words.breaks or word in words.uniting or word in (",", ";"):
            break
    return "no"


def named(words: CueWords, line: Line, at: int) -> str:
    """Whether the figure is called an aim by a noun of its own: "the $5 billion export target"."""
    for step in range(1, NAMED + 1):
        word = line.word(at + step)
        if word in words.aims:
            return "aim"
        if word in _MARKS or word in words.before_others or word in _NUMBERS or word in words.actual:
            return "-"
    return "-"


def rear(words: CueWords, line: Line, at: int) -> str:
    """What the words behind a figure make of it: an aim by name, what its verb says, what is to come or wanted, what can be."""
    if named(words, line, at) == "aim":
        return "aim"
    said = predicate(words, line, at)
    if said not in ("none", "actual"):
        return said
    said = behind(words, line, at)
    return said if said != "none" else "feasible" if feasible(words, line, at) == "yes" else "-"


def clause(words: CueWords, line: Line, at: int) -> str:
    """What the words of a figure's own clause in front of it say: the kinds of the nearest that says anything."""
    for place in range(at - 1, max(at - 1 - CLAUSE, -1), -1):
        word = line.word(place)
        kinds = [name for name in ("forecast", "target", "actual") if word in getattr(words, name)]
        if kinds:
            return "+".join(kinds)
        if word in words.breaks or (word == "<amount>" and not begins(words, line, place)):
            break
    return "none"
