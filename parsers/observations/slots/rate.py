"""What a percentage or multiple measures: an amount's growth or share, a flow of its own, or nothing of trade."""

from __future__ import annotations

from parsers.observations.growth import is_index
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.fact import _bad_words
from parsers.observations.slots.places import between, link, neighbours, reach, side, tally
from parsers.observations.slots.rate_amounts import beside, rank
from parsers.observations.slots.rate_sums import sums
from parsers.observations.slots.rate_words import governed, head, next_number, said_of, sharing, turn
from parsers.observations.slots.subjects import around, part, told
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

KINDS = ("amount", "change", "flow", "mock", "period", "break")
WINDOW = 6


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is ("none", -1), ("change" | "share", index of the amount's figure, or -1 for a row of its own)."""
    line = reading.line(figure)
    if measure(reading.words, line, figure.token) == "quantity":
        return [Candidate(("none", -1), ["none"])]
    turn = _turn(reading, figure, line)
    found = [_amount(reading, figure, line, other, turn) for other in _amounts(reading, figure)]
    found.extend(_alone(reading, figure, line, turn))
    return found


def _amounts(reading: Reading, figure: Figure) -> list[Figure]:
    here = [other for other in reading.figures_by_sentence[figure.sentence] if other.kind == "amount"]
    for sentence in (figure.sentence - 1, figure.sentence + 1):
        beside = [other for other in reading.figures_by_sentence.get(sentence, []) if other.kind == "amount"]
        here.extend(dict.fromkeys([*beside[:1], *beside[-1:]]))
    return here


def _turn(reading: Reading, figure: Figure, line: Line) -> str:
    """The nearest word of growth or decline, by side."""
    for gap in range(1, WINDOW):
        for at, where in ((figure.token - gap, "left"), (figure.token + gap, "right")):
            if line.word(at) in reading.words.up or line.word(at) in reading.words.down:
                return f"{where}.{'near' if gap < 3 else 'far'}"
    return "none"


def _amount(reading: Reading, figure: Figure, line: Line, other: Figure, turn: str) -> Candidate:
    decision = reading.before.get(other.index)
    known = "unknown" if decision is None else "fact" if decision.fact else "no.fact"
    if other.sentence != figure.sentence:
        where = "earlier" if other.sentence < figure.sentence else "later"
        flows = tally(len(line.places("flow")))
        cues = [
            f"{where}",
            f"{where}.flows={flows}",
            f"{where}.turn={turn}",
            f"{where}.{known}",
            f"{where}.amounts={tally(len(line.places('amount')))}",
            f"{where}.token={reach(0, figure.token)}",
        ]
        return Candidate(("change", other.index), cues, other.mention.start, other.mention.end)
    where = side(line, other.token, figure.token)
    apart = {kind: tally(line.count(kind, other.token, figure.token)) for kind in ("<flow>", "<amount>", "break", ",")}
    cues = [
        f"of.{where}.reach={reach(other.token, figure.token)}",
        f"of.{where}.link={link(line, other.token, figure.token)}",
        f"of.{where}.turn={turn}",
        f"of.{known}",
        *(f"of.{cue}" for cue in between(line, other.token, figure.token, KINDS)),
        f"of.amount.before={line.word(other.token - 1)}",
        f"of.{where}.{known}.flows={apart['<flow>']}.amounts={apart['<amount>']}",
        f"of.{where}.breaks={apart['break']}.commas={apart[',']}",
        f"of.{where}.after={line.word(figure.token + 1)}",
        f"of.{where}.before={line.word(figure.token - 1)}",
        f"of.sum={sums(reading, figure, other)}",
        f"of.form={figure.mention.value.form}",
        *_place(reading, figure, line, other),
    ]
    amounts = line.places("amount")
    if other.token == min(amounts, key=lambda at: abs(at - figure.token)):
        cues.append("of.nearest")
    return Candidate(("change", other.index), cues, other.mention.start, other.mention.end)


def _place(reading: Reading, figure: Figure, line: Line, other: Figure) -> list[str]:
    """The amount's part in the sentence, and its rank in a list of amounts told "respectively"."""
    where, played = side(line, other.token, figure.token), part(reading.words, line, other.token)
    again, words = beside(reading, figure), reading.words
    at = head(words, line, figure.token)
    cues = [
        f"of.{where}.part={played}",
        f"of.rank={rank(reading, figure, other)}",
        f"of.rank={rank(reading, figure, other)}.again={again}",
        f"of.{where}.sharing={sharing(words, line, at)}",
        f"of.{where}.flow={_same_flow(reading, figure, line, other)}",
        f"of.again={again}.{'still' if turn(words, line, at) == 'none' else 'moves'}",
        f"of.{where}.governed={governed(words, line, figure.token)}",
    ]
    return [*cues, *_respectively(reading, figure, line, other)]


def _same_flow(reading: Reading, figure: Figure, line: Line, other: Figure) -> str:
    """Whether the flow word that the amount was told by is the one that stands next to the rate."""
    decision, flows = reading.before.get(other.index), line.places("flow")
    if decision is None or not decision.fact or not flows:
        return "unknown"
    near = max((at for at in flows if at < figure.token), default=flows[0])
    if governed(reading.words, line, figure.token).startswith("in.flow"):
        near = min((at for at in flows if at > figure.token), default=near)
    if decision.flow_at == near:
        return "one"
    return "same" if line.mention(near).value.flow == decision.flow else "other"


def _respectively(reading: Reading, figure: Figure, line: Line, other: Figure) -> list[str]:
    """Whether amount and rate have the same rank in two lists of one length."""
    if "respectively" not in (token.word for token in line.tokens):
        return []
    here = reading.figures_by_sentence[figure.sentence]
    amounts, rates = [o for o in here if o.kind == "amount"], [o for o in here if o.kind == "change"]
    if len(amounts) != len(rates):
        return ["of.respectively=uneven"]
    return [f"of.respectively={'same' if amounts.index(other) == rates.index(figure) else 'other'}"]


def _whole(reading: Reading, line: Line, at: int) -> str:
    """What a rate is a part of ("70% of Poland's total exports": flow), "-" where no "of" follows."""
    if line.word(at + 1) != "of":
        return "-"
    for place in range(at + 2, at + 9):
        word = line.word(place)
        if word in ("<flow>", "<amount>", "<period>", "<mock>"):
            return word
        if word in reading.words.quantities:
            return "quantity"
        if word in reading.words.money_not_trade:
            return "money"
    return "it" if line.word(at + 2) in reading.words.anaphors else "other"


def _left(line: Line, at: int) -> str:
    """What stands nearest in front of a rate: a value, a quantity, a flow word, or one that only looks like trade."""
    kinds = ("<amount>", "<quantity>", "<flow>", "<mock>", "<number>")
    return next((line.word(place) for place in range(at - 1, -1, -1) if line.word(place) in kinds), "-")


def measure(words: CueWords, line: Line, at: int) -> str:
    """Whether words right behind a rate say that it speaks of quantity or of value, "-" where they do not."""
    if line.word(at + 1) in ("to", "from") and line.word(at + 2) == "<quantity>":
        return "quantity"
    for place in range(at + 1, at + 1 + WINDOW):
        word = line.word(place)
        if word in words.quantities:
            return "quantity"
        if word in words.values:
            return "value"
        if not (word in words.measuring or word in words.up or word in words.down):
            break
    return "-"


def _clause(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """What else stands in the figure's own clause: flow words, areas, amounts, words of money that is not trade."""
    stops = {",", ";", ":", "(", ")", "while", "but", "whereas", "although", "and"}
    first = next((at for at in range(figure.token - 1, -1, -1) if line.word(at) in stops), -1)
    last = next((at for at in range(figure.token + 1, len(line)) if line.word(at) in stops), len(line))
    words = [line.word(at) for at in range(first + 1, last)]
    turns = [word for word in words if word in reading.words.up or word in reading.words.down]
    bad = any(word in reading.words.money_not_trade for word in words)
    facts = [
        told(reading, other.index)
        for other in reading.figures_by_sentence[figure.sentence]
        if other.index != figure.index and other.index in reading.before
    ]
    return [
        f"clause.flow={'yes' if '<flow>' in words else 'no'}.bad={'yes' if bad else 'no'}",
        f"clause.area={'yes' if '<area>' in words else 'no'}",
        f"clause.amount={'yes' if '<amount>' in words else 'no'}",
        f"clause.product={'yes' if any(word in reading.words.products for word in words) else 'no'}",
        f"clause.turn={turns[0] if turns else '-'}",
        f"clause.opens={line.word(first)}",
        f"beside={'none' if not facts else 'facts' if all(facts) else 'mixed' if any(facts) else 'no.facts'}",
        f"rates={tally(len(line.places('change')))}",
        f"document.flows={tally(len(reading.flows))}",
        *(
            []
            if not reading.before
            else [f"own.document={'product' if any(d.product for d in reading.before.values()) else 'total'}"]
        ),
    ]


def _anchored(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """What the words around the first rate of a run say of all of it, and what the pass before took that one for."""
    words, at = reading.words, head(reading.words, line, figure.token)
    share = sharing(words, line, at)
    cues = [
        f"run={'alone' if at == figure.token else 'member'}",
        f"run.sharing={share}",
        f"run.sharing={share}.whole={_whole(reading, line, figure.token)}",
        f"run.of={said_of(words, line, at)}",
        f"governed={governed(words, line, figure.token)}",
        f"next={next_number(line, figure.token)}",
        f"again={beside(reading, figure)}.{'still' if turn(words, line, at) == 'none' else 'moves'}",
        f"flows={tally(len(line.places('flow')))}.run.of={said_of(words, line, at)}",
    ]
    if at != figure.token:
        first = next(other for other in reading.figures_by_sentence[figure.sentence] if other.token == at)
        decision = reading.before.get(first.index)
        if decision is not None and decision.rate is not None:
            cues.append(f"run.told={decision.rate[0]}.{'alone' if decision.rate[1] < 0 else 'of'}")
    return cues


def _alone(reading: Reading, figure: Figure, line: Line, turn: str) -> list[Candidate]:
    flows, amounts = line.places("flow"), line.places("amount")
    state = [
        f"form={figure.mention.value.form}",
        f"turn={turn}",
        f"flows={tally(len(flows))}",
        f"amounts={tally(len(amounts))}",
        f"mocks={tally(len(line.places('mock')))}",
        f"headline={'yes' if figure.sentence < reading.body else 'no'}",
    ]
    state.extend(neighbours(line, figure.token))
    state.extend(_clause(reading, figure, line))
    state.append(f"index={'yes' if is_index(reading, figure) else 'no'}")
    state.extend([f"whole={_whole(reading, line, figure.token)}", f"measure={measure(reading.words, line, figure.token)}"])
    state.extend(around(reading, figure))
    state.append(f"left={_left(line, figure.token)}")
    if flows:
        nearest = min(flows, key=lambda at: abs(at - figure.token))
        where = side(line, nearest, figure.token)
        state.append(f"{where}.flow.reach={reach(nearest, figure.token)}")
        state.append(f"{where}.flow.link={link(line, nearest, figure.token, 2)}")
        state.extend(f"flow.{cue}" for cue in between(line, nearest, figure.token, ("amount", "change", "break")))
        state.append(f"flow.weight={line.tokens[nearest].mention.value.weight}")  # type: ignore[union-attr]
    previous = reading.before.get(figure.index - 1)
    if previous is not None and reading.page.figures[figure.index - 1].sentence == figure.sentence:
        state.append(f"previous={'fact' if previous.fact else 'none'}.{reading.page.figures[figure.index - 1].kind}")
        if previous.rate is not None:
            state.append(f"previous.rate={previous.rate[0]}.{'alone' if previous.rate[1] < 0 else 'of'}")
    state.extend(_anchored(reading, figure, line))
    bad = [cue.removeprefix("none.") for cue in _bad_words(reading, figure, line)]
    return [
        Candidate((kind, -1), [name, *(f"{name}.{cue}" for cue in [*state, *bad])])
        for name, kind in (("none", "none"), ("own", "change"), ("share", "share"))
    ]
