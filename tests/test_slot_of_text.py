"""How a pair stands to its whole text: the publisher's own area, the money, the one partner; who takes and who gives."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.decisions import Decision
from parsers.observations.reading import Reading
from parsers.observations.scan import read_through
from parsers.observations.slots.areas import candidates
from parsers.observations.slots.dealers import dealer
from parsers.observations.slots.partners import partnered


def _read(text: str, publisher: str | None = None) -> Reading:
    return read_through(Document(text=text, source_id="own", language="en", publisher=publisher))


def _cues(reading: Reading, flow: str, number: int = 0) -> dict[tuple[str | None, str | None], list[str]]:
    figure = reading.page.figures[number]
    flow_at = next(iter(reading.line(figure).places("flow")), -1)
    return {found.value: found.cues for found in candidates(reading, figure, flow, flow_at)}


def test_a_paper_that_never_names_its_country_tells_of_it() -> None:
    pairs = _cues(_read("Trade with Tula Oblast grew. Exports made $5 million.", "BelTA"), "exports")
    assert {"silent=kept.1", "silent=kept.partner"} <= set(pairs["BY", "RU-TUL"])
    assert {"silent=broken.1", "silent=broken.world"} <= set(pairs["RU-TUL", "WLD"])


def test_a_paper_that_names_its_country_is_not_silent() -> None:
    pairs = _cues(_read("Trade of Belarus with Tula Oblast grew. Exports made $5 million.", "BelTA"), "exports")
    assert not [cue for cue in pairs["BY", "RU-TUL"] if cue.startswith("silent")]


def test_a_regional_paper_tells_of_its_region() -> None:
    pairs = _cues(_read("Belarusian exports to the region made $5 million.", "Bashinform"), "exports")
    assert {"silent=kept.1", "other.home"} <= set(pairs["BY", "RU-BA"])


@pytest.mark.parametrize(
    ("gap", "told"),
    [(" ", "paragraph=same"), ("\n\n", "paragraph=apart")],
)
def test_a_partner_of_the_same_paragraph(gap: str, told: str) -> None:
    pairs = _cues(_read(f"Peru met Chile.\n\nChile talked to Peru.{gap}Exports made $5 million."), "exports")
    assert told in pairs["PE", "CL"]
    assert not [cue for cue in pairs["PE", "WLD"] if cue.startswith("paragraph")]


def test_money_of_one_country() -> None:
    reading = _read("The value of exports was KSh 5 billion, or $40 million. Uganda bought less.")
    assert reading.told_areas.coin == "KE"
    assert "coin=ref.silent" in _cues(reading, "exports")["KE", "WLD"]
    assert "coin=neither.silent" in _cues(reading, "exports")["UG", "WLD"]
    assert _read("The value of exports was $5 billion and 4 billion euros.").told_areas.coin is None


def test_the_one_partner_of_a_text() -> None:
    reading = _read("Peru's exports to Chile grew. Total turnover made $5 million.")
    pairs = _cues(reading, "turnover")
    assert "sole=head.kept" in pairs["PE", "CL"]
    assert "sole=head.world" in pairs["PE", "WLD"]
    two = _read("Peru's exports to Chile grew, and to Norway. Total turnover made $5 million.")
    assert not [cue for cue in _cues(two, "turnover")["PE", "CL"] if cue.startswith("sole")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru took 30 percent of what Chile exports.", ("Peru", "takes")),
        ("Goods brought in $5 million, with Peru alone absorbing 30 percent of exports.", ("Peru", "takes")),
        ("On the import side Peru provided goods worth $5 million.", ("Peru", "gives")),
        ("Peru supplied 30 percent of imports.", ("Peru", "gives")),
        ("From Peru it took goods worth $5 million of imports.", ("", "")),
        ("Peru's growers sold goods, and imports made $5 million.", ("", "")),
        ("Peru took part, while exports made $5 million.", ("", "")),
        ("Peru is the best market for our exports: in 2015 it bought goods worth $5 million.", ("Peru", "takes")),
        ("Peru's year was good: it bought imports worth $5 million.", ("", "")),
        ("Trade was slow: it took $5 million off exports.", ("", "")),
    ],
)
def test_who_takes_and_who_gives(text: str, told: tuple[str, str]) -> None:
    reading = _read(text)
    figure = reading.page.figures[-1]
    line = reading.line(figure)
    at, how = dealer(line, figure, reading.words)
    assert (line.mention(at).text if at >= 0 else "", how) == told


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Chile is Peru's largest market.", "PE"),
        ("Chile kept its place as the first partner of Tula Oblast.", "RU-TUL"),
        ("Chile, Peru's neighbour, is a partner.", ""),
        ("Partners from Peru came.", ""),
    ],
)
def test_whose_partner_was_named(text: str, owner: str) -> None:
    reading = _read(f"{text} Exports made $5 million.")
    assert partnered(reading, 1) == partnered(reading, 0) == owner


def test_who_takes_exports_is_a_partner() -> None:
    pairs = _cues(_read("Chile's year was good. Peru took 30 percent of exports."), "exports")
    assert "dealt.takes.exports=other" in pairs["CL", "PE"]
    assert "dealt.takes.exports=ref" in pairs["PE", "CL"]
    assert "dealt.takes.exports=broken" in pairs["CL", "WLD"]
    assert "dealt.takes.exports=ref.world" in pairs["PE", "WLD"]


@pytest.mark.parametrize("words", ["In the other direction", "In return", "The opposite way"])
def test_the_other_direction_turns_the_pair_round(words: str) -> None:
    reading = _read(f"Peru's exports to Chile made $5 million. {words} exports made $3 million.")
    reading.look_back({0: Decision(True, "exports", pair=("PE", "CL"))})
    pairs = _cues(reading, "exports", 1)
    assert "turned=kept" in pairs["CL", "PE"]
    assert "turned=same" in pairs["PE", "CL"]


def test_the_other_direction_of_the_other_flow_is_the_same_pair() -> None:
    reading = _read("Peru's exports to Chile made $5 million. In the other direction imports made $3 million.")
    reading.look_back({0: Decision(True, "exports", pair=("PE", "CL"))})
    pairs = _cues(reading, "imports", 1)
    assert "turned=kept" in pairs["PE", "CL"]
    assert "turned=same" in pairs["CL", "PE"]


def test_nothing_is_turned_round_on_the_way() -> None:
    reading = _read("Peru's exports to Chile made $5 million. On the way, exports made $3 million.")
    reading.look_back({0: Decision(True, "exports", pair=("PE", "CL"))})
    assert not [cue for cue in _cues(reading, "exports", 1)["PE", "CL"] if cue.startswith("turned")]


def test_a_text_of_a_region_tells_of_it_and_not_of_its_country() -> None:
    reading = _read("The governor of Kursk Oblast received guests from Russia. Trade with Norway made $5 million.")
    pairs = _cues(reading, "turnover")
    assert "region.ruled=kept.partner" in pairs["RU-KRS", "NO"]
    assert "region.ruled=country.partner" in pairs["RU", "NO"]
    plain = _cues(_read("The traders of Kursk Oblast received guests. Trade with Norway made $5 million."), "turnover")
    assert "region.plain=kept.partner" in plain["RU-KRS", "NO"]
    two = _cues(_read("The governors of Kursk Oblast and Tula Oblast came. Trade with Norway made $5 million."), "turnover")
    assert not [cue for cue in two["RU-KRS", "NO"] if cue.startswith("region.")]


@pytest.mark.parametrize(
    ("text", "sharer"),
    [
        ("Cotton accounts for 8% of exports in Peru.", "product"),
        ("Chile accounts for 8% of exports of Peru.", "area"),
        ("It makes up about 8% of exports of Peru.", "it"),
        ("Exports of Peru rose 8% in May.", ""),
    ],
)
def test_who_has_a_share_of_a_flow(text: str, sharer: str) -> None:
    cues = _cues(_read(text), "exports")["PE", "WLD"]
    assert [cue for cue in cues if cue.startswith("sharer=")] == ([f"sharer={sharer}.world"] if sharer else [])
