"""What speaks against a trade figure: what it is named as, a quantity beside it, a value that holds no more."""

from __future__ import annotations

import pytest

from parsers.observations.slots import fact
from parsers.observations.slots.lead import lead_words, opened_by
from parsers.observations.slots.no_fact import harmed, never
from parsers.observations.slots.subjects import named
from tests.laid_out import reading, told


def _none_cues(text: str) -> list[str]:
    reading, figure = told(text)
    return next(candidate.cues for candidate in fact.candidates(reading, figure) if candidate.value == ("", 0))


def _flows(text: str) -> set[str]:
    reading, figure = told(text)
    return {candidate.value[0] for candidate in fact.candidates(reading, figure)} - {""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports should help to cut the [$5 billion] foreign debt.", "head"),
        ("The country wants [$5 million] in loans for its exports.", "object.in"),
        ("Exports drew investments of [$5 million] last year.", "subject"),
        ("Exports drew investment that was more than [$5 million].", "subject"),
        ("Exports went to a [$5 million] consumer market.", "business"),
        ("Exports of tea reached [$5 million] in a new market.", "-"),
        ("Exports to the block came to [$5 million] last year.", "-"),
        ("Exports of tea reached [$5 million] last year.", "-"),
        ("Exports reached [$5 million] and loans doubled.", "-"),
    ],
)
def test_money_of_another_kind_names_a_figure(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert named(reading.words, reading.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "superseded"),
    [
        ("The surplus was initially estimated at [$4 million].", True),
        ("The surplus was originally put at [$4 million].", True),
        ("The surplus was an upward revised [$4 million].", False),
    ],
)
def test_a_value_given_once_holds_no_more(text: str, superseded: bool) -> None:
    assert ("none.superseded" in _none_cues(text)) is superseded


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("The trade surplus was $5 million (revised from [$4 million]).", set()),
        ("The trade surplus of May was revised up from [$4 million].", set()),
        ("The trade surplus rose to $5 million from a revised [$4 million].", {"balance"}),
        ("The trade surplus rose to a revised $5 million from [$4 million].", {"balance"}),
        ("The bank revised its export forecast downward by $1 million from [$4 million].", set()),
        ("It sees exports and imports grow by $5 million and [$4 million] respectively.", set()),
        ("It sees exports and imports of $5 million and [$4 million] respectively.", {"exports", "imports"}),
        ("The trade gap was $9 million, some [$4 million] worse than in May.", set()),
    ],
)
def test_a_value_that_was_revised_is_no_fact(text: str, flows: set[str]) -> None:
    assert _flows(text) == flows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima Wool Ltd said sales rose. Exports reached $5 million.", "first"),
        ("Exports to Chile rose last year as more and more wool was sold by the company. They reached $5 million.", "later"),
        ("Peru's exports rose last year. Lima Wool Ltd sold $5 million.", "-"),
    ],
)
def test_who_opens_a_text_is_whose_story_it_is(text: str, expected: str) -> None:
    assert opened_by(reading(text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Peru took a loan in May. Exports reached $5 million.", "money", "1"),
        ("Aid, loans and debt weigh on Peru. Exports reached $5 million.", "money", "2-4"),
        ("Peru's exports rose last year. A loan came to $5 million.", "money", "0"),
        ("Industrial output of Peru fell in May. Exports reached $5 million.", "made", "2-4"),
        ("Peru's exports rose last year. Output fell.", "made", "0"),
        ("Futures fell on the Lima bourse. Exports reached $5 million.", "venue", "2-4"),
    ],
)
def test_a_text_may_open_with_other_things(text: str, name: str, expected: str) -> None:
    assert lead_words(reading(text))[name] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ban will affect some [$5 million] of export goods.", "before"),
        ("The new rules threaten [$5 million] worth of cheese exports.", "before"),
        ("Growing rice at home would save [$5 million] in imports.", "before"),
        ("Goods worth [$5 million] have been stranded at the border, hitting exports.", "behind"),
        ("Exports reached [$5 million], though some goods were stranded.", "-"),
        ("Exports of tea reached [$5 million] last year.", "-"),
        ("The ban hurts growers, whose exports reached [$5 million].", "-"),
    ],
)
def test_what_is_lost_or_saved_is_no_flow(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert harmed(reading.words, reading.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("Coal exports fell to 2.3 million tonnes from [90 million] in 2020.", set()),
        ("Coal exports rose to 90 million tonnes, from a revised [1.9 million].", set()),
        ("Coal exports rose to 90 million tonnes, from May's [1.9 million].", set()),
        ("Coal exports of 2.3 million tonnes earned [1.9 million].", {"exports"}),
    ],
)
def test_a_bare_number_beside_a_quantity_is_one_too(text: str, flows: set[str]) -> None:
    assert _flows(text) == flows


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("Exports grew. Flowers added [$5 million] and shrimp $4 million.", {"exports"}),
        ("The rise added [$5 million] to exports.", set()),
        ("Exports were made up of [$5 million] from wool and $4 million from tea.", {"exports"}),
        ("An increase of [$5 million] in exports.", set()),
        ("Exports reached $3.6 billion, wool making up 79% ([$2.8 billion]).", {"exports"}),
        ("Exports reached $3.6 billion, up 79% ([$2.8 billion]).", set()),
    ],
)
def test_what_goods_add_is_no_step(text: str, flows: set[str]) -> None:
    assert _flows(text) == flows


