"""Step 3: a full backup on another drive, every byte read back, and one photo shown to have come from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

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
from wizard.language.names import show_name, whole
from wizard.plain.conversation import FIRST_IN_LIST
from wizard.plain.copying import copy_or_start_smaller
from wizard.plain.folders import pick_folder
from wizard.plain.unplug import unplug
from wizard.plain.way import Way
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Drive, Separation

REHEARSAL_SIDE = 64
"""Pixels: enough to know that the picture opens; it is not drawn."""


def back_up(way: Way) -> StepName:
    """Goes on with a checked backup, or without one if the learner says so."""
    known: set[Path] | None = None
    while True:
        drives = list(way.journey.drives())
        known = {drive.path for drive in drives} if known is None else known
        way.say(_("Choose the drive for your backup. A separate drive is best."))
        way.say(before_drives(way.journey.library, drives), "")
        match _ask_drive(way, drives, known):
            case number if number == WITHOUT:
                return StepName.LOOK
            case number if number == LOOK_AGAIN:
                continue
            case number if number == HAVE_A_COPY:
                if _with_a_copy(way, drives):
                    return StepName.LOOK
            case number if number == OTHER_FOLDER:
                if _elsewhere(way, drives):
                    return StepName.LOOK
            case number:
                first = 1 if number < HAVE_A_COPY else FIRST_IN_LIST - HAVE_A_COPY + 1
                if _on_drive(way, drives[number - first], None):
                    return StepName.LOOK


def _ask_drive(way: Way, drives: Sequence[Drive], known: set[Path]) -> int:
    """The first five drives are 1 to 5, as on the screen; further ones count from FIRST_IN_LIST."""
    lines = [drive_lines(drive, drive.path not in known) for drive in drives]
    first = list(enumerate(lines[: HAVE_A_COPY - 1], 1))
    return way.ask([*first, *other_ways()], lines[HAVE_A_COPY - 1 :])


def _elsewhere(way: Way, drives: Sequence[Drive]) -> bool:
    folder = _pick(way, _("Choose where the backup will go."), drives)
    return folder is not None and _in_folder(way, folder, None)


def _with_a_copy(way: Way, drives: Sequence[Drive]) -> bool:
    folder = _pick(way, _("Go to the folder with the copy, then choose it."), drives)
    return folder is not None and _in_folder(way, folder, folder)


def _in_folder(way: Way, folder: Path, copy: Path | None) -> bool:
    drive = way.journey.drive_at(folder)
    if drive is None:
        way.say(_("Nothing can be written there. Choose another place."))
        return False
    return _on_drive(way, drive, copy)


def _pick(way: Way, question: str, drives: Sequence[Drive]) -> Path | None:
    """In practice no way leads from the pretend drives to the learner's own folders."""
    places = [(show_name(drive.label), drive.path) for drive in drives]
    return pick_folder(way, question, places, stay_inside=way.journey.practice)


def _on_drive(way: Way, drive: Drive, copy: Path | None) -> bool:
    """True when the learner goes on with what was checked. A drive that is not surely another is a risk to read of."""
    while drive.separation is not Separation.ANOTHER:
        match _ask_risk(way, drive):
            case 1:
                return False
            case 2:
                return _make(way, drive, copy, acknowledged=True)
            case _find_out:
                separation = unplug(way, drive.path)
                if separation is not None:
                    drive = replace(drive, separation=separation)
    return _make(way, drive, copy, acknowledged=False)


def _ask_risk(way: Way, drive: Drive) -> int:
    way.say(_("Please read this first."), risk(drive.separation), "")
    answers = [
        (1, _("Choose another drive")),
        (2, _("I have read this. Make the backup here.")),
    ]
    if drive.separation is Separation.UNKNOWN:
        answers.append((3, _("Find out: I unplug the drive now")))
    return way.ask(answers)


def _make(way: Way, drive: Drive, copy: Path | None, *, acknowledged: bool) -> bool:
    journey = way.journey
    journey.use_drive(drive, acknowledged)
    if copy is not None:
        way.say(_("Reading your copy, and comparing it with your photos."))
        result = way.attempt(lambda: journey.accept_copy(copy, progress=way.progress()))
    else:
        way.say(_("Copying, and reading every copy back to compare."))
        result = copy_or_start_smaller(way)
    return result is not None and _done(way, result)


def _done(way: Way, result: BackupResult) -> bool:
    journey = way.journey
    way.say(_("The backup, as it was read back from the drive."))
    way.say(*not_in_backup(result, naming=whole))
    if journey.copies is not None:
        separation = Separation(journey.record.separation)
        way.say(*checked_lines(result, journey.copies, separation, whole))
    rehearsed = rehearse(journey, REHEARSAL_SIDE)
    if rehearsed is not None:
        way.say(_("A test: this photo was just read from the backup drive."))
        way.say(show_name(rehearsed[0]))
    go_on = [(1, _("Go on to step 4"))] if result.checked else []
    return way.ask([*go_on, (2, _("Back up again, or on another drive"))]) == 1
