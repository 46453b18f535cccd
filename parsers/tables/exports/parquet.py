"""Parquet, with the table's types."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from parsers.tables.exports import Exported
from parsers.tables.files import replacing, write_parquet


def write(table: pd.DataFrame, path: Path) -> Exported:
    """`table` as Parquet at `path`."""
    with replacing(path) as beside:
        write_parquet(table, beside)
    return Exported((path,), len(table), {})
