"""Step 3 while the copying goes on, behind whatever the learner looks at meanwhile."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.language.backups import long_rest_words, one_folder_answer
from wizard.language.catalogs import _
from wizard.language.progress import words_of
from wizard.language.sentences import sentence_for
from wizard.long_work import Progress
from wizard.safekeeping.drives import Drive
from wizard.steps.back_up.done import Done
from wizard.steps.choose import Choose
from wizard.steps.step import Step
from wizard.steps.way import RunningBackup, Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain
from wizard.widgets.progress_line import ProgressLine

REFRESH_SECONDS = 0.2


def begin_backup(
    way: Way, drive: Drive, *, copy: Path | None = None, acknowledged: bool = False
) -> None:
    """Starts the backup on this drive, or the reading of an existing `copy`, and shows it."""
    way.journey.use_drive(drive, acknowledged)
    way.start_backup(copy)
    way.show_screen(Running(way))


class Running(Step):
    """How far the backup is; it may be stopped, or left to run on."""

    step = StepName.BACK_UP

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._long = ""
        """That the rest will take long, once that is known."""
        self._smaller = False
        """The learner chose to start with one folder."""

    def instruction(self) -> str:
        if self.way.backup is not None and self.way.backup.copy is not None:
            return _("Reading your copy, and comparing it with your photos.")
        return _("Copying, and reading every copy back to compare.")

    def body(self) -> ComposeResult:
        yield ProgressLine(self.way.backup.progress if self.way.backup is not None else None)
        yield Plain(
            _(
                "You may go on and look for look-alikes meanwhile. "
                "Photos can be moved once the backup is checked."
            )
        )
        if self._long:
            yield Plain()
            yield Plain(self._long)

    def answers(self) -> Sequence[Answer]:
        answers = [
            Answer(1, _("Go on to step 4 while it runs")),
            Answer(2, _("Stop. It can go on later where it was.")),
        ]
        if self._long:
            answers.append(Answer(3, one_folder_answer()))
        return answers

    def focused_answer(self) -> int | None:
        return 1

    def answered(self, number: int) -> None:
        match number:
            case 1:
                self.way.go_to(StepName.LOOK)
            case 2 if self.way.backup is not None:
                self.way.backup.stop.set()
            case 3:
                self._start_smaller()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(REFRESH_SECONDS, self._follow)
        self._follow()

    def _follow(self) -> None:
        """Shows how far the backup in the background is, while the learner looks at it."""
        backup = self.way.backup
        if backup is None or not self.is_current:
            return
        if backup.over:
            self._show_end(backup)
        elif backup.progress is not None:
            left = backup.pace.seconds_left(backup.progress, time.monotonic())
            for line in self.query(ProgressLine):
                line.show(backup.progress.share, words_of(backup.progress, left))
            self._offer_a_smaller_one(backup, backup.progress)

    def _start_smaller(self) -> None:
        """The next folder is asked for when the copying has stopped: two libraries never mix."""
        if self.way.backup is not None:
            self._smaller = True
            self.way.backup.stop.set()

    def _show_end(self, backup: RunningBackup) -> None:
        if backup.result is not None:
            self.way.show_screen(Done(self.way, backup.result))
        elif self._smaller and self.way.journey.library is not None:
            self.way.backup = None
            self.way.show_screen(Choose(self.way, inside=self.way.journey.library.folder))
        else:
            self.way.backup = None
            said = sentence_for(backup.error) if backup.error else ""
            self.way.go_to(StepName.BACK_UP, said)

    def _offer_a_smaller_one(self, backup: RunningBackup, progress: Progress) -> None:
        """Said once, so that the answers do not move under the learner's hand."""
        if self._long or self.practice or backup.copy is not None:
            return
        left = backup.pace.long_rest(progress, time.monotonic())
        if left is not None:
            self._long = long_rest_words(left)
            self.show_again()
