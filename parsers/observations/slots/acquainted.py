"""How the two areas of a pair meet in the text: in one sentence before, as "the two countries", as one of few or of many."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.places import crowd, flow_words, reach
from parsers.observations.slots.sides import Side
from parsers.observations.slots.standing import WORLD
from parsers.observations.slots.ties import Ties
from parsers.observations.words import CueWords

BACK, NEAR, RECENT = 6, 6, 2


@dataclass(frozen=True, slots=True)
class Talk:
    """What a figure's sentence leaves to the text around it, the same for every pair.

    `scope` is the number of areas named besides the owner, "" where the sentence has the partner; `whole` says that the flow is
    all of it, of two sides, or goes abroad; `last` is the partner of the last flow word before a sentence without areas, and
    `since` how far off that stands, "" where it does not matter; `plain` is whether it stands near by and no word points to
    another; `both` is whom "the two countries" mean.
    """

    reading: Reading
    figure: Figure
    main: str | None
    scope: str
    whole: str
    owner: int
    last: str | None
    since: str
    plain: bool
    both: frozenset[str]


def talk(reading: Reading, figure: Figure, line: Line, flow_at: int, told: Ties) -> Talk:
    """The talk around a figure whose flow word stands at a place, -1 where it is carried."""
    words = reading.words
    owner = owner_at(line, flow_at, words) if flow_at >= 0 else -1
    whole = "" if told.partner_sure else _whole(line, flow_at, words)
    scope = "" if told.partner_sure else _scope(reading, told)
    last, since = (None, "") if line.places("area") else _resumed(reading, figure)
    plain = last is not None and since.endswith("here") and flow_at >= 0 and not whole and _plain(line, words)
    return Talk(reading, figure, told.main[1], scope, whole, owner, last, since, plain, _both(line))


def acquainted(around: Talk, ref: Side, other: Side) -> list[str]:
    """The cues of a pair that the figure's own words do not give both ends of."""
    cues = []
    far = "world" if other.code == WORLD else "here" if other.at >= 0 else "carried"
    if far == "carried" and ref.at < 0:
        cues.append(f"met={_met(around, ref, other)}")
    if around.scope:
        which = "world" if far == "world" else "main" if other.code == around.main else "new"
        cues.append(f"scope={around.scope}.{which}.{'here' if far == 'here' else 'carried'}")
    if around.whole:
        owned = "loose" if around.owner < 0 else "owned" if ref.at <= around.owner <= ref.last else "other"
        cues.extend([f"whole={around.whole}.{far}", f"whole={around.whole}.{far}.{owned}"])
    if around.since:
        stands = "world" if far == "world" else "kept" if other.code == around.last else "other"
        cues.append(f"resumed={around.since}.{stands}")
        if around.plain:
            cues.append(f"resumed.plain={stands}")
    if other.at < 0 and other.code not in (None, WORLD):
        cues.append(f"paragraph={_paragraph(around, str(other.code))}")
    if around.both:
        cues.append(f"both={('broken', 'half', 'kept')[len(around.both & {ref.code, other.code})]}")
    return cues


def _met(around: Talk, ref: Side, other: Side) -> str:
    """How many sentences ago one named both areas; "home" where one is the publisher's own, which its paper need not name."""
    home = around.reading.seat
    if home in (ref.code, other.code) and home not in around.reading.named:
        return "home"
    now = around.figure.sentence
    for earlier in range(now - 1, max(now - 1 - BACK, -1), -1):
        if {ref.code, other.code} <= around.reading.named_in[earlier]:
            return reach(earlier, now)
    return "never"


def _paragraph(around: Talk, code: str) -> str:
    """Whether a partner from elsewhere was last named in the figure's own paragraph: the next one may tell of all the world."""
    now, sentences = around.figure.sentence, around.reading.page.sentences
    last = next((earlier for earlier in range(now - 1, -1, -1) if code in around.reading.named_in[earlier]), None)
    if last is None:
        return "never"
    return "same" if sentences[last].paragraph == sentences[now].paragraph else "apart"


def _scope(reading: Reading, told: Ties) -> str:
    """How many areas a text names besides the owner of its flows: with one of them it is a text of that pair."""
    others = sum(code not in (told.main[0], WORLD) for code in reading.named)
    return crowd(others if told.main[0] else max(others - 1, 0))


def _resumed(reading: Reading, figure: Figure) -> tuple[str | None, str]:
    """The partner of the last flow word in the sentences before, and how far off it is: "Sales to Peru rose. Imports fell"."""
    last = reading.last_ends[figure.sentence]
    if last is None or figure.sentence - last[0] > RECENT:
        return None, ""
    sentences = reading.page.sentences
    here = "here" if sentences[last[0]].paragraph == sentences[figure.sentence].paragraph else "apart"
    return last[2], f"{figure.sentence - last[0]}.{here}" if last[2] is not None else f"none.{here}"


def _plain(line: Line, words: CueWords) -> bool:
    """Whether no word of a sentence says that its flows are of all the world, or of another pair than the one before."""
    return not any(token.word in words.totals or token.word in words.ways for token in line.tokens)


def _whole(line: Line, flow_at: int, words: CueWords) -> str:
    """Whether a flow word without a partner is said to be all of a flow, one that goes abroad, or that of two sides."""
    if flow_at < 0 or partner_at(line, flow_at, words) >= 0:
        return ""
    near = flow_words(line, flow_at) | {line.word(flow_at + 1)}
    for at in range(flow_at - 1, max(flow_at - 1 - NEAR, -1), -1):
        if line.word(at).startswith("<") or line.word(at) in (",", ".", ";"):
            break
        near.add(line.word(at))
    return "mutual" if near & words.mutual else "outward" if near & words.outward else "total" if near & words.totals else ""


def _both(line: Line) -> frozenset[str]:
    """The areas that "the two countries" of a sentence stand for; none where it says nothing like that."""
    for at in line.places("area"):
        mention = line.mention(at).value
        if mention.form == "anaphor" and mention.count == 2 and len(mention.candidates) == 2:
            return frozenset(mention.candidates)
    return frozenset()
