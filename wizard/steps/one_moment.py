"""Shown while the practice photos are drawn, and a step is prepared."""

from __future__ import annotations

from wizard.journey import StepName
from wizard.language.step_names import one_moment_words
from wizard.steps.step import Step
from wizard.steps.way import Way


class OneMoment(Step):
    """One sentence; the program goes on by itself."""

    step = StepName.WELCOME

    def __init__(self, way: Way, comes_next: StepName) -> None:
        """`comes_next`: the step that is prepared meanwhile."""
        super().__init__(way)
        self._comes_next = comes_next

    def instruction(self) -> str:
        return one_moment_words(self._comes_next)
