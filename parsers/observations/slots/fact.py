"""Whether a figure states a trade flow, and which: every flow word in reach is a candidate, "no trade figure" is one too."""

from __future__ import annotations

from typing import Any

from parsers.mentions.flows import FlowWords
from parsers.model import Mention
from parsers.observations.equivalents import is_equivalent
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.called import called
from parsers.observations.slots.dealings import dealt
from parsers.observations.slots.flow_place import attributed, follower, governor, handled, led, partitive, turn
from parsers.observations.slots.gained import gained
from parsers.observations.slots.houses import of_house
from parsers.observations.slots.no_fact import OTHER_BALANCE, never, no_fact
from parsers.observations.slots.places import between, crowd, link, reach, side, tally
from parsers.observations.slots.predicate import in_aside, tells
from parsers.observations.slots.setting import doer, excluded
from parsers.observations.slots.subjects import clause_start, subject, subjects
from parsers.observations.slots.wholes import entitled, intended, parts_behind
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

KINDS = ("amount", "change", "flow", "mock", "area", "period", "break")
EXCHANGE_WORDS = 3
OWN = 7


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is (flow, sign of a balance); ("", 0) stands for no trade figure."""
    line = reading.line(figure)
    none = no_fact(reading, figure, line)
    if is_equivalent(reading, figure) or never(reading, figure, line):
        return [none]
    places = (at for at in line.places("flow") if not dealt(reading, line, at))
    found = [_here(reading, figure, line, at) for at in places if not _at_home(reading, line.tokens[at].mention)]
    found.extend(_carried(reading, figure, line))
    found.extend(gained(reading, figure, line, found))
    found.extend(called(reading, figure, line, found))
    return [*found, none]


def _at_home(reading: Reading, mention: Mention[Any] | None) -> bool:
    """Whether "trade" is that of a firm, or of an exchange: a text full of such places, and no word of abroad."""
    if mention is not None and mention.value.flow == "turnover" and _of_firms(reading):
        return True
    if mention is None or mention.value.flow != "turnover" or reading.venues < EXCHANGE_WORDS:
        return False
    return not reading.words.abroad & set(mention.text.lower().split())


def _of_firms(reading: Reading) -> bool:
    """Whether all that a text calls trade is "turnover", with nobody and of no more than one area, or beside words of firms."""
    listed = reading.firms + reading.venues >= EXCHANGE_WORDS
    if reading.partners or (len(reading.area_counts) > 1 and not listed):
        return False
    named = [mention.text.lower() for _, _, mention in reading.flows if mention.value.weight == "noun"]
    return bool(named) and all(text in reading.words.sales_of_firms for text in named)


def _flow(mention: Mention[FlowWords]) -> tuple[str, int]:
    return mention.value.flow, mention.value.sign


def _here(reading: Reading, figure: Figure, line: Line, at: int) -> Candidate:
    mention: Mention[FlowWords] = line.tokens[at].mention  # type: ignore[assignment]
    where, flow = side(line, at, figure.token), mention.value
    flows = line.places("flow")
    nearest = min(flows, key=lambda place: abs(place - figure.token))
    before = [place for place in flows if place < figure.token]
    cues = [
        "here",
        f"{figure.kind}.weight={flow.weight}",
        f"flow={flow.flow}",
        f"{where}.reach={reach(at, figure.token)}",
        f"{where}.{flow.weight}",
        f"{where}.link={link(line, at, figure.token, 2)}",
        f"{where}.next={line.word(at + 1)}",
        f"flows={tally(len(flows))}",
        f"previous.word={line.word(at - 1)}",
        f"clause={'same' if line.count('break', at, figure.token) == 0 and line.count(',', at, figure.token) == 0 else 'other'}",
        *between(line, at, figure.token, KINDS),
    ]
    if flow.weight == "loose" and flow.flow == "balance":
        cues.extend([f"loose.topic={_topic(reading, figure)}", f"balance.topic={_balance_topic(reading, figure)}"])
    cues.append(f"{where}.taken={_taken(line, at, figure)}")
    if where == "after":
        cues.append(f"after.told={_told_before(reading.words, line, at, figure.token)}")
    cues.append(f"parts={parts_behind(line, figure, reading.words)}.{flow.flow}")
    cues.extend(_standing(reading, line, at, figure, flow))
    listed = any(turn(line, place, figure, reading.words).startswith("told") for place in flows)
    if at == nearest and not listed:
        cues.append("nearest")
    if before and at == before[-1] and not listed:
        cues.append("last.before")
    if at == flows[0]:
        cues.append("first")
    if where == "after":
        cues.extend(_behind(reading.words, line, figure, at))
    if before and at != before[-1] and where == "before" and _same_run(line, at, before[-1]):
        cues.append("coordinated")
    return Candidate(_flow(mention), cues + _agreement(reading, figure, mention), mention.start, mention.end)


def _standing(reading: Reading, line: Line, at: int, figure: Figure, flow: FlowWords) -> list[str]:
    """What the flow word is in its own phrase, and which of several it is."""
    words, trades = reading.words, flow.flow != "balance"
    kind = "noun" if flow.weight == "noun" else "loose"
    cues = [
        f"{kind}.follower={follower(line, at, words)}",
        f"under={governor(line, at, words)}",
        f"turn={turn(line, at, figure, words)}",
    ]
    if kind == "loose":
        cues.append(f"loose.nouns={_nouns(reading)}")
    if kind == "loose" and trades:
        cues.extend([f"handled={handled(line, at, words)}", f"intended={intended(line, at, words)}"])
    if trades and _done(line, at, flow, words):
        cues.append(f"doer={doer(line, at, words)}")
    cues.append(f"{figure.kind}.tells={tells(line, at, figure.token, words)}")
    if flow.flow == "turnover" or (flow.weight == "loose" and trades):
        cues.append(f"loose.firms={crowd(reading.firms)}")
    if line.mention(at).text.lower() in words.sales_of_firms:
        cues.append(f"turnover.firms={crowd(reading.firms)}.partners={tally(len(reading.partners))}")
    cues.append(f"{kind}.house={of_house(line, at, words)}")
    owner = attributed(line, figure, words)
    if owner >= 0:
        cues.append(f"attribute={'own' if owner == at else 'other'}")
    target = led(line, figure, words)
    if target >= 0:
        cues.append(f"led={'own' if target == at else 'other'}")
    aside = excluded(line, at, figure.token, words) or in_aside(line, at, figure.token, words)
    places = (("partitive", partitive(line, at, figure, words)), ("entitled", entitled(line, at, figure)), ("aside", aside))
    return cues + [name for name, found in places if found]


def _told_before(words: CueWords, line: Line, at: int, figure: int) -> str:
    """Whether a figure is told of "it", and what parts it from a flow word behind: "it grew to $5m, with imports up"."""
    between = [line.word(place) for place in range(figure + 1, at)]
    parts = (("break", words.breaks), ("beside", words.company), ("joined", words.uniting), ("comma", {","}))
    joint = next((name for name, group in parts if any(word in group for word in between)), "-")
    meant = any(line.word(place) in words.anaphors for place in range(clause_start(words, line, figure), figure))
    return f"{'meant' if meant else 'other'}.{joint}"


def _done(line: Line, at: int, flow: FlowWords, words: CueWords) -> bool:
    """Whether a word of trade is something that somebody does: a verb, or one that may be."""
    return flow.weight != "noun" or line.mention(at).text.lower() in words.trade_stems


def _nouns(reading: Reading) -> str:
    """How many unmistakable words of trade the document has."""
    return tally(sum(mention.value.weight == "noun" for _, _, mention in reading.flows))


def _taken(line: Line, at: int, figure: Figure) -> str:
    """Whether another amount stands closer to a flow word than the figure does, and on which side of it."""
    own = abs(at - figure.token)
    closer = [place for place in line.places("amount") if place != figure.token and abs(at - place) < own]
    sides = {"behind" if place > at else "before" for place in closer}
    return "+".join(sorted(sides)) or "no"


def _topic(reading: Reading, figure: Figure) -> str:
    """What the last unmistakable words before the sentence spoke of: trade, or what only looks like it."""
    for sentence in range(figure.sentence, -1, -1):
        for token in reversed(reading.page.lines[sentence].tokens):
            if token.mention is not None and token.mention.kind in ("flow", "mock") and token.mention.value.weight == "noun":
                return str(token.mention.value.flow or "mock")
    return "none"


def _balance_topic(reading: Reading, figure: Figure) -> str:
    """Which balance the last full name of one was, of trade ("flow") or of something else ("mock"); else the next one's."""
    names = [
        ((s, at), kind) for kind in ("flow", "mock") for s, at, mention in reading.page.mentions(kind) if _names_balance(mention)
    ]
    here = (figure.sentence, figure.token)
    if any(place < here for place, _ in names):
        return max((place, kind) for place, kind in names if place < here)[1]
    return f"later.{min(names)[1]}" if names else "none"


