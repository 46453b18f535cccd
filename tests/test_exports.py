"""Files for others: each format is read back with a reader of its own and holds the rows that its address asks for."""

from __future__ import annotations

import io
import json
import zipfile

import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard import exports
from dashboard.app import create_app
from parsers.tables.schema import NAMES
from tests.small_table import table, year

FORMULA = '=HYPERLINK("http://example.org")'
TABLE = table(
    year(2015, 80e6), year(2016, 90e6), year(2017, 96.3e6, title=FORMULA),
    year(2017, 20e6, counterpart_area="RU-KLU"), year(2017, 5e6, counterpart_area="RU-BRY", trade_flow="exports"),
)  # fmt: skip
VIEW = "?reporter=BY&regions=RU-BRY&flow=turnover&years=2016..2017&measure=growth"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(TABLE).server.test_client()


def fetched(client: FlaskClient, path: str) -> bytes:
    found = client.get(path)
    assert found.status_code == 200, found.get_data(as_text=True)
    assert "attachment" in found.headers["Content-Disposition"]
    return found.data


def test_xlsx_holds_what_is_shown_and_no_formula(client: FlaskClient) -> None:
    sheet = pd.read_excel(io.BytesIO(fetched(client, f"/files/shown.xlsx{VIEW}")))
    assert list(sheet.columns[: len(NAMES)]) == list(NAMES)
    assert sheet["obs_value"].tolist() == [90e6, 96.3e6] and sheet["title"].tolist()[1] == FORMULA
    assert set(sheet["shown_measure"]) == {"growth"}
    assert sheet["shown_result"].tolist()[1] == pytest.approx((96.3 / 90 - 1) * 100)


def test_parquet_holds_what_is_shown(client: FlaskClient) -> None:
    rows = pd.read_parquet(io.BytesIO(fetched(client, f"/files/shown.parquet{VIEW}")))
    assert rows["obs_value"].tolist() == [90e6, 96.3e6] and "shown_result" in rows


def test_parquet_of_everything_is_the_table(client: FlaskClient) -> None:
    rows = pd.read_parquet(io.BytesIO(fetched(client, "/files/everything.parquet")))
    assert list(rows.columns) == list(NAMES)
    assert rows["observation_id"].tolist() == TABLE["observation_id"].tolist()


def test_sdmx_csv_has_its_dimensions(client: FlaskClient) -> None:
    lines = pd.read_csv(io.BytesIO(fetched(client, f"/files/shown.sdmx.csv{VIEW}")))
    assert list(lines.columns[:3]) == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    assert sorted(lines["OBS_VALUE"]) == [90e6, 96.3e6]


def test_data_package_describes_its_data(client: FlaskClient) -> None:
    with zipfile.ZipFile(io.BytesIO(fetched(client, "/files/everything.zip"))) as package:
        described = json.loads(package.read("datapackage.json"))
        data = pd.read_csv(package.open("data.csv"))
    assert described["resources"][0]["path"] == "data.csv" and len(data) == len(TABLE)


def test_json_holds_everything(client: FlaskClient) -> None:
    assert len(json.loads(fetched(client, "/files/everything.json"))) == len(TABLE)


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/files/shown.doc", 404, "xlsx"),
        ("/files/shown.xlsx?flow=trade", 400, "turnover"),
        ("/files/shown.parquet?colour=red", 400, "no parameter"),
    ],
)
def test_refusals_are_words(client: FlaskClient, path: str, status: int, word: str) -> None:
    found = client.get(path)
    assert found.status_code == status and word in found.get_data(as_text=True)


def test_a_sheet_that_would_burst_is_refused(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "XLSX_ROWS", 3)
    found = client.get("/files/everything.xlsx")
    assert found.status_code == 413 and "Parquet" in found.get_data(as_text=True)
