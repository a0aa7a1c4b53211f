"""Step 3, first moment: which drive the backup goes to, and which of them is a separate one."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

from textual.app import ComposeResult

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.drives import (
    HAVE_A_COPY,
    LOOK_AGAIN,
    OTHER_FOLDER,
    WITHOUT,
    before_drives,
    drive_lines,
    other_ways,
)
from wizard.language.names import show_name
from wizard.safekeeping.drives import Drive, Separation
from wizard.steps.back_up.risk import Risk
from wizard.steps.back_up.running import begin_backup
from wizard.steps.pick_folder import PickFolder
from wizard.steps.step import Action, Step
from wizard.steps.way import Way
from wizard.widgets.choices import Answer
from wizard.widgets.frame import Plain


class ChooseDrive(Step):
    """Names the drives, and the other ways to a backup."""

    step = StepName.BACK_UP

    def __init__(self, way: Way, known: frozenset[Path] | None = None) -> None:
        """`known`: drives that were seen before; every other one was plugged in just now."""
        super().__init__(way)
        self._drives = list(way.journey.drives())
        self._known = known or frozenset(drive.path for drive in self._drives)

    def instruction(self) -> str:
        return _("Choose the drive for your backup. A separate drive is best.")

    def body(self) -> ComposeResult:
        yield Plain(before_drives(self.way.journey.library, self._drives))

    def answers(self) -> Sequence[Answer]:
        return [
            *map(self._drive_answer, range(len(self._drives))),
            *itertools.starmap(Answer, other_ways()),
        ]

    def _drive_answer(self, position: int) -> Answer:
        """The first five drives have their digit; further ones are reached with the arrows."""
        drive = self._drives[position]
        line = drive_lines(drive, drive.path not in self._known)
        number = position + 1
        return Answer(number, line) if number < HAVE_A_COPY else Answer(number + WITHOUT, line, "")

    def focused_answer(self) -> int | None:
        return 1

    def answered(self, number: int) -> None:
        match number:
            case _n if number == HAVE_A_COPY:
                self._pick(_("Go to the folder with the copy, then choose it."), self._copy_picked)
            case _n if number == OTHER_FOLDER:
                self._pick(_("Choose where the backup will go."), self._folder_picked)
            case _n if number == LOOK_AGAIN:
                self._look_again()
            case _n if number == WITHOUT:
                self.way.go_to(StepName.LOOK)
            case _n:
                position = (number if number < HAVE_A_COPY else number - WITHOUT) - 1
                self._choose(self._drives[position])

    def actions(self) -> list[Action]:
        return [(_("Look for drives again"), self._look_again)]

    def _look_again(self) -> None:
        self._drives = list(self.way.journey.drives())
        self.show_again()

    def _pick(self, what: str, picked: Callable[[Path | None], None]) -> None:
        """In practice no way leads from the pretend drives to the learner's own folders."""
        places = [(show_name(drive.label), drive.path) for drive in self._drives]
        self.app.push_screen(PickFolder(what, places, stay_inside=self.practice), picked)

    def _folder_picked(self, folder: Path | None) -> None:
        self._picked(folder, copy=None)

    def _copy_picked(self, folder: Path | None) -> None:
        self._picked(folder, copy=folder)

    def _picked(self, folder: Path | None, copy: Path | None) -> None:
        drive = self.way.journey.drive_at(folder) if folder else None
        if drive is not None:
            self._choose(drive, copy)
        elif folder is not None:
            self.tell(_("Nothing can be written there. Choose another place."))

    def _choose(self, drive: Drive, copy: Path | None = None) -> None:
        """Only another physical drive goes without a word about its risk."""
        if drive.separation is Separation.ANOTHER:
            begin_backup(self.way, drive, copy=copy)
        elif self.way.journey.library is not None:
            self.way.show_screen(Risk(self.way, drive, copy, self._come_back))

    def _come_back(self) -> None:
        self.way.show_screen(ChooseDrive(self.way, self._known))
