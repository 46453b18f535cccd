"""The little words of a language's grammar: most lists hold one word, and one of a language without such words is empty."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Those lists of section [cues] that are no vocabulary of trade but what holds a sentence together."""

    definite: frozenset[str]
    genitives: frozenset[str]
    agents: frozenset[str]
    sources: frozenset[str]
    goals: frozenset[str]
    entering: frozenset[str]
    belonging: frozenset[str]
    inside: frozenset[str]
    purposes: frozenset[str]
    company: frozenset[str]
    surfaces: frozenset[str]
    uniting: frozenset[str]
    likening: frozenset[str]
    exemplifying: frozenset[str]
    measured_off: frozenset[str]
    elsewise: frozenset[str]
    hedging_bases: frozenset[str]
    hedging_before: frozenset[str]
    succeeding: frozenset[str]
    personal: frozenset[str]
    relating: frozenset[str]
    content_clauses: frozenset[str]
    noun_standins: frozenset[str]
    of_trade: frozenset[str]
    everything: frozenset[str]
    the_world: frozenset[str]
    in_turn: frozenset[str]
    next_named: frozenset[str]
    bound_for: frozenset[str]
    behind_possessors: frozenset[str]
    revised: frozenset[str]
    long_past: frozenset[str]
    lasted: frozenset[str]
    also: frozenset[str]
    thither: frozenset[str]
    worth: frozenset[str]
    falling_short: frozenset[str]
    made_with: frozenset[str]
    framing: frozenset[str]
    dates: frozenset[str]
    many_months: frozenset[str]
    answering: frozenset[str]
    negating: frozenset[str]
    adverb_endings: frozenset[str]
    participle_endings: frozenset[str]
    plural_endings: frozenset[str]

    def is_adverb(self, word: str) -> bool:
        """Whether a word ends as adverbs do."""
        return word.endswith(tuple(self.adverb_endings))

    def singular(self, word: str) -> str:
        """A word without an ending of many."""
        return next((word.removesuffix(ending) for ending in self.plural_endings if word.endswith(ending)), word)

    def is_participle(self, word: str) -> bool:
        """Whether a word ends as one for what goes on."""
        return word.endswith(tuple(self.participle_endings))
