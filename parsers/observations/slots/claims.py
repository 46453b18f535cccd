"""What ties a figure to one area, whatever else the sentence names: its own flow word, subject, and nearest partner."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.slots.dealers import meant
from parsers.observations.slots.ends import (
    absolute,
    doer_of,
    owner_at,
    owner_behind,
    participle,
    partner_at,
    sure_owner,
    tells,
)
from parsers.observations.slots.peers import peers
from parsers.observations.slots.places import opening
from parsers.observations.words import CueWords

CLOSE = 3
LED = 5
TOLD = 7
OPENING = 5
AHEAD, FAR, LISTED = 24, 12, 60
_FIGURES = ("<amount>", "<change>")
_HALTS = frozenset((",", ";", ":", "<amount>", "<change>"))
_JOINTS = frozenset((",", "-"))
_BRACKETS = frozenset(("(", ")", ","))


def flow_told(line: Line, figure: Figure, flow_at: int, words: CueWords) -> int:
    """The place of the flow word that tells the figure: one behind it ("$3m was exports to Peru") before the one given."""
    if flow_at < 0 or line.word(figure.token + 1) not in words.equating:
        return flow_at
    flow = line.mention(flow_at).value.flow
    for at in range(figure.token + 1, min(figure.token + 1 + TOLD, len(line))):
        word = line.word(at)
        if word in _HALTS or word in words.breaks:
            break
        if word == "<flow>" and line.mention(at).value.flow == flow:
            return at
    return flow_at


def claimed(line: Line, figure: Figure, words: CueWords) -> tuple[int, str]:
    """The place of the area that stands right at a figure, and how: "Peru ($5m)", "$5m (3%) to Peru", "Peru's $5m"; or -1."""
    behind = _led_behind(line, figure.token, words)
    if behind >= 0:
        return behind, "behind"
    for at in range(figure.token - 1, figure.token - 2 - CLOSE, -1):
        word = line.word(at)
        if word == "<area>":
            return at, _stands(line, at, words)
        if word in _HALTS or word in words.joints or word in ("<flow>", "^", ")", "<period>"):
            break
    doer = doer_behind(line, figure.token, words)
    return doer, "doer" if doer >= 0 else "none"


def _stands(line: Line, at: int, words: CueWords) -> str:
    """How an area stands in front of its figure: as what another is compared with, as its possessor, or just there."""
    if line.word(at - 1) in words.rivals or (line.word(at - 1) in words.definite and line.word(at - 2) in words.rivals):
        return "rival"
    return "possessor" if line.word(at + 1) in words.genitives and not _is_led(line, at, words) else "before"


def _is_led(line: Line, at: int, words: CueWords) -> bool:
    """Whether a word of partnership stands right before an area, an article between allowed."""
    return line.word(at - 1) in words.toward or (line.word(at - 1) in words.definite and line.word(at - 2) in words.toward)


def mate(line: Line, at: int, flow_at: int, words: CueWords) -> str:
    """Which end of its flow word begins the list with a figure for each ("to Peru ($5m), Chile ($3m)") that an area goes on."""
    head, figures = at, 0
    for place in range(at - 1, max(at - 1 - LISTED, -1), -1):
        word = line.word(place)
        if word == "<area>":
            head, figures = place, 0
        elif word in _FIGURES and figures < 2:
            figures += 1
        elif word not in _BRACKETS | words.listing | words.joints | words.up | words.down:
            break
    if head == at or flow_at < 0:
        return ""
    if head == partner_at(line, flow_at, words) or _is_led(line, head, words):
        return "partner"
    return "owner" if head == owner_at(line, flow_at, words) else "neither"


def doer_behind(line: Line, at: int, words: CueWords) -> int:
    """The area that a participle at the head of a sentence tells of: "Accounting for 5% of sales, Peru ..."; or -1."""
    start = next((place + 1 for place in range(at - 1, -1, -1) if line.word(place) in words.breaks), 0)
    opening = next((place for place in range(start, min(start + OPENING, at)) if participle(line, place, words)), -1)
    if opening < 0 or "," in (line.word(place) for place in range(opening, at)):
        return -1
    for comma in range(at + 1, min(at + AHEAD, len(line))):
        if line.word(comma) in words.breaks:
            break
        place = comma + 2 if line.word(comma + 1) in words.definite else comma + 1
        if line.word(comma) == "," and line.word(place) == "<area>" and not _joined(line, place + 1, words):
            return place
    return -1


def _led_behind(line: Line, token: int, words: CueWords) -> int:
    """The area that a word of partnership right behind a figure leads to, what stands in brackets passed over."""
    at = token + 1
    if line.word(at) == "(":
        close = next((place for place in range(at, min(at + LED, len(line))) if line.word(place) == ")"), -1)
        at = close + 1 if close >= 0 else at
    led = False
    for place in range(at, min(at + LED, len(line))):
        word = line.word(place)
        if word == "<area>" and led:
            return place
        if word in _HALTS or word in words.breaks or word == "<period>" or word in words.uniting:
            break
        led = word in words.toward or (led and word in words.determiners)
    return -1


def owner_told(line: Line, figure: Figure, flow_at: int, words: CueWords) -> tuple[int, str]:
    """The area that certainly owns what a figure is told of, and how: at its flow word, an earlier one, or as the subject."""
    if flow_at < 0:
        return -1, "none"
    doer = doer_of(line, flow_at, words)
    if doer >= 0:
        return doer, "by"
    flow = line.mention(flow_at).value.flow
    flows = [at for at in line.places("flow") if at <= flow_at and line.mention(at).value.flow == flow]
    for at in reversed(flows):
        if line.count("break", at, figure.token):
            break
        owner = sure_owner(line, at, words)
        if owner >= 0:
            last = max(at, partner_at(line, at, words))
            among = set(range(last + 1, figure.token)) & set(line.places("area"))
            if among:
                return (owner, "listed") if among <= peers(line, figure, words) - {owner} else (-1, "none")
            plain = at == flow_at and not any(line.count(kind, at, figure.token) for kind in _FIGURES)
            return owner, "beside" if plain else "on" if at == flow_at else "back"
    if flow in ("exports", "imports") and participle(line, flow_at, words):
        doer = doer_behind(line, max(flow_at, figure.token), words)
        if doer >= 0:
            return doer, "participle"
    return _leaves(line, flow_at, flow, words)


def _leaves(line: Line, flow_at: int, flow: str, words: CueWords) -> tuple[int, str]:
    """The owner behind a flow word ("exports from Peru"), else the subject of its clause."""
    behind = owner_behind(line, flow_at, words)
    if behind >= 0:
        return behind, "from"
    subject = subject_at(line, flow_at, words)
    if subject >= 0 and flow in ("exports", "imports"):
        acts = _acts(line, flow_at, words) or origin_told(line, flow_at, subject, words) >= 0
        return subject, "acts" if acts else _subject(line, subject, words)
    if subject >= 0 and line.mention(flow_at).value.sign:
        return subject, "runs" if _verb(line, subject, words) in words.experiencing | words.running else "holds"
    return -1, "none"


def _subject(line: Line, at: int, words: CueWords) -> str:
    """Whether a subject is said to have what follows ("Peru saw a rise in imports"), or just begins the clause."""
    return "has" if _verb(line, at, words) in words.experiencing else "subject"


def _verb(line: Line, at: int, words: CueWords) -> str:
    """The word of a subject's verb that says what it does, or what follows "has"."""
    behind = [line.word(place) for place in range(at + 1, at + 4)]
    return next((word for word in behind if word not in words.having | words.also and not words.is_adverb(word)), "")


