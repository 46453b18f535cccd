"""Notes below a text that date its figures, and years that are told before they are over."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import reading

from parsers.model import Document, Observation, Period
from parsers.observations.dating import Dating
from parsers.observations.read import read
from parsers.observations.slots.period import candidates
from parsers.observations.so_far import left_open

TOLD = "Togo in figures\n\nTogo sold Benin goods for $5 million.\n\n"
YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize("note", ["*As of 2019", "* 2019.", "Note: data for 2019.", "Data for 2019"])
def test_a_note_dates_the_figures_above_it(note: str) -> None:
    laid = reading(TOLD + note, None)
    assert [one.value for one in candidates(laid, laid.page.figures[0])] == [YEAR]


@pytest.mark.parametrize(
    "text",
    [
        TOLD + "The road was built in 2019.",
        TOLD + "* See also the tables of 2018 and 2019.",
        TOLD + "* In 2019 it was $4 million.",
        TOLD.replace("for $5 million", "for $5 million in 2018") + "* As of 2019",
        "* As of 2019\n\nTogo sold Benin goods for $5 million. It wants more. It has a port. Its ships are new.",
    ],
    ids=["no note", "two periods", "a figure of its own", "a dated figure", "at the head"],
)
def test_other_last_words_leave_the_period_open_to_choice(text: str) -> None:
    laid = reading(text, None)
    assert Period() in [one.value for one in candidates(laid, laid.page.figures[0])]


def only(text: str, published: date | None) -> Observation:
    (row,) = read(Document(source_id="a", text=text, language="en", published=published))
    return row


def test_a_year_is_left_open_where_it_was_not_over() -> None:
    text = "Turnover of Belarus and Tula Oblast has already passed $350 million this year."
    assert only(text, date(2020, 9, 30)).period == Period(date(2020, 1, 1))


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("Turnover of Belarus and Tula Oblast was $350 million in 2019.", date(2020, 9, 30), YEAR),
        ("Turnover of Belarus and Tula Oblast will reach $350 million in 2019.", date(2019, 2, 3), YEAR),
        ("Turnover of Belarus and Tula Oblast was $350 million in 2019.", None, YEAR),
    ],
    ids=["over", "foreseen", "no date"],
)
def test_other_years_keep_their_end(text: str, published: date | None, period: Period) -> None:
    assert only(text, published).period == period


@pytest.mark.parametrize(("published", "period"), [(date(2019, 9, 30), Period(date(2019, 1, 1))), (date(2019, 12, 20), YEAR)])
def test_figures_of_a_year_may_be_out_before_its_last_weeks_are(published: date, period: Period) -> None:
    assert left_open(YEAR, "actual", Dating(published, "given")) == period
