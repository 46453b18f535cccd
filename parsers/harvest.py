"""A collection of files to what its documents state, in the order of the collection, over several processes where it pays."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.codelists import CodelistError
from parsers.documents.collection import Collection, File
from parsers.documents.entry import Entry, Report, UnreadableError, readers
from parsers.lexicon import LexiconError, languages
from parsers.model import Document, Observation

_LARGE = 2 << 20  # bytes that are worth several processes at once, whatever is in them
_STARTING = 1.5  # seconds that a process takes until it reads
_TASK = 32 << 10

if TYPE_CHECKING:
    from parsers.observations.weights import Weights

Known = Mapping[Path, Mapping[str, str]]


class StoppedError(RuntimeError):
    """Reading came to an end before its time."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are read: the weights file and the least confidence of a row, None for those that travel with the reader."""

    weights: Path | None = None
    min_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One document: its file and place there, the digest of its text and what is known of it, and what it states.

    ``document`` is None where nothing new has to be kept: it is ``unchanged``, or states nothing.
    """

    path: Path
    key: str
    source_id: str
    digest: str
    unchanged: bool = False
    document: Document | None = None
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """What one task brought home: documents, a line for each thing that was lost, and how many bytes of files it stood for.

    ``passed_over`` counts the documents in languages that are not read ("in tr").
    """

    found: tuple[Found, ...]
    problems: tuple[str, ...]
    passed_over: Mapping[str, int]
    size: int


@dataclass(frozen=True, slots=True)
class Task:
    """Some parts of files to read in one go, and the digests of the documents in them that need no reading."""

    parts: tuple[tuple[File, int], ...]
    settings: Settings
    known: Known = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of files this task stands for."""
        return sum(file.size // file.parts for file, _ in self.parts)


def harvest(collection: Collection, settings: Settings, known: Known, processes: int | None = None) -> Iterator[Piece]:
    """Every piece of the collection in order; documents whose digest is the `known` one are not read again."""
    tasks = deque(_tasks(collection.files, settings, known))
    workers = processes or os.cpu_count() or 1
    if processes is None and workers > 1 and sum(task.size for task in tasks) < _LARGE:
        yield from _while_short(tasks)
    if min(workers, len(tasks)) < 2:
        yield from map(gather, tasks)
        return
    # Forking a process that has threads (a progress bar, Arrow) may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(tasks)), context, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
        yield from _in_order(pool, tasks, workers * 2)


def _while_short(tasks: deque[Task]) -> Iterator[Piece]:
    """Read in this process, as long as what is left would not take much longer than starting others."""
    start, done, left = time.process_time(), 0, sum(task.size for task in tasks)
    while tasks:
        task = tasks.popleft()
        yield gather(task)
        done, left = done + task.size, left - task.size
        spent = time.process_time() - start
        if spent > _STARTING and spent / max(done, 1) * left > 2 * _STARTING:
            return


def documents(collection: Collection, settings: Settings, report: Report) -> Iterator[tuple[Document, tuple[Observation, ...]]]:
    """Every document of a small collection with what it states, those too that state nothing; in this process, no books kept."""
    for file, part in ((one, part) for one in collection.files for part in range(one.parts)):
        try:
            for entry in readers()[file.path.suffix.lower()].read(file.path, part, report):
                document = _document(_source_id(file, entry), file.source.complete(entry))
                yield document, _read(document, settings)
        except UnreadableError as error:
            report(f"{file.path}: {error}")


def _in_order(pool: ProcessPoolExecutor, tasks: Iterable[Task], ahead: int) -> Iterator[Piece]:
    """The pieces in the order of the tasks, never more than `ahead` of them in memory."""
    waiting: deque[Future[Piece]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(gather, task))
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenExecutor:
        raise StoppedError("a process that read was stopped from outside, perhaps for want of memory") from None
    finally:
        for future in waiting:
            future.cancel()


def _tasks(files: Iterable[File], settings: Settings, known: Known) -> Iterator[Task]:
    """A task for each part of a large file; small files that follow each other share one."""
    waiting: list[tuple[File, int]] = []
    size = 0
    for file in files:
        for part in range(file.parts):
            waiting.append((file, part))
            size += file.size // file.parts
            if size >= _TASK:
                yield _task(waiting, settings, known)
                waiting, size = [], 0
    if waiting:
        yield _task(waiting, settings, known)


def _task(parts: list[tuple[File, int]], settings: Settings, known: Known) -> Task:
    paths = {file.path for file, _ in parts}
    return Task(tuple(parts), settings, {path: known[path] for path in paths if path in known})


def gather(task: Task) -> Piece:
    """Read one task's parts; what cannot be read is a line in `problems`."""
    found: list[Found] = []
    problems: list[str] = []
    passed_over: Counter[str] = Counter()
    for file, part in task.parts:
        lost: list[str] = []
        try:
            for entry in readers()[file.path.suffix.lower()].read(file.path, part, lost.append):
                _gather_one(file, file.source.complete(entry), task, found, lost, passed_over)
        except UnreadableError as error:
            lost.append(str(error))
        except OSError as error:
            lost.append(error.strerror or str(error))
        if lost:
            problems.append(f"{file.path}: {lost[0]}" + (f" (and {len(lost) - 1} more in this file)" if lost[1:] else ""))
    return Piece(tuple(found), tuple(problems), passed_over, task.size)


def _gather_one(file: File, entry: Entry, task: Task, found: list[Found], lost: list[str], passed_over: Counter[str]) -> None:
    if entry.language and entry.language not in languages():
        passed_over[f"in {entry.language}"] += 1
    else:
        found.append(_found(file, entry, task, lost))


def _found(file: File, entry: Entry, task: Task, lost: list[str]) -> Found:
    key = entry.id or entry.key
    source_id = _source_id(file, entry)
    digest = _digest(entry)
    if task.known.get(file.path, {}).get(key) == digest:
        return Found(file.path, key, source_id, digest, unchanged=True)
    document = _document(source_id, entry)
    try:
        observations = _read(document, task.settings)
    except (ImportError, CodelistError, LexiconError):
        raise  # nothing could be read with these
    # One text that breaks the reader must not cost the thousand behind it: it is named, with what went wrong.
    except Exception as error:
        lost.append(f"{source_id}: the reader failed: {type(error).__name__}: {error}")
        return Found(file.path, key, source_id, digest="")
    return Found(file.path, key, source_id, digest, document=document if observations else None, observations=observations)


def _source_id(file: File, entry: Entry) -> str:
    return entry.id or (f"{file.source_id}-{entry.key}" if entry.key else file.source_id)


def _document(source_id: str, entry: Entry) -> Document:
    language = {"language": entry.language} if entry.language else {}
    return Document(source_id, entry.text, entry.url, entry.publisher, entry.published, title=entry.title, **language)


def _read(document: Document, settings: Settings) -> tuple[Observation, ...]:
    """What the document states, as far as it is sure enough."""
    from parsers.observations import confidence
    from parsers.observations.read import read

    model = _model(settings, document.language)
    observations = read(document, model)
    least = confidence.threshold(model) if settings.min_confidence is None else settings.min_confidence
    return tuple(observation for observation in observations if observation.confidence >= least)


def _model(settings: Settings, language: str) -> Weights:
    """The weights to read with; LexiconError where there are none."""
    from parsers.observations import weights

    try:
        return weights.load(settings.weights) if settings.weights else weights.shipped(language)
    except OSError as error:
        raise LexiconError(f"{error.filename}: {error.strerror}") from None


def _digest(entry: Entry) -> str:
    """A hash of the text and of everything known of it."""
    parts = (entry.text, entry.url, entry.publisher, entry.published, entry.language, entry.title)
    return blake2b(
        "\x1f".join("" if part is None else str(part) for part in parts).encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()
