"""Settles which area a name means: by its kind word, by regions and countries spoken of nearby, by the usual meaning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parsers.codelists import Area, areas
from parsers.lexicon import section
from parsers.mentions.area_names import Name

NEAR = 250
BESIDE = 60
LONGEST_ARTICLE = 8
Choice = tuple[str | None, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A name in its place, with the types of areas that a kind word beside it allows and what its surroundings tell."""

    start: int
    end: int
    name: Name
    types: frozenset[str] = frozenset()
    dateline: bool = False
    city: bool = False
    regional: bool = False
    paired: bool = False
    doubtful: bool = False
    within: tuple[int, frozenset[str]] | None = None


class Context:
    """The areas that a text speaks of without doubt, where it does so, and the home of who published it."""

    def __init__(self, home: str | None, language: str) -> None:
        self.places: dict[str, list[int]] = {}
        self.regions: dict[str, list[int]] = {}
        self.home = home
        self.usual: Mapping[str, str] = section(language, "areas")["usual"]
        anaphors: Mapping[str, dict[str, list[str]]] = section(language, "areas")["anaphors"]
        self.kin = anaphors["kin"] | {kin.lower(): codes for kin, codes in anaphors["kin"].items()}
        self.sorts = anaphors["sorts"]

    def add(self, code: str, start: int) -> None:
        """Note one sure mention; a region's speaks of its country too."""
        self.places.setdefault(code, []).append(start)
        if code in areas() and areas()[code].parent:
            self.regions.setdefault(areas()[code].parent, []).append(start)

    def distance(self, code: str, start: int) -> int | None:
        """Characters to the nearest sure mention of an area or of a region of it; None where the text has none."""
        found = [_nearest(places, start) for places in (self.places.get(code), self.regions.get(code)) if places]
        return min(found, default=None)

    def near(self, code: str, start: int, reach: int) -> bool:
        """Whether a sure mention of an area stands within `reach` characters."""
        found = self.distance(code, start)
        return found is not None and found <= reach

    def sibling(self, code: str, start: int, reach: int | None = BESIDE) -> bool:
        """Whether another region of the same country is named within reach ("Florida and Georgia"), anywhere for None."""
        parent = areas()[code].parent
        others = (other for other in self.places if areas()[other].parent == parent and other != code)
        return any(reach is None or self.near(other, start, reach) for other in others)

    def others(self, codes: Iterable[str]) -> bool:
        """Whether the text speaks of a country that is none of `codes`."""
        return any(areas()[code].kind in ("country", "former") for code in self.places.keys() - set(codes))

    def before(self, start: int) -> list[str]:
        """The areas spoken of before a place, the latest first."""
        last = {code: bisect_left(places, start) for code, places in self.places.items()}
        return sorted((code for code in last if last[code]), key=lambda code: -self.places[code][last[code] - 1])


def _nearest(places: list[int], start: int) -> int:
    """Characters from `start` to the nearest of some places, which stand in order."""
    at = bisect_left(places, start)
    return min(abs(place - start) for place in places[max(0, at - 1) : at + 1])


def sure(draft: Draft) -> str | None:
    """The area that a name means wherever it stands, or None."""
    name = draft.name
    if draft.types:
        typed = of_types(name, draft.types)
        if typed:
            return typed[0] if len(typed) == 1 else None
    if len(name.names) == 1:
        return None if doubtful(draft) else name.names[0]
    return name.adjectives[0] if not name.names and len(name.adjectives) == 1 else None


def doubtful(draft: Draft) -> bool:
    """Whether a country's name is a region's of another country too, as Georgia is."""
    name = draft.name
    return any(areas()[code].parent != name.names[0] for code in name.weak) and len(name.weak) < 2 and draft.doubtful


def pointed(text: str, start: int, articles: tuple[str, ...]) -> bool:
    """Whether an article of what is known stands in front of a place."""
    return text[max(0, start - LONGEST_ARTICLE) : start].lower().endswith(articles)


def of_types(name: Name, types: frozenset[str]) -> tuple[str, ...]:
    """The areas that a name and its kind word mean together ("Moscow Oblast")."""
    pool = dict.fromkeys((*name.names, *name.weak, *name.adjectives))
    return tuple(code for code in pool if areas()[code].type in types)


