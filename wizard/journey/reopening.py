"""Finds again what an earlier journey had come to, as far as its folder and its drive are there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from wizard.journey.record import Record, RecordKeeper, journey_file, journey_files
from wizard.places import kit_folder
from wizard.problems import DamagedRecord, DriveGone, NotABackup
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.drives import Drive


def keeper_of(record: Record, state: Path | None) -> RecordKeeper:
    """Who writes this journey down: in `state`, or beside the backup when the computer is not the learner's.

    Before they have a drive nothing is written down there.
    """
    photos = Path(record.folder)
    if state is not None:
        return RecordKeeper(journey_file(state, photos, ".json"))
    if not record.drive:
        return RecordKeeper()
    return RecordKeeper(drive_file=journey_file(kit_folder(Path(record.drive)), photos, ".jsonl"))


def take_up(record: Record, keeper: RecordKeeper) -> None:
    """What was looked at and decided in an earlier journey through the same photos, which did not end."""
    earlier = keeper.load()
    if earlier is not None and not record.decisions:
        record.decisions, record.seen = earlier.decisions, earlier.seen
        record.group = earlier.group


def on_this_computer(state: Path) -> Record | None:
    """The journey that was written down last, of those whose folder is there."""
    records = (RecordKeeper(file).load() for file in journey_files(state, ".json"))
    return next((record for record in records if record and _can_go_on(record)), None)


def on_some_drive(drives: Iterable[Drive]) -> Record | None:
    """The journey written down last beside a backup, on the first drive that has one."""
    for drive in drives:
        for file in journey_files(kit_folder(drive.path), ".jsonl"):
            record = RecordKeeper(drive_file=file).load()
            here = _as_named_here(record, drive.path) if record else None
            if here and _can_go_on(here):
                return here
    return None


def _can_go_on(record: Record) -> bool:
    """True when the journey got as far as a folder that is there now, on a drive that answers."""
    return bool(record.folder) and os.path.isdir(record.folder)


def _as_named_here(record: Record, drive: Path) -> Record:
    """The record with the paths on its drive as this computer calls that drive."""

    def here(path: str) -> str:
        try:
            return str(drive / Path(path).relative_to(record.drive)) if path else path
        except ValueError:
            return path

    if not record.drive:
        return record
    return replace(
        record,
        folder=here(record.folder),
        drive=str(drive),
        backup=here(record.backup),
        copy=here(record.copy),
        review_folder=here(record.review_folder),
    )


def checked_copies(record: Record) -> CheckedCopies | None:
    """What was checked; None without a backup, or when its drive is not there: then nothing may move."""
    try:
        if record.backup:
            return Backup(Path(record.backup)).copies
        if record.copy and record_of_copy(record, Path(record.copy)).is_dir():
            return CheckedCopies(record_of_copy(record, Path(record.copy)), Path(record.copy))
    except (NotABackup, DamagedRecord, OSError):
        return None
    return None


def copies_on(drives: Iterable[Drive]) -> list[CheckedCopies]:
    """What was checked in every backup of ours that lies on one of these drives now."""
    found = []
    for drive in drives:
        with suppress(OSError):
            for folder in sorted(kit_folder(drive.path).iterdir()):
                with suppress(NotABackup, DamagedRecord, DriveGone, OSError):
                    found.append(Backup(folder).copies)
    return found


def record_of_copy(record: Record, copy: Path) -> Path:
    """Where it is noted what an existing copy holds: on its drive, in the folder of this program."""
    return kit_folder(Path(record.drive)) / f"record of {copy.name or 'copy'}"
