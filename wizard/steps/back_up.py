"""Step 3: a full backup on another drive, every byte read back. It may run on while the learner looks ahead."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical

from wizard.journey import StepName
from wizard.journey.rehearsal import rehearse
from wizard.language.backups import checked_lines, not_in_backup
from wizard.language.catalogs import _
from wizard.language.drives import (
    HAVE_A_COPY,
    LOOK_AGAIN,
    OTHER_FOLDER,
    WITHOUT,
    before_drives,
    drive_lines,
    other_ways,
    risk,
)
from wizard.language.names import show_name
from wizard.language.progress import words_of
from wizard.language.sentences import sentence_for
from wizard.safekeeping.drives import Drive, Separation
from wizard.steps.pick_folder import PickFolder
from wizard.steps.step import Action, Step
from wizard.steps.unplug import Unplug
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain
from wizard.widgets.photo_view import PhotoView
from wizard.widgets.progress_line import ProgressLine

REFRESH_SECONDS = 0.2
REHEARSAL_SIDE = 400
"""Pixels: more than a terminal can show."""


class Phase(Enum):
    """Choosing a drive, understanding a risk, copying, or done."""

    DRIVES = auto()
    RISK = auto()
    RUNNING = auto()
    DONE = auto()


class BackUp(Step):
    """Names the drives and makes the backup."""

    step = StepName.BACK_UP

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self._drives: list[Drive] = []
        self._known: set[Path] | None = None
        self._chosen: Drive | None = None
        self._copy: Path | None = None
        self._phase = Phase.RUNNING if way.backup else Phase.DRIVES
        if way.backup is None:
            self._list_drives()

    def instruction(self) -> str:
        match self._phase:
            case Phase.DRIVES:
                return _("Choose the drive for your backup. A separate drive is best.")
            case Phase.RISK:
                return _("Please read this first.")
            case Phase.RUNNING:
                if self._copy is not None:
                    return _("Reading your copy, and comparing it with your photos.")
                return _("Copying, and reading every copy back to compare.")
            case Phase.DONE:
                return _("The backup, as it was read back from the drive.")

    def body(self) -> ComposeResult:
        match self._phase:
            case Phase.DRIVES:
                yield Plain(before_drives(self.way.journey.library, self._drives))
            case Phase.RISK if self._chosen is not None:
                yield Plain(risk(self._chosen.separation))
            case Phase.RUNNING:
                yield ProgressLine()
                yield Plain(
                    _(
                        "You may go on and look for look-alikes meanwhile. "
                        "Photos can be moved once the backup is checked."
                    )
                )
            case Phase.DONE:
                yield from self._done()

    def answers(self) -> Sequence[Answer]:
        match self._phase:
            case Phase.DRIVES:
                return [
                    *map(self._drive_answer, range(len(self._drives))),
                    *itertools.starmap(Answer, other_ways()),
                ]
            case Phase.RISK:
                answers = [
                    Answer(1, _("Choose another drive")),
                    Answer(2, _("I have read this. Make the backup here.")),
                ]
                if self._chosen is not None and self._chosen.separation is Separation.UNKNOWN:
                    answers.append(Answer(3, _("Find out: I unplug the drive now")))
                return answers
            case Phase.RUNNING:
                return [
                    Answer(1, _("Go on to step 4 while it runs")),
                    Answer(2, _("Stop. It can go on later where it was.")),
                ]
            case Phase.DONE:
                go_on = [Answer(1, _("Go on to step 4"))] if self._has_copies else []
                return [*go_on, Answer(2, _("Back up again, or on another drive"))]

    def focused_answer(self) -> int | None:
        return 1

    def answered(self, number: int) -> None:
        journey = self.way.journey
        match self._phase, number:
            case Phase.DRIVES, _n if HAVE_A_COPY <= number <= WITHOUT:
                self._other_way(number)
            case Phase.DRIVES, _n:
                self._copy = None
                self._choose(
                    self._drives[(number if number < HAVE_A_COPY else number - WITHOUT) - 1]
                )
            case Phase.RISK, 1:
                self._show(Phase.DRIVES)
            case Phase.RISK, 2:
                self._begin(acknowledged=True)
            case Phase.RISK, 3 if self._chosen is not None and journey.library is not None:
                watch = Unplug(self._chosen.path, journey.library.folder)
                self.app.push_screen(watch, self._unplugged)
            case Phase.RUNNING | Phase.DONE, 1:
                self.way.go_to(StepName.LOOK)
            case Phase.RUNNING, 2 if self.way.backup is not None:
                self.way.backup.stop.set()
            case Phase.DONE, 2:
                self.way.backup = None
                self._list_drives()
                self._show(Phase.DRIVES)

    def actions(self) -> list[Action]:
        if self._phase is Phase.DRIVES:
            return [(_("Look for drives again"), lambda: self._other_way(LOOK_AGAIN))]
        return []

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(REFRESH_SECONDS, self._follow)

    def _follow(self) -> None:
        """Shows how far the backup in the background is."""
        backup = self.way.backup
        if backup is None or self._phase is not Phase.RUNNING:
            return
        if backup.over:
            if backup.result is None:
                self.message = sentence_for(backup.error) if backup.error else ""
                self.way.backup = None
                self._list_drives()
                self._show(Phase.DRIVES)
            else:
                self._show(Phase.DONE)
        elif backup.progress is not None:
            left = backup.pace.seconds_left(backup.progress, time.monotonic())
            for line in self.query(ProgressLine):
                line.show(backup.progress.share, words_of(backup.progress, left))

    def _unplugged(self, separation: Separation | None) -> None:
        """What unplugging the drive has shown."""
        if separation is None or self._chosen is None:
            return
        self._chosen = replace(self._chosen, separation=separation)
        if separation is Separation.ANOTHER:
            self._begin(acknowledged=False)
        else:
            self._show(Phase.RISK)

    @property
    def _has_copies(self) -> bool:
        backup = self.way.backup
        return backup is not None and backup.result is not None and backup.result.checked > 0

    def _show(self, phase: Phase) -> None:
        self._phase = phase
        self.show_again()

    def _list_drives(self) -> None:
        self._drives = list(self.way.journey.drives())
        if self._known is None:
            self._known = {drive.path for drive in self._drives}

    def _drive_answer(self, position: int) -> Answer:
        """The first five drives have their digit; further ones are reached with the arrows."""
        drive = self._drives[position]
        fresh = self._known is not None and drive.path not in self._known
        line = drive_lines(drive, fresh)
        number = position + 1
        return Answer(number, line) if number < HAVE_A_COPY else Answer(number + WITHOUT, line, "")

    def _choose(self, drive: Drive) -> None:
        self._chosen = drive
        library = self.way.journey.library
        if drive.separation is Separation.ANOTHER:
            self._begin(acknowledged=False)
        elif library is not None:
            self._show(Phase.RISK)

    def _begin(self, *, acknowledged: bool) -> None:
        if self._chosen is None:
            return
        self.way.journey.use_drive(self._chosen, acknowledged)
        self.way.start_backup(self._copy)
        self.message = ""
        self._show(Phase.RUNNING)

    def _other_way(self, number: int) -> None:
        match number:
            case _n if number == HAVE_A_COPY:
                self.app.push_screen(
                    PickFolder(
                        _("Go to the folder with the copy, then choose it."), self._places()
                    ),
                    self._copy_picked,
                )
            case _n if number == OTHER_FOLDER:
                self.app.push_screen(
                    PickFolder(_("Choose where the backup will go."), self._places()),
                    self._folder_picked,
                )
            case _n if number == LOOK_AGAIN:
                self._list_drives()
                self.show_again()
            case _n if number == WITHOUT:
                self.way.go_to(StepName.LOOK)

    def _places(self) -> list[tuple[str, Path]]:
        return [(show_name(drive.label), drive.path) for drive in self._drives]

    def _folder_picked(self, folder: Path | None) -> None:
        self._copy = None
        drive = self.way.journey.drive_at(folder) if folder else None
        if drive is not None:
            self._choose(drive)
        elif folder is not None:
            self.tell(_("Nothing can be written there. Choose another place."))

    def _copy_picked(self, folder: Path | None) -> None:
        drive = self.way.journey.drive_at(folder) if folder else None
        if drive is not None:
            self._copy = folder
            self._choose(drive)
        elif folder is not None:
            self.tell(_("Nothing can be written there. Choose another place."))

    def _done(self) -> ComposeResult:
        backup = self.way.backup
        if backup is None or backup.result is None:
            return
        journey = self.way.journey
        with Vertical():
            lines = not_in_backup(backup.result)
            if journey.copies is not None:
                separation = Separation(journey.record.separation)
                lines += checked_lines(backup.result, journey.copies, separation)
            yield Plain("\n".join(lines))
            rehearsed = rehearse(journey, REHEARSAL_SIDE)
            if rehearsed is not None:
                yield Plain(_("A rehearsal: this photo was just read from the backup drive."))
                view = PhotoView()
                view.show(rehearsed[1])
                yield view
