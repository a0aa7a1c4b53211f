"""Where photos wait that were set aside: on their own volume, nothing deleted, everything goes back."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from wizard.locks import FolderLock
from wizard.photos.library import OUR_MARK, problem_of
from wizard.plain_files import no_link_on_the_way, read_plain_text
from wizard.problems import (
    Gate,
    MayNotMove,
    NotAReviewFolder,
    NotWritable,
    PhotosMoved,
    Problem,
    ProblemKind,
)
from wizard.safekeeping import disk, sent_files
from wizard.safekeeping.checked import CheckedCopy
from wizard.safekeeping.review_places import Slots
from wizard.safekeeping.review_record import LIST, LIST_COLUMNS, Item, ReviewRecord, Sent, csv_line


@dataclass(frozen=True)
class Leaving:
    """A file to be set aside: path relative to the photo folder, digest as looked at, and its checked copy."""

    path: str
    sha256: str
    copy: CheckedCopy


@dataclass(frozen=True)
class Staying:
    """The photo of the same group that stays, beside which the leaving one was on the screen."""

    path: str
    sha256: str
    seen_at: str


@dataclass(frozen=True)
class Bundle:
    """A photo and its companions, which move together or not at all, and the photo that stays."""

    leaving: tuple[Leaving, ...]
    staying: Staying


class ReviewFolder:
    """The review folder of one photo folder. Holds its lock until closed."""

    def __init__(self, path: Path) -> None:
        """Opens an existing one and finishes or takes back whatever an interruption left.

        Raises NotAReviewFolder, AnotherSession, DamagedRecord, NotWritable, DriveFull, DriveGone.
        """
        self.path = path = Path(os.path.realpath(path))
        self.photos = _photos_of(path)
        try:
            self._lock = FolderLock(path)
            try:
                self._record = ReviewRecord(path)
                self._recover()
            except BaseException:
                self.close()
                raise
        except OSError as error:
            raise disk.told_as(error, path) or NotWritable(path) from error

    @classmethod
    def begin(cls, path: Path, photos: Path, leaflets: Mapping[str, str]) -> ReviewFolder:
        """Makes a new review folder at `path`, which must be free, on the photos' own volume.

        Raises NotWritable, DriveFull, FileExistsError.
        """
        try:
            disk.make_folder(path)
            mark = {"what": "review", "photos": os.path.relpath(photos, path)}
            disk.write_new(path / OUR_MARK, json.dumps(mark).encode("ascii"))
            disk.write_new(path / LIST, csv_line(LIST_COLUMNS))
            for name, text in leaflets.items():
                disk.write_new(path / name, text.encode("utf-8"))
        except FileExistsError:
            raise
        except OSError as error:
            raise disk.told_as(error, path) or NotWritable(path) from error
        return cls(path)

    def close(self) -> None:
        """Lets another window open it."""
        self._lock.release()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is set aside now, oldest first."""
        sending = self._record.sending
        return tuple(item for key, item in self._record.items.items() if key not in sending)

    @property
    def sent(self) -> tuple[Sent, ...]:
        """What was sent to the computer's trash and did not come back."""
        return (*self._record.sent.values(), *self._record.sending.values())

    @property
    def record(self) -> ReviewRecord:
        """The journal, for the chapter that sends files to the trash."""
        return self._record

    def bundle_of(self, item: Item) -> tuple[Item, ...]:
        """The item with its companions."""
        return tuple(other for other in self.items if other.bundle == item.bundle)

    def set_aside(self, bundle: Bundle) -> list[Problem]:
        """Moves a photo and its companions here: all of them, or none and the reasons why.

        Every file is hashed again first, the one that stays too. Raises MayNotMove when a file has no
        checked copy of exactly its bytes, and DriveFull, DriveGone or NotWritable.
        """
        for leaving in bundle.leaving:
            if leaving.copy.sha256 != leaving.sha256:
                raise MayNotMove(Gate.NO_CHECKED_COPY)
            if leaving.path == bundle.staying.path:
                raise MayNotMove(Gate.LAST_OF_GROUP)
        try:
            states = {
                leaving.path: _state(self.photos / leaving.path) for leaving in bundle.leaving
            }
            problems = self._changed(bundle)
            if not problems:
                problems = self._move_in(self._items_for(bundle), states, bundle.staying.seen_at)
        except OSError as error:
            raise disk.told_as(error, self.path) or NotWritable(self.path) from error
        return problems

    def put_back(self, item: Item) -> Problem | None:
        """Moves one file back to where it was. A name that is taken is reported and nothing moves.

        A file that was changed here goes back too, for nothing else holds what it is now; that is
        told as BACK_BUT_CHANGED. Raises DriveFull, DriveGone, NotWritable.
        """
        here, there = self.path / item.where, self.photos / item.path
        try:
            kind = _unlike(here, item.sha256)
            changed = kind is ProblemKind.CHANGED and stat.S_ISREG(os.lstat(here).st_mode)
            ways = ((self.path, item.where), (self.photos, item.path))
            if not all(no_link_on_the_way(root, path) for root, path in ways):
                return Problem(item.path, ProblemKind.LINK_ON_THE_WAY)
            if kind is not None and not changed:
                return Problem(item.path, kind)
            if _exists(there):
                return Problem(item.path, ProblemKind.NAME_TAKEN)
            self._record.begin_put_back(item)
            if _moved_to_free_name(here, there):
                _flush(there, here)
                self._record.end_put_back(item, moved=True)
                return Problem(item.path, ProblemKind.BACK_BUT_CHANGED) if changed else None
            self._record.end_put_back(item, moved=False)
        except OSError as error:
            raise disk.told_as(error, self.path) or NotWritable(there.parent) from error
        return Problem(item.path, ProblemKind.NAME_TAKEN)

    def _changed(self, bundle: Bundle) -> list[Problem]:
        """The files, and the copies of them, that are no longer what they were."""
        device = os.lstat(self.path).st_dev
        expected = [(leaving.path, leaving.sha256) for leaving in bundle.leaving]
        problems = [
            Problem(leaving.path, ProblemKind.MISSING_FROM_BACKUP)
            for leaving in bundle.leaving
            if _unlike(leaving.copy.where, leaving.sha256) is not None
        ]
        for path, sha256 in (*expected, (bundle.staying.path, bundle.staying.sha256)):
            kind = _unlike(self.photos / path, sha256)
            if kind is None and os.lstat(self.photos / path).st_dev != device:
                kind = ProblemKind.OTHER_DRIVE
            if kind is not None:
                problems.append(Problem(path, kind))
        return problems

    def _items_for(self, bundle: Bundle) -> list[Item]:
        """Claims a place here for each file of the bundle."""
        name = secrets.token_hex(6)
        slots = Slots(self.path)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        items = []
        for number, leaving in enumerate(bundle.leaving):
            status = os.lstat(self.photos / leaving.path)
            items.append(
                Item(
                    id=f"{name}.{number}",
                    path=leaving.path,
                    where=slots.claim(leaving.path.rpartition("/")[2]),
                    sha256=leaving.sha256,
                    bytes=status.st_size,
                    modified_ns=status.st_mtime_ns,
                    set_aside_at=now,
                    bundle=name,
                    stays=bundle.staying.path,
                    stays_sha256=bundle.staying.sha256,
                )
            )
        return items

    def _move_in(
        self, items: Sequence[Item], states: Mapping[str, State], seen_at: str
    ) -> list[Problem]:
        """`states` are from before the files were hashed: one that changed since keeps all of them here."""
        for item in items:
            self._record.begin_set_aside(item, seen_at)
        try:
            for item in items:
                if _state(self.photos / item.path) != states[item.path]:
                    self._take_back(items)
                    return [Problem(item.path, ProblemKind.CHANGED)]
                disk.move_to_free_name(self.photos / item.path, self.path / item.where)
        except OSError:
            self._take_back(items)
            raise
        self._settle(items)
        return []

    def _settle(self, items: Sequence[Item]) -> None:
        """Every file of a bundle has come: all are made lasting before the first is on record."""
        for item in items:
            _flush(self.path / item.where, self.photos / item.path)
        for item in items:
            self._record.end_set_aside(item, moved=True)

    def _take_back(self, items: Sequence[Item]) -> None:
        """A bundle of which not every file came is moved back whole."""
        for item in items:
            if self._has_come(item):
                self._bring_back(item)
            self._record.end_set_aside(item, moved=self._has_come(item))

    def _has_come(self, item: Item) -> bool:
        """True when the file is here. An empty one, its original still there, is only a claimed name."""
        here, there = self.path / item.where, self.photos / item.path
        return _exists(here) and (os.lstat(here).st_size > 0 or not _exists(there))

    def _bring_back(self, item: Item) -> None:
        """Moves a file back, over an empty claim of its name too; over anything else never."""
        here, there = self.path / item.where, self.photos / item.path
        if not _exists(there):
            _moved_to_free_name(here, there)
        elif os.lstat(there).st_size == 0 < item.bytes:
            disk.finish_claimed(here, there)
        _flush(there, here)

    def _recover(self) -> None:
        """After an interruption every bundle is here whole or among the photos whole."""
        coming = list(self._record.coming.values())
        for _, bundle in groupby(coming, key=lambda item: item.bundle):
            items = list(bundle)
            if all(self._has_come(item) for item in items):
                self._settle(items)
            else:
                self._take_back(items)
        for item in list(self._record.going.values()):
            self._record.end_put_back(item, moved=self._finish_put_back(item))
        sent_files.settle_all(self.path, self._record)

    def _finish_put_back(self, item: Item) -> bool:
        """True when the file is back. An empty file in its place is the claim of an interrupted move."""
        here, there = self.path / item.where, self.photos / item.path
        if _exists(here) and _exists(there):
            self._bring_back(item)
        if not _exists(here):
            _flush(there, here)
        return not _exists(here)