def origin_told(line: Line, flow_at: int, owner: int, words: CueWords) -> int:
    """The place of the adjective that says where another's imports come from, or -1.

    "Peru cuts Chilean wine imports", "Chilean goods bought by Peru".
    """
    if flow_at < 0 or owner < 0 or line.mention(flow_at).value.flow != "imports":
        return -1
    for at in range(flow_at - 1, max(flow_at - 1 - CLOSE, owner if owner < flow_at else -1), -1):
        word = line.word(at)
        if word == "<area>":
            adjective = line.mention(at).value.form == "adjective" and line.word(at + 1) not in _JOINTS | words.genitives
            return at if adjective and line.mention(at).value.code else -1
        if word.startswith("<") or not word[0].isalpha() or word in words.breaks:
            break
    return -1


def partner_told(line: Line, figure: Figure, flow_at: int, words: CueWords) -> int:
    """The place of the one area that the flow word leads to, where no other area stands nearer to the figure; or -1.

    Those of a list with a figure for each in front of it do not: "Peru with $5m and Chile with $3m of exports to Spain".
    """
    if flow_at < 0:
        return -1
    partner = partner_at(line, flow_at, words)
    if partner < 0 or not tells(line, partner) or _one_of_several(line, partner, words):
        return -1
    low, high = sorted((partner, figure.token))
    among = set(range(low + 1, high)) & set(line.places("area"))
    listed = peers(line, figure, words)
    others = (among if partner in listed or low == partner else among - listed) - {owner_behind(line, flow_at, words)}
    return -1 if others or line.count("break", low, high) else partner


