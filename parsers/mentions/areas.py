"""Finds the names of areas in running text: countries, first-level regions, blocs, their adjectives, seats and anaphors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from parsers.codelists import area_names, areas
from parsers.lexicon import alternatives, section
from parsers.mentions.area_context import Context, Draft, of_types, pointed, settle, sure
from parsers.mentions.area_names import Hit, Name, scan
from parsers.mentions.area_people import called, person
from parsers.model import AreaMention

# Of the countries named before, so many of the latest ones may be "the country".
MOST_MEANT = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The words around names, compiled: kind words before and behind, vetoes, cues."""

    language: str
    behind: regex.Pattern[str]
    plural: regex.Pattern[str]
    joined: regex.Pattern[str]
    before: regex.Pattern[str]
    kinds: Mapping[str, frozenset[str]]
    veto_before: regex.Pattern[str]
    veto_behind: regex.Pattern[str]
    event: regex.Pattern[str]
    people: frozenset[str]
    given: regex.Pattern[str]
    ordinary: frozenset[str]
    regional: frozenset[str]
    usual: frozenset[str]
    world_before: regex.Pattern[str]
    world_behind: regex.Pattern[str]
    articles: tuple[str, ...]
    doubtful: frozenset[str]
    pairs: frozenset[str]
    world: frozenset[str]
    bare: frozenset[str]
    bare_before: regex.Pattern[str]
    bare_behind: regex.Pattern[str]
    dateline: regex.Pattern[str]
    city: regex.Pattern[str]


@cache
def words(language: str) -> Words:
    """The compiled section [areas] of a language."""
    entries: Mapping[str, Any] = section(language, "areas")
    after, before, cues, vetoes = entries["kinds_after"], entries["kinds_before"], entries["cues"], entries["vetoes"]
    bare, articles = entries["anaphors"]["bare"], alternatives(entries["anaphors"]["articles"])
    return Words(
        language,
        behind=regex.compile(rf"[\s-](?P<kind>{alternatives(after)})(?!\w)", regex.IGNORECASE),
        plural=regex.compile(rf"\s(?P<kind>{alternatives(entries['kinds_plural'])})(?!\w)", regex.IGNORECASE),
        joined=regex.compile(rf",?\s(?:(?:{alternatives(cues['joins'])})\s)?(?:(?:{articles})\s)?", regex.IGNORECASE),
        before=regex.compile(rf"(?<!\w)(?P<kind>{alternatives(before)})\s(?:(?:{articles})\s)?$", regex.IGNORECASE),
        kinds={kind: frozenset(types) for kind, types in {**after, **before}.items()}
        | {plural: frozenset(after[kind]) for plural, kind in entries["kinds_plural"].items()},
        veto_before=regex.compile(rf"(?<!\w)(?:{alternatives(vetoes['prefixes'])})[-–]$", regex.IGNORECASE),
        veto_behind=regex.compile(rf"[-–](?:{alternatives(vetoes['suffixes'])})(?!\w)", regex.IGNORECASE),
        event=regex.compile(rf"(?:[-–]\p{{Lu}}\w{{1,20}}+)?+\s(?:{alternatives(vetoes['events'])})(?!\w)", regex.IGNORECASE),
        people=frozenset(vetoes["people"]),
        given=regex.compile(rf"(?<![\w-])(?:{alternatives(vetoes['given'])})\s$"),
        ordinary=frozenset(vetoes["ordinary"]),
        regional=frozenset(cues["regional"]),
        usual=frozenset(entries["usual"]),
        world_before=regex.compile(rf"(?<!\w)(?:{alternatives(cues['world_before'])})\s$", regex.IGNORECASE),
        world_behind=regex.compile(
            rf"(?:{alternatives(cues['genitives'])})|\s(?:{alternatives(cues['world_after'])})(?!\w)", regex.IGNORECASE
        ),
        articles=tuple(f"{article} " for article in entries["anaphors"]["articles"]),
        doubtful=frozenset(cues["doubtful"]),
        pairs=_DASHES | {f" {word} " for word in cues["pairs"]},
        world=frozenset(cues["world"]),
        bare=frozenset(bare["numbers"]),
        bare_before=regex.compile(rf"(?<!\w)(?:{alternatives(bare['before'])})\s$", regex.IGNORECASE),
        bare_behind=regex.compile(rf"\s(?:{alternatives(bare['behind'])})(?!\w)|\s?[.,;:)](?!\d)|\s*+$", regex.IGNORECASE),
        dateline=regex.compile(cues["dateline"]),
        city=regex.compile(rf"(?<!\w)(?:{alternatives(cues['city'])})(?!\w)", regex.IGNORECASE),
    )


