"""Which areas a text names in passing, of which countries it names regions, in whose money it counts."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.scan import read_through
from parsers.observations.told_areas import ToldAreas


def _told(text: str) -> ToldAreas:
    return read_through(Document(text=text, source_id="own", language="en")).told_areas


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("The Peruvian ambassador and Chile's embassy spoke of Norway.", {"PE", "CL"}),
        ("The Peruvian ambassador spoke of Peru.", set()),
        ("RYAZAN, 25 July - Trade of Norway grew.", {"RU"}),
        ("KARACHI: Traders of Karachi sell to Oman.", {"PK", "PK-SD"}),
    ],
)
def test_areas_named_in_passing_alone(text: str, asides: set[str]) -> None:
    assert _told(text).asides == asides


def test_regions_count_for_their_country() -> None:
    assert _told("Kursk Oblast, Tula Oblast and Norway trade with Kursk Oblast.").regions == {"RU": 3}


@pytest.mark.parametrize(
    ("text", "coin"),
    [
        ("Sales made 5 billion yen, or $40 million.", "JP"),
        ("Sales made $40 million and 3 million euros.", None),
        ("The Soviet Union sold goods worth 5 billion rubles.", None),
        ("Russia, not the Soviet Union, sold goods worth 5 billion rubles.", "RU"),
    ],
)
def test_the_country_in_whose_money_a_text_counts(text: str, coin: str | None) -> None:
    assert _told(text).coin == coin


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("The governor met guests.\n\nTrade of Kursk Oblast with Norway grew. It made more.", ("RU-KRS", "ruled")),
        ("Traders of Bavaria met guests. Sales made more.", ("DE-BY", "plain")),
        ("The governors of Kursk Oblast and Tula Oblast met. Sales made more.", ("", "ruled")),
        ("Sales grew. Guests came. Money was lent. Kursk Oblast bought more.", ("", "plain")),
        ("RYAZAN, 25 July - Trade of Norway grew.", ("", "plain")),
    ],
)
def test_the_one_region_that_the_head_of_a_text_tells_of(text: str, region: tuple[str, str]) -> None:
    assert _told(text).region == region
