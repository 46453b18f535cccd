"""The public door: a text in, the tidy table of what it states out."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

import parsers
from parsers.lexicon import LexiconError
from parsers.model import Document
from parsers.observations import confidence
from parsers.observations.read import read
from parsers.tables.build import validate
from parsers.tables.schema import COLUMNS, DTYPES, NAMES

PRESS = sorted((Path(__file__).parent.parent / "data" / "press").glob("*.txt"))
TEXT = "In 2017 trade between Belarus and Kaluga Oblast came to $412 million, up 18.5% from 2016."


@lru_cache
def told(path: Path) -> tuple[str, pd.DataFrame]:
    text = path.read_text(encoding="utf-8")
    return text, parsers.extract(text, source_id=path.stem, min_confidence=0)


def test_a_sentence_becomes_a_row() -> None:
    (row,) = parsers.extract(TEXT, min_confidence=0).to_dict("records")
    assert (row["ref_area"], row["counterpart_area"], row["trade_flow"], row["time_period"]) == (
        "BY",
        "RU-KLU",
        "turnover",
        "2017",
    )
    assert (row["obs_value"], row["unit_measure"], row["change_pct"], row["base_start"]) == (
        412e6,
        "USD",
        18.5,
        pd.Timestamp("2016-01-01"),
    )
    assert row["sentence"] == TEXT and row["status"] == "actual" and not row["derived"]


@pytest.mark.parametrize("text", [TEXT, "", "Rain fell.", "Exports\x00 5%", "\ud800 exports 5%"])
def test_columns_and_types_are_the_schema_s(text: str) -> None:
    table = parsers.extract(text, min_confidence=0)
    assert tuple(table.columns) == NAMES
    assert [str(dtype) for dtype in table.dtypes] == [DTYPES[column.kind] for column in COLUMNS]
    validate(table)


@pytest.mark.parametrize("path", PRESS, ids=lambda path: path.stem)
def test_every_row_of_the_press_keeps_its_sentence(path: Path) -> None:
    text, table = told(path)
    validate(table)
    for row in table.to_dict("records"):
        assert text[row["char_start"] : row["char_end"]] == row["sentence"]
        assert row["sentence"] == row["sentence"].strip() != ""
        assert text[row["paragraph_start"] :].startswith(row["paragraph"]) and row["sentence"] in row["paragraph"]
        roles = json.loads(row["mentions"])
        assert all(0 <= role["start"] < role["end"] <= len(text) for role in roles)
        assert {"value", "change", "share"} & {role["role"] for role in roles}


@pytest.mark.parametrize("path", PRESS, ids=lambda path: path.stem)
def test_what_is_stated_stands_in_the_sentence(path: Path) -> None:
    _, table = told(path)
    for row in table.to_dict("records"):
        known = dict(part.split("=") for part in row["known"].split(";"))
        assert set(known.values()) <= {"stated", "carried", "inferred", "given", "unknown"}
        places = {role["role"]: role for role in json.loads(row["mentions"])}
        for part in ("period", "flow"):
            if known.get(part) == "stated":
                assert row["char_start"] <= places[part]["start"] and places[part]["end"] <= row["char_end"]


def test_the_press_states_hundreds_of_figures() -> None:
    assert sum(len(told(path)[1]) for path in PRESS) > len(PRESS)


def test_without_a_name_the_hash_of_the_text_stands_in() -> None:
    table = parsers.extract(TEXT, min_confidence=0)
    assert table["source_id"].tolist() == [sha256(TEXT.encode()).hexdigest()[:16]]
    assert parsers.extract(TEXT, source_id="own", min_confidence=0)["source_id"].tolist() == ["own"]


def test_what_is_known_of_the_document_stands_in_each_row() -> None:
    table = parsers.extract(TEXT, date(2018, 2, 12), "BelTA", "en", "https://a.by/1", "A talk", min_confidence=0)
    (row,) = table[["published", "publisher", "language", "url", "title"]].to_dict("records")
    assert list(row.values()) == [pd.Timestamp("2018-02-12"), "BelTA", "en", "https://a.by/1", "A talk"]


def test_a_date_may_be_a_date_or_its_text() -> None:
    written, given = (parsers.extract(TEXT, day, min_confidence=0) for day in ("2018-02-12", date(2018, 2, 12)))
    pd.testing.assert_frame_equal(written, given)
    with pytest.raises(ValueError, match="5 December"):
        parsers.extract(TEXT, "5 December")


def test_a_language_without_a_file_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"xx\.toml"):
        parsers.extract(TEXT, language="xx")


@pytest.mark.parametrize("least", [0.0, 0.3, 0.7, 1.0])
def test_only_rows_as_sure_as_asked_for_are_kept(least: float) -> None:
    for path in PRESS[:15]:
        text, whole = told(path)
        kept = parsers.extract(text, source_id=path.stem, min_confidence=least)
        assert kept["observation_id"].tolist() == whole.loc[whole["confidence"] >= least, "observation_id"].tolist()


def test_the_default_is_the_threshold_of_the_weights() -> None:
    path = PRESS[0]
    text, _ = told(path)
    least = confidence.default_threshold("en")
    assert 0 <= least < 1
    pd.testing.assert_frame_equal(parsers.extract(text), parsers.extract(text, min_confidence=least))


def test_confidence_is_a_share_in_two_decimals() -> None:
    sure = pd.concat([told(path)[1]["confidence"] for path in PRESS])
    assert sure.between(0, 1).all() and (sure.round(2) == sure).all()


def test_reading_alone_leaves_nothing_out() -> None:
    path = PRESS[0]
    text, whole = told(path)
    assert len(read(Document(path.stem, text))) == len(whole)


def test_reading_twice_gives_the_same() -> None:
    for path in PRESS[:5]:
        text, whole = told(path)
        pd.testing.assert_frame_equal(parsers.extract(text, source_id=path.stem, min_confidence=0), whole)
