"""The lesson beside a step: the same text that is printed and taught."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from wizard.language.catalogs import language, pgettext
from wizard.steps.names import program_name
from wizard.teaching.lessons import lesson
from wizard.widgets.frame import KeyLine, TitleLine


class LessonPanel(ModalScreen[None]):
    """Shows one lesson; arrows scroll, Esc goes back to where the learner was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,0,enter", "close", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    DEFAULT_CSS = """
    LessonPanel { background: $background; }
    LessonPanel VerticalScroll { height: 1fr; padding: 0 2; }
    LessonPanel Markdown { height: auto; overflow: hidden; }
    LessonPanel MarkdownHeader { color: $foreground; }
    """

    def __init__(self, lesson_id: str) -> None:
        super().__init__()
        self._lesson = lesson(lesson_id, language())

    def compose(self) -> ComposeResult:
        from textual.widgets import Markdown  # 80 ms that the first screen need not wait for

        yield TitleLine(program_name(), self._lesson.title)
        with VerticalScroll():
            yield Markdown(self._lesson.text, open_links=False)
        yield KeyLine(
            [
                (pgettext("key", "Arrows"), pgettext("key", "Read on")),
                (pgettext("key", "Space"), pgettext("key", "Next page")),
                ("Esc", pgettext("key", "Back")),
            ]
        )

    def action_close(self) -> None:
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * (scroll.size.height - 2), animate=False)
