"""Numbers that leave their unit to the one before them, and parts that are told by counting."""

from __future__ import annotations

import pytest

from parsers.mentions.numbers import scan_numbers

LISTS = [
    ("Peru took 12.4 percent, Chile 9.1 and Kenya 8.3.", "12.4% 9.1% 8.3%"),
    ("Wool made 41 per cent of it, Peru with 16 and Chile with eight in front.", "41% 16%"),
    ("It sent 41 per cent to Peru, followed by Chile with 16 and Kenya with eight.", "41% 16% 8%"),
    ("Wool was 12.4 percent, hides 9.1 and tallow, 8.3.", "12.4% 9.1% 8.3%"),
    ("The Peruvians (12 per cent) lead, then Chile (9) and Kenya (8).", "12% 9% 8%"),
    ("Exports rose 3.4 percent and imports 1.2.", "3.4% 1.2%"),
    ("Tea was up by 7 percent in the three months and wool by six.", "7% 6%"),
    ("The buyers were Peru ($41 million), Chile (16.5) and Kenya (8.1).", "41000000 16500000 8100000"),
    ("Trade came to $41 million (imports 16.5, exports 24.5).", "41000000 16500000 24500000"),
    ("Peru led with $4.1 billion, ahead of Chile with 3.", "4100000000 3000000000"),
    ("Peru has 36 percent, St. Helena 9.1, Chile 8.4.", "36% 9.1% 8.4%"),
    ("Peru takes 21 percent, and Chile and Kenya 7.5 each.", "21% 7.5%"),
    ("Its share slipped to 57.5 percent from 59 in 2016.", "57.5% 59%"),
    ("It went up to 26.9 per cent in 2017 from 11.5 a year before.", "26.9% 11.5%"),
    ("Chile's part shrank from 14 percent to 7.", "14% 7%"),
    ("They may sell $20, $6 and $5 billion worth of goods.", "20000000000 6000000000 5000000000"),
    ("Goods grew by 0.5pc and services by just onepc.", "0.5% 1%"),
    ("Peru took 12 percent of $41 million, ahead of Chile with 9.5.", "12% 41000000 9500000"),
]
OTHERS = [
    ("Tea rose 5 percent and the index to 104.5.", "5%"),
    ("Tea rose 5 percent, said Ana Ruiz, 54, of Lima.", "5%"),
    ("Tea rose 5 percent and 12 ships came.", "5%"),
    ("Tea rose 5 percent. Chile 9.1.", "5%"),
    ("Tea rose 5 percent in the week to May 9.", "5%"),
    ("Peru led with $4.1 billion, ahead of Chile with 3 ships.", "4100000000"),
    ("Peru led with $4.1 billion, and the rate was 0.003.", "4100000000"),
    ("The bonds pay 7 percent, Peru 98-1/4.", "7%"),
    ("Options soared 7 percent, up from 50,938.", "7%"),
    ("Tea rose 5 percent from 120 in 2016.", "5%"),
    ("Its share slipped to 57.5 percent from 59 ships.", "57.5%"),
    ("Its share was 2.5 percent from 59 in 2016.", "2.5%"),
    ("It earned $5 million and has 160 kinds of tea, 40 of which are sold.", "5000000"),
    ("It paid $20, $6 and 5 euros.", "20 6 5"),
]
RATIOS = [
    ("nine in every ten of them", "90%"),
    ("28 of every 100 ringgit", "28%"),
    ("27 cents of every dollar earned", "27%"),
    ("76 cents out of each export rand", "76%"),
    ("three euros in every four", "75%"),
    ("every third euro of it", "33.33%"),
    ("one export euro in six", "16.67%"),
    ("every third town", ""),
    ("one in every ten years", ""),
    ("27 cents a dollar", "0.27"),
    ("one euro in 2019", ""),
    ("one billion euros of nine pct bonds", "1000000000 9%"),
]


def told(text: str) -> str:
    found = [mention for mention in scan_numbers(text) if mention.kind in ("amount", "change")]
    return " ".join(f"{m.value.size}%" if m.kind == "change" else f"{m.value.value}" for m in found)


@pytest.mark.parametrize(("text", "expected"), [*LISTS, *OTHERS])
def test_the_unit_of_a_list_stands_with_its_first_number(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), RATIOS)
def test_parts_told_by_counting(text: str, expected: str) -> None:
    assert told(text) == expected


def test_a_country_before_a_rate_is_no_currency() -> None:
    (rate,) = scan_numbers("Those to the U.S. 26.9 percent more.")
    assert rate.kind == "change"
