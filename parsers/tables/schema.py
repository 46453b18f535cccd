"""The tidy table: its columns, in order, and their types. Everything that writes or reads a table goes by this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "number", "integer", "flag"]


FLOWS = ("turnover", "exports", "imports", "balance")
KINDS = ("goods", "services", "goods+services", "unstated")
BOUNDS = ("exact", "about", "below", "above")
STATUSES = ("actual", "forecast", "target")
PER = ("P1M", "P1Y")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the type of its cells, whether a cell may be empty, and what it means.

    ``values`` are the only words it may hold, if it is a vocabulary; ``free`` marks text that somebody else wrote.
    """

    name: str
    kind: Kind
    nullable: bool
    meaning: str
    values: tuple[str, ...] = ()
    free: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("observation_id", "text", False, "stable hash of source, span and content"),
    Column("source_id", "text", False, "the document: its file's stem", free=True),
    Column(
        "ref_area", "text", True, "reference area: ISO 3166-1 alpha-2 or ISO 3166-2, a bloc, WLD; several joined by +", free=True
    ),
    Column("counterpart_area", "text", True, "counterpart area, coded like ref_area", free=True),
    Column(
        "trade_flow", "text", False, "turnover, exports (ref -> counterpart), imports (counterpart -> ref), balance", values=FLOWS
    ),
    Column("kind", "text", False, "goods, services, goods+services, unstated", values=KINDS),
    Column("product", "text", True, "empty for the total; else the text's words", free=True),
    Column("adjustment", "text", True, "seasonally adjusted, real terms, provisional, as the text says", free=True),
    Column(
        "time_period",
        "text",
        True,
        "SDMX TIME_PERIOD: 2012, 2012-S1, 2017-Q3, 2012-05, 2017-01-01/P9M; empty where open",
    ),
    Column("period_start", "date", True, "first day of the period"),
    Column("period_end", "date", True, "last day of the period"),
    Column("per", "text", True, "P1M or P1Y where the value is an average for that length over the period", values=PER),
    Column("obs_value", "number", True, "value in whole units of unit_measure; lower end of a printed range"),
    Column("obs_value_max", "number", True, "upper end of a printed range"),
    Column("unit_measure", "text", True, "ISO 4217 currency, withdrawn codes included"),
    Column("alt_value", "number", True, "the same figure in the second currency printed beside it"),
    Column("alt_unit_measure", "text", True, "currency of alt_value"),
    Column("bound", "text", True, "exact, about, below, above: of the printed size, whatever its sign", values=BOUNDS),
    Column("change_pct", "number", True, "stated growth in percent"),
    Column("change_max", "number", True, "upper end of a printed range of growth"),
    Column("change_bound", "text", True, "hedge of the growth", values=BOUNDS),
    Column("base_start", "date", True, "first day of what the growth is against"),
    Column("base_end", "date", True, "last day of what the growth is against"),
    Column("share_pct", "number", True, "stated share in percent"),
    Column("share_max", "number", True, "upper end of a printed range of shares"),
    Column("share_bound", "text", True, "hedge of the share", values=BOUNDS),
    Column("share_of", "text", True, "the whole that share_pct is of, as turnover:BY>RU", free=True),
    Column("status", "text", False, "actual, forecast, target", values=STATUSES),
    Column("derived", "flag", False, "true for a computed row"),
    Column("formula", "text", True, "how a derived row was computed, with the observation_ids of its parents", free=True),
    Column("published", "date", True, "the document's date"),
    Column("publisher", "text", True, "who published the document", free=True),
    Column("url", "text", True, "the document's address", free=True),
    Column("title", "text", True, "the document's title", free=True),
    Column("language", "text", False, "ISO 639-1 language of the document"),
    Column("sentence", "text", False, "the sentence of the value, or of the lone rate: text[char_start:char_end]", free=True),
    Column("char_start", "integer", False, "offset of the sentence's first character in the document"),
    Column("char_end", "integer", False, "offset behind its last character"),
    Column("paragraph", "text", False, "the paragraph around the sentence", free=True),
    Column("paragraph_start", "integer", False, "offset of the paragraph's first character"),
    Column("mentions", "text", False, "JSON list of {role, start, end} with offsets in the document"),
    Column("known", "text", False, "how each part is known: area=stated;period=carried;flow=stated;..."),
    Column("confidence", "number", False, "0 to 1: how often a row read with such margins is right"),
    Column("cues", "text", False, "names of the cues that decided, joined by ;"),
)

NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)
FREE_TEXT: tuple[str, ...] = tuple(column.name for column in COLUMNS if column.free)
DTYPES: dict[Kind, str] = {"text": "str", "date": "datetime64[us]", "number": "float64", "integer": "int64", "flag": "bool"}
