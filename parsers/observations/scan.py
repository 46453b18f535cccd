"""Run every scanner over a document and lay it out for reading."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from parsers.mentions.areas import find_areas
from parsers.mentions.calendars import CIVIL_START, SOLAR_START
from parsers.mentions.clauses import paragraphs
from parsers.mentions.flows import scan_flows
from parsers.mentions.numbers import scan_numbers
from parsers.mentions.period_expression import PeriodExpression
from parsers.mentions.period_resolve import PeriodContext
from parsers.mentions.period_year import latest_years, text_year
from parsers.mentions.periods import numbers_years, scan_periods
from parsers.model import AreaMention, Document, Mention
from parsers.observations.comparison import elsewhen, is_base
from parsers.observations.dating import dating, timely
from parsers.observations.home import at_home
from parsers.observations.page import Line, Page, lay_out
from parsers.observations.reading import Reading
from parsers.observations.slots.places import dateline
from parsers.observations.timeline import is_reached, settle, year_start
from parsers.observations.words import CueWords, cue_words

OWNED = 5
_PARTS = ("owner", "other", "reached")


def mentions(text: str, language: str, home: str | None = None) -> Iterator[Mention[Any]]:
    """Every mention of every kind in a text, overlaps included; a day in a headline takes no year from the body."""
    found_areas = find_areas(text, language, home=home)
    yield from _not_counting(scan_numbers(text, language), found_areas)
    bare = numbers_years(text, language)
    for start, end in paragraphs(text):
        yield from (found for found in scan_periods(text, language, start, end, bare) if found.value.form != "per")
    yield from scan_flows(text, language)
    for area, end in _glossed(text, found_areas):
        yield Mention("area", area.start, end, text[area.start : end], area)


def _glossed(text: str, found: list[AreaMention]) -> Iterator[tuple[AreaMention, int]]:
    """Every area with where it ends; one said again in brackets right behind itself is no second one: "the Emirates (UAE)"."""
    passed = -1
    for area, after in zip_longest(found, found[1:]):
        if area.start >= passed:
            passed = after.end + 1 if after is not None and _again(text, area, after) else area.end
            yield area, passed


def _again(text: str, area: AreaMention, after: AreaMention) -> bool:
    """Whether an area is another one said again, alone in brackets right behind it."""
    alone = text[area.end : after.start].strip() == "(" and text[after.end : after.end + 1] == ")"
    return alone and area.code is not None and area.code == after.code


def _not_counting(numbers: Iterable[Mention[Any]], found: list[AreaMention]) -> Iterator[Mention[Any]]:
    """The mentions of numbers without the quantities within an area's, or with an area within.

    "The two countries" counts nothing; of "335 Peruvian firms" the area counts more.
    """
    starts = [area.start for area in found]
    for number in numbers:
        at, inside = bisect_right(starts, number.start) - 1, bisect_right(starts, number.end - 1) - 1
        if number.kind != "quantity" or (inside == at and (at < 0 or number.end > found[at].end)):
            yield number


def read_through(document: Document) -> Reading:
    """A document with all its mentions found, its periods settled, and no figure decided yet."""
    home, province = at_home(document)
    breaks = cue_words(document.language).breaks
    page = lay_out(document, mentions(document.text, document.language, home), breaks)
    fiscal = _fiscal_start(page, home)
    dated = dating(page)
    solar = fiscal == SOLAR_START
    periods = page.mentions("period")
    words = cue_words(document.language)
    bases = frozenset(mention.start for s, at, mention in periods if is_base(page.lines[s], at, words))
    year = None if dated.published else text_year(document.text, timely(page), bases)
    undated = dated.published is None and year is None
    latest = (latest_years(_current(page, bases, True)) or latest_years(_current(page, bases, False))) if undated else ()
    readings = settle(page, PeriodContext(published=dated.published, year=year, fiscal_start=fiscal, solar=solar), latest)
    return Reading(page, _title(document, page, home), readings, home, province, dated, year, fiscal, solar, latest)


def _current(page: Page, bases: frozenset[int], of_trade: bool) -> Iterator[PeriodExpression]:
    """The periods (of sentences that state a figure of trade, or of all) without bases and what is to come by some year."""
    told = {figure.sentence for figure in page.figures} & {s for s, _, _ in page.mentions("flow")}
    words = cue_words(page.document.language)
    for s, at, mention in page.mentions("period"):
        if (s in told or not of_trade) and mention.start not in bases and not elsewhen(page.lines[s], at, words):
            yield mention.value


def _title(document: Document, page: Page, home: str | None) -> Line | None:
    """The title that a collection gives, where the text does not begin with it."""
    if not document.title or document.text.lstrip().startswith(document.title[:40]):
        return None
    aside = lay_out(Document("", document.title, language=document.language), mentions(document.title, document.language, home))
    return aside.lines[0] if aside.lines else None


def _fiscal_start(page: Page, home: str | None) -> tuple[int, int]:
    """(month, day) on which the fiscal year begins: at home if not in January, else in the country most told of.

    Home is the publisher's, or where a text of an unknown one says that it was written ("KARACHI: Exports rose").

    Told of is whose flows are named ("Kenya's exports to Japan"); then any country but those that flows only go to or come from.
    The Iranian year is that of a text which tells mostly of such a country, from nowhere else, or names that calendar.
    """
    words = cue_words(page.document.language)
    places = [(_part(page.lines[s], at, words), m.value.code.split("-")[0]) for s, at, m in page.mentions("area") if m.value.code]
    if _is_solar(page, home, places):
        return SOLAR_START
    part = next((part for part in _PARTS if any(part == own for own, _ in places)), "")
    most = Counter(code for own, code in places if own == part).most_common(1)
    seats = [home] if home else _written_in(page)
    starts = [year_start(code) for code in [*seats, *(code for code, _ in most)]]
    return next((start for start in starts if start not in (CIVIL_START, SOLAR_START)), CIVIL_START)


def _written_in(page: Page) -> list[str]:
    """The country in which a text says that it was written, at the head of its headline or of its first sentence."""
    body = next((s.index for s in page.sentences if not s.headline), 0)
    heads = [(line, line.places("area")[0]) for line in page.lines[: body + 1] if line.places("area")]
    codes = (line.mention(at).value.code for line, at in heads if dateline(line, at))
    return [code.split("-")[0] for code in codes if code][:1]


def _is_solar(page: Page, home: str | None, places: list[tuple[str, str]]) -> bool:
    """Whether a text's years are those of Iran: at home there, or mostly of it and not from elsewhere unless in its own words."""
    if home is not None and year_start(home) != CIVIL_START:
        return year_start(home) == SOLAR_START
    named = any(mention.value.calendar == "solar" for _, _, mention in page.mentions("period"))
    told = Counter(code for own, code in places if own != "reached").most_common(1)
    owners = Counter(code for own, code in places if own == "owner").most_common(1)
    mostly = any(year_start(code) == SOLAR_START for code, _ in (*told, *(owners if named else ())))
    return mostly and (home is None or named)


def _part(line: Line, at: int, words: CueWords) -> str:
    """Whether an area owns a flow, is only the other side of one, or neither."""
    if is_reached(line, at, words):
        return "reached"
    if line.word(at - 1) in words.uniting:
        return "other"
    behind = [line.word(place) for place in range(at + 1, at + OWNED)]
    owned = behind[: behind.index("<flow>")] if "<flow>" in behind else ["<area>"]
    return "other" if "<area>" in owned or any(word in words.breaks for word in owned) else "owner"
