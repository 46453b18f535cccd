"""Rows and wholes in words, and the small pictures beside words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from observed import table

import dashboard
from dashboard import spark
from dashboard.wording import sentence_of, whole_of

STYLES = Path(dashboard.__file__).parent / "assets" / "tradeprose.css"


@pytest.mark.parametrize(
    ("share_of", "words"),
    [
        ("turnover:BY>RU", "Belarus's trade with Russia"),
        ("exports:BY>RU-TA", "Belarus's exports to Tatarstan"),
        ("imports:US>WLD:tea", "the United States' imports of tea from the world"),
        (None, "the whole"),
        ("", "the whole"),
        ("the plan", "the plan"),
    ],
)
def test_the_whole_of_a_share_is_told_in_words(share_of: str | None, words: str) -> None:
    assert whole_of(share_of).removeprefix("the ") == words.removeprefix("the ")


def test_a_row_tells_its_share_of_what() -> None:
    row = table("exports 2017 $=18").iloc[0]
    assert sentence_of(row) == "Belarus's exports to Kursk Oblast, 2017: 18% of Belarus's trade with Russia"


def test_a_sparkline_is_as_wide_as_the_page_shows_it() -> None:
    (width,) = re.findall(r"\.spark \{[^}]*width: (\d+)px", STYLES.read_text(encoding="utf-8"))
    assert int(width) == spark.WIDTH
    point = type("Told", (), {"value": 5.0, "start": date(2024, 1, 1), "end": date(2024, 12, 31)})()
    (middle,) = re.findall(r"cx='([\d.]+)'", spark.picture([point], (2020.5, 2024.5)))
    assert float(middle) < spark.WIDTH - 2
