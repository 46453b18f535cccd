"""Small tables for the tests of the dashboard: rows that say only what a test is about."""

from __future__ import annotations

from typing import Any

import pandas as pd

from parsers.tables.columns import typed
from parsers.tables.schema import NAMES

SENTENCE = "In 2017 the trade of Belarus with the Bryansk Oblast came to $96.3 million."
USUAL: dict[str, Any] = {
    "source_id": "bryansk-2017",
    "ref_area": "BY",
    "counterpart_area": "RU-BRY",
    "trade_flow": "turnover",
    "kind": "unstated",
    "time_period": "2017",
    "period_start": "2017-01-01",
    "period_end": "2017-12-31",
    "obs_value": 96_300_000.0,
    "unit_measure": "USD",
    "bound": "exact",
    "status": "actual",
    "derived": False,
    "published": "2018-02-01",
    "publisher": "BelTA",
    "url": "https://example.org/bryansk",
    "title": "Trade with Bryansk Oblast",
    "language": "en",
    "sentence": SENTENCE,
    "char_start": 0,
    "char_end": len(SENTENCE),
    "paragraph": SENTENCE,
    "paragraph_start": 0,
    "mentions": "[]",
    "known": "area=stated;period=stated;flow=stated;currency=stated;published=stated",
    "confidence": 0.95,
    "cues": "",
}


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table with the schema's columns; each row differs from the usual one in what it says."""
    full = [{**dict.fromkeys(NAMES), **USUAL, "observation_id": f"row{number}", **row} for number, row in enumerate(rows)]
    return typed(pd.DataFrame(full, columns=list(NAMES)))


def year(number: int, value: float, **more: Any) -> dict[str, Any]:
    """A full year's figure."""
    return {
        "time_period": str(number),
        "period_start": f"{number}-01-01",
        "period_end": f"{number}-12-31",
        "obs_value": value,
        **more,
    }
