"""(table, Controls) -> rows: the only place where the page's filters are put into words of SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from dashboard.selection import spans
from dashboard.selection.choice import STATUSES, Controls
from dashboard.selection.table import Table
from parsers.tables.schema import NAMES

VOICES = "count(DISTINCT voice) OVER (PARTITION BY cell)"


class Point(NamedTuple):
    """One cell as it is drawn: its preferred claim, turned to the reporter's side, and how far all claims go apart."""

    observation_id: str
    reporter: str
    partner: str
    flow: str
    span: str
    start: date | None
    end: date | None
    value: float
    value_max: float | None
    unit: str
    bound: str | None
    status: str
    derived: bool
    turned: bool
    change: float | None
    change_bound: str | None
    publisher: str | None
    published: date | None
    low: float
    high: float
    claims: int


POINT_COLUMNS = """observation_id, reporter, partner, flow, span, period_start, period_end, value, value_max, unit_measure,
  bound, status, derived, turned, change_pct, change_bound, publisher, published,
  min(value) OVER claims AS low, max(coalesce(value_max, value)) OVER claims AS high, count(*) OVER claims AS claims"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason why a figure of the chosen areas is not shown; ``sql`` is true where it applies."""

    reason: str
    sql: str
    parameters: tuple[Any, ...] = ()


def rules(controls: Controls) -> list[Rule]:
    """The reasons to leave a figure out, the most telling first."""
    kept = [
        Rule("rate", "value IS NULL"),
        Rule("currency", "unit_measure IS DISTINCT FROM ?", (controls.currency,)),
        Rule("product", "product IS DISTINCT FROM ?", (controls.product or None,)),
        Rule("adjusted", "adjustment IS NOT NULL"),
        Rule("average", "per IS NOT NULL"),
        Rule("undated", "span IN ('undated', 'since')"),
    ]
    if controls.span != spans.EVERYTHING:
        kept.append(Rule("span", "span <> ?", (controls.span,)))
    return kept + _limits(controls)


def _limits(controls: Controls) -> list[Rule]:
    first, last = controls.years
    wanted = [
        (first is not None, Rule("years", "year(period_end) < ?", (first,))),
        (last is not None, Rule("years", "year(period_start) > ?", (last,))),
        (set(controls.status) != set(STATUSES), Rule("status", "NOT list_contains(?, status)", (list(controls.status),))),
        (not controls.hedged, Rule("hedged", "hedged")),
        (controls.confidence > 0, Rule("unsure", "confidence < ?", (controls.confidence,))),
        (not controls.derived, Rule("derived", "derived")),
        (bool(controls.publishers), Rule("publisher", "NOT list_contains(?, publisher)", (list(controls.publishers),))),
        (controls.known is not None, Rule("later", "published > ?", (controls.known,))),
    ]
    return [rule for applies, rule in wanted if applies]


def scope(controls: Controls) -> tuple[str, list[Any]]:
    """The clause that finds the figures of the chosen areas and flow, whatever else holds of them."""
    marks = ", ".join("?" for _ in controls.chosen) or "NULL"
    return f"reporter = ? AND flow = ? AND partner IN ({marks})", [controls.reporter, controls.flow, *controls.chosen]


def shown(controls: Controls) -> tuple[str, list[Any]]:
    """The clause that finds the rows of ``facts`` on show."""
    clause, parameters = scope(controls)
    for rule in rules(controls):
        clause += f" AND NOT coalesce({rule.sql}, false)"
        parameters.extend(rule.parameters)
    return clause, parameters


def points(table: Table, controls: Controls) -> list[Point]:
    """The cells on show, the preferred claim of each, by partner and time."""
    clause, parameters = shown(controls)
    sql = (
        f"SELECT {POINT_COLUMNS} FROM facts WHERE {clause} WINDOW claims AS (PARTITION BY cell) "
        "QUALIFY row_number() OVER (PARTITION BY cell ORDER BY preference) = 1 ORDER BY partner, period_start, period_end"
    )
    return [Point(*row) for row in table.rows(sql, parameters)]


def left_out(table: Table, controls: Controls) -> dict[str, int]:
    """How many figures of the chosen areas are not shown, by the first reason that applies."""
    clause, parameters = scope(controls)
    cases = " ".join(f"WHEN {rule.sql} THEN '{rule.reason}'" for rule in rules(controls))
    asked = [value for rule in rules(controls) for value in rule.parameters]
    sql = f"SELECT CASE {cases} END AS reason, count(*) FROM facts WHERE {clause} GROUP BY ALL ORDER BY count(*) DESC"
    return {reason: number for reason, number in table.rows(sql, asked + parameters) if reason}


def select(table: Table, controls: Controls, columns: tuple[str, ...] = NAMES) -> pd.DataFrame:
    """Every row on show with the table's own columns, as the texts say it; ``reporter``, ``partner``, ``shown_flow`` and
    ``shown_value`` add how the page turns it."""
    clause, parameters = shown(controls)
    wide = ", ".join(f"o.{column}" for column in columns)
    sql = (
        f"SELECT {wide}, f.reporter, f.partner, f.flow AS shown_flow, f.value AS shown_value FROM "
        f"(SELECT row, reporter, partner, flow, value, period_start AS begins FROM facts WHERE {clause}) f "
        "JOIN observations o ON o.row = f.row ORDER BY f.partner, f.begins, o.observation_id"
    )
    return table.frame(sql, parameters)


def count(table: Table, controls: Controls) -> int:
    """How many rows ``select`` gives."""
    clause, parameters = shown(controls)
    return int(table.rows(f"SELECT count(*) FROM facts WHERE {clause}", parameters)[0][0])


def everything(table: Table) -> pd.DataFrame:
    """The whole table, its own columns in their order."""
    return table.frame(f"SELECT {', '.join(NAMES)} FROM observations ORDER BY row")
