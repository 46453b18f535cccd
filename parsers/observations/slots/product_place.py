"""What stands around the words of a product: an aside, a name of an office, a flow or a number that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Reading
from parsers.observations.themes import told_of_other
from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

ASIDE = 9
TAKEN = 5
APART = 6
OWNED = 10
_OPENING = frozenset({",", "(", "-", "–", "—", ";"})
_CLOSING = frozenset({",", ")", "-", "–", "—", ";", "."})
_MARKS = _OPENING | _CLOSING | {"<flow>", "<amount>", "<change>"}
_NUMBERS = frozenset({"<amount>", "<change>"})
_ENDS = frozenset({"<flow>", "<amount>", "<change>", ";", ":", ".", "^"})


def place(reading: Reading, figure: Figure, line: Line, low: int, high: int, flow_at: int) -> list[str]:
    """Cues of where the words from `low` to `high` stand."""
    words = reading.words
    text = reading.page.document.text
    named = line.word(high) in words.institutions or any(told_of_other(words, text, line, at) for at in range(low, high + 1))
    return [
        *(["office"] if named else []),
        f"belongs={_belongs(line, low, high, flow_at, words)}",
        f"taken={_taken(words, line, low, high, figure.token)}",
        f"aside={aside(words, line, low, high)}",
        f"within={within(words, line, low, figure.token)}",
        *([f"whole.{'before' if high < figure.token else 'behind'}"] if is_whole(words, line, figure.token) else []),
    ]


def within(words: CueWords, line: Line, low: int, own: int) -> str:
    """Whose "of" the words from `low` on stand behind: the figure's, another's ("5% of Chile's tea, 9% of its wool"), none's."""
    for at in range(low - 1, max(low - 1 - OWNED, -1), -1):
        word = line.word(at)
        if word in _NUMBERS:
            return "-" if line.word(at + 1) not in words.within else "own" if at == own else "other"
        if word in _CLOSING or word in words.uniting or word in words.breaks or word in words.actual:
            break
    return "-"


def is_whole(words: CueWords, line: Line, at: int) -> bool:
    """Whether the figure is what another is a part of: "of the $9 million of exports, $5 million were tea"."""
    return line.word(at - 1) in words.before_wholes and not words.belonging.isdisjoint((line.word(at - 2), line.word(at - 3)))


def share_of(words: CueWords, line: Line, at: int) -> int:
    """The place of the share that the figure is the whole of ("12% of the $9 million"); -1 where there is none."""
    at -= 1
    while line.word(at) in words.definite or line.word(at) in words.approximate:
        at -= 1
    return at - 1 if line.word(at) in words.belonging and line.word(at - 1) == "<change>" else -1


def order(line: Line, low: int, high: int, own: int, flow_at: int, kind: str) -> list[str]:
    """In which order the words, the figure and its flow word stand, and whether marks set the words apart from the rest."""
    places = sorted([(low, "goods"), (own, "figure"), *([(flow_at, "flow")] if flow_at >= 0 else [])])
    row = "-".join(name for _, name in places)
    return [
        f"{kind}.order={row}",
        f"{kind}.apart={_apart(line, low, high)}",
        f"{kind}.order={row}.apart={_apart(line, low, high)}",
    ]


def _apart(line: Line, low: int, high: int) -> str:
    """Whether a mark opens what the words stand in, closes it, or both: "exports, led by steel, rose"."""
    opened = next((line.word(at) for at in range(low - 1, max(low - 1 - APART, -1), -1) if line.word(at) in _MARKS), "")
    closed = next((line.word(at) for at in range(high + 1, high + 1 + APART) if line.word(at) in _MARKS), "")
    return ("open" if opened in _OPENING else "") + ("closed" if closed in _CLOSING else "") or "no"


def aside(words: CueWords, line: Line, low: int, high: int) -> str:
    """Whether the words only name some of the goods: "exports, mainly steel", "imports, coal chiefly", "led by cars"."""
    if line.word(high + 1) in words.asides and line.word(high + 2) in _CLOSING:
        return "behind"
    if words.excluding & {line.word(low - step) for step in (1, 2)}:
        return "excluded"
    if line.word(high + 1) in words.causing:
        return "cause"
    if line.word(low - 1) in words.reasons and _does(words, line.word(high + 1)):
        return "reason"
    for at in range(low - 1, max(low - 1 - ASIDE, -1), -1):
        word = line.word(at)
        if word in words.asides:
            return "right" if at == low - 1 else "near"
        if word in _ENDS or word in words.actual or word in words.breaks:
            break
    return "-"


def _does(words: CueWords, word: str) -> bool:
    """Whether a word behind goods tells what they did: "as steel fell", "when tea became dear"."""
    return word in words.actual or word in words.up or word in words.down


def evidence(found: Sequence[Candidate]) -> str:
    """The best that speaks for a product in a sentence: goods of the figure's own, free ones, ones that belong elsewhere."""
    kinds = {_kind(set(candidate.cues)) for candidate in found if candidate.data or "counted" in candidate.cues}
    return next((kind for kind in ("own", "free", "elsewhere") if kind in kinds), "none")


def _kind(cues: set[str]) -> str:
    if "known=0" in cues:
        return "none"
    if "aside=-" not in cues or "office" in cues or cues & {"belongs=other", "taken=other"}:
        return "elsewhere"
    return "own" if cues & {"belongs=own", "taken=own"} else "free"


def _belongs(line: Line, low: int, high: int, flow_at: int, words: CueWords) -> str:
    """Whether the words stand right beside the figure's own flow word, another, or none: "steel exports", "exports of steel"."""
    ahead = high + 2 if line.word(high + 1) == "-" else high + 1
    behind = low - 2 if line.word(low - 1) == ":" or line.word(low - 1) in words.within else low - 1
    flows = [at for at in (ahead, behind) if line.word(at) == "<flow>"]
    if not flows:
        return "none"
    return "own" if flow_at in flows else "other" if flow_at >= 0 else "some"


def _passed(words: CueWords, word: str) -> bool:
    """Whether a word may stand between goods and their number: "$5m of which was wool", "wool was about $5m"."""
    groups = (words.product_links, words.approximate, words.goods_pronouns, words.copulas, words.modals)
    return any(word in group for group in groups)


def _taken(words: CueWords, line: Line, low: int, high: int, own: int) -> str:
    """Whether a number right behind or before the words is this figure or another: "steel ($5m)", "$5m of steel"."""
    for places in (range(high + 1, high + 1 + TAKEN), range(low - 1, low - 1 - TAKEN, -1)):
        for at in places:
            word = line.word(at)
            if word in _NUMBERS:
                return "own" if at == own else "other"
            if not _passed(words, word):
                break
    return "none"
