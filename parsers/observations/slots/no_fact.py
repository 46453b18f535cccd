"""What speaks for a figure's being no trade figure at all: its number, its neighbours, the words of other money near it."""

from __future__ import annotations

from bisect import bisect_left

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.finer import finer
from parsers.observations.slots.flow_place import attributed, led
from parsers.observations.slots.lead import lead_flows, lead_words, opened_by
from parsers.observations.slots.places import crowd, neighbours, tally
from parsers.observations.slots.predicate import told_best
from parsers.observations.slots.subjects import around, compares, named, of_company, part, subjects, told
from parsers.observations.slots.told_of import tie, worth
from parsers.observations.slots.topic import other_money, topic
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

STOPS = frozenset({"<flow>", "$", "^", "<amount>", ";"})
DIFFERENCES = ("step.by", "step.of", "step.verb", "step.more", "step.after")
LEAST_MONEY = 1000
# The wording of the language file for balances of payments, budgets and the like.
OTHER_BALANCE = "balance of something else"
SIDES, SHARED = 16, 4
HARMED, BEHIND = 6, 7
RETOLD, DAYS = 12, 7


def no_fact(reading: Reading, figure: Figure, line: Line) -> Candidate:
    cues = ["none", f"none.{figure.kind}", *_worth(figure), *_surroundings(reading, figure, line)]
    cues.extend(f"none.{cue}" for cue in [*neighbours(line, figure.token), *_role(reading, figure, line)])
    return Candidate(("", 0), cues)


