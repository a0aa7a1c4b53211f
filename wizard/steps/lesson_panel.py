"""The lesson beside a step: the same text that is printed and taught."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from wizard.language.catalogs import language
from wizard.steps.names import program_name
from wizard.steps.text_panel import TextPanel
from wizard.teaching.lessons import lesson
from wizard.widgets.frame import TitleLine


class LessonPanel(TextPanel[None]):
    """Shows one lesson; arrows scroll, Esc goes back to where the learner was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,0,enter", "close", show=False)]

    def __init__(self, lesson_id: str) -> None:
        super().__init__()
        self._lesson = lesson(lesson_id, language())

    def compose(self) -> ComposeResult:
        yield TitleLine(program_name(), self._lesson.title)
        yield from self.text(self._lesson.text)
        yield self.keys()

    def action_close(self) -> None:
        self.dismiss(None)