def _names_balance(mention: Mention[Any]) -> bool:
    if mention.kind == "flow":
        return bool(mention.value.flow == "balance" and mention.value.weight == "noun")
    return bool(mention.kind == "mock" and mention.value.name == OTHER_BALANCE)


def _behind(words: CueWords, line: Line, figure: Figure, at: int) -> list[str]:
    """What speaks for a flow word behind a figure: the subject in front, what parts the two, whether it has a figure itself."""
    apart = "apart" if _apart(words, line, figure.token, at) else "beside"
    own = "own" if _has_figure(words, line, at) else "bare"
    return [f"after.subject={subject(words, line, 0, figure.token)}.{apart}", f"after.{apart}.{own}"]


def _has_figure(words: CueWords, line: Line, at: int) -> bool:
    """Whether a figure stands not far behind a flow word, with no comma or "and" between."""
    for place in range(at + 1, at + 1 + OWN):
        word = line.word(place)
        if word in ("<amount>", "<change>"):
            return True
        if word in (",", ";", "<flow>", "$") or word in words.joints or word in words.breaks:
            break
    return False


def _apart(words: CueWords, line: Line, figure: int, at: int) -> bool:
    """Whether a comma or "and" parts a figure from a flow word behind it: "It grew by 5% and Peruvian exports by 8%"."""
    return any(line.word(place) == "," or line.word(place) in words.joints for place in range(figure + 1, at))


