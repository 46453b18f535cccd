"""`tradeprose`: the commands of reading, and `serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parsers.__main__ import app, clear_errors


@app.command()
def serve(
    table: Annotated[Path | None, typer.Argument(help="The table to show; the bundled one if left out.")] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8050,
) -> None:
    """Serve the dashboard of a table."""
    with clear_errors():
        from dashboard.server import serve as run

        run(table, host, port)


def main() -> None:
    """The console command."""
    app(prog_name="tradeprose")


if __name__ == "__main__":
    main()