def _one_of_several(line: Line, at: int, words: CueWords) -> bool:
    """Whether an area begins a list or possesses what follows; "from Peru and sold" goes on with something else."""
    if line.word(at + 1) in words.uniting:
        return "<area>" in (line.word(at + 2), line.word(at + 3))
    return _joined(line, at + 1, words)


def _joined(line: Line, at: int, words: CueWords) -> bool:
    """Whether what stands at a place joins an area to the next one or to what it possesses."""
    return line.word(at) in _JOINTS or line.word(at) in words.genitives or line.word(at) in words.conjunctions


def _absolute_before(line: Line, at: int, words: CueWords) -> int:
    """The subject of "with Peru exporting $5m and importing" in front of a place, with no comma between; or -1."""
    for place in range(at - 1, max(at - 1 - FAR, 0), -1):
        if line.word(place) in (",", ";"):
            return -1
        if line.word(place) == "<area>" and absolute(line, place, words):
            return place
    return -1


def back_told(line: Line, flow_at: int, words: CueWords) -> bool:
    """Whether the flow word leads to a partner named before: "exports to it", "imports from them", "sales there"."""
    if flow_at < 0:
        return False
    first, second = line.word(flow_at + 1), line.word(flow_at + 2)
    return first in words.thither or (first in words.toward and second in words.pronouns)


def _acts(line: Line, flow_at: int, words: CueWords) -> bool:
    """Whether a flow word is a verb that the subject does: "exported", "importing"."""
    flow = line.mention(flow_at)
    return flow.value.weight == "verb" or words.is_participle(flow.text)


def subject_at(line: Line, at: int, words: CueWords) -> int:
    """The place of the area that begins the clause of a place, an article allowed, and is no possessor; or -1.

    A relative clause has the area in front of it for a subject ("behind Peru, which exported"), none where a list stands there.
    """
    spoken = at - 2 if line.word(at - 1) in words.having else at - 1
    if line.word(spoken) in words.personal:
        return meant(line, spoken, words)
    related = next((place for place in range(at - 1, max(at - TOLD, 0), -1) if line.word(place) in words.relatives), 0)
    before = related - 2 if line.word(related - 1) == "," else related - 1
    if related and line.word(before) == "<area>":
        return -1 if line.word(before - 1) in words.joints else before
    start = next((place + 1 for place in range(at - 1, -1, -1) if line.word(place) in words.breaks), opening(line))
    joins = words.genitives | words.uniting
    doing = _absolute_before(line, at, words)
    if doing >= 0:
        return doing
    for place in (start, start + 1):
        if place < at and line.word(place) == "<area>" and line.word(place - 1) not in words.toward:
            behind = line.word(place + 1)
            listed = behind == "," and line.word(place + 2) == "<area>"
            return -1 if listed or behind in ("'", "-", ":", "–", "—", "<flow>", "/") or behind in joins else place
    comma = next((place for place in range(start, min(at, start + 14)) if line.word(place) == ","), -1)
    for place in (comma + 1, comma + 2):
        if 0 <= comma < place < at and line.word(place) == "<area>" and line.word(place - 1) in words.definite | {","}:
            return -1 if line.word(place + 1) in joins | {"'", "-", ",", "<flow>"} else place
    return -1
