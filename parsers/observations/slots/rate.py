"""What a percentage or multiple measures: an amount's growth or share, a flow of its own, or nothing of trade."""

from __future__ import annotations

from parsers.observations.growth import is_index
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import between, link, reach, side, tally
from parsers.observations.slots.rate_alone import alone
from parsers.observations.slots.rate_amounts import (
    beside,
    dated,
    dated_behind,
    listed,
    paired,
    played,
    rank,
    ranked,
    respectively,
    rival,
    standing,
)
from parsers.observations.slots.rate_bounds import superseded
from parsers.observations.slots.rate_flows import elsewhere, known_as, rivalled, same_flow
from parsers.observations.slots.rate_measure import is_quotation, measure, no_money, whole_volume
from parsers.observations.slots.rate_sums import chained, sums
from parsers.observations.slots.rate_words import across, form, governed, head, sharing, turn
from parsers.observations.slots.subjects import hedged, part
from parsers.observations.weights import Candidate

KINDS = ("amount", "change", "flow", "mock", "period", "break")
WINDOW = 6


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is ("none", -1), ("change" | "share", index of the amount's figure, or -1 for a row of its own)."""
    line = reading.line(figure)
    counted = measure(reading.words, line, figure.token) == "quantity"
    things = counted and not whole_volume(reading.words, line, figure.token)
    if things or superseded(reading.words, line, figure.token) or _never(reading, figure, line):
        return [Candidate(("none", -1), ["none"])]
    near = _turn(reading, figure, line)
    found = [
        _amount(reading, figure, line, other, near) for other in _amounts(reading, figure) if _may_grow(reading, figure, other)
    ]
    found.extend(alone(reading, figure, line, near))
    return found


def _never(reading: Reading, figure: Figure, line: Line) -> bool:
    """Whether a rate cannot be one of trade: that of a price or a quantity, one printed in eighths."""
    return no_money(reading.words, line, figure.token) or is_quotation(figure.mention.text)


def _may_grow(reading: Reading, figure: Figure, other: Figure) -> bool:
    """Whether a rate may be an amount's: not that of a step ("up by $5m or 3%"), nor of what it is against ("3% from $5m")."""
    kind = played(reading, other)
    return kind == "level" or (kind == "base" and (other.sentence, other.token) < (figure.sentence, figure.token))


def _amounts(reading: Reading, figure: Figure) -> list[Figure]:
    """The amounts of the sentence, and the first and last of the sentences around it; what one of something costs is none."""
    here = _sums(reading, figure.sentence)
    for sentence in (figure.sentence - 1, figure.sentence + 1):
        beside = _leading(reading, _sums(reading, sentence))
        here = [*here, *dict.fromkeys([*beside[:1], *beside[-1:]])]
    return here


def _sums(reading: Reading, sentence: int) -> list[Figure]:
    here = reading.figures_by_sentence.get(sentence, [])
    return [other for other in here if other.kind == "amount" and not other.mention.value.each]


def _leading(reading: Reading, amounts: list[Figure]) -> list[Figure]:
    """The amounts that do not stand in brackets behind another number; all of them where no other is."""
    return [one for one in amounts if reading.line(one).word(one.token - 1) != "("] or amounts


def _turn(reading: Reading, figure: Figure, line: Line) -> str:
    """The nearest word of growth or decline, by side; the words that say how exact the rate is are none."""
    first = hedged(line, figure.token)
    for gap in range(1, WINDOW):
        for at, where in ((first - gap, "left"), (figure.token + gap, "right")):
            if line.word(at) in reading.words.up or line.word(at) in reading.words.down:
                return f"{where}.{'near' if gap < 3 else 'far'}"
    return "none"


def _amount(reading: Reading, figure: Figure, line: Line, other: Figure, near: str) -> Candidate:
    known = known_as(reading, other)
    if other.sentence != figure.sentence:
        return Candidate(("change", other.index), elsewhere(reading, figure, other, near), other.mention.start, other.mention.end)
    where, words = side(line, other.token, figure.token), reading.words
    apart = {kind: tally(line.count(kind, other.token, figure.token)) for kind in ("<flow>", "<amount>", "break", ",")}
    cues = [
        f"of.{where}.reach={reach(other.token, figure.token)}",
        f"of.{where}.link={link(line, other.token, figure.token)}",
        f"of.{where}.turn={near}",
        f"of.{known}",
        *(f"of.{cue}" for cue in between(line, other.token, figure.token, KINDS)),
        f"of.amount.before={line.word(other.token - 1)}",
        f"of.{where}.{known}.flows={apart['<flow>']}.amounts={apart['<amount>']}",
        f"of.{where}.breaks={apart['break']}.commas={apart[',']}",
        f"of.{where}.after={line.word(figure.token + 1)}",
        f"of.{where}.before={line.word(figure.token - 1)}",
        f"of.sum={sums(reading, figure, other)}",
        f"of.form={form(words, figure.mention)}",
        f"of.{where}.index={'yes' if is_index(reading, figure) else 'no'}",
        f"of.chained={'yes' if chained(reading, figure, other) else 'no'}",
        f"of.{where}.across={across(words, line, figure.token, other.token)}",
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
    moved, flow = governed(words, line, figure.token), same_flow(reading, figure, line, other)
    cues = [
        f"of.{where}.part={played}",
        f"of.rank={rank(reading, figure, other)}",
        f"of.rank={rank(reading, figure, other)}.again={again}",
        f"of.{where}.sharing={sharing(words, line, at)}",
        f"of.{where}.flow={flow}",
        f"of.again={again}.{'still' if turn(words, line, at) == 'none' else 'moves'}",
        f"of.{where}.governed={moved}",
        f"of.governed={moved}.{flow}",
        f"of.flow={flow}.{rivalled(reading, figure, line, other)}",
    ]
    cues.extend([f"of.period={dated(reading, figure, line, other)}", f"of.rival={rival(reading, figure, other)}"])
    cues.extend([f"of.paired={paired(reading, figure, other)}", f"of.listed={listed(reading, figure, other)}"])
    cues.append(f"of.period.behind={dated_behind(reading, figure, line, other)}")
    cues.append(f"of.standing={standing(reading, figure, line, other)}")
    return [*cues, *_respectively(reading, figure, line, other)]


def _respectively(reading: Reading, figure: Figure, line: Line, other: Figure) -> list[str]:
    """Whether amount and rate have the same rank in two lists of one length."""
    if not respectively(reading.words, line):
        return []
    here = reading.figures_by_sentence[figure.sentence]
    amounts, rates = [o for o in here if o.kind == "amount"], [o for o in here if o.kind == "change"]
    if len(amounts) == len(rates):
        return [f"of.respectively={'same' if amounts.index(other) == rates.index(figure) else 'other'}"]
    return [f"of.respectively=uneven.{ranked(line, figure.token, other.token)}"]
