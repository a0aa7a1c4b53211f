"""The practice room: fresh practice photos, and two pretend drives that behave like real ones."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from wizard.language.catalogs import _
from wizard.locks import LOCK_FILE, FolderLock
from wizard.own_files import MARK, OwnFolder
from wizard.pages.receipt_files import is_receipt
from wizard.photos.left_alone import is_ours
from wizard.places import KIT_FOLDER, Places
from wizard.plain_files import read_plain, read_plain_json
from wizard.problems import NotWritable
from wizard.safekeeping.disk import told_as
from wizard.safekeeping.drives import Drive, Separation
from wizard.teaching.practice_set import ANSWER_KEY, lay_out

SPACIOUS = 2_000_000_000
"""Bytes of the practice drive on which the backup fits."""
MADE = "made.json"
"""The digests of the pictures made in the room: whatever else lies there is the learner's."""
RECORDS = re.compile(
    r"README\.\w+\.txt|bagit\.txt|(\d{4}-)?(bag-info\.txt|manifest-sha256\.txt|inventory\.csv)"
    r"|(checked|journal)(-\d+)?\.jsonl|list\.csv|lock|before-you-delete\.json|\d+\.part"
    r"|\.made-by-before-you-delete"
)
"""Files of ours in a practice backup or review folder, beside receipts."""
TOO_SMALL = 4_000_000
"""Bytes of the one that is too small for the practice photos, so that learners meet it once."""


@dataclass(frozen=True)
class PracticeRoom:
    """A folder of ours with everything practice needs, made anew with each session."""

    places: Places
    _lock: FolderLock

    @classmethod
    def fresh(cls, places: Places) -> PracticeRoom:
        """Makes new photos and drives in place of those of last time.

        Where anything lies in the room that this program did not make, the room is left as it is
        and a new one is made beside it. Raises AnotherSession, FolderNotEmpty, NotWritable, DriveFull.
        """
        try:
            for number in count(1):
                name = places.practice.name + (f" {number}" if number > 1 else "")
                here = replace(places, practice=places.practice.with_name(name))
                room = OwnFolder.at(here.practice)
                lock = FolderLock(here.practice)
                try:
                    if not anything_of_the_learners(here.practice):
                        _furnish(room, here)
                        return cls(here, lock)
                except BaseException:
                    lock.release()
                    raise
                lock.release()
        except OSError as error:
            raise told_as(error, places.practice) or NotWritable(places.practice) from error
        raise NotWritable(places.practice)

    def drives(self, _photos: Path) -> Sequence[Drive]:
        """Two pretend drives, named so: one another physical drive, one too small."""
        folder = self.places.practice
        return (
            _pretend(folder / "drive", _("Practice drive"), SPACIOUS, Separation.ANOTHER),
            _pretend(
                folder / "small drive", _("Small practice drive"), TOO_SMALL, Separation.ANOTHER
            ),
        )

    def close(self) -> None:
        """Lets another window practise."""
        self._lock.release()


def anything_of_the_learners(room: Path) -> bool:
    """True when a file in the room is neither one of the pictures made here, by digest, nor a record of ours."""
    try:
        made = set(read_plain_json(room / MADE))
    except (OSError, ValueError):
        made = set()
    for folder, _folders, names in os.walk(room):
        for name in names:
            path = Path(folder) / name
            if not _is_record(path, room) and (path.is_symlink() or _digest(path) not in made):
                return True
    return False


def _is_record(path: Path, room: Path) -> bool:
    if path.parent == room:
        return path.name in (MARK, MADE, LOCK_FILE, ANSWER_KEY)
    ours = any(is_ours(folder) or folder.name == KIT_FOLDER for folder in path.parents)
    return ours and (RECORDS.fullmatch(path.name) is not None or is_receipt(path.name))


def _digest(path: Path) -> str:
    return hashlib.sha256(read_plain(path)).hexdigest()


def _furnish(room: OwnFolder, places: Places) -> None:
    room.clear(keep=(LOCK_FILE,))
    lay_out(places, places.practice_photos, places.practice / ANSWER_KEY)
    made = [_digest(path) for path in sorted(places.practice_photos.rglob("*")) if path.is_file()]
    room.write(MADE, json.dumps(made))
    for name in ("drive", "small drive"):
        (places.practice / name).mkdir()


def _pretend(path: Path, label: str, total: int, separation: Separation) -> Drive:
    used = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return Drive(path, label, total, max(0, total - used), separation, pretend=True)
