"""What a share is of: "over 70% of Belarus-Russia trade" is a share of turnover:BY>RU."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Decision, Reading
from parsers.observations.slots.ends import owner_at, partner_at

WORLD = "WLD"
REACH = 14


def whole(reading: Reading, figure: Figure, decision: Decision) -> str:
    """The whole of a share, as flow:REF>COUNTERPART, with :PRODUCT where it is one product's flow.

    It is what "of" names behind the share. Where nothing is named, a partner's share is one of the flow with all the world, and a
    product's share one of the whole flow with the same partner.
    """
    line = reading.line(figure)
    at = _flow_behind(line, figure.token) if line.word(figure.token + 1) == "of" else None
    if at is None:
        return _implied(decision)
    ref = _code(line, owner_at(line, at, reading.words)) or _first(line, figure.token, at) or decision.pair[0] or ""
    product = _product(reading, line, at)
    carried = decision.pair[1] if decision.product and not product else None
    other = _code(line, partner_at(line, at, reading.words)) or carried or WORLD
    flow = line.mention(at).value.flow
    return f"{flow}:{ref}>{other if other != ref else WORLD}" + (f":{product}" if product else "")


def _implied(decision: Decision) -> str:
    ref, other = decision.pair
    product = f":{decision.product}" if decision.product and other not in (None, WORLD) else ""
    return f"{decision.flow}:{ref or ''}>{WORLD}{product}"


def _flow_behind(line: Line, token: int) -> int | None:
    return next((at for at in line.places("flow") if token < at <= token + REACH), None)


def _code(line: Line, at: int) -> str | None:
    code: str | None = line.mention(at).value.code if at >= 0 else None
    return code


def _first(line: Line, first: int, last: int) -> str | None:
    """The first settled area between two places."""
    return next((code for at in line.places("area") if first < at < last for code in [_code(line, at)] if code), None)


def _product(reading: Reading, line: Line, flow_at: int) -> str | None:
    """The product's words right before a flow word ("garment" exports)."""
    first = flow_at
    while line.word(first - 1) in reading.words.products and line.word(first - 1) not in reading.words.generic:
        first -= 1
    if first == flow_at:
        return None
    return reading.page.document.text[line.tokens[first].start : line.tokens[flow_at - 1].end]