def _role(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """The part that the number plays, what its clause speaks of, and how its neighbours were told."""
    played = part(reading.words, line, figure.token)
    flows = tally(len(line.places("flow")))
    shape = f"shape={_shape_told(reading, figure, line)}"
    superseded = ["superseded"] if _superseded(reading.words, line, figure.token) else []
    return [
        f"part={played}",
        shape,
        *superseded,
        *(f"flows={flows}.{cue}" for cue in subjects(reading, figure)),
        *around(reading, figure),
        *_topic(reading, figure, flows),
        f"told={told_best(line, figure.token, reading.words)}",
        f"bound={_bound(reading.words, line, figure)}",
        f"tie={tie(reading.words, line, figure.token)}",
        f"worth={worth(reading.words, line, figure.token)}",
        f"harm={harmed(reading.words, line, figure.token)}",
        f"daily={daily(reading.words, line, figure.token)}",
        f"finer={finer(reading, figure)}.{'headline' if figure.sentence < reading.body else 'body'}",
    ]


def _topic(reading: Reading, figure: Figure, flows: str) -> list[str]:
    """What text and sentence speak of; left to the second pass, whose evidence should not all be that of the first."""
    if not reading.before:
        return []
    whole, money = topic(reading, figure), other_money(reading, figure)
    return [*whole, *money, *(f"flows={flows}.{cue}" for cue in [*whole, money[0]])]


def _shape_told(reading: Reading, figure: Figure, line: Line) -> str:
    """Whether figures of the sentence between the same words were told as facts: "Iraq ($5bn), Oman ($3bn)"."""
    shape = (line.word(figure.token - 1), line.word(figure.token + 1))
    others = [
        told(reading, other.index)
        for other in reading.figures_by_sentence[figure.sentence]
        if other.index != figure.index and shape == (line.word(other.token - 1), line.word(other.token + 1))
    ]
    return "alone" if not others else "facts" if all(others) else "mixed" if any(others) else "no.facts"


def _bound(words: CueWords, line: Line, figure: Figure) -> str:
    """How a flow word has the figure in its own phrase, and how surely it is one: "$5m in wool exports", "a $5m surplus"."""
    for name, place in (
        (f"led.{line.word(figure.token + 1)}", led(line, figure, words)),
        ("attribute", attributed(line, figure, words)),
    ):
        if place >= 0:
            return f"{name}.{line.mention(place).value.weight}"
    before = [place for place in line.places("flow") if place < figure.token]
    return f"{told_best(line, figure.token, words)}.{line.mention(before[-1]).value.weight}" if before else "-"


def _superseded(words: CueWords, line: Line, at: int) -> bool:
    """Whether a value is one that was given before and holds no more: "revised from 5 million", "first reported at 6 million"."""
    return _revised(words, line, at) or bool(words.earlier_said & {line.word(at - step) for step in range(1, 5)})


def _revised(words: CueWords, line: Line, at: int) -> bool:
    """Whether a value is the one that a better one was "revised from", not what "a revised $5 million" is compared with."""
    if line.word(at - 1) not in words.sources:
        return False
    for place in range(at - 2, max(at - 2 - RETOLD, -1), -1):
        if line.word(place) in words.revised:
            return line.word(place + 1) != "<amount>" and line.word(place - 1) not in words.introducing
        if line.word(place) in words.breaks:
            break
    return False


def harmed(words: CueWords, line: Line, at: int) -> str:
    """Whether an amount is what somebody loses, saves or puts at risk, by a verb in front of it or one behind; "-" else."""
    for place in range(at - 1, max(at - 1 - HARMED, -1), -1):
        word = line.word(place)
        if word in words.harming and line.word(place - 1) not in words.introducing:
            return "before"
        if word in (",", ";", "<flow>", "<amount>", "<change>") or word in words.breaks:
            break
    for place in range(at + 1, at + 1 + BEHIND):
        word = line.word(place)
        if word in words.harmed and line.word(place - 1) in words.passives:
            return "behind"
        if word in (",", ";", "$", "<amount>", "<change>") or word in words.breaks:
            break
    return "-"


def daily(words: CueWords, line: Line, at: int) -> str:
    """Whether a number is told by the day, which no flow is: "exports per day were $5 million"; "-" where it is not."""
    for place in range(max(at - DAYS, 0), at + DAYS):
        if line.word(place) in words.daily or (line.word(place) in words.days and line.word(place - 1) in words.before_days):
            return "before" if place < at else "behind"
    return "-"


def never(reading: Reading, figure: Figure, line: Line) -> bool:
    """Whether a number cannot be a flow: a unit's price, money below a thousand, what is lost or holds no more, a step's size."""
    value = figure.mention.value
    if figure.kind != "amount":
        return False
    if value.each or (value.currency and not value.scaled and abs(value.value) < LEAST_MONEY):
        return True
    quantity = value.currency is None and _standard(line, figure.token) == "quantity"
    if quantity and line.word(_tied(reading.words, line, figure.token)) in reading.words.of_quantities:
        return True
    if _superseded(reading.words, line, figure.token) or harmed(reading.words, line, figure.token) != "-":
        return True
    return _differs(reading.words, line, figure.token) or _steps(reading, figure, line)


def _tied(words: CueWords, line: Line, at: int) -> int:
    """The place of the word that ties a bare number to the one in front: "from [a revised 3 mln]", "from [May's 3 mln]"."""
    place = at - 1
    while any(line.word(place) in group for group in (words.approximate, words.before_bases)):
        place -= 1
    return place


def _differs(words: CueWords, line: Line, at: int) -> bool:
    """Whether a number is a difference, and neither what goods add to a flow nor what one side has more than the other."""
    played = part(words, line, _first(words, line, at))
    if played == "step.verb" and line.word(at - 1) in words.adding:
        return line.word(at + 1) in words.goals
    sides = range(at + 1, min(at + SIDES, len(line)))
    if played == "step.after" and any(compares(line, place) for place in sides):
        return False
    return played in DIFFERENCES


def _first(words: CueWords, line: Line, at: int) -> int:
    """The number whose words a second one shares: "to grow by $5 million and $3 million respectively"."""
    shared = line.word(at - 1) in words.uniting and line.word(at - 2) == "<amount>"
    return at - 2 if shared and line.word(at + 1) in words.in_turn else at


def _steps(reading: Reading, figure: Figure, line: Line) -> bool:
    """Whether an amount in brackets is what the rate in front of them comes to: "up 13% ($2.1 billion)"."""
    told = (line.word(figure.token - 2), line.word(figure.token - 1))
    if told != ("<change>", "(") or figure.index not in reading.steps:
        return False
    near = {line.word(figure.token - step) for step in range(3, 3 + SHARED)}
    return not near & (reading.words.share_verbs | reading.words.making)


def _worth(figure: Figure) -> list[str]:
    """What the number itself says against being a trade figure."""
    value = figure.mention.value
    if figure.kind == "change":
        return [f"none.form={value.form}"]
    size = len(str(int(abs(value.value))))
    cues = [f"none.currency={'yes' if value.currency else 'no'}", f"none.scaled={'yes' if value.scaled else 'no'}"]
    cues.append(f"none.digits={'<6' if size < 6 else '6-7' if size < 8 else '8-12' if size < 13 else '13+'}")
    if getattr(value, "each", None):
        cues.append("none.each")
    return cues


def _surroundings(reading: Reading, figure: Figure, line: Line) -> list[str]:
    flows, mocks = line.places("flow"), line.places("mock")
    cues = _beside_quantities(line, figure)
    cues += [
        f"none.flows={tally(len(flows))}",
        f"none.areas={tally(len(line.places('area')))}",
        f"none.periods={tally(len(line.places('period')))}",
    ]
    nouns = [at for at in flows if line.tokens[at].mention.value.weight == "noun"]  # type: ignore[union-attr]
    cues.append(f"none.nouns={tally(len(nouns))}")
    if mocks:
        near = min(abs(at - figure.token) for at in mocks)
        closer = not flows or near < min(abs(at - figure.token) for at in flows)
        cues.append(f"none.mock.{'closer' if closer else 'farther'}")
    cues.extend(bad_words(reading, figure, line))
    cues.append(f"none.last={_last(line, figure)}")
    cues.append(f"none.name={named(reading.words, line, figure.token)}")
    if figure.sentence < reading.body:
        cues.append("none.headline")
    if not reading.area_counts:
        cues.extend(["none.no.areas", f"none.no.areas.firms={crowd(reading.firms)}"])
    cues.append(f"none.firms={crowd(reading.firms)}")
    if of_company(reading.words, line, figure.token):
        cues.append("none.company")
    cues += [f"none.lead={lead_flows(reading)}", f"none.opened.by={opened_by(reading)}"]
    cues += [f"none.lead.{name}={number}" for name, number in lead_words(reading).items()]
    total = len(reading.flows)
    cues.append(f"none.document.flows={crowd(total)}")
    facts = sum(decision.fact for decision in reading.before.values())
    if reading.before:
        cues.append(f"none.document.facts={crowd(facts)}")
        here = [
            reading.before[other.index].fact
            for other in reading.figures_by_sentence[figure.sentence]
            if other.index != figure.index
        ]
        cues.append(f"none.beside={'alone' if not here else 'facts' if all(here) else 'mixed' if any(here) else 'no.facts'}")
    return cues


def _last(line: Line, figure: Figure) -> str:
    """The last word of trade in front of a figure: a flow's weight, what only looks like trade, a balance of something else."""
    before = [
        places[at - 1] for places in (line.places("flow"), line.places("mock")) if (at := bisect_left(places, figure.token))
    ]
    if not before:
        return "-"
    mention = line.mention(max(before))
    if mention.kind == "flow":
        return str(mention.value.weight)
    return "balance" if mention.value.name == OTHER_BALANCE else "mock"


def _beside_quantities(line: Line, figure: Figure) -> list[str]:
    """Whether a number without a currency is the second one of a quantity ("2.3 mln tonnes from 3 mln") or of money."""
    cues = []
    if figure.kind == "amount" and figure.mention.value.currency is None:
        cues.append(f"none.bare.behind={_standard(line, figure.token)}")
    if line.count("<quantity>", -1, len(line)):
        cues.append("none.quantities")
    return cues


def _standard(line: Line, at: int) -> str:
    """What the last number in front of a bare one counts: a "quantity", "money", or "nothing" where none stands there."""
    for token in reversed(line.tokens[:at]):
        if token.word == "<quantity>":
            return "quantity"
        if token.word == "<amount>" and token.mention is not None and token.mention.value.currency:
            return "money"
    return "nothing"


def bad_words(reading: Reading, figure: Figure, line: Line) -> list[str]:
    """Words of money that is not trade: the nearest on each side, unless a flow word is nearer."""
    bad, cues = reading.words.money_not_trade, []
    stops = STOPS | {"<change>"} if figure.kind == "change" else STOPS
    if figure.kind == "change":
        bad = bad - reading.words.values - reading.words.quantities
    for name, places in (
        ("left", range(figure.token - 1, max(figure.token - 13, -1), -1)),
        ("right", range(figure.token + 1, figure.token + 9)),
    ):
        for at in places:
            word = line.word(at)
            if word in bad:
                cues.extend([f"none.{name}.bad", f"none.bad={word}"])
                break
            if word in stops:
                break
    return cues
