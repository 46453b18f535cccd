"""Selections: both sides of a row, groups, claims and voices, the table as it was known, periods, how the page opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.selection import Controls, everything, left_out, load, points, select, spans
from dashboard.selection.catalogue import counted, default_controls, reporters, year_ends
from dashboard.selection.claims import claims_of
from dashboard.selection.rows import of_period, other_kinds
from dashboard.views import views
from tests.browsing import observations
from tests.small_table import table, year


def test_a_row_is_seen_from_both_sides_and_balances_turn() -> None:
    opened = load(
        table(
            year(2017, 5e6, ref_area="RU-TA", counterpart_area="BY", trade_flow="imports"),
            year(2017, 2e6, ref_area="RU-TA", counterpart_area="BY", trade_flow="balance", obs_value_max=3e6),
        )
    )
    exports = points(opened, Controls("BY", ("RU-TA",), "exports"))
    assert [(p.value, p.turned) for p in exports] == [(5e6, True)]
    balance = points(opened, Controls("BY", ("RU-TA",), "balance"))
    assert [(p.value, p.value_max) for p in balance] == [(-3e6, -2e6)]
    assert [p.value for p in points(opened, Controls("RU-TA", ("BY",), "balance"))] == [2e6]


def test_a_group_belongs_to_no_single_region() -> None:
    opened = load(table(year(2017, 5e6, counterpart_area="RU-KRS+RU-BRY"), year(2017, 1e6)))
    assert [choice.code for choice in counted(opened, "partner", "BY")] == ["RU-BRY", "RU-BRY+RU-KRS"]
    assert [p.value for p in points(opened, Controls("BY", ("RU-BRY",)))] == [1e6]
    assert [p.value for p in points(opened, Controls("BY", ("RU-BRY+RU-KRS",)))] == [5e6]


def test_the_claims_of_one_article_are_one_voice() -> None:
    opened = load(
        table(
            year(2017, 100.0, url="https://example.org/a"),
            year(2017, 150.0, url="https://example.org/a", bound="about"),
            year(2017, 120.0, url="https://example.org/b", published="2017-12-01"),
        )
    )
    [point] = points(opened, Controls("BY", ("RU-BRY",)))
    assert (point.value, point.low, point.high, point.claims) == (100.0, 100.0, 120.0, 2)


def test_a_preferred_claim_is_drawn_in_every_way_of_looking() -> None:
    opened = load(
        table(
            year(2017, 100.0, url="https://example.org/a"),
            year(2017, 120.0, url="https://example.org/b", published="2017-12-01"),
            year(2017, 60.0, url="https://example.org/c", kind="goods"),
            year(2017, 90.0, url="https://example.org/d", counterpart_area="RU-KLU"),
        )
    )
    asked = Controls("BY", ("RU-BRY", "RU-KLU"))
    for prefer, drawn in (
        ((), [100.0, 90.0]),
        (("row1",), [120.0, 90.0]),
        (("row2",), [60.0, 90.0]),
        (("row1", "row0"), [120.0, 90.0]),
    ):
        chosen = replace(asked, prefer=prefer)
        assert [p.value for p in points(opened, chosen)] == drawn
        assert [(p.low, p.high) for p in points(opened, chosen)][1] == (90.0, 90.0)
        assert select(opened, chosen)["shown_value"].iloc[0] == drawn[0]
        assert sorted(p.value for p in of_period(opened, chosen, date(2017, 1, 1), date(2017, 12, 31))) == sorted(drawn)
    assert points(opened, replace(asked, prefer=("row1",)))[0].claims == 2
    assert claims_of(opened, "row0", ("row1",)).preferred == "row1"
    assert claims_of(opened, "row0", ("row3",)).preferred == claims_of(opened, "row0").usual == "row0"


def test_goods_beside_all_trade_are_counted_and_can_be_drawn() -> None:
    opened = load(
        table(year(2017, 100.0), year(2017, 60.0, kind="goods"), year(2016, 50.0, kind="goods"), year(2017, 9.0, kind="services"))
    )
    asked = Controls("BY", ("RU-BRY",))
    assert [(p.value, p.kind) for p in points(opened, asked)] == [(50.0, "goods"), (100.0, "unstated")]
    assert other_kinds(opened, asked) == {"goods": 1, "services": 1}
    goods = replace(asked, kind="goods")
    assert [p.value for p in points(opened, goods)] == [50.0, 60.0]
    assert other_kinds(opened, goods) == {}
    assert left_out(opened, goods) == {"kind": 2}
    said = str(views()["time"].show(opened, asked).notes)
    assert "1 figure of goods alone not drawn beside another of the same period" in said
    assert "kind=services" in said


def test_as_known_on_gives_the_table_of_that_day() -> None:
    opened = load(
        table(year(2017, 100.0, published="2018-02-01"), year(2017, 90.0, published="2019-02-01", url="https://example.org/b"))
    )
    asked = Controls("BY", ("RU-BRY",))
    assert [p.value for p in points(opened, asked)] == [90.0]
    assert [p.value for p in points(opened, replace(asked, known=date(2018, 12, 31)))] == [100.0]


@pytest.mark.parametrize(
    ("start", "end", "key"),
    [
        ((2017, 1, 1), (2017, 12, 31), "calendar"),
        ((2016, 7, 1), (2017, 6, 30), "fiscal-07"),
        ((2016, 2, 1), (2017, 1, 31), "fiscal-02"),
        ((2017, 3, 21), (2018, 3, 20), "iranian"),
        ((2016, 3, 20), (2017, 3, 20), "iranian"),
        ((2017, 1, 1), (2017, 9, 30), "01-09"),
        ((2017, 2, 1), (2017, 2, 28), "02-02"),
        ((2017, 1, 1), (2017, 9, 29), "days"),
        ((2016, 11, 1), (2017, 1, 31), "days"),
        ((2013, 1, 1), (2015, 12, 31), "days"),
        ((2017, 1, 1), None, "since"),
        (None, None, "undated"),
    ],
)
def test_the_series_that_a_period_belongs_to(start: tuple | None, end: tuple | None, key: str) -> None:
    assert spans.key(date(*start) if start else None, date(*end) if end else None) == key


def test_the_page_opens_on_the_largest_partners_with_a_full_story() -> None:
    opened = load(observations())
    start = default_controls(opened)
    assert start.reporter == "BY"
    assert start.partners == ("RU-BRY", "RU-KRS", "RU-PSK", "RU-TUL", "RU-KLU")
    assert (start.flow, start.currency, start.span) == ("turnover", "USD", "calendar")
    assert year_ends(opened, "BY") == (2012, 2020)
    assert "WLD" not in {choice.code for choice in reporters(opened)}


def test_a_table_without_rows_opens() -> None:
    opened = load(table(year(2017, 1.0)).iloc[:0])
    assert points(opened, default_controls(opened)) == []
    assert len(everything(opened)) == 0


def test_a_file_as_csv_and_as_parquet_is_the_same_table(tmp_path) -> None:
    frame = observations()
    frame.to_csv(tmp_path / "t.csv", index=False)
    frame.to_parquet(tmp_path / "t.parquet", index=False)
    one, two = load(tmp_path / "t.csv"), load(tmp_path / "t.parquet")
    assert points(one, default_controls(one)) == points(two, default_controls(two)) != []
    assert one.summary == two.summary
