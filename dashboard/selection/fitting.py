"""What does not fit: the findings of ``parsers.check`` on the figures looked at, in words, by the rows they concern."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

import parsers
from dashboard.selection.facts import Rows
from dashboard.selection.frames import wide
from dashboard.selection.table import Table

if TYPE_CHECKING:
    import pandas as pd

# A table of that size is checked in a third of a second, whole and once; of a larger one only what lies around a row.
WHOLE, AROUND = 20_000, 5_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One misfit that a row has part in: which check, its words, the number expected and found, the other rows of it."""

    check: str
    detail: str
    expected: float
    found: float
    rows: tuple[str, ...]


def misfits(table: Table) -> dict[str, tuple[Finding, ...]]:
    """The findings by the rows that they name; none for a table too large to be checked while somebody waits."""
    return table.once(_misfits)


def _misfits(table: Table) -> dict[str, tuple[Finding, ...]]:
    size = len(table.facts.ids)
    return _checked(wide(table, np.arange(size))) if 0 < size <= WHOLE else {}


def checked_whole(table: Table) -> bool:
    """Whether the findings of the whole table are at hand; else those of a row take a quarter of a second."""
    return len(table.facts.ids) <= WHOLE


def of_row(table: Table, observation_id: str, place: int) -> tuple[Finding, ...]:
    """The findings that name one row, whose place in the facts is given."""
    if checked_whole(table):
        return misfits(table).get(observation_id, ())
    return _checked(wide(table, _around(table, place))).get(observation_id, ())


def _around(table: Table, place: int) -> Rows:
    """The row, and those of its pair that tell of years near to its own, the nearest first, as many as are soon checked."""
    facts = table.facts
    ref, other = facts.columns["ref"][place], facts.columns["other"][place]
    if ref < 0 or other < 0:
        return np.array([place])
    pairs = ((ref, other), (other, ref))
    rows = np.unique(np.concatenate([facts.of(facts.areas[one], facts.areas[two])[0] for one, two in pairs]))
    away = np.abs((facts.columns["end"][rows] - facts.columns["end"][place]).astype("timedelta64[D]").astype(np.float64))
    near = rows[np.argsort(np.where(np.isfinite(away) & (away >= 0), away, np.inf), kind="stable")][:AROUND]
    return np.union1d(near, [place])


def _checked(frame: pd.DataFrame) -> dict[str, tuple[Finding, ...]]:
    from parsers.tables.columns import typed

    found: dict[str, list[Finding]] = defaultdict(list)
    for line in parsers.check(typed(frame)).to_dict("records"):
        names = [line[f"observation_id{place}"] for place in ("", "_2", "_3")]
        rows = tuple(name for name in names if isinstance(name, str))
        finding = Finding(line["check"], line["detail"], float(line["expected"]), float(line["found"]), rows)
        for name in dict.fromkeys(rows):
            found[name].append(finding)
    return {name: tuple(findings) for name, findings in found.items()}
