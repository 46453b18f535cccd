"""Which words of the text a bound from above stands for: 'almost', 'less than' or 'up to'; the table keeps that it is one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.selection.facts import Facts

if TYPE_CHECKING:
    import duckdb

# The rows of a larger table are read when their sentence is opened.
MOST = 20_000
REACH = 60
ALMOST = (
    r"near(?:ly|s|ed|ing)?(?: to)?|almost|clos(?:e|er) to|nigh on|approach(?:es|ed|ing)?|virtually|practically|"
    r"(?:just )?short of|(?:(?:just|slightly) (?:under|below)|(?:a (?:little|bit)|slightly) less than)"
)
LESS = r"(?:well )?(?:under|below)|(?:less|fewer) than"
UP_TO = r"up to|as (?:much|high|many) as|at most|(?:not|no) more than|not exceed(?:ing)?|(?:a )?maximum(?: of)?"
SENSES = (("almost", ALMOST), ("less than", LESS), ("up to", UP_TO))
BETWEEN = r"(?:\W+(?:the|a|an|mark|level|of|reach(?:ed|ing|es)?|hit|us)\b){0,3}\W*$"
BEFORE = tuple((sense, re.compile(rf"\b(?:{words}){BETWEEN}", re.IGNORECASE)) for sense, words in SENSES)
BEHIND = re.compile(r"^\W{0,2}(?:or (?:less|below)|at most)\b", re.IGNORECASE)
ROLES = {"hedge": ("bound", "value"), "change_hedge": ("change_bound", "change")}
WORDS = tuple(sense for sense, _ in SENSES)
COLUMNS = "paragraph, paragraph_start, mentions, bound, change_bound"


def told(row: Mapping[str, Any], which: str = "hedge") -> str | None:
    """The sense of the hedge of a row's amount (``hedge``) or rate (``change_hedge``); None where the text does not say."""
    bound, role = ROLES[which]
    text, mentions, start = row.get("paragraph"), row.get("mentions"), row.get("paragraph_start")
    if row.get(bound) != "below" or not isinstance(text, str) or not isinstance(mentions, str) or start is None or start != start:
        return None
    marks = [(m["start"] - int(start), m["end"] - int(start)) for m in json.loads(mentions) if m["role"] == role]
    senses = (_sense(text[max(first - REACH, 0) : max(first, 0)], text[last:]) for first, last in marks)
    return next(filter(None, senses), None)


def _sense(before: str, behind: str) -> str | None:
    found = next((sense for sense, words in BEFORE if words.search(before)), None)
    return found or ("up to" if BEHIND.search(behind) else None)


def add(connection: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """Give the facts their columns of hedges, in the codes of WORDS; those of a large table stay empty."""
    known: dict[str, np.ndarray] = {name: np.full(len(facts.ids), -1, dtype=np.int32) for name in ROLES}
    if 0 < len(facts.ids) <= MOST:
        names = ("row", *COLUMNS.split(", "))
        hedged = f"SELECT {', '.join(names)} FROM observations WHERE 'below' IN (bound, change_bound)"
        for values in connection.execute(hedged).fetchall():
            row = dict(zip(names, values, strict=True))
            for name, column in known.items():
                sense = told(row, name)
                column[row["row"]] = WORDS.index(sense) if sense else -1
    for name, column in known.items():
        facts.columns[name], facts.texts[name] = column, list(WORDS)
