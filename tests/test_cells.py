"""Cells, preferred claims and spreads."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from observed import table

from parsers.tables.build import empty
from parsers.tables.cells import cell, claims
from parsers.tables.derive import derive

CASES = list(csv.DictReader((Path(__file__).parent / "corpus/tables/claims.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[case["cohort"] for case in CASES])
def test_one_claim_is_preferred(case: dict[str, str]) -> None:
    told = claims(table(case["given"]))
    assert told["cell"].nunique() == 1
    assert told.index[told["preferred"]].tolist() == [int(case["preferred"])]
    assert told["claims"].eq(len(told)).all()
    if case["spread"]:
        assert told["spread_pct"].round(4).eq(float(case["spread"])).all()
    else:
        assert told["spread_pct"].isna().all()


@pytest.mark.parametrize(
    "other",
    [
        "exports 2012 =73",
        "turnover 2012-S1 =73",
        "turnover 2012 =73 unit_measure=RUB",
        "turnover 2012 =73 kind=goods",
        "turnover 2012 =73 product=food",
        "turnover 2012 =73 adjustment=provisional",
        "turnover 2012 =73 per=P1M",
        "turnover 2012 =73 counterpart_area=RU-TUL",
        "turnover 2012 %=5",
        "turnover 2012 $=5",
    ],
)
def test_what_makes_another_cell(other: str) -> None:
    assert cell(table(f"turnover 2012 =73; {other}")).nunique() == 2


def test_exports_and_imports_of_one_side_are_two_cells() -> None:
    assert cell(table("exports 2012 =73; imports 2012 =73")).nunique() == 2


def test_rates_against_other_bases_are_other_cells() -> None:
    assert cell(table("turnover 2012-05 %=5; turnover 2012-05 %=2 base=2012-04")).nunique() == 2


def test_without_period_or_area_there_is_no_cell() -> None:
    told = claims(table("turnover - =73; turnover 2012 =73").assign(counterpart_area=pd.array(["RU-KRS", None], dtype="str")))
    assert told["cell"].isna().all() and not told["preferred"].any() and told["claims"].eq(0).all()


def test_the_cell_in_words() -> None:
    assert cell(table("imports 2012-S1 =73 ref_area=RU-KRS counterpart_area=BY product=Food"))[0] == (
        "exports:BY>RU-KRS|unstated|food||2012-S1||USD|value"
    )


def test_stated_claims_come_before_computed_ones_and_alone_make_the_spread() -> None:
    told = derive(table("turnover 2012 =120 %=20; turnover 2011 =99 publisher=Other"))
    found = claims(told)
    earlier = found[told["time_period"] == "2011"]
    assert earlier["claims"].eq(2).all()
    assert not told.loc[earlier.index[earlier["preferred"]], "derived"].any()
    assert earlier["spread_pct"].eq(0).all()


def test_claims_keep_the_index_and_the_order_of_rows_decides_nothing() -> None:
    told = table("turnover 2012 =100; turnover 2012 =90; turnover 2013 =80 published=2014-01-01; turnover 2013 =70")
    turned = told.iloc[::-1]
    assert claims(turned).index.equals(turned.index)
    pd.testing.assert_frame_equal(claims(turned).sort_index(), claims(told))


def test_no_rows_no_claims() -> None:
    assert len(claims(empty())) == 0
