"""Trade of all the world: no country's own."""

from __future__ import annotations

import pytest
from laid_out import reading

from parsers.observations.slots.areas import candidates
from parsers.observations.slots.worldwide import worldly


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Global trade made $5 trillion.", "whole"),
        ("Norway has 5% of world exports.", "part"),
        ("Norway's share in global trade is 5%.", "part"),
        ("Its global exports made $5 billion.", ""),
        ("Norway's global exports made $5 billion.", ""),
        ("Exports made $5 billion.", ""),
        ("The world's trade made $5 trillion.", "whole"),
        ("Fish exports in the world made $5 billion.", "behind"),
        ("Exports worldwide made $5 billion.", "behind"),
        ("Its exports worldwide made $5 billion.", ""),
        ("The largest exports in the world made $5 billion.", ""),
        ("Trade of the world's poor made $5 billion.", ""),
    ],
)
def test_a_flow_may_be_all_the_world_s(text: str, told: str) -> None:
    read = reading(text)
    line = read.page.lines[0]
    at = line.places("flow")[0]
    assert worldly(line, at, read.words) == told
    found = candidates(read, read.page.figures[0], "exports", at)
    assert any(candidate.value == ("WLD", "WLD") for candidate in found) == bool(told)


def test_all_the_world_s_trade_is_no_country_s() -> None:
    read = reading("Norway and Peru met. Global trade made $5 trillion. Global exports of Peru made $5 billion.")
    first, second = read.page.figures
    assert {found.value for found in candidates(read, first, "turnover", 1) if not found.barred} == {("WLD", "WLD")}
    assert any(not found.barred for found in candidates(read, second, "exports", 1) if found.value == ("PE", "WLD"))
