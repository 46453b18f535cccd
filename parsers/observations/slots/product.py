"""What is traded: the total, or the product whose words stand beside the flow word or the figure."""

from __future__ import annotations

from collections import Counter
from functools import cache

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import reach, tally
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

LONGEST = 5
FURTHEST = 16
FLOW_STOPS = frozenset({"<flow>", "<amount>", "<change>", "<period>", "<mock>", "<quantity>", "<number>", "<area>"})


def candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Candidates whose value is None for the total, else the product's words."""
    line = reading.line(figure)
    flows = line.places("flow")
    found = [candidate for at in flows for candidate in _beside_flow(reading, figure, line, at)]
    found.extend(_beside_figure(reading, figure, line))
    found.extend(_nearby(reading, figure, line))
    found.extend(_carried(reading, figure, line))
    found.extend(_topic(reading, figure, line))
    found.extend(_opening(reading, figure, line))
    found.append(_total(reading, figure, line, found))
    return found


def _phrase(reading: Reading, line: Line, start: int, step: int) -> tuple[int, int]:
    """The run of product words that begins at `start` and goes one way; (first, last) places, empty where first > last."""
    at, stops = start, _stops(reading.words)
    while (
        0 <= at < len(line)
        and abs(at - start) < LONGEST
        and (_fits(line, at, step, start, stops) or _is_initialism(reading, line, at))
    ):
        at += step
    low, high = (at + 1, start) if step < 0 else (start, at - 1)
    while low <= high and line.word(high) in ("and", ",", "&"):
        high -= 1
    while low <= high and line.word(low) in ("and", ",", "&"):
        low += 1
    if all(line.word(at) in reading.words.generic for at in range(low, high + 1)):
        return low, low - 1
    return low, high


@cache
def _stops(words: CueWords) -> frozenset[str]:
    """Words that no product's name holds: determiners and what a figure does."""
    return words.determiners | words.actual | words.up | words.down


def _fits(line: Line, at: int, step: int, start: int, stops: frozenset[str]) -> bool:
    word = line.word(at)
    if word in ("and", ",", "&"):
        inner = line.word(at + step)
        return at != start and inner not in stops and inner not in FLOW_STOPS and inner[:1].isalpha() and word != ","
    return (
        word not in FLOW_STOPS
        and word not in stops
        and not word.endswith(("'s", "’s"))
        and (word[:1].isalpha() or word[:1].isdigit())
        and len(word) > 1
    )


def _is_initialism(reading: Reading, line: Line, at: int) -> bool:
    """Whether a stop word stands in capitals that make it another word ("IT exports")."""
    token = line.tokens[at]
    surface = reading.page.document.text[token.start : token.end]
    return token.mention is None and len(surface) > 1 and surface.isupper() and token.word in reading.words.products


def _words(reading: Reading, line: Line, low: int, high: int) -> str:
    text = reading.page.document.text
    return " ".join(text[line.tokens[low].start : line.tokens[high].end].split())


def _candidate(reading: Reading, figure: Figure, line: Line, low: int, high: int, cues: list[str]) -> Candidate:
    words = _words(reading, line, low, high)
    last = line.word(high)
    known = sum(line.word(at) in reading.words.products for at in range(low, high + 1))
    cues = [
        *cues,
        f"head={last}",
        f"{cues[0]}.known={tally(known)}",
        f"known={tally(known)}",
        f"known.head={'yes' if last in reading.words.products else 'no'}",
        f"strange={tally(high - low + 1 - known)}",
        f"length={min(high - low + 1, 4)}",
        *(["hyphen.non"] if words.lower().startswith("non-") else []),
    ]
    decision = reading.before.get(figure.index)
    if decision is not None:
        cues.append(f"flow={decision.flow}")
    return Candidate(words, cues, line.tokens[low].start, line.tokens[high].end, data=(low, high))


