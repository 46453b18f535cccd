"""Each format, read back by what others would read it with."""

from __future__ import annotations

import csv
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from frictionless import Package
from observed import table

from parsers.tables.build import TableError, read_table
from parsers.tables.derive import derive
from parsers.tables.exports import FORMATS, export
from parsers.tables.schema import COLUMNS, NAMES

ENDINGS = dict(zip(FORMATS, ("csv", "parquet", "xlsx", "json", "csv", "zip"), strict=True))
TOLD = table(
    "turnover 2012 =73 %=23 published=2013-01-15 url=https://a.example/1 product==1+1;"
    "turnover 2012 <80 publisher=@Other product==1+1;"
    "exports 2017-01-01/P9M ~50 published=2018-01-15 url=https://a.example/2; imports 2017-01-01/P9M =20 product=тракторы;"
    "balance 2013 =-2..-3 ref_area=RU-KRS counterpart_area=BY; turnover - =5; turnover 2014 %=5; exports 2014 $>70;"
    "turnover 2015 =9 counterpart_area=RU-KRS+RU-TUL; turnover 2022-04-01/P1Y =9 status=forecast"
)


def written(tmp_path: Path, format: str, told: pd.DataFrame = TOLD, **options: Any) -> Path:
    path = tmp_path / f"out.{ENDINGS[format]}"
    export(told, format, path, **options)
    return path


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_round_trip(tmp_path: Path, format: str) -> None:
    pd.testing.assert_frame_equal(read_table(written(tmp_path, format)), TOLD, check_exact=True)
    derived = derive(TOLD)
    pd.testing.assert_frame_equal(read_table(written(tmp_path, format, derived=True)), derived, check_exact=True)


def test_csv_for_spreadsheets(tmp_path: Path) -> None:
    path = written(tmp_path, "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(path.open(encoding="utf-8-sig")))
    assert (rows[0]["product"], rows[1]["publisher"]) == ("'=1+1", "'@Other")
    assert rows[4]["obs_value"] == "-2.0", "a number is no formula"


def test_a_guard_that_was_there_before_stays(tmp_path: Path) -> None:
    told = TOLD.assign(title=["'=1", "''-x", "'plain", "-x", "\t=1", "@", "+", "a\rb", "'", "\r=1"])
    told["title"] = told["title"].astype("str")
    pd.testing.assert_frame_equal(read_table(written(tmp_path, "csv", told)), told, check_exact=True)


def test_xlsx(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, "xlsx"))
    assert book.sheetnames == ["observations", "definitions", "sources"]
    head, first, *_ = book["observations"].iter_rows()
    cells = {name.value: cell for name, cell in zip(head, first, strict=True)}
    assert tuple(cells) == NAMES and book["observations"].max_row == len(TOLD) + 1
    assert cells["product"].value == "=1+1" and cells["product"].data_type == "s", "no live formula"
    assert cells["obs_value"].value == 73 and cells["period_start"].value.date() == date(2012, 1, 1)
    assert cells["derived"].value is False and cells["formula"].value is None
    definitions = {row[0].value: row[3].value for row in book["definitions"].iter_rows(min_row=2)}
    assert definitions == {column.name: column.meaning for column in COLUMNS}
    assert book["sources"].max_row == TOLD["url"].fillna(TOLD["source_id"]).nunique() + 1


def test_xlsx_says_what_it_cannot_hold(tmp_path: Path) -> None:
    told = TOLD.assign(title="x" * 40_000, period_start=TOLD["period_start"].mask(TOLD.index == 0, pd.Timestamp("1871-01-01")))
    told["time_period"] = told["time_period"].mask(told.index == 0, "1871-01-01/P142Y")
    done = export(told, "xlsx", tmp_path / "a.xlsx")
    assert sum(done.left_out.values()) == len(told)
    row = next(openpyxl.load_workbook(tmp_path / "a.xlsx")["observations"].iter_rows(min_row=2, values_only=True))
    assert row[NAMES.index("title")].endswith("x…") and row[NAMES.index("period_start")] == "1871-01-01"


def test_json(tmp_path: Path) -> None:
    rows = json.loads(written(tmp_path, "json").read_text(encoding="utf-8"))
    assert len(rows) == len(TOLD) and tuple(rows[0]) == NAMES
    assert rows[0]["obs_value"] == 73 and rows[0]["period_start"] == "2012-01-01" and rows[0]["formula"] is None
    assert rows[0]["mentions"][0]["role"] == "value" and rows[3]["product"] == "тракторы"


