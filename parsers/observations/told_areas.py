"""How a text speaks of areas: which it names only in passing, of which countries it names regions, in whose money it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from parsers.codelists import areas, currencies
from parsers.observations.deals import Deal, deals
from parsers.observations.page import Line, Page
from parsers.observations.slots.places import dateline, whole
from parsers.observations.words import CueWords

# Money in which anybody counts.
COMMON = frozenset(("USD", "EUR", "XDR"))
# So many sentences behind the headline open a text.
OPENING = 2


@dataclass(frozen=True, slots=True)
class ToldAreas:
    """The areas named in passing alone; how often the regions of each country are named, all together; whose money it is.

    `region` is the one region that the headline, or else the opening, names, "" for none, and "ruled" where the text tells of
    those who rule one. `deals` are the sellers and buyers of its words. `written` are the sentences that begin with where they
    were written, with the country of that place.
    """

    asides: frozenset[str]
    regions: Mapping[str, int]
    coin: str | None
    region: tuple[str, str] = ("", "")
    deals: frozenset[Deal] = frozenset()
    written: frozenset[tuple[int, str]] = frozenset()

    def shadowed(self, code: str) -> bool:
        """Whether a country is named in passing alone where regions of it are told of: "the Italian envoy came to Tyrol"."""
        return code in self.asides and code == whole(code) and self.regions.get(code, 0) > 0

    def opens(self, sentence: int, code: str) -> bool:
        """Whether an area that a sentence names may be whose text it is: a report from Vienna on Tyrol is none of Austria."""
        return not self.shadowed(code) and not (self.regions.get(code) and (sentence, code) in self.written)


def told_areas(page: Page, words: CueWords) -> ToldAreas:
    """What the areas and amounts of a page tell together."""
    rows = [
        (mention.value.code, dateline(page.lines[s], at), _in_passing(page.lines[s], at, words))
        for s, at, mention in page.mentions("area")
        if mention.value.code
    ]
    spoken = {code for code, written, passed in rows if not written and not passed}
    passing = {whole(code) if written else code for code, written, passed in rows if written or passed}
    regions = Counter(whole(code) for code, written, _ in rows if not written and whole(code) != code)
    coin, region = _coin(page, spoken), _told_region(page, words)
    return ToldAreas(frozenset(passing - spoken), regions, coin, region, deals(page, words), _written(page))


def _written(page: Page) -> frozenset[tuple[int, str]]:
    """The sentences that begin with where they were written, with the country of that place."""
    places = ((s, mention.value.code) for s, at, mention in page.mentions("area") if dateline(page.lines[s], at))
    return frozenset((s, whole(code)) for s, code in places if code)


def _told_region(page: Page, words: CueWords) -> tuple[str, str]:
    """The one region of the headline, else of the opening, and whether governors and the like are told of."""
    body = next((s.index for s in page.sentences if not s.headline), 0)
    regions = _regions(page, 0, body) or _regions(page, body, body + OPENING)
    ruled = any(token.word in words.rulers for line in page.lines for token in line.tokens)
    return regions.pop() if len(regions) == 1 else "", "ruled" if ruled else "plain"


def _regions(page: Page, first: int, last: int) -> set[str]:
    """The regions that sentences name as more than a place of writing."""
    named = {
        str(mention.value.code)
        for s, at, mention in page.mentions("area")
        if first <= s < last and mention.value.code and not dateline(page.lines[s], at)
    }
    return {code for code in named if whole(code) != code and "+" not in code}


def _in_passing(line: Line, at: int, words: CueWords) -> bool:
    """Whether an area only says whose office or officer is meant ("the Peruvian ambassador"), or in which city something is."""
    area = line.mention(at).value
    if area.form == "seat" and whole(area.code) != area.code:
        return True
    behind = at + 2 if line.word(at + 1) in words.genitives else at + 1
    return line.word(behind) in words.offices


def _coin(page: Page, spoken: set[str]) -> str | None:
    """The country whose own money most amounts are in that are not in dollars or euros; None where there is none.

    A text that names a state that is no more may count in the money of that one, under a name of today.
    """
    known = currencies(page.document.language)
    codes = Counter(str(figure.mention.value.currency) for figure in page.figures if figure.kind == "amount")
    code = next((code for code, _ in codes.most_common() if code in known and code not in COMMON), None)
    coin = known[code].areas[0] if code is not None and known[code].areas else None
    old = coin not in spoken and any(name in areas() and areas()[name].kind == "former" for name in spoken)
    return None if old else coin
