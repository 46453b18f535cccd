"""The evidence: the paragraph whole, its parts marked, links only to the web, what a citation and a report say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import evidence, format
from dashboard.selection import Controls, Table, load
from dashboard.selection.claims import claims_of
from tests.browsing import observations
from tests.small_table import table, year


@pytest.fixture(scope="module")
def opened() -> Table:
    return load(observations())


def test_the_paragraph_is_cut_without_loss_and_every_part_is_marked(opened: Table) -> None:
    row = claims_of(opened, "row0").row
    cut = list(evidence.pieces(row))
    assert "".join(piece.text for piece in cut) == row["paragraph"]
    assert "".join(piece.text for piece in cut if piece.told) == row["sentence"]
    assert [(piece.role, piece.text) for piece in cut if piece.role] == [
        ("period", "2012"), ("flow", "trade"), ("area", "Belarus"), ("area", "Bryansk Oblast"), ("value", "$90 million"),
    ]  # fmt: skip


spots = st.tuples(st.sampled_from(["value", "area", "new"]), st.integers(-5, 60), st.integers(-5, 60))


@settings(deadline=None, max_examples=40)
@given(marks=st.lists(spots, max_size=8), sentence=st.tuples(st.integers(0, 40), st.integers(0, 60)))
def test_marks_that_overlap_or_lie_outside_never_lose_a_letter(marks: list, sentence: tuple[int, int]) -> None:
    paragraph = "Trade came to $96.3 million in 2017, as was said."
    row = table(year(2017, 1.0)).iloc[0].copy()
    row["paragraph"], row["paragraph_start"] = paragraph, 7
    row["char_start"], row["char_end"] = sentence
    row["mentions"] = json.dumps([{"role": role, "start": start, "end": end} for role, start, end in marks])
    assert "".join(piece.text for piece in evidence.pieces(row)) == paragraph


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a", True), ("http://example.org", True), ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False), ("//example.org", False), ("file:///etc/passwd", False), ("", False), (None, False),
        ("https://[broken", True),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(address: str | None, kept: bool) -> None:
    assert (evidence.safe(address) == address) is kept or address is None


def test_claims_of_a_cell_stand_in_the_order_of_time_with_their_spread(opened: Table) -> None:
    claims = claims_of(opened, "row5")
    assert list(claims.rows["publisher"]) == ["Minsk Courier", "Bryansk Herald"]
    assert claims.spread == pytest.approx(100 * 6 / 125)
    assert claims.preferred == "row5"
    herald = claims.rows["observation_id"].iloc[1]
    first, second = claims.rows["obs_value"]
    assert claims.revised == {herald: pytest.approx(100 * (second - first) / first)}
    assert f"{format.percent(claims.revised[herald])} on the claim before" in str(evidence.panel(opened, Controls("BY"), "row5"))


def test_a_row_that_is_not_there_is_said_to_be_missing(opened: Table) -> None:
    assert claims_of(opened, "no such row") is None
    assert "no figure" in str(evidence.panel(opened, Controls("BY"), "no such row"))


def test_every_row_has_evidence(opened: Table) -> None:
    for identity in opened.facts.ids.to_pylist():
        assert len(evidence.panel(opened, Controls("BY"), identity)) > 4


def test_a_citation_and_a_report_say_where_and_what(opened: Table) -> None:
    row = claims_of(opened, "row0").row
    assert evidence.citation(row) == (
        "Minsk Courier, “Bryansk Oblast and Belarus in 2012”, 11 February 2013. https://example.org/RU-BRY/2012 "
        "(Belarus's trade with Bryansk Oblast, 2012: $90 million; tradeprose row0)"
    )
    report = evidence.report(row)
    assert "Sentence: In 2012 trade between Belarus and Bryansk Oblast came to $90 million." in report
    assert "obs_value: 90000000.0" in report
