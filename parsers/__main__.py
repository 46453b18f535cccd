"""The commands of reading: build, explain, label, check, export."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from parsers.console import complain, counted, progress, show_explanation, told

app = typer.Typer(
    name="tradeprose",
    help="Reads trade figures told in press prose into a tidy table in which every number keeps its sentence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Published = Annotated[str | None, typer.Option(help="The day the text was published, as 2017-12-05.")]
Publisher = Annotated[str | None, typer.Option(help="Who published it.")]
Language = Annotated[str | None, typer.Option(help="ISO 639-1 code of its language.")]


@contextmanager
def clear_errors() -> Iterator[None]:
    """Bad input as one line: exit code 2 for wrong usage, 1 for what could not be read or written."""
    from parsers.documents.collection import MisuseError

    try:
        yield
    except MisuseError as error:
        complain(str(error))
        raise typer.Exit(2) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(told(error))
        raise typer.Exit(1) from None
    except ValueError as error:
        complain(str(error))
        raise typer.Exit(1) from None


@app.command()
def build(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files and folders of texts.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The table to write: .csv, .parquet, or - for CSV on standard output.")
    ] = None,
    update: Annotated[
        Path | None, typer.Option(metavar="TABLE", help="Bring this table up to date: read only what is new or changed.")
    ] = None,
    prune: Annotated[bool, typer.Option(help="With --update: drop the rows of documents that are gone.")] = False,
    derived: Annotated[bool, typer.Option(help="Add the rows that can be computed from the stated ones.")] = False,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Leave out rows that are less sure than this.")
    ] = None,
    weights: Annotated[Path | None, typer.Option(help="Read with these weights instead of those of the language.")] = None,
    processes: Annotated[int | None, typer.Option(min=1, help="How many processes read; by default as many as it pays.")] = None,
) -> None:
    """Read texts into the tidy table of what they state."""
    target = _target(paths, output, update, prune)
    with clear_errors():
        from parsers.harvest import Settings
        from parsers.tables.update import Request
        from parsers.tables.update import build as make

        request = Request(
            tuple(paths or ()), target, Settings(weights, min_confidence), derived, update is not None, prune, processes
        )
        with progress() as start:
            summary = make(request, complain, start)
    parts = [counted(summary.read, "document") + " read"]
    parts += [f"{summary.unchanged:,} unchanged"] if summary.unchanged else []
    passed = ", ".join(f"{count:,} {ending}" for ending, count in summary.passed_over.items())
    parts += [counted(summary.rows, "row")] + ([f"passed over: {passed}"] if passed else [])
    complain(f"{target or '-'}: {'; '.join(parts)}")


def _target(paths: list[Path] | None, output: Path | None, update: Path | None, prune: bool) -> Path | None:
    """Where the table goes, None for standard output; BadParameter for what cannot go together."""
    if output and update and output != update:
        raise typer.BadParameter("--update writes the table that it updates; leave --output out")
    target = update or output
    if target is None:
        raise typer.BadParameter("say where to: --output FILE (.csv, .parquet, - for standard output) or --update TABLE")
    if not paths and not update:
        raise typer.BadParameter("say what to read: files or folders")
    if prune and not update:
        raise typer.BadParameter("--prune goes with --update")
    if str(target) == "-":
        return None
    if target.suffix.lower() not in (".csv", ".parquet"):
        raise typer.BadParameter(f"{target}: the table's ending must be .csv or .parquet")
    return target


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence, or a whole text.")],
    published: Published = None,
    publisher: Publisher = None,
    language: Language = None,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Show how a text is read: mentions, skeleton, roles, candidates with their scores, rows."""
    from parsers.model import Document

    day = _day(published)
    with clear_errors():
        from parsers.observations.explain import explain as explained

        chosen = {"language": language} if language else {}
        found = explained(Document("explain", sentence, publisher=publisher, published=day, **chosen))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1, default=str))
    else:
        show_explanation(found)


def _day(text: str | None) -> date | None:
    from parsers.documents.entry import day

    try:
        return day(text or "")
    except ValueError:
        raise typer.BadParameter(f"{text}: not a date, which is 2017-12-05", param_hint="--published") from None


if __name__ == "__main__":
    app(prog_name="python -m parsers")
