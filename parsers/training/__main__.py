"""`python -m parsers.training weights` and `... score`: fit the shipped numbers, and say how well they read."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Annotated

import typer

from parsers.lexicon import LANGUAGES
from parsers.observations.weights import Weights
from parsers.tables.files import replacing

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
Shared = Annotated[
    Path | None, typer.Option(help="The folder that holds gold/ and press/; without it the bundled digests and lessons alone.")
]
Own = Annotated[list[Path] | None, typer.Option(help="A folder of your own labelled documents: ID.txt, ID.json, sources.csv.")]


@app.command()
def weights(
    shared: Shared = None,
    labels: Own = None,
    output: Annotated[Path, typer.Option(help="The weights file.")] = LANGUAGES / "en.weights.csv",
) -> None:
    """Fit all slots on all labelled documents at hand and write the weights file."""
    from parsers.training.collections import examples, gather
    from parsers.training.validate import train

    found = examples(gather(shared, labels or ()))
    typer.echo(f"{len(found)} labelled documents", err=True)
    with replacing(output) as path:
        path.write_text(as_csv(train(found)), encoding="utf-8")
    typer.echo(f"written: {output}", err=True)


def as_csv(numbers: Weights) -> str:
    """The weights file: slot, cue, weight, in the order of slots and names."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("slot", "cue", "weight"))
    writer.writerows((slot, cue, f"{number:g}") for slot, cues in sorted(numbers.items()) for cue, number in sorted(cues.items()))
    return buffer.getvalue()


def scoring(shared: Path | None) -> Path:
    """The scoring script beside the shared sets; UsageError without them."""
    path = (shared or Path("../shared")) / "gold" / "score.py"
    if not path.exists():
        raise typer.BadParameter(f"{path}: the scorer is not there")
    return path


@app.command()
def score(shared: Annotated[Path, typer.Option(help="The folder that holds gold/ and press/.")] = Path("../shared")) -> None:
    """Print how well each labelled set is read: plain, and cross-validated by group of documents."""
    from parsers.training.collections import examples, gather
    from parsers.training.report import report
    from parsers.training.validate import hold_out

    found = examples(gather(shared))
    typer.echo(report(found, hold_out(found), scoring(shared)))


if __name__ == "__main__":
    app()
