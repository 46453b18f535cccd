"""The code lists: complete against ISO, sound in themselves, and loud when a row is broken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pycountry
import pytest

from parsers import codelist_files, codelists, publishers
from parsers.codelists import CodelistError, area, area_names, areas, codes, currencies, data_folder, publisher_home
from parsers.model import Bound, Flow, Status

COUNTRIES = {country.alpha_2 for country in pycountry.countries}
GROUPS_OF_ISLANDS = {entry.code for entry in pycountry.subdivisions if entry.type == "Geographical unit"}
FIRST_LEVEL = {entry.code for entry in pycountry.subdivisions if not entry.parent_code or entry.parent_code in GROUPS_OF_ISLANDS}


def test_every_country_of_iso_3166_1() -> None:
    found = {code for code, row in areas().items() if row.kind == "country"}
    assert found - {"XK"} == COUNTRIES
    assert len(COUNTRIES) == 249


def test_every_first_level_subdivision_of_iso_3166_2() -> None:
    found = {code for code, row in areas().items() if row.kind in ("subdivision", "double")}
    assert found == FIRST_LEVEL
    assert len(FIRST_LEVEL) == 3628


@pytest.mark.parametrize(
    ("country", "count"),
    [("RU", 83), ("BY", 7), ("KZ", 20), ("UA", 27), ("CN", 34), ("US", 57), ("DE", 16), ("PK", 7), ("IR", 31)],
)
def test_subdivisions_of(country: str, count: int) -> None:
    assert sum(row.parent == country or code.startswith(f"{country}-") for code, row in areas().items()) == count


@pytest.mark.parametrize(
    ("code", "country"), [("CN-TW", "TW"), ("US-PR", "PR"), ("CN-HK", "HK"), ("FR-974", "RE"), ("FI-01", "AX")]
)
def test_a_country_wins_over_its_double(code: str, country: str) -> None:
    assert (area(code).kind, area(code).parent, area(code).name) == ("double", country, area(country).name)
    assert code not in area_names()


@pytest.mark.parametrize(
    "code", ["SU", "YU", "CS", "DD", "XK", "EU", "EA", "EAEU", "CIS", "ASEAN", "WLD", "BE+LU", "G-BRICS", "G-OPEC", "G-NIC"]
)
def test_blocs_groups_and_former_states(code: str) -> None:
    assert area(code).kind in {"former", "country", "bloc", "group", "world"}


def test_former_states_say_when_they_stood() -> None:
    assert {code: area(code).years for code in ("SU", "DD")} == {"SU": "1922-1991", "DD": "1949-1990"}


@pytest.mark.parametrize(
    ("code", "start"),
    [("IR", "03-21"), ("IN", "04-01"), ("PK", "07-01"), ("BD", "07-01"), ("US", "10-01"), ("BY", "01-01"), ("AU", "07-01")],
)
def test_fiscal_year(code: str, start: str) -> None:
    assert area(code).fiscal_year_start == start


def test_an_unknown_code_raises_with_the_code() -> None:
    with pytest.raises(KeyError, match="QQ-1"):
        area("QQ-1")


def test_every_area_but_doubles_has_a_name() -> None:
    assert {code for code, row in areas().items() if row.kind != "double"} == set(area_names())
    assert not [code for code, row in areas().items() if not row.name.strip()]


def test_no_cell_holds_blanks_or_a_value_twice() -> None:
    bad = [
        (code, value)
        for code, names in area_names().items()
        for cell in (names.aliases, names.adjectives, names.seats, names.weak)
        for value in cell
        if value != value.strip() or not value or cell.count(value) > 1
    ]
    assert bad == []


def test_every_currency_in_force_is_listed() -> None:
    funds = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"}
    metals = {code for code in (entry.alpha_3 for entry in pycountry.currencies) if code.startswith("X")} - set(currencies())
    assert {entry.alpha_3 for entry in pycountry.currencies} - funds - metals <= set(currencies())
    assert {"SUR", "DEM", "FRF", "BEF", "NLG", "YUD", "ITL", "BYR", "XEU"} <= set(currencies())


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("dollars", ["USD", "CAD", "AUD"]),
        ("rubles", ["RUB", "BYN", "SUR"]),
        ("rupees", ["INR", "PKR", "LKR"]),
        ("francs", ["CHF", "FRF", "BEF"]),
        ("marks", ["DEM", "FIM"]),
        ("pounds", ["GBP"]),
        ("Canadian dollars", ["CAD"]),
        ("yuan", ["CNY"]),
    ],
)
def test_words_mean_the_usual_currency_first(word: str, first: list[str]) -> None:
    assert [code for code, currency in currencies().items() if word in currency.words][: len(first)] == first


def test_dollar_sign_means_the_us_dollar_first() -> None:
    assert [code for code, currency in currencies().items() if "$" in currency.symbols][:4] == ["USD", "CAD", "AUD", "NZD"]


@pytest.mark.parametrize(
    ("prefix", "code"),
    [("Ksh", "KES"), ("Rs", "PKR"), ("Tk", "BDT"), ("DM", "DEM"), ("kr", "NOK"), ("RMB", "CNY"), ("Rp", "IDR")],
)
def test_prefix(prefix: str, code: str) -> None:
    assert prefix in currencies()[code].prefixes


def test_subunits_have_their_worth() -> None:
    assert (currencies()["IRR"].subunits["tomans"], currencies()["KWD"].subunits["fils"]) == (Decimal(10), Decimal("0.001"))


def test_currency_areas_are_areas() -> None:
    assert {place for currency in currencies().values() for place in currency.areas} <= set(areas())


@pytest.mark.parametrize(
    ("publisher", "url", "home"),
    [
        ("BelTA via 21.by", None, "BY"),
        ("sb.by", "https://www.sb.by/articles/1", "BY"),
        ("Dawn", "https://www.dawn.com/news/1", "PK"),
        ("Tehran Times", None, "IR"),
        (None, "https://www.business-standard.co.uk/x", "GB"),
        (None, "https://xn--80ak6aa92e.xn--p1ai/", "RU"),
        ("Trend via MENAFN", "https://menafn.com/1", "AZ"),
        ("TASS (Rambler)", "https://news.rambler.ru/1", "RU"),
        ("Reuters", None, None),
        ("Somebody", "https://example.com/by", None),
        ("Somebody", "https://example.io/", None),
        (None, "http://[broken", None),
        (None, None, None),
    ],
)
def test_publisher_home(publisher: str | None, url: str | None, home: str | None) -> None:
    assert publisher_home(publisher, url) == home


@pytest.mark.parametrize(("name", "literal"), [("trade_flow", Flow), ("bound", Bound), ("status", Status)])
def test_short_lists_are_those_of_the_model(name: str, literal: object) -> None:
    assert set(codes(name)) == set(literal.__args__)  # type: ignore[attr-defined]


def test_sdmx_counterparts() -> None:
    assert {code: row.sdmx for code, row in codes("trade_flow").items()} == {
        "exports": "X",
        "imports": "M",
        "turnover": "_T",
        "balance": "B",
    }
    assert (codes("status")["actual"].sdmx, codes("status")["forecast"].sdmx, codes("bound")["about"].sdmx) == ("A", "F", "E")


CACHES = (
    codelists.areas,
    codelists.area_names,
    codelists.currencies,
    codelists.codes,
    codelists.districts,
    codelists.neighbours,
    publishers.publishers,
    publishers.country_domains,
)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the code lists that a test may break."""
    folder = tmp_path / "codelists"
    shutil.copytree(data_folder() / "codelists", folder, ignore=shutil.ignore_patterns("make", "__pycache__"))
    monkeypatch.setattr(codelist_files, "data_folder", lambda: tmp_path)
    for look_up in CACHES:
        look_up.cache_clear()
    yield folder
    for look_up in CACHES:
        look_up.cache_clear()


