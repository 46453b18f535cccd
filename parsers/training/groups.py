"""Documents that must stay together when some are held out: of one address, or of nearly the same text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import regex

from parsers.training.labels import Labelled

_WORD = regex.compile(r"\w++")
SHINGLE = 6
ALIKE = 0.35


def groups(documents: Sequence[Labelled]) -> list[int]:
    """The group number of each document."""
    parent = list(range(len(documents)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for first, second in _pairs(documents):
        parent[root(second)] = root(first)
    return [root(at) for at in range(len(documents))]


def _pairs(documents: Sequence[Labelled]) -> list[tuple[int, int]]:
    pairs = []
    addresses: dict[str, int] = {}
    for at, labelled in enumerate(documents):
        if labelled.document.url:
            first = addresses.setdefault(labelled.document.url, at)
            pairs.append((first, at))
    shingles = [_shingles(labelled.document.text) for labelled in documents]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in holders.values():
        if 1 < len(members) <= 12:
            for place, first in enumerate(members):
                for second in members[place + 1 :]:
                    shared[first, second] += 1
    pairs.extend(pair for pair, number in shared.items() if number >= ALIKE * min(len(shingles[pair[0]]), len(shingles[pair[1]])))
    return pairs


def _shingles(text: str) -> set[str]:
    words = [word.lower() for word in _WORD.findall(text)]
    return {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
