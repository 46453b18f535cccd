"""One candidate a product: what several ways found is one answer, for which all of their cues speak."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from parsers.observations.weights import Candidate
from parsers.observations.words import CueWords

MOST = 4


def pooled(words: CueWords, found: Sequence[Candidate], told: str) -> list[Candidate]:
    """The candidates, those that are the same words of the sentence, or name alike from outside, made one with all their cues.

    Else they would share what speaks for the product, and the total, which nobody rivals, would win over each of them. `told`
    is how the figure's own flow word is told: of how many ways agree, a bare one makes more than one with a name.
    """
    groups: dict[Hashable, list[Candidate]] = {}
    for candidate in found:
        groups.setdefault(_key(words, candidate), []).append(candidate)
    return [_one(group, told) for group in groups.values()]


def _key(words: CueWords, candidate: Candidate) -> Hashable:
    """What makes two candidates one: their place in the sentence, from outside the last word of their name."""
    if candidate.value is None or isinstance(candidate.data, tuple):
        return candidate.value, candidate.data
    return words.singular(candidate.value.lower().split()[-1])


def _one(group: Sequence[Candidate], told: str) -> Candidate:
    first, number = group[0], min(len(group), MOST)
    inside = first.value is None or isinstance(first.data, tuple)
    agreed = [] if inside else [f"agreed={number}", f"agreed={number}.{told}"]
    return replace(first, cues=list(dict.fromkeys([*(cue for candidate in group for cue in candidate.cues), *agreed])))
