"""The columns of the tidy table, and what a table must hold to be one."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from observed import table

from parsers.model import Document, Observation
from parsers.tables.build import TableError, empty, validate
from parsers.tables.schema import COLUMNS, DTYPES, FREE_TEXT, NAMES


def test_each_field_of_an_observation_has_its_column() -> None:
    renamed = {"period", "base", "sentence_start", "sentence_end", "roles", "text", "margins"}
    fields = {*Observation.__dataclass_fields__, *Document.__dataclass_fields__} - renamed
    assert fields <= set(NAMES)


def test_names_and_meanings_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(column.meaning for column in COLUMNS)


def test_an_empty_table_has_every_column_typed() -> None:
    found = empty()
    assert tuple(found.columns) == NAMES and len(found) == 0
    assert [str(dtype) for dtype in found.dtypes] == [DTYPES[column.kind] for column in COLUMNS]
    validate(found)


def test_free_text_is_text() -> None:
    kinds = {column.name: column.kind for column in COLUMNS}
    assert {kinds[name] for name in FREE_TEXT} == {"text"}


def test_a_told_table_is_valid() -> None:
    told = table("turnover 2012 =73 %=23; exports - %<5..6; imports 2012 $>70; balance 2013 =-2..-3")
    validate(told)
    assert len(told) == 4


BREAKS: list[tuple[str, Callable[[pd.DataFrame], pd.DataFrame], str]] = [
    ("a column is missing", lambda t: t.drop(columns="status"), "column status"),
    ("a column is strange", lambda t: t.assign(extra=1), "column extra"),
    ("columns stand in another order", lambda t: t[[*NAMES[1:], NAMES[0]]], "another order"),
    ("numbers are texts", lambda t: t.assign(obs_value="73"), "column obs_value: holds str"),
    ("an id stands twice", lambda t: t.assign(observation_id="a" * 16), "column observation_id, row 2"),
    ("a word is none of the vocabulary", lambda t: t.assign(trade_flow="trade"), "column trade_flow, row 1"),
    ("a hedge is none", lambda t: t.assign(bound=["exact", "nearly"]), "column bound, row 2"),
    ("a status is missing", lambda t: t.assign(status=pd.array(["actual", None], dtype="str")), "column status, row 2"),
    ("confidence is above one", lambda t: t.assign(confidence=[0.5, 1.5]), "column confidence, row 2"),
    (
        "nothing is measured",
        lambda t: t.assign(obs_value=[73.0, None], change_pct=[None, None]).astype({"change_pct": float}),
        "column obs_value, row 2",
    ),
    ("a value has no hedge", lambda t: t.assign(bound=pd.array(["exact", None], dtype="str")), "column bound, row 2"),
    (
        "a period ends before it starts",
        lambda t: t.assign(period_end=pd.to_datetime(["2012-12-31", "1999-01-01"]).astype("datetime64[us]")),
        "column period_end, row 2",
    ),
    ("a period has another name", lambda t: t.assign(time_period=["2012", "2014"]), "column time_period, row 2"),
    ("a formula on a stated row", lambda t: t.assign(formula="a + b"), "column formula, row 1"),
    ("a computed row without formula", lambda t: t.assign(derived=[False, True]), "column formula, row 2"),
    ("an upper end alone", lambda t: t.assign(share_max=[float("nan"), 5.0]), "column share_max, row 2"),
    ("a sentence of another length", lambda t: t.assign(char_end=t["char_end"] + [0, 1]), "column sentence, row 2"),
    ("a sentence elsewhere", lambda t: t.assign(paragraph_start=t["paragraph_start"] + [0, 1]), "column paragraph, row 2"),
]


@pytest.mark.parametrize(("change", "complaint"), [case[1:] for case in BREAKS], ids=[case[0] for case in BREAKS])
def test_what_is_off_is_named(change: Callable[[pd.DataFrame], pd.DataFrame], complaint: str) -> None:
    broken = change(table("turnover 2012 =73; turnover 2013 =80"))
    with pytest.raises(TableError) as error:
        validate(broken)
    assert complaint in str(error.value)
    assert "\n" not in str(error.value)
