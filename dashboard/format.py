"""Numbers, periods and flows in the words of the page."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dashboard.selection import Point, spans

MINUS = "\N{MINUS SIGN}"
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "RUB": "₽", "INR": "₹", "NGN": "₦", "KZT": "₸", "UAH": "₴"}
SCALES = ((1e12, "T", "trillion"), (1e9, "B", "billion"), (1e6, "M", "million"), (1e3, "K", "thousand"))
HEDGES = {"about": "about", "below": "up to", "above": "more than"}
FLOW_NOUN = {"turnover": "trade", "exports": "exports", "imports": "imports", "balance": "trade balance"}
FLOW_LINK = {"turnover": "with", "exports": "to", "imports": "from", "balance": "with"}
KIND_WORDS = {"goods": "goods alone", "services": "services alone", "goods+services": "goods and services"}
STATUS = {"actual": "figures that came about", "forecast": "forecast", "target": "target"}


@lru_cache(maxsize=32768)
def money(value: float, unit: str | None, words: bool = False) -> str:
    """An amount, short ('$96.3M') or in words ('$96.3 million'), with a true minus.

    >>> money(96300000, "USD"), money(-1.25e9, "USD", words=True)
    ('$96.3M', '−$1.25 billion')
    """
    size = abs(value)
    divisor, letter, name = next((scale for scale in SCALES if size >= scale[0] * 0.99995), (1.0, "", ""))
    digits = number(size / divisor)
    tail = (f" {name}" if name else "") if words else letter
    sign = MINUS if value < 0 else ""
    symbol = SYMBOLS.get(unit or "", "")
    return f"{sign}{symbol}{digits}{tail}" if symbol else f"{sign}{digits}{tail}{' ' + unit if unit else ''}"


def number(size: float) -> str:
    """At most four figures, none of them an idle zero: 96.3, 1.25, 888.2, 1,043."""
    places = 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 1 else 3
    text = f"{size:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: float, signed: bool = True) -> str:
    """A rate: '+23%', '−4.2%'."""
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    size = abs(value)
    return f"{sign}{size:,.0f}%" if size >= 100 else f"{sign}{number(round(size, 1)) if size else '0'}%"


@lru_cache(maxsize=16384)
def day(value: date | None) -> str:
    """A date in words, '5 December 2017'."""
    return f"{value.day} {spans.MONTH_NAMES[value.month - 1]} {value.year}" if value else "date not known"


def hedged(value: str, bound: str | None, below: str | None = None) -> str:
    """The amount with its hedge in words: 'more than $96.3 million'; ``below`` is what the text says of one from above."""
    words = below if bound == "below" and below else HEDGES.get(bound or "")
    return f"{words} {value}" if words else value


def brief(point: Point) -> str:
    """A cell's figure where there is little room: 'almost $96.3M'."""
    return hedged(money(point.value, point.unit), point.bound, point.hedge)


def printed(point: Point) -> str:
    """A cell's figure as it is said: 'more than $1 billion', '$2-3 billion'."""
    value = money(point.value, point.unit, words=True)
    if point.value_max is not None and point.value_max != point.value:
        value = f"{value} to {money(point.value_max, point.unit, words=True)}"
    return hedged(value, point.bound, point.hedge)


def changed(point: Point) -> str:
    """Its stated change: 'up 40.5%', 'down by up to 4.2%'; empty where none is stated."""
    return "" if point.change is None else moved(point.change, point.change_bound, point.change_hedge)


def moved(rate: float, bound: str | None, below: str | None = None) -> str:
    """A rate as a movement with its hedge: 'up about 5%', 'up by up to 20%', 'up almost 20%'."""
    if rate == 0:
        return "unchanged"
    way = ("up" if rate > 0 else "down") + (" by" if bound == "below" and below != "almost" else "")
    return f"{way} {hedged(percent(abs(rate), signed=False), bound, below)}"


def counted(number_of: int, one: str, many: str | None = None) -> str:
    """'1 figure', '1,204 figures'."""
    return f"{number_of:,} {one if number_of == 1 else many or one + 's'}"


def listed(names: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def owner(name: str) -> str:
    """The possessive: 'Belarus's', 'the United States''."""
    return f"{name}'" if name.endswith(("States", "Emirates")) else f"{name}'s"
