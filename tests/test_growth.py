"""Signed rates of what was printed as a percentage or a multiple, and what they are against."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from laid_out import told

from parsers.model import Period
from parsers.observations.assemble import is_negative
from parsers.observations.bases import base
from parsers.observations.growth import growth, is_index

RATES = [
    ("Exports grew [23%] to $5 million.", 23, None, "exact"),
    ("Exports fell by [23%].", -23, None, "exact"),
    ("Trade was down [4.5 per cent].", Decimal("-4.5"), None, "exact"),
    ("Exports came to $4 million, [12%] up.", 12, None, "exact"),
    ("Exports came to $4 million, [12%] less than before.", -12, None, "exact"),
    ("Exports changed by [-3%].", -3, None, "exact"),
    ("Exports came to $5 million ([+5.3%]).", Decimal("5.3"), None, "exact"),
    ("Exports fell 2% while imports rose [5%].", 5, None, "exact"),
    ("Exports rose 2% but imports fell [5%].", -5, None, "exact"),
    ("Trade [doubled].", 100, None, "exact"),
    ("Exports [tripled].", 200, None, "exact"),
    ("Exports [halved].", -50, None, "exact"),
    ("Trade grew [1.5 times].", 50, None, "exact"),
    ("Trade grew [1.5-fold].", 50, None, "exact"),
    ("Exports came to $4 million [- 12%] above May.", 12, None, "exact"),
    ("Exports came to $4 million ([- 12%]).", -12, None, "exact"),
    ("Trade is behind by about [8%] so far.", -8, None, "about"),
    ("Peru slashes exports [threefold].", Decimal("-66.7"), None, "exact"),
    ("Exports slipped more than [12%].", -12, None, "above"),
    ("Exports rose by less than [12%].", 12, None, "below"),
    ("Exports fell by no more than [12%].", -12, None, "below"),
    ("Growth slowed, with 9% in May, 7% in June and [5%] in July before exports dipped.", -5, None, "exact"),
    ("Exports rose 9% in May, 7% in June and [5%] in July before dipping.", 5, None, "exact"),
    ("Exports rose 9% in May and were [5%] down in July.", -5, None, "exact"),
    ("Exports came to $4 million, an index of [118%].", 18, None, "exact"),
    ("Exports plummeted [12%].", -12, None, "exact"),
    ("Exports dropped [2.4 times].", Decimal("-58.3"), None, "exact"),
    ("Exports fell [twofold].", -50, None, "exact"),
    ("Trade rose [20-25%].", 20, 25, "exact"),
    ("Trade fell [20 to 25 per cent].", -20, -25, "exact"),
    ("Trade rose by more than [10%].", 10, None, "above"),
    ("Trade fell by almost [10%].", -10, None, "below"),
    ("Trade rose by [a quarter].", 25, None, "exact"),
    ("Trade was [132.8%] of the level of 2016.", Decimal("32.8"), None, "exact"),
    ("Trade amounted to [100.9%] of the 2016 figure.", Decimal("0.9"), None, "exact"),
    ("Trade came to [95%] of the level of the year before.", -5, None, "exact"),
]


@pytest.mark.parametrize(("text", "pct", "most", "bound"), RATES, ids=[case[0] for case in RATES])
def test_a_rate_has_its_sign_and_size(text: str, pct: Decimal, most: Decimal | None, bound: str) -> None:
    found = growth(*told(text))
    assert (found.pct, found.most, found.bound) == (pct, most, bound)


@pytest.mark.parametrize(
    "text",
    [
        "Exports grew [140%] of late.",
        "Exports made up [60%] of total trade.",
        "Trade rose by [132.8%] of the level of 2016.",
        "Trade was [12%] of the level of 2016.",
        "Trade grew [1.5 times] as of 2016.",
        "The index of prices was [118%] in May.",
    ],
)
def test_a_percentage_is_an_index_only_as_a_level_of_something_earlier(text: str) -> None:
    assert not is_index(*told(text))


YEAR, HALF, MAY = "2017-01-01/2017-12-31", "2017-01-01/2017-06-30", "2017-05-01/2017-05-31"
BASES = [
    ("In 2017 trade grew [5%] to $3 million.", YEAR, "2016-01-01/2016-12-31", "inferred"),
    ("In 2017 trade grew [5%] from 2014.", YEAR, "2014-01-01/2014-12-31", "stated"),
    ("In 2017 trade grew [5%] against the previous year.", YEAR, "2016-01-01/2016-12-31", "stated"),
    ("Trade grew [5%] in the first half of 2017 from a year earlier.", HALF, "2016-01-01/2016-06-30", "stated"),
    ("In H1 2017 trade grew [5%] over the same period of 2016.", HALF, "2016-01-01/2016-06-30", "stated"),
    ("In H1 2017 trade was [5%] up from the same period of last year.", HALF, "2016-01-01/2016-06-30", "stated"),
    ("In May 2017 trade grew [5%] compared with April.", MAY, "2017-04-01/2017-04-30", "stated"),
    ("In May 2017 trade grew [5%] from the previous month.", MAY, "2017-04-01/2017-04-30", "stated"),
    ("In May 2017 trade grew [5%] month on month.", MAY, "2017-04-01/2017-04-30", "stated"),
    ("In May 2017 trade grew [5%] year on year.", MAY, "2016-05-01/2016-05-31", "stated"),
    ("In 2017 trade grew [5%] over 2016 and 9% over 2012.", YEAR, "2016-01-01/2016-12-31", "stated"),
    ("In 2017 trade grew 5% over 2016 and [9%] over 2012.", YEAR, "2012-01-01/2012-12-31", "stated"),
    ("Compared with 2015, trade in 2017 grew [9%].", YEAR, "2015-01-01/2015-12-31", "stated"),
    ("In 2017 trade grew [9%]; from 2018 it will fall.", YEAR, "2016-01-01/2016-12-31", "inferred"),
    ("Trade grew [5%].", "/", "/", "inferred"),
    ("Trade grew [5%] from 2014.", "/", "2014-01-01/2014-12-31", "stated"),
    ("In 2017 trade was [5%] up on 2014.", YEAR, "2014-01-01/2014-12-31", "stated"),
    ("In 2017 trade was [a quarter] above the result of 2014.", YEAR, "2014-01-01/2014-12-31", "stated"),
    ("In 2017 trade grew [30 times] on the $2 million of 1979.", YEAR, "1979-01-01/1979-12-31", "stated"),
    ("Since 2017 trade has grown [4 times].", YEAR, YEAR, "stated"),
    ("In 2017 trade grew [5%], the most in five years.", YEAR, "2016-01-01/2016-12-31", "inferred"),
    ("In 2017 trade was [15 times] what it was a decade ago.", YEAR, "2007-01-01/2007-12-31", "stated"),
    ("In 2017 trade was [5 times] more than two decades earlier.", YEAR, "1997-01-01/1997-12-31", "stated"),
    ("In H1 2017 trade grew [5%] compared with 2016.", HALF, "2016-01-01/2016-06-30", "stated"),
    ("In H1 2017 trade grew [5%] compared with the whole of 2016.", HALF, "2016-01-01/2016-12-31", "stated"),
    ("In H1 2017 trade grew [5%] compared with the entire 2016.", HALF, "2016-01-01/2016-12-31", "stated"),
    ("In H1 2017 trade grew [5%] compared with the full FY2016 figure.", HALF, "2016-01-01/2016-12-31", "stated"),
    ("In H1 2017 trade grew [5%] compared with the entire CY16.", HALF, "2016-01-01/2016-12-31", "stated"),
]


def period(text: str) -> Period:
    return Period(*(date.fromisoformat(day) if day else None for day in text.split("/")))


@pytest.mark.parametrize(("text", "of", "against", "known"), BASES, ids=[case[0] for case in BASES])
def test_a_rate_is_against(text: str, of: str, against: str, known: str) -> None:
    assert base(*told(text, "2017-12-05"), period(of)) == (period(against), known)


def test_a_february_of_a_leap_year_is_against_all_of_the_february_before() -> None:
    assert base(*told("In February 2016 trade grew [5%]."), period("2016-02-01/2016-02-29"))[0] == period("2015-02-01/2015-02-28")


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("The trade balance was minus [$3 million].", True),
        ("The trade balance was -[$3 million].", True),
        ("The trade balances with Peru (-[3 million dollars]) and Chile were poor.", True),
        ("The trade balance of May - [$3 million] - was poor.", False),
        ("The trade balance was $2-[3 million].", False),
        ("The trade balance was [$3 million].", False),
    ],
)
def test_a_balance_is_printed_with_a_minus(text: str, negative: bool) -> None:
    assert is_negative(*told(text)) is negative
