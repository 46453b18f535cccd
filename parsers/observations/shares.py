"""What a share is of: "over 70% of Belarus-Russia trade" is a share of turnover:BY>RU."""

from __future__ import annotations

from bisect import bisect_left

from parsers.observations.decisions import Decision
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.sharers import AREA, PRODUCT, last_sum, sharer, stands_for_sum
from parsers.observations.slots.ends import owner_at, partner_at
from parsers.observations.slots.places import whole as country_of
from parsers.observations.slots.product_words import phrase, text_of
from parsers.observations.words import CueWords

WORLD = "WLD"
REACH = 14
EARLIER = 3
WHOLE = 100
CLAUSE = 40
NEAR = 3
_TIES = frozenset(("-", "–", "/"))
_HALTS = frozenset((",", ";", "(", ")", "<amount>", "<change>"))


def whole(reading: Reading, figure: Figure, decision: Decision) -> str:
    """The whole of a share, as flow:REF>COUNTERPART, with :PRODUCT where it is one product's flow.

    It is what "of" or "in" names behind the share, the sum told before where that is "it", else what the last share of the
    sentence is of. Where nothing is named, a partner's share is one of the flow with all the world, a product's one of the
    whole flow with the same partner.
    """
    line = reading.line(figure)
    told = last_sum(reading, figure) if stands_for_sum(reading.words, line, figure.token) else None
    if told is not None and (told.flow, told.pair, told.product) != (decision.flow, decision.pair, decision.product):
        return _written(told.flow, *told.pair, None if told.product == decision.product else told.product)
    at = _named(reading.words, line, figure.token)
    nation = _nation(reading.words, line, figure.token, decision)
    if nation is not None:
        flow = decision.flow if at is None else line.mention(at).value.flow
        return _written(flow, nation, None, None if at is None else _product(reading, line, at))
    if at is None:
        at = _named_before(reading, figure)
        at = None if at is not None and _opposite(line.mention(at).value.flow, decision.flow) else at
    part, place = sharer(reading, figure, decision, at)
    if at is None:
        return _implied(line, figure, decision, part, place)
    flow, product = line.mention(at).value.flow, _product(reading, line, at)
    ref = (
        _code(line, owner_at(line, at, reading.words)) or _first(line, figure.token, at) or _seller(line, figure, decision, flow)
    )
    other = _partner(reading, line, at, ref or "", place if part == AREA else -1)
    ref, other = (_twin(line, at, reading.words) if other is None else None) or (ref, other)
    if part == AREA and other is None:
        return _written(flow, ref, None, product or decision.product)
    carried = decision.pair[1] if decision.product and not product else None
    return _written(flow, ref, other or carried, product)


def _written(flow: str, ref: str | None, other: str | None, product: str | None) -> str:
    return f"{flow}:{ref or ''}>{other if other and other != ref else WORLD}" + (f":{product}" if product else "")


def _nation(words: CueWords, line: Line, token: int, decision: Decision) -> str | None:
    """The country of a region whose share is told to be one of the nation's: "5% of the national total"."""
    near = [line.word(at) for at in range(token + 2, token + 2 + NEAR)]
    ref = decision.pair[0]
    if ref is None or line.word(token + 1) not in words.within or words.national.isdisjoint(near):
        return None
    country = country_of(ref)
    return country if country != ref else None


def _seller(line: Line, figure: Figure, decision: Decision, flow: str) -> str | None:
    """Whose the whole is where nothing says so: of imports, where the part is told as exports, theirs to whom those went."""
    return decision.pair[1] if _opposite(flow, decision.flow) else _told_of(line, figure, decision)


def _opposite(flow: str, other: str) -> bool:
    """Whether of two flows one leaves and one enters: a share of imports is not of the exports told before."""
    return {flow, other} == {"exports", "imports"}


def _named(words: CueWords, line: Line, token: int) -> int | None:
    """The flow word that a share is said to be of; what is told behind a comma or "and" is told of something else.

    A bracket or the word for a share may stand between: "the most (40%) of all exports", "a 40% share in exports".
    """
    link = token + 1
    while line.word(link) in words.share_nouns or line.word(link) == ")":
        link += 1
    if line.word(link) not in words.within and not (line.word(link) in words.sources and line.word(link + 1) in words.sums):
        return None
    for at in range(link + 1, min(token + REACH, len(line) - 1) + 1):
        if line.word(at) == "<flow>":
            return at
        if line.word(at) in _HALTS | words.uniting and line.word(at - 1) not in words.products:
            return None
    return None


def _named_before(reading: Reading, figure: Figure) -> int | None:
    """What the last share in front of the figure is of: "wool makes 57% of the exports and tea 19%"."""
    line = reading.line(figure)
    rates = line.places("change")
    last = bisect_left(rates, figure.token)
    for at in reversed(rates[max(last - EARLIER, 0) : last]):
        found = _named(reading.words, line, at)
        if found is not None:
            return found if found < figure.token else None
    return None


