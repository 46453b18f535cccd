"""Bytes to text: UTF-8, UTF-16 and UTF-32 with a mark, UTF-16 without one, cp1251 and cp1252 by what their letters make.

Nothing is guessed into nonsense: bytes that make no words in any of these are refused.
"""

from __future__ import annotations

import codecs

import regex

from parsers.documents.entry import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b"))
_HIGH = regex.compile(rb"[\x80-\xFF]")
_UTF8 = regex.compile(rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_WORD = regex.compile(r"\p{L}++")
# The commonest letters of Russian, Belarusian and Ukrainian: two thirds of any text, a fifth of KOI8-R read as cp1251.
_COMMON = frozenset("оеаинтсрвлкіы")


def decode(data: bytes) -> str:
    """The text of a whole file, line ends as ``\\n``; UnreadableError if it is binary or in an encoding that is not read."""
    name = encoding_of(data, whole=True)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"broken {name.upper()} at byte {error.start}") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(head: bytes, whole: bool = False) -> str:
    """The Python name of the encoding of a file that begins with `head`; UnreadableError if it is none that is read."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if b"\0" in head:
        return _unmarked_utf16(head)
    if len(head.translate(None, _CONTROL)) < len(head) * 0.99:
        raise UnreadableError("binary, not a text")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=whole)
        return "utf-8"
    except UnicodeDecodeError as error:
        return _eight_bits(head, error.start)


def _unmarked_utf16(head: bytes) -> str:
    """UTF-16 by its high bytes, which are those of Latin, Cyrillic and general punctuation nearly everywhere."""
    for name, high in (("utf-16-le", head[1:4096:2]), ("utf-16-be", head[0:4096:2])):
        if len(head) % 2 == 0 and high and sum(high.count(byte) for byte in b"\x00\x04\x20") >= len(high) * 0.95:
            return name
    raise UnreadableError("binary, not a text")


def _eight_bits(head: bytes, broken: int) -> str:
    """cp1251 or cp1252; what is UTF-8 but for a few bytes is neither, but a broken file."""
    high = len(_HIGH.findall(head))
    if sum(map(len, _UTF8.findall(head))) > high * 0.8:
        raise UnreadableError(f"broken UTF-8 at byte {broken}")
    if _is_cyrillic(head):
        return "cp1251"
    if _is_latin(head):
        return "cp1252"
    raise UnreadableError("in an encoding that is not read (UTF-8, UTF-16, cp1251 and cp1252 are)")


def _is_cyrillic(head: bytes) -> bool:
    """Whole words of high letters, made of the letters that are common in Russian and its neighbours."""
    text = head.decode("cp1251", errors="replace")
    words = [word for word in _WORD.findall(text) if _CYRILLIC.search(word)]
    letters = "".join(words).lower()
    whole = sum(len(word) for word in words if len(_CYRILLIC.findall(word)) == len(word))
    return (
        "\ufffd" not in text
        and bool(letters)
        and whole >= len(letters) * 0.8
        and sum(letter in _COMMON for letter in letters) >= len(letters) * 0.5
    )


def _is_latin(head: bytes) -> bool:
    """Accented letters stand among plain ones, and capitals do not stand behind small letters."""
    try:
        text = head.decode("cp1252")
    except UnicodeDecodeError:
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = sum(1 for word in words if sum(not letter.isascii() for letter in word) > max(1, len(word) // 2))
    return odd <= len(words) * 0.2
