"""Whatever the text, reading it ends, soon, and points into it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import Document, Observation, Period
from parsers.observations.read import read
from parsers.observations.scan import read_through

WORDS = [
    "trade", "exports", "imports", "deficit", "turnover", "Belarus", "Kaluga Oblast", "Russia's", "Kenyan", "the two countries",
    "$5 million", "3.2 billion", "euros", "(", ")", "23%", "1.5 times", "doubled", "from", "to", "against", "up",
    "down", "by", ",",
    ".", "\n", "\n\n", "2017", "in", "last year", "the same period", "H1 2012", "fiscal 2022-23", "respectively",
    "and", "of", "tea",
    "March", "31", "0", "-", "—", "’s", "said", "expected", "if", "Rs", "crore", "per cent", "share", "—", "'86",
    "ago", "a year earlier",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60).map(" ".join)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


def inside(row: Observation, text: str) -> bool:
    whole = 0 <= row.sentence_start < row.sentence_end <= len(text)
    return (
        whole and all(0 <= role.start < role.end <= len(text) for role in row.roles) and ordered(row.period) and ordered(row.base)
    )


def ordered(period: Period) -> bool:
    return period.start is None or period.end is None or period.start <= period.end


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, published=DAYS, title=st.none() | TEXTS, publisher=st.none() | st.sampled_from(["BelTA", "Dawn", "?"]))
def test_any_text_is_read_and_every_offset_lies_in_it(
    text: str, published: date | None, title: str | None, publisher: str | None
) -> None:
    rows = read(Document("told", text, published=published, title=title, publisher=publisher))
    for row in rows:
        assert inside(row, text)
        assert 0 <= row.confidence <= 1
        assert row.ref_area or row.counterpart_area
        assert (row.obs_value, row.change_pct, row.share_pct) != (None, None, None)
        assert (row.obs_value is None) == (row.bound is None) and (row.obs_value is None) == (row.unit_measure is None)
    assert [row.sentence_start for row in rows] == sorted(row.sentence_start for row in rows)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_mentions_lie_in_their_sentences_in_order(text: str) -> None:
    page = read_through(Document("told", text)).page
    last = 0
    for line in page.lines:
        for token in line.tokens:
            assert last <= token.start < token.end <= len(text)
            assert token.mention is None or text[token.start : token.end] == token.mention.text
            last = token.end


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(1, 40))
def test_blank_lines_in_front_move_the_offsets_and_nothing_else(text: str, lines: int) -> None:
    shift = "\n" * lines
    plain, moved = (read(Document("told", one, published=date(2017, 12, 5))) for one in (text, shift + text))
    assert [(row.sentence_start + lines, row.obs_value, row.change_pct, row.period) for row in plain] == [
        (row.sentence_start, row.obs_value, row.change_pct, row.period) for row in moved
    ]


HOSTILE = [
    "1,1,1,", "$ $ $", "((((", "))))", "[(", "5%", "5% of ", "$5 ", "$5 million (", "exports ", "exports to ",
    "Kenya and ", "Kenya's ",
    "2017-", "2017 ", "in January-", "from $5 to ", "from 5% to ", "up by ", ", and ", "’s", "a.", "U.S.", "x", " ",
    "\n", "\t\n", "-", "...",
    "million ", "five hundred and ", "the same period of ", "more than ", "1.1.", "12.02.2018\n",
    "trade deficit of ", "as well as ", "９",
]  # fmt: skip
DENSE, LONG = 15_000, 100_000


@pytest.mark.parametrize(
    ("piece", "length"), [*((piece, DENSE) for piece in HOSTILE), *((p, LONG) for p in ("1,1,1,", "$ $ $", "((((", "x"))]
)
def test_a_long_run_without_a_full_stop_is_read_soon(piece: str, length: int) -> None:
    text = "Exports of Kenya rose 5% to $3 million in 2017 " + piece * (length // len(piece))
    begun = time.process_time()
    rows = read(Document("told", text))
    assert time.process_time() - begun < 60
    assert all(inside(row, text) for row in rows)
