"""What says of a figure that it is so, is coming, or is wanted."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.slots import status
from tests.laid_out import told


def _cues(text: str) -> list[str]:
    reading, figure = told(text)
    (actual,) = [candidate for candidate in status.candidates(reading, figure) if candidate.value == "actual"]
    return actual.cues


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The two agreed to raise trade to [$5 million].", "actual.infinitive=open"),
        ("Trade is to exceed [$5 million] next year.", "actual.infinitive=open.is"),
        ("The road helped to bring trade that was worth [$5 million].", "actual.infinitive=finite"),
        ("Trade reached [$5 million].", "actual.infinitive=none"),
        ("Trade came to [$5 million].", "actual.infinitive=none"),
        ("The goal is exports of [$5 million].", "actual.amount.target"),
        ("With hopes of exports worth [$5 million] the talks began.", "actual.amount.target"),
        ("The plan is to take exports from [$5 million] to $9 million.", "actual.compared.due"),
        ("The plan is to take exports from $5 million to [$9 million].", "actual.infinitive=open"),
        ("The plan is to take exports from the current $5 million to [$9 million].", "actual.way=end"),
        ("The plan is to take exports from the current [$5 million] to $9 million.", "actual.way=start"),
        ("Exports rose from [$5 million].", "actual.way=-"),
        ("They agreed to raise trade to [$5 million].", "actual.infinitive=open.raising.-"),
        ("Exports of Peru are to reach [$5 million].", "actual.infinitive=open.reaching.-"),
        ("Exports of Peru rose by a tenth to reach [$5 million].", "actual.infinitive=open.result.-"),
        ("The goal of raising exports to [$5 million] is old.", "actual.infinitive=gerund"),
        ("Raising exports to [$5 million] is hard.", "actual.infinitive=none"),
        ("They want to lift their current trade of [$5 million].", "actual.standing=stands"),
        ("They want to lift trade to [$5 million].", "actual.standing=-"),
        ("They want to cut the [$5 million] trade gap.", "actual.infinitive=open.-.known"),
        ("They hold to the [$5 million] export target.", "actual.named=aim"),
        ("They sent exports of [$5 million] to Peru, their target.", "actual.named=-"),
        ("Exports of [$5 million] a year are possible.", "actual.behind=target"),
        ("Exports of [$5 million], though more is possible.", "actual.behind=none"),
        ("They hope for more, while exports reached [$5 million].", "actual.clause=actual.-"),
        ("They hope for more while exports rest at [$5 million].", "actual.clause=none.-"),
        ("Exports of Peru to reach [$5 million]\n\nPeru sells more.", "actual.headline"),
        ("Exports of Peru to reach [$5 million]", "actual.headline"),
    ],
)
def test_cues_of_what_is_yet_to_be(text: str, cue: str) -> None:
    assert cue in _cues(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Trade could be increased to [$5 million].", "actual.told=target"),
        ("They are eager to bring trade to [$5 million].", "actual.told=target"),
        ("Trade should have reached [$5 million].", "actual.told=target"),
        ("Trade is expected to have exceeded [$5 million].", "actual.told=forecast"),
        ("Trade increased to [$5 million].", "actual.told=actual"),
        ("Peru bought coffee for [$5 million].", "actual.told=actual"),
        ("All they hoped for was a trade of [$5 million].", "actual.told=target"),
        ("The goal is near, trade is now [$5 million].", "actual.told=actual"),
        ("Peru is keen to trim its [$5 million] trade gap.", "actual.there=yes"),
        ("Peru is keen to raise trade to [$5 million].", "actual.there=no"),
        ("Peru holds to its [$5 million] export target.", "actual.there=no"),
        ("Peru would like trade of [$5 million].", "actual.told=target"),
        ("Trade is to reach [$5 million].", "actual.told=due"),
        ("The goal for trade remains [$5 million].", "actual.told=target"),
        ("The goal for exports stands at [$5 million].", "actual.told=target"),
        ("Trade in tea remains [$5 million].", "actual.told=actual"),
        ("That would compare with a surplus of [$5 million].", "actual.told=actual"),
        ("That would come with a surplus of [$5 million].", "actual.told=forecast"),
        ("They discussed an expansion of trade up to [$5 million].", "actual.told=target"),
        ("The two signed a protocol on trade of [$5 million].", "actual.told=target"),
        ("The talks have helped boost trade to [$5 million].", "actual.told=actual"),
        ("They hope for deals with Peru, which accounts for [5 percent] of trade.", "actual.told=actual"),
        ("Trade is $2 million and could rise to $5 million and to [$9 million].", "actual.told=target"),
        ("The goal was met, though trade lost [$5 million].", "actual.told=none"),
        ("They predicted that trade would hit [$5 million].", "actual.modal.over=forecast"),
        ("It should be noted that [5 percent] of exports are tea.", "actual.modal.verb=other"),
        ("Trade will reach [$5 million].", "actual.modal.verb=reaching"),
        ("Peru may take steps to narrow the trade gap of [$5 million].", "actual.held=reducing.of"),
        ("Peru is keen to trim a [$5 million] trade gap.", "actual.held=reducing.direct"),
        ("They spoke of expanding trade from the current $2 million to [$5 million].", "actual.held=gerunds.to"),
        ("They want to achieve [$5 million] in trade.", "actual.held=attaining.direct"),
        ("The rule would upset the [$5 million] trade.", "actual.definite=flow"),
        ("The rule would bring [$5 million] of trade.", "actual.definite=-"),
        ("[$5 million] of exports is forecast.", "actual.predicate=forecast"),
        ("[$5 million] of exports is within reach.", "actual.predicate=feasible"),
        ("[$5 million] of exports by 2030 is on the agenda.", "actual.feasible=yes"),
        ("They hold to the [$5 million] export target.", "actual.rear=aim"),
        ("[$5 million] of exports is within reach.", "actual.rear=feasible"),
        ("[$5 million] of exports is forecast.", "actual.rear=forecast"),
        ("There has been a [$5 million] export target.", "actual.rear=aim.told=actual"),
        ("Exports were [$5 million] last year.", "actual.rear=-"),
        ("[$5 million] of exports came from Peru, a realistic sum.", "actual.feasible=no"),
        ("It is expected for the exports of Peru to reach [$5 million].", "actual.infinitive=open.hung.forecast"),
        ("Exports of Peru to reach [$5 million]\n\nPeru sells more.", "actual.headline.infinitive=open.hung.none"),
    ],
)
def test_cues_of_the_words_that_govern_a_figure(text: str, cue: str) -> None:
    assert cue in _cues(text)


@pytest.mark.parametrize(("year", "begun"), [(2016, "yes"), (2017, "yes"), (2018, "no")])
def test_a_year_that_has_not_begun(year: int, begun: str) -> None:
    reading, figure = told("Trade of [$5 million].", published="2017-12-05")
    reading.look_back({figure.index: Decision(True, "turnover", period=Period(date(year, 1, 1), date(year, 12, 31)))})
    assert {f"actual.begun={begun}"} == {cue for cue in status.candidates(reading, figure)[0].cues if "begun=" in cue}


@pytest.mark.parametrize(
    ("text", "year", "time"),
    [
        ("In the first quarter of 2017 trade was $2 million. They speak of [$5 million].", 2016, "over"),
        ("In the first quarter of 2017 trade was $2 million. They speak of [$5 million].", 2017, "undated"),
        ("In the first quarter of 2017 trade was $2 million. They speak of [$5 million].", 2018, "coming"),
        ("Trade was $2 million in 2016. This year it will be more. They speak of [$5 million].", 2016, "over"),
        ("Trade was $2 million in 2016. This year it will be more. They speak of [$5 million].", 2018, "coming"),
        ("They speak of [$5 million].", 2018, "undated"),
    ],
)
def test_when_a_figure_of_a_text_without_a_date_is(text: str, year: int, time: str) -> None:
    reading, figure = told(text)
    reading.look_back({figure.index: Decision(True, "turnover", period=Period(date(year, 1, 1), date(year, 12, 31)))})
    assert f"actual.{time}" in status.candidates(reading, figure)[0].cues


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Peru wool exports to reach [$5 million] - ministry", True),
        ("Peru plans wool exports to reach [$5 million] - ministry", False),
        ("Peru wool exports grow to [$5 million] - ministry", False),
        ("Peru wool exports reach [$5 million] - ministry", False),
    ],
)
def test_a_headline_leaves_out_the_verb_of_what_is_due(text: str, due: bool) -> None:
    reading, figure = told(f"{text}\n\nThe ministry published it on its site yesterday.")
    (actual,) = [candidate for candidate in status.candidates(reading, figure) if candidate.value == "actual"]
    assert ("actual.due=near" in actual.cues) is due


def test_a_sentence_of_the_body_leaves_out_nothing() -> None:
    assert "actual.due=near" not in _cues("Peru wool exports to reach [$5 million].")
