"""Texts laid out for reading, and the pieces of them that tests ask about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from parsers.model import Document, Mention
from parsers.observations.page import Figure, Line, Page, lay_out
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through


def document(text: str, published: str | None = None, **details: Any) -> Document:
    """A document with this text; `published` as ISO 8601."""
    return Document("told", text, published=date.fromisoformat(published) if published else None, **details)


def reading(text: str, published: str | None = None, **details: Any) -> Reading:
    """A text with all its mentions found and nothing decided."""
    return read_through(document(text, published, **details))


def figure(read: Reading, text: str) -> Figure:
    """The figure whose mention is `text`."""
    (found,) = [figure for figure in read.page.figures if figure.mention.text == text]
    return found


def told(text: str, published: str | None = None) -> tuple[Reading, Figure]:
    """A text with the figure that it encloses in square brackets; the brackets themselves are not part of it."""
    before, _, rest = text.partition("[")
    marked, _, behind = rest.partition("]")
    read = reading(before + marked + behind, published)
    (found,) = [one for one in read.page.figures if one.mention.start <= len(before) < one.mention.end]
    return read, found


def mention(kind: str, start: int, end: int, text: str = "") -> Mention[Any]:
    """A mention of a kind at some offsets."""
    return Mention(kind, start, end, text, None)


def page(text: str, mentions: Iterable[tuple[str, str]] = (), breaks: Iterable[str] = ()) -> Page:
    """The page of a text with mentions given as (kind, text), each at its first place."""
    found = [mention(kind, text.index(part), text.index(part) + len(part), part) for kind, part in mentions]
    return lay_out(Document("told", text), found, frozenset(breaks))


def line(text: str, mentions: Iterable[tuple[str, str]] = (), breaks: Iterable[str] = ()) -> Line:
    """The first line of such a page."""
    return page(text, mentions, breaks).lines[0]