@pytest.mark.parametrize(
    ("text", "balance"),
    [
        ("Peru sold [$5 million] more to Chile in May than it bought.", ("balance", 1)),
        ("Peru bought goods worth [$5 million] more than what it sold.", ("balance", -1)),
        ("Exports were [$5 million] higher than those of imports.", ("balance", 1)),
        ("The balance was negative, with imports exceeding exports by [$5 million].", ("balance", -1)),
    ],
)
def test_what_one_side_has_more_than_the_other_is_a_balance(text: str, balance: tuple[str, int]) -> None:
    reading, figure = told(text)
    assert balance in [candidate.value for candidate in fact.candidates(reading, figure)]


def test_what_a_side_has_more_than_before_is_a_step() -> None:
    assert _flows("Peru sold [$5 million] more to Chile in May than in April.") == set()


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("The bank bought [$5 million] in May, when its reserves and liquidity rose.", set()),
        ("Chile bought [$5 million] of tea in May, when its reserves and liquidity rose.", {"imports"}),
        ("Chile bought [$5 million] in May.", {"imports"}),
    ],
)
def test_money_that_is_bought_is_no_goods(text: str, flows: set[str]) -> None:
    assert _flows(text) == flows


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Trade made [$9 million], with exports of $4 million.", "behind"),
        ("Exports of [$4 million] were booked.", "no"),
    ],
)
def test_a_flow_word_with_a_nearer_amount_is_taken(text: str, taken: str) -> None:
    reading, figure = told(text)
    cues = [cue for candidate in fact.candidates(reading, figure) if candidate.value == ("exports", 0) for cue in candidate.cues]
    assert any(cue.endswith(f".taken={taken}") for cue in cues)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The trade deficit grew and the current account deficit shrank to [$5 million].", "balance"),
        ("The current account deficit shrank though exports reached [$5 million].", "noun"),
        ("Export duties came to [$5 million] in May.", "mock"),
        ("In May [$5 million] of exports were booked.", "-"),
    ],
)
def test_the_last_word_of_trade_before_a_figure(text: str, last: str) -> None:
    assert f"none.last={last}" in _none_cues(text)


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("The group, a company of Peru, said net profit fell and turnover in Chile was [$5 million].", False),
        ("Turnover was [$5 million].", False),
        ("Peru and Chile had a turnover of [$5 million].", True),
        ("The company said exports to Peru and a turnover of [$5 million] were booked.", True),
    ],
)
def test_turnover_in_reports_of_firms_is_theirs(text: str, trade: bool) -> None:
    reading, figure = told(text)
    assert (("turnover", 0) in [candidate.value for candidate in fact.candidates(reading, figure)]) is trade


def test_money_that_is_sold_is_no_trade() -> None:
    assert "none.last=mock" in _none_cues("Exports rose, and dollar sales by the bank were [$5 million].")


@pytest.mark.parametrize(
    ("text", "cue", "there"),
    [
        ("Trade of Peru and Chile grew in May. The aim is [$5 million].", "carried.wished=turnover", True),
        ("Trade of Peru and Chile grew in May. It came to [$5 million].", "carried.wished=turnover", False),
        ("Trade of Peru and Chile grew in May. It came to [$5 million].", "carried.meant=turnover", True),
        ("Trade of Peru and Chile grew in May. Wool made [$5 million].", "carried.meant=turnover", False),
        ("Peru had a deficit. Wool sales made [$5 million].", "carried.balance.subject=product", True),
        ("Peru had a deficit. It made [$5 million].", "carried.balance.subject=product", False),
    ],
)
def test_a_carried_flow_knows_what_its_sentence_is_about(text: str, cue: str, there: bool) -> None:
    reading, figure = told(text)
    assert any(cue in candidate.cues for candidate in fact.candidates(reading, figure)) is there


@pytest.mark.parametrize(
    ("text", "told_so"),
    [
        ("Floods may cost Peru's exporters: they could lose [$5 million] in exports.", True),
        ("The May surplus was originally put at [$5 million].", True),
        ("Peru's exports were [$5 million].", False),
        ("Exports to the block were [$5 million].", False),
    ],
)
def test_a_sum_that_is_lost_or_holds_no_more_is_never_a_flow(text: str, told_so: bool) -> None:
    read, figure = told(text)
    assert never(read, figure, read.line(figure)) is told_so


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade fell in May. It grew to [$5 million] in June, with exports and imports up.", "meant.beside"),
        ("Trade fell in May. It grew to [$5 million] and exports to $3 million.", "meant.joined"),
        ("Trade fell in May. It grew to [$5 million], while exports rose.", "meant.break"),
        ("In May Peru took [$5 million], exports by air included.", "other.comma"),
        ("Peru had a [$5 million] surplus.", "other.-"),
    ],
)
def test_a_flow_word_behind_may_begin_something_else(text: str, expected: str) -> None:
    read, figure = told(text)
    found = [cue for one in fact.candidates(read, figure) for cue in one.cues if cue.startswith("after.told=")]
    assert found[:1] == [f"after.told={expected}"]


def test_two_told_lists_leave_no_flow_nearest() -> None:
    read, figure = told("Exports and imports were [$5 million] and $3 million, respectively.")
    assert not {"nearest", "last.before"} & {cue for one in fact.candidates(read, figure) for cue in one.cues}
    read, figure = told("Exports and imports were [$5 million].")
    assert {"nearest", "last.before"} <= {cue for one in fact.candidates(read, figure) for cue in one.cues}
