"""A photo folder and a drive beside it, and what a learner does with them, in one line each."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import bagit

from tests.making import files_in, never_overwritten, sha256, untouched
from wizard.photos.library import walk
from wizard.safekeeping.backup import Backup, BackupResult
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.setting_aside import Bundle, Leaving, Staying

PLENTY = 10**12
"""Bytes of room."""
LEAFLETS = {"README.en.txt": "This is a backup.\n", "README.ko.txt": "백업입니다.\n"}
SEEN_AT = "2024-05-01T10:00:00+00:00"


@dataclass(frozen=True)
class Desk:
    """What stands on the learner's desk: a computer with photos, and a drive."""

    root: Path

    @property
    def photos(self) -> Path:
        return self.root / "Photos"

    @property
    def drive(self) -> Path:
        return self.root / "Drive/Backup"

    @property
    def review(self) -> Path:
        return self.root / "Review"

    def back_up(self, room: int = PLENTY) -> BackupResult:
        """A backup of all photos; the photos stay as they are to the last bit."""
        with untouched(self.photos):
            return Backup.begin(self.drive, LEAFLETS).make(walk(self.photos), room=room)

    def backup(self) -> Backup:
        return Backup(self.drive)

    def new_review_folder(self) -> ReviewFolder:
        return ReviewFolder.begin(self.review, self.photos, LEAFLETS)

    def leaving(self, path: str) -> Leaving:
        """A photo on its way out, with its checked copy."""
        digest = sha256(self.photos / path)
        copy = self.backup().copies.of_digest(digest)
        assert copy is not None
        return Leaving(path, digest, copy)

    def bundle(self, *leaving: str, stays: str) -> Bundle:
        """Photos that leave together beside the one that stays."""
        staying = Staying(stays, sha256(self.photos / stays), SEEN_AT)
        return Bundle(tuple(self.leaving(path) for path in leaving), staying)

    def set_aside(self, review: ReviewFolder, *leaving: str, stays: str) -> None:
        """Moves photos as a learner would, when nothing stands in the way."""
        bundle = self.bundle(*leaving, stays=stays)
        with never_overwritten(self.photos), never_overwritten(self.drive):
            assert review.set_aside(bundle) == []


def assert_valid(bag: Path) -> None:
    """As an archivist would check it: with the Library of Congress's program, and with sha256sum."""
    bagit.Bag(str(bag)).validate()
    if shutil.which("sha256sum"):
        subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt"],
            cwd=bag,
            check=True,
        )


def payload(bag: Path) -> dict[str, bytes]:
    """The bytes of every copy, by its path in the backup."""
    return files_in(bag / "data")
