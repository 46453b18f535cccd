"""Views: each file holds one, a ``View`` record named VIEW; a new file is a new tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from dashboard.charts import Figure
from dashboard.selection import Controls, Table
from dashboard.selection.cut import Cut
from dashboard.selection.rows import shown


@dataclass(frozen=True, slots=True)
class Texts:
    """A view's figures as a plain table: the words above it, the heads of its columns, its rows and their evidence."""

    caption: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """As it travels to the browser."""
        return {"caption": self.caption, "heads": self.heads, "rows": self.rows, "evidence": self.evidence}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view has to show: words around, and a figure, a panel of its own, or a sentence that says why neither."""

    title: str
    subtitle: str = ""
    figure: Figure | None = None
    panel: Any = None
    empty: Any = None
    legend: Any = None
    notes: list[Any] = field(default_factory=list)
    publishers: tuple[str, ...] = ()
    texts: Texts | None = None


@dataclass(frozen=True, slots=True)
class View:
    """One tab: its id in the address, its label, the key that opens it, its place, what it shows, and the rows behind that,
    None for those of the whole table."""

    id: str
    label: str
    key: str
    order: int
    show: Callable[[Table, Controls], Shown]
    rows: Callable[[Table, Controls], Cut | None] = shown


@lru_cache(maxsize=1)
def views() -> dict[str, View]:
    """Every view by its id, in their order."""
    found = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    records = [module.VIEW for module in found if hasattr(module, "VIEW")]
    return {view.id: view for view in sorted(records, key=lambda view: (view.order, view.id))}
