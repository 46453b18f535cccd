"""A rate that belongs to no amount: growth told by itself, a share, or nothing of trade."""

from __future__ import annotations

import regex

from parsers.model import Change, Mention
from parsers.observations.growth import is_index
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.flow_place import governor
from parsers.observations.slots.lead import opened_by
from parsers.observations.slots.no_fact import bad_words
from parsers.observations.slots.passage import of_passage
from parsers.observations.slots.places import between, crowd, link, neighbours, reach, side, tally
from parsers.observations.slots.predicate import told_best
from parsers.observations.slots.rate_amounts import beside, ranked, respectively
from parsers.observations.slots.rate_bounds import bounds
from parsers.observations.slots.rate_measure import measure, measured
from parsers.observations.slots.rate_sums import told_in_parts, told_in_sums
from parsers.observations.slots.rate_words import form, governed, head, next_number, said_of, sharing, turn
from parsers.observations.slots.setting import multiplied, route, sharer, whole_of, whole_owner
from parsers.observations.slots.subjects import around, clause_start, of_company, opening, subjects, told
from parsers.observations.slots.topic import last_standard, other_money, standard
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

# A dash with a space behind it may only part a share from its name ("tea - 5%").
_SIGN = regex.compile(r"[+\p{Pd}−]\d|\p{L}")
FAR, LATE, WHOLE, AFTER, AROUND = 4, 6, 100, 8, 5
DENSITIES = ((0.1, "0"), (0.3, "low"), (0.8, "mid"), (float("inf"), "high"))
PARTS = ((0.4, "few"), (0.8, "many"), (float("inf"), "most"))


def alone(reading: Reading, figure: Figure, line: Line, near: str) -> list[Candidate]:
    """The candidates of a rate that belongs to no amount; `near` tells where the nearest word of growth stands."""
    flows, amounts = line.places("flow"), line.places("amount")
    state = [
        f"form={form(reading.words, figure.mention)}",
        f"turn={near}",
        f"flows={tally(len(flows))}",
        f"amounts={tally(len(amounts))}",
        f"mocks={tally(len(line.places('mock')))}",
        f"headline={'yes' if reading.page.sentences[figure.sentence].headline else 'no'}",
    ]
    state.extend(neighbours(line, figure.token))
    state.extend(_clause(reading, figure, line))
    state.append(f"index={'yes' if is_index(reading, figure) else 'no'}")
    state.extend([f"whole={_whole(reading, line, figure.token)}", f"measure={measured(reading.words, line, figure.token)}"])
    state.extend(around(reading, figure))
    state.append(f"left={_left(line, figure.token)}")
    state.extend([*_nearest_flow(line, figure.token, flows), *_previous(reading, figure)])
    state.extend([*_anchored(reading, figure, line), *_document(reading, figure)])
    state.extend(_topic(reading, figure))
    if respectively(reading.words, line):
        state.append(f"respectively={ranked(line, figure.token)}")
    if of_company(reading.words, line, figure.token):
        state.append("company")
    state.extend([*_setting(reading, figure, line), *bounds(reading.words, line, figure.token)])
    bad = [cue.removeprefix("none.") for cue in bad_words(reading, figure, line)]
    part = _is_part(figure.mention) and not of_passage(line, figure.token, reading.words)
    kinds = [("none", "none"), ("own", "change"), *([("share", "share")] if part else [])]
    return [Candidate((kind, -1), [name, *(f"{name}.{cue}" for cue in [*state, *bad])]) for name, kind in kinds]


def _is_part(mention: Mention[Change]) -> bool:
    """Whether a number can be a share: one in per cent, of no more than the whole, with no sign: "(-6.6%)" tells growth."""
    change = mention.value
    signed = change.direction != 0 and _SIGN.match(mention.text) is not None
    return change.form == "percent" and change.size <= WHOLE and not signed


def _topic(reading: Reading, figure: Figure) -> list[str]:
    """What text and sentence speak of; left to the second pass, whose evidence should not all be that of the first."""
    if not reading.before:
        return []
    counted = [f"text={standard(reading)}", f"last.number={last_standard(reading, figure)}"]
    return [*subjects(reading, figure), *other_money(reading, figure), *counted, *_counts(reading, figure)]


def _counts(reading: Reading, figure: Figure) -> list[str]:
    """What the text's sentences of trade count, all and the first, and whether the rate is told of goods by their name."""
    line, money, words = reading.line(figure), reading.money, reading.words
    goods = any(line.word(at) in words.products for at in range(clause_start(words, line, figure.token), figure.token + AFTER))
    told = "goods" if goods else "all"
    measured_in = measured(words, line, figure.token)
    return [
        f"trade.counts={money.trade}.{told}",
        f"trade.opens={money.opening}.{told}",
        f"measure={measured_in}.{told}",
        *([f"trade.near={_near(reading, figure.sentence)}.{told}"] if money.trade == "both" else []),
    ]


def _near(reading: Reading, sentence: int) -> str:
    """What the nearest sentence of trade with any number of money or goods counts."""
    counted = reading.money.counted
    for gap in range(AROUND):
        for at in dict.fromkeys((sentence - gap, sentence + gap)):
            if 0 <= at < len(counted) and counted[at] not in ("-", "neither"):
                return counted[at]
    return "-"


