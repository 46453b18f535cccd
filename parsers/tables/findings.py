"""What a check hands back: the positions of the rows that do not fit each other, and what was expected and found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

COLUMNS = (
    "check",
    "detail",
    "expected",
    "found",
    *(f"{name}{place}" for place in ("", "_2", "_3") for name in ("observation_id", "source_id", "sentence", "url")),
)
_EVIDENCE = ("observation_id", "source_id", "sentence", "url")


def misfits(check: str, detail: str, rows: Sequence[Any], expected: Any, found: Any, parts: Any = None) -> pd.DataFrame:
    """Lines of one check: `rows` are one to three arrays of positions (-1: none), `parts` words that `detail` is ended by."""
    padded = [*rows, *[np.full(len(rows[0]), -1)] * (3 - len(rows))]
    line = {"check": check, "row": padded[0], "row_2": padded[1], "row_3": padded[2], "expected": expected, "found": found}
    return pd.DataFrame(line).assign(detail=detail if parts is None else detail + " " + pd.Series(parts, dtype="str").to_numpy())


def told(found: Sequence[pd.DataFrame], table: pd.DataFrame) -> pd.DataFrame:
    """The findings with the observation_id, document, sentence and address of each row, each pair of rows once a check."""
    lines = pd.concat(found, ignore_index=True).drop_duplicates(["check", "row", "row_2", "row_3"])
    cells: dict[str, Any] = {name: lines[name].to_numpy() for name in ("check", "detail", "expected", "found")}
    for place in ("", "_2", "_3"):
        rows = lines[f"row{place}"].to_numpy().astype(np.int64)
        for name in _EVIDENCE:
            cells[name + place] = table[name].take(np.maximum(rows, 0)).reset_index(drop=True).mask(rows < 0)
    frame = pd.DataFrame(cells)[list(COLUMNS)]
    return frame.sort_values(["check", "observation_id", "observation_id_2"], ignore_index=True)