def settle(draft: Draft, context: Context) -> Choice | None:
    """The area a name means, its candidates and its form; None where it names no area here."""
    name = draft.name
    typed = of_types(name, draft.types) if draft.types else ()
    if typed:
        return choose(typed, draft, context, "name") if any_known(typed, name, context) else None
    if name.names:
        code, candidates, form = named(draft, context)
        return code, candidates, "dateline" if draft.dateline and all("-" in candidate for candidate in candidates) else form
    if name.adjectives:
        return choose(name.adjectives, draft, context, "adjective")
    if name.seats:
        return seated(draft, context)
    return weakly(draft, context)


def any_known(typed: tuple[str, ...], name: Name, context: Context) -> bool:
    """Whether a weak name with its kind word ("Western Province") is one area's, or its country is spoken of."""
    return len(typed) == 1 or bool(name.names) or any(parent_known(code, context) for code in typed) or name.text in context.usual


def parent_known(code: str, context: Context) -> bool:
    """Whether the country of a region is spoken of anywhere in the text, or is home."""
    parent = areas()[code].parent
    return parent in context.places or parent in context.regions or parent == context.home


def named(draft: Draft, context: Context) -> Choice:
    """A name that is an area's own; a region of another country may bear it too."""
    name = draft.name
    if not doubtful(draft):
        return choose(name.names, draft, context, "name")
    candidates = (*name.names, *name.weak)
    if any(context.sibling(code, draft.start) for code in name.weak):
        return name.weak[0], candidates, "name"
    parents = [areas()[code].parent for code in name.weak]
    if name.names[0] in context.places or name.names[0] == context.home or context.others((*parents, *name.names)):
        return name.names[0], candidates, "name"
    return None, candidates, "name"


def choose(candidates: tuple[str, ...], draft: Draft, context: Context, form: str) -> Choice:
    """Of several areas the one that the text names elsewhere, else whose country it names, else a city, else the usual one."""
    if len(candidates) == 1:
        return candidates[0], candidates, form
    table = areas()
    for places in ({code: code for code in candidates}, {code: table[code].parent for code in candidates}):
        distances = {code: context.distance(place, draft.start) for code, place in places.items()}
        known = sorted((distance, code) for code, distance in distances.items() if distance is not None)
        if known:
            nearest = [code for distance, code in known if distance == known[0][0]]
            return (nearest[0] if len(nearest) == 1 else city_of(nearest, table)), candidates, form
    at_home = [code for code in candidates if context.home in (code, table[code].parent)]
    if at_home:
        return (at_home[0] if len(at_home) == 1 else city_of(at_home, table)), candidates, form
    return context.usual.get(draft.name.text) or None, candidates, form


def city_of(codes: list[str], table: Mapping[str, Area]) -> str | None:
    """Of regions of one name in one country a bare name means the city."""
    cities = [code for code in codes if "city" in table[code].type.lower()]
    return cities[0] if len(cities) == 1 else None


def seated(draft: Draft, context: Context) -> Choice:
    """A seat stands for its state, unless spoken of as a city, among regions of its country, or elsewhere with its kind."""
    name = draft.name
    candidates = tuple(dict.fromkeys((*name.seats, *name.weak)))
    home = context.usual.get(name.text) or name.seats[0]
    reach = None if draft.regional else BESIDE
    cities = [code for code in name.weak if areas()[code].parent in name.seats]
    if draft.dateline:
        return home, candidates, "dateline"
    told = [code for code in cities if code in context.places and not draft.regional]
    if told and not draft.paired:
        return told[0], candidates, "name"
    if cities and not draft.paired and (draft.city or any(context.sibling(code, draft.start, reach) for code in cities)):
        city = cities[0] if len(cities) == 1 else city_of(cities, areas())
        return (city, candidates, "name") if city else (home, candidates, "seat")
    return home, candidates, "seat"


def weakly(draft: Draft, context: Context) -> Choice | None:
    """A name that counts only with its country near: the regions whose country is, or nothing."""
    name = draft.name
    near = tuple(code for code in name.weak if context.near(areas()[code].parent, draft.start, NEAR))
    if near:
        code, _, form = choose(near, draft, context, "weak")
        return code, name.weak, "dateline" if draft.dateline else form
    if name.text in context.usual:
        return choose(name.weak, draft, context, "name")
    return None
