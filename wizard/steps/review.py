"""Step 5: the review folder. What it is, where it will be, and that everything goes back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.moves import review_folder_lines
from wizard.language.sentences import sentence_for
from wizard.pages.leaflets import review_folder_leaflets, review_folder_name
from wizard.problems import KitError
from wizard.steps.step import Step
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


class Review(Step):
    """Explains, and makes the folder only when the learner says so."""

    step = StepName.REVIEW

    def instruction(self) -> str:
        return _("Photos you set aside will wait in a review folder.")

    def body(self) -> ComposeResult:
        journey, backup = self.way.journey, self.way.backup
        place = journey.place_for_review_folder(review_folder_name())
        running = backup is not None and not backup.over
        lines = review_folder_lines(place, journey.closed_gate(), running)
        yield Plain("\n".join(lines))

    def answers(self) -> Sequence[Answer]:
        if self.way.journey.look_only:
            return [Answer(2, _("Not now. Go on and only look."))]
        return [
            Answer(1, _("Make the review folder and go on")),
            Answer(2, _("Not now. Go on and only look.")),
        ]

    def answered(self, number: int) -> None:
        if number == 1:
            try:
                self.way.journey.open_review_folder(review_folder_name(), review_folder_leaflets())
            except KitError as error:
                self.tell(sentence_for(error))
                return
        self.way.go_to(StepName.INSPECT)
