"""Top regions and "other": the regions past the last colour, added up where their sum means something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dashboard.selection.rows import Point

OTHER = "other"
LEAST = 2


def summed(found: Sequence[Point], rest: Sequence[str]) -> list[Point]:
    """A point for each period of which every one of ``rest`` has a figure that came about, none where adding up would mislead.

    It would with fewer than two regions or periods, with more than one currency, with groups of areas or wholes that hold
    others, and where most of the figures would be lost because their neighbours have none.
    """
    if len(rest) < LEAST or _overlap(rest):
        return []
    own = [point for point in found if point.partner in set(rest)]
    groups: dict[tuple[str, date, date], list[Point]] = defaultdict(list)
    for point in own:
        if point.status == "actual" and point.start and point.end and point.span != "since":
            groups[point.span, point.start, point.end].append(point)
    full = [group for group in groups.values() if len(group) == len(rest)]
    enough = len(full) >= LEAST and sum(map(len, full)) * 2 >= len(own)
    return [_sum(group) for group in full] if enough and len({point.unit for point in own}) == 1 else []


def _overlap(rest: Sequence[str]) -> bool:
    """Whether one of the areas is a group or the world, or holds another one."""
    return any("+" in code or code == "WLD" or any(other.startswith(f"{code}-") for other in rest) for code in rest)


def _sum(group: Sequence[Point]) -> Point:
    last = max(group, key=lambda point: point.published or date.min)
    return last._replace(
        observation_id="",
        partner=OTHER,
        value=sum(point.value for point in group),
        value_max=None,
        bound=_bound({point.bound or "exact" for point in group}),
        derived=True,
        turned=False,
        change=None,
        change_bound=None,
        hedge=None,
        change_hedge=None,
        publisher=f"sum of {len(group)} regions",
        low=sum(point.low for point in group),
        high=sum(point.high for point in group),
        claims=1,
    )


def _bound(bounds: set[str]) -> str:
    """The hedge of a sum: 'more than' and 'up to' pull apart, exact parts change nothing."""
    hedged = bounds - {"exact"}
    return "exact" if not hedged else hedged.pop() if len(hedged) == 1 else "about"
