"""The view and the address of the page: ``?view=compare&reporter=BY&regions=RU-BRY~RU-KLU``, and back, losing nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, quote

from dashboard import outlines
from dashboard.charts import of_view
from dashboard.selection import FLOWS, KINDS, MEASURES, REASONS, ROWS, STATUSES, Controls, Table, spans
from dashboard.selection.catalogue import counted, default_controls, reporters
from dashboard.selection.claims import has_row
from parsers.tables.schema import NAMES

JOINT = "~"
MOST_CLAIMS = 50
WORDS = {True: "yes", False: "no"}


class RefusedError(ValueError):
    """A parameter's value that cannot be, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of the address, the field it stands for, and both ways between text and value."""

    name: str
    field: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise RefusedError(f"it is one of {', '.join(filter(None, allowed))}")
        return text

    return read


def _flag(text: str) -> bool:
    if text not in WORDS.values():
        raise RefusedError("it is yes or no")
    return text == "yes"


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise RefusedError("it is a number from 0 to 1") from None
    if not 0 <= value <= 1:
        raise RefusedError("it is a number from 0 to 1")
    return value


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RefusedError("it is a date such as 2020-12-31") from None


def _years(text: str) -> tuple[int | None, int | None]:
    first, joint, last = text.partition("..")
    ends = [int(part) if part.isascii() and part.isdigit() and len(part) == 4 else None for part in (first, last)]
    if not joint or any(part and end is None for part, end in zip((first, last), ends, strict=True)):
        raise RefusedError("it is two years such as 2010..2020")
    if None not in ends and int(first) > int(last):
        raise RefusedError("the first year comes after the last")
    return ends[0], ends[1]


def _year(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise RefusedError("it is a year such as 2020")
    return text


def _span(text: str) -> str:
    if not spans.valid(text):
        raise RefusedError("it is calendar, fiscal-07, iranian, months such as 01-09, or everything")
    return text


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(JOINT)) if text else ()


def _regions(text: str) -> tuple[str, ...]:
    """Codes at their places; one that stands twice keeps its first place."""
    found = _list(text)
    return tuple(code if code not in found[:place] else "" for place, code in enumerate(found))


def _statuses(text: str) -> tuple[str, ...]:
    found = _list(text)
    if not found or set(found) - set(STATUSES):
        raise RefusedError(f"it is one or more of {', '.join(STATUSES)} joined by {JOINT}")
    return tuple(status for status in STATUSES if status in found)


def _columns(text: str) -> tuple[str, ...]:
    found = _list(text)
    if unknown := [name for name in found if name not in NAMES]:
        raise RefusedError(f"the table has no column {unknown[0][:60]}")
    return found


def _claims(text: str) -> tuple[str, ...]:
    found = _list(text)
    if len(found) > MOST_CLAIMS:
        raise RefusedError(f"it names more than {MOST_CLAIMS} claims")
    return found


def _text(text: str) -> str:
    return text[:200]


def _joined(values: tuple[str, ...]) -> str:
    return JOINT.join(values)


def _written_years(years: tuple[int | None, int | None]) -> str:
    return "..".join("" if year is None else str(year) for year in years)


