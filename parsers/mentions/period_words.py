"""From the named groups of a matched wording to the `PeriodExpression` that its words say."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import regex

from parsers.mentions.period_expression import Form, PeriodExpression

_FIRST_YEARS_OF_CENTURY = 50
_LONGEST_MONTH = 31
_DECADE = 10
_LONGEST_VERB = 4  # Longer names of months are no other words, but for march, so that text without capitals may use them.


@dataclass(frozen=True, slots=True)
class Words:
    """The word tables of a language's section [periods], keys in lower case."""

    months: Mapping[str, int]
    solar_months: Mapping[str, int]
    ordinals: Mapping[str, int]
    counts: Mapping[str, int]
    pointers: Mapping[str, Mapping[str, Any]]
    sides: Mapping[str, str]
    edges: Mapping[str, str]
    units: Mapping[str, str]
    bases: Mapping[str, str]
    unit_endings: list[str]
    monthly: list[str]
    month_verbs: list[str]

    @classmethod
    def read(cls, section: Mapping[str, Any]) -> Words:
        """The tables of `section`."""
        return cls(**{one.name: section[one.name] for one in dataclasses.fields(cls)})


def expression(form: str, match: regex.Match[str], words: Words) -> PeriodExpression | None:
    """What `match` of a wording says; None where the look of the words speaks against a period ("may", month 13)."""
    groups = {name: list(texts) for name, texts in match.capturesdict().items() if texts}
    if not _months_are_names(groups, words):
        return None
    fields: dict[str, Any] = {"form": cast(Form, form)}
    _years(groups, fields)
    _pointer(groups, words, fields)
    _parts(groups, words, fields)
    value = PeriodExpression(**fields)
    return _settled(value, groups, words) if _possible(value) else None


def _months_are_names(groups: Mapping[str, list[str]], words: Words) -> bool:
    names = groups.get("month", []) + groups.get("month_to", [])
    return all(name[:1].isupper() or (len(name) > _LONGEST_VERB and name not in words.month_verbs) for name in names)


def _years(groups: Mapping[str, list[str]], fields: dict[str, Any]) -> None:
    if not groups.keys().isdisjoint({"solar", "solar_month", "solar_year"}):
        fields["calendar"] = "solar"
    elif "fiscal" in groups:
        fields["calendar"] = "fiscal"
    if "solar_year" in groups:
        fields["year"] = int(groups["solar_year"][0])
        return
    if "year" not in groups and "year_to" in groups:
        fields["year"] = int(groups["year_to"][-1])
    elif "year" in groups:
        years = [_full(text) for text in groups["year"]]
        fields["year"] = years[0]
        if "year_to" in groups:
            fields["year_to"] = _closing(years[0], groups["year_to"][-1])
        elif len(years) > 1 and "month_to" in groups:
            fields["year_to"] = years[-1]
        fields["split"] = "dash" in groups or ("fiscal" in groups and "year_to" in groups)


def _full(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return number + (2000 if number <= _FIRST_YEARS_OF_CENTURY else 1900)


def _closing(year: int, text: str) -> int:
    if len(text) == 4:
        return int(text)
    hundred = 10 if len(text) == 1 else 100
    closing = year // hundred * hundred + int(text)
    return closing if closing >= year else closing + hundred


def _pointer(groups: Mapping[str, list[str]], words: Words, fields: dict[str, Any]) -> None:
    target = "offset" if fields["form"] == "relative" else "year_offset"
    if "pointer" in groups:
        pointer = words.pointers[" ".join(groups["pointer"][-1].lower().split())]
        fields[target] = pointer["offset"]
        fields["anaphoric"] = bool(pointer.get("anaphoric"))
        fields["pointed"] = "new" if pointer.get("new") else ""
    elif "ago" in groups:
        fields[target] = -2 if "before_last" in groups else -1
        fields["anaphoric"] = fields["comparative"] = True
    elif "behind" in groups:
        fields[target], fields["anaphoric"] = 1, True
    elif "article" in groups:
        fields[target], fields["pointed"] = 0, "the"


def _parts(groups: Mapping[str, list[str]], words: Words, fields: dict[str, Any]) -> None:
    months = {name: words.months[groups[name][0].lower()] for name in ("month", "month_to") if name in groups}
    days = {name: int(groups[name][0]) for name in ("day", "day_to") if name in groups}
    fields.update(months, **days)
    for name, table in (("side", words.sides), ("edge", words.edges)):
        if name in groups:
            fields[name] = table[" ".join(groups[name][0].lower().split())]
    if "solar_month" in groups:
        fields["month"] = words.solar_months[groups["solar_month"][0].lower()]
    if "count" in groups:
        fields["count"] = _number(groups["count"][-1], {**words.ordinals, **words.counts})
    if "index" in groups:
        fields["index"] = _number(groups["index"][-1], words.ordinals)
    if "index_to" in groups:
        fields["index_to"] = _number(groups["index_to"][-1], words.ordinals)
    if "unit" in groups:
        fields["unit"] = _unit(groups["unit"][-1], words)
    elif "season" in groups:
        fields["unit"] = "quarter"


def _number(text: str, table: Mapping[str, int]) -> int | None:
    lowered = " ".join(text.lower().split())
    return int(lowered) if lowered.isdecimal() else table.get(lowered)


def _unit(text: str, words: Words) -> str:
    lowered = " ".join(text.lower().split())
    lowered = words.units.get(lowered, lowered)
    return next((lowered.removesuffix(ending) for ending in words.unit_endings if lowered.endswith(ending)), lowered)


def _possible(value: PeriodExpression) -> bool:
    if not all(1 <= day <= _LONGEST_MONTH for day in (value.day, value.day_to) if day is not None):
        return False
    if value.form == "days" and ((value.month is None and value.month_to is None) or value.day is None):
        return False
    if value.form in ("year", "span") and value.year is not None and value.year_to is not None and value.year_to <= value.year:
        return False
    if value.form == "first" and value.count == 0:
        return False
    return value.form != "first" or value.unit != "month" or (value.count is not None and 1 <= value.count <= 12)


def _settled(value: PeriodExpression, groups: Mapping[str, list[str]], words: Words) -> PeriodExpression:
    """`value` with what its form implies."""
    match value.form:
        case "year" if value.year is not None and value.year_to is not None and value.year_to != value.year + 1:
            return value.but(form="span", split=False)
        case "basis":
            unit = words.bases.get(groups["unit"][-1].lower(), value.unit)
            return value.but(unit=unit, offset=-1, anaphoric=True, comparative=True)
        case "same":
            return value.but(anaphoric=True, comparative=True)
        case "reviewed":
            return value.but(anaphoric=True)
        case "so_far":
            alone = "alone" in groups
            return value.but(open_end=True, year_offset=0 if alone else None, unit="year" if alone else "")
        case "per":
            return value.but(per="P1M" if groups["unit"][-1].lower().startswith(tuple(words.monthly)) else "P1Y", unit="")
        case "relative" if value.offset is not None and (value.count is not None or value.unit == "decade"):
            years = _DECADE if value.unit == "decade" else 1
            return value.but(offset=value.offset * (value.count or 1) * years, unit="year" if years > 1 else value.unit)
    return value
