"""Numbers in running text: amounts, changes, quantities; what the tables say, and what holds for any text."""

import csv
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parsers.mentions.numbers import scan_numbers
from parsers.model import Amount, Change, Mention, Quantity

CORPUS = Path(__file__).parent / "corpus" / "en"


def rows(name: str) -> list[tuple[str, str]]:
    with (CORPUS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["expected"]) for row in csv.DictReader(file)]


def span(low: Decimal, high: Decimal | None) -> str:
    return str(low) if high is None else f"{low}..{high}"


def written(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Amount):
        unit = f"{value.currency or '-'}/{value.each}" if value.each else value.currency or "-"
        return f"{span(value.value, value.value_max)} {unit}"
    if isinstance(value, Change):
        sign = {1: " +", -1: " -", 0: ""}[value.direction]
        return f"{value.form} {span(value.size, value.size_max)}{sign}"
    assert isinstance(value, Quantity)
    return f"{span(value.value, value.value_max)} {value.unit}"


def found(text: str, kind: str) -> str:
    return "|".join(written(mention) for mention in scan_numbers(text) if mention.kind == kind)


@pytest.mark.parametrize(("text", "expected"), rows("amounts"))
def test_amounts(text, expected):
    assert found(text, "amount") == expected


@pytest.mark.parametrize(("text", "expected"), rows("changes"))
def test_changes(text, expected):
    assert found(text, "change") == expected


@pytest.mark.parametrize(("text", "expected"), rows("quantities"))
def test_quantities(text, expected):
    assert found(text, "quantity") == expected


def test_a_bare_number_is_a_number_and_a_date_or_year_is_nothing():
    text = "It fell on 20 March 2019, in 2018-19 (page 7), at 10:45 and on the 3rd, to 1,234."
    assert [(m.kind, m.text) for m in scan_numbers(text)] == [("number", "1,234")]


def test_dollars_may_be_of_many_countries_and_those_of_one_are_of_one():
    plain, canadian = (scan_numbers(text)[0].value for text in ("3 billion dlrs", "3 billion Canadian dlrs"))
    assert plain.currencies[0] == "USD" and {"CAD", "NZD", "AUD"} <= set(plain.currencies)
    assert canadian.currencies == ("CAD",)


def test_a_scan_of_a_part_stays_in_it():
    text = "It took $3 billion, then $4 billion."
    assert [m.text for m in scan_numbers(text, start=20)] == ["$4 billion"]


@settings(deadline=None)
@example(
    "up \U0001e5f1 per cent to $\U0001e5f2 million, two in every \U0001e5f3 dollars, one euro in \U0001e5f4"
)  # digits of a Unicode newer than the interpreter's
@given(st.text(alphabet="0123456789.,-–/% $€£₽½abkmnortuspe\n’ ", max_size=60) | st.text(max_size=60))
def test_any_text_gives_ordered_mentions_of_its_own_letters(text):
    mentions = scan_numbers(text)
    assert all(text[m.start : m.end] == m.text and m.start < m.end for m in mentions)
    assert all(first.end <= second.start for first, second in pairwise(mentions))


NUMBERS = st.decimals("0.01", "9999.99", places=2) | st.integers(1, 999999).map(lambda n: f"{n:,}")
SCALES = st.sampled_from([" million", " bn", "bn", " mln", " billion\n", " crore"])
MONEY = st.sampled_from(["${}", "{} dollars", "USD {}", "€{}", "{} euros", "Rs{}", "{} yen"])


@settings(deadline=None)
@given(NUMBERS, SCALES, MONEY)
def test_the_text_of_an_amount_scanned_again_has_the_same_value(number, scale, money):
    sum_ = money.format(f"{number}{scale}".strip() if money.endswith("{}") else f"{number}{scale}")
    (mention,) = [m for m in scan_numbers(f"Tea brought {sum_} in May.") if m.kind == "amount"]
    (again,) = scan_numbers(mention.text)
    assert again.value == mention.value and mention.text == sum_


@settings(deadline=None)
@given(NUMBERS, st.sampled_from(["%", " percent", "pc", " pct", " percentage points", " times", "-fold"]))
def test_the_text_of_a_change_scanned_again_has_the_same_value(number, unit):
    (mention,) = [m for m in scan_numbers(f"Tea moved {number}{unit} in May.") if m.kind == "change"]
    (again,) = scan_numbers(mention.text)
    assert again.value == mention.value and mention.value.size == Decimal(str(number).replace(",", ""))


@pytest.mark.parametrize(
    "unit", ["1,1,1,", "$$$$", "1 1 1 1 ", "1-", "one hundred and ", "half a ", "$1 to ", "1/2 ", "9.", "US$ "]
)
def test_time_grows_with_the_text_and_no_faster(unit):
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        begun = time.process_time()
        scan_numbers(text)
        return time.process_time() - begun

    scan_numbers("1")
    assert seconds(24_000) < 12 * seconds(6_000) + 0.5