def _beside_flow(reading: Reading, figure: Figure, line: Line, at: int) -> list[Candidate]:
    found = []
    spot = "nearest" if at == min(line.places("flow"), key=lambda place: abs(place - figure.token)) else "other"
    gap = reach(at, figure.token)
    where = "before" if at < figure.token else "after"
    low, high = _phrase(reading, line, at - 1, -1)
    amounts = tally(line.count("<amount>", at, figure.token))
    base = [f"flow.{spot}.{where}", f"flow.reach={gap}", f"flow.amounts={amounts}"]
    if low <= high:
        found.append(_candidate(reading, figure, line, low, high, ["modifier", *base, f"modifier.{spot}.{where}"]))
    if line.word(at + 1) in ("of", "in", ":") or line.tokens[at].mention.value.weight == "verb":  # type: ignore[union-attr]
        start = at + 2 if line.word(at + 1) in ("of", "in", ":") else at + 1
        low, high = _phrase(reading, line, start, 1)
        if low <= high:
            found.append(
                _candidate(reading, figure, line, low, high, [f"{line.word(at + 1)}.object", *base, f"object.{spot}.{where}"])
            )
    return found


def _beside_figure(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """ "worth of X", "in X", "X worth $5 million", "X ($5 million)", "X by 5 per cent", "X to $5 million"."""
    found = []
    at = figure.token
    after = [line.word(at + 1), line.word(at + 2)]
    if after == ["worth", "of"] or after[0] in ("of", "in", "from", "for"):
        start = at + 3 if after[0] == "worth" else at + 2
        low, high = _phrase(reading, line, start, 1)
        if low <= high:
            found.append(
                _candidate(reading, figure, line, low, high, [f"{'worth.of' if after[0] == 'worth' else after[0]}.after"])
            )
    for back in (1, 2, 3):
        if line.word(at - back) in FLOW_STOPS or not line.word(at - back).strip(",("):
            break
        low, high = _phrase(reading, line, at - back - 1, -1)
        if low <= high and line.word(at - back) in reading.words.product_links:
            found.append(_candidate(reading, figure, line, low, high, [f"subject.{line.word(at - back)}", f"subject.{back}"]))
            break
    return found


def _nearby(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """The nearest words of known products on either side of the figure."""
    found = []
    for where, step in (("before", -1), ("after", 1)):
        places = (figure.token + step * gap for gap in range(1, FURTHEST))
        at = next((place for place in places if _names(reading, line, place)), None)
        if at is None:
            continue
        (low, _), (_, high) = _phrase(reading, line, at, -1), _phrase(reading, line, at, 1)
        gap = f"{where}.reach={reach(at, figure.token)}"
        kinds = [
            f"{where}.{kind}s={tally(line.count(f'<{kind}>', at, figure.token))}" for kind in ("amount", "change", "flow", "area")
        ]
        cues = [
            "word",
            f"word.{where}",
            *(f"word.{cue}" for cue in (gap, *kinds)),
            f"word.{where}.breaks={tally(line.count('break', at, figure.token))}",
            f"word.{where}.flows.here={tally(len(line.places('flow')))}",
            f"word.{where}.intro={line.word(min(low, at) - 1)}",
        ]
        found.append(_candidate(reading, figure, line, min(low, at), max(high, at), cues))
    return found


def _names(reading: Reading, line: Line, at: int) -> bool:
    """Whether a word names a product by itself ("IT" does, "it" does not)."""
    words, word = reading.words, line.word(at)
    return word in words.products - words.generic and (word not in words.determiners or _is_initialism(reading, line, at))


def _topic(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """The product that most facts of the text are of."""
    products = Counter(decision.product for decision in reading.before.values() if decision.fact and decision.product)
    if not products:
        return []
    product, number = products.most_common(1)[0]
    facts = sum(decision.fact for decision in reading.before.values())
    share = "most" if number * 2 > facts else "half" if number * 3 > facts else "few"
    return [
        Candidate(
            product,
            [
                "topic",
                f"topic.share={share}",
                f"topic.share={share}.flows={tally(len(line.places('flow')))}",
                f"topic.{_bare(reading, figure, line)}",
            ],
        )
    ]


def _opening(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """The product of the text's first flow words: what "exports" alone may go on to mean."""
    decision = reading.before.get(figure.index)
    if decision is None or not reading.flows or reading.flows[0][0] >= figure.sentence:
        return []
    sentence, at, _ = reading.flows[0]
    opening = reading.page.lines[sentence]
    low, high = _phrase(reading, opening, at - 1, -1)
    if low > high and opening.word(at + 1) == "of":
        low, high = _phrase(reading, opening, at + 2, 1)
    if low > high:
        return []
    flow = reading.flows[0][2].value.flow
    same = "same" if decision.flow == flow else "other"
    spot = "headline" if sentence < reading.body else "body"
    cues = [
        f"opening.{spot}",
        f"opening.{same}.{_bare(reading, figure, line)}",
        f"opening.{same}.pure={reading.purity.get(flow, 'no')}",
    ]
    return [Candidate(_words(reading, opening, low, high), cues)]


def _bare(reading: Reading, figure: Figure, line: Line) -> str:
    """How the nearest flow word is told: as a total, with a name, with a generic one, bare; or none is there."""
    flows = line.places("flow")
    if not flows:
        return "none"
    at = min(flows, key=lambda place: abs(place - figure.token))
    before = {line.word(at - step) for step in (1, 2)}
    if before & reading.words.totals:
        return "total"
    if line.word(at - 1) in reading.words.generic or (line.word(at + 1) == "of" and line.word(at + 2) in reading.words.generic):
        return "generic"
    low, high = _phrase(reading, line, at - 1, -1)
    return "bare" if low > high else "named"


def _carried(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    previous = reading.fact_before(figure)
    if previous is None or previous[1].product is None:
        return []
    near = min(figure.sentence - previous[0].sentence, 3)
    decision = reading.before.get(figure.index)
    same = decision is not None and decision.flow == previous[1].flow
    cues = [
        f"carried.{near}",
        f"carried.flows={tally(len(line.places('flow')))}",
        f"carried.{near}.flow.{'same' if same else 'other'}",
        f"carried.{_bare(reading, figure, line)}",
    ]
    return [Candidate(previous[1].product, cues)]


def _total(reading: Reading, figure: Figure, line: Line, found: list[Candidate]) -> Candidate:
    flows = line.places("flow")
    known = sum(
        any(line.word(at) in reading.words.products for at in range(c.data[0], c.data[1] + 1))
        for c in found
        if isinstance(c.data, tuple)
    )
    cues = [
        "total",
        f"total.{_bare(reading, figure, line)}",
        f"total.known={tally(known)}",
        f"total.flows={tally(len(flows))}",
        f"total.candidates={tally(len(found))}",
    ]
    if flows:
        nearest = min(flows, key=lambda at: abs(at - figure.token))
        cues.append(f"total.before.flow={line.word(nearest - 1)}")
        cues.append(f"total.reach={reach(nearest, figure.token)}")
        if nearest + 1 < len(line):
            cues.append(f"total.after.flow={line.word(nearest + 1)}")
    line_words = [token.word for token in line.tokens]
    cues.extend(
        f"total.word={word}" for word in ("total", "overall", "bilateral", "mutual", "turnover", "trade") if word in line_words
    )
    previous = reading.fact_before(figure)
    if previous is not None:
        near = min(figure.sentence - previous[0].sentence, 3)
        cues.append(f"total.previous={'total' if previous[1].product is None else 'product'}.{near}")
    decision = reading.before.get(figure.index)
    if decision is not None:
        cues.append(f"total.flow={decision.flow}")
        cues.append(f"total.pure={reading.purity.get(decision.flow, 'no')}.{_bare(reading, figure, line)}")
    if reading.before:
        products = sum(d.fact and d.product is not None for d in reading.before.values())
        facts = sum(d.fact for d in reading.before.values()) or 1
        share = products / facts
        cues.append(f"total.share={'none' if share == 0 else 'few' if share < 0.34 else 'half' if share < 0.67 else 'most'}")
    return Candidate(None, cues)
