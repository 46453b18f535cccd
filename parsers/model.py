"""The nouns of tradeprose: documents, mentions of things in their text, and the statistics that a text states.

Every offset counts characters of ``Document.text``; ``end`` is exclusive. Dates of a period are inclusive on both sides.
Names follow the SDMX concepts (https://sdmx.org, cross-domain concepts) in lower case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

Bound = Literal["exact", "about", "below", "above"]
Flow = Literal["turnover", "exports", "imports", "balance"]
Status = Literal["actual", "forecast", "target"]
Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Document:
    """One text and what its collection knows about it; ``published`` is None where nobody says."""

    source_id: str
    text: str
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str = "en"
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Generic[Value_co]):
    """A stretch of text that one scanner understands: ``text == document.text[start:end]``."""

    kind: str
    start: int
    end: int
    text: str
    value: Value_co


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, or a number that could be one, as printed, in whole units (73 million is Decimal(73000000)).

    ``currency`` is ISO 4217, None where no currency word stands with the number; ``currencies`` are all that its symbol
    may mean ("$" USD first, then CAD, AUD ...), most usual first. ``scaled`` says that a scale word (million, bn, crore)
    stands with it. A printed range ("$2-3 billion", "between 2 and 3 billion dollars") is one amount with ``value_max``.
    ``bound`` is that of the hedge inside the mention's span or just before it, which stands at ``hedge`` in the text.
    ``each`` is the unit of a price ("barrel" in "$45 a barrel"). ``shared`` says that the scale or the currency stands
    with a neighbouring number ("from 2" in "from 2 to 3 billion dollars").
    """

    value: Decimal
    value_max: Decimal | None = None
    currency: str | None = None
    currencies: tuple[str, ...] = ()
    bound: Bound = "exact"
    scaled: bool = False
    scale: Decimal = Decimal(1)
    each: str | None = None
    shared: bool = False
    hedge: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A percentage or a multiple as printed, before anything says what it measures.

    ``form``: "percent" (23%), "points" (percentage points), "times" (1.5 times, 1.5-fold), "verb" (doubled, halved).
    ``size`` is the printed number: 23 for "23%", 1.5 for "1.5 times", 3 for "tripled", 2 for "halved" with direction -1.
    ``direction`` is +1 or -1 where the mention's own words say so ("doubled", "+5%", "-3%", "halved"), else 0.
    """

    form: Literal["percent", "points", "times", "verb"]
    size: Decimal
    size_max: Decimal | None = None
    bound: Bound = "exact"
    direction: int = 0
    shared: bool = False
    hedge: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of things that are no money ("2.3 million tonnes"); ``unit`` is the text's own word."""

    value: Decimal
    unit: str
    value_max: Decimal | None = None
    bound: Bound = "exact"
    shared: bool = False
    hedge: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends inclusive; None where open or unknown."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class AreaMention:
    """A name of an area in running text; ``code`` is None while several ``candidates`` are possible.

    ``form``: "name", "adjective" (Belarusian), "seat" (Minsk for the state), "anaphor" ("the republic", "the two countries").
    ``form`` is "dateline" for a seat that only says where a text was sent from, "weak" for a bare regional name that the
    mention of its country nearby makes an area. ``count``: how many areas an anaphor stands for, 0 where it does not say.
    """

    start: int
    end: int
    text: str
    code: str | None
    candidates: tuple[str, ...]
    form: str = "name"
    count: int = 1


@dataclass(frozen=True, slots=True)
class Role:
    """One stretch of the text that a row rests on, for the table's ``mentions`` column."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Observation:
    """One statistic that one document states; the fields are those of the tidy table (see ``tables.schema``).

    ``published`` and ``publisher`` are what the text itself says, for documents whose collection says nothing. ``margins`` are
    the probabilities of what was chosen for each slot, of which ``confidence`` is made.
    """

    ref_area: str | None
    counterpart_area: str | None
    trade_flow: Flow
    kind: str = "unstated"
    product: str | None = None
    adjustment: str | None = None
    period: Period = Period()
    per: str | None = None
    obs_value: Decimal | None = None
    obs_value_max: Decimal | None = None
    unit_measure: str | None = None
    alt_value: Decimal | None = None
    alt_unit_measure: str | None = None
    bound: Bound | None = None
    change_pct: Decimal | None = None
    change_max: Decimal | None = None
    change_bound: Bound | None = None
    base: Period = Period()
    share_pct: Decimal | None = None
    share_max: Decimal | None = None
    share_bound: Bound | None = None
    share_of: str | None = None
    status: Status = "actual"
    sentence_start: int = 0
    sentence_end: int = 0
    published: date | None = None
    publisher: str | None = None
    roles: tuple[Role, ...] = ()
    known: dict[str, str] = field(default_factory=dict)
    confidence: float = 0.0
    margins: dict[str, float] = field(default_factory=dict)
    cues: tuple[str, ...] = ()
