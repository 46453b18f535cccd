"""What a word says of a figure's being so, to come or wanted where it stands, and how a verb of change holds the figure."""

from __future__ import annotations

from parsers.observations.page import Line
from parsers.observations.words import CueWords

REACH = 24
HELD = 12
SPAN = 7
CHAIN = 5
JOINED = 12
VERB = 4
PREDICATE = 9
SUBJECT = 4
_STOPS = frozenset({",", ";", ":", "^"})
_NUMBERS = frozenset({"<amount>", "<change>"})
_ENDS = frozenset({";", ":", "<amount>", "<change>"})
_CHANGES = ("reducing", "attaining", "raising", "gerunds")
_KINDS = ("forecast", "target", "actual")


def kinds(words: CueWords, line: Line) -> list[str]:
    """What each word of a sentence says: forecast, target, actual, "due", several joined by "+", or nothing.

    A verb behind "would" or "to" is no fact ("could be increased to"), "would like" is a wish, "is to reach" is due.
    """
    key = ("kinds of status",)
    if key not in line.memo:
        line.memo[key] = [_kind(words, line, at) for at in range(len(line))]
    found: list[str] = line.memo[key]
    return found


def _kind(words: CueWords, line: Line, at: int) -> str:
    word = line.word(at)
    if word in words.modals and line.word(at + 1) in words.liking:
        return "target"
    if word in words.modals and line.word(at + 1) in words.against_known:
        return "actual"
    if word in words.being and line.word(at + 1) in words.goals and _is_verb(words, line.word(at + 2)):
        return "due"
    if (word in words.being or word in words.holding) and _wished(words, line, at):
        return ""
    if word == "<flow>":
        return "actual" if line.mention(at).text.lower() in words.traded and not _unreal(words, line, at) else ""
    said = [name for name in _KINDS if word in getattr(words, name)]
    if "actual" in said or word in words.present:
        told = not _unreal(words, line, at)
        said = [name for name in said if name != "actual"] + (["actual"] if told else [])
    return "+".join(said)


def _wished(words: CueWords, line: Line, at: int) -> bool:
    """Whether the subject of "is" is a wish, which the figure then is too: "the goal for exports is", "all they hope for is"."""
    before = [line.word(at - step) for step in range(1, SUBJECT + 1)]
    first = next((step for step, word in enumerate(before) if word in _STOPS), SUBJECT)
    return bool(words.target & set(before[:first]))


def headed(words: CueWords, line: Line) -> list[str]:
    """What each word of a headline says, which leaves out the verb of "is to reach": "Wool exports to reach $5 billion"."""
    found = kinds(words, line)
    at = next((place for place in range(1, len(line) - 1) if found[place] or _begins_verb(words, line, place)), -1)
    return [*found[:at], "due", *found[at + 1 :]] if at > 0 and not found[at] else found


def _begins_verb(words: CueWords, line: Line, at: int) -> bool:
    return line.word(at) in words.goals and _is_verb(words, line.word(at + 1))


def _is_verb(words: CueWords, word: str) -> bool:
    return word[:1].isalpha() and word not in words.determiners


def _unreal(words: CueWords, line: Line, at: int) -> bool:
    """Whether a verb hangs on a modal or an infinitive: "could be increased", "should have reached", "to be worth"."""
    for place in range(at - 1, max(at - 1 - CHAIN, -1), -1):
        word = line.word(place)
        if word in words.modals or word in words.goals:
            return True
        if word not in words.auxiliaries and not words.is_adverb(word):
            return False
    return False


def told(words: CueWords, line: Line, at: int) -> int:
    """The place of the nearest word in front of a place that says anything in its clause; -1 without one."""
    found = kinds(words, line)
    for place in range(at - 1, max(at - 1 - REACH, -1), -1):
        if found[place]:
            return place
        word = line.word(place)
        if word in words.breaks or word == ";" or (word in _NUMBERS and not _passed(words, line, place, at)):
            break
    return -1


