"""Pages of rows for the grid: its filters and its order said in SQL, its words never part of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dashboard.selection.choice import Controls
from dashboard.selection.cut import preferred_first
from dashboard.selection.frames import numbered
from dashboard.selection.rows import listed
from dashboard.selection.table import Table
from parsers.tables.schema import COLUMNS, NAMES

if TYPE_CHECKING:
    import pandas as pd

KIND = {column.name: column.kind for column in COLUMNS}
PAGE = 200
COMPARISONS = {
    "equals": "{} = ?", "notEqual": "{} IS DISTINCT FROM ?", "lessThan": "{} < ?", "lessThanOrEqual": "{} <= ?",
    "greaterThan": "{} > ?", "greaterThanOrEqual": "{} >= ?",
}  # fmt: skip
TEXTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "contains": ("contains(lower({}), ?)", str),
    "notContains": ("NOT coalesce(contains(lower({}), ?), false)", str),
    "equals": ("lower({}) = ?", str),
    "notEqual": ("lower({}) IS DISTINCT FROM ?", str),
    "startsWith": ("starts_with(lower({}), ?)", str),
    "endsWith": ("ends_with(lower({}), ?)", str),
}


def page(table: Table, controls: Controls, request: dict[str, Any]) -> tuple[pd.DataFrame, int]:
    """The rows that a grid asks for (startRow, endRow, sortModel, filterModel), and how many there are in all.

    Words that are no column or no comparison are passed over.
    """
    clause, parameters = _filters(request.get("filterModel") or {})
    order = ", ".join([*_order(request.get("sortModel") or []), "place"])
    start = max(int(request.get("startRow") or 0), 0)
    end = max(int(request.get("endRow") or start + PAGE), start)
    cursor = table.connection.cursor()
    source = "(SELECT *, row AS place FROM observations)"
    if controls.rows != "all":
        cut = preferred_first(listed(table, controls), controls.prefer)
        rows = cut.rows
        cursor.register("asked", numbered(rows))
        source = "(SELECT o.*, asked.place FROM asked JOIN observations o ON o.row = asked.row)"
    total = cursor.execute(f"SELECT count(*) FROM {source} WHERE {clause}", parameters).fetchone()
    sql = f"SELECT {', '.join(NAMES)} FROM {source} WHERE {clause} ORDER BY {order} LIMIT {min(end - start, 1000)} OFFSET {start}"
    return cursor.execute(sql, parameters).df(), int(total[0]) if total else 0


def _order(model: list[dict[str, Any]]) -> list[str]:
    return [
        f"{one['colId']} {'DESC' if one.get('sort') == 'desc' else 'ASC'} NULLS LAST" for one in model if one.get("colId") in KIND
    ]


def _filters(model: dict[str, Any]) -> tuple[str, list[Any]]:
    """The clause for the filters of all columns; those of one column may be two joined by AND or OR."""
    clauses, parameters = ["true"], []
    for name, wanted in model.items():
        if name not in KIND:
            continue
        conditions = [_condition(name, one) for one in wanted.get("conditions") or [wanted]]
        kept = [condition for condition in conditions if condition]
        joint = " OR " if wanted.get("operator") == "OR" else " AND "
        if kept:
            clauses.append(f"({joint.join(clause for clause, _ in kept)})")
            parameters += [value for _, values in kept for value in values]
    return " AND ".join(clauses), parameters


def _condition(name: str, wanted: dict[str, Any]) -> tuple[str, list[Any]] | None:
    kind = wanted.get("type", "")
    if kind in ("blank", "notBlank"):
        return f"{name} IS {'' if kind == 'blank' else 'NOT '}NULL", []
    if KIND[name] in ("text", "flag"):
        clause, given = TEXTS.get(kind, ("", str))[0], str(wanted.get("filter") or "").lower()
        return (clause.format(f"{name}::VARCHAR"), [given]) if clause and given else None
    return _measured(name, kind, wanted)


def _measured(name: str, kind: str, wanted: dict[str, Any]) -> tuple[str, list[Any]] | None:
    """A comparison of a number or of a date; a range includes both of its ends."""
    dated = KIND[name] == "date"
    ends = [_value(wanted.get(key), dated) for key in (("dateFrom", "dateTo") if dated else ("filter", "filterTo"))]
    cast = f"{name}::VARCHAR" if dated else name
    if kind == "inRange" and None not in ends:
        return f"{cast} BETWEEN ? AND ?", ends
    if kind in COMPARISONS and ends[0] is not None:
        return COMPARISONS[kind].format(cast), ends[:1]
    return None


def _value(given: Any, dated: bool) -> Any:
    if given is None or dated:
        return None if given is None else str(given)[:10]
    try:
        return float(given)
    except (TypeError, ValueError):
        return None
