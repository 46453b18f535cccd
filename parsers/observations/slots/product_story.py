"""What a text is about: the product that its head names, else the one in most of its sentences."""

from __future__ import annotations

from bisect import bisect_right

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.slots.places import tally
from parsers.observations.slots.product_place import aside
from parsers.observations.slots.product_topic import flow_told, held
from parsers.observations.slots.product_words import phrase, text_of
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

FAR = 4
VOICES = 40


def theme(reading: Reading, figure: Figure, line: Line, flow: str, own: str) -> list[Candidate]:
    """The product that the head of the text names, else the one in most of its sentences."""
    themes = reading.themes
    if not themes:
        return []
    head = [word for word, places in themes.items() if places[0][0] <= reading.body]
    word = max(head or themes, key=lambda one: len(themes[one]))
    s, at = themes[word][0]
    first = reading.page.lines[s]
    (low, _), (_, high) = phrase(reading, first, at, -1), phrase(reading, first, at, 1)
    if low > high:
        return []
    told, spread = flow_told(reading, figure, line), _spread(reading, word)
    spot = _spot(reading, s, at) if head else "body"
    cues = ["theme", f"theme.{spread}", f"theme.{told}", f"theme.{spot}", f"theme.head={tally(len(head))}", f"theme.flow={flow}"]
    cues.append(f"theme.near={_near(reading, figure, word)}")
    used = _used(reading.words, first, at)
    cues.extend([f"theme.of={used}", f"theme.of={used}.{own}", f"theme.own={own}"])
    cues.append(f"theme.aside={aside(reading.words, first, low, high)}")
    product = text_of(reading, first, low, high)
    return [Candidate(product, [*cues, *held(reading.words, "theme", product, flow, own)])]


def _used(words: CueWords, line: Line, at: int) -> str:
    """What the theme's first words are of: a flow ("RMG exports"), those who make it ("a garment producer"), its trade."""
    behind = [line.word(at + step) for step in (1, 2)]
    if "<flow>" in behind:
        return "flow"
    return "maker" if words.makers & set(behind) else "trade" if words.traders & set(behind) else "-"


def _spot(reading: Reading, s: int, at: int) -> str:
    """Where the head of a text names its theme: in the headline, or before or behind the first figure of its first sentence."""
    if s < reading.body:
        return "headline"
    figures = reading.figures_by_sentence.get(s, [])
    return "lead" if not figures or at < figures[0].token else "aside"


def _near(reading: Reading, figure: Figure, word: str) -> str:
    """How many sentences before the figure's the theme was named last."""
    places = reading.themes[word]
    at = bisect_right(places, figure.sentence, key=lambda place: place[0]) - 1
    return "none" if at < 0 else str(min(figure.sentence - places[at][0], FAR))


def _spread(reading: Reading, word: str) -> str:
    share = len(reading.themes[word]) / len(reading.page.lines)
    return "most" if share > 0.5 else "many" if share > 0.25 else "some" if share > 0.1 else "few"


def voice(reading: Reading, figure: Figure, line: Line) -> list[Candidate]:
    """The product whose traders the sentence names in front of the figure: "the Tea Exporters Association said"."""
    words = reading.words
    for at in range(figure.token - 1, max(figure.token - VOICES, 0), -1):
        if line.word(at) in words.traders and line.word(at - 1) in words.products:
            low, high = phrase(reading, line, at - 1, -1)
            if low <= high:
                return [Candidate(text_of(reading, line, low, high), ["voice", f"voice.{flow_told(reading, figure, line)}"])]
    return []
