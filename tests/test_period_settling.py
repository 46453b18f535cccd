"""What settles a period: years told outright, seasons, whose fiscal year it is, records and deeds; levels of several years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from laid_out import document, reading, told

from parsers.model import Period
from parsers.observations.bases import base
from parsers.observations.comparison import is_event
from parsers.observations.decisions import Decision
from parsers.observations.read import read
from parsers.observations.slots.period import candidates
from parsers.observations.slots.period_carried import carried, points_back
from parsers.observations.slots.period_fit import fits, surroundings
from parsers.observations.slots.period_pieces import years_told
from parsers.observations.slots.period_unknown import tense, unknown


def span(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def year(number: int) -> Period:
    return span(f"{number}-01-01", f"{number}-12-31")


def settled(text: str, words: str, published: str | None = None) -> tuple[Period, ...]:
    """All that the last period mention worded so may mean."""
    laid = reading(text, published)
    *_, found = (laid.readings[(s, at)] for s, at, mention in laid.page.mentions("period") if mention.text == words)
    return found


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        (
            "Iran sold $3m in the past Iranian year. It will sell more in the current year that ends in March 2020.",
            "the past Iranian year",
            span("2018-03-21", "2019-03-20"),
        ),
        (
            "Iran sold $3m in the past year. They want $9m in the current year [Iranian year which ends on March 19, 2020].",
            "the past year",
            span("2018-03-21", "2019-03-20"),
        ),
        ("Iran sold carpets for $3m in spring 2016.", "spring 2016", span("2016-03-21", "2016-06-21")),
        ("Iran sold carpets for $3m in the autumn of 1396.", "the autumn of 1396", span("2017-09-23", "2017-12-21")),
    ],
)
def test_an_iranian_text_tells_its_year(text: str, words: str, period: Period) -> None:
    assert settled(text, words)[0] == period


def test_elsewhere_seasons_are_no_periods() -> None:
    assert [mention.text for _, _, mention in reading("Oman sold dates for $3m in spring 2016.").page.mentions("period")] == [
        "2016"
    ]


def test_a_verb_tells_no_year_of_words_that_name_one() -> None:
    laid = reading("Exports of 2019 ended in March 2020.")
    assert [mention.text for _, _, mention in laid.page.mentions("period")] == ["2019", "March 2020"]


def test_japan_names_a_fiscal_year_after_its_start() -> None:
    text = "Japan sold $5m in fiscal 2022. {} sold $2m in fiscal 2021."
    assert settled(text.format("It"), "fiscal 2021", "2023-06-10")[0] == span("2021-04-01", "2022-03-31")
    assert settled(text.format("India"), "fiscal 2021", "2023-06-10")[0] == span("2020-04-01", "2021-03-31")


def test_a_pair_of_years_is_no_fiscal_year_of_washington() -> None:
    text = "The United States and India traded for $5m in {}. Pakistan waits, and Pakistan watches."
    india, washington = span("2023-04-01", "2024-03-31"), span("2023-10-01", "2024-09-30")
    pair = settled(text.format("2023/24"), "2023/24", "2025-01-20")
    assert pair.index(india) < pair.index(washington)
    assert washington == settled(text.format("fiscal 2024"), "fiscal 2024", "2025-01-20")[0]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Exports passed the bar that was outlined in 2017.", True),
        ("They rose after a pact signed in May 2017.", True),
        ("They rose as the waiver granted in 2017 helped.", True),
        ("They fell in the crisis of 2008.", True),
        ("They fell before the 2015 Iran nuclear deal.", True),
        ("Peru and Chile signed a free trade agreement in 2006.", True),
        ("Peru and Chile had free trade in 2006.", False),
        ("The ministry reported last month that exports make $5m a year.", True),
        ("Exports make $5m a year, the minister said in May.", True),
        ("The minister said last month exports fell.", False),
        ("The office said May exports fell.", False),
        ("After Peru joined the club in May 2016, exports rose.", True),
        ("Exports rose since Peru joined the club in 2016.", True),
        ("Since exports fell in 2016, Peru buys more.", False),
        ("After it rose in 2016, Peru bought more.", False),
        ("After the accord between Peru and its neighbours in 2016, exports rose.", True),
        ("After wool and tin had their day in 2016, Peru bought more.", False),
        ("Exports have doubled since the lifting of the ban on foreign hides by the customs of Peru in 2016.", True),
        ("Exports doubled after the free trade agreement of the two in 2016.", True),
        ("Exports doubled after the trade had opened in 2016.", False),
        ("Nuts made half of the exports until last year's drought.", True),
        ("Nuts made half of the exports until last year.", False),
        ("Exports fell after last year's record of $5m.", False),
        ("Exports fell after May's steep deficit.", False),
        ("Peru buys more than before in 2016.", False),
        ("Exports rose after 2016.", False),
        ("They fell in 2008.", False),
        ("Exports of 2008 fell.", False),
    ],
)
def test_a_period_may_say_when_something_else_was_done(text: str, event: bool) -> None:
    laid = reading(text)
    ((s, at, _),) = laid.page.mentions("period")
    assert is_event(laid.page.lines[s], at, laid.words) is event
    assert ((s, at) in laid.events) is event


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Exports in 2022 were the highest since 2019, at $5m.", ["2019"]),
        ("In 2022 exports saw their first monthly rise since May.", ["May"]),
        ("In 2022 they were up on the level of 2019.", ["2019"]),
        ("Since 2019 the highest level was reached in 2022.", []),
        ("From 1990 to 2023 they grew by 8%.", []),
    ],
)
def test_a_record_is_a_base(text: str, words: list[str]) -> None:
    laid = reading(text)
    assert [laid.page.lines[s].mention(at).text for s, at in laid.bases] == words


def test_a_rate_is_not_against_the_last_record() -> None:
    laid, one = told("In 2022 exports rose by [5%], the most since 2019.")
    assert base(laid, one, year(2022)) == (year(2021), "inferred")


def test_what_something_is_up_on_is_a_base() -> None:
    laid, one = told("The May surplus was up on the [$5 million] surplus of April.")
    assert one.index in laid.operands
    laid, one = told("The May surplus was up to [$5 million].")
    assert one.index not in laid.operands


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2020-2021 it had been approximately [$7 million].", (2020, 2021)),
        ("For the past two years exports have been steadily above [$7 million].", (2021, 2022)),
        ("In 2020 and in 2021 exports remained at [$7 million].", (2020, 2021)),
        ("In each of 2020 and 2021 exports made [$7 million].", (2020, 2021)),
        ("In 2020-2021 exports made [$7 million].", ()),
        ("In 2021 exports remained at [$7 million].", ()),
    ],
)
def test_a_level_may_be_that_of_each_of_several_years(text: str, years: tuple[int, ...]) -> None:
    laid, one = told(text, "2023-05-01")
    for at in laid.line(one).places("period"):
        assert years_told(laid, one, at, one.kind) == tuple(year(number) for number in years)


def test_such_a_level_is_one_row_a_year() -> None:
    text = "Peru's exports to Chile were $9 million in 2022. In 2020-2021 exports to Chile had been approximately $7 million."
    rows = [row for row in read(document(text, "2023-05-01")) if row.obs_value == Decimal(7_000_000)]
    assert [row.period for row in rows] == [year(2020), year(2021)]


def test_a_rate_from_one_month_to_the_next_is_of_the_next() -> None:
    laid, one = told("Exports rose by [3%] from May to June 2017.", "2017-08-01")
    assert [found.value for found in candidates(laid, one) if "run.end" in found.cues] == [span("2017-06-01", "2017-06-30")]


def test_a_year_that_runs_is_meant_up_to_now_or_as_a_whole() -> None:
    text = "Exports {} [$5 million] this year."
    for words, cue in (("have gone over", "perfect.told"), ("are expected to reach", "present.awaited")):
        laid, one = told(text.format(words), "2020-09-30")
        around = surroundings(laid, one, laid.line(one))
        assert f"running=open.{cue}" in fits(laid, one, Period(date(2020, 1, 1), None), around)
        assert f"running=whole.{cue}" in fits(laid, one, year(2020), around)
        assert not [found for found in fits(laid, one, year(2019), around) if found.startswith("running")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has gone past [$5 million].", "perfect"),
        ("Peru has a [$5 million] trade.", "present"),
        ("Peru has [$5 million] of it.", "present"),
    ],
)
def test_has_with_a_participle_tells_what_has_come_about(text: str, expected: str) -> None:
    laid, one = told(text)
    assert tense(laid, one, laid.line(one)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It makes [5%] of all trade.", "equal"),
        ("That is close to [5%] of all trade.", "equal"),
        ("They took [5%] of the tea.", "back"),
        ("Of this, [$5 million] were nuts.", "back"),
        ("Nuts make up [5%] of it.", "sum"),
        ("Nuts make up [5%] of trade.", "plain"),
    ],
)
def test_words_point_back_to_the_fact_before(text: str, expected: str) -> None:
    laid, one = told(text)
    assert points_back(laid, one, laid.line(one)) == expected


def test_last_year_goes_by_the_calendar_told_before() -> None:
    text = "Pakistan's exports of {} were $4 million. Last year exports were [$5 million]."
    fiscal, civil = span("2018-07-01", "2019-06-30"), year(2018)
    for words, told_before in (("the current fiscal year", "fiscal"), ("2017", "civil")):
        laid, one = told(text.format(words), "2019-09-10")
        laid.look_back({one.index: Decision(True, "exports", pair=("PK", "WLD"))})
        for name, period in (("fiscal", fiscal), ("civil", civil)):
            cues = {cue for found in candidates(laid, one) if found.value == period for cue in found.cues}
            assert f"calendar={name}.behind={told_before}.near" in cues


def test_a_base_is_not_carried_from_the_period_of_what_is_compared_with_it() -> None:
    laid = reading("In May exports made $9 million. Imports rose to $5 million, against $4 million.", "2022-06-10")
    main, other = laid.page.figures[1:]
    may = span("2022-05-01", "2022-05-31")
    laid.look_back({main.index: Decision(True, "imports", period=may), other.index: Decision(True, "imports", period=may)})
    found = carried(laid, other, laid.line(other))
    assert [one.cues[0] for one in found if one.value == may] == ["fact.same"]
    assert [one.cues[0] for one in found if one.value == span("2021-05-01", "2021-05-31")] == ["fact.year.before"]


def test_an_aim_of_the_near_future_has_no_date() -> None:
    for text, expected in (("They want [$5 million] in the near future.", 1), ("They want [$5 million] by 2030.", 0)):
        laid, one = told(text, "2022-06-10")
        assert len([cue for cue in unknown(laid, one, laid.line(one)).cues if cue.startswith("unknown.horizon")]) == expected


def test_what_remains_of_the_year_is_yet_to_come() -> None:
    text = "Exports will average $5 million in the remaining three months of the year."
    assert settled(text, "the remaining three months of the year", "1987-10-20")[0] == span("1987-10-01", "1987-12-31")


def test_a_day_without_a_year_follows_what_is_told_and_no_base() -> None:
    text = "MINSK, 4 April. In 2013 they bought buses. Trade came to $5 million that year, 36% more compared to 2012."
    assert reading(text).dating.published == date(2014, 4, 4)
    assert reading("MINSK, 4 April. Trade was $5 million, 36% more compared to 2012.").dating.published == date(2013, 4, 4)


def test_winter_months_of_an_iranian_year_in_hand_lie_in_the_next_civil_one() -> None:
    text = "Iran sold $5m in the 11-month period ended on February 19. It rose from the past year (ended on March 20, 2017)."
    assert settled(text, "the 11-month period ended on February 19")[0] == span("2017-03-21", "2018-02-19")
    text = "Iran sold Chile $5m in January, up 5% from the same month in 2016."
    assert settled(text, "January")[0] == span("2017-01-01", "2017-01-31")


def test_a_year_to_a_month_is_that_which_ends_with_it() -> None:
    text = "Iran sold $5m last calendar year to March 2020. They rose from last year to May 2019."
    assert settled(text, "last calendar year to March 2020")[0] == span("2019-03-21", "2020-03-20")
    assert settled(text, "May 2019")[0] == span("2019-05-01", "2019-05-31")
