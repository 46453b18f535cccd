"""Parts of a row that stand in words near its figure: goods or services, averages, seasonal adjustment."""

from __future__ import annotations

from bisect import bisect_left

from parsers.lexicon import section
from parsers.observations.attach import Filled
from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading


def _tail(reading: Reading, figure: Figure) -> str:
    sentence = reading.page.sentences[figure.sentence]
    return " ".join(reading.page.document.text[sentence.start : sentence.end].lower().split())


UNSTATED = "unstated"
GOODS = "goods"
BEFORE = 40
BEHIND = 30
CLAUSE = 40
NEAR = 12
AVERAGE = 6
_MARKS = frozenset((",", ".", ";", ":", "(", "<amount>", "<change>", "<flow>", "$"))


def kind(reading: Reading, figure: Figure, filled: Filled, product: str | None) -> str:
    """goods, services, goods+services or unstated: by the flow, the product, the sentence or the text's head.

    Goods are told of the whole trade or of a part like "non-oil"; tea is tea, whatever goods the sentence names besides.
    """
    chosen = filled.chosen.get("fact")
    own = UNSTATED if chosen is None or chosen.start < 0 else _around(reading, chosen.start, chosen.end)
    said = _said(reading, _clause(reading, figure))
    told = said if own in said.split("+") or own == UNSTATED else own
    if told == GOODS and product is not None and not product.lower().startswith(tuple(reading.words.negating)):
        return UNSTATED
    if own != UNSTATED:
        return told
    names = section(reading.page.document.language, "wording")["product_kind"]
    words = set() if product is None else {*product.lower().replace("-", " ").split(), *product.lower().split()}
    named = next((name for name, products in names.items() if words & set(products)), UNSTATED)
    if named != UNSTATED:
        return named
    if said != UNSTATED or product is not None:
        return said
    return _of_sentence(reading, figure) or _of_head(reading)


def _clause(reading: Reading, figure: Figure) -> str:
    """The words around a figure as far as what contrasts with it."""
    line, stops = reading.line(figure), reading.words.breaks | {";"}
    low, high = max(figure.token - CLAUSE, 0), min(figure.token + CLAUSE, len(line) - 1)
    first = next((at + 1 for at in range(figure.token - 1, low, -1) if line.word(at) in stops), low)
    last = next((at - 1 for at in range(figure.token + 1, high) if line.word(at) in stops), high)
    return reading.page.document.text[line.tokens[first].start : line.tokens[last].end].lower()


def _around(reading: Reading, start: int, end: int) -> str:
    """What is said beside some words, as far as their own sentence goes."""
    own = next((one for one in reading.page.sentences if one.start <= start < one.end), None)
    low, high = (0, end + BEHIND) if own is None else (own.start, own.end)
    return _said(reading, reading.page.document.text[max(low, start - BEFORE) : min(high, end + BEHIND)].lower())


def _said(reading: Reading, text: str) -> str:
    words = section(reading.page.document.language, "wording")["kind"]
    around = " ".join(text.split())
    return next((name for name, phrases in words.items() if any(phrase in around for phrase in phrases)), UNSTATED)


def _of_sentence(reading: Reading, figure: Figure) -> str:
    """Goods, where the sentence tells of goods trade and of no services: "goods exports rose, while imports fell by 5%"."""
    sentence, words = _tail(reading, figure), section(reading.page.document.language, "wording")
    told = any(phrase in sentence for phrase in words["goods_trade"])
    return "goods" if told and not any(phrase in sentence for phrase in words["kind"]["services"]) else ""


def _of_head(reading: Reading) -> str:
    """Services, where the flow words of the text's head are told so: the whole text is of them."""
    heads = [_around(reading, mention.start, mention.end) for s, _, mention in reading.flows if s <= reading.body]
    return "services" if heads and heads[0] == "services" else UNSTATED


def adjustment(reading: Reading, figure: Figure) -> str | None:
    """How the figure was adjusted, in the text's words, None where nothing is said."""
    sentence = _tail(reading, figure)
    phrases = section(reading.page.document.language, "wording")["adjustment"]
    return next((phrase for phrase in phrases if phrase in sentence), None)


def per(reading: Reading, figure: Figure) -> str | None:
    """P1M or P1Y where the words around the figure make it an average, or tell it of every month or year."""
    if figure.kind != "amount":
        return None
    line = reading.line(figure)
    behind, before = _behind(line, figure.token), _words(line, figure.token - AVERAGE, figure.token)
    flow = _flow_words(reading, line, figure.token)
    for length, phrases in section(reading.page.document.language, "wording")["per"].items():
        if (
            behind.startswith(_spaced(phrases["behind"]))
            or any(phrase in behind for phrase in _spaced(phrases["again"]))
            or any(phrase in before for phrase in _spaced(phrases["before"]))
            or any(phrase in flow for phrase in _spaced(phrases["flow"]))
        ):
            return str(length)
    return None


def _flow_words(reading: Reading, line: Line, at: int) -> str:
    """The flow word in front of a figure, or the one that "in" leads to right behind it, with the word in front of it."""
    flows = line.places("flow")
    flow = flows[bisect_left(flows, at) - 1] if flows and flows[0] < at else -1
    if line.word(at + 2) == "<flow>":
        flow = at + 2
    elif flow < 0 or line.count("<amount>", flow, at):
        return ""
    first = max(flow - 1, 0)
    return f" {' '.join(reading.page.document.text[line.tokens[first].start : line.tokens[flow].end].lower().split())} "


def _behind(line: Line, at: int) -> str:
    """The words behind a figure as far as the next figure or mark; its worth in other money, in brackets, is passed over."""
    first = at + 4 if [line.word(at + step) for step in (1, 2, 3)] == ["(", "<amount>", ")"] else at + 1
    return _words(line, first, next((place for place in range(first, first + NEAR) if line.word(place) in _MARKS), first + NEAR))


def _words(line: Line, first: int, last: int) -> str:
    return f" {' '.join(line.word(at) for at in range(first, last))} "


def _spaced(phrases: list[str]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in phrases)
