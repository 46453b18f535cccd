"""Products that several ways find: one candidate, for which all of them speak."""

from __future__ import annotations

import pytest

from parsers.observations.slots import product
from parsers.observations.slots.product_pooled import pooled
from parsers.observations.weights import Candidate
from parsers.observations.words import cue_words
from tests.laid_out import told

ONE, TWO = ["agreed=1", "agreed=1.bare"], ["agreed=2", "agreed=2.bare"]


def _pooled(*found: Candidate) -> list[tuple[str | None, list[str]]]:
    return [(candidate.value, candidate.cues) for candidate in pooled(cue_words("en"), found, "bare")]


def test_the_same_words_of_a_sentence_are_one_candidate() -> None:
    found = [candidate for candidate in product.candidates(*told("Coffee exports were [$5 million].")) if candidate.data]
    (coffee,) = [candidate for candidate in found if candidate.value == "Coffee"]
    assert {"modifier", "word"} <= set(coffee.cues)
    assert len(coffee.cues) == len(set(coffee.cues))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("garment", "Garments"), [("garment", ["a", "b", *TWO])]),
        (("non-oil", "non-oil"), [("non-oil", ["a", "b", *TWO])]),
        (("woven garments", "garments"), [("woven garments", ["a", "b", *TWO])]),
        (("garments", "woven"), [("garments", ["a", *ONE]), ("woven", ["b", *ONE])]),
        (("tea", None), [("tea", ["a", *ONE]), (None, ["b"])]),
    ],
)
def test_products_from_outside_are_one_by_the_last_word_of_their_name(
    names: tuple[str | None, str | None], expected: list[tuple[str | None, list[str]]]
) -> None:
    assert _pooled(*(Candidate(name, [cue]) for name, cue in zip(names, "ab", strict=True))) == expected


def test_two_places_of_a_sentence_stay_two_and_none_is_one_from_outside() -> None:
    found = [Candidate("tea", ["a"], data=(1, 1)), Candidate("tea", ["b"], data=(5, 5)), Candidate("tea", ["c"])]
    assert [cues for _, cues in _pooled(*found)] == [["a"], ["b"], ["c", *ONE]]
