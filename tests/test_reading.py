"""The view that reads: what is taken as a text, how it is marked, what is refused, and that nothing of it stays."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import reading
from dashboard.files import as_csv
from dashboard.reading import Story, Text, TextError, frame, pieces, shown, texts
from parsers.tables.schema import NAMES
from tests.small_table import USUAL

SENTENCE = "In 2017 trade between Belarus and Kaluga Oblast came to $412 million, up 18.5%."
WORDS = (
    ("period", "2017"),
    ("flow", "trade"),
    ("area", "Belarus"),
    ("area", "Kaluga Oblast"),
    ("amount", "$412 million"),
    ("change", "18.5%"),
)


def told(text: str) -> dict[str, Any]:
    """An explanation of the shape that the reader gives, with what of WORDS stands in the text."""
    found = [(kind, text.find(word), word) for kind, word in WORDS if word in text]
    mentions = [{"kind": k, "start": at, "end": at + len(w), "text": w, "value": w} for k, at, w in found]
    candidate = {"text": "2017", "start": 3, "end": 7, "cues": ["in_clause"], "score": 2.5, "chosen": True}
    other = {"text": "", "start": -1, "end": -1, "cues": ["none"], "score": -1.0, "chosen": False}
    slot = {"figure": "$412 million", "figure_start": 50, "slot": "period", "candidates": [candidate, other]}
    row = {**USUAL, "product": None, "obs_value_max": None, "change_pct": 18.5, "change_bound": "exact", "share_pct": None}
    return {
        "mentions": mentions,
        "skeleton": "In <period> ...",
        "roles": [],
        "slots": [slot],
        "rows": [{**row, "obs_value": 412e6}],
        "kept": [True],
    }


def dropped(name: str, content: bytes) -> list[dict[str, str]]:
    return [{"name": name, "content": "data:text/plain;base64," + base64.b64encode(content).decode()}]


def words_of(component: Any) -> str:
    """All the text in a tree of components."""
    if component is None or isinstance(component, str | int | float):
        return str(component or "")
    if isinstance(component, list | tuple):
        return " ".join(words_of(part) for part in component)
    return words_of(getattr(component, "children", None))


def test_a_story_shows_its_marks_rows_and_candidates() -> None:
    seen = words_of(shown(Story(Text("pasted", SENTENCE), told(SENTENCE))))
    assert "1 row" in seen and "$412 million, up 18.5%" in seen and "95%" in seen
    assert "in_clause" in seen and "chosen" in seen and "In <period> ..." in seen
    assert "Period stated" in seen


def test_rows_too_unsure_are_counted_and_left_out() -> None:
    explained = told(SENTENCE)
    story = Story(Text("pasted", SENTENCE), {**explained, "kept": [False]})
    assert story.rows == [] and "1 more figure read too unsurely" in words_of(shown(story))


def test_the_rows_are_a_table_that_files_can_hold() -> None:
    rows = frame([Story(Text("pasted", SENTENCE), told(SENTENCE))])
    assert list(rows.columns) == list(NAMES) and as_csv(rows).count(b"412000000") == 1


def test_a_text_without_figures_says_so() -> None:
    nothing = told("Milk.") | {"rows": [], "kept": [], "slots": []}
    assert "no trade figure found" in words_of(shown(Story(Text("pasted", "Milk."), nothing)))


def test_pasted_text_and_files_are_read_together() -> None:
    found, failed = texts("One\r\ntwo.", "2018-02-12", "BelTA", dropped("a.txt", "Трое\n".encode("cp1251")))
    assert failed == []
    assert [(text.name, text.text.strip()) for text in found] == [("The pasted text", "One\ntwo."), ("a.txt", "Трое")]
    assert {str(text.published) for text in found} == {"2018-02-12"} and found[0].publisher == "BelTA"


def test_a_table_of_texts_is_read_row_by_row() -> None:
    assert [text.text for text in texts("", "", "", dropped("a.csv", b"text\nOne.\nTwo.\n"))[0]] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (("", "", "", None), "nothing to read"),
        (("  \n", "", "", []), "nothing to read"),
        (("Text.", "5 December", "", None), "no date"),
        (("Text.", "2017-13-01", "", None), "no date"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(given: tuple[Any, ...], word: str) -> None:
    with pytest.raises(TextError, match=word):
        texts(*given)


BAD = {
    "another kind": (dropped("a.exe", b"MZ"), "a.exe: only"),
    "no text": (dropped("a.txt", b"\0\1\2\3" * 50), "a.txt: "),
    "broken on its way": ([{"name": "a.txt", "content": "data:,%%%"}], "did not arrive"),
    "too long": (dropped("a.txt", b"x" * (reading.LONGEST + 1)), "a.txt has 100,001 characters"),
}


@pytest.mark.parametrize(("bad", "word"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_told_in_a_line_and_the_rest_is_read(bad: list[dict[str, str]], word: str) -> None:
    found, [line] = texts("Three.", "", "", [*dropped("b.txt", b"One."), *bad, *dropped("c.txt", b"Two.")])
    assert [text.text for text in found] == ["Three.", "One.", "Two."] and word in line
    assert texts("", "", "", bad) == ([], [line])


def test_files_past_the_most_are_counted() -> None:
    files = dropped("a.txt", b"One.") * (reading.MOST_FILES + 2)
    found, failed = texts("", "", "", files)
    assert len(found) == reading.MOST_FILES and failed == ["2 files more than 20: `tradeprose build` reads them."]
    assert texts("", "", "", files[:-2])[1] == []


def test_nothing_stays_behind(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    texts("", "", "", dropped("a.txt", b"Trade grew."))
    assert list(tmp_path.iterdir()) == []


SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=12)


@given(text=st.text(max_size=50), spans=SPANS)
def test_pieces_lose_nothing_whatever_the_mentions(text: str, spans: list[tuple[int, int]]) -> None:
    mentions = [{"kind": "amount", "start": start, "end": end} for start, end in spans]
    assert "".join(piece for piece, _ in pieces(text, mentions)) == text
