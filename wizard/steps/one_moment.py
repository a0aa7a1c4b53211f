"""Shown while the practice photos are drawn."""

from __future__ import annotations

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.steps.step import Step


class OneMoment(Step):
    """One sentence; the program goes on by itself."""

    step = StepName.WELCOME

    def instruction(self) -> str:
        return _("One moment. We are drawing the practice photos.")
