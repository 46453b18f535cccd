"""From a document to the statistics it states."""

from __future__ import annotations

from parsers.model import Document, Observation
from parsers.observations.assemble import assemble
from parsers.observations.attach import attach
from parsers.observations.gate import worth_reading
from parsers.observations.repeats import without_repeats
from parsers.observations.scan import read_through
from parsers.observations.weights import Weights, shipped


def read(document: Document, model: Weights | None = None) -> list[Observation]:
    """The statistics that `document` states, in the order of its text, each with its confidence; nothing is left out by it."""
    if not worth_reading(document.text, document.language):
        return []
    reading = read_through(document)
    if not reading.page.figures:
        return []
    weights = shipped(document.language) if model is None else model
    _, slots = attach(reading, weights)
    return without_repeats(assemble(reading, slots, weights))
