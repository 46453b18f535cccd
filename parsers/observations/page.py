"""One document laid out for reading: sentences as runs of tokens in which every mention stands for its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any

import regex

from parsers.lexicon import alternatives, section
from parsers.mentions.clauses import Sentence, sentences
from parsers.model import Document, Mention

# Marks that are set for an apostrophe, by some papers' machines too.
_STRAIGHT = str.maketrans(dict.fromkeys("’›´`", "'"))

# Where two mentions overlap, the kind that stands first here keeps its place.
PRECEDENCE = ("amount", "change", "period", "quantity", "area", "flow", "mock", "number")


@cache
def _token(language: str) -> regex.Pattern[str]:
    """A word or a mark; what an apostrophe ties to a mention is a word of its own."""
    tied = alternatives(section(language, "sentences")["tied"])
    return regex.compile(rf"['’›´`](?:{tied})\b|[\p{{L}}\p{{N}}]++(?:[-'’›´`.][\p{{L}}\p{{N}}]++)*+|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole mention; `word` is its lower-case text, or the mention's kind in angle brackets."""

    start: int
    end: int
    word: str
    mention: Mention[Any] | None = None


class Line:
    """The tokens of one sentence, with running counts of each kind of token, so that what lies between is known at once.

    `memo` is for what others work out of the tokens once and ask for again with every figure.
    """

    def __init__(self, tokens: list[Token], breaks: Container[str] = ()) -> None:
        self.tokens = tokens
        self._breaks = breaks
        self._running: dict[str, list[int]] = {}
        self._places: dict[str, list[int]] = {}
        self.memo: dict[tuple[object, ...], Any] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, at: int) -> str:
        """The word at a place, "^" before the first and "$" behind the last."""
        if at < 0:
            return "^"
        return self.tokens[at].word if at < len(self.tokens) else "$"

    def mention(self, at: int) -> Mention[Any]:
        """The mention that stands at a place; LookupError where a word stands."""
        found = self.tokens[at].mention
        if found is None:
            raise LookupError(f"{self.tokens[at].word}: a word, no mention")
        return found

    def count(self, kind: str, first: int, last: int) -> int:
        """How many tokens of a kind stand strictly between two places, in either order."""
        low, high = (first, last) if first < last else (last, first)
        running = self._running.get(kind)
        if running is None:
            running = self._running[kind] = list(accumulate((self._is(token, kind) for token in self.tokens), initial=0))
        return running[max(high, low + 1)] - running[low + 1]

    def _is(self, token: Token, kind: str) -> bool:
        if kind == "break":
            return token.word in self._breaks
        return token.word == kind

    def places(self, kind: str) -> list[int]:
        """Where mentions of a kind stand."""
        found = self._places.get(kind)
        if found is None:
            kinds = ((at, token.mention) for at, token in enumerate(self.tokens) if token.mention is not None)
            found = self._places[kind] = [at for at, mention in kinds if mention.kind == kind]
        return found


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that may state something: the place of its token, and whether it is money ("amount") or a rate ("change")."""

    index: int
    kind: str
    sentence: int
    token: int
    mention: Mention[Any]


@dataclass
class Page:
    """A document's sentences, lines and figures; `lines[i]` holds the tokens of `sentences[i]`."""

    document: Document
    sentences: list[Sentence]
    lines: list[Line]
    figures: list[Figure] = field(default_factory=list)

    def mentions(self, kind: str) -> list[tuple[int, int, Mention[Any]]]:
        """(sentence, token, mention) of one kind, in the order of the text."""
        return [
            (s, t, token.mention)
            for s, line in enumerate(self.lines)
            for t, token in enumerate(line.tokens)
            if token.mention is not None and token.mention.kind == kind
        ]

    def skeleton(self, sentence: int) -> str:
        """The sentence with every mention replaced by its kind: "in <period> it reached <amount> , <change> up"."""
        return " ".join(token.word for token in self.lines[sentence].tokens)


def place(mentions: Iterable[Mention[Any]]) -> list[Mention[Any]]:
    """The mentions without overlaps, in the order of the text: by PRECEDENCE, then the longer, then the earlier."""
    rank = {kind: number for number, kind in enumerate(PRECEDENCE)}
    ordered = sorted(mentions, key=lambda m: (rank.get(m.kind, len(rank)), m.start - m.end, m.start))
    starts: list[int] = []
    kept: list[Mention[Any]] = []
    for mention in ordered:
        at = bisect_right(starts, mention.start)
        if (at > 0 and kept[at - 1].end > mention.start) or (at < len(kept) and kept[at].start < mention.end):
            continue
        starts.insert(at, mention.start)
        kept.insert(at, mention)
    return kept


def lay_out(document: Document, mentions: Iterable[Mention[Any]], breaks: Container[str] = ()) -> Page:
    """The page of a document whose mentions have been found; figures are numbered in the order of the text."""
    text, spans = document.text, sentences(document.text, document.language)
    placed = place(mentions)
    starts = [mention.start for mention in placed]
    rows: list[Line] = []
    for sentence in spans:
        first, last = bisect_right(starts, sentence.start - 1), bisect_right(starts, sentence.end - 1)
        rows.append(Line(_tokens(_token(document.language), text, sentence, placed[first:last]), breaks))
    page = Page(document, spans, rows)
    page.figures = _figures(page)
    return page


def _tokens(token: regex.Pattern[str], text: str, sentence: Sentence, mentions: list[Mention[Any]]) -> list[Token]:
    tokens: list[Token] = []
    position = sentence.start
    for mention in mentions:
        tokens.extend(_words(token, text, position, mention.start))
        tokens.append(Token(mention.start, mention.end, f"<{mention.kind}>", mention))
        position = max(position, mention.end)
    tokens.extend(_words(token, text, position, sentence.end))
    return tokens


def _words(token: regex.Pattern[str], text: str, start: int, end: int) -> list[Token]:
    return [Token(found.start(), found.end(), _word(found[0])) for found in token.finditer(text, start, end)]


def _word(text: str) -> str:
    """A word as the lists of the language file spell it: in lower case, its apostrophe straight."""
    return text.lower().translate(_STRAIGHT)


def _figures(page: Page) -> list[Figure]:
    found: list[Figure] = []
    for s, line in enumerate(page.lines):
        for t, token in enumerate(line.tokens):
            if token.mention is not None and token.mention.kind in ("amount", "change"):
                found.append(Figure(len(found), token.mention.kind, s, t, token.mention))
    return found
