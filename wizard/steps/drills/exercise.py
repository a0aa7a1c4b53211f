"""The frame that all exercises share: a screen beside the way, with a list to go back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer


class Exercise(Step):
    """One exercise; Esc goes back."""

    step = StepName.FINISH
    DEFAULT_CSS: ClassVar[str] = """
    Exercise .dialog { border: ascii $foreground; padding: 1 2; margin: 0 1; width: 66; height: auto; }
    Exercise .text { height: auto; padding: 0 1; }
    """

    def __init__(self, way: Way, back: Callable[[], None]) -> None:
        super().__init__(way)
        self._back = back

    def place(self) -> str:
        return _("Exercises")

    def go_back(self) -> None:
        self._back()

    def back_answer(self, number: int) -> Answer:
        """The last of the numbered answers."""
        return Answer(number, _("Back to the exercises"))
