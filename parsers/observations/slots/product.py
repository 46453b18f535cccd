"""What is traded: the total, or the product whose words stand beside the flow word or the figure."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import reach, tally
from parsers.observations.slots.product_anaphor import anaphor, spoken
from parsers.observations.slots.product_place import order, place, share_of
from parsers.observations.slots.product_pooled import pooled
from parsers.observations.slots.product_story import theme, voice
from parsers.observations.slots.product_subject import counted, parts, passive, without
from parsers.observations.slots.product_topic import carried, kin, latest, opening, own_told, topic
from parsers.observations.slots.product_total import total
from parsers.observations.slots.product_words import FLOW_STOPS, phrase, text_of
from parsers.observations.slots.subjects import part
from parsers.observations.themes import names_product, told_of_other
from parsers.observations.weights import Candidate

FURTHEST = 16


def candidates(reading: Reading, figure: Figure, flow: str = "", flow_at: int = -1) -> list[Candidate]:
    """Candidates whose value is None for the total, else the product's words."""
    line = reading.line(figure)
    flows = line.places("flow")
    found = [candidate for at in flows for candidate in _beside_flow(reading, figure, line, at, flow_at, flow)]
    found.extend(_beside_figure(reading, figure, line, flow_at))
    found.extend(counted(reading, figure, line))
    for way in (passive, parts, without):
        found.extend(_candidate(reading, figure, line, *where, flow_at) for where in way(reading, figure, line))
    found.extend(_nearby(reading, figure, line, flow_at))
    told = own_told(reading, line, flow_at)
    found.extend(carried(reading, figure, line, told))
    found.extend(topic(reading, figure, line))
    found.extend(opening(reading, figure, line, told))
    found.extend(latest(reading, figure, flow, told))
    found.extend(theme(reading, figure, line, flow, told))
    found.extend(voice(reading, figure, line))
    found.extend(spoken(reading, figure, line, told))
    found = _without_parts(reading, figure, line, found)
    _point(reading, figure, line, found)
    found.append(total(reading, figure, line, found, flow_at))
    _fellows(reading, figure, line, found, flow_at)
    return pooled(reading.words, found, told)


def _without_parts(reading: Reading, figure: Figure, line: Line, found: list[Candidate]) -> list[Candidate]:
    """Without what stands before a share of the figure: it is of the part ("coffee made up 12% of the $9 million").

    Nor are goods its product that the flow is told to be without ("exports other than coffee").
    """
    share = share_of(reading.words, line, figure.token) if figure.kind == "amount" else -1
    left_out = [candidate.data for candidate in found if candidate.cues[0] == "without"]
    return [
        candidate
        for candidate in found
        if not isinstance(candidate.data, tuple)
        or (candidate.data[1] >= share and not any(low < candidate.data[0] <= high for low, high in left_out))
    ]


def _fellows(reading: Reading, figure: Figure, line: Line, found: list[Candidate], flow_at: int) -> None:
    """Say which candidate is the product of the figure that a base is compared with ("exports of $5m, up from $4m")."""
    before = reading.fact_before(figure)
    if before is None or before[0].sentence != figure.sentence or before[1].flow_at != flow_at or flow_at < 0:
        return
    if part(reading.words, line, figure.token) != "base":
        return
    for candidate in found:
        candidate.cues.append(f"fellow.{'same' if candidate.value == before[1].product else 'other'}")


def _point(reading: Reading, figure: Figure, line: Line, found: list[Candidate]) -> None:
    """Say of the products from outside the sentence that it points back to one ("exports of the commodity")."""
    points = anaphor(reading.words, line, figure.token)
    if points != "-":
        for candidate in found:
            if candidate.data is None:
                candidate.cues.append(f"outside.anaphor={points}")


def _candidate(reading: Reading, figure: Figure, line: Line, low: int, high: int, cues: list[str], flow_at: int) -> Candidate:
    words = text_of(reading, line, low, high)
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
        *(["hyphen.non"] if words.lower().partition("-")[0] in reading.words.negating and "-" in words else []),
        *_strangers(reading, line, low, high),
        *place(reading, figure, line, low, high, flow_at),
        *order(line, low, high, figure.token, flow_at, cues[0]),
        f"{cues[0]}.own={own_told(reading, line, flow_at)}",
    ]
    decision = reading.before.get(figure.index)
    if decision is not None:
        cues.append(f"flow={decision.flow}")
    return Candidate(words, cues, line.tokens[low].start, line.tokens[high].end, data=(low, high))


def _strangers(reading: Reading, line: Line, low: int, high: int) -> list[str]:
    """How the words end that name no known product, and whether one is written as a name."""
    strange = [at for at in range(low, high + 1) if line.word(at) not in reading.words.products]
    text = reading.page.document.text
    cues = ["low.gerund"] if low in strange and low < high and reading.words.is_participle(line.word(low)) else []
    if high in strange:
        cues.append(f"head.ending={line.word(high)[-2:]}")
    if any(at > 0 and text[line.tokens[at].start].isupper() for at in strange):
        cues.append("strange.name")
    return cues


