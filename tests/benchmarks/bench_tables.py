"""How long a million observations take to derive from and to check, and how much memory; run by `make bench`."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from generate import observations

from parsers.tables.cells import claims
from parsers.tables.checks import check
from parsers.tables.derive import derive
from parsers.tables.validity import validate


def timed(name: str, work: Callable[[], Any]) -> Any:
    """What `work` gives; its seconds, those of the processor, and the highest memory so far are printed."""
    begun, spent = time.perf_counter(), time.process_time()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    spent, passed = time.process_time() - spent, time.perf_counter() - begun
    print(f"{name:30} {passed:7.1f} s   (processor {spent:5.1f} s)   peak {peak:5.2f} GB", flush=True)
    return result


def main(rows: int) -> None:
    """Generate, validate, derive, check, rank claims."""
    table = timed(f"generate {rows:,} rows", lambda: observations(rows))
    timed("validate", lambda: validate(table))
    findings = timed("check", lambda: check(table))
    print(f"  {len(findings):,} findings: {findings['check'].value_counts().to_dict()}")
    derived = timed("derive", lambda: derive(table))
    print(
        f"  {int(derived['derived'].sum()):,} computed rows: {derived.loc[derived['derived'], 'cues'].value_counts().to_dict()}"
    )
    del derived
    timed("claims", lambda: claims(table))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
