"""What the browser's tests share: a dashboard served for a module, a browser for a module, a visit for a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.browsing import Visit, browser, observations, profile, served


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(observations()) as found:
        yield found


@pytest.fixture(scope="module")
def context(request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A window as high as the module's HEIGHT says, 900 where it says nothing."""
    with browser() as opened, profile(opened, getattr(request.module, "HEIGHT", 900)) as found:
        yield found


@pytest.fixture
def visit(address: str, context: BrowserContext) -> Iterator[Visit]:
    """A visit that must end with nothing on the console, no failed and no outside request."""
    found = Visit(context, address)
    yield found
    found.leave()
    assert found.faults == []
