"""Areas in running text: the table of cases, offsets, order, and texts made to break the scan."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.codelists import area_names, areas
from parsers.mentions.area_names import inventory, scan, scanner, spellings
from parsers.mentions.areas import find_areas, words
from parsers.model import AreaMention

CORPUS = Path(__file__).parent / "corpus" / "en" / "areas.csv"


def cases() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(mention: AreaMention) -> str:
    code = mention.code or "?" + "|".join(mention.candidates)
    return f"{mention.text.replace(chr(10), ' ')}={code}"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"])
def test_case(case: dict[str, str]) -> None:
    found = find_areas(case["text"].replace("\\n", "\n"))
    assert ";".join(shown(mention) for mention in found if mention.form != "anaphor") == case["expected"]


@pytest.mark.parametrize(
    ("text", "surface", "form"),
    [
        ("Belarusian exports", "Belarusian", "adjective"),
        ("trade with Minsk", "Minsk", "seat"),
        ("ISLAMABAD, Apr 21 (APP): Sales", "ISLAMABAD", "dateline"),
        ("TEHRAN (MNA) - Sales", "TEHRAN", "dateline"),
        ("Hà Nội (QNA) – Sales of Vietnam", "Hà Nội", "dateline"),
        ("Sales of Vietnam grew in Hà Nội", "Hà Nội", "weak"),
        ("RYAZAN, 25 July - Sales", "RYAZAN", "dateline"),
        ("Osaka, Japan", "Osaka", "weak"),
        ("Belarus grew; the republic sold more", "the republic", "anaphor"),
        ("INDIA - sales", "INDIA", "name"),
    ],
)
def test_form(text: str, surface: str, form: str) -> None:
    assert [mention.form for mention in find_areas(text) if mention.text == surface] == [form]


def test_two_countries_are_the_latest_two() -> None:
    found = find_areas("Iran and India met in Oman. Trade of Peru and Chile is small. The two countries hope.")
    assert (found[-1].form, found[-1].count, set(found[-1].candidates)) == ("anaphor", 2, {"PE", "CL"})


@pytest.mark.parametrize(
    ("text", "surface", "count"),
    [
        ("Sales to these three countries rose", "these three countries", 3),
        ("Sales to all 15 states rose", "all 15 states", 15),
        ("Sales to the nine came to less", "the nine", 9),
        ("Sales to its 15 neighbours rose", "its 15 neighbours", 15),
        ("Trade of the two neighboring states rose", "the two neighboring states", 2),
        ("Trade between the two.", "the two", 2),
    ],
)
def test_a_number_of_countries_stands_for_those_named_before(text: str, surface: str, count: int) -> None:
    assert [(found.text, found.count, found.code) for found in find_areas(text)] == [(surface, count, None)]


@pytest.mark.parametrize("text", ["Sales to the nine ships rose", "The nine sold more", "three countries"])
def test_a_number_of_other_things_stands_for_none(text: str) -> None:
    assert find_areas(text) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Peru sells to Tatarstan. Trade with the Russian republic grew.", ("Russian republic", "RU-TA", "anaphor")),
        ("Peru sells to Tatarstan. Trade with the Russian side grew.", ("Russian", "RU", "adjective")),
        ("Trade with the Russian republic grew.", ("Russian", "RU", "adjective")),
        ("Peru and Chile met. The South American country sold more.", ("The South American country", None, "anaphor")),
        ("Peru met Jordan and Kenya. Sales to the kingdom grew.", ("the kingdom", "JO", "anaphor")),
        ("Peru met Jordan and Norway. Sales to the kingdom grew.", ("the kingdom", None, "anaphor")),
        ("Peru met Japan. Sales to the asian country grew.", ("the asian country", "JP", "anaphor")),
        ("Peru met Cuba. Sales to the island nation grew.", ("the island nation", "CU", "anaphor")),
        ("Peru met Cuba and Malta. Sales to the island nation grew.", ("the island nation", None, "anaphor")),
        ("Peru met Iran and Fiji. Sales to the Middle Eastern country grew.", ("the Middle Eastern country", "IR", "anaphor")),
        ("Peru met the EU. Sales to the 27-nation bloc grew.", ("the 27-nation bloc", "EU", "anaphor")),
        ("Peru met the EU. Sales to the 27-nation economic bloc grew.", ("the 27-nation economic bloc", "EU", "anaphor")),
    ],
)
def test_a_kind_of_area_stands_for_one_of_its_kind(text: str, last: tuple[str, str | None, str]) -> None:
    found = find_areas(text)[-1]
    assert (found.text, found.code, found.form) == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oleg Nikolayev met the guests.", ""),
        ("Ivan Kent of Mr. Jordan's office met James Ireland.", ""),
        ("Nikolayev Oblast sold more to Ireland and Jordan.", "Nikolayev Oblast=UA-48;Ireland=IE;Jordan=JO"),
        ("Trade between Moscow and Tehran, with the mayor of Moscow.", "Moscow=RU;Tehran=IR;Moscow=RU-MOW"),
        ("Tehran province sold more. Tehran exported carpets.", "Tehran province=IR-23;Tehran=IR-23"),
        ("Tehran exported carpets to Oman.", "Tehran=IR;Oman=OM"),
        ("Iran and Iraq met. Iran sold more to the Kurdistan Region.", "Iran=IR;Iraq=IQ;Iran=IR;Kurdistan Region=IQ-KR"),
        ("Iran and Iraq met. Iraq sold more to Kurdistan Province.", "Iran=IR;Iraq=IQ;Iraq=IQ;Kurdistan Province=IR-12"),
    ],
)
def test_people_and_seats(text: str, expected: str) -> None:
    assert ";".join(shown(mention) for mention in find_areas(text)) == expected


def test_the_oblast_is_the_one_oblast_named() -> None:
    assert find_areas("Belarus and Kursk Oblast trade. The oblast sells sugar.")[-1].code == "RU-KRS"


def test_the_oblast_of_two_stays_open() -> None:
    last = find_areas("Kursk Oblast and Tula Oblast trade. The oblast sells sugar.")[-1]
    assert (last.code, last.candidates) == (None, ("RU-TUL",))


def test_publisher_home_settles_punjab() -> None:
    assert [find_areas("Punjab sold rice.", home=home)[0].code for home in ("PK", "IN", None)] == ["PK-PB", "IN-PB", None]


def test_offsets_after_letters_beyond_ascii() -> None:
    text = "“São Tomé” – naïve €5 sold to ‘Côte d’Ivoire’, Türkiye and Perú… then Kursk Oblast—Minsk"
    for mention in find_areas(text):
        assert text[mention.start : mention.end] == mention.text
    assert [mention.text for mention in find_areas(text)] == ["Côte d’Ivoire", "Türkiye", "Perú", "Kursk Oblast", "Minsk"]


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    end = 0
    for mention in find_areas(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(
    st.lists(
        st.sampled_from(["Belarus", "U.S.", "Côte d’Ivoire", "Moscow", "oblast", "“", "’s", "-", "\n", "the two countries", "é"]),
        max_size=30,
    )
)
def test_any_row_of_names(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[mention.start : mention.end] for mention in find_areas(text)] == [mention.text for mention in find_areas(text)]


def test_every_alias_is_found_whole() -> None:
    lost = []
    for text, name in inventory("en").items():
        surface = name.text
        if name.hyphened or name.veto:
            continue
        hits = scan(f"({surface})")
        if [hit[:2] for hit in hits] not in ([(1, 1 + len(surface))], [(1, len(surface))]):
            lost.append(text)
    assert lost == []


def test_every_alias_resolves_as_its_row_says() -> None:
    """Every name, adjective and seat in a sentence that speaks of the area's country."""
    wrong, known = [], areas()
    for code, names in area_names().items():
        country = known[known[code].parent].name if known[code].parent else "the market"
        for text in (*names.aliases, *names.adjectives, *names.seats):
            if text.endswith("-") or text in words("en").people or text == "the world":
                continue
            found = find_areas(f"In {country}, exports of {text} rose")
            if not any(code in mention.candidates for mention in found):
                wrong.append((code, text))
    assert wrong == []


