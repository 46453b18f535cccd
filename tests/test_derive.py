"""What is computed from stated rows, and what is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from observed import notation, table

from parsers.tables.build import empty, validate
from parsers.tables.derive import derive, parents

CASES = list(csv.DictReader((Path(__file__).parent / "corpus/tables/derive.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['cohort']}: {case['given']}" for case in CASES])
def test_what_follows(case: dict[str, str]) -> None:
    given = table(case["given"])
    found = derive(given)
    validate(found)
    pd.testing.assert_frame_equal(found.iloc[: len(given)], given)
    expected = sorted(case["expected"].split(";")) if case["expected"] else []
    assert sorted(notation(row) for row in found[found["derived"]].itertuples()) == expected


def test_a_computed_row_is_tied_to_its_parents() -> None:
    given = table("exports 2017 =50 confidence=0.9 published=2018-02-01; imports 2017 =20 confidence=0.8 published=2018-03-01")
    found = derive(given)
    balance = found[found["trade_flow"] == "balance"].iloc[0]
    assert parents(balance["formula"]) == tuple(given["observation_id"])
    assert balance["formula"].startswith("balance: ")
    assert balance["confidence"] == pytest.approx(0.72)
    assert balance["published"] == pd.Timestamp("2018-03-01")
    assert balance["sentence"] == given["sentence"][0] and balance["source_id"] == given["source_id"][0]
    assert balance["known"].startswith("value=derived;")


def test_an_undated_parent_leaves_the_row_undated() -> None:
    found = derive(table("exports 2017 =50 published=2018-02-01; imports 2017 =20"))
    assert found.loc[found["derived"], "published"].isna().all()


def test_across_sources_only_if_asked() -> None:
    given = table("turnover 2017-01-01/P9M =96; turnover 2017-S1 =60 publisher=Other")
    assert not derive(given)["derived"].any()
    found = derive(given, across_sources=True).iloc[-1]
    assert (found["time_period"], found["obs_value"]) == ("2017-Q3", 36.0) and pd.isna(found["publisher"])


def test_one_address_is_one_source_however_its_publisher_is_spelled() -> None:
    given = "turnover 2017-01-01/P9M =96 publisher=BelTA url=https://a.example; turnover 2017-S1 =60 publisher=belta.by url=https://a.example"
    assert derive(table(given))["derived"].sum() == 1


def test_of_two_claims_of_one_source_the_preferred_one_counts() -> None:
    found = derive(table("turnover 2017-01-01/P9M =96; turnover 2017-S1 ~61; turnover 2017-S1 =60"))
    assert found.loc[found["derived"], "obs_value"].tolist() == [36.0]


def test_areas_stay_on_the_side_of_the_text() -> None:
    found = derive(
        table("imports 2017 =20 ref_area=RU-KRS counterpart_area=BY; exports 2017 =50 ref_area=RU-KRS counterpart_area=BY")
    )
    balance = found[found["trade_flow"] == "balance"].iloc[0]
    assert (balance["ref_area"], balance["counterpart_area"], balance["obs_value"]) == ("RU-KRS", "BY", 30.0)


def test_deriving_again_changes_nothing() -> None:
    once = derive(table("turnover 2017 =130 %=10; turnover 2017-S1 =60; exports 2017 =50; imports 2017 =20"))
    pd.testing.assert_frame_equal(derive(once), once)
    assert once["observation_id"].is_unique


def test_nothing_follows_from_nothing() -> None:
    assert len(derive(empty())) == 0