def _partner(reading: Reading, line: Line, at: int, ref: str, sharer_at: int) -> str | None:
    """Whom the whole is shared with: not whom a part of it "goes to" or "is with"; the second of two sides."""
    place = partner_at(line, at, reading.words)
    cues = reading.words
    words = cues.share_verbs | cues.predicates | cues.up | cues.down
    if place == sharer_at >= 0 or any(line.word(between) in words for between in range(at + 1, place)):
        return None
    code = _code(line, place)
    return _code(line, place + 2) if code == ref and line.word(place + 2) == "<area>" else code


def _twin(line: Line, at: int, words: CueWords) -> tuple[str, str] | None:
    """The two who share a trade and are both named beside it: "Belarus-Russia trade", "the trade of Belarus and Russia"."""
    if line.mention(at).value.flow != "turnover":
        return None
    first = at - 3 if line.word(at + 1) not in words.belonging else at + 2
    joined = line.word(first + 1) in _TIES or line.word(first + 1) in words.uniting
    if not joined or line.word(first) != "<area>" or line.word(first + 2) != "<area>":
        return None
    ref, other = _code(line, first), _code(line, first + 2)
    return (ref, other) if ref and other else None


def _told_of(line: Line, figure: Figure, decision: Decision) -> str | None:
    """Of a turnover, which both sides own, the whole is of the one that does not take the part: "Norway has 5% of the trade".

    Areas that are named one by one take a part together, and own no trade.
    """
    ref, other = decision.pair
    subject = next((_code(line, place) for place in line.places("area") if place < figure.token), None)
    takes = subject == ref or "+" in (ref or "")
    return other if decision.flow == "turnover" and takes and other not in (None, WORLD) else ref


def _implied(line: Line, figure: Figure, decision: Decision, part: str, place: int) -> str:
    (ref, other), product = decision.pair, decision.product
    if other in (None, WORLD):
        return _written(decision.flow, ref, None, None)
    if part == PRODUCT:
        return _written(decision.flow, ref, other, None)
    if part == AREA and decision.flow == "exports" and _supplies(line, place, figure.token, ref):
        return _written("imports", other, None, product)
    return _written(decision.flow, _told_of(line, figure, decision), None, product)


def _supplies(line: Line, place: int, token: int, seller: str | None) -> bool:
    """Whether a share is told of a seller, but of no exports of its own: "China supplied 30%, Peru 5%" are shares of imports."""
    return _code(line, place) == seller and "<flow>" not in (line.word(at) for at in range(place + 1, token))


def _code(line: Line, at: int) -> str | None:
    code: str | None = line.mention(at).value.code if at >= 0 else None
    return code


def _first(line: Line, first: int, last: int) -> str | None:
    """The first settled area between two places."""
    return next((code for at in line.places("area") if first < at < last for code in [_code(line, at)] if code), None)


def _product(reading: Reading, line: Line, flow_at: int) -> str | None:
    """The product's words right before a flow word ("garment" exports), one of them known."""
    low, high = phrase(reading, line, flow_at - 1, -1)
    known = reading.words.products - reading.words.generic
    return text_of(reading, line, low, high) if any(line.word(at) in known for at in range(low, high + 1)) else None


def tells_part(reading: Reading, amount: Figure, rate: Figure) -> bool:
    """Whether a rate tells an amount once more, as a part: "$5 million, or 40%, was bought by Peru".

    A step says which way, and an index what it is against: "$5 million, or 104% of the first half of 2020".
    """
    line, words = reading.line(amount), reading.words
    if rate.sentence != amount.sentence or rate.mention.value.form != "percent" or rate.mention.value.direction:
        return False
    if rate.mention.value.size > WHOLE or _is_level(line, rate.token, words):
        return False
    between = [line.word(place) for place in range(amount.token + 1, rate.token)]
    said = [word for word in between if word != ","]
    if len(said) != 1 or said[0] not in words.instead:
        return False
    turns = words.up | words.down
    around = range(max(amount.token - CLAUSE, 0), min(rate.token + CLAUSE, len(line)))
    return not any(line.word(place) in turns for place in around)


def _is_level(line: Line, at: int, words: CueWords) -> bool:
    """Whether a rate is said of an earlier level itself: "88% of the first half of 2016", but not "40% of 2016 exports"."""
    place = at + 3 if line.word(at + 2) in words.determiners else at + 2
    said = line.word(place) == "<period>" or line.word(place) in words.base_levels
    owned = line.word(place + 1) == "<flow>" or line.word(place + 1) in words.genitives
    return line.word(at + 1) in words.indexing and said and not owned
