"""A text read before one's eyes: its marks, its rows and how each was decided. Nothing of it is kept."""

from __future__ import annotations

import base64
import binascii
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dash import Dash, Input, Output, State, dcc, html, no_update

import parsers
from dashboard import evidence, files, format, ids
from dashboard.wording import sentence_of

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 100_000
MOST_FILES, MOST_BYTES = 20, 5_000_000
MOST_FIGURES = 40
TOO_LONG = f"has {{:,}} characters; here at most {LONGEST:,} are read, `tradeprose build` reads all."
KINDS = {
    "amount": ("value", "amount"), "number": ("value", "number"), "change": ("change", "change"), "period": ("period", "period"),
    "area": ("area", "area"), "flow": ("flow", "flow"), "hedge": ("other", "hedge"), "share": ("change", "share"),
    "product": ("other", "product"),
}  # fmt: skip
SLOTS = {"fact": "Fact and flow", "rate": "Change"}


class TextError(ValueError):
    """A text or file that cannot be read here; the message says why."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text to read and what its reader was told of it."""

    name: str
    text: str
    published: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A text and the explanation of its reading, as ``parsers.explain`` gives it."""

    text: Text
    explained: dict[str, Any]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows that the text gives, columns as in the table; those too unsure for a table are not among them."""
        return [row for row, kept in zip(self.explained["rows"], self.explained["kept"], strict=True) if kept]

    @property
    def unsure(self) -> int:
        """How many rows are read too unsurely to be kept."""
        return len(self.explained["rows"]) - len(self.rows)


def texts(
    pasted: str | None, published: str | None, publisher: str | None, dropped: list[dict[str, str]] | None
) -> tuple[list[Text], list[str]]:
    """The texts to read: what was pasted, then what is in the files; and a line for each file or text that cannot be read.

    TextError in words where there is no text at all, or no date.
    """
    day, files = _day(published), dropped or []
    found = [Text("The pasted text", pasted.replace("\r\n", "\n"), day, publisher or None)] if (pasted or "").strip() else []
    if not found and not files:
        raise TextError("There is nothing to read yet: paste a text, or choose files.")
    failed = []
    for file in files[:MOST_FILES]:
        try:
            found += _texts_of(file["name"], _bytes(file), day, publisher or None)
        except TextError as error:
            failed.append(str(error))
    failed += [f"{text.name} {TOO_LONG.format(len(text.text))}" for text in found if len(text.text) > LONGEST]
    if more := len(files) - MOST_FILES:
        failed += [f"{format.counted(more, 'file')} more than {MOST_FILES}: `tradeprose build` reads them."] if more > 0 else []
    return [text for text in found if len(text.text) <= LONGEST], failed


def _day(text: str | None) -> date | None:
    if not (text or "").strip():
        return None
    try:
        return date.fromisoformat(str(text).strip())
    except ValueError:
        raise TextError(f"{text} is no date such as 2017-12-05.") from None


def _bytes(file: dict[str, str]) -> bytes:
    try:
        content = base64.b64decode(file["content"].partition(",")[2], validate=True)
    except (binascii.Error, KeyError):
        raise TextError(f"{file.get('name', 'The file')} did not arrive whole.") from None
    if len(content) > MOST_BYTES:
        raise TextError(f"{file['name']} is larger than {MOST_BYTES // 1_000_000} MB: `tradeprose build` reads it.")
    return content


def _texts_of(name: str, content: bytes, published: date | None, publisher: str | None) -> list[Text]:
    """The texts in one file, read as `tradeprose build` reads it, from a folder that is gone at once."""
    from parsers.documents.entry import UnreadableError, readers

    suffix = Path(name).suffix.lower()
    if suffix not in readers():
        raise TextError(f"{name}: only {', '.join(sorted(readers()))} are read.")
    lost: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"text{suffix}"
        path.write_bytes(content)
        try:
            entries = list(readers()[suffix].read(path, 0, lost.append))
        except UnreadableError as error:
            raise TextError(f"{name}: {error}") from None
    return [Text(name, e.text, e.published or published, e.publisher or publisher) for e in entries]


def read(text: Text) -> Story:
    """Read one text, with every decision."""
    return Story(text, parsers.explain(text.text, published=text.published, publisher=text.publisher))


