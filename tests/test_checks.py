"""What does not fit, and what does."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from observed import table

from parsers.tables.build import empty
from parsers.tables.checks import COLUMNS, check
from parsers.tables.derive import derive

CASES = list(csv.DictReader((Path(__file__).parent / "corpus/tables/checks.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['cohort']}: {case['given']}" for case in CASES])
def test_findings(case: dict[str, str]) -> None:
    found = check(table(case["given"]))
    assert sorted(found["check"].unique()) == ([case["expected"]] if case["expected"] else [])


def test_a_finding_names_both_sentences() -> None:
    given = table("turnover 2017-01-01/P9M =96; turnover 2017 =90")
    found = check(given)
    assert list(found.columns) == list(COLUMNS) and len(found) == 1
    line = found.iloc[0]
    assert [line["observation_id"], line["observation_id_2"]] == given["observation_id"].tolist()
    assert [line["sentence"], line["sentence_2"]] == given["sentence"].tolist()
    assert (line["expected"], line["found"], line["detail"]) == (90, 96, "more than a longer span")
    assert pd.isna(line["observation_id_3"])


def test_an_identity_names_all_three() -> None:
    given = table("exports 2017 =51; imports 2017 =21; turnover 2017 =85")
    line = check(given).iloc[0]
    ids = given["observation_id"].tolist()
    assert [line["observation_id"], line["observation_id_2"], line["observation_id_3"]] == [ids[2], ids[0], ids[1]]
    assert (line["expected"], line["found"]) == (72, 85)


def test_the_outlier_and_not_its_neighbours_is_named() -> None:
    given = table("turnover 2014 =510; turnover 2015 =540; turnover 2016 =566000; turnover 2017 =580; turnover 2018 =561")
    found = check(given)
    assert found["observation_id"].tolist() == [given["observation_id"][2]]
    assert found["detail"].tolist() == ["perhaps a thousand times too large"]


def test_computed_rows_are_not_checked() -> None:
    given = derive(table("turnover 2017 =130 %=10; turnover 2016 =100 publisher=Other"))
    assert set(check(given)["observation_id"]) <= set(given.loc[~given["derived"], "observation_id"])


def test_an_empty_table_fits() -> None:
    assert list(check(empty()).columns) == list(COLUMNS)
