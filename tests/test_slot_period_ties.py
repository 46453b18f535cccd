"""How a period is tied: to events, to the next figure's clause, to the edge of something."""

from __future__ import annotations

import pytest
from laid_out import told

from parsers.model import Period
from parsers.observations.slots.period import candidates


def _cues(text: str, published: str | None = None) -> set[str]:
    """All cues of the marked figure's periods."""
    read, figure = told(text, published)
    return {cue for found in candidates(read, figure) for cue in found.cues}


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("With Peru it came to [$5 million], and for May 2020 to $3 million.", True),
        ("With Peru it came to [$5 million], and in May 2020 it was $3 million.", True),
        ("With Peru it came to [$5 million] in April and May 2020.", False),
        ("With Peru it came to [$5 million] in May 2020.", False),
    ],
)
def test_a_period_may_head_the_clause_of_the_next_figure(text: str, heads: bool) -> None:
    cues = _cues(text)
    assert ("heads" in cues) is heads
    assert ("unknown.free.none" in cues) is heads


def test_a_sentence_without_a_period_has_none_that_is_free() -> None:
    assert "unknown.free.empty" in _cues("With Peru it came to [$5 million].")


def test_which_meaning_of_an_edge_comes_first() -> None:
    read, figure = told("At the start of this year exports came to [$5 million].", "2020-04-22")
    edges = {cue: found.value for found in candidates(read, figure) for cue in found.cues if cue.startswith("edge=")}
    assert set(edges) == {"edge=start.first.open", "edge=start.later.whole"}
    assert isinstance(edges["edge=start.first.open"], Period)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("In 2019 exports came to [$5 million], said the board founded in 1990.", "event.beside"),
        ("Exports came to [$5 million], said the board founded in 1990.", "event.alone"),
    ],
)
def test_an_event_may_stand_beside_a_period(text: str, cue: str) -> None:
    assert {found for found in _cues(text) if found.startswith("event.")} == {cue}
