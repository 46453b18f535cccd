"""Which figures of a text state which labelled facts, and which candidates are right for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from laid_out import document, reading

from parsers.model import Change, Period
from parsers.observations.weights import Candidate
from parsers.training.align import Truth, align, alike, close, coded, percents, right, taught
from parsers.training.labels import Labelled


def fact(**parts: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("obs_value", "unit_measure", "change_pct", "share_pct", "product", "period_start", "period_end"))
    return {
        "ref_area": "BY",
        "counterpart_area": "RU",
        "trade_flow": "turnover",
        "status": "actual",
        "sentence": "",
        **empty,
        **parts,
    }


def aligned(text: str, *facts: dict[str, Any], unscored: tuple[dict[str, Any], ...] = ()) -> Truth:
    return align(Labelled(document(text), facts, unscored, "press"), reading(text))


def stated(truth: Truth, facts: tuple[dict[str, Any], ...]) -> dict[int, list[int]]:
    """Figure -> numbers of its facts."""
    return {index: [n for one in found for n, other in enumerate(facts) if one is other] for index, found in truth.facts.items()}


def test_a_value_is_aligned_with_its_figure() -> None:
    facts = fact(obs_value=5e6, unit_measure="USD"), fact(obs_value=-3e6, unit_measure="EUR", trade_flow="balance")
    truth = aligned("Trade came to $5 million, the deficit to 3 million euros, the fine to $9 million.", *facts)
    assert stated(truth, facts) == {0: [0], 1: [1]} and not truth.open


def test_another_currency_is_another_figure() -> None:
    wanted = fact(obs_value=5e6, unit_measure="EUR")
    assert stated(aligned("Trade came to $5 million.", wanted), (wanted,)) == {}


def test_of_two_equal_figures_the_one_in_the_labelled_sentence_states_it_and_the_other_teaches_nothing() -> None:
    wanted = fact(obs_value=5e6, unit_measure="USD", sentence="Trade came to $5 million.")
    truth = aligned("He paid $5 million. Trade came to $5 million.", wanted)
    assert stated(truth, (wanted,)) == {1: [0]} and truth.open == {0}


@pytest.mark.parametrize("said", ["Trade came to $5 million, it said.", "Trade came to $5  million, it said."])
def test_a_labelled_sentence_is_found_across_the_ends_of_printed_lines(said: str) -> None:
    wanted = fact(obs_value=5e6, unit_measure="USD", sentence=said)
    truth = aligned("He paid $5 million. Trade came to\n  $5 million, it\nsaid.", wanted)
    assert stated(truth, (wanted,)) == {1: [0]} and truth.open == {0}


def test_a_sentence_of_other_words_is_not_found() -> None:
    wanted = fact(obs_value=5e6, unit_measure="USD", sentence="Trade came to $5 million, he said.")
    assert set(aligned("He paid $5 million. Trade came to\n$5 million, it said.", wanted).facts) == {0, 1}


def test_without_a_sentence_every_equal_figure_states_it() -> None:
    wanted = fact(obs_value=5e6, unit_measure="USD")
    assert set(aligned("Trade came to $5 million. Yes, $5 million.", wanted).facts) == {0, 1}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The surplus was $6.83 million and the trade surplus $6.82 million.", {1}),
        ("The trade surplus was $6.82 million, not $6.8 million.", {0, 1}),
        ("The trade surplus was about $6.83 million.", {0}),
    ],
)
def test_beside_the_value_itself_only_roundings_of_it_state_the_fact(text: str, figures: set[int]) -> None:
    assert set(aligned(text, fact(trade_flow="balance", obs_value=6.82e6)).facts) == figures


def test_a_rate_belongs_to_the_value_of_its_fact() -> None:
    wanted = fact(obs_value=5e6, unit_measure="USD", change_pct=-12.0)
    truth = aligned("Trade came to $5 million, down 12%.", wanted)
    assert truth.rates == {1: {("change", 0)}} and set(truth.facts) == {0, 1}


def test_a_rate_in_the_next_sentence_may_stand_alone_too() -> None:
    wanted = fact(obs_value=5e6, unit_measure="USD", change_pct=12.0)
    assert aligned("Trade came to $5 million. It rose 12%.", wanted).rates == {1: {("change", 0), ("change", -1)}}


def test_a_rate_without_a_value_stands_alone_and_a_share_is_a_share() -> None:
    facts = fact(change_pct=200.0), fact(share_pct=70.0)
    assert aligned("Trade tripled, tea making up 70%.", *facts).rates == {0: {("change", -1)}, 1: {("share", -1)}}


def test_figures_of_sentences_that_a_label_leaves_unscored_are_doubtful() -> None:
    text = "Trade came to $5 million. Jobs cost $7 million."
    truth = aligned(text, fact(obs_value=5e6, unit_measure="USD"), unscored=({"evidence": "Jobs cost $7 million."},))
    assert truth.doubtful == {1} and not truth.open


@pytest.mark.parametrize(
    ("got", "wanted", "upper", "same"),
    [
        (Decimal(1000), 1000.0, None, True),
        (Decimal(1005), 1000.0, None, True),
        (Decimal(1006), 1000.0, None, False),
        (Decimal(1500), 1000.0, 2000.0, True),
        (Decimal(-1500), -1000.0, -2000.0, True),
        (Decimal(0), 0.0, None, True),
        (None, 1.0, None, False),
        (Decimal(1), None, None, False),
    ],
)
def test_numbers_are_close_within_half_a_per_cent(
    got: Decimal | None, wanted: float | None, upper: float | None, same: bool
) -> None:
    assert close(got, wanted, upper) is same


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        (Change("percent", Decimal(23)), 23),
        (Change("percent", Decimal(23)), -23),
        (Change("percent", Decimal("132.8")), Decimal("32.8")),
        (Change("times", Decimal("1.5")), 50),
        (Change("times", Decimal(2)), -50),
        (Change("verb", Decimal(3), direction=1), 200),
        (Change("times", Decimal("0.5")), 50),
    ],
)
def test_a_printed_rate_may_mean(change: Change, meant: Decimal) -> None:
    assert meant in percents(change)


def test_a_multiple_of_nothing_is_no_error() -> None:
    assert percents(Change("times", Decimal(0))) == [-100, 0, 0]


@pytest.mark.parametrize(
    ("code", "is_coded"),
    [
        ("BY", True),
        ("RU-KLU", True),
        ("WLD", True),
        ("EAEU", True),
        ("BY+RU", True),
        ("RU-KLU+RU-BRY", True),
        (None, False),
        ("G-cis-others", False),
        ("BY+Somewhere", False),
    ],
)
def test_areas_with_codes_are_compared(code: str | None, is_coded: bool) -> None:
    assert coded(code) is is_coded


YEAR = {"period_start": "2017-01-01", "period_end": "2017-12-31"}
ALL_2017 = Period(date(2017, 1, 1), date(2017, 12, 31))
JUDGED: list[tuple[str, object, dict[str, Any], str, bool]] = [
    ("fact", ("turnover", 0), {}, "", True),
    ("fact", ("exports", 0), {}, "", False),
    ("fact", ("imports", 0), {"trade_flow": "exports"}, "", True),
    ("fact", ("balance", -1), {"trade_flow": "balance", "obs_value": -5.0}, "", True),
    ("fact", ("balance", 1), {"trade_flow": "balance", "obs_value": -5.0}, "", False),
    ("fact", ("balance", 0), {"trade_flow": "balance", "obs_value": -5.0}, "", True),
    ("period", ALL_2017, YEAR, "", True),
    ("period", Period(), YEAR, "", False),
    ("period", Period(), {}, "", True),
    ("period", ALL_2017, {}, "", False),
    ("areas", ("BY", "RU"), {}, "turnover", True),
    ("areas", ("RU", "BY"), {}, "turnover", True),
    ("areas", ("BY", "KZ"), {}, "turnover", False),
    ("areas", ("RU", "BY"), {"trade_flow": "exports"}, "exports", False),
    ("areas", ("RU", "BY"), {"trade_flow": "exports"}, "imports", True),
    ("areas", ("BY", "KZ"), {"counterpart_area": None}, "turnover", True),
    ("areas", ("BY", "RU+KZ"), {"counterpart_area": "KZ+RU"}, "turnover", True),
    ("product", "tea", {"product": "black tea"}, "", True),
    ("product", None, {}, "", True),
    ("product", "tea", {}, "", False),
    ("status", "actual", {}, "", True),
    ("status", "forecast", {}, "", False),
]


@pytest.mark.parametrize(("slot", "value", "parts", "flow", "good"), JUDGED)
def test_a_candidate_is_right(slot: str, value: object, parts: dict[str, Any], flow: str, good: bool) -> None:
    read = reading("Trade came to $5 million.")
    assert right(slot, Candidate(value, []), [fact(**parts)], read.page.figures[0], flow) is good


def test_a_candidate_is_right_if_any_fact_of_its_figure_says_so() -> None:
    read = reading("Trade came to $5 million.")
    facts = [fact(trade_flow="balance"), fact()]
    assert right("fact", Candidate(("turnover", 0), []), facts, read.page.figures[0], "")


def test_a_rate_told_again_in_round_numbers_teaches_nothing() -> None:
    wanted = fact(change_pct=116.4, sentence="Trade grew 116.4%.")
    truth = aligned("Trade more than doubled. Trade grew 116%. Trade grew 116.4%. Prices grew 12%.", wanted)
    assert set(truth.rates) == {2} and truth.open == {0, 1}


@pytest.mark.parametrize(
    ("rough", "opened"),
    [
        ("over 60%", True),
        ("nearly 70%", True),
        ("about two thirds", True),
        ("over 70%", False),
        ("nearly 60%", False),
        ("60%", False),
        ("more than 1.6 times", True),
        ("almost half", False),
    ],
)
def test_a_rough_rate_with_its_hedge_teaches_nothing_on_that_side_of_the_exact_one(rough: str, opened: bool) -> None:
    wanted = fact(change_pct=64.2, sentence="Trade grew 64.2%.")
    assert (0 in aligned(f"Trade grew by {rough}. Trade grew 64.2%.", wanted).open) is opened


def test_a_second_rate_may_be_read_as_that_of_its_value() -> None:
    said = "Trade came to $5 million, up 12% on the year and 3% on the month."
    facts = fact(obs_value=5e6, unit_measure="USD", change_pct=12, sentence=said), fact(change_pct=3, sentence=said)
    assert aligned(said, *facts).rates == {1: {("change", 0)}, 2: {("change", 0), ("change", -1)}}


def test_products_are_learnt_in_the_labels_words_where_a_candidate_has_them() -> None:
    figure = reading("Trade came to $5 million.").page.figures[0]
    found = [Candidate(None, []), Candidate("growers", []), Candidate("Black  Tea", [])]
    assert taught("product", found, [fact(product="tea")], figure, "") == [False, False, True]
    assert taught("product", found, [fact(product="wool")], figure, "") == [False, True, True]
    assert taught("product", found, [fact()], figure, "") == [True, False, False]


@pytest.mark.parametrize(
    ("ours", "wanted", "same"),
    [
        ("tea", "Green tea", True),
        ("RMG", "readymade garments", True),
        ("ready-made garment", "RMG", True),
        ("IT", "information technology", True),
        ("RMG", "rough gems", False),
        ("RMG", "garments", False),
        ("ICT", "iron, coal, tin and tea", False),
        ("tea", "coffee", False),
    ],
)
def test_a_product_is_alike_in_other_words_or_shortened(ours: str, wanted: str, same: bool) -> None:
    assert alike(ours, wanted) is same
