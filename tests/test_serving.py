"""What travels to the browser: headers, compression, caching, and the weight of the first page."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import plotly.offline
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from tests.small_table import table, year

ADDRESSES = re.compile(r'(?:src|href)="(/[^"]+)"')
PACKED = {"Accept-Encoding": "gzip"}
LIMIT = 1_500_000


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(table(year(2016, 90e6), year(2017, 96.3e6))).server.test_client()


def page(client: FlaskClient, path: str = "/") -> str:
    return client.get(path).get_data(as_text=True)


def test_every_answer_has_the_guarding_headers(client: FlaskClient) -> None:
    for path in ("/", "/_dash-layout", "/assets/tradeprose.css", "/assets/missing.css"):
        headers = client.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "default-src 'self'" in headers["Content-Security-Policy"]


def test_scripts_run_from_here_alone(client: FlaskClient) -> None:
    rules = client.get("/").headers["Content-Security-Policy"].split("; ")
    scripts = next(rule for rule in rules if rule.startswith("script-src"))
    assert "unsafe" not in scripts and "http" not in scripts
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page(client))


def test_only_the_embedded_page_stands_in_foreign_frames(client: FlaskClient) -> None:
    assert "frame-ancestors 'self'" in client.get("/").headers["Content-Security-Policy"]
    assert "frame-ancestors *" in client.get("/embed").headers["Content-Security-Policy"]


def test_files_are_compressed_and_kept_by_content(client: FlaskClient) -> None:
    address = next(found for found in ADDRESSES.findall(page(client)) if "plotly.min.js" in found)
    packed, plain = client.get(address, headers=PACKED), client.get(address)
    assert packed.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Cache-Control"].endswith("immutable")
    again = client.get(address, headers={"If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304 and not again.data


@pytest.mark.parametrize("query", ["", "?h=000000000000", "?m=1"])
def test_an_address_that_does_not_name_the_content_is_not_kept(client: FlaskClient, query: str) -> None:
    assert client.get(f"/assets/tradeprose.css{query}").headers["Cache-Control"] == "public, no-cache"


def test_a_head_request_has_no_body(client: FlaskClient) -> None:
    found = client.head("/assets/tradeprose.css")
    assert found.status_code == 200 and not found.data and int(found.headers["Content-Length"]) > 0


def test_the_first_page_is_light(client: FlaskClient) -> None:
    addresses = ADDRESSES.findall(page(client))
    weights = {address: len(client.get(address, headers=PACKED).data) for address in ["/", "/_dash-layout", *addresses]}
    assert sum(weights.values()) < LIMIT
    assert not any("dash_ag_grid" in address for address in addresses)


def test_the_bundle_is_of_the_version_that_plotly_asks_for() -> None:
    bundle = Path("dashboard/assets/plotly.min.js").read_text(encoding="utf-8")
    assert bundle.startswith(f"/* plotly.js {plotly.offline.get_plotlyjs_version()}, ")
