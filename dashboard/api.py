"""The table as JSON, to read: `/api/observations?ref_area=BY&counterpart_area=RU-KRS&limit=100`.

Parameters are named as the columns of the table; one given twice means either value, an empty one means an empty cell. `limit`
says how many rows a page has, `cursor` is the `next` of the page before. What is unknown or malformed is a 400 with its reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask, Response, request

from dashboard import api_page
from dashboard.selection import FLOWS, STATUSES, Shelf, Table
from parsers.tables.schema import COLUMNS, NAMES, Column

PATH = "/api/observations"
LIMIT, MOST = 100, 1000
LONGEST = 500
VALUES = {
    "trade_flow": FLOWS,
    "status": STATUSES,
    "kind": ("goods", "services", "goods+services", "unstated"),
    **dict.fromkeys(("bound", "change_bound", "share_bound"), ("exact", "about", "below", "above")),
}


class MalformedError(ValueError):
    """A parameter that cannot be followed: its name and the reason in words."""

    def __init__(self, parameter: str, reason: str) -> None:
        super().__init__(reason)
        self.parameter = parameter
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for: values by column (None is an empty cell), rows of a page, the row it goes on after."""

    values: dict[str, list[Any]]
    limit: int
    after: int


def register(server: Flask, shelf: Shelf) -> None:
    """Add the API and its description to the server."""

    @server.get(PATH)
    def observations() -> Response:
        table = shelf.table()
        try:
            return _answer(page(table, read(dict(request.args.lists()), edition(table))))
        except MalformedError as error:
            return _answer({"error": error.reason, "parameter": error.parameter, "documentation": "/api"}, 400)

    @server.get("/api")
    def described() -> Response:
        return Response(api_page.html(), mimetype="text/html")


def _answer(body: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(body, ensure_ascii=False, allow_nan=False), status, mimetype="application/json")


def edition(table: Table) -> str:
    """A name of the table's content, so that pages of two tables are never taken for one listing."""
    return table.once(_edition)


def _edition(table: Table) -> str:
    figures, mixed = table.rows("SELECT count(*), coalesce(bit_xor(hash(observation_id)), 0) FROM observations")[0]
    return f"{figures:x}-{mixed:x}"


def read(parameters: dict[str, list[str]], edition: str) -> Asked:
    """The request in the table's terms; MalformedError for what is no column, no such value or no number of rows."""
    columns = {column.name: column for column in COLUMNS}
    values: dict[str, list[Any]] = {}
    for name, texts in parameters.items():
        if name in columns:
            values[name] = [_value(columns[name], text) for text in texts]
        elif name not in ("limit", "cursor"):
            raise MalformedError(name[:LONGEST], "there is no such parameter: it is a column of the table, limit or cursor")
    return Asked(values, _limit(_single(parameters, "limit")), _after(_single(parameters, "cursor"), edition))


def _single(parameters: dict[str, list[str]], name: str) -> str:
    texts = parameters.get(name, [""])
    if len(texts) > 1:
        raise MalformedError(name, "it is given more than once")
    return texts[0]


def _limit(text: str) -> int:
    if not text:
        return LIMIT
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= MOST):
        raise MalformedError("limit", f"it is a whole number from 1 to {MOST}")
    return int(text)


def _after(text: str, edition: str) -> int:
    if not text:
        return -1
    told, _, row = text.rpartition(".")
    if not told or not (row.isascii() and row.isdigit() and len(row) <= 18):
        raise MalformedError("cursor", "it is the text that an answer gives as next")
    if told != edition:
        raise MalformedError("cursor", "the table has been replaced since: begin again without a cursor")
    return int(row)


def _value(column: Column, text: str) -> Any:
    if not text:
        return None
    if len(text) > LONGEST or "\0" in text:
        raise MalformedError(column.name, f"it is a text of at most {LONGEST} characters")
    allowed = VALUES.get(column.name)
    if allowed and text not in allowed:
        raise MalformedError(column.name, f"it is one of {', '.join(allowed)}")
    return READERS[column.kind](column.name, text)


def _text(name: str, text: str) -> str:
    return text


def _day(name: str, text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise MalformedError(name, "it is a date such as 2017-12-31") from None


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise MalformedError(name, "it is a number such as 96300000")
    return number


def _integer(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise MalformedError(name, "it is a whole number")
    return int(text)


def _flag(name: str, text: str) -> bool:
    if text not in ("true", "false"):
        raise MalformedError(name, "it is true or false")
    return text == "true"


READERS: dict[str, Callable[[str, str], Any]] = {
    "text": _text, "date": _day, "number": _number, "integer": _integer, "flag": _flag,
}  # fmt: skip


def where(asked: Asked) -> tuple[str, list[Any]]:
    """The condition in SQL and its parameters; names are columns of the schema, never text of the request."""
    clauses, parameters = [], []
    for name, values in asked.values.items():
        given = [value for value in values if value is not None]
        either = [f"{name} IN ({', '.join('?' * len(given))})"] if given else []
        either += [f"{name} IS NULL"] if len(given) < len(values) else []
        clauses.append(f"({' OR '.join(either)})")
        parameters += given
    return " AND ".join(clauses) or "true", parameters


def page(table: Table, asked: Asked) -> dict[str, Any]:
    """One page: how many rows there are in all, this page's rows with the table's columns, the cursor of the next."""
    clause, parameters = where(asked)
    total = table.rows(f"SELECT count(*) FROM observations WHERE {clause}", parameters)[0][0]
    # Two steps, so that the wide columns are read for one page and not for every row.
    sql = f"SELECT row FROM observations WHERE {clause} AND row > ? ORDER BY row LIMIT ?"
    numbers = [row for (row,) in table.rows(sql, [*parameters, asked.after, asked.limit + 1])]
    shown = numbers[: asked.limit]
    rows = _rows(table, shown)
    following = f"{edition(table)}.{shown[-1]}" if len(numbers) > asked.limit else None
    return {"total": total, "observations": rows, "next": following}


def _rows(table: Table, numbers: list[int]) -> list[dict[str, Any]]:
    if not numbers:
        return []
    listed = ", ".join(str(number) for number in numbers)
    found = table.rows(f"SELECT {', '.join(NAMES)} FROM observations WHERE row IN ({listed}) ORDER BY row")
    return [{name: _plain(cell) for name, cell in zip(NAMES, row, strict=True)} for row in found]


def _plain(cell: Any) -> Any:
    if isinstance(cell, date):
        return cell.isoformat()
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell
