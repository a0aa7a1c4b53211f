"""What the tests in a browser share: one that is started once a file, and closes what a test opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browsing import chromium


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def browser(started: Browser) -> Iterator[Browser]:
    """Without pages of their own that earlier tests opened: they go on drawing."""
    yield started
    for context in started.contexts[1:]:
        context.close()
