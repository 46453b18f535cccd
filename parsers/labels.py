"""What was read of a document, as a draft of its label (the JSON beside a labelled text), to be corrected by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from parsers.model import Document, Observation

_HEAD = ("ref_area", "counterpart_area", "trade_flow", "kind", "product")
_MEASURES = ("obs_value", "obs_value_max", "unit_measure", "bound", "change_pct", "change_max", "change_bound")
_SHARES = ("share_pct", "share_max", "share_bound", "share_of")
# A label has these only where there is something to say.
_OPTIONAL = frozenset(("obs_value_max", "change_max", "share_max", "per"))


def draft(document: Document, observations: Sequence[Observation]) -> dict[str, Any]:
    """The label of a document as the reader would give it: one fact an observation, keys as in the labelled sets."""
    first = observations[0] if observations else None
    published = document.published or (first.published if first else None)
    return {
        "id": document.source_id,
        "url": document.url,
        "publisher": document.publisher or (first.publisher if first else None),
        "published": _plain(published),
        "language": document.language,
        "text": "draft as read, to be corrected by hand",
        "unscored": [],
        "facts": [_fact(document, observation) for observation in observations],
    }


def _fact(document: Document, observation: Observation) -> dict[str, Any]:
    period, base = observation.period, observation.base
    cells = {
        **{name: getattr(observation, name) for name in _HEAD},
        "period_start": period.start,
        "period_end": period.end,
        "per": observation.per,
        **{name: getattr(observation, name) for name in _MEASURES},
        "base_start": base.start,
        "base_end": base.end,
        **{name: getattr(observation, name) for name in _SHARES},
        "status": observation.status,
        "sentence": document.text[observation.sentence_start : observation.sentence_end],
    }
    return {name: _plain(value) for name, value in cells.items() if value is not None or name not in _OPTIONAL}


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
