"""Documents that must not be parted when some are held out."""

from __future__ import annotations

from parsers.model import Document
from parsers.training.groups import groups
from parsers.training.labels import Labelled

TOLD = "The governor said that trade with the republic had grown by a fifth and would go on growing next year."
OTHER = "Dairy plants of the region shipped cheese abroad, and two new lines will be opened in the spring by them."


def labelled(text: str, url: str | None = None) -> Labelled:
    return Labelled(Document("told", text, url=url), (), (), "press")


def together(*documents: Labelled) -> list[list[int]]:
    """The numbers of the documents, by group."""
    found = groups(documents)
    return [[at for at, group in enumerate(found) if group == one] for one in dict.fromkeys(found)]


def test_documents_of_one_address_are_one_group() -> None:
    assert together(labelled(TOLD, "https://a.by/1"), labelled(OTHER, "https://a.by/2"), labelled("Rain.", "https://a.by/1")) == [
        [0, 2],
        [1],
    ]


def test_nearly_the_same_text_is_one_group() -> None:
    assert together(labelled(TOLD), labelled(OTHER), labelled(TOLD.upper().replace("FIFTH", "sixth"))) == [[0, 2], [1]]


def test_a_phrase_in_common_is_not_enough() -> None:
    assert together(labelled(TOLD), labelled("The governor said that trade with the north is thin. " + OTHER)) == [[0], [1]]


def test_groups_grow_over_several_steps() -> None:
    chain = labelled(TOLD, "https://a.by/1"), labelled(OTHER, "https://a.by/1"), labelled("Rain."), labelled(OTHER + " It said.")
    assert together(*chain) == [[0, 1, 3], [2]]


def test_documents_without_an_address_are_not_one_for_that() -> None:
    assert together(labelled("Rain fell all day."), labelled("Snow fell all night.")) == [[0], [1]]
    assert groups([]) == []
