"""What does not fit is said beside the sentence, on the point and under the picture; in a large table beside the sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard import misfits, sentences
from dashboard.evidence import panel, unfitting_of
from dashboard.selection import Controls, Table, fitting, load, points
from dashboard.views import table as grid
from dashboard.views import views
from tests.small_table import table, year

ASKED = Controls("BY", ("RU-BRY",))


def told() -> pd.DataFrame:
    """A turnover that is not the sum of its directions, and a region that trades more than its country."""
    return table(
        year(2017, 50e6),
        year(2017, 60e6, trade_flow="exports"),
        year(2017, 40e6, trade_flow="imports"),
        year(2016, 90e6),
        year(2016, 80e6, counterpart_area="RU"),
    )


@pytest.fixture(scope="module")
def opened() -> Table:
    return load(told())


def test_an_identity_is_named_on_all_three_rows(opened: Table) -> None:
    for name in ("row0", "row1", "row2"):
        [finding] = [one for one in fitting.misfits(opened)[name] if one.check == "identity of trade"]
        assert set(finding.rows) == {"row0", "row1", "row2"}
        said = misfits.words(finding, "USD")
        assert said == "Exports and imports are not turnover: $100 million expected, $50 million told"


def test_a_part_larger_than_its_whole_is_named_with_its_whole(opened: Table) -> None:
    [finding] = [one for one in fitting.misfits(opened)["row3"] if one.rows[:1] == ("row3",)]
    assert misfits.words(finding, "USD") == "A part is more than the trade of the wider area: $90 million against $80 million"


def test_the_evidence_leads_to_the_other_sentences(opened: Table) -> None:
    said = str(panel(opened, ASKED, "row0"))
    assert "Does not fit" in said
    assert "'data-evidence': 'row1'" in said
    assert "'data-evidence': 'row2'" in said


def test_points_have_a_badge_and_the_picture_a_note(opened: Table) -> None:
    assert set(misfits.flagged(opened, points(opened, ASKED))) == {"row0", "row3"}
    shown = views()["time"].show(opened, ASKED)
    [badge] = [trace for trace in shown.figure["data"] if trace.get("name") == "does not fit"]
    assert badge["customdata"] == ["row3", "row0"]
    assert "2 figures do not fit with others" in str(shown.notes)
    assert shown.texts.heads[-1] == "Does not fit"


@pytest.mark.parametrize("view", ["compare", "map", "growth"])
def test_other_views_mark_what_does_not_fit_with_words_for_those_who_hear(opened: Table, view: str) -> None:
    shown = views()[view].show(opened, replace(ASKED, view=view, outline="RU", at="2017"))
    assert shown.texts.heads[-1] == "Does not fit"
    assert "Exports and imports are not turnover" in str(shown.texts.rows)
    assert "not fit with others" in str(shown.notes)
    if view == "growth":
        [ring] = [trace for trace in shown.figure["data"] if trace.get("name") == "does not fit"]
        assert ring["customdata"] == ["row0"]
    else:
        assert "'className': 'badge'" in str(shown.panel) or "className='badge'" in str(shown.panel)
        assert ". Does not fit: Exports and imports are not turnover" in str(shown.panel)


def test_rows_of_the_grid_say_what_does_not_fit(opened: Table) -> None:
    asked = replace(ASKED, view="table", rows="all")
    rows = {row["observation_id"]: row for row in grid.answer(opened, asked, {})["rowData"]}
    assert "Exports and imports are not turnover" in rows["row1"]["misfit"]
    assert rows["row4"]["obs_value"] == 80e6
    fields = [column["field"] for column in views()["table"].show(opened, asked).panel.children.columnDefs]
    assert fields.index("misfit") == fields.index("obs_value") + 1
    narrowed = views()["table"].show(opened, replace(asked, columns=("ref_area", "sentence"))).panel.children.columnDefs
    assert [column["field"] for column in narrowed if not column.get("hide")] == ["ref_area", "sentence", "misfit"]


def test_a_table_that_fits_has_no_badges() -> None:
    fits = load(table(year(2016, 90e6), year(2017, 95e6)))
    shown = views()["time"].show(fits, ASKED)
    assert "does not fit" not in [trace.get("name") for trace in shown.figure["data"]]
    assert shown.texts.heads[-1] == "Said on"
    assert "Does not fit" not in str(panel(fits, ASKED, "row0"))
    assert grid.answer(fits, replace(ASKED, rows="all"), {})["rowData"][0]["misfit"] is None
    for view in ("compare", "map", "growth"):
        shown = views()[view].show(fits, replace(ASKED, view=view))
        assert "oes not fit" not in str((shown.texts, shown.panel, shown.notes))
    shown = views()["table"].show(fits, replace(ASKED, view="table"))
    assert "misfit" not in [column["field"] for column in shown.panel.children.columnDefs]


def test_of_a_large_table_the_neighbourhood_of_a_row_is_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fitting, "WHOLE", 2)
    path = tmp_path / "large.parquet"
    told().to_parquet(path, index=False)
    large = load(path)
    assert fitting.misfits(large) == {}
    assert "identity of trade" in {one.check for one in fitting.of_row(large, "row0", 0)}
    assert fitting.of_row(large, "row4", 4) == ()
    assert "Does not fit" not in str(panel(large, ASKED, "row0"))
    assert "'data-evidence': 'row1'" in str(unfitting_of(large, "row0"))
    assert unfitting_of(large, "row4") == unfitting_of(large, "no such row") == []


def test_computed_figures_that_a_table_lacks_are_told_of_with_the_command() -> None:
    assert "tradeprose build --derived" in str(sentences.uncomputed(load(told()), replace(ASKED, derived=True)))
    assert sentences.uncomputed(load(told()), ASKED) == []
