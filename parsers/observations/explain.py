"""Every decision of reading made visible: mentions, skeleton, roles, and each slot's candidates with cues and scores.

A candidate that the sentence denies, and that is not chosen however high its score, has "barred" for its first cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from parsers.model import Document, Observation
from parsers.observations.assemble import assemble
from parsers.observations.attach import Filled, attach
from parsers.observations.reading import Reading
from parsers.observations.repeats import without_repeats
from parsers.observations.scan import read_through
from parsers.observations.weights import Candidate, Weights, shipped

MOST_CANDIDATES = 12


def explained(document: Document, model: Weights | None = None) -> tuple[dict[str, Any], list[Observation]]:
    """How a document is read, in plain values, and the observations that it gives."""
    weights = shipped(document.language) if model is None else model
    reading = read_through(document)
    _, slots = attach(reading, weights)
    rows = without_repeats(assemble(reading, slots, weights))
    page = reading.page
    story = {
        "mentions": [
            {"kind": t.mention.kind, "start": t.start, "end": t.end, "text": t.mention.text, "value": plain(t.mention.value)}
            for line in page.lines
            for t in line.tokens
            if t.mention is not None
        ],
        "skeleton": [page.skeleton(number) for number in range(len(page.lines))],
        "roles": [{"row": number, **asdict(role)} for number, row in enumerate(rows) for role in row.roles],
        "slots": [entry for filled in slots.values() for entry in _slots(reading, filled)],
    }
    return story, rows


def _slots(reading: Reading, filled: Filled) -> Iterator[dict[str, Any]]:
    for slot, found in filled.candidates.items():
        chosen = filled.chosen.get(slot)
        ranked = enumerate(sorted(found, key=lambda candidate: -candidate.score))
        ordered = [candidate for rank, candidate in ranked if rank < MOST_CANDIDATES or candidate is chosen]
        yield {
            "figure": filled.figure.mention.text,
            "figure_start": filled.figure.mention.start,
            "slot": slot,
            "probability": round(filled.probability.get(slot, 0.0), 4),
            "candidates": [_candidate(reading, candidate, candidate is chosen) for candidate in ordered],
        }


def _candidate(reading: Reading, candidate: Candidate, chosen: bool) -> dict[str, Any]:
    text = reading.page.document.text[candidate.start : candidate.end] if candidate.start >= 0 else ""
    return {
        "text": text,
        "start": candidate.start,
        "end": candidate.end,
        "value": plain(candidate.value),
        "cues": ["barred", *candidate.cues] if candidate.barred else list(candidate.cues),
        "score": round(candidate.score, 4),
        "chosen": chosen,
    }


def plain(value: object) -> Any:
    """A value as JSON can hold it: Decimals as numbers, dates as ISO 8601, dataclasses as objects."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(part) for key, part in asdict(value).items()}
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value
