"""A text over the step, read with the arrows: what lesson and facilitator's guide have in common."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from wizard.language.catalogs import pgettext
from wizard.widgets.frame import KeyLine

Answered = TypeVar("Answered")


class TextPanel(ModalScreen[Answered]):
    """Subclasses say which text, what is above and below it, and what closing answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", show=False, priority=True),
        Binding("up", "scroll(-1)", show=False, priority=True),
        Binding("space,pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    TextPanel { background: $background; }
    TextPanel VerticalScroll { height: 1fr; padding: 0 2; }
    TextPanel Markdown { height: auto; overflow: hidden; }
    TextPanel MarkdownHeader { color: $foreground; }
    """

    def text(self, markdown: str) -> ComposeResult:
        """The text, with as much room as there is."""
        from textual.widgets import Markdown  # 80 ms that the first screen need not wait for

        with VerticalScroll():
            yield Markdown(markdown, open_links=False)

    def keys(self) -> KeyLine:
        """How it is read."""
        return KeyLine(
            [
                (pgettext("key", "Arrows"), pgettext("key", "Read on")),
                (pgettext("key", "Space"), pgettext("key", "Next page")),
                ("Esc", pgettext("key", "Back")),
            ]
        )

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * (scroll.size.height - 2), animate=False)
