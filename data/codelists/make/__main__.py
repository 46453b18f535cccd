"""Write every code list anew: `python -m data.codelists.make`, or by name: `... make currencies`.

The outlines are written only when named: they need Debian's apt-get besides npm, and change once in years.
"""

from __future__ import annotations

import sys

from data.codelists.make import areas, currencies, foreign, names, neighbours, outlines

MAKERS = {
    "currencies": currencies.make,
    "areas": areas.make,
    "names": names.make,
    "foreign": foreign.make,
    "outlines": outlines.make,
    "neighbours": neighbours.make,
}
USUAL = ("areas", "names", "foreign", "currencies", "neighbours")


def main(wanted: list[str]) -> None:
    """Run the makers named, or the usual ones, and say how many rows each wrote."""
    for name in wanted or USUAL:
        sys.stdout.write(f"{name}: {MAKERS[name]()} rows\n")


if __name__ == "__main__":
    main(sys.argv[1:])
