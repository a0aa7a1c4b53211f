"""A headless Chromium that is driven by keys, as a person without a mouse does it. Knows no network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.programs import need, skip_for

WHERE_AXE_IS = Path(__file__).parent.parent / ".axe/node_modules/axe-core/axe.min.js"
"""Where `.ci/run` installs it; the variable AXE_CORE names another place."""
BROKEN_RULES = """async () => (await axe.run(document, {resultTypes: ["violations"], preload: false}))
  .violations.map((each) => [each.id, ...each.nodes.map((node) => node.html)])"""
"""Without `preload`, which waits for sound and film: no page has any."""

OF_ITS_OWN = {"bypass_csp": False}
"""For a visit of which everything is asked for and heard anew: nothing is there of an earlier one."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium. Skips where there is none."""
    need("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        browser.new_context().new_page()  # for all visits that need none of their own
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """One page, and everything it asked for or complained of."""

    def __init__(self, browser: Browser, file: Path, width: int = 1280, **more: Any) -> None:
        """In the page that all visits share, for a process of its own takes seconds; in its own with `more`."""
        if more:
            self.page: Page = browser.new_context(**more).new_page()
        else:
            self.page = browser.contexts[0].pages[0]
            self.page.emulate_media(media="null", color_scheme="null")
        self.widen(width)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(file.as_uri())

    def press(self, *keys: str) -> None:
        """Presses keys by the browser's names."""
        for key in keys:
            self.page.keyboard.press(key)

    def widen(self, width: int) -> None:
        """The window gets this width."""
        self.page.set_viewport_size({"width": width, "height": 800})

    def box(self, selector: str) -> dict[str, float]:
        """Where an element is drawn: x, y, width, height."""
        found = self.page.locator(selector).first.bounding_box()
        assert found is not None, f"{selector} is not drawn"
        return dict(found)  # type: ignore[arg-type]

    def broken_rules(self, colours: Literal["light", "dark"]) -> list[list[str]]:
        """What axe-core finds where these colours are wished. Skips where it is not installed."""
        axe = Path(os.environ.get("AXE_CORE", WHERE_AXE_IS))
        if not axe.is_file():
            skip_for("needs axe-core: npm install --prefix .axe axe-core")
        self.page.emulate_media(color_scheme=colours)
        self.page.add_script_tag(path=axe)
        found: list[list[str]] = self.page.evaluate(BROKEN_RULES)
        return found