def find_areas(text: str, language: str = "en", *, home: str | None = None) -> list[AreaMention]:
    """Every mention of an area in `text`, in order, not overlapping; `home` is the country of who published it.

    A name of several areas is settled by what the text says elsewhere; where nothing does, its code is None.

    >>> [(mention.text, mention.code) for mention in find_areas("Belarus-Russia trade: Kursk Oblast bought more from Minsk")]
    [('Belarus', 'BY'), ('Russia', 'RU'), ('Kursk Oblast', 'RU-KRS'), ('Minsk', 'BY')]
    >>> [(mention.code, mention.candidates) for mention in find_areas("Exports to Georgia rose.")]
    [(None, ('GE', 'US-GA'))]
    """
    hits = [hit for hit in scan(_capitalised(text), language) if not hit[2].veto]
    drafts = list(_drafts(text, hits, words(language)))
    context = Context(home, language)
    for draft in drafts:
        code = None if draft.name.count is not None else sure(draft)
        if code is not None:
            context.add(code, draft.start)
    return list(_mentions(text, drafts, context))


def _mentions(text: str, drafts: Iterable[Draft], context: Context) -> Iterator[AreaMention]:
    for draft in drafts:
        surface = text[draft.start : draft.end]
        if draft.name.count is not None:
            yield _anaphor(draft, surface, context)
            continue
        region = _region(draft, context)
        if region is not None:
            end, latest = region
            yield AreaMention(draft.start, end, text[draft.start : end], latest, (latest,), "anaphor")
            continue
        choice = settle(draft, context)
        if choice is not None:
            code, candidates, form = choice
            yield AreaMention(draft.start, draft.end, surface, code, candidates, form)


def _region(draft: Draft, context: Context) -> tuple[int, str] | None:
    """The end of a country's adjective with a kind word, and the region of that country that was named last."""
    if draft.within is None:
        return None
    end, types = draft.within
    country, table = draft.name.adjectives[0], areas()
    earlier = context.before(draft.start)
    code = next((code for code in earlier if table[code].parent == country and table[code].type in types), None)
    return None if code is None else (end, code)


def _anaphor(draft: Draft, surface: str, context: Context) -> AreaMention:
    """Words that stand for areas named before: the latest of the right kind are the candidates."""
    middle, sort = " ".join(draft.name.text.split()[1:-1]), draft.name.text.split()[-1]
    kin = context.kin.get(middle) if middle else context.sorts.get(sort)
    if kin is not None:
        meant = tuple(code for code in context.before(draft.start) if code in kin)
        return AreaMention(draft.start, draft.end, surface, meant[0] if len(meant) == 1 else None, meant, "anaphor", 1)
    kinds = ("country", "former") if not draft.types else ()
    table = areas()
    before, count = context.before(draft.start), draft.name.count or 0
    earlier = [code for code in before if table[code].kind in kinds or table[code].type in draft.types]
    if count != 1 and not earlier:
        earlier = [code for code in before if table[code].kind in ("country", "former")]
    most = MOST_MEANT if count == 1 and not draft.types else count or None
    candidates = tuple(earlier[:most])
    code = candidates[0] if count == 1 and len(earlier) == 1 else None
    return AreaMention(draft.start, draft.end, surface, code, candidates, "anaphor", count)


def _drafts(text: str, hits: list[Hit], known: Words) -> Iterator[Draft]:
    """The hits that stand as areas, widened by their kind words."""
    listed = _listed(text, hits, known)
    spoken_of_a_city = any(hit[2].text in known.regional for hit in hits) and known.city.search(text) is not None
    for number, (start, end, name) in enumerate(hits):
        if name.count is not None:
            if name.text not in known.bare or _alone(text, start, end, known):
                yield Draft(start, end, name, known.kinds.get(name.text.split()[-1], frozenset()))
            continue
        begin, stop, types = _with_kind(text, hits[number], known)
        types = types or listed.get(number, frozenset())
        ordinary = name.text in known.ordinary and not (name.names or name.seats or types)
        if ordinary or _vetoed(text, (start, end, name), known, bool(types)):
            continue
        start, end = begin, stop + _bracket(text, begin, stop)
        opens = start == 0 or text[start - 1] == "\n"
        regional = name.text in known.regional
        yield Draft(
            start,
            end,
            name,
            types,
            dateline=opens and not types and known.dateline.match(text, end) is not None,
            city=bool(name.seats) and (spoken_of_a_city if regional else _beside(text, start, end, known.city)),
            regional=regional,
            paired=bool(name.seats) and _paired(text, hits, number, known),
            doubtful=name.text in known.doubtful,
            within=_within(text, hits[number], known),
        )


def _alone(text: str, start: int, end: int, known: Words) -> bool:
    """Whether a number stands for areas by itself: "to the nine came" but not "to the nine ships"."""
    return bool(known.bare_before.search(text, max(0, start - 10), start) and known.bare_behind.match(text, end))


