"""Shown while the window is smaller than the steps need."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen

from wizard.language.catalogs import _
from wizard.widgets.frame import Plain

LEAST_COLUMNS, LEAST_ROWS = 80, 24


class TooSmall(ModalScreen[None]):
    """One sentence; goes away by itself when the window is large enough."""

    DEFAULT_CSS = "TooSmall { background: $background; } TooSmall Plain { width: 100%; }"

    def compose(self) -> ComposeResult:
        # Translators: {columns} and {rows} are 80 and 24
        text = _("Please make this window larger: at least {columns} columns and {rows} lines.")
        yield Plain(text.format(columns=LEAST_COLUMNS, rows=LEAST_ROWS))
