"""Parts of a row that stand in words near its figure: goods or services, averages, seasonal adjustment."""

from __future__ import annotations

from parsers.lexicon import section
from parsers.observations.attach import Filled
from parsers.observations.page import Figure
from parsers.observations.reading import Reading


def _tail(reading: Reading, figure: Figure) -> str:
    sentence = reading.page.sentences[figure.sentence]
    return " ".join(reading.page.document.text[sentence.start : sentence.end].lower().split())


UNSTATED = "unstated"


def kind(reading: Reading, figure: Figure, filled: Filled, product: str | None) -> str:
    """goods, services, goods+services or unstated: by the words around the flow, else by the product."""
    chosen = filled.chosen.get("fact")
    own = UNSTATED if chosen is None or chosen.start < 0 else _around(reading, chosen.start, chosen.end)
    if own != UNSTATED:
        return own
    if product is not None:
        names = section(reading.page.document.language, "wording")["product_kind"]
        words = set(product.lower().replace("-", " ").split()) | set(product.lower().split())
        return next((name for name, products in names.items() if words & set(products)), UNSTATED)
    return UNSTATED


def _around(reading: Reading, start: int, end: int) -> str:
    words = section(reading.page.document.language, "wording")["kind"]
    around = " ".join(reading.page.document.text[max(0, start - 40) : end + 30].lower().split())
    return next((name for name, phrases in words.items() if any(phrase in around for phrase in phrases)), UNSTATED)


def adjustment(reading: Reading, figure: Figure) -> str | None:
    """How the figure was adjusted, in the text's words, None where nothing is said."""
    sentence = _tail(reading, figure)
    phrases = section(reading.page.document.language, "wording")["adjustment"]
    return next((phrase for phrase in phrases if phrase in sentence), None)


def per(reading: Reading, figure: Figure) -> str | None:
    """P1M or P1Y where the words right behind or before the figure make it an average."""
    if figure.kind != "amount":
        return None
    line = reading.line(figure)
    behind = " ".join(line.word(figure.token + step) for step in range(1, 4))
    before = " ".join(line.word(figure.token - step) for step in range(6, 0, -1))
    for length, phrases in section(reading.page.document.language, "wording")["per"].items():
        if any(behind.startswith(phrase) for phrase in phrases["behind"]) or any(
            phrase in before for phrase in phrases["before"]
        ):
            return str(length)
    return None
