"""Whether a pair's flow has the size that the rest of its text gives it."""

from __future__ import annotations

from datetime import date

from parsers.model import Document, Period
from parsers.observations.decisions import Decision, Pair
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.scale import scaled

YEAR, MONTH = Period(date(2020, 1, 1), date(2020, 12, 31)), Period(date(2020, 1, 1), date(2020, 1, 31))


def _read(text: str) -> Reading:
    return read_through(Document(text=text, source_id="own", language="en"))


def _scaled(text: str, first: Decision, second: Decision, pair: Pair) -> list[str]:
    reading = _read(text)
    reading.look_back({0: first, 1: second})
    return scaled(reading, reading.page.figures[1], pair)


def test_a_flow_is_of_the_size_that_the_text_gives_it() -> None:
    text = "Peru's exports to Chile made $12 million. A month's exports made $1 million, or $9 million."
    first = Decision(True, "exports", pair=("PE", "CL"), period=YEAR)
    month = Decision(True, "exports", pair=("PE", "CL"), period=MONTH)
    year = Decision(True, "exports", pair=("PE", "CL"), period=YEAR)
    assert _scaled(text, first, month, ("PE", "CL")) == ["scale=near"]
    assert _scaled(text, first, year, ("PE", "CL")) == ["scale=off"]
    assert _scaled(text, first, year, ("PE", "NO")) == []


def test_a_part_is_no_more_than_its_whole() -> None:
    text = "Peru's exports made $12 million. Exports to Chile made $40 million."
    whole = Decision(True, "exports", pair=("PE", "WLD"), period=YEAR)
    part = Decision(True, "exports", pair=("PE", "CL"), period=YEAR)
    assert "as.part=over" in _scaled(text, whole, part, ("PE", "CL"))
    assert "as.whole=fits" in _scaled(text, part, whole, ("PE", "WLD"))
    assert "as.whole=over" in _scaled(text.replace("$40", "$4"), part, whole, ("PE", "WLD"))
    assert "as.part=fits" in _scaled(text.replace("$40", "$4"), whole, part, ("PE", "CL"))
