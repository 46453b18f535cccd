"""Selections: what is shown, told by a naive walk over the rows; cells and preference as the table's own rule has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.selection import FLOWS, STATUSES, Controls, count, everything, left_out, load, points, select, spans
from dashboard.selection.catalogue import counted, default_controls, reporters, year_ends
from dashboard.selection.claims import claims_of
from dashboard.selection.facts import Facts
from dashboard.selection.rows import of_period, other_kinds
from dashboard.views import views
from parsers.tables.cells import claims
from parsers.tables.schema import NAMES
from tests.browsing import observations
from tests.small_table import table, year

MIRROR = {"exports": "imports", "imports": "exports", "turnover": "turnover", "balance": "balance"}
AREAS = ("BY", "RU-BRY", "RU-KLU", "WLD", "RU-BRY+RU-KLU", "RU-KLU+RU-BRY")


def rows() -> st.SearchStrategy[list[dict]]:
    """Tables of up to 25 rows in which anything may meet anything."""
    days = st.sampled_from([("2016-01-01", "2016-12-31"), ("2017-01-01", "2017-12-31"), ("2017-01-01", "2017-09-30"),
                            (None, None),
                            ("2016-07-01", "2017-06-30"), ("2017-05-01", None)])  # fmt: skip
    row = st.fixed_dictionaries(
        {
            "ref_area": st.sampled_from([*AREAS, None]),
            "counterpart_area": st.sampled_from([*AREAS, None]),
            "trade_flow": st.sampled_from(FLOWS),
            "kind": st.sampled_from(["unstated", "goods", "services"]),
            "product": st.sampled_from([None, None, "milk", "Milk "]),
            "adjustment": st.sampled_from([None, None, None, "real terms"]),
            "days": days,
            "per": st.sampled_from([None, None, None, "P1M"]),
            "obs_value": st.sampled_from([None, 1e6, 2e6, -3e6]),
            "obs_value_max": st.sampled_from([None, None, 4e6]),
            "unit_measure": st.sampled_from(["USD", "USD", "EUR"]),
            "bound": st.sampled_from(["exact", "about", "above"]),
            "change_pct": st.sampled_from([None, 5.0]),
            "status": st.sampled_from(STATUSES),
            "derived": st.booleans(),
            "published": st.sampled_from([None, "2018-02-01", "2019-02-01"]),
            "publisher": st.sampled_from(["A", "B", None]),
            "url": st.sampled_from(["https://example.org/1", "https://example.org/2", None]),
            "confidence": st.sampled_from([0.5, 0.9]),
        }
    ).map(
        lambda row: {
            **{k: v for k, v in row.items() if k != "days"},
            "period_start": row["days"][0],
            "period_end": row["days"][1],
        }
    )
    return st.lists(row, min_size=1, max_size=25)


def choices() -> st.SearchStrategy[Controls]:
    return st.builds(
        Controls,
        reporter=st.sampled_from(["BY", "RU-BRY"]),
        partners=st.lists(st.sampled_from(["BY", "RU-BRY", "RU-KLU", "WLD", "RU-BRY+RU-KLU", "nowhere"]), unique=True).map(tuple),
        flow=st.sampled_from(FLOWS),
        span=st.sampled_from(["calendar", "everything", "01-09", "fiscal-07"]),
        years=st.sampled_from([(None, None), (2017, None), (None, 2016), (2017, 2017)]),
        status=st.sampled_from([STATUSES, ("actual",)]),
        hedged=st.booleans(),
        confidence=st.sampled_from([0.0, 0.9]),
        derived=st.booleans(),
        product=st.sampled_from(["", "milk"]),
        kind=st.sampled_from(["", "", "goods"]),
        publishers=st.sampled_from([(), ("A",)]),
        known=st.sampled_from([None, date(2018, 6, 1)]),
    )


def naive(frame: pd.DataFrame, controls: Controls) -> list[tuple[str, float]]:
    """Row by row, in plain words: the ids on show and the value the reporter sees."""
    found = []
    for partner in controls.chosen:
        for row in frame.to_dict("records"):
            sides = [
                "+".join(sorted(area.split("+"))) if isinstance(area, str) else None
                for area in (row["ref_area"], row["counterpart_area"])
            ]
            straight = sides == [controls.reporter, partner] and row["trade_flow"] == controls.flow
            turned = (
                sides == [partner, controls.reporter] and row["trade_flow"] == MIRROR[controls.flow] and "WLD" not in sides[1:]
            )
            turned = turned and partner != controls.reporter and not straight
            if (straight or turned) and shown(row, controls):
                value = row["obs_value"]
                if turned and controls.flow == "balance":
                    value = -(row["obs_value_max"] if pd.notna(row["obs_value_max"]) else value)
                found.append((row["observation_id"], value))
    return sorted(found)


def shown(row: dict, controls: Controls) -> bool:
    start, end, said = (None if pd.isna(row[name]) else row[name].date() for name in ("period_start", "period_end", "published"))
    span = spans.key(start, end)
    product = row["product"].strip().lower() if isinstance(row["product"], str) else ""
    first, last = controls.years
    hedged = row["bound"] != "exact" or pd.notna(row["obs_value_max"])
    return bool(
        pd.notna(row["obs_value"])
        and row["unit_measure"] == controls.currency
        and product == controls.product
        and controls.kind in ("", row["kind"])
        and pd.isna(row["adjustment"])
        and pd.isna(row["per"])
        and span != "undated"
        and not (span == "since" and said is None)
        and controls.span in (spans.EVERYTHING, span)
        and (first is None or end is None or end.year >= first)
        and (last is None or start.year <= last)
        and row["status"] in controls.status
        and (controls.hedged or not hedged)
        and row["confidence"] >= controls.confidence
        and (controls.derived or not row["derived"])
        and (not controls.publishers or row["publisher"] in controls.publishers)
        and (controls.known is None or (said is not None and said <= controls.known))
    )


@settings(max_examples=25, deadline=None)
@given(data=rows(), controls=choices())
def test_what_is_shown_is_what_a_naive_walk_finds(data: list[dict], controls: Controls) -> None:
    frame = table(*data)
    opened = load(frame)
    found = select(opened, controls)
    assert sorted(zip(found["observation_id"], found["shown_value"], strict=True)) == pytest.approx(naive(frame, controls))
    assert count(opened, controls) == len(found)
    assert list(found.columns)[: len(NAMES)] == list(NAMES)
    drawn = points(opened, controls)
    assert {point.observation_id for point in drawn} <= set(found["observation_id"])
    assert len({(p.partner, p.start, p.end, p.status) for p in drawn}) == len(drawn)


@settings(max_examples=25, deadline=None)
@given(data=rows(), controls=choices())
def test_whatever_is_not_shown_is_counted(data: list[dict], controls: Controls) -> None:
    opened = load(table(*data))
    whole = replace(controls, span=spans.EVERYTHING, years=(None, None), status=STATUSES, hedged=True, confidence=0, derived=True,
                    publishers=(), known=None)  # fmt: skip
    everything_of_them = count(opened, controls) + sum(left_out(opened, controls).values())
    assert everything_of_them == count(opened, whole) + sum(left_out(opened, whole).values())


@settings(max_examples=25, deadline=None)
@given(data=rows())
def test_cells_and_preference_are_the_tables_own(data: list[dict]) -> None:
    frame = table(*data)
    judged = claims(frame).assign(observation_id=frame["observation_id"], status=frame["status"])
    best = judged[judged["preferred"] & (judged["status"] == "actual")].set_index("observation_id")["cell"]
    opened = load(frame)
    for reporter in ("BY", "RU-BRY"):
        partners = tuple(choice.code for choice in counted(opened, "partner", reporter))
        for flow in FLOWS:
            asked = Controls(reporter, partners, flow, span=spans.EVERYTHING, derived=True, status=("actual",))
            for point in points(opened, asked):
                if point.end and point.span != "since":
                    assert point.observation_id in best.index


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


@settings(max_examples=25, deadline=None)
@given(rows(), st.booleans())
def test_facts_are_the_same_from_a_file_and_from_memory(chosen: list[dict], empty: bool) -> None:
    """Whether Arrow reads the file or DuckDB gives its rows: the same figures, and the same ones belong together."""
    with TemporaryDirectory() as folder:
        path, frame = Path(folder) / "t.parquet", table(*chosen)
        stored = frame.assign(url=frame["url"].fillna("")) if empty else frame
        stored.astype({"publisher": "category"}).to_parquet(path, index=False, row_group_size=7)
        one, two = load(frame), load(path)
    assert one.summary == two.summary
    assert together(one.facts) == together(two.facts)


def together(facts: Facts) -> list[list]:
    """Every column: texts by their numbers, numbers as they are, cells and voices by the first row that has the same."""
    found = []
    for name, column in sorted(facts.columns.items()):
        known = facts.texts.get("area" if name in ("ref", "other") else name)
        values = column.tolist()
        if known is not None:
            values = [known[code] if code >= 0 else None for code in values]
        elif name in ("cell", "voice"):
            values = [values.index(value) for value in values]
        found.append([name, *("none" if value != value else value for value in values)])
    return found
