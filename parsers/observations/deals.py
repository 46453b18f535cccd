"""Who sells to whom, by all the words of a text: many sellers in one market ("suppliers to Peru"), or one seller in many."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.observations.page import Line, Page
from parsers.observations.slots.ends import owner_at, partner_at, possesses
from parsers.observations.words import CueWords

Deal = tuple[str, str]
# So far behind a noun stands whom it serves ("suppliers of cars to Peru"), and so far in front its possessor.
BEHIND, FRONT = 6, 5
# A line of very many areas is a table, or a list of guests.
MOST = 12


def deals(page: Page, words: CueWords) -> frozenset[Deal]:
    """(seller, buyer) of every flow word that has both its ends, and of nouns for those who buy or sell."""
    return frozenset(
        deal for line in page.lines for deal in (*_flowing(line, words), *_called(line, words)) if deal[0] != deal[1]
    )


def _flowing(line: Line, words: CueWords) -> Iterator[Deal]:
    """The deals that flow words tell, in the one direction in which goods go."""
    for at in line.places("flow"):
        flow = line.mention(at).value.flow
        if flow not in ("exports", "imports"):
            continue
        owner, partner = (_code(line, end(line, at, words)) for end in (owner_at, partner_at))
        if owner and partner:
            yield (owner, partner) if flow == "exports" else (partner, owner)


def _called(line: Line, words: CueWords) -> Iterator[Deal]:
    """The deals of nouns: the others of a line sell where it tells of suppliers to one area, buy where it tells of its buyers."""
    places = line.places("area")
    if not 1 < len(places) <= MOST:
        return
    for at in range(len(line)):
        sells = _noun(line, at) in words.givers
        if not sells and _noun(line, at) not in words.takers:
            continue
        end = _code(line, _served(line, at, words.export_partner if sells else words.partner_of, words))
        others = [_code(line, place) for place in places] if end else []
        yield from ((other, str(end)) if sells else (str(end), other) for other in others if other)


def _noun(line: Line, at: int) -> str:
    """The noun at a place; one that tells a flow too ("exporters") by its last word."""
    word = line.word(at)
    return line.mention(at).text.split()[-1].lower() if word == "<flow>" else word


def _served(line: Line, noun: int, leads: frozenset[str], words: CueWords) -> int:
    """The place of the area whose buyers or sellers a noun means: one that it leads to, else its possessor; or -1."""
    led = False
    for at in range(noun + 1, min(noun + 1 + BEHIND, len(line))):
        word = line.word(at)
        if word == "<area>" and led:
            return at
        if word.startswith("<") or not word[0].isalpha():
            break
        led = word in leads or (led and word in words.definite)
    for at in range(noun - 1, max(noun - 1 - FRONT, -1), -1):
        if line.word(at) == "<area>":
            return at if possesses(line, at, words) else -1
        if line.word(at) in (",", ";"):
            break
    return -1


def _code(line: Line, at: int) -> str | None:
    code: str | None = line.mention(at).value.code if at >= 0 else None
    return code
