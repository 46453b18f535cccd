"""Score observations against labels with the scorer that stands beside the labelled sets."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from parsers.model import Observation

Row = dict[str, Any]


def scorer(path: Path) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path}: no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row_of(observation: Observation, text: str) -> Row:
    """An observation in the form that the scorer reads from a table."""
    number = {
        key: None if value is None else float(value)
        for key, value in (
            ("obs_value", observation.obs_value),
            ("change_pct", observation.change_pct),
            ("share_pct", observation.share_pct),
            ("obs_value_max", observation.obs_value_max),
            ("change_max", observation.change_max),
            ("share_max", observation.share_max),
        )
    }
    edges = {
        key: day.isoformat() if day else None
        for key, day in (
            ("period_start", observation.period.start),
            ("period_end", observation.period.end),
            ("base_start", observation.base.start),
            ("base_end", observation.base.end),
        )
    }
    return {
        "ref_area": observation.ref_area,
        "counterpart_area": observation.counterpart_area,
        "trade_flow": observation.trade_flow,
        "product": observation.product,
        "unit_measure": observation.unit_measure,
        "status": observation.status,
        "kind": observation.kind,
        "per": observation.per,
        "share_of": observation.share_of,
        "bound": observation.bound,
        "change_bound": observation.change_bound,
        "mirrored": False,
        "sentence": text[observation.sentence_start : observation.sentence_end],
        "confidence": observation.confidence,
        **number,
        **edges,
    }


def outcome(
    module: ModuleType, rows: Sequence[Row], label: Mapping[str, Any], level: str = "row"
) -> tuple[set[int], set[int], list[int]]:
    """(rows that are right, facts that are found, rows that count) of one document."""
    facts = label["facts"]
    right, found, _ = module.judge(list(rows), facts, module.LEVELS[level])
    figures = module.judge(list(rows), facts, module.LEVELS["figure"])[0]
    counted = [at for at, row in enumerate(rows) if at in figures or not module.unscored(row, label)]
    return right, found, counted
