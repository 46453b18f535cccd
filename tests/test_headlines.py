"""The title over trade in the course of time says what the picture shows, and of how many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.selection import Controls, Table, load
from dashboard.views.time import UNFITTING, show
from tests.small_table import table, year

CHOSEN = ("RU-BRY", "RU-KLU", "RU-TUL")
ASKED = Controls("BY", CHOSEN)


def of(code: str, number: int, millions: float, **more: object) -> dict[str, object]:
    return year(number, millions * 1e6, counterpart_area=code, **more)


@pytest.fixture(scope="module")
def opened() -> Table:
    """Bryansk is large, Kaluga grows, Tula has no figure in the last year but all trade has."""
    rows = [of("RU-BRY", 2016, 800), of("RU-BRY", 2017, 840), of("RU-KLU", 2016, 60, bound="above"), of("RU-KLU", 2017, 120)]
    return load(table(*rows, of("RU-TUL", 2015, 70), of("WLD", 2017, 8400)))


TITLES = [
    ("level", "In 2017, Bryansk Oblast led the 2 of 3 chosen that have a figure in Belarus's trade: $840 million"),
    ("monthly", "In 2017, Bryansk Oblast led the 2 of 3 chosen that have a figure in Belarus's trade: $70 million a month"),
    (
        "index",
        "In 2017, Belarus's trade with Kaluga Oblast stood highest against its first figure, "
        "of the 2 of 3 chosen that have a figure: up to 200 (2016 = 100)",
    ),
    (
        "growth",
        "In 2017, Belarus's trade with Kaluga Oblast grew most of the 2 of 3 chosen that have a figure: up to +100% against 2016",
    ),
    (
        "share",
        "In 2017, Bryansk Oblast had the largest share in Belarus's trade of the 2 of 3 chosen that have a figure: 10%",
    ),
]


@pytest.mark.parametrize(("measure", "title"), TITLES, ids=[case[0] for case in TITLES])
def test_the_title_names_who_is_first_by_what_is_shown(opened: Table, measure: str, title: str) -> None:
    assert show(opened, replace(ASKED, measure=measure)).title == title


ALONE = [
    ("level", "Belarus's trade with Bryansk Oblast rose from $800 million in 2016 to $840 million in 2017"),
    ("monthly", "Belarus's trade with Bryansk Oblast rose from $66.67 million a month in 2016 to $70 million a month in 2017"),
    ("index", "Belarus's trade with Bryansk Oblast rose from 100 in 2016 to 105 in 2017"),
    ("growth", "Belarus's trade with Bryansk Oblast in 2017: up 5% against 2016"),
    ("share", "The share of Bryansk Oblast in Belarus's trade: 10% in 2017"),
]


@pytest.mark.parametrize(("measure", "title"), ALONE, ids=[case[0] for case in ALONE])
def test_the_title_of_one_region_has_the_numbers_of_the_picture(opened: Table, measure: str, title: str) -> None:
    assert show(opened, replace(ASKED, partners=("RU-BRY",), measure=measure)).title == title


@pytest.mark.parametrize(
    ("codes", "among"), [(CHOSEN[:2], "led the 2 chosen in"), (CHOSEN, "led all 3 chosen in")], ids=["two", "three"]
)
def test_where_nobody_is_left_out_the_title_says_so(codes: tuple[str, ...], among: str) -> None:
    rows = table(*(of(code, 2017, 90 - place) for place, code in enumerate(codes)))
    assert among in show(load(rows), replace(ASKED, partners=codes)).title


def test_those_that_share_the_first_place_are_all_named() -> None:
    title = show(load(table(of("RU-BRY", 2017, 90), of("RU-KLU", 2017, 90, bound="above"), of("RU-TUL", 2017, 1))), ASKED).title
    assert title == "In 2017, Bryansk Oblast and Kaluga Oblast led all 3 chosen in Belarus's trade: about $90 million"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("01-09", "January-September"),
        ("calendar", "full years"),
        ("fiscal-07", "fiscal years (from July)"),
        ("iranian", "Iranian years"),
    ],
)
def test_names_of_months_keep_their_capitals_below_the_title(span: str, words: str) -> None:
    rows = table({**of("RU-BRY", 2017, 90), "time_period": None, "period_end": "2017-09-30"})
    assert f" · {words}" in show(load(rows), replace(ASKED, span=span)).subtitle


def test_an_empty_picture_offers_no_figures_as_a_table(opened: Table) -> None:
    assert show(opened, replace(ASKED, partners=("RU-TUL",), measure="share")).texts is None
    assert show(opened, replace(ASKED, measure="share")).texts is not None


def test_forecasts_lead_nobody() -> None:
    rows = table(of("RU-BRY", 2017, 90, status="forecast"), of("RU-KLU", 2017, 80, status="target"))
    assert show(load(rows), ASKED).title == "Belarus's trade with 3 partners, 2017: forecasts and targets alone"


def test_a_figure_in_the_title_that_does_not_fit_is_said_not_to() -> None:
    rows = [of("RU-BRY", 2017, 900), of("RU-KLU", 2017, 80), of("RU", 2017, 400)]
    assert UNFITTING in show(load(table(*rows)), ASKED).subtitle
    assert UNFITTING not in show(load(table(*rows[:2])), ASKED).subtitle


def test_the_figure_that_an_index_starts_from_counts_as_named() -> None:
    rows = [of("RU-BRY", 2016, 90), of("RU-BRY", 2017, 180), of("RU-KLU", 2016, 80), of("RU-KLU", 2017, 80)]
    asked = replace(ASKED, measure="index")
    assert UNFITTING in show(load(table(*rows, of("RU", 2016, 40))), asked).subtitle
    assert UNFITTING not in show(load(table(*rows)), asked).subtitle
