"""How a filling stands to the rest of the text: two numbers for one statistic, and amounts that add up."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.model import Period
from parsers.observations.decisions import Decision
from parsers.observations.reading import Reading
from parsers.observations.slots.balanced import balanced_detail, balanced_flow
from parsers.observations.slots.clash import clash
from parsers.observations.slots.no_fact import never
from tests.laid_out import figure, reading

Y2016, Y2017 = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2016, 2017))
SUMS = "Trade came to $5.4 billion: exports $3.15 billion and imports $2.25 billion."


def _decided(text: str, **facts: Decision) -> Reading:
    read = reading(text)
    read.look_back({one.index: facts.get(f"f{one.index}", Decision(fact=False)) for one in read.page.figures})
    return read


def _fact(period: Period, flow: str = "exports") -> Decision:
    return Decision(fact=True, flow=flow, period=period, pair=("BY", "RU"))


def test_a_number_clashes_with_another_one_for_the_same_statistic() -> None:
    read = _decided("It was $5 million. Then it was $7 million.", f0=_fact(Y2016), f1=_fact(Y2017))
    later = figure(read, "$7 million")
    assert clash(read, later, "period", Y2016) == ["clash", "clash.apart.before"]
    assert clash(read, later, "period", Y2017) == []
    assert clash(read, later, "areas", ("BY", "PL")) == []


def test_the_same_number_agrees() -> None:
    read = _decided("It was $5 million, or $5 million.", f0=_fact(Y2016), f1=_fact(Y2017))
    assert clash(read, read.page.figures[1], "period", Y2016) == ["agree"]


def test_nothing_clashes_before_anything_is_decided() -> None:
    read = reading("It was $5 million. Then it was $7 million.")
    assert clash(read, figure(read, "$7 million"), "period", Y2016) == []


def test_exports_and_imports_make_the_turnover() -> None:
    read = reading(SUMS)
    found = {read.page.figures[at].mention.text: [one.part for one in sums] for at, sums in read.additions.items()}
    assert found == {"$5.4 billion": ["sum"], "$3.15 billion": ["part"], "$2.25 billion": ["part"]}


@pytest.mark.parametrize(
    "text",
    [
        "Trade came to $5 billion: exports $3 billion and imports $2 billion.",
        "Trade came to $5.4 billion: exports $3.15 billion and imports €2.25 billion.",
        "Trade came to $5.4 billion: exports $3.15 billion and imports $2.65 billion.",
        "Trade came to $5.4 billion. A good year. So they say. Others, too. Exports $3.15 billion, imports $2.25 billion.",
    ],
    ids=["round numbers", "two currencies", "no sum", "far apart"],
)
def test_numbers_that_make_no_sum(text: str) -> None:
    assert reading(text).additions == {}


def test_a_flow_that_completes_a_sum_fits() -> None:
    read = _decided(SUMS, f1=_fact(Y2017, "exports"), f2=_fact(Y2017, "imports"))
    whole = figure(read, "$5.4 billion")
    assert balanced_flow(read, whole, "turnover") == ["sums.sum.turnover", "sums.fit=yes"]
    assert balanced_flow(read, whole, "exports") == ["sums.sum.exports", "sums.fit=no"]
    assert balanced_detail(read, whole, "period", Y2016) == ["sums.other", "sums.other"]
    assert balanced_detail(read, whole, "areas", ("RU", "BY")) == ["sums.same", "sums.same"]
    assert balanced_detail(read, whole, "status", "actual") == []


def test_a_sum_is_looked_for_among_neighbours_alone() -> None:
    sums = "$5.41 million was made of $3.15 million and $2.26 million"
    far = "$7.83 million; " + "; ".join(f"${number}.37 million" for number in range(100, 120)) + "; $4.52 million; $3.31 million"
    read = reading(f"Exports: {sums}; {far}.")
    found = {read.page.figures[at].mention.text for at in read.additions}
    assert found == {"$5.41 million", "$3.15 million", "$2.26 million"}


def test_a_step_in_brackets_is_never_a_flow() -> None:
    read = reading("Exports were worth $17.9 billion, up 13.4% ($2.1 billion).")
    level, step = (one for one in read.page.figures if one.kind == "amount")
    assert [never(read, one, read.line(one)) for one in (level, step)] == [False, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Exports were worth $17.9 billion, up 13.4% ($2.1 billion).", ["$2.1 billion"]),
        ("Exports lost $400 million, or 20%, and were $1.6 billion.", ["$400 million"]),
        ("Exports were worth $17.9 billion, up 13.4%, imports $4.1 billion.", []),
        ("Exports were worth $17.9 billion, up 13.4%. The rest was €2.1 billion.", []),
    ],
)
def test_what_a_rate_makes_of_an_amount_is_a_step(text: str, found: list[str]) -> None:
    read = reading(text)
    assert [read.page.figures[at].mention.text for at in sorted(read.steps)] == found
