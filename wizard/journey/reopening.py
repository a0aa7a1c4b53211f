"""Finds again what an earlier journey had come to, as far as its folder and its drive are there."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from wizard.journey.record import Record, RecordKeeper
from wizard.places import journey_beside_backup, kit_folder
from wizard.problems import DamagedRecord, DriveGone, NotABackup
from wizard.safekeeping.backup import Backup
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.drives import Drive


def can_go_on(record: Record | None) -> Record | None:
    """The record, if the journey got as far as a folder that is still there."""
    return record if record and record.folder and Path(record.folder).is_dir() else None


def on_some_drive(drives: Iterable[Drive]) -> tuple[RecordKeeper, Record | None]:
    """The journey that lies beside a backup on one of the drives, and who keeps it there."""
    for drive in drives:
        keeper = RecordKeeper(None, journey_beside_backup(drive.path))
        record = keeper.load()
        if record is not None and (here := can_go_on(_as_named_here(record, drive.path))):
            return keeper, here
    return RecordKeeper(None), None


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
