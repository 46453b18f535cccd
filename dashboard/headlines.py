"""The title over trade in the course of time: one sentence, in the numbers that the picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from dashboard import format, places
from dashboard.selection import Controls, spans
from dashboard.selection.transform import Seen
from dashboard.sentences import toward, whose


class Headline(NamedTuple):
    """The sentence, and the rows whose figures it names."""

    words: str
    named: tuple[Seen, ...] = ()


def headline(controls: Controls, rows: Sequence[Seen]) -> Headline:
    """The title of a picture of trade over time."""
    actual = [row for row in rows if row.point.status == "actual"]
    if not actual:
        alone = f", {years_of(rows)}: forecasts and targets alone" if rows else ""
        return Headline(f"{whose(controls)} {toward(controls)}{alone}")
    partners = {row.point.partner for row in actual}
    return _of_one(controls, actual) if len(partners) == 1 else _of_many(controls, actual)


def _of_one(controls: Controls, rows: list[Seen]) -> Headline:
    rows = sorted(rows, key=lambda row: (row.point.end, row.point.start))
    last = rows[-1]
    first = next(row for row in rows if row.point.span == last.point.span)
    subject = _subject(controls, last)
    if controls.measure == "growth":
        rate = format.moved(last.value, last.bound) if last.value or last.bound == "exact" else "about unchanged"
        return Headline(f"{subject} in {_when(last)}: {rate} {last.note}", (last,))
    if first is last:
        changed = format.changed(last.point) if controls.measure == "level" else _base(last, controls)
        return Headline(f"{subject}: {value(last, controls)} in {_when(last)}{', ' + changed if changed else ''}", (last,))
    verb = "rose" if last.value > first.value else "fell" if last.value < first.value else "stood"
    if verb == "stood":
        both = value(last if first.bound == last.bound else last._replace(bound="about"), controls)
        return Headline(f"{subject} stood at {both} in {_when(first)} and in {_when(last)}", (first, last))
    course = f"{verb} from {value(first, controls)} in {_when(first)} to {value(last, controls)} in {_when(last)}"
    return Headline(f"{subject} {course}", (first, last))


def _subject(controls: Controls, row: Seen) -> str:
    """Whose trade with whom; of a share, whose share it is."""
    if controls.measure == "share":
        return f"The share of {places.name(row.point.partner)} in {whose(controls)}"
    return f"{whose(controls)} {toward(replace(controls, partners=(row.point.partner,)))}"


def _base(row: Seen, controls: Controls) -> str:
    return row.note if controls.measure == "index" else ""


def _of_many(controls: Controls, rows: list[Seen]) -> Headline:
    start, end, group = _common([row for row in rows if spans.full_year(row.point.span)] or rows)
    if len(group) == 1:
        return Headline(f"{whose(controls)} {toward(controls)}, {years_of(rows)}")
    most = max(row.value for row in group)
    first = tuple(row for row in group if row.value == most)
    told = _first_of(controls, first, group)
    return Headline(f"In {spans.words(start, end)}, {told}", (*first, *_bases(controls, first, rows)))


def _bases(controls: Controls, first: Sequence[Seen], rows: Sequence[Seen]) -> list[Seen]:
    """The figures that an index starts from."""
    asked = {(row.point.partner, row.point.span, row.note) for row in first}
    same = [row for row in rows if (row.point.partner, row.point.span, row.note) in asked]
    return [row for row in same if row.value == 100] if controls.measure == "index" else []


def _first_of(controls: Controls, first: Sequence[Seen], group: Sequence[Seen]) -> str:
    """Who is first by what the picture shows, of how many, and with what."""
    names = format.listed([places.name(row.point.partner) for row in first])
    among, top, own = _among(controls, group), first[0], whose(controls)
    if controls.measure == "share":
        return f"{names} had the largest share in {own} of {among}: {value(top, controls)}"
    if controls.measure in ("index", "growth"):
        subject = f"{own} {format.FLOW_LINK[controls.flow]} {names}"
        if controls.measure == "growth":
            way = "grew most" if top.value > 0 else "fell least" if top.value < 0 else "held up best"
            return f"{subject} {way} of {among}: {value(top, controls)} {top.note}"
        base = f" ({top.note})" if len(first) == 1 else ""
        return f"{subject} stood highest against its first figure, of {among}: {value(top, controls)}{base}"
    verb = "stood highest of" if controls.flow == "balance" else "led"
    return f"{names} {verb} {among} in {own}: {_hedged_alike(first, controls)}"


def _hedged_alike(first: Sequence[Seen], controls: Controls) -> str:
    """The value that the first ones share, 'about' it where they are hedged otherwise."""
    top = first[0]
    return value(top if len({row.bound for row in first}) == 1 else top._replace(bound="about"), controls)


def _among(controls: Controls, group: Sequence[Seen]) -> str:
    """'all 5 chosen', 'the 2 chosen', 'the 4 of 5 chosen that have a figure'."""
    told, chosen = len({row.point.partner for row in group}), len(controls.chosen)
    if told < chosen:
        return f"the {told} of {chosen} chosen that have a figure"
    return f"all {chosen} chosen" if chosen > 2 else f"the {chosen} chosen"


def value(row: Seen, controls: Controls) -> str:
    """What the picture shows of a row, in words with its hedge: '$96.3 million', '$8 million a month', '112', '+4%', '3.1%'."""
    if controls.measure == "level":
        return format.printed(row.point._replace(bound=row.bound))
    if controls.measure == "monthly":
        return f"{format.hedged(format.money(row.value, row.point.unit, words=True), row.bound)} a month"
    said = format.number(row.value) if controls.measure == "index" else format.percent(row.value, controls.measure == "growth")
    return format.hedged(said, row.bound)


def years_of(rows: Sequence[Seen]) -> str:
    """The years that rows reach over: '2009-2023'."""
    first, last = min(row.point.start.year for row in rows), max(row.point.end.year for row in rows)
    return str(first) if first == last else f"{first}-{last}"


def _common(rows: list[Seen]) -> tuple[Any, Any, list[Seen]]:
    """The latest period that most partners have, and its rows."""
    by_period: dict[tuple[Any, Any], list[Seen]] = {}
    for row in rows:
        by_period.setdefault((row.point.start, row.point.end), []).append(row)
    (start, end), group = max(by_period.items(), key=lambda item: (len(item[1]), item[0][1]))
    return start, end, group


def _when(row: Seen) -> str:
    return spans.words(row.point.start, row.point.end)
