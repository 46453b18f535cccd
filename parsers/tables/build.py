"""Observations to the tidy table: `frame` and `empty`; `write`, `read_table` and `validate` are found here too."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any

import pandas as pd
import regex

from parsers.model import Document, Observation
from parsers.tables.columns import typed
from parsers.tables.files import read_table, write, write_csv
from parsers.tables.schema import NAMES
from parsers.tables.spans import time_period
from parsers.tables.validity import TableError, validate

__all__ = ["TableError", "empty", "frame", "read_table", "typed", "validate", "write", "write_csv"]

_SAME = ("ref_area", "counterpart_area", "trade_flow", "kind", "product", "adjustment", "per", "unit_measure")
_HEDGES = ("alt_unit_measure", "bound", "change_bound", "share_bound", "share_of", "status")
_NUMBERS = ("obs_value", "obs_value_max", "alt_value", "change_pct", "change_max", "share_pct", "share_max")
_BLANK_LINE = regex.compile(r"\r?\n(?:[^\S\n]*+\n)++")
_NEWLINE = regex.compile(r"\r?\n")


def empty() -> pd.DataFrame:
    """A table without rows: all columns, in order, typed."""
    return typed(pd.DataFrame(columns=list(NAMES)))


def frame(pairs: Iterable[tuple[Document, Sequence[Observation]]]) -> pd.DataFrame:
    """The tidy table of what documents state: one row an observation, all columns of the schema, in order and typed."""
    return typed(pd.DataFrame(list(_rows(pairs)), columns=list(NAMES)))


def _rows(pairs: Iterable[tuple[Document, Sequence[Observation]]]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for document, observations in pairs:
        for observation in observations:
            row = _statistic(observation) | _evidence(document, observation)
            content = _content(row)
            row["observation_id"] = _identifier(content, seen[content])
            seen[content] += 1
            yield row


def _statistic(observation: Observation) -> dict[str, Any]:
    """The cells that say what was measured; Decimal becomes float here and nowhere else."""
    period, base = observation.period, observation.base
    numbers = {name: getattr(observation, name) for name in _NUMBERS}
    return {
        **{name: getattr(observation, name) for name in (*_SAME, *_HEDGES)},
        **{name: None if number is None else float(number) for name, number in numbers.items()},
        "time_period": time_period(period.start, period.end),
        "period_start": period.start,
        "period_end": period.end,
        "base_start": base.start,
        "base_end": base.end,
        "derived": False,
        "formula": None,
        "confidence": round(observation.confidence, 2),
    }


def _evidence(document: Document, observation: Observation) -> dict[str, Any]:
    """The cells that say where it stands and how it is known."""
    start, end = observation.sentence_start, observation.sentence_end
    first, last = paragraph_around(document.text, start, end)
    roles = [{"role": role.role, "start": role.start, "end": role.end} for role in observation.roles]
    return {
        **{name: getattr(document, name) for name in ("source_id", "url", "title", "language")},
        # What the text says of itself counts where its collection says nothing.
        "published": document.published or observation.published,
        "publisher": document.publisher or observation.publisher,
        "sentence": document.text[start:end],
        "char_start": start,
        "char_end": end,
        "paragraph": document.text[first:last],
        "paragraph_start": first,
        "mentions": json.dumps(roles, ensure_ascii=False),
        "known": ";".join(f"{part}={how}" for part, how in observation.known.items()),
        "cues": ";".join(observation.cues),
    }


def paragraph_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the paragraph around text[start:end]: blank lines divide paragraphs, or newlines in a text without them.

    >>> paragraph_around("Head\\n\\nOne. Two.\\n\\nTail", 11, 15)
    (6, 15)
    """
    borders = _borders(text)
    place = bisect_right(borders, (start, start))
    before = [behind for _, behind in borders[max(place - 2, 0) : place] if behind <= start]
    after = borders[bisect_left(borders, (end, end)) :]
    first, last = before[-1] if before else 0, after[0][0] if after else len(text)
    blank = len(text[first:start]) - len(text[first:start].lstrip())
    return first + blank, max(end, first + len(text[first:last].rstrip()))


@lru_cache(maxsize=8)
def _borders(text: str) -> tuple[tuple[int, int], ...]:
    """Where paragraphs are divided: start and end of each blank line, or of each newline in a text without blank lines."""
    return tuple(found.span() for found in _BLANK_LINE.finditer(text)) or tuple(found.span() for found in _NEWLINE.finditer(text))


def _content(row: dict[str, Any]) -> str:
    """What makes a row this row: its source, its span and its statistic, whatever is known of the document beside."""
    dates = ("period_start", "period_end", "base_start", "base_end")
    names = ("source_id", "char_start", "char_end", *_SAME, *_HEDGES, *_NUMBERS, *dates)
    return "\x1f".join("" if row[name] is None else str(row[name]) for name in names)


def _identifier(content: str, repeated: int) -> str:
    """Sixteen hexadecimal digits; a row that says the same again in the same sentence is told apart by its turn."""
    return sha256(f"{content}\x1f{repeated or ''}".encode()).hexdigest()[:16]
