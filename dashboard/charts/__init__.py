"""Charts: each file holds one, a ``Chart`` record named CHART and a pure ``figure``; a new file is a new chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart is called, what question it answers, the view it stands in, and the function that draws it."""

    id: str
    title: str
    question: str
    view: str
    order: int
    figure: Callable[..., Figure]


@lru_cache(maxsize=1)
def charts() -> dict[str, Chart]:
    """Every chart by its id, in their order."""
    found = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    records = [module.CHART for module in found if hasattr(module, "CHART")]
    return {chart.id: chart for chart in sorted(records, key=lambda chart: (chart.order, chart.id))}


def of_view(view: str) -> list[Chart]:
    """The charts that can be chosen in one view."""
    return [chart for chart in charts().values() if chart.view == view]
