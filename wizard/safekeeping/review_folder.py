"""Where photos wait that were set aside: on their own volume, nothing deleted, everything goes back.

The moves themselves: `setting_aside`, `putting_back`, and `recovery` after an interruption.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from wizard.locks import FolderLock
from wizard.photos.left_alone import OUR_MARK
from wizard.plain_files import read_plain_json
from wizard.problems import NotAReviewFolder, NotWritable, PhotosMoved, Problem
from wizard.safekeeping import disk, putting_back, setting_aside
from wizard.safekeeping.recovery import recover
from wizard.safekeeping.review_record import LIST, LIST_COLUMNS, Item, ReviewRecord, Sent, csv_line
from wizard.safekeeping.setting_aside import Bundle


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
                self._record = ReviewRecord(path, self.photos)
                recover(self._record)
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
        try:
            return setting_aside.set_aside(self._record, bundle)
        except OSError as error:
            raise disk.told_as(error, self.path) or NotWritable(self.path) from error

    def put_back(self, item: Item) -> Problem | None:
        """Moves one file back to where it was. A name that is taken is reported and nothing moves.

        A file that was changed here goes back too, for nothing else holds what it is now; that is
        told as BACK_BUT_CHANGED. Raises DriveFull, DriveGone, NotWritable.
        """
        try:
            return putting_back.put_back(self._record, item)
        except OSError as error:
            home = (self.photos / item.path).parent
            raise disk.told_as(error, self.path) or NotWritable(home) from error


def _photos_of(path: Path) -> Path:
    """The photo folder that a review folder belongs to. Raises NotAReviewFolder, PhotosMoved."""
    try:
        mark = read_plain_json(path / OUR_MARK)
        photos = Path(os.path.normpath(path / mark["photos"]))
        # Beside the photos or inside them: a forged mark must not lead anywhere else.
        if mark["what"] == "review" and (photos == path.parent or photos.parent == path.parent):
            if not photos.is_dir():
                raise PhotosMoved(photos)
            return photos
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotAReviewFolder(path) from error
    raise NotAReviewFolder(path)
