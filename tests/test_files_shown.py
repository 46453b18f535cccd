"""The file of what is shown has the rows behind the view that is looked at, and the button counts them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard import exports, files, url
from dashboard.selection import Controls, Table, left_out, load
from dashboard.selection.grid import page
from dashboard.sentences import remedy
from dashboard.views import views
from tests.small_table import table, year

ASKED = Controls("BY", ("RU-BRY",))
NINE = {"time_period": "2017-01-01/P9M", "period_end": "2017-09-30"}


def rows() -> pd.DataFrame:
    """Bryansk with a claim more, a forecast, a part of a year and a mere rate; Kaluga beside it; milk, which no view draws."""
    return table(
        year(2016, 80e6),
        year(2017, 90e6),
        year(2017, 95e6, published="2019-01-01", url="https://example.org/later", confidence=0.5),
        year(2018, 99e6, status="forecast"),
        year(2015, None, unit_measure=None, bound=None, change_pct=4.0, change_bound="exact"),
        {**year(2017, 60e6), **NINE},
        year(2012, 5e6),
        year(2017, 300e6, counterpart_area="RU-KLU"),
        year(2013, 200e6, counterpart_area="RU-KLU"),
        year(2017, 3e6, product="milk"),
    )


@pytest.fixture(scope="module")
def opened() -> Table:
    return load(rows())


BEHIND = [
    ("time", "shown", {0, 1, 2, 3, 6}),
    ("compare", "shown", {0, 1, 2, 6}),
    ("map", "shown", {1, 2, 7}),
    ("growth", "shown", {0, 1, 2, 4}),
    ("coverage", "shown", {0, 1, 2, 3, 5, 6, 7, 8}),
    ("table", "shown", {0, 1, 2, 3, 6}),
    ("table", "regions", {0, 1, 2, 3, 4, 5, 6, 9}),
    ("table", "all", set(range(10))),
]


@pytest.mark.parametrize(("view", "kind", "numbers"), BEHIND, ids=["-".join(case[:2]) for case in BEHIND])
def test_the_rows_are_those_behind_the_view(opened: Table, view: str, kind: str, numbers: set[int]) -> None:
    asked = replace(ASKED, view=view, rows=kind)
    found = files.shown(opened, asked)
    assert set(found["observation_id"]) == {f"row{number}" for number in numbers}
    assert files.number(opened, asked) == len(found) == len(numbers)


@pytest.mark.parametrize(("reason", "numbers"), [("rate", {4}), ("product", {9}), ("span", {5}), ("currency", set())])
def test_what_a_picture_leaves_out_is_listed_by_its_reason(opened: Table, reason: str, numbers: set[int]) -> None:
    asked = (
        remedy(ASKED, reason) if reason not in ("span", "currency") else replace(ASKED, view="table", rows="regions", left=reason)
    )
    found, total = page(opened, asked, {})
    assert set(found["observation_id"]) == {f"row{number}" for number in numbers} and total == len(numbers)
    assert files.number(opened, asked) == len(numbers) == left_out(opened, ASKED).get(reason, 0)
    assert url.read(url.write(asked, opened), opened, tuple(views())) == (asked, [])


def test_every_reason_leads_to_what_it_counts() -> None:
    euros = year(2014, 1e6, unit_measure="EUR")
    rows = [year(2016, 2e6), euros, year(2013, 1e6, product="milk"), year(2012, 1e6, adjustment="in real terms")]
    opened = load(table(*rows, year(2011, 1e6, per="P1M")))
    told = str(views()["time"].show(opened, ASKED).notes)
    for reason in ("currency", "product", "adjusted", "average"):
        assert f"left={reason}" in told
        [row] = files.shown(opened, remedy(ASKED, reason))["observation_id"]
        assert row != "row0"
    assert "left=" not in str(views()["time"].show(load(table(rows[0])), ASKED).notes)


@pytest.mark.parametrize("view", ["map", "coverage"])
def test_what_is_drawn_has_its_amount_whichever_region_is_chosen(opened: Table, view: str) -> None:
    found = files.shown(opened, replace(ASKED, view=view)).set_index("observation_id")
    assert found.loc["row7", "shown_partner"] == "RU-KLU" and found.loc["row7", "shown_result"] == 300e6
    assert pd.isna(found.loc["row1", "shown_result"]), "a claim that is not drawn has none"


@pytest.mark.parametrize(("view", "kind", "numbers"), BEHIND, ids=["-".join(case[:2]) for case in BEHIND])
def test_files_of_other_formats_have_the_same_rows(
    opened: Table, tmp_path: Path, view: str, kind: str, numbers: set[int]
) -> None:
    exports.put(opened, replace(ASKED, view=view, rows=kind), "parquet", tmp_path / "rows.parquet")
    assert len(pd.read_parquet(tmp_path / "rows.parquet")) == len(numbers)


@pytest.mark.parametrize("view", ["time", "compare", "map", "growth", "coverage", "table"])
def test_a_view_of_nothing_has_a_file_without_rows(opened: Table, view: str) -> None:
    asked = replace(ASKED, view=view, flow="balance")
    assert files.number(opened, asked) == len(files.shown(opened, asked)) == 0
