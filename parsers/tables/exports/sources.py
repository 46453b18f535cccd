"""The articles that a table rests on, each address once."""

from __future__ import annotations

import pandas as pd


def sources(table: pd.DataFrame) -> pd.DataFrame:
    """One line an article, by date: `title`, `publisher`, `published` (ISO 8601), `url`, `language`, `source_id`."""
    names = ["title", "publisher", "published", "url", "language", "source_id"]
    voice = table["url"].fillna(table["source_id"])
    lines = table.assign(voice=voice).sort_values("source_id").drop_duplicates("voice")
    lines = lines.sort_values(["published", "voice"], na_position="last", ignore_index=True)[names]
    return lines.assign(published=lines["published"].dt.strftime("%Y-%m-%d").astype("str"))
