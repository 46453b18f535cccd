"""What a share is of: "over 70% of Belarus-Russia trade" is a share of turnover:BY>RU."""

from __future__ import annotations

from parsers.observations.page import Figure, Line
from parsers.observations.reading import Decision, Reading

WORLD = "WLD"
REACH = 14


def whole(reading: Reading, figure: Figure, decision: Decision) -> str:
    """The whole that "of" names behind the share, as flow:REF>COUNTERPART; else the row's own flow with the world."""
    line = reading.line(figure)
    flow, codes = decision.flow, []
    if line.word(figure.token + 1) == "of":
        at = _flow_behind(line, figure.token)
        flow = decision.flow if at is None else line.tokens[at].mention.value.flow  # type: ignore[union-attr]
        codes = _areas(line, figure.token, figure.token + REACH if at is None else at)
    ref = codes[0] if codes else decision.pair[0] or ""
    other = codes[1] if len(codes) > 1 else WORLD
    return f"{flow}:{ref}>{other}" + (f":{decision.product}" if decision.product else "")


def _flow_behind(line: Line, token: int) -> int | None:
    return next((at for at in line.places("flow") if token < at <= token + REACH), None)


def _areas(line: Line, first: int, last: int) -> list[str]:
    places = [at for at in line.places("area") if first < at < last]
    codes = [line.tokens[at].mention.value.code for at in places]  # type: ignore[union-attr]
    return list(dict.fromkeys(code for code in codes if code))