PARAMETERS = (
    Parameter("view", "view", _text, str),
    Parameter("reporter", "reporter", _text, str),
    Parameter("regions", "partners", _regions, _joined),
    Parameter("flow", "flow", _one_of(*FLOWS), str),
    Parameter("currency", "currency", _text, str),
    Parameter("span", "span", _span, str),
    Parameter("years", "years", _years, _written_years),
    Parameter("measure", "measure", _one_of(*MEASURES), str),
    Parameter("chart", "chart", _text, str),
    Parameter("log", "log", _flag, WORDS.__getitem__),
    Parameter("panels", "panels", _flag, WORDS.__getitem__),
    Parameter("aligned", "aligned", _flag, WORDS.__getitem__),
    Parameter("status", "status", _statuses, _joined),
    Parameter("hedged", "hedged", _flag, WORDS.__getitem__),
    Parameter("confidence", "confidence", _share, lambda share: f"{share:g}"),
    Parameter("derived", "derived", _flag, WORDS.__getitem__),
    Parameter("product", "product", _text, str),
    Parameter("kind", "kind", _one_of("", *KINDS), str),
    Parameter("publishers", "publishers", _list, _joined),
    Parameter("known", "known", _day, date.isoformat),
    Parameter("prefer", "prefer", _claims, _joined),
    Parameter("rows", "rows", _one_of(*ROWS), str),
    Parameter("left", "left", _one_of("", *REASONS), str),
    Parameter("columns", "columns", _columns, _joined),
    Parameter("outline", "outline", _text, str),
    Parameter("at", "at", _year, str),
)
NAMED = {parameter.name: parameter for parameter in PARAMETERS}
EVIDENCE = "evidence"
SAFE = "~.:-"


def read(search: str, table: Table, views: tuple[str, ...]) -> tuple[Controls, list[str]]:
    """The view that an address asks for, and a sentence for each parameter that could not be followed."""
    asked = dict(parse_qsl(search.removeprefix("?"), keep_blank_values=True))
    complaints = [f"There is no parameter {name[:60]}." for name in asked if name not in NAMED and name != EVIDENCE]
    changes: dict[str, Any] = {}
    for name, text in asked.items():
        try:
            if name in NAMED:
                changes[NAMED[name].field] = _known(name, NAMED[name].read(text), table, views)
        except RefusedError as reason:
            complaints.append(f"{name}={text[:60]} was not followed: {reason}.")
    start = default_controls(table, changes.pop("reporter", None))
    return _pruned(replace(start, **changes), table, complaints), complaints


def _known(name: str, value: Any, table: Table, views: tuple[str, ...]) -> Any:
    """The value itself where the table or the page has it."""
    if name == "view" and value not in views:
        raise RefusedError(f"it is one of {', '.join(views)}")
    if name == "reporter" and value not in {choice.code for choice in reporters(table)}:
        raise RefusedError("the table has no figures of that area")
    if name == "outline" and value not in outlines.names():
        raise RefusedError("there is no such map: it is world or the code of a country, such as RU")
    if name == "chart" and value not in (known := [chart.id for chart in of_view("compare")]):
        raise RefusedError(f"it is one of {', '.join(known)}")
    return value


def _pruned(controls: Controls, table: Table, complaints: list[str]) -> Controls:
    """Without regions and claims that the table has not; each is named among the complaints."""
    known = {choice.code for choice in counted(table, "partner", controls.reporter)} | {""}
    strangers = [code for code in controls.partners if code not in known]
    complaints.extend(f"The table has no figures of {controls.reporter} with {code[:60]}." for code in strangers)
    lost = [claim for claim in controls.prefer if not has_row(table, claim)]
    complaints.extend(f"The table has no figure {claim[:40]} to prefer." for claim in lost)
    return replace(
        controls,
        partners=tuple(code if code in known else "" for code in controls.partners),
        prefer=tuple(claim for claim in controls.prefer if claim not in lost),
    )


def of_views(controls: Controls, table: Table, views: tuple[str, ...]) -> dict[str, str]:
    """The address of the same selection in each view."""
    usual = default_controls(table, controls.reporter).view
    rest = write(replace(controls, view=usual), table)
    more = f"&{rest[1:]}" if rest else ""
    return {view: rest if view == usual else f"?view={quote(view, safe=SAFE)}{more}" for view in views}


def write(controls: Controls, table: Table) -> str:
    """The address of a view: only what differs from where the page opens, in a fixed order."""
    start = default_controls(table, controls.reporter)
    parts = []
    for parameter in PARAMETERS:
        value = getattr(controls, parameter.field)
        usual = default_controls(table) if parameter.name == "reporter" else start
        if value is not None and value != getattr(usual, parameter.field):
            parts.append(f"{parameter.name}={quote(parameter.write(value), safe=SAFE)}")
    return "?" + "&".join(parts) if parts else ""
