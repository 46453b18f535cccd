"""Who is called a buyer or a supplier, whose verb a list goes on with, and whom "its exports" mean."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.decisions import Decision
from parsers.observations.page import Figure
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.areas import candidates
from parsers.observations.slots.callings import part
from parsers.observations.slots.possessors import possessor, topic_before


def _read(text: str) -> Reading:
    return read_through(Document(text=text, source_id="own", language="en"))


def _told(reading: Reading, figure: Figure) -> tuple[str, str]:
    at, role = part(reading, figure)
    return (reading.line(figure).mention(at).text if at >= 0 else "", role)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru was the largest market for exports, with $5 million.", ("Peru", "takes")),
        ("Peru remained Chile's main supplier of imports, with $5 million.", ("Peru", "gives")),
        ("Peru, Chile's largest buyer, paid for exports of $5 million.", ("Peru", "takes")),
        ("The main market for exports is Peru with a share of 5%.", ("Peru", "takes")),
        ("The chief suppliers were Peru ($5 million) and Norway.", ("Peru", "gives")),
        ("Peru remained the top export partner, with $5 million.", ("Peru", "takes")),
        ("Peru ranked as Chile's first import partner, with $5 million.", ("Peru", "gives")),
        ("Peru was Chile's first import partner, with $5 million.", ("Peru", "gives")),
        ("Peru was Chile's first trade partner, with $5 million of exports.", ("", "")),
        ("Peru kept its place as the main buyer, with exports of $5 million.", ("Peru", "takes")),
        ("Main destinations of exports: Peru $5 million.", ("Peru", "takes")),
        ("By market, Peru came in front with $5 million.", ("", "")),
        ("In Peru, the largest market is for tea, and exports made $5 million.", ("", "")),
        ("Chile's growers left the market, and exports to Peru made $5 million.", ("", "")),
        ("Unlike Chile, Peru gained the top place in the market and exports made $5 million.", ("", "")),
        ("Peru was the largest market, while exports made $5 million.", ("", "")),
    ],
)
def test_who_is_called_a_buyer_or_a_supplier(text: str, told: tuple[str, str]) -> None:
    reading = _read(text)
    assert _told(reading, reading.page.figures[0]) == told


def test_a_list_behind_its_noun_gives_each_its_figure() -> None:
    reading = _read("The main buyers of Chile's tea were Peru ($5 million), Norway ($3 million) and Oman ($2 million).")
    assert [_told(reading, figure) for figure in reading.page.figures] == [
        ("Peru", "takes"),
        ("Norway", "takes"),
        ("Oman", "takes"),
    ]


def test_a_list_goes_on_with_the_verb_of_its_first() -> None:
    reading = _read("Peru bought tea for $5 million, Norway $3 million and Oman $2 million.")
    assert [_told(reading, figure)[1] for figure in reading.page.figures] == ["takes", "takes", "takes"]
    apart = _read("Peru bought tea for $5 million, after a visit of Norway $3 million.")
    assert _told(apart, apart.page.figures[1]) == ("", "")


def test_a_sentence_without_a_word_of_trade_goes_on_with_the_one_before() -> None:
    text = "The largest supplier of imports was Peru with $5 million. Next came Norway with $3 million."
    reading = _read(text)
    reading.look_back({0: Decision(True, "imports", pair=("CL", "PE"))})
    assert _told(reading, reading.page.figures[1]) == ("Norway", "gives")
    flow = _read(text.replace("Next came", "Exports to"))
    flow.look_back({0: Decision(True, "imports", pair=("CL", "PE"))})
    assert _told(flow, flow.page.figures[1]) == ("", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Last year Peru grew, and it bought goods for $5 million.", ("Peru", "takes")),
        ("From Peru it bought goods for $5 million.", ("", "")),
        ("From the Philippines it bought goods for $5 million.", ("", "")),
    ],
)
def test_it_is_not_the_area_that_a_sentence_leads_to(text: str, told: tuple[str, str]) -> None:
    reading = _read(text)
    assert _told(reading, reading.page.figures[0]) == told


def test_goods_of_a_country_are_not_its_buyers() -> None:
    goods = _read("Peruvian goods bought by the port made $5 million.")
    assert _told(goods, goods.page.figures[0]) == ("", "")
    buyers = _read("Peruvian millers bought wheat for $5 million.")
    assert _told(buyers, buyers.page.figures[0]) == ("Peruvian", "takes")


def test_a_long_chain_of_sentences_ends() -> None:
    reading = _read("Peru was a buyer of exports with $5 million. " + "Next was Norway with $3 million. " * 200)
    reading.look_back({n: Decision(True, "exports", pair=("CL", "NO")) for n in range(201)})
    assert _told(reading, reading.page.figures[1]) == ("Norway", "takes")
    assert _told(reading, reading.page.figures[-1]) == ("", "")


@pytest.mark.parametrize(
    ("flow", "owner", "partner"),
    [("exports", "CL", "PE"), ("imports", "PE", "CL")],
)
def test_a_taker_is_the_partner_of_exports_and_owns_imports(flow: str, owner: str, partner: str) -> None:
    reading = _read(f"Peru was Chile's largest buyer, with {flow} of $5 million.")
    figure = reading.page.figures[0]
    pairs = {one.value: one.cues for one in candidates(reading, figure, flow, next(iter(reading.line(figure).places("flow"))))}
    assert "dealt=kept" in pairs[owner, partner]
    assert "dealt=turned" in pairs[partner, owner]
    assert "dealt=broken" in pairs["CL", "WLD"] if flow == "imports" else "dealt=turned" in pairs["PE", "WLD"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru's surplus with Chile rose. Its exports made $5 million.", ("PE", "before")),
        ("Peru is a buyer of tea. Its imports made $5 million.", ("PE", "before")),
        ("Peru is a buyer of tea. It now has imports of $5 million.", ("PE", "before")),
        ("It rained. In May Peru said its exports made $5 million.", ("", "")),
        ("It rained. Peru said that its exports made $5 million.", ("PE", "here")),
        ("Peru is a buyer of tea. The exports made $5 million.", ("", "")),
        ("Peru is a buyer of tea. It said that Chile's exports made $5 million.", ("", "")),
        ("Traders met in the port and spoke of Peru. Its exports made $5 million.", ("", "")),
        ("Its exports made $5 million.", ("", "")),
    ],
)
def test_whose_its_exports_are(text: str, told: tuple[str, str]) -> None:
    reading = _read(text)
    sentence = reading.page.figures[0].sentence
    assert possessor(reading, sentence, reading.page.lines[sentence].places("flow")[-1]) == told


def test_of_whom_the_sentence_before_told() -> None:
    reading = _read("Chile met Peru. Peru's exports rose. Sales were good.")
    assert [topic_before(reading, sentence) for sentence in range(3)] == ["", "CL", "PE"]
