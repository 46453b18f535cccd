"""Which rows are right: each states a labelled fact with all its parts, and no two the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from parsers.model import Document, Observation, Period
from parsers.training.judge import outcome, row_of, scorer
from parsers.training.labels import Labelled
from parsers.training.matching import right_rows
from parsers.training.validate import Apart, outcomes

SCORER = Path(__file__).parent.parent.parent / "shared" / "gold" / "score.py"
YEAR = Period(date(2017, 1, 1), date(2017, 12, 31))
ROW = Observation("BY", "RU-KLU", "exports", period=YEAR, obs_value=Decimal(500), unit_measure="USD", bound="exact")
FACT: dict[str, Any] = {
    "ref_area": "BY",
    "counterpart_area": "RU-KLU",
    "trade_flow": "exports",
    "product": None,
    "period_start": "2017-01-01",
    "period_end": "2017-12-31",
    "obs_value": 500.0,
    "unit_measure": "USD",
    "change_pct": None,
    "share_pct": None,
    "status": "actual",
}
TURNED = {"ref_area": "RU-KLU", "counterpart_area": "BY"}

# What a row says instead, what the fact says instead, and whether the row is right.
CASES: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("word for word", {}, {}, True),
    ("a half of a per cent off", {"obs_value": Decimal(502)}, {}, True),
    ("one per cent off", {"obs_value": Decimal(505)}, {}, False),
    ("inside the printed range", {"obs_value": Decimal(700)}, {"obs_value_max": 900.0}, True),
    ("outside it", {"obs_value": Decimal(950)}, {"obs_value_max": 900.0}, False),
    ("another currency", {"unit_measure": "EUR"}, {}, False),
    ("a currency that the text does not give", {"unit_measure": "EUR"}, {"unit_measure": None}, True),
    ("the mirror flow", {"trade_flow": "imports", **TURNED}, {}, True),
    ("the mirror flow of the same side", {"trade_flow": "imports"}, {}, False),
    ("the areas turned", TURNED, {}, False),
    ("the areas of a turnover turned", {"trade_flow": "turnover", **TURNED}, {"trade_flow": "turnover"}, True),
    ("another flow", {"trade_flow": "turnover"}, {}, False),
    ("another partner", {"counterpart_area": "RU-BRY"}, {}, False),
    ("a partner without a code", {"counterpart_area": None}, {"counterpart_area": "G-cis-others"}, True),
    ("a partner that the text does not give", {"counterpart_area": None}, {"counterpart_area": None}, True),
    ("a list of areas in another order", {"counterpart_area": "RU+KZ"}, {"counterpart_area": "KZ+RU"}, True),
    ("another period", {"period": Period(date(2016, 1, 1), date(2016, 12, 31))}, {}, False),
    ("no period", {"period": Period()}, {}, False),
    ("a period that the text does not give", {}, {"period_start": None, "period_end": None}, True),
    ("a product for the total", {"product": "tea"}, {}, False),
    ("a product by another word", {"product": "black tea"}, {"product": "tea"}, True),
    ("a forecast for a fact", {"status": "forecast"}, {}, False),
    ("a deficit", {"trade_flow": "balance", "obs_value": Decimal(-500)}, {"trade_flow": "balance", "obs_value": -500.0}, True),
    ("a surplus for it", {"trade_flow": "balance"}, {"trade_flow": "balance", "obs_value": -500.0}, False),
    (
        "the partner's surplus for it",
        {"trade_flow": "balance", **TURNED},
        {"trade_flow": "balance", "obs_value": -500.0},
        True,
    ),
    (
        "a rate alone",
        {"obs_value": None, "unit_measure": None, "change_pct": Decimal("5.2")},
        {"obs_value": None, "unit_measure": None, "change_pct": 5.2},
        True,
    ),
    (
        "a rate down for up",
        {"obs_value": None, "unit_measure": None, "change_pct": Decimal("-5.2")},
        {"obs_value": None, "unit_measure": None, "change_pct": 5.2},
        False,
    ),
    ("a rate of its own for one beside a value", {"obs_value": None, "change_pct": Decimal(5)}, {"change_pct": 5.0}, True),
]


def told(row: dict[str, Any], fact: dict[str, Any]) -> tuple[Observation, dict[str, Any]]:
    return replace(ROW, **row), {**FACT, **fact}


@pytest.mark.parametrize(("row", "fact", "good"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_row_is_right_or_not(row: dict[str, Any], fact: dict[str, Any], good: bool) -> None:
    said, wanted = told(row, fact)
    assert right_rows([said], [wanted]) == ({0} if good else set())


def test_a_fact_is_found_once() -> None:
    assert right_rows([ROW, ROW], [FACT]) == {0}
    assert right_rows([ROW, ROW], [FACT, FACT]) == {0, 1}
    assert right_rows([], [FACT]) == right_rows([ROW], []) == set()


@pytest.mark.skipif(not SCORER.is_file(), reason="the labelled sets are not beside the checkout")
@pytest.mark.parametrize(("row", "fact"), [case[1:3] for case in CASES], ids=[case[0] for case in CASES])
def test_the_scorer_of_the_labelled_sets_agrees(row: dict[str, Any], fact: dict[str, Any]) -> None:
    said, wanted = told(row, fact)
    right, _, _ = outcome(scorer(SCORER), [row_of(said, "")], {"facts": [wanted], "unscored": []})
    assert right == right_rows([said], [wanted])


SENTENCE = "Jobs cost $7 million, and trade came to $5 million."


@pytest.mark.parametrize(
    ("clause", "judged"),
    [
        (SENTENCE, False),
        ("and trade came to $5 million.", False),
        ("$5 million", True),
        (f"{SENTENCE} {SENTENCE} {SENTENCE}", True),
        ("", True),
    ],
)
def test_a_sentence_that_the_label_leaves_open_by_half_or_more_is_not_judged(clause: str, judged: bool) -> None:
    row = replace(ROW, sentence_start=0, sentence_end=len(SENTENCE))
    labelled = Labelled(Document("a", SENTENCE), (), ({"evidence": clause},), "press")
    assert len(outcomes(Apart(labelled, (row,), 0))) == judged
    if SCORER.is_file():
        said = {**row_of(row, SENTENCE), "sentence": SENTENCE}
        assert scorer(SCORER).unscored(said, {"unscored": list(labelled.unscored)}) != judged