def pieces(text: str, mentions: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The text cut at its mentions: (stretch, kind), "" between them; of overlapping ones the first and longest stands."""
    behind = 0
    for mention in sorted(mentions, key=lambda one: (one["start"], -one["end"])):
        start, end = mention["start"], mention["end"]
        if behind <= start < end <= len(text):
            if start > behind:
                yield text[behind:start], ""
            yield text[start:end], mention["kind"]
            behind = end
    if behind < len(text):
        yield text[behind:], ""


def shown(story: Story) -> html.Section:
    """One text: how many rows it gives, the text with its marks, the rows, and on demand the way to them."""
    rows = story.rows
    head = html.H3(f"{story.text.name}: {format.counted(len(rows), 'row') if rows else 'no trade figure found'}")
    marks = [_piece(*piece) for piece in pieces(story.text.text, story.explained["mentions"])]
    more = [html.P(f"{format.counted(story.unsure, 'more figure')} read too unsurely to be kept.")] if story.unsure else []
    parts = [head, html.Div(marks, className="paragraph read-text"), *([_rows(rows)] if rows else []), *more]
    return html.Section([*parts, _skeleton(story), _candidates(story)], className="reading")


def _piece(text: str, kind: str) -> Any:
    if not kind:
        return html.Span(text)
    css, label = KINDS.get(kind, ("other", kind))
    # The label is drawn by the style sheet, as in the evidence.
    return html.Mark(text, className=f"mark mark-{css}", **{"data-label": label})


def _rows(rows: list[dict[str, Any]]) -> html.Div:
    heads = html.Thead(html.Tr([html.Th(words, scope="col") for words in ("Figure", "How it is known", "Sure")]))
    return html.Div(html.Table([heads, html.Tbody([_row(row) for row in rows])]), className="scroll", tabIndex=0)


def _row(row: dict[str, Any]) -> html.Tr:
    told = [f"{evidence.PARTS.get(name, name.capitalize())} {how}" for name, how in _known(row)]
    sure = f"{row['confidence']:.0%}" if row.get("confidence") is not None else ""
    return html.Tr([html.Th(sentence_of(row), scope="row"), html.Td(", ".join(told)), html.Td(sure)])


def _known(row: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = [part.partition("=") for part in (row.get("known") or "").split(";")]
    return [(name, how) for name, _, how in pairs if how]


def _skeleton(story: Story) -> html.Details:
    told = story.explained["skeleton"]
    lines = told if isinstance(told, str) else "\n".join(told)
    return html.Details([html.Summary("Skeleton of the sentences"), html.Pre(lines, tabIndex=0)])


def _candidates(story: Story) -> html.Details:
    slots = story.explained["slots"]
    figures = [list(group) for _, group in groupby(slots, key=lambda slot: (slot.get("figure_start"), slot.get("figure")))]
    parts = [_figure(figure) for figure in figures[:MOST_FIGURES]]
    left = len(figures) - len(parts)
    more = [html.P(f"{format.counted(left, 'more figure')}: `tradeprose explain` shows all.")] if left > 0 else []
    return html.Details([html.Summary("Candidates and their scores"), *parts, *more])


def _figure(slots: list[dict[str, Any]]) -> html.Div:
    lines = [_candidate(slot, candidate) for slot in slots for candidate in slot["candidates"]]
    heads = html.Thead(html.Tr([html.Th(words, scope="col") for words in ("Slot", "Candidate", "Score", "Cues")]))
    caption = html.Caption(slots[0].get("figure") or "Figure")
    return html.Div(html.Table([caption, heads, html.Tbody(lines)], className="candidates"), className="scroll", tabIndex=0)


def _candidate(slot: dict[str, Any], candidate: dict[str, Any]) -> html.Tr:
    text = candidate["text"] or "nothing"
    name = SLOTS.get(slot["slot"], slot["slot"].replace("_", " ").capitalize())
    chosen = [html.B(text), html.Span(" chosen", className="drawn")] if candidate["chosen"] else text
    score = f"{candidate['score']:.2f}".replace("-", format.MINUS)
    return html.Tr([html.Td(name), html.Td(chosen), html.Td(score), html.Td(", ".join(candidate["cues"]))])


def _complaints(lines: list[str]) -> list[html.P]:
    return [html.P(line, className="complaint") for line in lines]


def frame(stories: list[Story]) -> pd.DataFrame:
    """The rows of all texts with the columns and types of the table."""
    import pandas as pd

    from parsers.tables.columns import typed
    from parsers.tables.schema import NAMES

    return typed(pd.DataFrame([row for story in stories for row in story.rows]).reindex(columns=list(NAMES)))


def register(app: Dash) -> None:
    """Wire the view's button and its download."""
    states = [
        State(ids.READ_TEXT, "value"),
        State(ids.READ_DAY, "value"),
        State(ids.READ_PUBLISHER, "value"),
        State(ids.READ_FILES, "data"),
    ]

    @app.callback(
        Output(ids.READ_RESULT, "children"),
        Output(ids.READ_CSV, "children"),
        Output(ids.READ_CSV, "disabled"),
        Input(ids.READ_BUTTON, "n_clicks"),
        *states,
        prevent_initial_call=True,
    )
    def answer(clicks: int, *given: Any) -> Any:
        if not clicks:
            return no_update, no_update, no_update
        try:
            found, failed = texts(*given)
        except TextError as error:
            return _complaints([str(error)]), "CSV", True
        stories = [read(text) for text in found]
        number = sum(len(story.rows) for story in stories)
        told = [*_complaints(failed), *(shown(story) for story in stories)]
        return told, f"CSV, {format.counted(number, 'row')}" if stories else "CSV", not number

    @app.callback(
        Output(ids.DOWNLOAD, "data", allow_duplicate=True), Input(ids.READ_CSV, "n_clicks"), *states, prevent_initial_call=True
    )
    def download(clicks: int, *given: Any) -> Any:
        if not clicks:
            return no_update
        try:
            stories = [read(text) for text in texts(*given)[0]]
        except TextError:
            return no_update
        return dcc.send_bytes(files.as_csv(frame(stories)), "tradeprose-read.csv", type="text/csv")
