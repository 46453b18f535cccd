"""The five real articles give exactly their labelled rows, by the scorer that stands beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import parsers

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold"
SEEDS = GOLD / "seeds"
TEXTS = sorted(SEEDS.glob("*.txt"))

pytestmark = pytest.mark.skipif(not TEXTS, reason="the labelled sets are not beside the checkout")


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return pd.concat(
        [parsers.extract(path.read_text(encoding="utf-8"), source_id=path.stem) for path in TEXTS], ignore_index=True
    )


@pytest.fixture(scope="module")
def score(table: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("seeds") / "table.csv"
    table.to_csv(path, index=False)
    done = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), str(SEEDS), str(path), "--json"], capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("level", ["figure", "point", "row"])
def test_every_fact_is_found_and_nothing_else(score: dict[str, Any], level: str) -> None:
    assert (score[level]["precision"], score[level]["recall"]) == (1.0, 1.0)


def test_every_growth_is_right(score: dict[str, Any]) -> None:
    assert score["growth_right"] == 1.0


def test_dates_come_from_the_texts_themselves(table: pd.DataFrame) -> None:
    for path in TEXTS:
        label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        rows = table[table["source_id"] == path.stem]
        if label["published"] and len(rows):
            assert set(rows["published"].dt.date.astype(str)) == {label["published"]}, path.stem
