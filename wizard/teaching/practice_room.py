"""The practice room: fresh practice photos, and two pretend drives that behave like real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wizard.language.catalogs import _
from wizard.locks import LOCK_FILE, FolderLock
from wizard.own_files import OwnFolder
from wizard.places import Places
from wizard.problems import NotWritable
from wizard.safekeeping.disk import told_as
from wizard.safekeeping.drives import Drive, Separation
from wizard.teaching.practice import make_practice_photos

SPACIOUS = 2_000_000_000
"""Bytes of the practice drive on which the backup fits."""
TOO_SMALL = 4_000_000
"""Bytes of the one that is too small for the practice photos, so that learners meet it once."""


@dataclass(frozen=True)
class PracticeRoom:
    """A folder of ours with everything practice needs; gone and made anew with each session."""

    places: Places
    _lock: FolderLock

    @classmethod
    def fresh(cls, places: Places) -> PracticeRoom:
        """Clears the room and makes new photos and drives.

        Raises AnotherSession, FolderNotEmpty, NotWritable, DriveFull.
        """
        try:
            room = OwnFolder.at(places.practice)
            lock = FolderLock(places.practice)
            try:
                room.clear(keep=(LOCK_FILE,))
                make_practice_photos(places.practice_photos, places.practice / "truth.csv")
                for name in ("drive", "small drive"):
                    (places.practice / name).mkdir()
            except BaseException:
                lock.release()
                raise
        except OSError as error:
            raise told_as(error, places.practice) or NotWritable(places.practice) from error
        return cls(places, lock)

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


def _pretend(path: Path, label: str, total: int, separation: Separation) -> Drive:
    used = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return Drive(path, label, total, max(0, total - used), separation, pretend=True)
