"""What a figure is set among: doers, ways, wholes, what a multiple multiplies, what a flow word's predicate tells."""

from __future__ import annotations

import pytest

from parsers.mentions.flows import scan_flows
from parsers.mentions.numbers import scan_numbers
from parsers.observations.equivalents import is_equivalent
from parsers.observations.growth import direction
from parsers.observations.slots import rate
from parsers.observations.slots.flow_place import handled
from parsers.observations.slots.passage import of_passage
from parsers.observations.slots.predicate import in_aside, tells
from parsers.observations.slots.rate_sums import told_in_sums
from parsers.observations.slots.rate_words import across
from parsers.observations.slots.setting import doer, excluded, multiplied, route, sharer, whole_of, whole_owner
from tests.laid_out import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru exported [$5 million] of tea.", "area"),
        ("They have also exported [$5 million] of tea.", "it"),
        ("Firms that exported [$5 million] of tea were spared.", "firm"),
        ("Peruvian firms exported [$5 million] of tea.", "firms"),
        ("A Peruvian firm exported [$5 million] of tea.", "firm"),
        ("Tea was exported for [$5 million].", "product"),
        ("The smith exported [$5 million] of locks.", "word"),
    ],
)
def test_who_does_what_a_verb_of_trade_tells(text: str, expected: str) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert doer(line, line.places("flow")[0], reading.words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea exports, excluding shipments by post, were [$5 million].", [False, True]),
        ("Tea exports were [$5 million] excluding shipments by post.", [False, True]),
        ("Tea exports and shipments by post were [$5 million].", [False, False]),
        ("The sum excluding imports of [$5 million] was small.", [False]),
    ],
)
def test_what_is_left_out_of_a_flow(text: str, expected: list[bool]) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert [excluded(line, at, figure.token, reading.words) for at in line.places("flow")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some [80%] of exports go by sea.", "behind"),
        ("Through its ports [80%] of exports pass.", "front"),
        ("Some [80%] of exports are tea.", "-"),
        ("Some [80%] of exports are tea, while the ports grew.", "-"),
    ],
)
def test_the_way_that_goods_go(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert route(reading.line(figure), figure.token, reading.words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some [80%] of their trade is done in national currencies.", True),
        ("Nearly [80%] of the trade between Peru and Chile is now being done with their national currencies.", True),
        ("National currencies account for [80%] of their trade.", True),
        ("Some [80%] of Peru's trade passes through Callao Port.", True),
        ("The strait handles [80%] of the island's trade.", True),
        ("Some [80%] of exports go by sea.", True),
        ("Some [80%] of their trade is in wool.", False),
        ("Sea fish make up [80%] of exports.", False),
        ("Some [80%] of exports are ships.", False),
        ("Hard currency exports accounted for [80%] of all exports.", False),
        ("Peru, whose ports grew, took [80%] of exports.", False),
        ("The port handled cargo, and [80%] of firms grew.", False),
    ],
)
def test_a_part_of_trade_that_goes_some_way_is_no_part_of_goods(text: str, expected: bool) -> None:
    reading, figure = told(text)
    assert of_passage(reading.line(figure), figure.token, reading.words) == expected
    offered = ("share", -1) in [one.value for one in rate.candidates(reading, figure)]
    assert offered != expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The maker [doubled] the warranty on its exports.", "word"),
        ("Peru [doubled] its exports.", "flow.noun"),
        ("Exports [doubled] to $5 million.", "-"),
        ("The rise was [12 times] the tariff.", "money"),
        ("Exports grew [5%] in May.", "-"),
    ],
)
def test_what_a_multiple_multiplies(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert multiplied(reading.line(figure), figure.token, reading.words) == expected


@pytest.mark.parametrize(
    ("text", "part", "owner"),
    [
        ("Imports cover [70%] of its needs.", "need", "-"),
        ("Peru imports [70%] of its tea, he said.", "own", "-"),
        ("Peru took [70%] of the doctors, he said.", "other", "-"),
        ("Tea makes up [70%] of Peru's exports.", "flow", "verb.area"),
        ("Tea has a share of [70%] of the exports.", "flow", "noun.plain"),
        ("Imports rose [70%] last year.", "-", "-"),
    ],
)
def test_what_a_rate_is_a_part_of(text: str, part: str, owner: str) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert whole_of(line, figure.token, reading.words) == part
    assert whole_owner(line, figure.token, reading.words) == owner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share of women in the trade was [5%].", "of.need"),
        ("The share of Peru in the trade was [5%].", "of.area"),
        ("The share grew to [5%].", "plain"),
        ("Trade grew [5%].", "-"),
    ],
)
def test_whose_share_a_noun_tells(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert sharer(reading.line(figure), figure.token, reading.words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports of tea to Peru have risen by [5%].", "moves.near"),
        ("Exports of tea to Peru were [$5 million].", "is.near"),
        ("Exports, the hope of all growers there, rose by [5%].", "moves.far"),
        ("Exports worth [$5 million] were booked.", "worth.near"),
        ("Exports rose but prices fell by [5%].", "-"),
        ("Peru booked [$5 million] of exports.", "-"),
    ],
)
def test_whether_a_flow_word_is_what_a_figure_is_told_of(text: str, expected: str) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert tells(line, line.places("flow")[0], figure.token, reading.words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The account, which covers trade, came to [$5 million].", True),
        ("The trade, which grew, came to [$5 million].", False),
    ],
)
def test_a_flow_word_in_a_relative_clause(text: str, expected: bool) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert in_aside(line, line.places("flow")[0], figure.token, reading.words) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose [25%] to $5 million from $4 million.", "come"),
        ("Exports rose [25%] year-on-year to about $5 million.", "to"),
        ("Exports rose [25%] and imports were $5 million.", "no"),
    ],
)
def test_amounts_that_make_a_rate_one_of_trade(text: str, expected: str) -> None:
    reading, figure = told(text)
    assert told_in_sums(reading, figure) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It wants [6%] growth and exports of $5 million.", "joint.flow"),
        ("Exports rose [6%] to $5 million.", "-"),
        ("It saw [6%] growth in exports of $5 million.", "flow"),
        ("It saw [6%] growth and reached $5 million.", "joint.verb"),
    ],
)
def test_what_parts_a_rate_from_an_amount(text: str, expected: str) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert across(reading.words, line, figure.token, line.places("amount")[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank bought [$5 million] in May.", "amount"),
        ("Peru bought [$5 million] worth of oil.", "amount.goods"),
        ("Peru bought [$5 million] in farm goods.", "amount.of"),
    ],
)
def test_what_is_bought(text: str, expected: str) -> None:
    reading, figure = told(text)
    line = reading.line(figure)
    assert handled(line, line.places("flow")[0], reading.words) == expected


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Exports fell [5%] from $6 million in May.", []),
        ("Exports fell [5%] to $6 million from $7 million.", ["$6 million"]),
        ("Exports rose by $2 million or [5%].", []),
        ("Exports rose [5%] compared to May and reached $6 million.", ["$6 million"]),
        ("Exports were $7 million against $6 million, up [5%].", ["$7 million", "$6 million"]),
    ],
)
def test_a_rate_is_of_a_level(text: str, levels: list[str]) -> None:
    reading, figure = told(text)
    found = [reading.page.figures[one.value[1]] for one in rate.candidates(reading, figure) if one.value[1] >= 0]
    assert [one.mention.text for one in found] == levels


