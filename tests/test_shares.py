"""What a share is of, and that a share stands with the value that it is told with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from parsers.model import Observation, Period
from parsers.observations.decisions import Decision
from parsers.observations.joins import joined
from parsers.observations.shares import tells_part, whole
from tests.laid_out import told

Y2016 = Period(date(2016, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    ("text", "decision", "expected"),
    [
        ("Norway took [30%] of Peru's exports.", Decision(True, "exports", pair=("PE", "NO")), "exports:PE>WLD"),
        (
            "Tea makes [30%] of Peru's exports to Chile.",
            Decision(True, "exports", pair=("PE", "CL"), product="tea"),
            "exports:PE>CL",
        ),
        (
            "Norway took [30%] of Peru's tea exports.",
            Decision(True, "exports", pair=("PE", "NO"), product="tea"),
            "exports:PE>WLD:tea",
        ),
        ("Norway has a share of [30%].", Decision(True, "exports", pair=("PE", "NO"), product="tea"), "exports:PE>WLD:tea"),
        ("Tea has a share of [30%].", Decision(True, "exports", pair=("PE", "WLD"), product="tea"), "exports:PE>WLD"),
        ("Norway has [30%] in the trade of Peru.", Decision(True, "turnover", pair=("NO", "PE")), "turnover:PE>WLD"),
        ("Norway is first with a share of [30%].", Decision(True, "turnover", pair=("NO", "PE")), "turnover:PE>WLD"),
        ("About [30%] of imports come from Norway.", Decision(True, "imports", pair=("PE", "NO")), "imports:PE>WLD"),
        (
            "Tea has [30%] in trade between Peru and Chile.",
            Decision(True, "turnover", pair=("PE", "CL"), product="tea"),
            "turnover:PE>CL",
        ),
        (
            "Wool made 57% of the exports to Chile and tea [19%].",
            Decision(True, "exports", pair=("PE", "CL"), product="tea"),
            "exports:PE>CL",
        ),
        (
            "Norway took [30%] of Peru's tea products exports.",
            Decision(True, "exports", pair=("PE", "NO"), product="tea"),
            "exports:PE>WLD:tea products",
        ),
        (
            "Norway took 57% of the exports, Chile [19%].",
            Decision(True, "exports", pair=("PE", "CL"), product="tea"),
            "exports:PE>WLD:tea",
        ),
        (
            "Tea took [57%] and wool the rest.",
            Decision(True, "exports", pair=("PE", "CL"), product="tea"),
            "exports:PE>CL",
        ),
        (
            "Norway supplied 30% of the imported tea, Chile [19%].",
            Decision(True, "exports", pair=("CL", "PE"), product="tea"),
            "imports:PE>WLD:tea",
        ),
        (
            "Chile exported tea for $5 million, with a share of [19%].",
            Decision(True, "exports", pair=("CL", "PE"), product="tea"),
            "exports:CL>WLD:tea",
        ),
        (
            "About [30%] of the goods were imported from Norway.",
            Decision(True, "imports", pair=("PE", "NO"), product="tea"),
            "imports:PE>WLD:tea",
        ),
        (
            "A good [30%] of exports to Norway are tea.",
            Decision(True, "exports", pair=("PE", "NO"), product="tea"),
            "exports:PE>NO",
        ),
        (
            "Sales to Norway are 57% of the exports of Peru, purchases there [19%] of the total.",
            Decision(True, "imports", pair=("PE", "NO")),
            "imports:PE>WLD",
        ),
        ("A good [30%] of the trade of Peru falls to Norway.", Decision(True, "turnover", pair=("NO", "PE")), "turnover:PE>WLD"),
        (
            "It takes [30%] of the market, and exports to Norway rose.",
            Decision(True, "exports", pair=("PE", "NO")),
            "exports:PE>WLD",
        ),
        (
            "Norway took the most ([30%]) of Peru's tea exports.",
            Decision(True, "exports", pair=("PE", "NO")),
            "exports:PE>WLD:tea",
        ),
        ("Norway has a [30%] share of Peru's tea exports.", Decision(True, "exports", pair=("PE", "NO")), "exports:PE>WLD:tea"),
        ("Norway has [30%] from total tea exports.", Decision(True, "exports", pair=("PE", "NO")), "exports:PE>WLD:tea"),
        ("Norway has [30%], up from poor tea exports.", Decision(True, "exports", pair=("PE", "NO")), "exports:PE>WLD"),
        ("Lima makes up [30%] of the Peru-Norway trade.", Decision(True, "turnover", pair=("NO", "PE-LIM")), "turnover:PE>NO"),
        ("Lima makes up [30%] of trade of Peru and Norway.", Decision(True, "turnover", pair=("PE-LIM", "NO")), "turnover:PE>NO"),
        ("Lima makes up [30%] of the Peru-Norway exports.", Decision(True, "exports", pair=("PE", "CL")), "exports:NO>WLD"),
        ("Exports of Kent were [30%] of the national total.", Decision(True, "exports", pair=("GB-KEN", "FR")), "exports:GB>WLD"),
        ("Kent has [30%] of national tea exports.", Decision(True, "exports", pair=("GB-KEN", "FR")), "exports:GB>WLD:tea"),
        ("Tea has [30%] of the national total.", Decision(True, "exports", pair=("PE", "WLD"), product="tea"), "exports:PE>WLD"),
        (
            "Both together have [30%] of the country's trade.",
            Decision(True, "turnover", pair=("NO+CL", "PE")),
            "turnover:PE>WLD",
        ),
        (
            "Most went to Chile ($5 million; 9%) and Norway ($4 million; [8%]).",
            Decision(True, "exports", pair=("PE", "NO"), product="tea"),
            "exports:PE>WLD:tea",
        ),
    ],
)
def test_the_whole_of_a_share(text: str, decision: Decision, expected: str) -> None:
    reading, figure = told(text)
    assert whole(reading, figure, decision) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's trade with Chile was $5 million. Tea made up [30%] of it.", "turnover:PE>CL"),
        ("Peru's trade with Chile was $5 million; its exports had [30%] in that sum.", "turnover:PE>CL"),
        ("Peru's trade with Chile was $5 million. Tea made up [30%] of its exports.", "exports:PE>CL"),
        ("Peru's trade with Chile was brisk. Tea made up [30%] of it.", "exports:PE>CL"),
    ],
)
def test_a_share_of_what_was_told_before(text: str, expected: str) -> None:
    reading, figure = told(text)
    reading.look_back({at: Decision(True, "turnover", pair=("PE", "CL")) for at in range(figure.index)})
    assert whole(reading, figure, Decision(True, "exports", pair=("PE", "CL"), product="tea")) == expected


def test_a_share_is_of_no_more_than_itself() -> None:
    reading, figure = told("Peru sold wool for $5 million. Chileans wear [83%] of it.")
    part = Decision(True, "exports", pair=("PE", "CL"), product="wool")
    reading.look_back(dict.fromkeys(range(figure.index), part))
    assert whole(reading, figure, part) == "exports:PE>WLD:wool"


def _row(**cells: object) -> Observation:
    base = {
        "ref_area": "PE",
        "counterpart_area": "NO",
        "trade_flow": "exports",
        "period": Period(),
        "sentence_start": 0,
        "sentence_end": 9,
    }
    return Observation(**{**base, **cells})  # type: ignore[arg-type]


def test_a_share_joins_its_value() -> None:
    value, share = _row(obs_value=Decimal(5)), _row(share_pct=Decimal(18), share_of="exports:PE>WLD")
    (row,) = joined([value, share])
    assert (row.obs_value, row.share_pct, row.share_of) == (5, 18, "exports:PE>WLD")


def test_a_share_without_a_period_has_that_of_its_value() -> None:
    value, share = _row(obs_value=Decimal(5), period=Y2016, per="P1Y"), _row(share_pct=Decimal(18))
    (row,) = joined([value, share])
    assert (row.obs_value, row.share_pct, row.period) == (5, 18, Y2016)


@pytest.mark.parametrize("other", [{"counterpart_area": "CL"}, {"product": "tea"}, {"sentence_start": 30}, {"period": Y2016}])
def test_a_share_of_something_else_stays_alone(other: dict[str, object]) -> None:
    assert len(joined([_row(obs_value=Decimal(5)), _row(share_pct=Decimal(18), **other)])) == 2


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Of Peru's exports [$5 million] or 40% was bought by Chile.", True),
        ("Peru's exports to Chile were [$5 million], or 40% of all, in 2016.", True),
        ("Peru's exports to Chile rose to [$5 million] or 40%.", False),
        ("Peru's exports to Chile were [$5 million], or 40% more.", False),
        ("Peru's exports to Chile were [$5 million] and 40% went by sea.", False),
        ("Peru's exports to Chile were [$5 million], or twice those of tea.", False),
        ("Peru's exports to Chile were [$5 million], or 104% of those of tea.", False),
        ("Peru's exports to Chile were [$5 million], or 88% of the first half of 2016.", False),
        ("Peru's exports to Chile were [$5 million], or 88% of the level of 2016.", False),
        ("Peru's exports to Chile were [$5 million], or 40% of the year's exports.", True),
    ],
)
def test_a_rate_that_only_says_or_is_a_part(text: str, part: bool) -> None:
    read, amount = told(text)
    (rate,) = [one for one in read.page.figures if one.kind == "change"]
    assert tells_part(read, amount, rate) is part


def _next(**cells: object) -> Observation:
    return _row(**{"sentence_start": 10, "sentence_end": 19, "share_pct": Decimal(18), "share_of": "exports:PE>WLD", **cells})


def test_a_share_without_a_period_joins_the_value_of_the_sentence_before() -> None:
    (row,) = joined([_row(obs_value=Decimal(5), period=Y2016), _next()])
    assert (row.obs_value, row.share_pct, row.period) == (5, 18, Y2016)


@pytest.mark.parametrize(
    "cells",
    [
        {"period": Period(date(2015, 1, 1), date(2015, 12, 31))},
        {"period": Y2016},
        {"sentence_start": 30, "sentence_end": 39},
        {"product": "tea"},
        {"counterpart_area": "CL"},
    ],
)
def test_a_share_of_its_own_or_from_farther_off_stays_alone(cells: dict[str, object]) -> None:
    assert len(joined([_row(obs_value=Decimal(5), period=Y2016), _next(**cells)])) == 2
