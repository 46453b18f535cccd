"""The commands of reading: build, explain, label, check, export."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from parsers.console import complain, counted, progress, show_explanation, show_findings, told

app = typer.Typer(
    name="tradeprose",
    help="Reads trade figures told in press prose into a tidy table in which every number keeps its sentence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Format = Literal["csv", "parquet", "xlsx", "json", "sdmx-csv", "datapackage"]
Published = Annotated[str | None, typer.Option(help="The day the text was published, as 2017-12-05.")]
Publisher = Annotated[str | None, typer.Option(help="Who published it.")]
Language = Annotated[str | None, typer.Option(help="ISO 639-1 code of its language.")]


@contextmanager
def clear_errors(target: Path | None = None) -> Iterator[None]:
    """Bad input as one line: exit code 2 for wrong usage, 1 for what could not be read, or written to `target`."""
    from parsers.documents.collection import MisuseError
    from parsers.harvest import StoppedError

    try:
        yield
    except MisuseError as error:
        complain(str(error))
        raise typer.Exit(2) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(told(error, target))
        raise typer.Exit(1) from None
    except (ValueError, StoppedError) as error:
        complain(str(error))
        raise typer.Exit(1) from None


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tradeprose {version('tradeprose')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Reads trade figures told in press prose into a tidy table in which every number keeps its sentence."""


@app.command()
def build(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Files and folders of texts.", show_default=False)
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
    weights: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Read with these weights instead of those of the language.")
    ] = None,
    processes: Annotated[int | None, typer.Option(min=1, help="How many processes read; by default as many as it pays.")] = None,
) -> None:
    """Read texts into the tidy table of what they state."""
    target = _target(paths, output, update, prune)
    with clear_errors(target):
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
    from parsers import explain as explained

    if not sentence.strip():
        raise typer.BadParameter("there is nothing in it to read", param_hint="SENTENCE")
    if _is_file(sentence):
        raise typer.BadParameter(f'{sentence} is a file: explain "$(cat {shlex.quote(sentence)})"', param_hint="SENTENCE")
    day, language = _day(published), _readable(language)
    with clear_errors():
        found = explained(sentence, day, publisher, language)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        show_explanation(found)


def _is_file(name: str) -> bool:
    """Whether a text is the path of a file; one that is too long for a path is none."""
    try:
        return Path(name).is_file()
    except OSError:
        return False


@app.command()
def label(
    text: Annotated[Path, typer.Argument(help="A text file; a sources.csv beside it is heeded.", exists=True, dir_okay=False)],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to, if not to standard output; never over a file.")
    ] = None,
) -> None:
    """Write what is read of a text as a draft label (JSON), to be corrected by hand."""
    with clear_errors(output):
        from parsers.documents.collection import collect
        from parsers.harvest import Settings, documents
        from parsers.labels import draft

        drafts = [draft(*found) for found in documents(collect([text]), Settings(min_confidence=0.0), complain)]
        if not drafts:
            raise typer.Exit(1)
        lines = "\n".join(json.dumps(found, ensure_ascii=False, indent=1) for found in drafts)
        if output is None:
            typer.echo(lines)
        else:
            with output.open("x", encoding="utf-8") as file:
                file.write(lines + "\n")


@app.command()
def check(
    table: Annotated[Path, typer.Argument(help="A table that build has written.")],
    strict: Annotated[bool, typer.Option(help="Exit with 1 if anything was found.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON array.")] = False,
) -> None:
    """List what does not fit in a table, each time with the sentences that do not agree."""
    with clear_errors():
        from parsers.tables.build import read_table
        from parsers.tables.checks import check as checked

        found = json.loads(checked(read_table(table)).to_json(orient="records"))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        show_findings(found)
    complain(f"{table}: {counted(len(found), 'finding')}")
    if strict and found:
        raise typer.Exit(1)


@app.command()
def export(
    table: Annotated[Path, typer.Argument(help="A table that build has written.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    format: Annotated[Format | None, typer.Option(help="The form of the file, if its ending does not say it.")] = None,
    as_of: Annotated[str | None, typer.Option(help="As the press of this day would have given it, as 2015-12-31.")] = None,
    area: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only rows with this area on a side; may be repeated.")
    ] = None,
    derived: Annotated[bool, typer.Option(help="With the rows that can be computed from the stated ones.")] = False,
    all_claims: Annotated[bool, typer.Option(help="sdmx-csv: every claim, not only the preferred one of each cell.")] = False,
) -> None:
    """Write a table for others: CSV for spreadsheets, Parquet, XLSX, JSON, SDMX-CSV, a data package."""
    day = _day(as_of, "--as-of")
    if all_claims and format != "sdmx-csv":
        raise typer.BadParameter(f"{format or 'this form'} holds every claim anyway", param_hint="--all-claims")
    form = _form(output, format)
    with clear_errors(output):
        from parsers.tables.build import read_table
        from parsers.tables.exports import export as written

        done = written(read_table(table), form, output, day, area or (), derived, all_claims)
    left_out = "".join(f"; left out: {count:,} {reason}" for reason, count in done.left_out.items() if count)
    complain(f"{', '.join(map(str, done.files))}: {counted(done.rows, 'row')}{left_out}")


def _form(output: Path, wanted: str | None) -> str:
    from parsers.tables.exports import format_of

    try:
        return format_of(output, wanted)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from None


def _day(text: str | None, option: str = "--published") -> date | None:
    from parsers.documents.entry import day

    try:
        return day(text or "")
    except ValueError:
        raise typer.BadParameter(f"{text}: not a date, which is 2017-12-05", param_hint=option) from None


def _readable(language: str | None) -> str:
    """A language that is read; English where none is named."""
    from parsers.lexicon import languages

    if language and language not in languages():
        raise typer.BadParameter(f"{language}: the languages read are {', '.join(languages())}", param_hint="--language")
    return language or "en"


if __name__ == "__main__":
    app(prog_name="python -m parsers")
