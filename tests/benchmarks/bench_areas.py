"""Speed of the scan for areas, in MB of text a second on one core: the raw scan, and find_areas end to end.

Run by `make bench`; reads the texts of ../shared/archive where they are, else the bundled digests many times over.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow.parquet as pq

from parsers.mentions.area_names import folded, raw, scan, scanner
from parsers.mentions.areas import find_areas

ROOT = Path(__file__).parent.parent.parent
ARCHIVE = ROOT.parent / "shared" / "archive"
DOCUMENTS, ROUNDS = 6000, 5


def collections() -> Iterable[tuple[str, list[str]]]:
    """The name and the texts of each collection at hand."""
    for path in sorted(ARCHIVE.glob("*.parquet")):
        column = next(name for name in ("text", "body", "content") if name in pq.read_schema(path).names)
        texts = pq.read_table(path, columns=[column])[column].to_pylist()
        yield path.stem, [text for text in texts if text][:DOCUMENTS]
    if not ARCHIVE.is_dir():
        yield "press", [path.read_text(encoding="utf-8") for path in (ROOT / "data" / "press").glob("*.txt")] * 20


def rate(work: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """MB a second of processor time, the best of some rounds."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - start)
    return size / best


def main() -> None:
    """Print one line a collection."""
    start = time.process_time()
    count = len(scanner("en").patterns)
    print(f"areas: automaton of {count} patterns built in {time.process_time() - start:.2f} s")
    for name, texts in collections():
        names = rate(lambda text: raw(folded(text)), texts, ROUNDS)
        hits = rate(scan, texts[: DOCUMENTS // 2], 2)
        whole = rate(find_areas, texts[: DOCUMENTS // 6], 1)
        print(f"areas: {name}: raw scan {names:.0f} MB/s, with small-letter words {hits:.0f}, find_areas {whole:.1f} MB/s")


if __name__ == "__main__":
    main()