def saying(words: CueWords, line: Line, at: int, when: str) -> list[str]:
    """Cues of what the clause in front of a figure says of its being so, to come or wanted."""
    place = told(words, line, at)
    kind, word = (kinds(words, line)[place], line.word(place)) if place >= 0 else ("none", "")
    cues = [f"told={kind}", f"told={kind}.{when}", f"told.word={word}"]
    if word in words.modals:
        above = told(words, line, place)
        over = kinds(words, line)[above] if above >= 0 else "none"
        verb = _verb(words, line, place)
        cues.extend([f"modal.over={over}", f"modal.verb={verb}", f"modal.{word}.{when}", f"modal.{word}.over={over}"])
    return cues


def _verb(words: CueWords, line: Line, modal: int) -> str:
    """What the verb of a modal does: comes to a level, changes one, is said ("should be noted"), or something else."""
    for place in range(modal + 1, modal + 1 + VERB):
        word = line.word(place)
        if word in words.auxiliaries or words.is_adverb(word):
            continue
        if word in words.raising or word in words.reducing:
            return "changing"
        return "reaching" if word in words.infinitives or word in words.actual else "other"
    return "other"


def begins(words: CueWords, line: Line, at: int) -> bool:
    """Whether an amount is where a way starts: "from $2 billion", "from the current level of around $2 billion"."""
    for step in range(1, SPAN + 1):
        word = line.word(at - step)
        if word in words.sources:
            return True
        if word in _ENDS or word in ("<period>", "<area>", "^", ",", "<flow>") or word in words.way_ends:
            return False
    return False


def _passed(words: CueWords, line: Line, first: int, last: int) -> bool:
    return begins(words, line, first) or _joined(words, line, first, last)


def _joined(words: CueWords, line: Line, first: int, last: int) -> bool:
    """Whether nothing but "and", "or" or "to" and no verb stands between two numbers: "to $5 million and to $9 million"."""
    if last - first > JOINED:
        return False
    between = {line.word(place) for place in range(first + 1, last)}
    if between & (words.actual | words.present | _ENDS | {"<flow>"}):
        return False
    return bool(words.number_joints & between)


def held(words: CueWords, line: Line, at: int) -> str:
    """How a verb of change holds a figure: as where it leads ("raise trade to $5m") or what it works on ("cut the $5m gap")."""
    for place in range(at - 1, max(at - 1 - HELD, -1), -1):
        word = line.word(place)
        change = next((name for name in _CHANGES if word in getattr(words, name)), "")
        if change:
            return f"{change}.{_link(words, line, place, at)}"
        if word in words.breaks or (word in _ENDS and not begins(words, line, place)):
            break
    return "-"


def _link(words: CueWords, line: Line, verb: int, at: int) -> str:
    """The preposition that leads to a figure, "direct" where it is a verb's own object."""
    for place in range(at - 1, verb, -1):
        word = line.word(place)
        if word in words.figure_leads:
            return word
        if word not in words.approximate and word not in words.possessive and word not in words.determiners:
            return "other"
    return "direct"


def definite(words: CueWords, line: Line, at: int) -> str:
    """Whether a figure is spoken of as known with its flow right behind it: "the $5 million trade gap", "its $5m of exports"."""
    before = line.word(at - 1)
    if before not in words.possessive and before not in words.before_told:
        return "-"
    return "flow" if "<flow>" in {line.word(at + step) for step in range(1, 5)} else "bare"


def there(words: CueWords, line: Line, at: int) -> bool:
    """Whether a figure is what is to be changed, or known with its flow, and so there already: "to cut the $5 million gap"."""
    change, _, link = held(words, line, at).partition(".")
    if change in ("attaining", "raising", "gerunds") and link in words.goals:
        return False
    return (change == "reducing" and (link == "direct" or link in words.reduced_from)) or (
        change != "attaining"
        and definite(words, line, at) == "flow"
        and not any(line.word(at + step) in words.aims for step in range(1, 6))
    )


def predicate(words: CueWords, line: Line, at: int) -> str:
    """What the verb behind a figure says of it: "$5 million is forecast", "$5 million remains the goal"."""
    for place in range(at + 1, min(at + PREDICATE, len(line))):
        word = line.word(place)
        if word in words.being or word in words.present or word in words.been:
            said = [kind for kind in kinds(words, line)[place + 1 : place + 5] if kind and kind != "actual"]
            feasible = words.feasible & {line.word(place + step) for step in range(1, 5)}
            return "feasible" if feasible else said[0] if said else "actual"
        if word in _ENDS or word in words.breaks or word in words.uniting or word in (",", ")", "("):
            break
    return "none"
