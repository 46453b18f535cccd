"""Serving the dashboard: an address taken before anything is loaded, and gunicorn's threaded workers behind it."""

from __future__ import annotations

import errno
import importlib
import multiprocessing
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer
from gunicorn.app.base import BaseApplication

from dashboard.components import import_late
from parsers.codelists import data_folder

WORKERS, THREADS = 2, 4
PATIENCE = 40


class TableMissingError(ValueError):
    """There is no table to serve at the path; the message names it."""


class Turns:
    """One worker opens the table while it already serves the page; only then the others do, before they take requests.

    The first visitor thus waits for one opening that has the machine for itself, and never for a worker that is not ready.
    """

    def __init__(self) -> None:
        shared = multiprocessing.get_context("fork")
        self._first, self._opened = shared.Lock(), shared.Event()

    def app(self, table: Path) -> Any:
        """The page for one worker, to be called in it."""
        from dashboard.app import create_app

        if self._first.acquire(block=False):
            return create_app(table, self._opened.set)
        self._opened.wait(PATIENCE)
        mine = threading.Event()
        app = create_app(table, mine.set)
        mine.wait(PATIENCE)
        return app


class _Server(BaseApplication):
    """gunicorn without a command line of its own; each worker loads the table for itself."""

    def __init__(self, table: Path, descriptor: int) -> None:
        self._turns = Turns()
        self._table = table
        self._descriptor = descriptor
        super().__init__()

    def load_config(self) -> None:
        settings = {
            "bind": f"fd://{self._descriptor}",
            "workers": WORKERS,
            "threads": THREADS,
            "worker_class": "gthread",
            "loglevel": "error",
            "control_socket_disable": True,
            "graceful_timeout": 10,
            "timeout": 120,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        with ended_by_signals():
            return self._turns.app(self._table).server


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """A worker that still waits for its turn ends at once when it is told to, instead of noting it for later."""
    known = {number: signal.signal(number, lambda *_: sys.exit(0)) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in known.items():
            signal.signal(number, handler)


def serve(table: Path | None, host: str, port: int) -> None:
    """Serve `table` (the bundled one if None) until stopped; TableMissingError, OSError with a line that names the port."""
    table = table or data_folder() / "observations.csv"
    _look_at(table)
    listener = _listener(host, port)
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"tradeprose: http://{shown}:{listener.getsockname()[1]} shows {table} (Ctrl-C stops)")
    # Imported once for all workers, which then share its memory; what holds threads or files is made by each for itself.
    import_late()
    importlib.import_module("dashboard.app")
    # gunicorn closes the descriptor that it is given.
    _Server(table, listener.detach()).run()


def _look_at(table: Path) -> None:
    """A first look, in the time that a user waits for one: is there a table with our columns?"""
    from parsers.tables.schema import NAMES

    names = _parquet_names(table) if table.suffix.lower() == ".parquet" else _csv_names(table)
    missing = [name for name in NAMES if name not in names]
    if missing:
        raise TableMissingError(f"{table}: not a table of tradeprose, it has no column {missing[0]}")


def _csv_names(table: Path) -> list[str]:
    with table.open(encoding="utf-8-sig", errors="replace") as file:
        return file.readline().strip().split(",")


def _parquet_names(table: Path) -> list[str]:
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    try:
        with table.open("rb") as file:
            return list(parquet.read_schema(file).names)
    except arrow.ArrowInvalid:
        raise TableMissingError(f"{table}: not a Parquet file") from None


def _listener(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=512)
    except socket.gaierror:
        raise OSError(errno.EADDRNOTAVAIL, f"{host} is no address of this machine") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise OSError(error.errno, f"port {port} on {host} is busy: choose another with --port") from None
        raise OSError(error.errno, f"cannot listen on {host} port {port}: {error.strerror}") from None
