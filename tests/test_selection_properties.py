"""Selections of any table: what a naive walk finds is shown, the rest is counted, a file is as good as memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.selection import FLOWS, STATUSES, Controls, count, left_out, load, points, select, spans
from dashboard.selection.catalogue import counted
from dashboard.selection.facts import Facts
from parsers.tables.cells import claims
from parsers.tables.schema import NAMES
from tests.small_table import table

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
