"""Whose flows with whom a text mostly tells, by the ends of its flow words."""

from __future__ import annotations

from collections import Counter

import pytest

from parsers.observations.decisions import Pair, main_ends


@pytest.mark.parametrize(
    ("owners", "partners", "pair"),
    [
        ({"PE": 3, "CL": 1}, {"NO": 2}, ("PE", "NO")),
        ({"PE": 3}, {"PE": 1, "NO": 1}, ("PE", "NO")),
        ({"RU-TUL": 1}, {"RU-TUL": 1}, ("BY", "RU-TUL")),
        ({"RU-TUL": 2, "KZ": 1}, {"RU-TUL": 1}, ("KZ", "RU-TUL")),
        ({}, {"PE": 1}, (None, "PE")),
        ({"PE": 1}, {}, ("PE", None)),
    ],
)
def test_an_area_is_one_end_of_the_main_pair(owners: dict[str, int], partners: dict[str, int], pair: Pair) -> None:
    assert main_ends(Counter(owners), Counter(partners), "BY") == pair
