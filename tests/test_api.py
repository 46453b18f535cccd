"""The JSON API: pages add up to the table, and what cannot be followed is refused in words."""

from __future__ import annotations

from functools import lru_cache

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.app import create_app
from parsers.tables.schema import NAMES
from tests.small_table import table, year

KRASNOYARSK = {"counterpart_area": "RU-KYA", "source_id": "krasnoyarsk", "publisher": "Enisey"}
ROWS = [year(number, number * 1e5) for number in range(2001, 2024)]
TABLE = table(*ROWS, year(2020, 5e6, **KRASNOYARSK, product="timber"), year(2021, 6e6, **KRASNOYARSK))


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(TABLE).server.test_client()


def ask(client: FlaskClient, query: str = "") -> dict:
    found = client.get(f"/api/observations{query}")
    assert found.status_code == 200, found.get_json()
    return found.get_json()


def refused(client: FlaskClient, query: str) -> dict:
    found = client.get(f"/api/observations{query}")
    assert found.status_code == 400
    return found.get_json()


def test_a_row_has_every_column_of_the_table(client: FlaskClient) -> None:
    row = ask(client, "?ref_area=BY&counterpart_area=RU-BRY&limit=1")["observations"][0]
    assert list(row) == list(NAMES)
    assert (row["obs_value"], row["period_start"], row["product"], row["derived"]) == (200_100_000.0, "2001-01-01", None, False)


def test_pages_add_up_to_the_table(client: FlaskClient) -> None:
    seen, query = [], "?limit=7"
    for _ in range(10):
        found = ask(client, query)
        seen += [row["observation_id"] for row in found["observations"]]
        if found["next"] is None:
            break
        query = f"?limit=7&cursor={found['next']}"
    assert seen == TABLE["observation_id"].tolist() and found["total"] == len(TABLE)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("?counterpart_area=RU-KYA", 2),
        ("?counterpart_area=RU-KYA&counterpart_area=RU-BRY", 25),
        ("?product=timber", 1),
        ("?product=", 24),
        ("?product=&product=timber", 25),
        ("?counterpart_area=RU-KYA&product=timber", 1),
        ("?period_start=2020-01-01", 2),
        ("?obs_value=5000000", 1),
        ("?derived=true", 0),
        ("?derived=false", 25),
        ("?char_start=0", 25),
        ("?publisher=Nobody", 0),
        ("?title=%27%20OR%201%3D1%20--", 0),
    ],
)
def test_parameters_choose_rows(client: FlaskClient, query: str, number: int) -> None:
    assert ask(client, query)["total"] == number


@pytest.mark.parametrize(
    ("query", "parameter", "word"),
    [
        ("?region=RU-KYA", "region", "no such parameter"),
        ("?limit=0", "limit", "from 1 to 1000"),
        ("?limit=1001", "limit", "from 1 to 1000"),
        ("?limit=ten", "limit", "whole number"),
        ("?limit=5&limit=6", "limit", "more than once"),
        ("?cursor=17", "cursor", "next"),
        ("?cursor=1-2.17", "cursor", "replaced"),
        ("?trade_flow=trade", "trade_flow", "turnover"),
        ("?status=done", "status", "actual"),
        ("?period_start=2020", "period_start", "date"),
        ("?obs_value=much", "obs_value", "number"),
        ("?obs_value=nan", "obs_value", "number"),
        ("?derived=yes", "derived", "true or false"),
        ("?char_start=-1", "char_start", "whole number"),
        ("?title=" + "x" * 501, "title", "at most"),
    ],
)
def test_what_cannot_be_followed_is_refused(client: FlaskClient, query: str, parameter: str, word: str) -> None:
    found = refused(client, query)
    assert found["parameter"] == parameter and word in found["error"]


def test_nothing_can_be_changed(client: FlaskClient) -> None:
    assert client.post("/api/observations").status_code == 405


def test_the_description_names_every_parameter(client: FlaskClient) -> None:
    text = client.get("/api").get_data(as_text=True)
    assert all(f"<code>{name}</code>" in text for name in (*NAMES, "limit", "cursor"))


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from([*NAMES, "limit", "cursor", "q"]), text=st.text(max_size=40))
def test_no_request_breaks_it(name: str, text: str) -> None:
    client = _shared()
    assert client.get("/api/observations", query_string={name: text}).status_code in (200, 400)


@lru_cache(maxsize=1)
def _shared() -> FlaskClient:
    return create_app(TABLE).server.test_client()
