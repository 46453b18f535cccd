"""How a period stands to the facts of the pass before: common among those of other sentences, alike or not."""

from __future__ import annotations

from datetime import date

import pytest
from laid_out import figure, reading, told

from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.reading import Reading
from parsers.observations.slots.period import candidates
from parsers.observations.slots.period_usual import beside
from parsers.observations.weights import Candidate

MAY = Period(date(2021, 5, 1), date(2021, 5, 31))
YEAR = Period(date(2021, 1, 1), date(2021, 12, 31))
TEXT = "Tin made $6 million in 2021. Zinc made $7 million in May 2021, and lead $8 million. Coal made [$5 million]."


def looked_back(text: str, **periods: Period) -> tuple[Reading, list[Candidate]]:
    """The candidates of the marked figure; the figures named by their text were taken for exports of these periods."""
    read, one = told(text, "2022-03-10")
    decisions = {f.index: Decision(False) for f in read.page.figures}
    decisions[one.index] = Decision(True, "exports")
    for name, period in periods.items():
        decisions[figure(read, f"${name[1:]} million").index] = Decision(True, "exports", period=period)
    read.look_back(decisions)
    return read, candidates(read, one)


def cues(found: list[Candidate], period: Period) -> set[str]:
    return {cue for one in found if one.value == period for cue in one.cues if cue.startswith("usual=")}


def test_the_commonest_period_of_the_other_sentences_is_known() -> None:
    _, found = looked_back(TEXT, _6=YEAR, _7=MAY, _8=MAY)
    assert {"usual=top.2-4", "usual=top.carried.amount"} <= cues(found, MAY)
    assert "usual=some.2-4" in cues(found, YEAR)
    assert cues(found, Period()) == set()


def test_facts_of_the_same_sentence_do_not_make_a_period_common() -> None:
    text = "Tin made $6 million in 2021. Zinc made $7 million in May 2021, lead $8 million and coal [$5 million]."
    _, found = looked_back(text, _6=YEAR, _7=MAY, _8=MAY)
    assert "usual=none.1" in cues(found, MAY)
    assert "usual=top.1" in cues(found, YEAR)


def test_without_other_facts_nothing_is_common() -> None:
    _, found = looked_back(TEXT)
    assert cues(found, MAY) == set()


@pytest.mark.parametrize(
    ("text", "flow", "period", "expected"),
    [
        ("Tin made $6 million in May. Coal made [$5 million].", "exports", MAY, "beside.flow+pair+total+status=same.1.amount"),
        ("Tin made $6 million in May. Coal made [$5 million].", "exports", YEAR, "beside.flow+pair+total+status=other.1.amount"),
        (
            "Tin made $6 million in May. Coal made [$5 million].",
            "exports",
            Period(),
            "beside.flow+pair+total+status=unknown.1.amount",
        ),
        ("Tin made $6 million in May, coal [$5 million].", "imports", MAY, "beside.pair+total+status=same.0.amount"),
    ],
)
def test_a_period_stands_to_that_of_the_fact_before(text: str, flow: str, period: Period, expected: str) -> None:
    read, one = told(text, "2022-03-10")
    read.look_back({0: Decision(True, "exports", period=MAY), one.index: Decision(True, flow)})
    assert beside(read, one, period) == [expected]


def test_the_first_fact_stands_beside_none() -> None:
    read, one = told("Coal made [$5 million] in May.", "2022-03-10")
    read.look_back({one.index: Decision(True, "exports")})
    assert beside(read, one, MAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May it was [$5 million], in June $6 million.", {"turn=period.same"}),
        ("In June it was $6 million, in May [$5 million].", {"turn=period.same"}),
        ("It was $6 million in June, [$5 million] in July and $7 million in May.", {"turn=figure.other"}),
        ("In May and June it was [$5 million].", set()),
        ("From $6 million in June, after April, and May, it rose to [$5 million].", set()),
    ],
)
def test_as_many_periods_as_figures_may_take_turns(text: str, expected: set[str]) -> None:
    read, one = told(text, "2022-03-10")
    found = {cue for c in candidates(read, one) if c.value == MAY for cue in c.cues if cue.startswith("turn=")}
    assert {cue for cue in found if cue.count(".") == 1} == expected


@pytest.mark.parametrize(
    ("between", "expected"), [(" ", "single"), ("\n\n", "other"), (" It was so.\n\nSo it was. ", "other"), (" So.\n\n", "other")]
)
def test_a_carried_period_stands_in_the_paragraph_or_in_another(between: str, expected: str) -> None:
    read, one = told(f"Exports fell in May 2021.{between}Coal made [$5 million].", "2022-03-10")
    found = {cue for c in candidates(read, one) if c.value == MAY for cue in c.cues if cue.startswith("paragraph=")}
    assert found == {f"paragraph={expected}"}


def test_a_carried_period_of_the_own_paragraph_is_nearer_than_one_of_another() -> None:
    read, one = told("Trade fell.\n\nExports fell in May 2021. Coal made [$5 million].", "2022-03-10")
    assert "paragraph=same" in {cue for c in candidates(read, one) if c.value == MAY for cue in c.cues}


def test_two_words_behind_a_figure_tell_whether_it_has_a_period() -> None:
    read = reading("Coal made $5 million from abroad.", "2022-03-10")
    one = figure(read, "$5 million")
    assert "unknown.after2=from abroad" in {cue for found in candidates(read, one) for cue in found.cues}
