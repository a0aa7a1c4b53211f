"""A mistake made safely: a bad cleaner deletes for good, on a throw-away copy that this program made itself.

The copy lies in the practice room, which this program made and marked; nothing outside it is touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from wizard.likeness.groups import Photo
from wizard.own_files import OwnFolder
from wizard.places import Places
from wizard.plain_files import read_plain
from wizard.problems import NotWritable
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.disk import told_as

THROW_AWAY = "throw-away copy"


@dataclass(frozen=True)
class ThrowAway:
    """The copy: its folder in the practice room, and the digest that each file has, by path."""

    room: OwnFolder
    digests: dict[str, str]

    @classmethod
    def made(cls, places: Places, photos: Iterable[Photo], copies: CheckedCopies) -> ThrowAway:
        """Copies every photo out of the checked backup. Raises FolderNotEmpty, NotWritable, DriveFull."""
        digests = {photo.path: photo.sha256 for photo in photos}
        copy = cls(OwnFolder.marked(places.practice), digests)
        copy.recover(digests, copies)
        return copy

    @property
    def folder(self) -> Path:
        """Where the copy lies."""
        return self.room.path / THROW_AWAY

    def delete_for_good(self, paths: Collection[str]) -> None:
        """What the bad cleaner does: no trash, no way back."""
        for path in paths:
            self.room.remove_file(self.folder / path)

    def missing(self) -> list[str]:
        """The photos that are not there."""
        return [path for path in self.digests if not (self.folder / path).is_file()]

    def recover(self, paths: Iterable[str], copies: CheckedCopies) -> int:
        """Brings photos from the backup; returns how many are there again, byte for byte the same."""
        back = 0
        try:
            for path in paths:
                backup = copies.of_digest(self.digests[path])
                if backup is not None:
                    (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                    self.room.write_bytes(f"{THROW_AWAY}/{path}", read_plain(backup.where))
                    back += self._is_the_same(path)
        except OSError as error:
            raise told_as(error, self.folder) or NotWritable(self.folder) from error
        return back

    def throw_away(self) -> None:
        """Removes the copy."""
        self.delete_for_good(self.digests)

    def _is_the_same(self, path: str) -> bool:
        return hashlib.sha256(read_plain(self.folder / path)).hexdigest() == self.digests[path]
