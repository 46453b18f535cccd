"""Where periods of a document lie on the calendar: by what the text dates elsewhere, by whose year it is, by what came before."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import figure, reading, told

from parsers.model import Period
from parsers.observations.comparison import is_event
from parsers.observations.decisions import Decision
from parsers.observations.slots.period import candidates
from parsers.observations.slots.period_calendar import by_calendar
from parsers.observations.slots.period_carried import carried


def span(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def settled(text: str, words: str, published: str | None) -> tuple[Period, ...]:
    """All that the last period mention worded so may mean."""
    read = reading(text, published)
    *_, found = (read.readings[(s, at)] for s, at, mention in read.page.mentions("period") if mention.text == words)
    return found


SOLAR_1397 = span("2018-03-21", "2019-03-20")
LOOKING_BACK = [
    (
        "In January-May 2017 exports made $5m. In these months of 2016 they made $4m.",
        "these months of 2016",
        "2016-01-01",
        "2016-05-31",
    ),
    (
        "In January-May 2017 exports made $5m. The same stretch of 2016 gave $4m.",
        "The same stretch of 2016",
        "2016-01-01",
        "2016-05-31",
    ),
    ("In January-May 2017 exports made $5m. Those months were warm.", "Those months", "2017-01-01", "2017-05-31"),
    ("In 2019-2021 exports made $5m. Over the three years imports made $4m.", "the three years", "2019-01-01", "2021-12-31"),
    (
        "In 2020 exports made $5m. On March 5 they met. In the said year imports made $4m.",
        "the said year",
        "2020-01-01",
        "2020-12-31",
    ),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), LOOKING_BACK, ids=[case[1] for case in LOOKING_BACK])
def test_words_look_back_on_a_stretch(text: str, words: str, start: str, end: str) -> None:
    assert settled(text, words, "2022-06-01")[0] == span(start, end)


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("Iran sold dates for $5m in 1397, he said.", "1397", SOLAR_1397),
        ("Iran sold dates for $5m in the first half of 1397.", "the first half of 1397", span("2018-03-21", "2018-09-22")),
    ],
)
def test_a_text_on_iran_tells_years_by_their_numbers(text: str, words: str, period: Period) -> None:
    assert settled(text, words, None)[0] == period


def test_elsewhere_such_numbers_are_no_years() -> None:
    assert not reading("Oman sold dates for $5m in 1397, he said.").page.mentions("period")
    assert not reading("Iran sold dates for $5m in 1397 shops.").page.mentions("period")


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        (
            "In the previous Iranian year (March 2015-March 2016) Iran's trade hit $5m. Last year it was calm.",
            "Last year",
            span("2015-03-21", "2016-03-20"),
        ),
        (
            "Next year 1398 (starting on March 21, 2019) Iran will sell more. On December 6 it sold less. It sold $5m last year.",
            "last year",
            span("2017-03-21", "2018-03-20"),
        ),
        (
            "Exports grew by 12 percent to $5m in October compared to the same month in 2016.",
            "October",
            span("2017-10-01", "2017-10-31"),
        ),
        (
            "The fair was founded in 2016. It was told on July 10, 2018. Exports made $5m last year.",
            "last year",
            span("2017-01-01", "2017-12-31"),
        ),
        (
            "They met on 10 March. In 2014 trade came to $2m; it is to be $9m by 2030. Last year it rose.",
            "Last year",
            span("2014-01-01", "2014-12-31"),
        ),
    ],
)
def test_an_undated_text_tells_its_year(text: str, words: str, period: Period) -> None:
    assert settled(text, words, None)[0] == period


def test_words_are_not_seen_from_a_year_by_which_something_is_wanted() -> None:
    text = "Iran and Oman hope for trade of $2 billion by 2020. Exports made $3 million in the first half of the Iranian year."
    assert settled(text, "the first half of the Iranian year", None) == ()
    text = "Iran and Oman had trade of $2 billion by June 2020. Exports made $3 million in the first half of the Iranian year."
    assert settled(text, "the first half of the Iranian year", None) != ()


def test_last_year_is_not_counted_from_an_event() -> None:
    text = (
        "It was the best year since the 1979 revolution in Iran. Exports came to $5m in May 2016. The deal helped, as last year."
    )
    assert settled(text, "last year", None)[0].start == date(2015, 3, 21)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Exports rose since the 1979 revolution.", True),
        ("A 2016 free trade agreement holds.", True),
        ("In 2016 the agreement was signed.", False),
        ("Exports of 2016, agreement or not, rose.", False),
        ("Exports rose in 2016.", False),
        ("Exports rose in May 2016 agreements.", False),
    ],
)
def test_a_year_may_only_name_what_happened_in_it(text: str, event: bool) -> None:
    read = reading(text)
    ((s, at, _),) = read.page.mentions("period")
    assert is_event(read.page.lines[s], at, read.words) is event


@pytest.mark.parametrize(
    ("published", "text", "words", "period"),
    [
        (
            "2023-08-10",
            "Bangladesh sold $5m in the first month of the new fiscal year.",
            "the first month of the new fiscal year",
            span("2023-07-01", "2023-07-31"),
        ),
        (
            "2023-05-10",
            "Bangladesh will sell $5m in the new fiscal year.",
            "the new fiscal year",
            span("2023-07-01", "2024-06-30"),
        ),
        (
            "2023-08-10",
            "Bangladesh sold $5m in the last ten months of the fiscal year.",
            "the last ten months of the fiscal year",
            span("2022-09-01", "2023-06-30"),
        ),
        (
            "2023-05-10",
            "Bangladesh sold $5m in the first ten months of the fiscal year.",
            "the first ten months of the fiscal year",
            span("2022-07-01", "2023-04-30"),
        ),
    ],
)
def test_the_year_may_have_begun_of_late(published: str, text: str, words: str, period: Period) -> None:
    assert settled(text, words, published)[0] == period


def test_a_fiscal_year_may_be_that_of_any_country_of_the_text() -> None:
    text = "Pakistan trades with India. In Pakistan exports rose. Exports came to $5m in 2023-24."
    pakistan, india = span("2023-07-01", "2024-06-30"), span("2023-04-01", "2024-03-31")
    assert settled(text, "2023-24", "2024-08-01") == (pakistan, india)
    read = reading(text, "2024-08-01")
    (one,) = read.page.figures
    read.look_back({one.index: Decision(True, "exports", pair=("IN", "WLD"))})
    ((_, _, mention),) = read.page.mentions("period")
    assert by_calendar(read, one, mention.value, pakistan) == ["fiscal.of=home"]
    assert by_calendar(read, one, mention.value, india) == ["fiscal.of=owner"]
    read.look_back({one.index: Decision(True, "exports", pair=("PK", "WLD"))})
    assert by_calendar(read, one, mention.value, india) == []


def test_words_that_leave_the_calendar_open_are_read_by_both() -> None:
    text = "Iran waits. German exports came to $5m in the first half of this year."
    solar, civil = span("2019-03-21", "2019-09-22"), span("2019-01-01", "2019-06-30")
    assert settled(text, "the first half of this year", "2019-10-20") == (solar, civil)
    read = reading(text, "2019-10-20")
    ((_, _, mention),) = read.page.mentions("period")
    assert "calendar=civil.areas=others" in by_calendar(read, read.page.figures[0], mention.value, civil)
    assert "calendar=fiscal.areas=others" in by_calendar(read, read.page.figures[0], mention.value, solar)


@pytest.mark.parametrize(
    ("text", "name", "period"),
    [
        ("From July 2024 to July 2025 exports rose to [$5 million].", "span.end", span("2025-07-01", "2025-07-31")),
        ("From July 2024 to July 2025 exports rose from [$4 million].", "span.start", span("2024-07-01", "2024-07-31")),
        ("Between 2019 and 2024 exports rose from [$4 million].", "span.start", span("2019-01-01", "2019-12-31")),
    ],
)
def test_two_ends_set_side_by_side(text: str, name: str, period: Period) -> None:
    read, one = told(text, "2026-03-10")
    assert [found.value for found in candidates(read, one) if name in found.cues] == [period]


def test_a_forecast_keeps_its_period_to_itself() -> None:
    read = reading("In May exports made $1 million. By 2030 they will reach $5 million. Imports were $2 million.", "2022-06-10")
    may, goal, last = (figure(read, words) for words in ("$1 million", "$5 million", "$2 million"))
    year, month = span("2030-01-01", "2030-12-31"), span("2022-05-01", "2022-05-31")
    read.look_back(
        {
            may.index: Decision(True, "exports", period=month, status="actual"),
            goal.index: Decision(True, "exports", period=year, status="forecast"),
            last.index: Decision(True, "imports", period=year, status="actual"),
        }
    )
    found = carried(read, last, read.line(last))
    assert any("fact.same.status=other" in one.cues and one.value == year for one in found)
    assert any("fact.kept" in one.cues and one.value == month for one in found)


def test_what_a_share_of_a_level_is_measured_by_is_a_base() -> None:
    read = reading("Exports came to 104% of the 2022 level last year.", "2024-02-09")
    assert [read.page.lines[s].mention(at).text for s, at in read.bases] == ["the 2022"]


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        (
            "Iran sold for $5m in the past Iranian year (ended on March 19, 2020). In 1398 it sold dates for $2m.",
            "1398",
            span("2019-03-21", "2020-03-19"),
        ),
        (
            "Iran sold for $5m in the current year (began on March 20, 2016). In 1395 it sold dates for $2m.",
            "1395",
            span("2016-03-20", "2017-03-20"),
        ),
    ],
)
def test_iranian_years_have_the_days_that_the_text_prints(text: str, words: str, period: Period) -> None:
    assert settled(text, words, "2021-06-01")[0] == period


def test_a_said_length_looks_back_on_such_a_stretch_alone() -> None:
    assert settled("In January-May 2017 exports made $5m. The said five months were warm.", "The said five months", "2018-06-01")
    assert not settled("In 2017 exports made $5m. The said five months were warm.", "The said five months", "2018-06-01")


def test_the_last_months_of_a_year_that_runs_are_those_gone_by() -> None:
    text = "Bangladesh sold $5m in the last ten months of the fiscal year."
    assert settled(text, "the last ten months of the fiscal year", "2025-06-10")[0] == span("2024-07-01", "2025-04-30")


def test_a_quarter_told_by_its_month_lies_in_the_fiscal_year_named() -> None:
    assert settled("India sold $5m in the June quarter of FY24.", "the June quarter of FY24", "2023-07-27")[0] == span(
        "2023-04-01", "2023-06-30"
    )


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Exports came to $5 million, exceeding the record value of 2011.", True),
        ("Exports were above the 2011 level at $5 million.", True),
        ("The surplus was $156 million, after a $138 million one in 2011.", True),
        ("After a fall exports came to $5 million in 2011.", False),
        ("The value of 2011 was $5 million.", False),
    ],
)
def test_what_is_surpassed_or_was_before_is_a_base(text: str, base: bool) -> None:
    assert bool(reading(text, "2018-02-09").bases) is base


def test_the_period_of_what_a_base_is_compared_with_is_not_its_own() -> None:
    read = reading("Imports climbed to $3 million in 2015 from $2 million.", "2016-02-09")
    main, base = read.page.figures
    read.look_back({main.index: Decision(True, "imports", period=span("2015-01-01", "2015-12-31"))})
    assert any("partner.holds.main" in one.cues for one in candidates(read, base))
    assert not any("partner.holds.main" in one.cues for one in candidates(read, main))


def test_a_bracket_that_prints_one_edge_leaves_the_other_to_the_text() -> None:
    text = "Iran sold for $5m in the first half of 1395 (March 20-September 21, 2016). It aims at $9m in {}."
    text = text.format("1395 (ending March 20, 2017)")
    assert settled(text, "1395 (ending March 20, 2017)", "2017-01-01")[0] == span("2016-03-20", "2017-03-20")


def test_quarters_of_one_text_go_by_one_calendar() -> None:
    text = "Britain's exports made $5m in the fourth quarter of 2021, against $4m in the third quarter."
    assert settled(text, "the third quarter", "2022-02-10")[0].start == date(2021, 7, 1)
    text = "Britain's exports made $5m in the fourth quarter of 2021. In the fourth quarter imports rose."
    assert settled(text, "the fourth quarter", "2022-02-10")[0].start == date(2021, 10, 1)
