"""Observations to the table, and the table to files and back."""

from __future__ import annotations

import errno
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from observed import table

from parsers.model import Document, Observation, Period, Role
from parsers.tables import files
from parsers.tables.build import TableError, empty, frame, paragraph_around, read_table, write, write_csv
from parsers.tables.schema import NAMES

TEXT = "Trade with Kursk\n\nMINSK. In H1 2012 it reached $73 million, 23% up. More is to come.\n\nThe end."
START = TEXT.index("In H1")
DOCUMENT = Document("kursk", TEXT, "https://a.example/1", "BelTA", date(2012, 8, 1), "en", "Trade with Kursk")
OBSERVATION = Observation(
    "BY",
    "RU-KRS",
    "turnover",
    period=Period(date(2012, 1, 1), date(2012, 6, 30)),
    obs_value=Decimal(73000000),
    unit_measure="USD",
    bound="exact",
    change_pct=Decimal(23),
    change_bound="exact",
    base=Period(date(2011, 1, 1), date(2011, 6, 30)),
    sentence_start=START,
    sentence_end=START + len("In H1 2012 it reached $73 million, 23% up."),
    roles=(Role("value", START + 22, START + 33),),
    known={"area": "carried", "period": "stated"},
    confidence=0.8765,
    cues=("flow_before", "period_in_clause"),
)


def test_a_row_holds_what_the_document_states() -> None:
    row = frame([(DOCUMENT, [OBSERVATION])]).iloc[0]
    assert TEXT[row.char_start : row.char_end] == row.sentence == "In H1 2012 it reached $73 million, 23% up."
    assert row.paragraph == "MINSK. In H1 2012 it reached $73 million, 23% up. More is to come."
    assert TEXT[row.paragraph_start :].startswith(row.paragraph)
    assert (row.time_period, row.obs_value, row.change_pct) == ("2012-S1", 73e6, 23.0)
    assert json.loads(row.mentions) == [{"role": "value", "start": START + 22, "end": START + 33}]
    assert (row.known, row.cues, row.confidence) == ("area=carried;period=stated", "flow_before;period_in_clause", 0.88)
    assert not row.derived and pd.isna(row.formula)


def test_ids_are_stable_and_tell_rows_apart() -> None:
    other = replace(OBSERVATION, obs_value=Decimal(74000000))
    ids = frame([(DOCUMENT, [OBSERVATION, OBSERVATION, other])])["observation_id"]
    assert ids.is_unique and ids.str.fullmatch("[0-9a-f]{16}").all()
    assert ids[0] == "dfae7e167913925a"
    renamed = replace(DOCUMENT, publisher="Another", title=None, published=None)
    surer = replace(OBSERVATION, confidence=0.2, cues=())
    assert frame([(renamed, [surer])])["observation_id"][0] == ids[0]
    assert frame([(replace(DOCUMENT, source_id="orel"), [OBSERVATION])])["observation_id"][0] not in set(ids)


def test_the_text_says_what_its_collection_does_not() -> None:
    told = replace(OBSERVATION, published=date(2012, 8, 3), publisher="Text")
    assert frame([(DOCUMENT, [told])])["publisher"].tolist() == ["BelTA"]
    row = frame([(replace(DOCUMENT, published=None, publisher=None), [told])]).iloc[0]
    assert (row.published, row.publisher) == (pd.Timestamp("2012-08-03"), "Text")


def test_an_open_period_has_no_name() -> None:
    row = frame([(DOCUMENT, [replace(OBSERVATION, period=Period(date(2012, 1, 1), None))])]).iloc[0]
    assert pd.isna(row.time_period) and pd.isna(row.period_end) and row.period_start == pd.Timestamp("2012-01-01")


@pytest.mark.parametrize(
    ("text", "sentence", "paragraph"),
    [
        ("One. Two.", "Two.", "One. Two."),
        ("One.\nTwo.\nThree.", "Two.", "Two."),
        ("One\nstill one.\n\nTwo\nwrapped. End.\n\nThree.", "Two\nwrapped.", "Two\nwrapped. End."),
        ("One.\nTwo\nwrapped.\nThree.", "Two\nwrapped.", "Two\nwrapped."),
        ("One.\n\n  Two. \n\nThree.", "Two.", "Two."),
        ("One\r\nstill one.\r\n\r\nTwo\r\nwrapped.\r\n \r\nThree.", "Two", "Two\r\nwrapped."),
        ("One.\n\n\n\nTwo. Three.\n\n\n", "Three.", "Two. Three."),
    ],
)
def test_paragraphs(text: str, sentence: str, paragraph: str) -> None:
    start = text.index(sentence)
    first, last = paragraph_around(text, start, start + len(sentence))
    assert text[first:last] == paragraph


@pytest.mark.parametrize("name", ["table.csv", "table.parquet", "TABLE.CSV"])
def test_files_give_the_same_table_back(tmp_path: Path, name: str) -> None:
    for told in (
        table("turnover 2012 =0.1 %=23; exports - %<5..6 product=NA; balance 2013 =-2..-3 published=1899-05-01"),
        empty(),
    ):
        write(told, tmp_path / name)
        pd.testing.assert_frame_equal(read_table(tmp_path / name), told, check_exact=True)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40), min_size=20, max_size=20),
    st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=20, max_size=20),
)
def test_any_text_and_number_comes_back_from_csv(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], numbers: list[float]
) -> None:
    path = tmp_path_factory.mktemp("csv") / "table.csv"
    told = frame((replace(DOCUMENT, title=text), [OBSERVATION]) for text in texts).assign(obs_value=numbers)
    write(told, path)
    pd.testing.assert_frame_equal(read_table(path), told, check_exact=True)


def test_a_carriage_return_ends_no_line(tmp_path: Path) -> None:
    told = frame([(replace(DOCUMENT, title="One\rtwo"), [OBSERVATION])])
    write(told, tmp_path / "a.csv")
    pd.testing.assert_frame_equal(read_table(tmp_path / "a.csv"), told, check_exact=True)


def test_csv_is_plain(tmp_path: Path) -> None:
    write(table("turnover 2012 =73000000 product==x"), tmp_path / "a.csv")
    lines = (tmp_path / "a.csv").read_bytes().split(b"\n")
    assert lines[0] == ",".join(NAMES).encode()
    assert b",=x," in lines[1] and b",73000000.0," in lines[1] and b",2012-01-01," in lines[1]
    stream = io.StringIO()
    write_csv(read_table(tmp_path / "a.csv"), stream)
    assert stream.getvalue().encode() == (tmp_path / "a.csv").read_bytes()


def test_a_broken_table_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write(table("turnover 2012 =73"), path)
    before = path.read_bytes()
    with pytest.raises(TableError):
        write(table("turnover 2012 =73").assign(status="done"), path)
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_a_full_disk_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    write(table("turnover 2012 =73"), path)
    before = path.read_bytes()

    def full(told: pd.DataFrame, target: Path) -> None:
        target.write_text("half a ta")
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(files, "write_csv", full)
    with pytest.raises(OSError, match="No space left"):
        write(table("turnover 2012 =74"), path)
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", "a,b\n1,2\n"), ("a.csv", ""), ("a.parquet", "no parquet"), ("a.txt", "x")]
)
def test_what_is_no_table_is_named(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(TableError, match=name) as error:
        read_table(tmp_path / name)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_table(tmp_path / "none.csv")
