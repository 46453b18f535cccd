"""The address of the page: there and back without loss, and a reason for every parameter that cannot be followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import url
from dashboard.selection import FLOWS, KINDS, MEASURES, ROWS, STATUSES, Controls, Table, load
from dashboard.selection.catalogue import default_controls
from parsers.tables.schema import NAMES
from tests.browsing import REGIONS, observations

VIEWS = ("time", "compare", "table")
PARTNERS = [*REGIONS, "RU-BRY+RU-KRS"]


@pytest.fixture(scope="module")
def table() -> Table:
    return load(observations())


def controls() -> st.SearchStrategy[Controls]:
    """Any view that the controls of the page can make."""
    years = st.one_of(st.none(), st.integers(1000, 9999))
    ordered = st.tuples(years, years).map(lambda two: two if None in two else (min(two), max(two)))
    places = st.lists(st.sampled_from(PARTNERS), unique=True).map(lambda codes: tuple(codes))
    return st.builds(
        Controls,
        reporter=st.just("BY"),
        partners=places,
        flow=st.sampled_from(FLOWS),
        currency=st.sampled_from(["USD", "EUR", "RUB"]),
        span=st.sampled_from(["calendar", "everything", "iranian", "fiscal-07", "01-09", "02-02"]),
        years=ordered,
        status=st.lists(st.sampled_from(STATUSES), min_size=1, unique=True).map(lambda s: tuple(x for x in STATUSES if x in s)),
        hedged=st.booleans(),
        confidence=st.sampled_from([0.0, 0.5, 0.95, 1.0]),
        derived=st.booleans(),
        product=st.sampled_from(["", "milk", "a & b = c", "50% + more", "молоко"]),
        publishers=st.sampled_from([(), ("Minsk Courier",), ("Minsk Courier", "Bryansk Herald")]),
        kind=st.sampled_from(["", *KINDS]),
        known=st.one_of(st.none(), st.dates()),
        prefer=st.lists(st.sampled_from(["row5", "row31"]), unique=True).map(tuple),
        view=st.sampled_from(VIEWS),
        measure=st.sampled_from(MEASURES),
        chart=st.sampled_from(["", "slope"]),
        log=st.booleans(),
        panels=st.booleans(),
        aligned=st.booleans(),
        rows=st.sampled_from(ROWS),
        columns=st.lists(st.sampled_from(NAMES), unique=True).map(tuple),
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=controls())
def test_an_address_gives_back_the_view_it_was_written_for(table: Table, view: Controls) -> None:
    assert url.read(url.write(view, table), table, VIEWS) == (view, [])


def test_the_opening_view_has_an_empty_address(table: Table) -> None:
    assert url.write(default_controls(table), table) == ""
    assert url.read("", table, VIEWS) == (default_controls(table), [])


def test_a_region_that_stands_twice_counts_once(table: Table) -> None:
    view, complaints = url.read("?regions=RU-KLU~RU-BRY~RU-KLU", table, VIEWS)
    assert (view.chosen, complaints) == (("RU-KLU", "RU-BRY"), [])


def test_free_places_keep_the_colours_of_the_others(table: Table) -> None:
    view, complaints = url.read("?regions=~RU-KLU", table, VIEWS)
    assert complaints == []
    assert view.partners == ("", "RU-KLU")
    assert view.place("RU-KLU") == 1


@pytest.mark.parametrize(
    ("search", "reason"),
    [
        ("?flow=smuggling", "one of turnover, exports, imports, balance"),
        ("?years=2020..2010", "the first year comes after the last"),
        ("?years=2020", "two years such as 2010..2020"),
        ("?years=٢٠١٠..", "two years such as 2010..2020"),
        ("?confidence=2", "a number from 0 to 1"),
        ("?confidence=nan", "a number from 0 to 1"),
        ("?known=yesterday", "a date such as 2020-12-31"),
        ("?span=13-14", "months such as 01-09"),
        ("?span=09-01", "months such as 01-09"),
        ("?span=fiscal-", "months such as 01-09"),
        ("?span=calendar-", "months such as 01-09"),
        ("?hedged=maybe", "it is yes or no"),
        ("?status=", "one or more of actual"),
        ("?view=nothing", "one of time, compare, table"),
        ("?reporter=XX", "no figures of that area"),
        ("?regions=XX", "no figures of BY with XX"),
        ("?columns=nothing", "no column nothing"),
        ("?outline=ZZ", "there is no such map"),
        ("?chart=pie", "one of index, slope, bump, difference, ratio"),
        ("?kind=stuff", "one of unstated, goods"),
        ("?nonsense=1", "no parameter nonsense"),
    ],
)
def test_a_parameter_that_cannot_be_followed_says_why(table: Table, search: str, reason: str) -> None:
    view, complaints = url.read(search, table, VIEWS)
    assert len(complaints) == 1
    assert reason in complaints[0]
    expected = replace(default_controls(table), partners=("",)) if "regions" in search else default_controls(table)
    assert view == expected


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=st.text())
def test_no_address_breaks_the_page(table: Table, search: str) -> None:
    view, _ = url.read(search, table, VIEWS)
    assert view.view in VIEWS


def test_a_date_is_read_as_it_stands(table: Table) -> None:
    assert url.read("?known=2015-06-30", table, VIEWS)[0].known == date(2015, 6, 30)
