"""What a spreadsheet would take for a formula, made harmless in free text, and read back as it was.

A file with a byte-order mark is one for spreadsheets: its free-text cells that begin with = + - @ (or a tab, which a
spreadsheet skips) carry an apostrophe in front, as does a cell in which apostrophes already stand before such a sign.
"""

from __future__ import annotations

from codecs import BOM_UTF8

import pandas as pd

from parsers.tables.schema import FREE_TEXT

BOM = BOM_UTF8
_RISKY = r"'*[=+\-@\t\r]"


def guarded(table: pd.DataFrame) -> pd.DataFrame:
    """A copy of `table` whose free text no spreadsheet takes for a formula."""
    return table.assign(**{name: _guard(table[name]) for name in FREE_TEXT if name in table})


def unguarded(table: pd.DataFrame) -> pd.DataFrame:
    """A copy of `table` without the guards that `guarded` set."""
    return table.assign(**{name: _unguard(table[name]) for name in FREE_TEXT if name in table})


def _guard(texts: pd.Series[str]) -> pd.Series[str]:
    return texts.mask(texts.str.match(_RISKY, na=False), "'" + texts)


def _unguard(texts: pd.Series[str]) -> pd.Series[str]:
    return texts.mask(texts.str.match("'" + _RISKY, na=False), texts.str[1:])
