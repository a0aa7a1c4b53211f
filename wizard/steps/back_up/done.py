"""Step 3, last moment: what the drive holds, as it was read back from it, and what is not in the backup."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.journey.rehearsal import rehearse
from wizard.language.backups import checked_lines, not_in_backup
from wizard.language.catalogs import _
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Separation
from wizard.steps.step import Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain
from wizard.widgets.photo_view import PhotoView

REHEARSAL_SIDE = 400
"""Pixels: more than a terminal can show."""


class Done(Step):
    """The result, and one photo read back from the drive."""

    step = StepName.BACK_UP

    def __init__(self, way: Way, result: BackupResult) -> None:
        super().__init__(way)
        self._result = result

    def instruction(self) -> str:
        return _("The backup, as it was read back from the drive.")

    def body(self) -> ComposeResult:
        journey = self.way.journey
        lines = not_in_backup(self._result)
        if journey.copies is not None:
            separation = Separation(journey.record.separation)
            lines += checked_lines(self._result, journey.copies, separation)
        yield Plain("\n".join(lines))
        rehearsed = rehearse(journey, REHEARSAL_SIDE)
        if rehearsed is not None:
            yield Plain(_("A test: this photo was just read from the backup drive."))
            view = PhotoView()
            view.show(rehearsed[1])
            yield view

    def answers(self) -> Sequence[Answer]:
        go_on = [Answer(1, _("Go on to step 4"))] if self._result.checked else []
        return [*go_on, Answer(2, _("Back up again, or on another drive"))]

    def focused_answer(self) -> int | None:
        return 1

    def answered(self, number: int) -> None:
        match number:
            case 1:
                self.way.go_to(StepName.LOOK)
            case 2:
                self.way.backup = None
                self.way.go_to(StepName.BACK_UP)