def broken(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("areas.csv", "\nBE,country,", "\nBE,realm,", r"areas.csv line 21: 'realm' is no kind"),
        ("areas.csv", "\nBE,country,", "\nAD,country,", r"areas.csv line 21: AD stands twice"),
        ("areas.csv", "\nBE,country,", "\nBE,country,,,", r"areas.csv line 21: 8 cells for 6 columns"),
        ("areas.csv", "code,kind", "kod,kind", r"areas.csv line 1: the columns are kod"),
        ("areas.csv", "RU-KRS,subdivision,RU", "RU-KRS,subdivision,QQ", r"areas.csv line \d+: the parent QQ of RU-KRS"),
        ("areas.csv", ",03-21,", ",31-03,", r"areas.csv line \d+: '31-03' is no day"),
        ("names/en.csv", "\nBE,Belgium", "\nQQ,Belgium", r"names/en.csv line \d+: QQ is no area"),
    ],
)
def test_a_broken_area_row_stops_the_load(copied: Path, name: str, old: str, new: str, message: str) -> None:
    broken(copied / name, old, new)
    with pytest.raises(CodelistError, match=message):
        areas()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("RU-KRS,Central", "RU-QQQ,Central", r"districts.csv line \d+: RU-QQQ is no region"),
        ("RU-KRS,Central", "BY,Central", r"districts.csv line \d+: BY is no region"),
        ("RU-KRS,Central", "RU-KRS,", r"districts.csv line \d+: RU-KRS has no district"),
        ("RU-KRS,Central", "RU-BRY,Central", r"districts.csv line \d+: RU-BRY stands twice"),
    ],
)
def test_a_broken_district_stops_the_load(copied: Path, old: str, new: str, message: str) -> None:
    broken(copied / "districts.csv", old, new)
    with pytest.raises(CodelistError, match=message):
        codelists.districts()


