"""What there is to choose from: reporters, their partners, currencies, spans, products and publishers, with counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.selection.choice import FLOWS, Controls
from dashboard.selection.table import Table

OPENED = 5
FULL_STORY = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen and how many figures it has."""

    code: str
    figures: int


def _choices(table: Table, sql: str, parameters: list[str]) -> tuple[Choice, ...]:
    return tuple(Choice(str(code), number) for code, number in table.rows(sql, list(parameters)) if code)


def _count(table: Table, column: str, reporter: str) -> tuple[Choice, ...]:
    sql = f"SELECT {column}, count(*) FROM facts WHERE reporter = ? GROUP BY 1 ORDER BY 2 DESC, 1"
    return _choices(table, sql, [reporter])


def _reporters(table: Table) -> tuple[Choice, ...]:
    return _choices(table, "SELECT reporter, count(*) FROM facts GROUP BY 1 ORDER BY 2 DESC, 1", [])


def reporters(table: Table) -> tuple[Choice, ...]:
    """Every area that figures speak of, from either side."""
    return table.once(_reporters)


def counted(table: Table, column: str, reporter: str) -> tuple[Choice, ...]:
    """The values of ``column`` among a reporter's figures (partner, flow, unit_measure, span, product, publisher)."""
    return table.once(_count, column, reporter)


def _largest(table: Table, reporter: str, flow: str, currency: str, span: str) -> tuple[str, ...]:
    """Partners by their latest full-year figure, those with a full story first."""
    sql = (
        "SELECT partner, count(DISTINCT period_start) AS years, arg_max(value, period_start) AS latest FROM facts "
        "WHERE reporter = ? AND flow = ? AND unit_measure = ? AND span = ? AND value IS NOT NULL AND product IS NULL "
        "AND adjustment IS NULL AND per IS NULL AND status = 'actual' AND NOT derived GROUP BY partner "
        f"ORDER BY least(count(DISTINCT period_start), {FULL_STORY}) DESC, latest DESC, partner"
    )
    found = [(str(partner), years, latest) for partner, years, latest in table.rows(sql, [reporter, flow, currency, span])]
    found = [row for row in found if "+" not in row[0] and row[0] != "WLD"] or found
    regions = [row for row in found if "-" in row[0]]
    chosen = regions if len(regions) * 2 >= len(found) else found
    full = [row for row in chosen if row[1] >= FULL_STORY]
    best = full if len(full) >= OPENED else chosen
    opened = best[:OPENED] if best is chosen else sorted(full, key=lambda row: -abs(row[2]))[:OPENED]
    return tuple(row[0] for row in opened)


def default_controls(table: Table, reporter: str | None = None) -> Controls:
    """Where the page opens, for the reporter with the most figures or a given one: the largest partners with a full story."""
    if reporter is None:
        everybody = [choice.code for choice in reporters(table) if choice.code != "WLD"]
        reporter = everybody[0] if everybody else "WLD"
    return table.once(_default, reporter)


def _default(table: Table, reporter: str) -> Controls:
    start = Controls(reporter)
    common = {
        "flow": _first(table, "flow", reporter, FLOWS[0]),
        "currency": _first(table, "unit_measure", reporter, start.currency),
        "span": _full_span(table, reporter),
    }
    opened = _largest(table, reporter, common["flow"], common["currency"], common["span"])
    if not opened:
        common["span"] = "everything"
        opened = tuple(choice.code for choice in counted(table, "partner", reporter)[:OPENED])
    return replace(start, partners=opened, **common)


def _first(table: Table, column: str, reporter: str, otherwise: str) -> str:
    found = counted(table, column, reporter)
    return found[0].code if found else otherwise


def _full_span(table: Table, reporter: str) -> str:
    found = [c.code for c in counted(table, "span", reporter) if c.code in ("calendar", "iranian") or c.code.startswith("fiscal")]
    return found[0] if found else "calendar"
