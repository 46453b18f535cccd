"""How fast an archive of articles becomes a table, with one process and with two, and how much memory; run by `make bench`."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet

ROOT = Path(__file__).parents[2]
# Words of newspapers at large; one article in thirty is a digest with trade figures.
PROSE = """the of a to in and that it was for on with as by at from his an were are which this be had not has its but they or he
more percent government minister told reporters Monday year company shares council police school weather river festival agreement
December 1997 2014 12 350 officials team players season final market street hospital new national first old city people"""


def archive(path: Path, documents: int) -> int:
    """Write a seeded archive of articles; its texts' bytes."""
    rng = random.Random(7)
    digests = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "data" / "press").glob("*.txt"))]
    texts = [rng.choice(digests) if rng.random() < 1 / 30 else prose(rng) for _ in range(documents)]
    table = arrow.table({"id": [f"d{number:07}" for number in range(documents)], "text": texts})
    parquet.write_table(table, path, row_group_size=2000, compression="zstd")
    return sum(len(text.encode()) for text in texts)


def prose(rng: random.Random) -> str:
    """Some sentences without a trade figure."""
    words = PROSE.split()
    return "\n".join(" ".join(rng.choices(words, k=rng.randint(8, 30))).capitalize() + "." for _ in range(rng.randint(6, 24)))


def main(documents: int) -> None:
    """Build the archive's table in a process of its own, as a user would."""
    with tempfile.TemporaryDirectory() as folder:
        size = archive(Path(folder, "archive.parquet"), documents)
        print(f"{documents:,} documents, {size / 1e6:.1f} MB, one in thirty with trade figures")
        for processes in (1, 2):
            command = [sys.executable, "-m", "parsers", "build", str(Path(folder, "archive.parquet"))]
            command += ["--output", str(Path(folder, "table.parquet")), "--processes", str(processes)]
            begun = time.perf_counter()
            with subprocess.Popen(command, cwd=ROOT) as build:
                _, status, used = os.wait4(build.pid, 0)
                build.returncode = os.waitstatus_to_exitcode(status)
            seconds = time.perf_counter() - begun
            said = f"{processes} process{'es' if processes > 1 else ''}: {seconds:.1f} s, {documents / seconds:,.0f} documents/s"
            print(f"{said}, {size / seconds / 1e6:.2f} MB/s, peak of the main process {used.ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