def _setting(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """What a rate multiplies, what it is a part of and whose, and by which way goods go."""
    words, at = reading.words, figure.token
    return [
        f"multiplied={multiplied(line, at, words)}",
        f"part.of={whole_of(line, at, words)}",
        f"sharer={sharer(line, at, words)}",
        f"way={route(line, at, words)}",
        f"output={reading.output}",
        f"told={told_best(line, at, words)}",
        f"sums={told_in_sums(reading, figure)}",
        f"in.parts={told_in_parts(reading, figure)}",
        f"under={_under(line, at, words)}",
        f"opening={opening(words, line, at)}.flows={tally(len(line.places('flow')))}",
        f"whole.owner={whole_owner(line, at, words)}",
    ]


def _under(line: Line, at: int, words: CueWords) -> str:
    """What the last flow word in front of a rate hangs on: "the price of imports rose 5%" tells of no flow."""
    before = [place for place in line.places("flow") if place < at]
    return governor(line, before[-1], words) if before else "none"


def _nearest_flow(line: Line, token: int, flows: list[int]) -> list[str]:
    if not flows:
        return []
    nearest = min(flows, key=lambda at: abs(at - token))
    where = side(line, nearest, token)
    return [
        f"{where}.flow.reach={reach(nearest, token)}",
        f"{where}.flow.link={link(line, nearest, token, 2)}",
        *(f"flow.{cue}" for cue in between(line, nearest, token, ("amount", "change", "break"))),
        f"flow.weight={line.mention(nearest).value.weight}",
    ]


def _previous(reading: Reading, figure: Figure) -> list[str]:
    """What the pass before took the figure in front for, where it stands in the same sentence."""
    decision = reading.before.get(figure.index - 1)
    if decision is None or reading.page.figures[figure.index - 1].sentence != figure.sentence:
        return []
    cues = [f"previous={'fact' if decision.fact else 'none'}.{reading.page.figures[figure.index - 1].kind}"]
    return cues if decision.rate is None else [*cues, f"previous.rate={_kind(decision.rate)}"]


def _kind(rate: tuple[str, int]) -> str:
    return f"{rate[0]}.{'alone' if rate[1] < 0 else 'of'}"


def _clause(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """What else stands in the figure's own clause: flow words, areas, amounts, words of money that is not trade."""
    stops = {",", ";", ":", "(", ")"} | reading.words.clause_joints
    first = next((at for at in range(figure.token - 1, -1, -1) if line.word(at) in stops), -1)
    last = next((at for at in range(figure.token + 1, len(line)) if line.word(at) in stops), len(line))
    words = [line.word(at) for at in range(first + 1, last)]
    turns = [word for word in words if word in reading.words.up or word in reading.words.down]
    valued = measure(reading.words, line, figure.token) == "value"
    bad = any(word in reading.words.money_not_trade and not (valued and word in reading.words.quantities) for word in words)
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
        f"beside={'none' if not facts else 'facts' if all(facts) else 'mixed' if any(facts) else 'no.facts'}",
        f"rates={tally(len(line.places('change')))}",
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
        f"next={next_number(words, line, figure.token)}",
        f"again={beside(reading, figure)}.{'still' if turn(words, line, at) == 'none' else 'moves'}",
        f"flows={tally(len(line.places('flow')))}.run.of={said_of(words, line, at)}",
    ]
    if at != figure.token:
        first = next(other for other in reading.figures_by_sentence[figure.sentence] if other.token == at)
        decision = reading.before.get(first.index)
        if decision is not None and decision.rate is not None:
            cues.append(f"run.told={_kind(decision.rate)}")
    return cues


def _document(reading: Reading, figure: Figure) -> list[str]:
    """How much the text speaks of trade: how near, how often, of whom, and what its other rates were taken for."""
    lines, at = reading.page.lines, figure.sentence
    gap = next((back for back in range(min(FAR, at + 1)) if lines[at - back].places("flow")), FAR)
    return [
        f"flow.gap={gap}",
        f"flow.density={_step(len(reading.flows) / max(len(lines), 1), DENSITIES)}",
        f"place={min(at, LATE)}",
        f"areas={tally(len(reading.area_counts))}",
        f"elsewhere={_elsewhere(reading, figure)}",
        f"opened.by={opened_by(reading)}",
        f"firms={crowd(reading.firms)}",
    ]


def _elsewhere(reading: Reading, figure: Figure) -> str:
    """What part of the rates of the other sentences the pass before took for rates of trade."""
    here = [one.index for one in reading.figures_by_sentence[figure.sentence]]
    all_rates = reading.past.rates_before
    own = [all_rates[index] for index in here if index in all_rates]
    number, trade = len(all_rates) - len(own), reading.past.rates_of_trade - sum(own)
    return "-" if number == 0 else "none" if trade == 0 else _step(trade / number, PARTS)


def _step(value: float, limits: tuple[tuple[float, str], ...]) -> str:
    """The name of the first limit that a value stays below."""
    return next(name for limit, name in limits if value < limit)


def _whole(reading: Reading, line: Line, at: int) -> str:
    """What a rate is a part of ("70% of Poland's total exports": flow), "-" where no "of" follows."""
    if line.word(at + 1) not in reading.words.belonging:
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