def _same_run(line: Line, first: int, last: int) -> bool:
    return last - first <= 3 and line.count("<amount>", first, last) == 0


def _agreement(reading: Reading, figure: Figure, mention: Mention[FlowWords]) -> list[str]:
    cues = []
    before, after = reading.fact_before(figure), reading.fact_after(figure)
    same = (mention.value.flow, mention.value.sign)
    if before is not None:
        near = "near" if before[0].sentence == figure.sentence else "far"
        cues.append(f"{near}.previous.{'same' if (before[1].flow, before[1].sign) == same else 'other'}")
    if after is not None and after[0].sentence == figure.sentence:
        cues.append(f"next.{'same' if (after[1].flow, after[1].sign) == same else 'other'}")
    counts = reading.past.flow_counts
    if counts:
        cues.append("main.flow" if counts.most_common(1)[0][0] == mention.value.flow else "minor.flow")
    return cues


def _carried(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """Flow words of earlier sentences, and the flow of the fact before."""
    here, mocks = tally(len(line.places("flow"))), tally(len(line.places("mock")))
    about = subjects(reading, figure)
    tenor = _tenor(reading.words, line, about)
    parts = parts_behind(line, figure, reading.words)
    free = sum(at < figure.token or not _apart(reading.words, line, figure.token, at) for at in line.places("flow"))
    found = []
    for source, mention in _earlier(reading, figure):
        if _at_home(reading, mention):
            continue
        words: FlowWords = mention.value
        cues = [source, f"weight={words.weight}", f"flows={here}", f"mocks={mocks}", figure.kind, f"flow={words.flow}", *about]
        cues.append(f"free={tally(free)}.flows={here}")
        cues.extend(f"{name}={words.flow}" for name in tenor)
        cues.extend(f"{words.flow}.{cue}" for cue in about)
        named = [*(f"carried.{cue}" for cue in cues), f"parts={parts}.{words.flow}"]
        found.append(Candidate(_flow(mention), [*named, *_agreement(reading, figure, mention)], mention.start, mention.end))
    previous = reading.fact_before(figure)
    if previous is not None:
        near = min(figure.sentence - previous[0].sentence, 3)
        joint = link(line, previous[0].token, figure.token) if near == 0 else "/"
        cues = [f"fact.{near}", f"flows={here}", figure.kind, f"between={joint}"]
        cues.extend(f"{name}={previous[1].flow}" for name in tenor)
        named = [*(f"previous.{cue}" for cue in cues), *(f"carried.{cue}" for cue in about), f"parts={parts}.{previous[1].flow}"]
        found.append(Candidate((previous[1].flow, previous[1].sign), named))
    return found


def _tenor(words: CueWords, line: Line, about: list[str]) -> list[str]:
    """Whether a sentence tells what is wanted ("the aim of $5 million is kept"), and whether its subject stands for another."""
    wished = any(token.word in words.aims or token.word in words.target for token in line.tokens)
    return [name for name, found in (("wished", wished), ("meant", "subject=it" in about)) if found]


def _earlier(reading: Reading, figure: Figure) -> list[tuple[str, Mention[Any]]]:
    """The last flow word before the sentence, the first of the last sentence that has any, the text's first, the title's."""
    sources: list[tuple[str, Mention[Any]]] = []
    earlier = [entry for entry in reading.flows if entry[0] < figure.sentence]
    if earlier:
        gap = min(figure.sentence - earlier[-1][0], 3)
        first = next(entry for entry in earlier if entry[0] == earlier[-1][0])
        sources = [(f"last.{gap}", earlier[-1][2]), (f"leading.{gap}", first[2]), ("opening", earlier[0][2])]
    if reading.title is not None and reading.title.places("flow"):
        sources.append(("title", reading.title.mention(reading.title.places("flow")[0])))
    return sources
