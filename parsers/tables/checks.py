"""What does not fit in a table: `check` lists it, and corrects nothing."""

from __future__ import annotations

import pandas as pd

from parsers.tables.consistency import growth_misfits, identity_misfits
from parsers.tables.findings import COLUMNS, told
from parsers.tables.keys import keys
from parsers.tables.operands import operands
from parsers.tables.plausibility import claim_outliers, impossible_years, series_outliers
from parsers.tables.wholes import beyond_hundred, beyond_wholes

__all__ = ["COLUMNS", "check"]


def check(table: pd.DataFrame) -> pd.DataFrame:
    """One row a finding, with the columns `COLUMNS`: what is wrong in words, the number expected and the one found, and the
    observation_id, document, sentence and address of each of the rows (two or three; one for a year) that do not fit together.

    Only stated rows are looked at: within each source, and between the preferred claims of all. Printed figures are taken for
    rounded ones, and hedges for what they leave open, so that a finding is no matter of the last digit.
    """
    stated = table[~table["derived"]].reset_index(drop=True)
    known = keys(stated)
    found = [beyond_hundred(stated), *claim_outliers(stated, known), *impossible_years(stated)]
    for across_sources in (False, True):
        given = operands(stated, known, across_sources)
        found += beyond_wholes(given, known, across_sources)
        found += growth_misfits(stated, given) + identity_misfits(given)
        if across_sources:
            found += series_outliers(given)
    return told(found, stated)
