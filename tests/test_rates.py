"""What the words around a rate say of it, which amount may have it, and how a rate told apart finds its value."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import reading, told

from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.slots import rate
from parsers.observations.slots.rate_amounts import beside, dated, dated_behind, paired, played, ranked, rival, standing
from parsers.observations.slots.rate_flows import elsewhere, rivalled
from parsers.observations.slots.rate_measure import is_quotation, measure, measured, no_money, whole_volume
from parsers.observations.slots.rate_sums import sums
from parsers.observations.slots.rate_words import form
from parsers.observations.slots.subjects import opening

Y2016, Y2017 = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2016, 2017))

PARTS = [
    ("Tea exports were [$5 million].", "level"),
    ("Tea worth over [$5 million] was exported.", "level"),
    ("Tea exports rose by [$5 million].", "step"),
    ("Tea exports rose from [$5 million].", "base"),
    ("Tea exports beat last year's [$5 million].", "base"),
    ("Tea exports went from a modest low of [$5 million] to $9 million.", "base"),
    ("Tea exports went from a modest low of $5 million to [$9 million].", "level"),
    ("Tea exports were double the [$5 million] of May.", "base"),
    ("Tea exports were 12% up on [$5 million] in May.", "base"),
    ("Tea exports rose compared with a figure for all of 2016 of [$5 million].", "base"),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[case[0] for case in PARTS])
def test_levels_alone_may_have_a_rate(text: str, expected: str) -> None:
    assert played(*told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea exports were $9 million, up by $2 million, or [9%].", "or.step"),
        ("Peru took $9 million, or [9%].", "or.level"),
        ("Peru took $9 million ([9%]).", "(.level"),
        ("Peru took $9 million, up [9%].", "-"),
    ],
)
def test_a_rate_may_say_the_amount_before_it_again(text: str, expected: str) -> None:
    assert beside(*told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose [9%] in terms of weight.", "quantity"),
        ("Exports rose [9%] in terms of value.", "value"),
        ("Exports rose 8% and [9%] in terms of weight and value, respectively.", "value"),
        ("Exports rose [8%] and 9% in terms of weight and value, respectively.", "quantity"),
        ("Exports had a 4% and a [9%] share of all that was sold in value and weight, respectively.", "quantity"),
        ("Tea exports rose [9%] in May compared with the month before, to reach 300 tonnes.", "quantity"),
        ("Tea exports rose [9%] last year to a total of 300 tonnes.", "quantity"),
        ("Tea export volume rose [9%] last year.", "quantity"),
        ("They spoke of tea import volumes, which fell [9%] in May.", "quantity"),
        ("Export volume rose [9%] last year.", "-"),
        ("Tea export volume rose [9%] to $5 million.", "-"),
        ("Tea exports rose [9%] last year and went to ten regions.", "-"),
        ("Tea exports rose [9%] last year to reach $5 million for 300 tonnes.", "-"),
        ("Exports rose [9%].", "-"),
    ],
)
def test_a_rate_is_of_weight_or_of_value(text: str, expected: str) -> None:
    read, figure = told(text)
    assert measure(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "possible"), [("It was [9%].", True), ("It was [109%] of May.", False), ("It was [9 times] that of May.", False)]
)
def test_no_share_is_more_than_the_whole(text: str, possible: bool) -> None:
    assert (("share", -1) in {one.value for one in rate.candidates(*told(text))}) is possible


def test_rates_go_with_the_quantity_and_the_amount_in_turn() -> None:
    read, figure = told("It bought 5 million tonnes for $4 million, showing 8% and [9%] growth, respectively.")
    line = read.line(figure)
    first, amount = line.places("change")[0], line.places("amount")[0]
    assert (ranked(line, first), ranked(line, figure.token)) == ("<quantity>", "<amount>")
    assert (ranked(line, first, amount), ranked(line, figure.token, amount)) == ("other", "same")


def test_an_amount_that_has_a_rate_already() -> None:
    read, figure = told("Exports rose 8% to $4 million, and the gap shrank [9%].")
    first, amount, _ = read.page.figures
    assert rival(read, figure, amount) == "-"
    read.look_back({first.index: Decision(fact=False, rate=("change", amount.index)), amount.index: Decision(fact=True)})
    assert rival(read, figure, amount) == "before.nearer"
    assert rival(read, first, amount) == "-"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile bought tea for $5 million and $3 million, 2 and [7 percent] less.", ["other", "same"]),
        ("Exports were up 2% and [7%] at $5 million and $3 million.", ["other", "same"]),
        ("Exports of $5 million (4 million euros) and imports of $3 million rose [2%] and 7%.", ["same", "-", "other"]),
        ("Exports of $5 million rose 2% and imports of $3 million [7%].", ["-", "-"]),
        ("Exports were $5 million, up 2% on April and [7%] on May.", ["-"]),
    ],
)
def test_two_runs_of_one_length_go_in_pairs(text: str, expected: list[str]) -> None:
    read, found = told(text)
    assert [paired(read, found, one) for one in read.page.figures if one.kind == "amount"] == expected


@pytest.mark.parametrize(
    ("text", "behind", "stands"),
    [
        ("Exports fell [7%] in 2017, far below the goal of $5 million.", "earlier", "target.actual"),
        ("Exports were $5 million in 2016, before they fell [7%] in 2017.", "earlier", "target.actual"),
        ("Exports fell [7%] in 2015, years before they reached $5 million.", "later", "target.actual"),
        ("Exports fell [7%] to $5 million in 2017.", "-", "target.actual"),
        ("They hope for [7%] more in 2016, or $5 million.", "same", "target.target"),
        ("Exports of $5 million, or [7%] more than in 2017.", "-", "target.none"),
    ],
)
def test_a_rate_that_is_told_of_another_time_or_of_the_wish_itself(text: str, behind: str, stands: str) -> None:
    read, found = told(text)
    (amount,) = (one for one in read.page.figures if one.kind == "amount")
    line = read.line(found)
    assert dated_behind(read, found, line, amount) == standing(read, found, line, amount) == "unknown"
    read.look_back({amount.index: Decision(True, "exports", status="target", period=Y2016)})
    assert dated_behind(read, found, line, amount) == behind
    assert standing(read, found, line, amount) == stands


@pytest.mark.parametrize(
    ("text", "flow", "ranks"),
    [
        ("Exports were $5 million and imports $3 million. Imports fell [7%].", ("rivalled", "alone"), "uneven.2+"),
        ("Exports were $5 million and imports $3 million. They rose 2% and [7%].", ("alone", "alone"), "other.2+ same.2+"),
        (
            "Tea brought $5 million (4m euros), rice $3 million. They rose 2% and [7%], respectively.",
            ("alone",) * 2,
            "respectively",
        ),
    ],
)
def test_a_rate_behind_the_sentence_of_its_amount(text: str, flow: tuple[str, ...], ranks: str) -> None:
    read, found = told(text)
    amounts = [one for one in read.page.figures if one.kind == "amount" and read.line(one).word(one.token - 1) != "("]
    read.look_back({one.index: Decision(True, name) for one, name in zip(amounts, ("exports", "imports"), strict=True)})
    assert tuple(rivalled(read, found, read.line(found), one) for one in amounts) == flow
    told_ranks = " ".join(cue for one in amounts for cue in elsewhere(read, found, one, "none") if ".rank=" in cue)
    assert all(rank in told_ranks for rank in ranks.split())


def test_a_rate_of_another_period_than_the_amount() -> None:
    read, figure = told("Exports were $4 million in 2016, and in 2017 rose [9%].")
    amount, line = read.page.figures[0], read.line(figure)
    first, second = (read.periods[figure.sentence, at] for at in line.places("period"))
    assert dated(read, figure, line, amount) == "unknown"
    read.look_back({amount.index: Decision(fact=True, period=first)})
    assert dated(read, figure, line, amount) == "earlier"
    read.look_back({amount.index: Decision(fact=True, period=Period(second.start, None))})
    assert dated(read, figure, line, amount) == "other"
    read.look_back({amount.index: Decision(fact=True, period=second)})
    assert dated(read, figure, line, amount) == "same"


def test_what_one_of_something_costs_has_no_rate_of_trade() -> None:
    read, found = told("Tea prices rose [9%] to $5 a kilogram.")
    assert [candidate.value for candidate in rate.candidates(read, found)] == [("none", -1), ("change", -1), ("share", -1)]


def test_a_rate_is_what_two_amounts_come_to() -> None:
    read = reading("Tea exports came to $5 million against $4 million, a growth of 25%. Copper brought $9 million.")
    new, old, grown, other = read.page.figures
    assert [sums(read, grown, one) for one in (new, old, other)] == ["new", "old", "alone"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth in May was strong, up by [9%].", "bare"),
        ("The first five months of 2016 were [9%] up.", "bare"),
        ("In May it was [9%] up.", "it"),
        ("Exports rose [9%].", "flow.noun"),
        ("Rainfall was up [9%].", "other"),
        ("Exports rose, while rainfall was up [9%].", "other"),
        ("Inflation was up [9%].", "money"),
        ("Peru is [9%] up.", "area"),
    ],
)
def test_a_clause_opens_with_what_it_speaks_of(text: str, expected: str) -> None:
    read, figure = told(text)
    assert opening(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Exports were $4 million ([-9%]).", False),
        ("Exports were $4 million ([+9%]) in May.", False),
        ("Exports: tea ([minus 9%]), copper.", False),
        ("Exports: tea ([9%]), copper.", True),
        ("Exports went to Peru [- 9%] and to Chile.", True),
    ],
)
def test_a_rate_with_a_sign_is_no_share(text: str, share: bool) -> None:
    read, figure = told(text)
    assert (("share", -1) in [candidate.value for candidate in rate.candidates(read, figure)]) is share


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose by [a third].", "part"),
        ("Exports rose by [two-thirds].", "part"),
        ("Exports rose by [five percent].", "percent"),
        ("Exports rose by [9%].", "percent"),
        ("Exports [doubled].", "verb"),
    ],
)
def test_parts_in_words_are_a_form_of_their_own(text: str, expected: str) -> None:
    read, figure = told(text)
    assert form(read.words, figure.mention) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quantity of tea exports rose by [9%].", "front.quantity"),
        ("Despite a rise in value, the volume of tea exports fell [9%].", "front.volume"),
        ("The value of tea exports fell [9%].", "front.value"),
        ("The quantity of tea fell 5%, and the exports [9%].", "-"),
        ("The quantity of tea exports rose [9%] in value.", "value"),
        ("Tea exports fell [9%].", "-"),
        ("The price of tea exports fell [9%].", "front.price"),
        ("In terms of weight, tea exports of the region rose [9%].", "quantity"),
        ("In terms of weight, tea exports rose 5%, in terms of value [9%].", "front.value"),
        ("In terms of the weight, tea exports rose [9%].", "quantity"),
        ("The terms of tea exports changed, and they rose [9%].", "-"),
        ("By value, tea exports of the region rose [9%].", "value"),
        ("Tea exports rose, though prices fell [9%].", "front.price"),
        ("Prices fell, but exports rose [9%].", "-"),
    ],
)
def test_the_subject_says_what_a_rate_measures(text: str, expected: str) -> None:
    read, figure = told(text)
    assert measured(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The price of Peru's wool imports from Chile rose by [5%].", True),
        ("The weight of imports rose [5%].", True),
        ("The value and weight of imports rose [5%].", False),
        ("The value of Peru's wool imports rose by [5%].", False),
        ("The price of wool fell and Peru's imports rose by [5%].", False),
        ("The price of imports was $5, and trade rose [5%].", False),
    ],
)
def test_a_rate_of_prices_or_weights_is_none_of_trade(text: str, expected: bool) -> None:
    read, figure = told(text)
    assert no_money(read.words, read.line(figure), figure.token) == expected
    assert ([one.value for one in rate.candidates(read, figure)] == [("none", -1)]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7-5/8 pct", True), ("101-13/16 pct", True), ("6-1/2 pct", False), ("7.625 pct", False), ("5/80 pct", False)],
)
def test_eighths_are_of_interest_and_bonds(text: str, expected: bool) -> None:
    assert is_quotation(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("World trade is to grow by [9%] in volume next year.", True),
        ("Peru's exports of goods fell [9%] by volume.", True),
        ("Tea exports fell [9%] by volume.", False),
        ("Peru's exports fell [9%] by weight.", False),
        ("Peru's exports fell [9%] in volume to 4 million tonnes.", False),
        ("Peru's exports fell [9%].", False),
    ],
)
def test_the_volume_of_a_whole_flow_counts_no_things(text: str, expected: bool) -> None:
    read, figure = told(text)
    assert whole_volume(read.words, read.line(figure), figure.token) is expected
    assert (("change", -1) in [one.value for one in rate.candidates(read, figure)]) is (expected or text.endswith("[9%]."))
