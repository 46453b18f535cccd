"""CSV that a spreadsheet opens: with a byte-order mark, and nothing in it that a spreadsheet takes for a formula."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from parsers.tables.exports import Exported
from parsers.tables.files import replacing, write_csv
from parsers.tables.guard import guarded


def write(table: pd.DataFrame, path: Path) -> Exported:
    """`table` as guarded CSV at `path`; `read_table` gives the same table back."""
    with replacing(path) as beside:
        write_csv(guarded(table), beside, "utf-8-sig")
    return Exported((path,), len(table), {})
