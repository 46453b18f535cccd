"""Where a document is written: by the code list, and by an area in the publisher's name."""

from __future__ import annotations

import pytest

from parsers.model import Document
from parsers.observations.home import at_home


@pytest.mark.parametrize(
    ("publisher", "url", "home"),
    [
        ("Dawn", None, ("PK", None)),
        ("Bashinform", None, ("RU", "RU-BA")),
        (None, "https://eng.bashinform.ru/news/1", ("RU", "RU-BA")),
        ("Government of Tula Oblast", None, ("RU", "RU-TUL")),
        ("Gomel Region Executive Committee", "https://example.by/1", ("BY", "BY-HO")),
        ("Statistical Office, Lima", None, ("PE", None)),
        ("BelTA via Tula city guide", None, ("BY", None)),
        ("British Chamber of Commerce in Peru", None, (None, None)),
        ("World Trade Review", None, (None, None)),
        (None, None, (None, None)),
    ],
)
def test_a_publisher_s_country_and_province(publisher: str | None, url: str | None, home: tuple[str | None, str | None]) -> None:
    assert at_home(Document(text="Trade grew.", source_id="own", publisher=publisher, url=url)) == home
