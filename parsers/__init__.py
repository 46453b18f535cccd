"""The public door of reading: what a program that works with trade figures calls. Importing it is cheap; calls load the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parsers.codelists import area
from parsers.mentions.areas import find_areas

if TYPE_CHECKING:
    import pandas as pd

    from parsers.model import Document

__all__ = ["area", "check", "derive", "explain", "export", "extract", "find_areas"]


def extract(
    text: str,
    published: date | str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    url: str | None = None,
    title: str | None = None,
    source_id: str | None = None,
    *,
    min_confidence: float | None = None,
) -> pd.DataFrame:
    """The tidy table of what one text states: all columns of ``tables.schema``, a row a statistic.

    ``published`` is a date or ISO 8601 text (ValueError for another); without a ``source_id`` the text's hash stands in.
    ``min_confidence`` (0 to 1) is the least that is kept, by default that of the shipped weights. LexiconError for a language
    without a file.
    """
    from parsers.observations import confidence
    from parsers.observations.read import read
    from parsers.tables.build import frame

    document = _document(text, published, publisher, language, url, title, source_id)
    least = confidence.default_threshold(document.language) if min_confidence is None else min_confidence
    return frame([(document, [row for row in read(document) if row.confidence >= least])])


def explain(
    text: str,
    published: date | str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> dict[str, Any]:
    """How a text is read, in plain values: ``mentions``, ``skeleton``, ``roles``, ``slots`` with their candidates, ``rows``.

    Rows are the table's columns as JSON has them; ``kept`` says of each whether its confidence passes the default, and
    ``passed_over`` whether `build` and `extract` read nothing of such a text, as no word of trade stands near a figure in it.
    Arguments as in `extract`.
    """
    import json

    from parsers.observations import confidence
    from parsers.observations.explain import explained
    from parsers.observations.gate import worth_reading
    from parsers.tables.build import frame

    document = _document(text, published, publisher, language, url, title, "explain")
    story, observations = explained(document)
    least = confidence.default_threshold(document.language)
    rows = json.loads(frame([(document, observations)]).to_json(orient="records", date_format="iso", date_unit="s"))
    passed_over = not worth_reading(document.text, document.language)
    kept = [observation.confidence >= least and not passed_over for observation in observations]
    shown = {"skeleton": "\n".join(story["skeleton"]), "rows": [_dated(row) for row in rows], "kept": kept}
    return {**story, **shown, "passed_over": passed_over}


def derive(table: pd.DataFrame, **options: Any) -> pd.DataFrame:
    """A tidy table with what follows from it added, each computed row marked and tied to its parents (see ``tables.derive``)."""
    from parsers.tables.derive import derive as derived

    return derived(table, **options)


def check(table: pd.DataFrame, **options: Any) -> pd.DataFrame:
    """What does not fit in a tidy table, a finding a row, each naming both sentences (see ``tables.checks``)."""
    from parsers.tables.checks import check as checked

    return checked(table, **options)


def export(table: pd.DataFrame, format: str, path: Path, **options: Any) -> Any:
    """Write a tidy table for others to read: csv, parquet, xlsx, json, sdmx-csv or datapackage (see ``tables.exports``)."""
    from parsers.tables.exports import export as exported

    return exported(table, format, path, **options)


def _document(
    text: str,
    published: date | str | None,
    publisher: str | None,
    language: str | None,
    url: str | None,
    title: str | None,
    source_id: str | None,
) -> Document:
    from hashlib import sha256

    from parsers.documents.entry import day as day_of
    from parsers.model import Document

    if not isinstance(text, str):
        raise TypeError(f"a text is read, not {type(text).__name__}")
    # Half a surrogate pair, as broken JSON gives, fits into no table: a question mark stands in, so that offsets stay.
    text = text.encode("utf-8", "replace").decode("utf-8")
    day = day_of(published) if isinstance(published, str) else published
    name = source_id or sha256(text.encode()).hexdigest()[:16]
    return Document(name, text, url, publisher, day, language or "en", title)


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """Dates of a row without the time of day that pandas adds."""
    days = ("period_start", "period_end", "base_start", "base_end", "published")
    return {key: value[:10] if key in days and value else value for key, value in row.items()}
