"""From a document to the statistics it states."""

from __future__ import annotations

from parsers.model import Document, Observation


def read(document: Document) -> list[Observation]:
    """The statistics that `document` states, in the order of its text."""
    return []
