"""The cue words of a language as sets, read once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from parsers.lexicon import section


@dataclass(frozen=True, slots=True)
class CueWords:
    """The lists of section [cues] of a language file."""

    breaks: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    forecast: frozenset[str]
    target: frozenset[str]
    actual: frozenset[str]
    infinitives: frozenset[str]
    raising: frozenset[str]
    gerunds: frozenset[str]
    aims: frozenset[str]
    existing: frozenset[str]
    money_not_trade: frozenset[str]
    never_trade: frozenset[str]
    earlier_said: frozenset[str]
    determiners: frozenset[str]
    partner: frozenset[str]
    products: frozenset[str]
    not_products: frozenset[str]
    traders: frozenset[str]
    institutions: frozenset[str]
    asides: frozenset[str]
    product_links: frozenset[str]
    generic: frozenset[str]
    starting: frozenset[str]
    onwards: frozenset[str]
    events: frozenset[str]
    deeds: frozenset[str]
    steady: frozenset[str]
    horizons: frozenset[str]
    marks: frozenset[str]
    beating: frozenset[str]
    spanning: frozenset[str]
    joints: frozenset[str]
    totals: frozenset[str]
    sums: frozenset[str]
    mutual: frozenset[str]
    outward: frozenset[str]
    toward: frozenset[str]
    owning: frozenset[str]
    export_partner: frozenset[str]
    exporter: frozenset[str]
    import_partner: frozenset[str]
    importer: frozenset[str]
    relatives: frozenset[str]
    anaphors: frozenset[str]
    levels: frozenset[str]
    approximate: frozenset[str]
    excess: frozenset[str]
    comparatives: frozenset[str]
    limits: frozenset[str]
    predicates: frozenset[str]
    bases: frozenset[str]
    comparing: frozenset[str]
    stepping: frozenset[str]
    lasting: frozenset[str]
    recalling: frozenset[str]
    negative: frozenset[str]
    favour: frozenset[str]
    venues: frozenset[str]
    sales_of_firms: frozenset[str]
    firms: frozenset[str]
    companies: frozenset[str]
    additional: frozenset[str]
    not_venues: frozenset[str]
    abroad: frozenset[str]
    quantities: frozenset[str]
    volumes: frozenset[str]
    leading: frozenset[str]
    fractions: frozenset[str]
    measuring: frozenset[str]
    values: frozenset[str]
    share_nouns: frozenset[str]
    share_verbs: frozenset[str]
    making: frozenset[str]
    yearly: frozenset[str]
    each: frozenset[str]
    spells: frozenset[str]
    present: frozenset[str]
    records: frozenset[str]
    saying: frozenset[str]
    entire: frozenset[str]
    superlatives: frozenset[str]
    pronouns: frozenset[str]
    rivals: frozenset[str]
    worldly: frozenset[str]
    possessive: frozenset[str]
    speakers: frozenset[str]
    samples: frozenset[str]


@cache
def cue_words(language: str) -> CueWords:
    """The cue words of a language; KeyError names a list that its file lacks."""
    lists = section(language, "cues")
    return CueWords(**{entry.name: frozenset(lists[entry.name]) for entry in fields(CueWords)})
