"""When and by whom a text was published, by its collection or by its own words."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import document, reading

from parsers.observations.dating import HEAD, publisher

DATED = [
    ("a full date in words", "Friday, 12 October 2018 15:52\nTrade rose.", "2018-10-12", "stated"),
    ("a full date in figures", "News\n12.02.2018\n\nTrade rose in 2016.", "2018-02-12", "stated"),
    ("a full date in figures, year first", "2018-02-12 15:52\nTrade rose.", "2018-02-12", "stated"),
    ("the first of two dates", "3 May 2017\n\nTrade rose. It had met on 1 April 2016.", "2017-05-03", "stated"),
    (
        "a day before the text's figures of the year",
        "They met on 10 March. In 2014 trade came to $2 million.",
        "2015-03-10",
        "inferred",
    ),
    ("a day behind them", "They met on 5 December. In January-September 2017 trade rose 5%.", "2017-12-05", "inferred"),
    ("a day of a dateline", "MINSK, 6 September (BelTA) – In H1 2012 trade rose 5%.", "2012-09-06", "inferred"),
    ("the year by the latest figures", "They met on 10 March. In 2009 trade fell, in 2014 it rose.", "2015-03-10", "inferred"),
    (
        "a headline takes no year from the body",
        "Ministers meet on 10 March\n\nIn 2014 trade came to $2 million.",
        "2015-03-10",
        "inferred",
    ),
    ("no date at all", "Trade rose by 5%.", None, None),
    ("a day without any year", "They met on 10 March. Trade rose.", None, None),
    ("a day that no year has", "They met on 30 February. In 2014 trade rose.", None, None),
    ("a date in figures that is none", "31.02.2018\nTrade rose.", None, None),
    ("a version is no date", "Release 2.10.2018.3 came. Trade rose.", None, None),
    ("a figure inside a line is no date", "Trade as of 01.01.2018 rose.", None, None),
    ("a date far below the head", "Trade rose. " * (HEAD // 12 + 1) + "They met on 3 May 2012.", None, None),
]


@pytest.mark.parametrize(("text", "day", "known"), [case[1:] for case in DATED], ids=[case[0] for case in DATED])
def test_a_text_tells_its_date(text: str, day: str | None, known: str | None) -> None:
    found = reading(text).dating
    assert (found.published, found.known) == (date.fromisoformat(day) if day else None, known)


def test_what_the_collection_says_comes_first() -> None:
    found = reading("12 October 2018. Trade rose.", "2018-10-14").dating
    assert (found.published, found.known) == (date(2018, 10, 14), "given")


def test_a_leap_day_waits_for_its_year() -> None:
    assert reading("They met on 29 February. In 2015 trade rose.").dating.published == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MINSK, 6 September (BelTA) – Trade rose.", "BelTA"),
        ("Trade rose, BelTA has learned.", "BelTA"),
        ("Trade rose, wrote BelTA.", None),
        ("MINSK (Nobody) – Trade rose.", None),
        ("x " * HEAD + "(BelTA)", None),
    ],
)
def test_a_known_publisher_is_named_at_the_head(text: str, name: str | None) -> None:
    assert publisher(document(text)) == name


def test_the_given_publisher_stays() -> None:
    assert publisher(document("MINSK (BelTA) – Trade rose.", publisher="Enisey")) == "Enisey"
