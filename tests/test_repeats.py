"""What is said twice is kept once, in its most exact form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Observation, Period
from parsers.observations.repeats import without_repeats

Y2017 = Period(date(2017, 1, 1), date(2017, 12, 31))
Y2016 = Period(date(2016, 1, 1), date(2016, 12, 31))
VALUE = Observation("BY", "RU", "turnover", period=Y2017, obs_value=Decimal(96300000), unit_measure="USD", sentence_start=50)
RATE = Observation("BY", "RU", "turnover", period=Y2017, change_pct=Decimal("18.4"), sentence_start=50)
DOUBLED = replace(RATE, change_pct=Decimal("95.36"))
SHARE = Observation("BY", "RU", "turnover", period=Y2017, share_pct=Decimal(12), sentence_start=50)

ONCE = [
    ("word for word", VALUE, {"sentence_start": 90}),
    ("the areas turned", VALUE, {"ref_area": "RU", "counterpart_area": "BY"}),
    ("without the period", VALUE, {"period": Period()}),
    ("rounded, before", VALUE, {"obs_value": Decimal(96000000), "sentence_start": 0}),
    ("rounded in another notation", VALUE, {"obs_value": Decimal("1E+8"), "sentence_start": 0}),
    ("with another hedge", VALUE, {"bound": "about"}),
    ("the rate again", RATE, {"sentence_start": 90}),
    ("the rate rounded, before", RATE, {"change_pct": Decimal(18), "sentence_start": 0}),
    ("almost doubled, before", DOUBLED, {"change_pct": Decimal(100), "change_bound": "below", "sentence_start": 0}),
    ("the share again", SHARE, {"sentence_start": 90}),
    ("over ninety, before", VALUE, {"obs_value": Decimal(90000000), "bound": "above", "sentence_start": 0}),
    ("under a hundred, before", VALUE, {"obs_value": Decimal(100000000), "bound": "below", "sentence_start": 0}),
]


@pytest.mark.parametrize(("row", "change"), [case[1:] for case in ONCE], ids=[case[0] for case in ONCE])
def test_one_statement_said_twice_is_one_row(row: Observation, change: dict[str, object]) -> None:
    again = replace(row, **change)  # type: ignore[arg-type]
    for rows in ([row, again], [again, row]):
        (kept,) = without_repeats(rows)
        assert (kept.obs_value, kept.change_pct, kept.period) == (row.obs_value, row.change_pct, Y2017)


TWICE = [
    ("more than doubled, before", DOUBLED, {"change_pct": Decimal(100), "change_bound": "above", "sentence_start": 0}),
    ("another flow", VALUE, {"trade_flow": "exports"}),
    ("another period", VALUE, {"period": Y2016}),
    ("another partner", VALUE, {"counterpart_area": "RU-KLU"}),
    ("another currency", VALUE, {"unit_measure": "EUR"}),
    ("a target", VALUE, {"status": "target"}),
    ("a product of it", VALUE, {"product": "tea"}),
    ("another value", VALUE, {"obs_value": Decimal(56300000), "sentence_start": 0}),
    ("a value near it that is as exact", VALUE, {"obs_value": Decimal(96400000), "sentence_start": 0}),
    ("a rounder value behind it", VALUE, {"obs_value": Decimal(96000000), "sentence_start": 90}),
    ("the same rate down", RATE, {"change_pct": Decimal("-18.4")}),
    ("a rate more than a point away", RATE, {"change_pct": Decimal(20), "sentence_start": 0}),
    ("another share", SHARE, {"share_pct": Decimal(13)}),
    ("exactly ninety, before", VALUE, {"obs_value": Decimal(90000000), "sentence_start": 0}),
    ("over eighty, before", VALUE, {"obs_value": Decimal(80000000), "bound": "above", "sentence_start": 0}),
    ("over ninety, behind", VALUE, {"obs_value": Decimal(90000000), "bound": "above", "sentence_start": 90}),
]


@pytest.mark.parametrize(("row", "change"), [case[1:] for case in TWICE], ids=[case[0] for case in TWICE])
def test_two_statements_are_two_rows(row: Observation, change: dict[str, object]) -> None:
    assert len(without_repeats([row, replace(row, **change)])) == 2  # type: ignore[arg-type]


def test_a_value_with_its_rate_covers_the_value_and_the_rate_alone() -> None:
    whole = replace(VALUE, change_pct=Decimal("18.4"))
    assert without_repeats([replace(RATE, sentence_start=0), replace(VALUE, sentence_start=9), whole]) == [whole]


NUMBERS = st.sampled_from([Decimal(n) for n in ("96300000", "96000000", "9.6E+7", "5", "5.25")])
ROWS = st.builds(
    lambda number, at, period: replace(VALUE, obs_value=number, sentence_start=at, period=period),
    NUMBERS,
    st.integers(0, 5),
    st.sampled_from([Period(), Y2016, Y2017]),
)


@given(st.lists(ROWS, max_size=8))
def test_rows_stay_in_the_order_of_the_text_and_nothing_is_made_up(rows: list[Observation]) -> None:
    kept = without_repeats(rows)
    assert all(row in rows for row in kept)
    assert [row.sentence_start for row in kept] == sorted(row.sentence_start for row in kept)
    assert bool(kept) == bool(rows)
    assert without_repeats(kept) == kept


def test_a_rough_level_with_a_growth_is_one_with_the_exact_one_behind_it() -> None:
    rough = replace(VALUE, obs_value=Decimal(96000000), bound="above", change_pct=Decimal("18.4"), sentence_start=0)
    for rows in ([rough, VALUE], [VALUE, rough]):
        (kept,) = without_repeats(rows)
        assert (kept.obs_value, kept.change_pct) == (VALUE.obs_value, Decimal("18.4"))
