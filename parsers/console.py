"""What the commands show on a terminal: one line for each thing lost, progress, and the reading of a sentence explained."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

# What a mention's value repeats of the mention itself; and how many of a list are shown.
_SHOWN = frozenset(("start", "end", "text"))
_MOST = 8

Advance = Callable[[int], None]


def complain(line: str) -> None:
    """One line on standard error."""
    if line:
        typer.echo(" ".join(line.split()), err=True)


def told(error: OSError, target: Path | None = None) -> str:
    """An error of the system as one line that names the file; `target` where its own temporary file or none is named.

    >>> told(OSError(28, "No space left on device"), Path("t.csv"))
    't.csv: No space left on device'
    """
    place = error.filename
    if target and (place is None or Path(place).name.startswith(f".{target.name}.")):
        place = target
    return f"{place}: {error.strerror or error}" if place else error.strerror or str(error)


@contextmanager
def progress() -> Iterator[Callable[[int], Advance]]:
    """A bar of the bytes read, on standard error if that is a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda total: lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    columns = ("reading", BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

        def start(total: int) -> Advance:
            task = bar.add_task("reading", total=total)
            return lambda done: bar.advance(task, done)

        yield start


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 row", "2 rows".

    >>> counted(1, "row"), counted(1200, "row")
    ('1 row', '1,200 rows')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def show_explanation(found: Mapping[str, Any]) -> None:
    """The reading of a text as tables: mentions, skeleton, roles, slots with their candidates, rows."""
    from rich.console import Console

    console = Console()
    _table(console, "Mentions", ("kind", "start", "end", "text", "value"), found["mentions"])
    console.print("[bold]Skeleton[/bold]")
    console.print(str(found["skeleton"]), markup=False, highlight=False)
    console.print()
    roles = found["roles"]
    _table(console, "Roles", _keys(roles), roles)
    for slot in found["slots"]:
        columns = ("chosen", "text", "value", "score", "cues")
        _table(console, f"Slot {slot['slot']} of {slot.get('figure', 'the text')}", columns, slot["candidates"])
    for number, (row, kept) in enumerate(zip(found["rows"], found["kept"], strict=True), 1):
        cells = [{"column": name, "value": value} for name, value in row.items() if value not in (None, "")]
        sure = "" if kept or found["passed_over"] else ": less sure than what is kept by default, left out of tables"
        _table(console, f"Row {number}{sure}", ("column", "value"), cells)
    if not found["rows"]:
        console.print("No rows: nothing in this text was read as a trade figure.")
    elif found["passed_over"]:
        console.print(
            "No row of this is kept: a text without a word of trade (export, import, trade ...) near a figure is passed over."
        )


def show_findings(found: Sequence[Mapping[str, Any]]) -> None:
    """One finding a paragraph: what does not fit, and each sentence with its document."""
    for finding in found:
        typer.echo(f"{finding['check']}: {finding['detail']} (expected {finding['expected']}, found {finding['found']})")
        for place in ("", "_2", "_3"):
            if finding[f"sentence{place}"]:
                typer.echo(f"  {finding[f'source_id{place}']} {finding[f'observation_id{place}']}: {finding[f'sentence{place}']}")


def _keys(entries: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for entry in entries for key in entry))


def _table(console: Any, title: str, columns: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    if rows:
        console.print(table)


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, dict):
        told = {name: part for name, part in value.items() if name not in _SHOWN and part not in (None, "", 0, False, [])}
        return " ".join(f"{name}={_short(part)}" for name, part in told.items())
    if isinstance(value, list | tuple):
        return " ".join(map(_cell, value))
    return "yes" if value is True else str(value)


def _short(value: object) -> str:
    if isinstance(value, list) and value[_MOST:]:
        return f"{_cell(value[:_MOST])} ..."
    return _cell(value)