def test_names_of_several_areas_are_few_and_known() -> None:
    """A strong name of two areas is declared in [areas.usual]; others must not appear unseen."""
    usual = words("en").usual
    shared = {
        text
        for text, name in inventory("en").items()
        if len({*name.names}) > 1 or (not name.names and len({*name.adjectives}) > 1)
    }
    assert shared - usual == set()


def test_every_upper_case_name_is_found() -> None:
    lost = [
        name.text
        for name in inventory("en").values()
        if name.names and not name.hyphened and not scan(name.text.upper()) and name.text.isascii()
    ]
    assert lost == []


def test_spellings_keep_capitals() -> None:
    names = inventory("en")
    assert list(spellings(names["US"])) == ["US"]
    assert "REPUBLIC OF KOREA" in spellings(names["Republic of Korea"])


def test_hostile_text_is_linear() -> None:
    machine = scanner("en")
    assert machine.patterns
    for text in (
        "South " * 4000,
        "Guinea-" * 4000,
        "the " * 8000,
        "U.S." * 8000,
        "ÿ" * 20000,
        "Georgia, " * 2000,
        "Iran-" * 4000,
        "the Russian republic " * 2000,
    ):
        find_areas(text)


def test_every_candidate_is_an_area() -> None:
    known = areas()
    assert all(
        code in known for name in inventory("en").values() for code in (*name.names, *name.adjectives, *name.seats, *name.weak)
    )
