"""Makes a backup on the learner's drive, and keeps the record of what was read back and is equal. Copies only."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import count
from pathlib import Path
from threading import Event

from wizard.locks import FolderLock
from wizard.long_work import Progress, Report, nobody_listens
from wizard.own_files import OwnFolder
from wizard.photos.library import File, Library
from wizard.plain_files import no_link_on_the_way
from wizard.problems import (
    AnotherSession,
    DamagedRecord,
    FolderNotEmpty,
    NotEnoughRoom,
    NotWritable,
    OneInsideTheOther,
    Problem,
    ProblemKind,
    Skipped,
)
from wizard.safekeeping import bag, disk, drives, fixity
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.copy_pool import copy_all
from wizard.safekeeping.copying import Copied, Onlooker, Target, TargetFinder
from wizard.safekeeping.names import BackupNames

PARTS = "unfinished"
ROOM_FOR_RECORDS = 600
"""Bytes for each file: its row in record, manifest and inventory, each path up to 100 bytes. A guess."""


@dataclass(frozen=True)
class BackupResult:
    """Files seen = checked + skipped + problems; `copied` of the checked ones are new in this run."""

    seen: int
    checked: int
    copied: int
    bytes: int
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """True when nothing that could be copied is missing."""
        return not self.problems


class Backup:
    """A backup folder: a BagIt bag with a record of what was read back."""

    def __init__(self, folder: Path) -> None:
        """Opens an existing backup. Raises NotABackup."""
        bag.require(folder)
        self.folder = folder
        self.copies = CheckedCopies(folder, folder)

    @cached_property
    def _largest(self) -> int:
        """Bytes of the largest file that the drive can hold."""
        return drives.largest_file(self.folder)

    @classmethod
    def begin(cls, folder: Path, leaflets: Mapping[str, str]) -> Backup:
        """Makes a new backup in `folder`, or goes on with the one that is there.

        Raises FolderNotEmpty, NotWritable, DriveFull, DriveGone.
        """
        try:
            bag.begin(folder, leaflets)
        except OSError as error:
            raise disk.told_as(error, folder) or NotWritable(folder) from error
        return cls(folder)

    def missing(self, library: Library) -> list[File]:
        """The files of the library that have no current checked copy here."""
        return [file for file in library.files if not self.copies.is_current(file)]

    def make(
        self,
        library: Library,
        *,
        room: int,
        stop: Event | None = None,
        progress: Report = nobody_listens,
        onlooker: Onlooker | None = None,
    ) -> BackupResult:
        """Copies and checks what is missing. `room`: free bytes on the drive.

        A file that cannot be copied becomes a Problem. Raises NotEnoughRoom before the first byte,
        Stopped, DriveFull, DriveGone, NotWritable, AnotherSession, OneInsideTheOther; whatever was
        checked by then stays checked and the next call goes on from there.
        """
        keep_apart(library.folder, self.folder)
        try:
            with self._alone():
                missing = self.missing(library)
                fitting = [file for file in missing if file.bytes <= self._largest]
                needed = sum(file.bytes + ROOM_FOR_RECORDS for file in fitting)
                if needed > room:
                    raise NotEnoughRoom(needed, room)
                bag.set_damaged_apart(self.folder, self.copies.lost_payloads)
                with self._parts() as parts:
                    return self._make(library, missing, fitting, parts, stop, progress, onlooker)
        except OSError as error:
            raise disk.told_as(error, self.folder) or NotWritable(self.folder) from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Holds the lock, with the record as the last window left it."""
        lock = FolderLock(self.folder)
        try:
            self.copies = CheckedCopies(self.folder, self.folder)
            yield
        finally:
            lock.release()

    @contextmanager
    def _parts(self) -> Iterator[OwnFolder]:
        """A folder of ours for copies under way, which is removed again.

        One that was marked when the drive had another name is not ours any more and stays.
        """
        for number in count(1):
            try:
                parts = OwnFolder.at(self.folder / (PARTS if number == 1 else f"{PARTS}-{number}"))
                break
            except FolderNotEmpty:
                continue
        parts.clear_files()
        try:
            yield parts
        finally:
            with suppress(OSError, FolderNotEmpty):
                parts.remove_empty()

    def _make(
        self,
        library: Library,
        missing: list[File],
        fitting: list[File],
        parts: OwnFolder,
        stop: Event | None,
        progress: Report,
        onlooker: Onlooker | None,
    ) -> BackupResult:
        """What does not fit on the drive is known before the first byte."""
        too_big = ProblemKind.TOO_BIG_FOR_DRIVE
        failed = [(file, too_big) for file in missing if file.bytes > self._largest]
        files = len(library.files) - len(fitting)
        size = library.bytes - sum(file.bytes for file in fitting)
        progress(Progress(files, len(library.files), size, library.bytes))
        copying = copy_all(library, fitting, self._target_finder(), parts, stop, onlooker)
        for finished in copying:
            self.copies.add_all(
                (file, outcome.path.relative_to(self.folder).as_posix(), outcome.sha256)
                for file, outcome in finished
                if isinstance(outcome, Copied)
            )
            failed += [(file, why) for file, why in finished if isinstance(why, ProblemKind)]
            files, size = files + len(finished), size + sum(file.bytes for file, _ in finished)
            progress(Progress(files, len(library.files), size, library.bytes))
        bag.seal(self.folder, self.copies.rows, parts)
        return _result(library, missing, failed)

    def _target_finder(self) -> TargetFinder:
        names = BackupNames()
        for row in self.copies.rows:
            if not str(row["payload"]).startswith(bag.VERSIONS + "/"):
                names.remember(str(row["path"]), str(row["payload"]).removeprefix("data/"))
        listed = {str(row["payload"]) for row in self.copies.rows}
        today = datetime.now(UTC).strftime("%Y-%m-%d")

        def places(name: str) -> Iterator[str]:
            """Its own path, then beside the versions of earlier days."""
            yield f"{bag.PAYLOAD}/{name}"
            yield f"{bag.VERSIONS}/{today}/{name}"
            for number in count(2):
                yield f"{bag.VERSIONS}/{today}-{number}/{name}"

        def targets(file: File) -> Iterator[Target]:
            """The name is given here, at once: names depend on their order, and workers have none."""
            name = names.name(file.path)
            return (
                Target(self.folder / place, place in listed)
                for place in places(name)
                if no_link_on_the_way(self.folder, place)
            )

        return targets

    def check(
        self, *, stop: Event | None = None, progress: Report = nobody_listens
    ) -> fixity.CheckResult:
        """Reads every file of the backup from the drive again and compares.

        Raises Stopped, NotABackup, DamagedRecord, DriveGone.
        """
        result = fixity.check(self.folder, self._manifest(), stop=stop, progress=progress)
        self._forget([problem.path for problem in result.problems])
        return result

    def _forget(self, lost: list[str]) -> None:
        """Copies that were not found equal count no more; on a locked drive, for this session only."""
        try:
            with self._alone():
                self.copies.lost(lost)
        except (OSError, AnotherSession):
            with suppress(OSError):
                self.copies.lost(lost)

    def _manifest(self) -> Mapping[str, str]:
        """The bag's manifest, and the record of what was copied since."""
        copied = {str(row["payload"]): str(row["sha256"]) for row in self.copies.rows}
        manifest = self.folder / bag.MANIFEST
        try:
            os.lstat(manifest)
            return copied | bag.read_manifest(self.folder)
        except FileNotFoundError:
            return copied
        except OSError as error:
            raise disk.told_as(error, self.folder) or DamagedRecord(manifest) from error


def keep_apart(photos: Path, backup: Path) -> None:
    """Raises OneInsideTheOther when either folder lies in the other."""
    one, other = (Path(os.path.realpath(path)) for path in (photos, backup))
    if one == other or one in other.parents or other in one.parents:
        raise OneInsideTheOther(backup)


def _result(
    library: Library, missing: list[File], failed: list[tuple[File, ProblemKind]]
) -> BackupResult:
    return BackupResult(
        seen=len(library.files) + len(library.problems) + len(library.skipped),
        checked=len(library.files) - len(failed),
        copied=len(missing) - len(failed),
        bytes=library.bytes - sum(file.bytes for file, _ in failed),
        skipped=library.skipped,
        problems=(*library.problems, *(Problem(file.path, kind) for file, kind in failed)),
    )
