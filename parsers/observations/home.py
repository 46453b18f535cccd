"""Where a document is written: the country of who published it, and the province of a regional paper or office."""

from __future__ import annotations

from parsers.codelists import areas
from parsers.mentions.areas import find_areas
from parsers.model import Document
from parsers.observations.dating import publisher
from parsers.observations.slots.places import whole
from parsers.publishers import publisher_home

_REGIONS = ("subdivision", "double")
_COUNTRIES = ("country", "former")


def at_home(document: Document) -> tuple[str | None, str | None]:
    """(country, province) of a document's publisher, None where unknown: by the code list, else by the area in its name.

    "Government of Tatarstan" is at home in its region, "Bureau of Statistics, Nairobi" in Kenya.
    """
    name = publisher(document)
    known = publisher_home(name, document.url)
    if known is not None and areas()[known].kind in _REGIONS:
        return whole(known), known
    named = _named(name or "", document.language, known)
    if named is None or (known is not None and whole(named) != known):
        return known, None
    return whole(named), named if areas()[named].kind in _REGIONS else None


def _named(name: str, language: str, known: str | None) -> str | None:
    """The one country or region that a publisher's name holds."""
    codes = {found.code for found in find_areas(name, language, home=known) if found.code in areas()}
    codes = {code for code in codes if code is not None and areas()[code].kind in (*_REGIONS, *_COUNTRIES)}
    return codes.pop() if len(codes) == 1 else None
