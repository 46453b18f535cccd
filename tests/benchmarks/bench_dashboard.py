"""The dashboard over a million observations: cold start, answers to one and to many clients, the first page; see `make bench`.

Everything is asked of a server on this machine's loopback, a bounded number of times.
"""

from __future__ import annotations

import gzip
import http.client
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from generate import observations
from playwright.sync_api import sync_playwright

HOST = "127.0.0.1"
ASKED, CLIENTS, EACH = 200, 32, 15
VIEWS = {"time": 5, "compare": 8}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WATCH = """
new MutationObserver((_, watcher) => {
  if (document.querySelector("#graph .scatterlayer .trace path")) {
    window.drawn = performance.now();
    watcher.disconnect();
  }
}).observe(document, { childList: true, subtree: true });
"""


def get(port: int, path: str) -> tuple[dict[str, str], bytes]:
    """One file as the browser gets it."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{path}: status {answer.status}")
    return dict(answer.headers), body


def plain(headers: dict[str, str], body: bytes) -> bytes:
    return gzip.decompress(body) if headers.get("Content-Encoding") == "gzip" else body


@contextmanager
def served(table: Path) -> Any:
    """A server of its own for `table`; gives its port and the seconds from the command to the first byte of the page."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "dashboard", "serve", str(table), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        port = int(line.split(f"http://{HOST}:")[1].split()[0])
        get(port, "/")
        yield port, time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(timeout=20)


def draws(port: int) -> dict[str, Any]:
    """The callback that draws a view, as the page describes it."""
    found = json.loads(plain(*get(port, "/_dash-dependencies")))
    return next(each for each in found if "title.children" in each["output"] and not each["clientside_function"])


def bodies(draw: dict[str, Any], partners: list[str], count: int, seed: int) -> list[bytes]:
    """Requests as the page sends them, in turn for the views, each for a choice of regions of its own."""
    picked = random.Random(seed)
    outputs = [
        {"id": part.rpartition(".")[0], "property": part.rpartition(".")[2]} for part in draw["output"].strip(".").split("...")
    ]
    made = []
    for number in range(count):
        view, regions = list(VIEWS.items())[number % len(VIEWS)]
        search = f"?view={view}&reporter=BY&regions={'~'.join(picked.sample(partners, regions))}"
        inputs = [{**each, "value": search} for each in draw["inputs"]]
        asked = {"output": draw["output"], "outputs": outputs, "inputs": inputs, "state": draw["state"]}
        asked["changedPropIds"] = [f"{each['id']}.{each['property']}" for each in inputs]
        made.append(json.dumps(asked).encode())
    return made


def client(port: int, asked: list[bytes]) -> list[float]:
    """Milliseconds of each answer over one connection; RuntimeError for any answer but 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    times = []
    for body in asked:
        begun = time.perf_counter()
        connection.request(
            "POST", "/_dash-update-component", body, {"Content-Type": "application/json", "Accept-Encoding": "gzip"}
        )
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"status {answer.status}")
    connection.close()
    return times


def percentile(times: list[float], share: int) -> float:
    return statistics.quantiles(times, n=100)[share - 1]


def report(name: str, value: float, unit: str, limit: float) -> None:
    print(f"{name:44} {value:8.1f} {unit:3} at most {limit:g}: {'yes' if value <= limit else 'NO'}", flush=True)


def callbacks(port: int, partners: list[str]) -> None:
    """One client, then many at once."""
    draw = draws(port)
    client(port, bodies(draw, partners, 20, 0))
    alone = client(port, bodies(draw, partners, ASKED, 1))
    report("callback, one client, p50", percentile(alone, 50), "ms", 12)
    report("callback, one client, p95", percentile(alone, 95), "ms", 25)
    for name, times in zip(VIEWS, (alone[0::2], alone[1::2]), strict=True):
        print(f"  of these {name}: p50 {percentile(times, 50):.1f} ms, p95 {percentile(times, 95):.1f} ms")
    with ThreadPoolExecutor(CLIENTS) as pool:
        asked = [bodies(draw, partners, EACH, 2 + number) for number in range(CLIENTS)]
        together = [each for times in pool.map(lambda mine: client(port, mine), asked) for each in times]
    report(f"callback, {CLIENTS} clients, p95", percentile(together, 95), "ms", 600)


def first_page(port: int) -> None:
    """The weight of the first page and the time to the first chart, cold and warm, in a real browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 1440, "height": 1000})
        weights, drawn = zip(*(visit(context, port) for _ in range(6)), strict=True)
        browser.close()
    report("first page, compressed", weights[0] / 1e6, "MB", 1.5)
    print(f"  first chart with nothing kept: {drawn[0]:.0f} ms; a warm visit carries {weights[-1] / 1e3:.0f} kB")
    report("first chart, warm browser, median of 5", statistics.median(drawn[1:]), "ms", 1500)


def visit(context: Any, port: int) -> tuple[int, float]:
    """Bytes on the wire and milliseconds to the first line drawn."""
    page = context.new_page()
    page.add_init_script(WATCH)
    weights: list[int] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: weights.append(int(event["encodedDataLength"])))
    page.goto(f"http://{HOST}:{port}/")
    page.wait_for_selector("#graph .scatterlayer .trace path", state="attached", timeout=30_000)
    drawn = float(page.evaluate("window.drawn"))
    page.wait_for_load_state("networkidle")
    page.close()
    return sum(weights), drawn


def main(rows: int) -> None:
    """Generate the table, serve it, measure; stopped from outside, it takes its server with it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "observations.parquet"
        observations(rows).to_parquet(table, index=False)
        found = duckdb.execute(
            "SELECT counterpart_area FROM read_parquet(?) WHERE ref_area = 'BY' AND trade_flow = 'turnover' "
            "AND unit_measure = 'USD' AND counterpart_area IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 60",
            [str(table)],
        ).fetchall()
        print(f"{rows:,} observations, {table.stat().st_size / 1e6:.0f} MB; {len(found)} partners of BY are asked for")
        with served(table) as (_, _):
            pass
        with served(table) as (port, started):
            report("cold start to the first byte", started, "s", 2.5)
            callbacks(port, [code for (code,) in found])
            first_page(port)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
