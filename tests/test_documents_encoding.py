"""Bytes to text: the encodings that press files come in, and the honest refusal of all others."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.documents.encoding import decode, encoding_of
from parsers.documents.entry import UnreadableError

ENGLISH = "Trade with Kursk Oblast reached $96.3 million — “a record”, the minister said. Exports rose by 40.5%.\n"
FRENCH = "Le commerce extérieur a progressé de 4 % grâce à la Belgique, où les échanges dépassent 2 milliards d’euros.\n"
GERMAN = "Der Außenhandel mit Österreich überschritt 60 Milliarden €; die Einfuhren stiegen höher als die Ausfuhren.\n"
RUSSIAN = "Товарооборот Беларуси с Курской областью составил 96,3 млн долларов — на 40,5% больше, чем годом ранее.\n"
UKRAINIAN = "Товарообіг України з Польщею зріс на 12% і сягнув 7,6 млрд доларів, повідомила митна служба країни.\n"
BELARUSIAN = "Тавараабарот Беларусі з Расіяй павялічыўся на траціну і склаў каля 50 мільярдаў долараў у мінулым годзе.\n"
CHINESE = "中国与俄罗斯双边贸易额达到2450亿美元，同比增长1.9%。\n"
CAPITALS = "ТОВАРООБОРОТ ВЫРОС НА ТРЕТЬ\n"


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, GERMAN, RUSSIAN, UKRAINIAN, BELARUSIAN, CHINESE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, RUSSIAN, BELARUSIAN])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, BELARUSIAN, CAPITALS, ENGLISH + RUSSIAN, RUSSIAN * 40 + ENGLISH * 40])
def test_cp1251(text: str) -> None:
    assert encoding_of(text.encode("cp1251"), whole=True) == "cp1251"
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("text", [FRENCH, GERMAN, ENGLISH, ENGLISH + FRENCH, "Exports to Türkiye rose.", "café"])
def test_cp1252(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5"])
def test_other_cyrillic_encodings_are_not_read_into_nonsense(encoding: str) -> None:
    text = RUSSIAN.replace("—", "-")
    with pytest.raises(UnreadableError):
        decode(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "shift-jis", "euc-kr"])
def test_east_asian_encodings_are_not_read_into_nonsense(encoding: str) -> None:
    texts = {
        "gb18030": "中国的出口在去年大幅增加了三成。",
        "big5": "中國的出口在去年大幅增加了三成。",
        "shift-jis": "昨年の輸出は三割増加した。",
        "euc-kr": "한국의 대중국 수출은 지난해 증가했다. ",
    }
    with pytest.raises(UnreadableError):
        decode((texts[encoding] * 3).encode(encoding))


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x7fELF\2\1\1\0\0\0", bytes(range(256)) * 4, b"\1\2\3\4" * 20]
)
def test_a_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        decode(data)


def test_broken_utf_8_is_called_that() -> None:
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    with pytest.raises(UnreadableError, match=f"broken UTF-8 at byte {len(RUSSIAN.encode())}"):
        decode(data)
    with pytest.raises(UnreadableError, match="broken UTF-8"):
        decode((ENGLISH + RUSSIAN).encode()[:-3])


def test_a_head_that_ends_within_a_letter_is_utf_8() -> None:
    assert encoding_of(RUSSIAN.encode()[:21]) == "utf-8"


def test_line_ends_are_those_of_python() -> None:
    assert decode(b"One.\r\nTwo.\rThree.\n") == "One.\nTwo.\nThree.\n"


@given(st.text())
def test_any_text_in_utf_8_comes_back_or_is_refused(text: str) -> None:
    try:
        found = decode(text.encode("utf-8", "ignore"))
    except UnreadableError:
        assert any(letter < " " for letter in text)
    else:
        assert found.replace("\n", "") == text.removeprefix(codecs.BOM_UTF8.decode()).replace("\r", "").replace("\n", "")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_are_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except UnreadableError as error:
        assert str(error)
