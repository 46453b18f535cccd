"""The key to the marks of a picture has those that are in it, and the help has all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.layout import page
from dashboard.mark_key import MARKS, RING, TITLE
from dashboard.selection import Controls, load, spans
from dashboard.views.time import show
from tests.small_table import table, year

ASKED = Controls("BY", ("RU-BRY",), span=spans.EVERYTHING, derived=True)
NINE = {"time_period": None, "obs_value": 9e6}


def nine(number: int) -> dict[str, object]:
    return {**NINE, "period_start": f"{number}-01-01", "period_end": f"{number}-09-30"}


OCCUR = {
    "arrow: more": [year(2012, 1e6, bound="above")],
    "stem with a foot": [year(2012, 1e6, bound="below")],
    "stem through": [year(2012, 1e6, bound="about")],
    "hollow point": [year(2012, 1e6, status="forecast")],
    "thin dashes": [year(2012, 1e6), year(2013, 2e6, status="forecast")],
    "diamond": [year(2012, 1e6, status="target")],
    "pale bar": [year(2012, 1e6), year(2012, 2e6, url="https://example.org/b", published="2014-01-01")],
    "thick stroke": [nine(2012)],
    "dots": [nine(2012), nine(2013)],
    "pale point": [year(2012, 1e6, derived=True, formula="a")],
    "ring: does not fit": [year(2012, 2e6), year(2012, 1e6, counterpart_area="RU")],
}


@pytest.mark.parametrize(("words", "rows"), OCCUR.items(), ids=OCCUR)
def test_a_mark_is_explained_where_it_occurs_and_nowhere_else(words: str, rows: list[dict[str, object]]) -> None:
    assert words in str(show(load(table(*rows)), ASKED).panel)
    other = "stem with a foot" if words != "stem with a foot" else "arrow: more"
    assert words not in str(show(load(table(*OCCUR[other])), ASKED).panel)


def test_points_and_lines_alone_need_no_key() -> None:
    assert TITLE not in str(show(load(table(year(2012, 1e6), year(2013, 2e6))), replace(ASKED, span="calendar")).panel)


def test_the_help_explains_every_mark() -> None:
    told = str(page(load(table(year(2012, 1e6)))))
    assert all(mark.words in told for mark in (*MARKS, RING))
