"""Regions past the last colour: added up where that means something, else left as they are."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.selection import Controls, load, points
from dashboard.selection.others import OTHER, summed
from dashboard.views import time
from tests.small_table import table, year

CODES = ("RU-BRY", "RU-KLU", "RU-TUL", "RU-PSK", "RU-KRS", "RU-SMO", "RU-LEN", "RU-MOS", "RU-TVE", "RU-OMS", "RU-TOM")
REST = CODES[8:]


def frame(**changed: dict) -> pd.DataFrame:
    """Eleven regions with three years each, the figure of a region its place and its year's last digit in millions."""
    rows = []
    for place, code in enumerate(CODES):
        for number in (2015, 2016, 2017):
            told = {"counterpart_area": code, "source_id": f"{code}-{number}", **changed.get(f"{code}-{number}", {})}
            rows.append(year(number, (place + 1) * 1e6 + (number - 2010) * 1e5, **told))
    return table(*rows)


def found(shown: pd.DataFrame, codes: tuple[str, ...] = CODES) -> tuple:
    opened = load(shown)
    controls = Controls("BY", partners=codes)
    return opened, controls, points(opened, controls)


def test_the_rest_is_added_up_year_by_year() -> None:
    _, _, drawn = found(frame())
    total = summed(drawn, REST)
    assert [(point.partner, point.start.year, point.value) for point in total] == [
        (OTHER, number, pytest.approx((9 + 10 + 11) * 1e6 + 3 * (number - 2010) * 1e5)) for number in (2015, 2016, 2017)
    ]
    assert {(point.bound, point.derived, point.observation_id) for point in total} == {("exact", True, "")}


def test_a_year_that_one_lacks_is_not_added_up() -> None:
    shown = frame()
    missing = shown[~((shown["counterpart_area"] == "RU-OMS") & (shown["time_period"] == "2016"))]
    _, _, drawn = found(missing)
    assert [point.start.year for point in summed(drawn, REST)] == [2015, 2017]


def test_hedges_travel_into_the_sum() -> None:
    shown = frame(**{"RU-TVE-2015": {"bound": "above"}, "RU-OMS-2016": {"bound": "above"}, "RU-TOM-2016": {"bound": "below"}})
    _, _, drawn = found(shown)
    assert [point.bound for point in summed(drawn, REST)] == ["above", "about", "exact"]


@pytest.mark.parametrize(
    "rest",
    [("RU-TVE",), ("RU-TVE", "RU-TVE+RU-OMS"), ("RU-TVE", "WLD"), ("RU", "RU-TVE"), ()],
    ids=["one", "group", "world", "whole", "none"],
)
def test_what_would_count_twice_is_not_added_up(rest: tuple[str, ...]) -> None:
    _, _, drawn = found(frame())
    copies = [point._replace(partner=code) for code in rest for point in drawn if point.partner == "RU-TVE"]
    assert summed(copies, rest) == []


def test_most_figures_lost_means_no_sum() -> None:
    shown = frame()
    few = shown[~((shown["counterpart_area"] == "RU-OMS") & (shown["time_period"] != "2016"))]
    _, _, drawn = found(few)
    assert summed(drawn, REST) == []


def test_the_picture_has_eight_regions_and_the_rest_and_says_so() -> None:
    opened, controls, _ = found(frame())
    shown = time.show(opened, controls)
    names = [trace["name"] for trace in shown.figure["data"] if trace.get("customdata")]
    assert len(names) == 9 and names[-1] == "Other, 3 regions"
    assert [label["text"] for label in shown.figure["layout"]["annotations"] if "Other, 3 regions" in label["text"]]
    assert "3 regions after the first 8 are added up as other, in the 3 periods" in str(shown.notes)
    assert len(shown.texts.rows) == 33


def test_where_there_is_no_sum_they_are_grey_and_said_to_be() -> None:
    opened, controls, _ = found(frame(), CODES[:9])
    shown = time.show(opened, controls)
    names = {trace["name"] for trace in shown.figure["data"] if trace.get("customdata")}
    assert len(names) == 9 and not any("Other" in name for name in names)
    assert "1 more region is drawn in grey" in str(shown.notes)
