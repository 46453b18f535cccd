"""How a period fits what stands around it and in the rest of the text; what tells that a figure has none."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import figure, reading, told

from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.reading import Reading
from parsers.observations.slots.balanced import balanced_detail
from parsers.observations.slots.period_fit import fits, surroundings
from parsers.observations.slots.period_unknown import unknown


def months(year: int, first: int, last: int, end: int) -> Period:
    return Period(date(year, first, 1), date(year, last, end))


def year(number: int) -> Period:
    return months(number, 1, 12, 31)


def cues(text: str, period: Period, published: str | None = "2022-03-10") -> list[str]:
    read, one = told(text, published)
    return fits(read, one, period, surroundings(read, one, read.line(one)))


def unknown_cues(text: str) -> list[str]:
    read, one = told(text, "2022-03-10")
    return unknown(read, one, read.line(one)).cues


def settled(text: str, words: str, published: str | None = None) -> tuple[Period, ...]:
    """All that the first period mention worded so may mean."""
    read = reading(text, published)
    return next(read.readings[(s, at)] for s, at, mention in read.page.mentions("period") if mention.text == words)


def test_what_is_set_against_last_year_is_of_this_year() -> None:
    text = "Exports came to [$5 million], up from $4 million in the same period of last year."
    assert "against.last.year=this.same" in cues(text, months(2022, 1, 2, 28))
    assert "against.last.year=earlier.same" in cues(text, months(2021, 1, 2, 28))


@pytest.mark.parametrize(
    ("text", "period", "how"),
    [
        ("Exports made [$5 million] against $4 million in May 2021.", months(2022, 5, 5, 31), "year.dated"),
        ("Exports made [$5 million] against $4 million in May 2021.", months(2021, 6, 6, 30), "next.dated"),
        ("Exports made [$5 million] against $4 million in May 2021.", months(2021, 5, 5, 31), "same.dated"),
        ("Exports made [$5 million] against $4 million in May 2021.", months(2022, 2, 2, 28), "alike.dated"),
        ("Exports made [$5 million] against $4 million in May 2021.", months(2022, 1, 5, 31), "other.dated"),
        ("Exports made [$5 million] against $4 million last year.", year(2022), "year.relative"),
        ("Exports made [$5 million] in May 2021.", months(2022, 5, 5, 31), ""),
    ],
)
def test_a_period_lies_a_year_or_a_step_over_the_base_of_its_sentence(text: str, period: Period, how: str) -> None:
    found = [cue for cue in cues(text, period) if cue.startswith("over.base")]
    assert found == ([f"over.base={how.split('.')[0]}", f"over.base={how}"] if how else [])


def test_what_is_told_in_the_present_is_of_no_year_long_gone() -> None:
    assert "told.present=old" in cues("Trade stands at [$5 million].", year(2019))
    assert "told.present=fresh" in cues("Trade stands at [$5 million].", year(2021))
    assert "told.past=old" in cues("Trade came to [$5 million].", year(2019))


def test_what_is_expected_is_not_over() -> None:
    text = "Exports are expected to reach [$5 million]."
    assert "awaited=over" in cues(text, year(2021))
    assert "awaited=yet" in cues(text, year(2022))
    assert not [cue for cue in cues("Exports reached [$5 million].", year(2021)) if cue.startswith("awaited")]


def test_what_is_told_of_time_ahead_is_not_over() -> None:
    for words in ("For the next three months", "Next year"):
        assert "awaited=yet" in cues(f"{words} they see [$5 million] of exports.", year(2022))
    for words in ("For the past three months", "Last year"):
        assert "awaited=yet" not in cues(f"{words} they saw [$5 million] of exports.", year(2022))
    assert "awaited=yet" not in cues("They saw [$5 million] of exports before next year.", year(2022))


@pytest.mark.parametrize(
    ("text", "published", "status", "number", "cue"),
    [
        ("Exports are to reach [$5 million].", "2022-03-10", "target", 2021, "target=over.amount"),
        ("Exports are to reach [$5 million].", "2022-03-10", "target", 2022, "target=yet.amount"),
        ("Exports are to reach [$5 million]. They made $4 million in May 2022.", None, "target", 2021, "target=over.amount"),
        ("Exports are to reach [$5 million]. They made $4 million in May 2022.", None, "target", 2022, "target=yet.amount"),
        ("Exports reached [$5 million].", "2022-03-10", "actual", 2021, "actual=over.amount"),
    ],
)
def test_what_was_over_was_no_more_aimed_at(text: str, published: str | None, status: str, number: int, cue: str) -> None:
    read, one = told(text, published)
    read.look_back({one.index: Decision(True, "exports", status=status)})
    assert cue in fits(read, one, year(number), surroundings(read, one, read.line(one)))


def test_a_year_that_runs_is_under_way_until_its_last_weeks() -> None:
    for published, stage in (("2022-03-10", "under.way"), ("2022-12-20", "closing")):
        read, one = told("Exports made [$5 million] this year.", published)
        read.look_back({one.index: Decision(True, "exports", status="actual")})
        assert f"running=whole.actual.{stage}" in fits(read, one, year(2022), surroundings(read, one, read.line(one)))


def test_the_months_that_a_text_dates_are_kin_to_those_of_other_years() -> None:
    text = "Exports were [$5 million], against $4 million in January-June 2020."
    assert "kin=same.undated" in cues(text, months(2020, 1, 6, 30), None)
    assert "kin=years.undated" in cues(text, months(2021, 1, 6, 30), None)
    assert "kin=none.undated" in cues(text, months(2021, 4, 6, 30), None)


def test_a_text_without_a_date_keeps_near_the_latest_stretch_that_it_dates() -> None:
    text = "Exports were $9 million in 2020. In December they were [$1 million]."
    assert "lag=same.part" in cues(text, months(2020, 12, 12, 31), None)
    assert "lag=late.part" in cues(text, months(2021, 12, 12, 31), None)


def test_a_base_is_told_by_the_period_of_what_is_compared_with_it() -> None:
    read = reading("In 2021 exports came to $7 million against $6 million.", "2022-03-10")
    main, base = figure(read, "$7 million"), figure(read, "$6 million")
    read.look_back({main.index: Decision(True, "exports", period=year(2021)), base.index: Decision(True, "exports")})
    around = surroundings(read, base, read.line(base))
    assert "partner.near=same" in fits(read, base, year(2021), around)
    assert "partner.near=year" in fits(read, base, year(2020), around)
    assert "partner.same.alike" in fits(read, base, year(2021), around)
    read.look_back({main.index: Decision(True, "exports", period=year(2021)), base.index: Decision(True, "imports")})
    assert "partner.same.unlike" in fits(read, base, year(2021), surroundings(read, base, read.line(base)))


def test_a_base_may_be_the_time_right_before() -> None:
    read = reading("In the third quarter of 2021 exports came to $7 million against $6 million.", "2022-03-10")
    main, base = figure(read, "$7 million"), figure(read, "$6 million")
    third, second = Period(date(2021, 7, 1), date(2021, 9, 30)), Period(date(2021, 4, 1), date(2021, 6, 30))
    read.look_back({main.index: Decision(True, "exports", period=third), base.index: Decision(True, "exports")})
    around = surroundings(read, base, read.line(base))
    assert "partner.next.near" in fits(read, base, second, around)
    assert "partner.next.near" not in fits(read, base, Period(date(2021, 6, 1), date(2021, 6, 30)), around)


def test_a_step_and_its_base_add_up_without_one_period() -> None:
    read = reading("In 2021 exports rose by $2.25 million to $8.5 million from $6.25 million.", "2022-03-10")
    read.look_back({one.index: Decision(True, "exports", period=year(2021)) for one in read.page.figures})
    found = balanced_detail(read, figure(read, "$6.25 million"), "period", year(2021))
    assert found
    assert set(found) == {"sums.step.same"}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The two trade [$5 million] annually.", "unknown.state=rate.0"),
        ("The two trade [$5 million] a year.", "unknown.state=rate.0"),
        ("Annual trade comes to [$5 million].", "unknown.state=yearly.0"),
        ("Trade is now put at [$5 million].", "unknown.state=lasting.0"),
        ("Trade came to [$5 million] in 2021.", "unknown.state=none.1"),
        ("Exports are worth [$5 million].", "unknown.tense=present"),
        ("Exports have reached [$5 million].", "unknown.tense=perfect"),
        ("Exports reached [$5 million].", "unknown.tense=past"),
        ("Exports reached [$5 million].", "unknown.digits=1.amount"),
        ("Exports reached [$5.2471 million].", "unknown.digits=4.amount"),
        ("Exports grew 4% to [$5 million].", "unknown.growth=yes"),
    ],
)
def test_what_lasts_is_told_in_round_numbers_in_the_present(text: str, cue: str) -> None:
    assert cue in unknown_cues(text)


def talk(*periods: Period) -> Reading:
    read = reading("Exports are $5 million. Imports are $6 million. Trade with Japan is $7 million.", "2022-03-10")
    read.look_back(
        {one.index: Decision(True, "exports", period=when) for one, when in zip(read.page.figures, periods, strict=True)}
    )
    return read


@pytest.mark.parametrize(
    ("periods", "part"),
    [
        ((year(2021), Period(), Period()), "all"),
        ((Period(), year(2021), Period()), "many"),
        ((Period(), year(2021), year(2021)), "none"),
    ],
)
def test_a_text_whose_other_facts_have_no_period_tells_of_standing_things(periods: tuple[Period, ...], part: str) -> None:
    read = talk(*periods)
    one = read.page.figures[0]
    assert f"unknown.others={part}" in unknown(read, one, read.line(one)).cues


def test_the_year_under_review_is_the_last_year_told() -> None:
    text = "Pakistan sold $9 million in 2020-21. In June 2021 it sold $1 million. In the year under review it bought $7 million."
    assert settled(text, "the year under review", "2021-07-30")[0] == Period(date(2020, 7, 1), date(2021, 6, 30))


def test_months_without_a_year_are_those_that_the_text_dates_elsewhere() -> None:
    text = "Pakistan exported $5 million in July-March. The data for July-March of 2020-21 were published."
    assert settled(text, "July-March")[0] == Period(date(2020, 7, 1), date(2021, 3, 31))


def test_a_month_behind_a_whole_year_is_of_that_year_unless_early() -> None:
    text = "In 2020 exports were $9 million. In {} they were $1 million."
    assert settled(text.format("December"), "December")[0] == months(2020, 12, 12, 31)
    assert settled(text.format("January"), "January")[0] == months(2021, 1, 1, 31)


def test_data_from_some_months_are_compared_with_nothing() -> None:
    assert not reading("Data from May 2021 put exports at $5 million.", "2021-07-05").bases
    assert reading("Exports fell to $5 million from May 2021.", "2021-07-05").bases