def test_sdmx_csv_is_read_by_pysdmx(tmp_path: Path) -> None:
    from pysdmx.io import get_datasets

    done = export(TOLD, "sdmx-csv", tmp_path / "out.csv")
    (data,) = get_datasets(tmp_path / "out.csv")
    assert str(data.structure) == "Dataflow=TRADEPROSE:TRADE(1.0.0)"
    assert len(data.data) == done.rows == 8
    assert done.left_out == {"without area or period": 1, "not the preferred claim": 1}
    key = [
        "REF_AREA",
        "COUNTERPART_AREA",
        "TRADE_FLOW",
        "TIME_PERIOD",
        "OBS_VALUE",
        "OBS_STATUS",
        "UNIT_MEASURE",
        "FREQ",
        "BOUND",
    ]
    found = {tuple(row) for row in data.data[key].itertuples(index=False)}
    assert ("BY", "RU-KRS", "balance", "2013", "2.0", "A", "USD", "A", "exact") in found, "turned to the side of BY"
    assert ("RU-KRS", "BY", "exports", "2017-01-01/P9M", "20.0", "A", "USD", "_O", "exact") in found, "imports are mirror exports"
    assert ("BY", "RU-KRS", "turnover", "2014", "5.0", "A", "PC", "A", "exact") in found, "a rate in percent"
    assert ("BY", "RU-KRS", "exports", "2014", "70.0", "A", "PC", "A", "above") in found, "a share in percent"
    assert any(row[3] == "2022-04-01/P1Y" and row[5] == "F" for row in found)


def dimensions(path: Path) -> dict[str, set[str] | None]:
    """The dimensions of a structure and the codes that each may have."""
    found = json.loads(path.read_text(encoding="utf-8"))["data"]
    lists = {entry["id"]: {code["id"] for code in entry["codes"]} for entry in found["codelists"]}
    parts = found["dataStructures"][0]["dataStructureComponents"]["dimensionList"]
    enumerated = {part["id"]: part["localRepresentation"].get("enumeration") for part in parts["dimensions"]}
    return {name: lists[urn.split(":")[-1].split("(")[0]] if urn else None for name, urn in enumerated.items()} | {
        "TIME_PERIOD": None
    }


@pytest.mark.parametrize("all_claims", [False, True])
def test_each_sdmx_key_is_unique_and_coded(tmp_path: Path, all_claims: bool) -> None:
    export(derive(TOLD), "sdmx-csv", tmp_path / "out.csv", derived=True, all_claims=all_claims)
    lines = pd.read_csv(tmp_path / "out.csv", dtype=str, keep_default_na=False)
    known = dimensions(tmp_path / "out.structure.json")
    assert ("CLAIM" in known) == all_claims
    assert not lines.duplicated(list(known)).any()
    for name, codes in known.items():
        assert (lines[name] != "").all()
        assert codes is None or set(lines[name]) <= codes


def test_the_structure_is_read_by_pysdmx(tmp_path: Path) -> None:
    import msgspec
    from pysdmx.io.json.sdmxjson2.messages import JsonStructureMessage
    from pysdmx.model import decoders

    written(tmp_path, "sdmx-csv")
    content = (tmp_path / "out.structure.json").read_bytes()
    message = msgspec.json.Decoder(JsonStructureMessage, dec_hook=decoders).decode(content).to_model()
    (structure,) = message.get_data_structure_definitions()
    lines = pd.read_csv(tmp_path / "out.csv", nrows=0)
    assert set(lines.columns) - {"STRUCTURE", "STRUCTURE_ID", "ACTION"} == {part.id for part in structure.components}


def test_data_package_is_valid(tmp_path: Path) -> None:
    path = written(tmp_path, "datapackage", derived=True)
    report = Package(str(path)).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    with zipfile.ZipFile(path) as package:
        assert sorted(package.namelist()) == ["CITATION.cff", "README.md", "data.csv", "datapackage.json"]
        assert package.testzip() is None


def test_the_citation_names_exactly_the_sources(tmp_path: Path) -> None:
    path = written(tmp_path, "datapackage", day=date(2013, 12, 31))
    with zipfile.ZipFile(path) as package:
        citation, described = package.read("CITATION.cff").decode(), json.loads(package.read("datapackage.json"))
    assert "https://a.example/1" in citation and "https://a.example/2" not in citation
    assert [source.get("path") for source in described["sources"]] == ["https://a.example/1"]
    assert citation.count("type: newspaper-article") == 1


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for format in ("csv", "json", "sdmx-csv", "datapackage"):
        assert written(tmp_path, format).read_bytes() == written(tmp_path, format).read_bytes()


def test_what_was_left_out_is_counted(tmp_path: Path) -> None:
    done = export(TOLD, "csv", tmp_path / "a.csv", day=date(2013, 12, 31))
    assert done.rows == 1 and done.left_out == {"published after 2013-12-31": 1, "without a date of publication": 8}
    done = export(TOLD, "csv", tmp_path / "a.csv", areas=["RU-TUL"])
    assert done.rows == 1 and done.left_out == {"of other areas": 9}


def test_computed_rows_only_if_asked(tmp_path: Path) -> None:
    assert not read_table(written(tmp_path, "csv", derive(TOLD)))["derived"].any()
    assert read_table(written(tmp_path, "csv", derive(TOLD), derived=True))["derived"].any()


@pytest.mark.parametrize(("format", "options"), [("ods", {}), ("csv", {"areas": ["XX-NO"]}), ("csv", {"all_claims": True})])
def test_wrong_wishes_are_refused(tmp_path: Path, format: str, options: dict[str, Any]) -> None:
    with pytest.raises(TableError):
        export(TOLD, format, tmp_path / "a.csv", **options)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_table_is_not_exported(tmp_path: Path) -> None:
    with pytest.raises(TableError):
        export(TOLD.assign(status="done"), "csv", tmp_path / "a.csv")