def test_every_region_of_russia_is_in_one_of_eight_districts() -> None:
    assert set(codelists.districts()) == {code for code in areas() if code.startswith("RU-")}
    assert len(set(codelists.districts().values())) == 8


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("RU-BRY,RU-KLU", "RU-QQQ,RU-KLU", r"neighbours.csv line \d+: RU-QQQ is no area"),
        ("RU-BRY,RU-KLU", "RU-BRY,QQ", r"neighbours.csv line \d+: QQ is no area"),
        ("RU-BRY,RU-KLU", "RU-BRY,RU-BRY", r"neighbours.csv line \d+: RU-BRY and RU-BRY cannot be neighbours"),
        ("RU-BRY,RU-KLU", "RU-BRY,UA", r"neighbours.csv line \d+: RU-BRY and UA cannot be neighbours"),
        ("RU-BRY,RU-KLU", "RU-KRS,RU-BRY", r"neighbours.csv line \d+: RU-BRY and RU-KRS stand twice"),
    ],
)
def test_a_broken_pair_of_neighbours_stops_the_load(copied: Path, old: str, new: str, message: str) -> None:
    broken(copied / "neighbours.csv", old, new)
    with pytest.raises(CodelistError, match=message):
        codelists.neighbours()


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("RU-BRY", "KLU KRS ORL SMO"),
        ("RU-PSK", "LEN NGR SMO TVE"),
        ("RU-SMO", "BRY KLU MOS PSK TVE"),
        ("RU-TUL", "KLU LIP MOS ORL RYA"),
        ("RU-TA", "BA CU KIR ME ORE SAM UD ULY"),
        ("RU-AD", "KDA"),
        ("RU-KGD", ""),
        ("RU-SAK", ""),
        ("BY-VI", "HR MA MI"),
        ("US-TX", "AR LA NM OK"),
        ("DE-BY", "BW HE SN TH"),
    ],
)
def test_neighbours_within_a_country(region: str, expected: str) -> None:
    near = codelists.neighbours().get(region, frozenset())
    country = f"{region.partition('-')[0]}-"
    assert sorted(code.removeprefix(country) for code in near if code.startswith(country)) == expected.split()


def test_neighbours_across_borders_of_countries() -> None:
    near = codelists.neighbours()
    assert near["BY"] == {"LT", "LV", "PL", "RU", "UA"}
    assert {"BY-VI", "LV-007", "EE-87"} <= near["RU-PSK"]
    assert all(one in near[two] for one, others in near.items() for two in others)


def test_a_broken_currency_row_stops_the_load(copied: Path) -> None:
    broken(copied / "names/en.currencies.csv", "cent=0.01", "cent=a hundredth")
    with pytest.raises(CodelistError, match=r"en.currencies.csv line 2: 'cent=a hundredth' is not word=worth"):
        currencies()


def test_a_publisher_without_a_country_stops_the_load(copied: Path) -> None:
    broken(copied / "publishers.csv", "dawn.com,PK", "dawn.com,Pakistan")
    with pytest.raises(CodelistError, match=r"publishers.csv line \d+: Pakistan is no area"):
        publishers.publishers()


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "status.csv").unlink()
    with pytest.raises(CodelistError, match=r"status.csv: No such file"):
        codes("status")
