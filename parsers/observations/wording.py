"""Parts of a row that stand in words near its figure: goods or services, averages, seasonal adjustment."""

from __future__ import annotations

from parsers.lexicon import section
from parsers.observations.attach import Filled
from parsers.observations.page import Figure
from parsers.observations.reading import Reading


def _tail(reading: Reading, figure: Figure) -> str:
    sentence = reading.page.sentences[figure.sentence]
    return " ".join(reading.page.document.text[sentence.start : sentence.end].lower().split())


def kind(reading: Reading, figure: Figure, filled: Filled) -> str:
    """goods, services, goods+services or unstated, by the words around the flow."""
    words = section(reading.page.document.language, "wording")["kind"]
    chosen = filled.chosen.get("fact")
    if chosen is None or chosen.start < 0:
        return "unstated"
    text = reading.page.document.text
    around = " ".join(text[max(0, chosen.start - 40) : chosen.end + 30].lower().split())
    return next((name for name, phrases in words.items() if any(phrase in around for phrase in phrases)), "unstated")


def adjustment(reading: Reading, figure: Figure) -> str | None:
    """How the figure was adjusted, in the text's words, None where nothing is said."""
    sentence = _tail(reading, figure)
    phrases = section(reading.page.document.language, "wording")["adjustment"]
    return next((phrase for phrase in phrases if phrase in sentence), None)


def per(reading: Reading, figure: Figure) -> str | None:
    """P1M or P1Y where the words right behind or before the figure make it an average."""
    line = reading.line(figure)
    behind = " ".join(line.word(figure.token + step) for step in range(1, 4))
    before = " ".join(line.word(figure.token - step) for step in range(6, 0, -1))
    for length, phrases in section(reading.page.document.language, "wording")["per"].items():
        if any(behind.startswith(phrase) for phrase in phrases["behind"]) or any(
            phrase in before for phrase in phrases["before"]
        ):
            return str(length)
    return None
