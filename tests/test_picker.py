"""The list of regions: under their districts, found by any of their names."""

from __future__ import annotations

import pytest

from dashboard import places
from dashboard.controls import foreign_words, region_list
from dashboard.selection import load
from tests.small_table import table, year


@pytest.mark.parametrize(
    ("code", "heading"),
    [
        ("RU-KRS", "Central Federal District"),
        ("RU-KGD", "Northwestern Federal District"),
        ("RU-CE", "North Caucasian Federal District"),
        ("RU-BU", "Far Eastern Federal District"),
        ("BY-HM", "Regions of Belarus"),
        ("KZ", "Countries"),
        ("RU-KRS+RU-BRY", "Groups of areas"),
    ],
)
def test_a_region_stands_under_its_district(code: str, heading: str) -> None:
    assert places.heading(code) == heading


@pytest.mark.parametrize(
    ("code", "words"),
    [("RU-TA", "Kazan"), ("RU-PRI", "Vladivostok"), ("RU-LEN", "Leningradskaya"), ("FR", "Paris")],
)
def test_capitals_and_other_names_are_searched(code: str, words: str) -> None:
    assert words in places.other_names(code)


@pytest.mark.parametrize(("code", "words"), [("RU-BRY", "брянская область"), ("KZ", "kasachstan"), ("RU-BRY+RU-TA", "татарстан")])
def test_names_in_other_languages_are_at_hand(code: str, words: str) -> None:
    opened = load(table(*(year(2017, 5e6, counterpart_area=area) for area in ("RU-BRY", "KZ", "RU-TA+RU-BRY"))))
    assert words in foreign_words(opened, "BY")[code]


def test_the_list_has_districts_with_their_regions() -> None:
    codes = ("RU-KRS", "RU-BRY", "RU-TA", "KZ")
    opened = load(table(*(year(2017, 5e6, counterpart_area=code, source_id=code) for code in codes)))
    groups = region_list(opened, "BY")
    found = {group["heading"]: {one["code"] for one in group["regions"]} for group in groups}
    assert found == {
        "Central Federal District": {"RU-BRY", "RU-KRS"},
        "Volga Federal District": {"RU-TA"},
        "Countries": {"KZ"},
    }
    names = {one["code"]: one["words"].split() for group in groups for one in group["regions"]}
    assert {"kazan", "tataria", "ru-ta", "volga"} <= set(names["RU-TA"])
