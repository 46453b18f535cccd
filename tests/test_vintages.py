"""The table of a day, and the revisions of a cell."""

from __future__ import annotations

from datetime import date

import pytest
from observed import table

from parsers.tables.cells import cell
from parsers.tables.derive import derive
from parsers.tables.vintages import Counts, as_of, revisions

TOLD = "turnover 2012 =100 published=2013-02-01; turnover 2012 =105 published=2014-02-01; turnover 2012 =99"


def test_the_table_of_a_day() -> None:
    found, counts = as_of(table(TOLD), date(2013, 12, 31))
    assert found["obs_value"].tolist() == [100.0]
    assert counts == Counts(kept=1, later=1, undated=1)


def test_the_day_itself_counts() -> None:
    assert len(as_of(table(TOLD), date(2013, 2, 1))[0]) == 1
    assert len(as_of(table(TOLD), date(2013, 1, 31))[0]) == 0


def test_a_computed_row_needs_all_its_parents() -> None:
    told = derive(table("exports 2017 =50 published=2018-02-01; imports 2017 =20 published=2018-03-01"))
    assert told["derived"].sum() == 2
    assert as_of(told, date(2018, 2, 15))[0]["trade_flow"].tolist() == ["exports"]
    assert len(as_of(told, date(2018, 3, 15))[0]) == 4


def test_revisions_in_order_of_publication() -> None:
    told = table(
        "balance 2012 =-21 ref_area=RU-KRS counterpart_area=BY published=2014-02-01; balance 2012 =20 published=2013-02-01; "
        + TOLD
    )
    found = revisions(told, cell(told)[0])
    assert found["claim_value"].tolist() == [20.0, 21.0]
    assert found["revision"].tolist()[1] == 1.0 and found["revision_pct"].tolist()[1] == pytest.approx(5)


def test_a_cell_without_claims_has_no_revisions() -> None:
    assert len(revisions(table(TOLD), "turnover:BY>RU|no such")) == 0
