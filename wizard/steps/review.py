"""Step 5: the review folder. What it is, where it will be, and that everything goes back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.names import shorten
from wizard.language.sentences import GATES, sentence_for
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
        place = self.way.journey.place_for_review_folder(review_folder_name())
        gate = self.way.journey.closed_gate()
        lines = [
            _("Nothing is deleted."),
            _("The folder is on the same drive as your photos:"),
            "  " + shorten(str(place), 72),
            "",
            _("Every photo in it can go back to its old place, at any time."),
            _("A list in the folder says where each photo was, so you can do it by hand too."),
        ]
        if gate is not None and self.way.backup is not None and not self.way.backup.over:
            lines += ["", _("The backup is still running. Photos can be moved when it is checked.")]
        elif gate is not None:
            lines += ["", GATES[gate]()]
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
