"""A dashboard served from a small table of its own, and a browser to look at it with."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from dashboard.app import create_app
from tests.small_table import table

NAMES = ("chromium", "chromium-browser", "google-chrome")
# The same names as `make test` accepts: a browser that it finds is a browser that the tests use.
CHROMIUM = Path(next((found for found in map(shutil.which, NAMES) if found), "chromium"))
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
REGIONS = {
    "RU-BRY": "Bryansk Oblast",
    "RU-KLU": "Kaluga Oblast",
    "RU-TUL": "Tula Oblast",
    "RU-PSK": "Pskov Oblast",
    "RU-KRS": "Kursk Oblast",
}
LEAD = "The two sides met in Minsk to speak of machines and milk."


def told(code: str, year: int, millions: float, **more: Any) -> dict[str, Any]:
    """A row for one figure, with an article of its own in our words and its parts marked."""
    amount, when, where = f"${millions:g} million", str(year), REGIONS[code]
    sentence = f"In {when} trade between Belarus and {where} came to {amount}."
    paragraph = f"{LEAD} {sentence} More is to come."
    start = paragraph.index(sentence)

    def mark(role: str, words: str) -> dict[str, Any]:
        at = start + sentence.index(words)
        return {"role": role, "start": at, "end": at + len(words)}

    marks = [mark("period", when), mark("flow", "trade"), mark("area", "Belarus"), mark("area", where), mark("value", amount)]
    return {
        "source_id": f"{code}-{year}".lower(), "counterpart_area": code, "time_period": when, "period_start": f"{year}-01-01",
        "period_end": f"{year}-12-31", "obs_value": millions * 1e6, "published": f"{year + 1}-02-11",
        "publisher": "Minsk Courier",
        "url": f"https://example.org/{code}/{year}", "title": f"{where} and Belarus in {year}", "sentence": sentence,
        "char_start": start, "char_end": start + len(sentence), "paragraph": paragraph, "mentions": json.dumps(marks), **more,
    }  # fmt: skip


def observations() -> pd.DataFrame:
    """Five regions with full years, and one of each hard case: parts of years, hedges, groups, conflicts, the other side."""
    rows = [
        told(code, year, 90 + 40 * place + 7 * (year - 2012)) for place, code in enumerate(REGIONS) for year in range(2012, 2018)
    ]
    rows += [
        told("RU-BRY", 2019, 300, bound="above"),
        told("RU-BRY", 2017, 131, publisher="Bryansk Herald", url="https://example.org/b", published="2018-03-01", bound="about"),
        told("RU-KLU", 2018, 240, time_period="2018-01-01/P9M", period_end="2018-09-30"),
        told("RU-TUL", 2018, 500, status="forecast"),
        told("RU-TUL", 2020, 600, status="target"),
        told("RU-PSK", 2018, 33, trade_flow="exports", counterpart_area="BY", ref_area="RU-PSK"),
        told("RU-PSK", 2018, 11, trade_flow="balance", counterpart_area="BY", ref_area="RU-PSK"),
        told("RU-KRS", 2018, 77, counterpart_area="RU-KRS+RU-BRY"),
        told("RU-KRS", 2016, 5, product="milk"),
        told("RU-KRS", 2015, 20, unit_measure="EUR"),
        told("RU-KRS", 2014, 20, time_period=None, period_start=None, period_end=None, title='=HYPERLINK("https://example.org")'),
        told("RU-KRS", 2013, 1, obs_value=None, unit_measure=None, bound=None, change_pct=12.5, url="javascript:alert(1)"),
    ]  # fmt: skip
    return table(*rows)


@contextmanager
def served(frame: pd.DataFrame) -> Iterator[str]:
    """The address of a dashboard over a frame, as long as the block runs."""
    server = make_server("127.0.0.1", 0, create_app(frame).server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        try:
            yield opened
        finally:
            opened.close()


SETTLE = """
new Promise(done => {
  const until = performance.now() + 8000;
  const look = () => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over <= 0 || performance.now() > until) done(over); else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})
"""


def overhang(page: Page, width: int) -> int:
    """How many pixels the page stays wider than a screen of that width, once pictures have been drawn anew."""
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(SETTLE)


def until(page: Page, expression: str) -> None:
    """Wait for an expression to be true; the page's own policy lets nothing poll inside of it."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(40)
    raise AssertionError(f"never true: {expression}")


@contextmanager
def profile(opened: Browser, height: int = 900) -> Iterator[BrowserContext]:
    """One profile for many pages: scripts are fetched and compiled once."""
    context = opened.new_context(viewport={"width": 1440, "height": height})
    context.set_default_timeout(60_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


class Visit:
    """A page, and everything that went wrong on it: console messages, failed answers, requests to elsewhere."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address, self.faults = address, list[str]()
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: message.type in ("error", "warning") and self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        self.page.on("response", lambda answer: answer.status >= 400 and self.faults.append(f"{answer.status}: {answer.url}"))
        self.page.on("request", self._check)

    def _check(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"outside: {request.url}")

    def leave(self) -> None:
        """Close the page and take along what it has kept for its next visit."""
        if self.page.url.startswith(self.address):
            self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.page.close()

    def open(self, search: str = "") -> Page:
        """Go to a view and wait until it says its title."""
        self.page.goto(self.address + search)
        self.page.wait_for_selector("#title:not(:empty)")
        return self.page


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def figure(page: Page) -> list[dict]:
    """The traces that are drawn, by the graph's own account."""
    page.wait_for_selector("#graph .main-svg")
    return page.evaluate("document.querySelector('#graph .js-plotly-plot').data.map(t => ({name: t.name, x: t.x, y: t.y}))")