def _photos_of(path: Path) -> Path:
    """The photo folder that a review folder belongs to. Raises NotAReviewFolder."""
    try:
        mark = json.loads(read_plain_text(path / OUR_MARK))
        photos = Path(os.path.normpath(path / mark["photos"]))
        # Beside the photos or inside them: a forged mark must not lead anywhere else.
        if mark["what"] == "review" and (photos == path.parent or photos.parent == path.parent):
            if not photos.is_dir():
                raise PhotosMoved(photos)
            return photos
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotAReviewFolder(path) from error
    raise NotAReviewFolder(path)


def _flush(came_to: Path, left: Path) -> None:
    """Makes a move lasting: the new name first, for a drive without a journal may lose the old one alone."""
    for path in (came_to, left):
        with suppress(FileNotFoundError, NotADirectoryError):  # renamed by the learner meanwhile
            disk.flush_folder(path.parent)


State = tuple[int, int, int] | None


def _state(path: Path) -> State:
    """Inode, size and time of change, which another program's hand gives away; None when nothing is there."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _exists(path: Path) -> bool:
    """As lstat sees it: an unreadable drive is an error, never "not there"."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _moved_to_free_name(source: Path, target: Path) -> bool:
    """Moves a file and makes the folders it needs; False when its name, or a folder's, is taken."""
    try:
        disk.make_folders(target.parent)
        disk.move_to_free_name(source, target)
    except (FileExistsError, NotADirectoryError):
        return False
    return True


def _unlike(path: Path, sha256: str) -> ProblemKind | None:
    """Why the file is not the one expected, or None when it holds exactly these bytes."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return ProblemKind.CHANGED
        with open(path, "rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except (FileNotFoundError, NotADirectoryError):
        return ProblemKind.NOT_FOUND
    except OSError as error:
        return problem_of(error)
    return None if same else ProblemKind.CHANGED
