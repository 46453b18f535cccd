"""Archives of texts: Parquet, CSV and JSON Lines with a column `text`, and where they are there `id` and those of `sources.csv`.

A Parquet file is read a row group at a time, so that several processes may share it and none holds more than a piece of it.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from parsers.documents.encoding import encoding_of
from parsers.documents.entry import Entry, NoTextsError, Report, UnreadableError, day

ENDINGS = (".parquet", ".csv", ".jsonl")
COLUMNS = ("id", "text", "url", "publisher", "published", "language", "title")
_HEAD = 1 << 20
_BATCH = 512

Row = tuple[str, Mapping[str, Any]]


def parts(path: Path) -> int:
    """The row groups of a Parquet file, else one; NoTextsError without a column `text`, UnreadableError if broken."""
    if path.suffix.lower() == ".parquet":
        with _parquet(path) as file:
            _need_text(file.schema_arrow.names)
            return int(file.metadata.num_row_groups)
    if path.suffix.lower() == ".csv":
        with path.open(encoding=_encoding(path), newline="") as lines:
            _need_text(_header(lines))
        return 1
    _need_text(next((list(row) for _, row in _jsonl(path, lambda line: None)), ["text"]))
    return 1


def read(path: Path, part: int, report: Report) -> Iterator[Entry]:
    """The entries of a row group, or of the whole file; a row that cannot be used is reported with its place and left out."""
    for place, row in _rows(path, part, report):
        try:
            entry = _entry(place, row)
        except ValueError as error:
            report(f"{place}: {error}")
            continue
        if entry is not None:
            yield entry


def _rows(path: Path, part: int, report: Report) -> Iterator[Row]:
    if path.suffix.lower() == ".parquet":
        return _row_group(path, part)
    return _csv(path, report) if path.suffix.lower() == ".csv" else _jsonl(path, report)


def _entry(place: str, row: Mapping[str, Any]) -> Entry | None:
    """One row as an entry, None where it holds no text; ValueError where a cell is not what its column says."""
    text = row.get("text")
    if text is not None and not isinstance(text, str):
        raise ValueError("text is not a text")
    if text is None or not text.strip():
        return None
    cells = {name: _cell(row.get(name)) for name in ("id", "url", "publisher", "language", "title")}
    published = row.get("published")
    return Entry(text, key=place.rpartition(" ")[2], published=_date(published), **cells)


def _date(value: object) -> date | None:
    if value is None or isinstance(value, str):
        return day(value or "")
    return day(str(value))


def _cell(value: object) -> str | None:
    return None if value is None or not str(value).strip() else str(value).strip()


def _need_text(names: list[str]) -> None:
    if "text" not in names:
        raise NoTextsError("has no column `text`")


def _parquet(path: Path) -> Any:
    # pyarrow takes a tenth of a second to import, which a folder of texts need not pay.
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    try:
        return parquet.ParquetFile(path, memory_map=True)
    except arrow.ArrowInvalid as error:
        raise UnreadableError(f"broken Parquet: {str(error).splitlines()[0]}") from None


def _row_group(path: Path, part: int) -> Iterator[Row]:
    import pyarrow as arrow

    with _parquet(path) as file:
        names = [name for name in COLUMNS if name in file.schema_arrow.names]
        number = sum(file.metadata.row_group(group).num_rows for group in range(part))
        try:
            for batch in file.iter_batches(_BATCH, row_groups=[part], columns=names, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield f"row {number}", row
        except (arrow.ArrowInvalid, OSError) as error:
            raise UnreadableError(f"broken Parquet: {str(error).splitlines()[0]}") from None


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD)
        return encoding_of(head, whole=not file.read(1))


def _header(lines: Any) -> list[str]:
    csv.field_size_limit(sys.maxsize)  # an article may be longer than the 128 KiB that the module allows a cell
    return [name.strip() for name in next(csv.reader(lines), [])]


def _csv(path: Path, report: Report) -> Iterator[Row]:
    with path.open(encoding=_encoding(path), newline="") as lines:
        names = _header(lines)
        rows = csv.reader(lines)
        number = 1
        try:
            for cells in rows:
                number += 1
                if len(cells) > len(names):
                    report(f"row {number}: {len(cells)} cells for {len(names)} columns")
                elif cells:
                    yield f"row {number}", dict(zip(names, cells, strict=False))
        except (csv.Error, UnicodeDecodeError) as error:
            raise UnreadableError(f"broken after row {number}: {error}") from None


def _jsonl(path: Path, report: Report) -> Iterator[Row]:
    with path.open(encoding=_encoding(path)) as lines:
        number = 0
        try:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                row = _object(line)
                if row is None:
                    report(f"line {number}: not a JSON object")
                else:
                    yield f"line {number}", row
        except UnicodeDecodeError as error:
            raise UnreadableError(f"broken after line {number}: {error}") from None


def _object(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None
