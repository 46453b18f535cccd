"""Which flow candidates are taught as right: a flow's own word, or in its stead the word of the other side."""

from __future__ import annotations

import pytest

from parsers.observations.slots import fact
from parsers.training.labels import Fact
from parsers.training.learn import flows_right
from tests.laid_out import told


def _taught(text: str, flow: str) -> set[str]:
    reading, figure = told(text)
    found = fact.candidates(reading, figure)
    facts = [Fact({"trade_flow": flow, "obs_value": 5000000.0, "unit_measure": "USD"})]
    return {candidate.value[0] for candidate, ok in zip(found, flows_right(found, facts, figure), strict=True) if ok}


@pytest.mark.parametrize(
    ("text", "flow", "expected"),
    [
        ("Peru's exports rose. Chile bought goods worth [$5 million].", "exports", {"exports", "imports"}),
        ("Peru's exports rose. They came to [$5 million], and imports fell.", "exports", {"exports"}),
        ("Peru's exports rose. Chile bought goods, exports made [$5 million].", "exports", {"exports"}),
        ("Chile bought goods worth [$5 million].", "exports", {"imports"}),
        ("Chile bought goods worth [$5 million].", "imports", {"imports"}),
    ],
)
def test_the_word_of_the_other_side_is_right_where_the_own_one_is_not_in_the_sentence(
    text: str, flow: str, expected: set[str]
) -> None:
    assert _taught(text, flow) == expected
