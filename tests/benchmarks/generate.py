"""A large table like one that years of press would give: the same rows for the same seed.

Partners are told unequally often, years, parts of years and months mixed, both sides tell of the same trade, some articles hedge,
round, disagree, forecast, or leave the period or the partner open; one figure in a few hundred is off by a power of ten.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd

from parsers.codelists import areas
from parsers.tables.columns import typed
from parsers.tables.schema import NAMES
from parsers.tables.spans import last_day, time_period

_FLOWS = ("turnover", "exports", "imports", "balance")
_PRODUCTS = ("food", "machinery", "tractors", "timber", "oil products", "textiles", "fertilisers", "IT services")
# First month and length in months of the spans that articles tell of, and how often.
_SPANS = (
    (1, 12, 0.42),
    (1, 6, 0.12),
    (1, 9, 0.1),
    (1, 3, 0.08),
    (1, 11, 0.04),
    (1, 5, 0.04),
    (4, 3, 0.02),
    (7, 6, 0.02),
    (4, 12, 0.03),
)


def observations(rows: int, seed: int = 1) -> pd.DataFrame:
    """A valid table of so many stated rows."""
    random = np.random.default_rng(seed)
    what, when = _what(rows, random), _when(rows, random)
    values = _values(rows, random, what, when)
    told = _documents(rows, random, what["pair"], when["period_end"])
    frame = pd.DataFrame(what | when | values | told)
    frame["observation_id"] = [f"{number:016x}" for number in range(rows)]
    return typed(_evidence(frame.drop(columns=["length", "pair"])).reindex(columns=list(NAMES)))


def _what(rows: int, random: np.random.Generator) -> dict[str, Any]:
    regions = [code for code, area in areas().items() if area.parent == "RU" and area.kind == "subdivision"]
    countries = [code for code, area in areas().items() if area.kind == "country"][::5]
    reporters, partners = np.array(["BY", *regions, *countries[:20]]), np.array(["RU", "BY", "WLD", *countries, *regions])
    pairs = random.permutation(len(reporters) * len(partners))
    weights = 1 / np.arange(1, len(pairs) + 1) ** 0.7
    # An article is about one pair.
    pair = np.sort(random.choice(pairs, rows, p=weights / weights.sum()))
    product = np.where(random.random(rows) < 0.1, random.choice(_PRODUCTS, rows), None)
    return {
        "pair": pair,
        "ref_area": np.where(random.random(rows) < 0.02, None, reporters[pair // len(partners)]),
        "counterpart_area": np.where(random.random(rows) < 0.04, None, partners[pair % len(partners)]),
        "trade_flow": random.choice(_FLOWS, rows, p=(0.5, 0.27, 0.2, 0.03)),
        "kind": random.choice(("unstated", "goods", "services"), rows, p=(0.9, 0.07, 0.03)),
        "product": product,
        "per": np.where(random.random(rows) < 0.01, "P1M", None),
        "status": random.choice(("actual", "forecast", "target"), rows, p=(0.9, 0.05, 0.05)),
    }


def _when(rows: int, random: np.random.Generator) -> dict[str, Any]:
    months = [(month, 1, 0.13 / 12) for month in range(1, 13)]
    spans = np.array([*_SPANS, *months])
    chosen = random.choice(len(spans), rows, p=spans[:, 2] / spans[:, 2].sum())
    year = random.integers(2000, 2026, rows)
    codes = (year * len(spans) + chosen).tolist()
    dated = {code: _span(code // len(spans), *spans[code % len(spans), :2].astype(int)) for code in set(codes)}
    unknown = random.random(rows) < 0.12
    columns = [np.array([dated[code][place] for code in codes]) for place in range(5)]
    names = ("period_start", "period_end", "time_period", "base_start", "base_end")
    found = {name: pd.Series(column).mask(unknown) for name, column in zip(names, columns, strict=True)}
    return found | {"length": spans[chosen, 1]}


def _span(year: int, month: int, length: int) -> tuple[Any, ...]:
    start, before = pd.Timestamp(year, month, 1).date(), pd.Timestamp(year - 1, month, 1).date()
    ends = last_day(start, length), last_day(before, length)
    return (
        np.datetime64(start),
        np.datetime64(ends[0]),
        time_period(start, ends[0]),
        np.datetime64(before),
        np.datetime64(ends[1]),
    )


def _values(rows: int, random: np.random.Generator, what: dict[str, Any], when: dict[str, Any]) -> dict[str, Any]:
    usual = 10 ** random.normal(8.3, 0.8, int(what["pair"].max()) + 1)
    share = np.where(what["trade_flow"] == "turnover", 1.0, 0.5) * np.where(what["product"] == None, 1.0, 0.1)  # noqa: E711
    value = usual[what["pair"]] * share * when["length"] / 12 * np.exp(random.normal(0, 0.15, rows))
    value = value * random.choice((1.0, 0.1, 10.0, 1000.0), rows, p=(0.996, 0.001, 0.002, 0.001))
    value = np.array([float(f"{number:.{digits}g}") for number, digits in zip(value, random.integers(1, 5, rows), strict=True)])
    value = np.where((what["trade_flow"] == "balance") & (random.random(rows) < 0.5), -value, value)
    value = np.where(random.random(rows) < 0.15, np.nan, value)
    rate = np.where((random.random(rows) < 0.35) | np.isnan(value), random.normal(8, 15, rows).clip(-90, 200).round(1), np.nan)
    bounds, shares = ("exact", "about", "below", "above"), (0.62, 0.1, 0.12, 0.16)
    hedge = np.where(np.isnan(value), None, random.choice(bounds, rows, p=shares))
    rated = ~np.isnan(rate)
    return {
        "obs_value": value,
        "obs_value_max": np.where(random.random(rows) < 0.01, value * 1.2, np.nan),
        "unit_measure": np.where(np.isnan(value), None, random.choice(("USD", "RUB", "EUR"), rows, p=(0.9, 0.07, 0.03))),
        "bound": hedge,
        "change_pct": rate,
        "change_bound": np.where(rated, random.choice(bounds, rows, p=(0.8, 0.07, 0.06, 0.07)), None),
        "base_start": when["base_start"].where(rated),
        "base_end": when["base_end"].where(rated),
        "confidence": random.uniform(0.3, 1, rows).round(2),
        "derived": False,
    }


def _documents(rows: int, random: np.random.Generator, pair: Any, period_end: pd.Series[Any]) -> dict[str, Any]:
    """Articles of three rows or so, a few papers for each pair, published some weeks after the span, some without a date."""
    article = np.cumsum((random.random(rows) < 1 / 3) | (np.diff(pair, prepend=-1) > 0))
    paper = (pair * 7 + random.integers(0, 4, rows)[np.searchsorted(article, article)]) % 150
    after = pd.to_timedelta(random.gamma(2, 60, rows).astype(int) + 5, unit="D")
    published = pd.to_datetime(period_end).fillna(pd.Timestamp("2015-06-01")) + after
    return {
        "source_id": [f"article-{number}" for number in article],
        "url": [f"https://press.example/{number}" for number in article],
        "title": [f"Trade figures of the week, no. {number}" for number in article],
        "publisher": [f"Paper {number}" for number in paper],
        "published": published.mask(random.random(rows) < 0.1),
        "language": "en",
    }


def _evidence(frame: pd.DataFrame) -> pd.DataFrame:
    """Sentences in a paragraph as long as those of the press."""
    columns = (
        frame[name].tolist() for name in ("ref_area", "counterpart_area", "trade_flow", "time_period", "obs_value", "change_pct")
    )
    sentences = [
        f"The {flow} of {ref} with {other} came to {value:,.0f} in {period}, which the ministry called a change of {rate} %."
        for ref, other, flow, period, value, rate in zip(*columns, strict=True)
    ]
    lead = "Delegations met on Tuesday to speak of factories, farms and railways. "
    mentions = json.dumps([{"role": role, "start": 70, "end": 80} for role in ("value", "period", "area")])
    return frame.assign(
        sentence=sentences,
        char_start=len(lead),
        char_end=[len(lead) + len(sentence) for sentence in sentences],
        paragraph=[f"{lead}{sentence} More is to come, both sides said." for sentence in sentences],
        paragraph_start=0,
        mentions=mentions,
        known="area=stated;period=stated;flow=stated;currency=stated",
        cues="flow_before;period_in_clause;pair_of_headline",
    )