def _within(text: str, hit: Hit, known: Words) -> tuple[int, frozenset[str]] | None:
    """The end and the types of what a country's adjective and a kind word speak of: "the Russian republic"."""
    start, end, name = hit
    if name.names or len(name.adjectives) != 1 or not pointed(text, start, known.articles):
        return None
    behind = known.behind.match(text, end)
    return (behind.end(), known.kinds[" ".join(behind["kind"].lower().split())]) if behind else None


def _paired(text: str, hits: list[Hit], number: int, known: Words) -> bool:
    """Whether a seat is joined with another seat or a country: "Moscow and Tehran", "Tehran-Moscow trade" are of states."""
    start, end, _ = hits[number]
    before = [(text[last:start], name) for _, last, name in hits[max(number - 1, 0) : number]]
    behind = [(text[end:first], name) for first, _, name in hits[number + 1 : number + 2]]
    return any(
        (link in known.pairs and name.seats) or (link in _DASHES and any("-" not in code for code in name.names))
        for link, name in (*before, *behind)
    )


def _beside(text: str, start: int, end: int, cue: regex.Pattern[str]) -> bool:
    """Whether a cue stands within 30 characters of a name."""
    return bool(cue.search(text, max(0, start - 30), start) or cue.search(text, end, end + 30))


def _capitalised(text: str) -> str:
    """The text with a first line that has no capital letter Capitalised By Word, so that its names are seen."""
    line, rest = text.partition("\n")[0], len(text.partition("\n")[0])
    if not line.islower():
        return text
    titled = line.title()
    return titled + text[rest:] if len(titled) == len(line) else text


def _listed(text: str, hits: list[Hit], known: Words) -> dict[int, frozenset[str]]:
    """The types that a plural kind word behind a list of names gives to each of them, by the number of the hit."""
    found: dict[int, frozenset[str]] = {}
    for number in reversed(range(len(hits))):
        _, end, name = hits[number]
        if not name.regional:
            continue
        plural = known.plural.match(text, end)
        types = known.kinds[plural["kind"].lower()] if plural else frozenset[str]()
        if number + 1 in found and known.joined.fullmatch(text, end, hits[number + 1][0]):
            types = found[number + 1]
        if types and of_types(name, types):
            found[number] = types
    return found


def _with_kind(text: str, hit: Hit, known: Words) -> tuple[int, int, frozenset[str]]:
    """A name's span with the kind word behind or before it, and the types that the word allows if the name has an area of one."""
    start, end, name = hit
    if not name.regional:
        return start, end, frozenset()
    behind = known.behind.match(text, end)
    found = behind or known.before.search(text, max(0, start - 30), start)
    kind = " ".join(found["kind"].lower().split()) if found else ""
    types = _spelt(name, kind, known)
    return (start, behind.end() if behind else end, types) if types else (start, end, frozenset())


def _spelt(name: Name, kind: str, known: Words) -> frozenset[str]:
    """The types that a kind word allows a name; of areas of one name those that are called just so, where any are.

    "Kurdistan Region" is the region called that, not a province of the same name.
    """
    found, full = of_types(name, known.kinds.get(kind, frozenset())), f"{name.text} {kind}".lower()
    called_so = {code for code in found if any(alias.lower() == full for alias in area_names(known.language)[code].aliases)}
    exact = [code for code in found if kind in areas()[code].type.lower() or code in called_so]
    return known.kinds[kind] if not called_so and found else frozenset(areas()[code].type for code in exact)


def _bracket(text: str, start: int, end: int) -> int:
    """1 where the name ends with a bracket that it opened: "Sakha (Yakutia)"."""
    return int(text[end : end + 1] == ")" and text.rfind("(", start, end) >= 0)


def _vetoed(text: str, hit: Hit, known: Words, kind: bool) -> bool:
    """Whether the characters beside a name make it no area: "non-EU", "Tehran-based", "Chad Smith", "the world's largest"."""
    start, end, name = hit
    if name.hyphened and text[end : end + 1] not in _DASHES and text[max(0, start - 1) : start] not in _DASHES:
        return True
    if text[max(0, start - 1) : start] in _DASHES and known.veto_before.search(text, max(0, start - 8), start):
        return True
    if text[end : end + 1] in _DASHES and known.veto_behind.match(text, end):
        return True
    if known.event.match(text, end) or (name.names == ("US",) and _sign(text, start, end, known)):
        return True
    if name.names == ("WLD",) and name.text in known.world:
        return not known.world_before.search(text, max(0, start - 6), start) or known.world_behind.match(text, end) is not None
    return not kind and (called(text, start, name, known.given) or (name.text in known.people and person(text, start, end)))


def _sign(text: str, start: int, end: int, known: Words) -> bool:
    """Whether the name of the United States is part of a sign of money: "valued at U.S. $5 million"."""
    return _DOLLARS.match(text, end) is not None and not pointed(text, start, known.articles)


_DOLLARS = regex.compile(r"\s?\$\s?\d")
_DASHES = frozenset("-–")
