"""Step 3, for a drive that is not known to be a separate one: what that means, before anything is copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.drives import risk
from wizard.safekeeping.drives import Drive, Separation
from wizard.steps.back_up.running import begin_backup
from wizard.steps.step import Step
from wizard.steps.unplug import Unplug
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


class Risk(Step):
    """Read this first; unplugging the drive can prove that it is another one."""

    step = StepName.BACK_UP

    def __init__(
        self, way: Way, drive: Drive, copy: Path | None, to_drives: Callable[[], None]
    ) -> None:
        """`copy`: a folder that the learner copied earlier, to be read instead of copying."""
        super().__init__(way)
        self._drive = drive
        self._copy = copy
        self._to_drives = to_drives

    def instruction(self) -> str:
        return _("Please read this first.")

    def body(self) -> ComposeResult:
        yield Plain(risk(self._drive.separation))

    def answers(self) -> Sequence[Answer]:
        answers = [
            Answer(1, _("Choose another drive")),
            Answer(2, _("I have read this. Make the backup here.")),
        ]
        if self._drive.separation is Separation.UNKNOWN:
            answers.append(Answer(3, _("Find out: I unplug the drive now")))
        return answers

    def focused_answer(self) -> int | None:
        return 1

    def answered(self, number: int) -> None:
        library = self.way.journey.library
        match number:
            case 1:
                self.go_back()
            case 2:
                begin_backup(self.way, self._drive, copy=self._copy, acknowledged=True)
            case 3 if library is not None:
                self.app.push_screen(Unplug(self._drive.path, library.folder), self._unplugged)

    def go_back(self) -> None:
        self._to_drives()

    def _unplugged(self, separation: Separation | None) -> None:
        """What unplugging the drive has shown."""
        if separation is None:
            return
        self._drive = replace(self._drive, separation=separation)
        if separation is Separation.ANOTHER:
            begin_backup(self.way, self._drive, copy=self._copy)
        else:
            self.show_again()
