"""The list of exercises on practice photos."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.steps.drills.exercise import Exercise
from wizard.steps.drills.mistake import MakeTheMistake
from wizard.steps.drills.outcome import CleanerOutcome
from wizard.steps.drills.threshold import ThresholdLab
from wizard.steps.drills.wording import SpotTheWording
from wizard.steps.way import Way
from wizard.widgets.choices import Answer

SCREENS: dict[int, type[Exercise]] = {
    1: CleanerOutcome,
    2: MakeTheMistake,
    3: ThresholdLab,
    4: SpotTheWording,
}


def open_exercises(way: Way) -> None:
    """Shows the list; leaving it leads to the step where the learner is."""
    came_from = StepName(way.journey.record.step)
    way.show_screen(Exercises(way, lambda: way.go_to(came_from)))


class Exercises(Exercise):
    """What can be tried on practice photos."""

    def instruction(self) -> str:
        return _("Which exercise would you like? Nothing here can go wrong.")

    def answers(self) -> Sequence[Answer]:
        return [
            Answer(1, _("What a one-click cleaner would have taken")),
            Answer(2, _("Make the mistake safely, and get everything back")),
            Answer(3, _("What does a percent tell?")),
            Answer(4, _("Read the question before you press")),
            Answer(5, _("Go back to where I was")),
        ]

    def answered(self, number: int) -> None:
        if number in SCREENS:
            self.way.show_screen(SCREENS[number](self.way, self._again))
        else:
            self.go_back()

    def _again(self) -> None:
        self.way.show_screen(Exercises(self.way, self._back))
