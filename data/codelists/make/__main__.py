"""Write every code list anew: `python -m data.codelists.make`, or by name: `... make currencies`."""

from __future__ import annotations

import sys

from data.codelists.make import areas, currencies, names

MAKERS = {"currencies": currencies.make, "areas": areas.make, "names": names.make}


def main(wanted: list[str]) -> None:
    """Run the makers named, or all of them, and say how many rows each wrote."""
    for name in wanted or list(MAKERS):
        sys.stdout.write(f"{name}: {MAKERS[name]()} rows\n")


if __name__ == "__main__":
    main(sys.argv[1:])
