"""Cue templates that all slots share: how far, on which side, what lies between, which words link."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.observations.page import Line
from parsers.observations.words import CueWords

DATELINE_REACH = 6
_MARKS = frozenset(("-", "–", "—", ":"))
_REACHES = ((1, "0"), (2, "1"), (3, "2"), (5, "3-4"), (9, "5-8"), (16, "9-15"), (30, "16-29"))


def reach(first: int, last: int) -> str:
    """The distance of two places as one of eight steps."""
    gap = abs(last - first)
    return next((name for limit, name in _REACHES if gap <= limit), "30+")


def tally(number: int) -> str:
    """0, 1 or 2+."""
    return str(number) if number < 2 else "2+"


def crowd(number: int) -> str:
    """0, 1, 2-4 or 5+."""
    return tally(number) if number < 2 else "2-4" if number < 5 else "5+"


def side(line: Line, place: int, figure: int) -> str:
    """Whether a place stands before or after the figure."""
    return "before" if place < figure else "after"


def between(line: Line, place: int, figure: int, kinds: tuple[str, ...]) -> list[str]:
    """What stands between a place and the figure, by kind and side."""
    where = side(line, place, figure)
    return [
        f"{where}.between.{kind}={tally(line.count(f'<{kind}>' if kind != 'break' else kind, place, figure))}" for kind in kinds
    ]


def link(line: Line, first: int, last: int, most: int = 3) -> str:
    """The words strictly between two places, where they are few; else only the first and the last of them."""
    low, high = (first, last) if first < last else (last, first)
    words = [line.word(at) for at in range(low + 1, high)]
    if len(words) <= most:
        return " ".join(words) or "-"
    return f"{words[0]} .. {words[-1]}"


def neighbours(line: Line, at: int) -> list[str]:
    """The words right before and behind a place."""
    return [
        f"before={line.word(at - 1)}",
        f"after={line.word(at + 1)}",
        f"before2={line.word(at - 2)} {line.word(at - 1)}",
        f"after2={line.word(at + 1)} {line.word(at + 2)}",
    ]


def flow_words(line: Line, at: int) -> set[str]:
    """The words that a flow word takes in: "bilateral trade", "overall trade surplus"."""
    return set(line.mention(at).text.lower().split())


def dateline(line: Line, at: int) -> bool:
    """Whether an area only says where a report was written: "KARACHI:", "HARBIN, May 10 (Xinhua) --"."""
    if at > 1:
        return False
    mention = line.tokens[at].mention
    if mention is not None and mention.kind == "area" and mention.value.form == "dateline":
        return True
    text = "" if mention is None else mention.text
    marks = {line.word(place) for place in range(at + 1, at + 1 + DATELINE_REACH)}
    return line.word(at + 1) == ":" or (bool(marks & _MARKS) and text.isupper() and len(text) > 3)


def opening(line: Line) -> int:
    """The place at which a sentence begins behind the place where a report was written, 0 where none is given."""
    if not line.places("area") or not dateline(line, line.places("area")[0]):
        return 0
    marks = (at for at in range(line.places("area")[0] + 1, min(DATELINE_REACH + 2, len(line))) if line.word(at) in _MARKS)
    return next(marks, -1) + 1


def is_venue(line: Line, at: int, words: CueWords) -> bool:
    """Whether a word names a place where shares and lots change hands: "the exchange", but not "an exchange with Peru"."""
    shared = line.word(at + 1) in words.company and line.word(at + 2) == "<area>"
    return line.word(at) in words.venues and line.word(at - 1) not in words.not_venues and not shared


def whole(code: str) -> str:
    """The country of a region ("PK" of "PK-SD"); other codes as they are."""
    return code if code.startswith("G-") else code.partition("-")[0]


def backwards(words: CueWords, line: Line, at: int, reach: int, stops: frozenset[str]) -> Iterator[int]:
    """The places in front of one, nearest first, no farther than `reach`; a break or one of `stops` is the last."""
    for place in range(at - 1, max(at - 1 - reach, -1), -1):
        yield place
        if line.word(place) in stops or line.word(place) in words.breaks:
            return
