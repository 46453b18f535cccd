"""Which amounts a rate may belong to, where a sentence tells several of either."""

from __future__ import annotations

import pytest
from laid_out import told

from parsers.observations.decisions import Decision
from parsers.observations.growth import growth
from parsers.observations.slots.rate_alone import alone
from parsers.observations.slots.rate_amounts import listed, played
from parsers.observations.slots.rate_sums import told_in_parts
from parsers.observations.slots.rate_words import turn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea exports were 40 million roubles ([$5 million]), 7% more.", "again"),
        ("Tea exports were 40 million roubles ([5 million]), 7% more.", "again"),
        ("Tea exports were [40 million roubles] ($5 million), 7% more.", "level"),
        ("Tea exports (worth [$5 million]) rose 7%.", "level"),
        ("Tea exports to Peru ([$5 million]) rose 7%.", "level"),
        ("Tea exports fell 7%, as the figure was [$5 million] a year earlier.", "base"),
        ("Tea exports fell 7% to $4 million, while they stood at [$5 million] in the same months of 2021.", "base"),
        ("Tea exports fell 7%, and wool was [$5 million] in the same months of 2021.", "level"),
        ("Tea exports fell 7%, as the figure was [$5 million] in May.", "level"),
    ],
)
def test_an_amount_told_once_more_has_no_rate(text: str, expected: str) -> None:
    assert played(*told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru sold tea for $5 million while it bought $3 million of wool, a [7%] fall in sales and a 2% rise in purchases.",
            ["behind.same", "behind.other"],
        ),
        ("Exports rose 2% and imports [7%] in May, to $5 million and $3 million.", ["front.other", "front.same"]),
        ("Exports rose 2% to $5 million and imports [7%] to $3 million.", ["mixed", "mixed"]),
        (
            "Exports of $5 million (4 million euros) and imports of $3 million, up [2%] and 7%.",
            ["behind.same", "-", "behind.other"],
        ),
        ("Exports rose from $5 million to $6 million, [2%] a year.", ["-", "-"]),
        ("Exports were $5 million and imports $3 million, [7%] less.", ["-", "-"]),
    ],
)
def test_lists_of_amounts_and_of_rates_go_in_turn(text: str, expected: list[str]) -> None:
    read, found = told(text)
    assert [listed(read, found, one) for one in read.page.figures if one.kind == "amount"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales of tea, wool and rice were [2%], 3% and 4% higher.", "run"),
        ("Sales of tea, wool and rice were 2%, [3%] and 4% higher.", "run"),
        ("Sales of tea, wool and rice were 2%, 3% and [4%] higher.", "right.near"),
        ("Tea, wool and rice made [2%], 3% and 4% of the exports, which rose.", "none"),
    ],
)
def test_a_word_behind_a_run_of_rates_moves_all_of_them(text: str, expected: str) -> None:
    read, figure = told(text)
    assert turn(read.words, read.line(figure), figure.token) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Exports were $5 million in June, [unchanged] from May.", True),
        ("The rule on exports is unchanged, they [doubled].", False),
    ],
)
def test_what_is_unchanged_grew_by_nothing(text: str, said: bool) -> None:
    read, figure = told(text)
    assert (growth(read, figure).pct == 0) is said


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("Exports fell 5 and [7 percent] in terms of weight and value, respectively.", "no"),
        ("The budget fell [5 percent] in weight.", "yes"),
    ],
)
def test_the_weight_beside_a_value_is_no_other_money(text: str, bad: str) -> None:
    read, figure = told(text)
    cues = next(iter(alone(read, figure, read.line(figure), "none"))).cues
    assert any(cue.endswith(f".bad={bad}") for cue in cues if "clause.flow" in cue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of exports of $8 million, $2 million ([25%]) was tea.", "sentence"),
        ("Exports reached $8 million, $2 million ([26%]) more than before.", "no"),
        ("Exports rose [25%].", "-"),
        ("Exports of $8 million more than [doubled].", "-"),
        ("Exports reached $8 million in all. Tea made $2 million ([25%]).", "text"),
        ("Exports reached $8 million in all. Tea made $3 million ([25%]).", "no"),
    ],
)
def test_whether_an_amount_is_that_part_of_another(text: str, expected: str) -> None:
    reading, figure = told(text)
    reading.look_back({one.index: Decision(True, "exports") for one in reading.page.figures})
    assert told_in_parts(reading, figure) == expected