@pytest.mark.parametrize(("text", "sign"), [("[3%] under May", -1), ("[3%] over May", 1), ("rose [3%] short of the plan", -1)])
def test_a_rate_of_less(text: str, sign: int) -> None:
    reading, figure = told(f"Exports closed at $5 million, {text}.")
    assert direction(reading, figure) == sign


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Exports were $2,297.2 million (i.e. [$2.2 billion]) in May.", True),
        ("Exports were $5 million ([$4.9 million]) in May.", False),
        ("Exports were $2,297.2 million and [$2.2 billion] in May.", False),
    ],
)
def test_an_amount_that_is_only_rounded(text: str, again: bool) -> None:
    reading, figure = told(text)
    assert is_equivalent(reading, figure) is again


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose 12 against 8 percent a year ago.", ["12", "8 percent"]),
        ("Exports rose 12.5, compared with 8.1 per cent.", ["12.5", "8.1 per cent"]),
        ("Peru's exports grew by 12 per cent and those of Chile by 8.", ["12 per cent", "8"]),
        ("Peru's exports grew by 12 per cent. Staff grew by 8.", ["12 per cent"]),
        ("The rule is 12 for an 8 percent share.", ["8 percent"]),
    ],
)
def test_two_rates_told_against_one_another_share_a_unit(text: str, expected: list[str]) -> None:
    assert [mention.text for mention in scan_numbers(text) if mention.kind == "change"] == expected


@pytest.mark.parametrize(
    "name",
    [
        "The Minister of Industry, Mine and Trade spoke.",
        "The Ministry for Foreign Trade and Investment spoke.",
        "The Chamber of Commerce, Industry and Crafts met.",
        "The " + "ministry of industry and " * 400 + "fish spoke.",
    ],
)
def test_the_name_of_an_office_is_no_flow(name: str) -> None:
    assert [mention.kind for mention in scan_flows(name) if mention.kind == "flow"] == []
