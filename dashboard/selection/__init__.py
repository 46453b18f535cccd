"""Pure selection: (table, Controls) -> rows. Everything that filters or adds up for the page, its files and its API."""

from dashboard.selection.choice import FLOWS, KINDS, MEASURES, REASONS, ROWS, SERIES, STATUSES, Controls
from dashboard.selection.frames import everything, select
from dashboard.selection.rows import Point, count, left_out, points, undated_targets
from dashboard.selection.table import Shelf, Table, load

__all__ = [
    "FLOWS", "KINDS", "MEASURES", "REASONS", "ROWS", "SERIES", "STATUSES", "Controls", "Point", "Shelf", "Table",
    "count", "everything", "left_out", "load", "points", "select", "undated_targets",
]  # fmt: skip
