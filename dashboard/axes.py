"""Ticks that can be read and labels that do not touch."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any

MOST_TICKS = 6
LETTER, LIFT = 7.5, 15


def ticks(low: float, high: float, say: Callable[[float], str], log: bool = False) -> tuple[list[float], list[str]]:
    """At most six round values from ``low`` to ``high`` and their words."""
    values = _powers(low, high) if log else _steps(low, high)
    return values, [say(value) for value in values]


def _steps(low: float, high: float) -> list[float]:
    step = nice((high - low) / (MOST_TICKS - 1)) if high > low else 1.0
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [0.0 if number == 0 else number * step for number in range(first, last + 1)]


def _powers(low: float, high: float) -> list[float]:
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for within in ((1, 2, 5), (1, 3), (1,)):
        values = [factor * 10.0**decade for decade in decades for factor in within]
        values = [value for value in values if low <= value <= high]
        if len(values) <= MOST_TICKS:
            break
    return values[:: math.ceil(len(values) / MOST_TICKS)] if values else []


def nice(step: float) -> float:
    """The next step of 1, 2, 2.5 or 5 times a power of ten that is not smaller.

    >>> nice(0.3), nice(130.0)
    (0.5, 200.0)
    """
    power = 10.0 ** math.floor(math.log10(step))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= step * (1 - 1e-9))


def years(low: float, high: float, most: int = 10) -> list[int]:
    """The years to name on an axis of decimal years."""
    first, last = math.floor(low), math.ceil(high) - 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / step < most)
    return [year for year in range(first, last + 1) if year % step == 0]


def apart(wanted: Sequence[float], room: float, least: float) -> list[float]:
    """Heights in pixels moved apart to at least ``least``, as near to the wanted ones as their order allows, in 0..room.

    >>> apart([100, 102, 300], 400, 20)
    [91.0, 111.0, 300.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    groups: list[tuple[float, int]] = []
    for place in order:
        groups.append((float(wanted[place]), 1))
        while len(groups) > 1 and groups[-1][0] - groups[-2][0] < least * (groups[-1][1] + groups[-2][1]) / 2:
            (upper, above), (lower, below) = groups.pop(), groups.pop()
            groups.append(((upper * above + lower * below) / (above + below), above + below))
    placed = [middle + least * (place - (size - 1) / 2) for middle, size in groups for place in range(size)]
    return _within(dict(zip(order, placed, strict=True)), room, least)


def _within(placed: dict[int, float], room: float, least: float) -> list[float]:
    floor = 0.0
    for place in sorted(placed, key=placed.__getitem__):
        placed[place] = floor = max(placed[place], floor)
        floor += least
    ceiling = room
    for place in sorted(placed, key=placed.__getitem__, reverse=True):
        placed[place] = ceiling = min(placed[place], ceiling)
        ceiling -= least
    return [placed[place] for place in sorted(placed)]


def thin_out(traces: Sequence[dict[str, Any]], layout: dict[str, Any], width: int) -> None:
    """Take out the words beside points that would lie on one another or on another point, in a plot of some width in pixels."""
    for trace, number in crowded(traces, layout, width):
        traces[trace]["text"][number] = ""


def crowded(traces: Sequence[dict[str, Any]], layout: dict[str, Any], width: int) -> list[tuple[int, int]]:
    """The words, by trace and point, that would lie on others or on another point in a plot of some width in pixels."""
    (left, right), (low, high) = layout["xaxis"]["range"], layout["yaxis"]["range"]
    room = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    log = layout["yaxis"].get("type") == "log"

    def place(x: float, y: float) -> tuple[float, float]:
        return (x - left) / (right - left) * width, ((math.log10(y) if log else y) - low) / (high - low) * room

    marked = sorted(
        place(x, y)
        for trace in traces
        if trace.get("hoverinfo") != "skip" and (trace.get("marker") or "text" in trace.get("mode", ""))
        for x, y in zip(trace["x"], trace["y"], strict=True)
        if x is not None
    )
    # The words at the lines of targets stay: what lies on them goes.
    taken = [
        _box((0.0, place(left, 10 ** one["y"] if log else one["y"])[1]), one["text"], "top right")
        for one in layout.get("annotations", ())
        if one.get("name") == "target"
    ]
    ticks = zip(layout["yaxis"].get("tickvals", ()), layout["yaxis"].get("ticktext", ()), strict=True)
    taken += [_box(place(left, value), text, "middle left") for value, text in ticks]
    words = [(at, number, text) for at, trace in enumerate(traces) for number, text in enumerate(trace.get("text") or []) if text]
    found = []
    for at, number, text in words:
        trace = traces[at]
        box = _box(place(trace["x"][number], trace["y"][number]), text, _position(trace, number))
        if _hides(box, marked) or any(_touch(box, other) for other in taken):
            found.append((at, number))
        else:
            taken.append(box)
    return found


def _box(point: tuple[float, float], text: str, position: str) -> tuple[float, float, float]:
    """The middle of the words beside a point, and half of their width."""
    (x, y), half = point, len(text) * LETTER / 2
    aside = (half + LIFT / 2) * (("right" in position) - ("left" in position))
    return (x + aside, y + LIFT * (("top" in position) - ("bottom" in position)), half)


def _hides(box: tuple[float, float, float], marked: Sequence[tuple[float, float]]) -> bool:
    """Whether words lie on a point, their own being out of their reach."""
    x, y, half = box
    near = marked[bisect_right(marked, (x - half, math.inf)) : bisect_left(marked, (x + half, -math.inf))]
    return any(abs(b - y) < LIFT - 3 for _, b in near)


def _position(trace: dict[str, Any], number: int) -> str:
    position = trace.get("textposition", "")
    return position if isinstance(position, str) else position[number]


def _touch(one: tuple[float, float, float], two: tuple[float, float, float]) -> bool:
    return abs(one[0] - two[0]) < one[2] + two[2] and abs(one[1] - two[1]) < LIFT
