"""A bound from above is said as the text says it: almost, less than, up to."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dashboard import format
from dashboard.evidence import panel
from dashboard.selection import Controls, Table, hedging, load, points
from dashboard.views import views
from dashboard.wording import sentence_of
from tests.small_table import table, year

ASKED = Controls("BY", ("RU-BRY",))


def said(sentence: str, amount: str, role: str = "value", **more: Any) -> dict[str, Any]:
    """A row whose paragraph is the sentence behind another one."""
    paragraph = f"They met. {sentence}"
    start = 100 + paragraph.index(amount)
    mark = {"role": role, "start": start, "end": start + len(amount)}
    return {
        **year(2017, 85e6, bound="below"),
        "paragraph": paragraph,
        "paragraph_start": 100,
        "mentions": json.dumps([mark]),
        **more,
    }


SENTENCES = [
    ("Trade set a record of almost $85 million.", "almost"),
    ("Trade approached the $85 million mark.", "almost"),
    ("Trade almost reached $85 million.", "almost"),
    ("Trade came to a little less than $85 million.", "almost"),
    ("Trade was close to the level of $85 million.", "almost"),
    ("Trade fell below $85 million.", "less than"),
    ("Trade made less than $85 million.", "less than"),
    ("Trade can be taken up to $85 million.", "up to"),
    ("Trade was no more than $85 million.", "up to"),
    ("Trade made $85 million or less.", "up to"),
    ("Trade made $85 million.", None),
    ("Almost nothing else was said; trade made some of the $85 million.", None),
]


@pytest.mark.parametrize(("sentence", "sense"), SENTENCES, ids=[case[0] for case in SENTENCES])
def test_the_sense_of_a_bound_is_told_by_the_words_beside_the_amount(sentence: str, sense: str | None) -> None:
    row = said(sentence, "$85 million")
    assert hedging.told(row) == sense
    assert hedging.told({**row, "bound": "exact"}) is None and hedging.told({**row, "mentions": None}) is None
    assert sentence_of(table(row).iloc[0]).endswith(f"{sense or 'up to'} $85 million")


def test_a_rate_has_its_own_words() -> None:
    row = said("Trade grew by almost 20%.", "20%", "change", change_pct=20.0, change_bound="below", bound="exact")
    assert hedging.told(row, "change_hedge") == "almost" and hedging.told(row) is None
    assert sentence_of(table(row).iloc[0]).endswith("up almost 20%")
    [point] = points(load(table(row)), ASKED)
    assert format.changed(point) == "up almost 20%"
    assert (
        format.moved(-20, "below") == "down by up to 20%" and format.moved(-20, "below", "less than") == "down by less than 20%"
    )


@pytest.fixture(scope="module")
def opened() -> Table:
    return load(
        table(said(*(SENTENCES[0][0], "$85 million")), said("Trade made $85 million.", "$85 million", counterpart_area="RU-KLU"))
    )


@pytest.mark.parametrize("view", ["time", "map", "compare"])
def test_every_view_says_it_so(opened: Table, view: str) -> None:
    shown = views()[view].show(opened, ASKED)
    said_there = str((shown.title, shown.figure, shown.panel, shown.texts))
    assert "almost $85 million" in said_there
    assert ("up to $85 million" in said_there) == (view == "map"), "where the text is silent it stays the bound that it is"


def test_the_evidence_says_it_so(opened: Table) -> None:
    assert "almost $85 million" in str(panel(opened, ASKED, "row0"))
    assert "up to $85 million" in str(panel(opened, ASKED, "row1"))


def test_of_a_large_table_the_words_come_with_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hedging, "MOST", 0)
    large = load(table(said(*(SENTENCES[0][0], "$85 million"))))
    assert format.printed(points(large, ASKED)[0]) == "up to $85 million"
    assert "almost $85 million" in str(panel(large, ASKED, "row0"))