def _beside_flow(reading: Reading, figure: Figure, line: Line, at: int, flow_at: int, flow: str) -> list[Candidate]:
    found = []
    spot = "nearest" if at == min(line.places("flow"), key=lambda place: abs(place - figure.token)) else "other"
    gap = reach(at, figure.token)
    where = "before" if at < figure.token else "after"
    hyphen = line.word(at - 1) == "-"
    low, high = phrase(reading, line, at - 2 if hyphen else at - 1, -1)
    amounts = tally(line.count("<amount>", at, figure.token))
    base = [f"flow.{spot}.{where}", f"flow.reach={gap}", f"flow.amounts={amounts}", f"flow.own={at == flow_at}"]
    base.append(f"flow.kin={kin(line.mention(at).value.flow, flow) if at != flow_at else 'own'}.{where}")
    if low <= high:
        cues = ["modifier", *base, f"modifier.{spot}.{where}", *(["hyphen.flow"] if hyphen else [])]
        found.append(_candidate(reading, figure, line, low, high, cues, flow_at))
    elif line.word(at - 1) == "<area>" and not hyphen:
        low, high = phrase(reading, line, at - 2, -1)
        if low <= high:
            found.append(_candidate(reading, figure, line, low, high, ["modifier.area", *base], flow_at))
    if _leads(reading, line.word(at + 1)) or line.tokens[at].mention.value.weight == "verb":  # type: ignore[union-attr]
        start = at + 2 if _leads(reading, line.word(at + 1)) else at + 1
        low, high = phrase(reading, line, start, 1)
        if low <= high:
            found.append(
                _candidate(
                    reading, figure, line, low, high, [f"{line.word(at + 1)}.object", *base, f"object.{spot}.{where}"], flow_at
                )
            )
    return found


def _leads(reading: Reading, word: str) -> bool:
    """Whether a word behind a flow word leads to its goods: "exports of tea", "exports: tea"."""
    return word == ":" or word in reading.words.within


def _beside_figure(reading: Reading, figure: Figure, line: Line, flow_at: int) -> list[Candidate]:
    """ "worth of X", "in X", "X worth $5 million", "X ($5 million)", "X by 5 per cent", "X to $5 million"."""
    found = []
    at = figure.token
    behind = at + 2 if line.word(at + 1) == "'" else at + 1
    after = [line.word(behind), line.word(behind + 1)]
    pays = after[0] in reading.words.worth
    if (pays and after[1] in reading.words.belonging) or after[0] in reading.words.goods_behind:
        start = behind + 2 if pays else behind + 1
        low, high = phrase(reading, line, start, 1)
        owned = low > high and after[0] not in reading.words.inside | reading.words.purposes
        if owned:
            low, high = _owned(reading, line, start)
        if low <= high:
            cues = [f"{'worth.of' if pays else after[0]}.after{'.owned' if owned else ''}"]
            found.append(_candidate(reading, figure, line, low, high, cues, flow_at))
    else:
        found.extend(_direct(reading, figure, line, flow_at))
    for back in (1, 2, 3):
        if line.word(at - back) in FLOW_STOPS or not line.word(at - back).strip(",("):
            break
        low, high = phrase(reading, line, at - back - 1, -1)
        if low <= high and line.word(at - back) in reading.words.product_links:
            found.append(
                _candidate(reading, figure, line, low, high, [f"subject.{line.word(at - back)}", f"subject.{back}"], flow_at)
            )
            break
    return found


def _owned(reading: Reading, line: Line, start: int) -> tuple[int, int]:
    """The run of words with known goods behind an article or an owner's word: "72% of its steel", "$5m from the tea trade"."""
    words = reading.words
    if line.word(start) not in words.definite and line.word(start) not in words.their:
        return start, start - 1
    low, high = phrase(reading, line, start + 1, 1)
    return (low, high) if any(line.word(at) in words.products for at in range(low, high + 1)) else (low, low - 1)


def _direct(reading: Reading, figure: Figure, line: Line, flow_at: int) -> list[Candidate]:
    """ "Exported 5 million dollars nano products": known goods right behind the money."""
    low, high = phrase(reading, line, figure.token + 1, 1)
    if figure.kind != "amount" or low > high or not any(line.word(at) in reading.words.products for at in range(low, high + 1)):
        return []
    return [_candidate(reading, figure, line, low, high, ["direct", f"direct.before={line.word(high + 1)}"], flow_at)]


def _nearby(reading: Reading, figure: Figure, line: Line, flow_at: int) -> list[Candidate]:
    """The nearest words of known products on either side of the figure."""
    found = []
    for where, step in (("before", -1), ("after", 1)):
        places = (figure.token + step * gap for gap in range(1, FURTHEST))
        at = next((spot for spot in places if _names(reading, line, spot)), None)
        if at is None:
            continue
        (low, _), (_, high) = phrase(reading, line, at, -1), phrase(reading, line, at, 1)
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
        found.append(_candidate(reading, figure, line, min(low, at), max(high, at), cues, flow_at))
    return found


def _names(reading: Reading, line: Line, at: int) -> bool:
    if not 0 <= at < len(line):
        return False
    text = reading.page.document.text
    return names_product(reading.words, text, line, at) and not told_of_other(reading.words, text, line, at)
