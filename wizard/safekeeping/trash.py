"""Sends files from the review folder to the computer's trash, one at a time, and looks that each is there.

The only file that calls send2trash. Whatever that answers, where a file is decides; nothing is removed here.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from wizard.long_work import Progress, Report, nobody_listens
from wizard.problems import DriveGone, MayNotTrash, NotWritable, TrashDoubt
from wizard.safekeeping import bins, disk, sent_files
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import Item, Sent
from wizard.safekeeping.trash_rules import (
    Bundle,
    Plan,
    copies_of,
    left_their_places,
    plan,
    witnesses,
)

TEST_FILE = "before-you-delete test"
LONGEST_NAME = 200
"""Bytes of UTF-8: drives hold 255, and the trash adds ".trashinfo" and a number."""


@dataclass(frozen=True)
class SentResult:
    """What is in the trash now, the name of the test file beside it, and what stays in the review folder and why.

    With `stopped_by` the sending ended before its end; what was not tried is in neither list.
    """

    test_file: str
    sent: tuple[Item, ...]
    staying: tuple[tuple[Item, TrashDoubt], ...]
    stopped_by: TrashDoubt | None = None


def send(
    review: ReviewFolder,
    copies: Sequence[CheckedCopies],
    now: datetime,
    test_text: str,
    *,
    shared_computer: bool,
    stop: Event | None = None,
    progress: Report = nobody_listens,
) -> SentResult:
    """Sends what may go; a test file of ours with `test_text` goes first and must be seen in the trash.

    Before each photo its bytes, those of its checked copy and those of the photo that stays are read
    again. Raises MayNotTrash when nothing may go, DriveGone, DriveFull, NotWritable.
    """
    try:
        going = plan(review, copies, now, shared_computer=shared_computer)
        test_file = _send_test_file(review, test_text)
        return _Sending(review, copies, going, test_file, progress).send(stop)
    except OSError as error:
        raise disk.told_as(error, review.path) or NotWritable(review.path) from error
    finally:
        with suppress(OSError):  # the drive failed: the next start looks again
            sent_files.settle_all(review.record)


class _Sending:
    """One sending, bundle by bundle, until it is done or something is not as it should be."""

    def __init__(
        self,
        review: ReviewFolder,
        copies: Sequence[CheckedCopies],
        going: Plan,
        test_file: str,
        progress: Report,
    ) -> None:
        self._review = review
        self._copies = copies
        self._plan = going
        self._test_file = test_file
        self._progress = progress
        self._left = left_their_places(review)
        self._sent: list[Item] = []
        self._staying = list(going.staying)

    def send(self, stop: Event | None) -> SentResult:
        """Stops at the first file that is not found in the trash, and between photos when asked."""
        done = size = 0
        for bundle in self._plan.bundles:
            if stop is not None and stop.is_set():
                break
            doubt = self._send_bundle(bundle)
            if doubt is not None:
                return self._result(doubt)
            done, size = done + len(bundle), size + sum(item.bytes for item in bundle)
            self._progress(Progress(done, len(self._plan.items), size, self._plan.bytes))
        return self._result(None)

    def _result(self, stopped_by: TrashDoubt | None) -> SentResult:
        return SentResult(self._test_file, tuple(self._sent), tuple(self._staying), stopped_by)

    def _send_bundle(self, bundle: Bundle) -> TrashDoubt | None:
        """A photo and its companions, or none of them. A reason to stop everything, or None."""
        states = [_state(self._review.path / item.where) for item in bundle]
        for item in bundle:
            doubt = self._doubt_about_bytes(item)
            if doubt is not None:
                self._staying += [(each, doubt) for each in bundle]
                return None
        for number, item in enumerate(bundle):
            doubt = self._send_one(item, states[number])
            if doubt is TrashDoubt.CHANGED:
                self._staying += [(each, doubt) for each in bundle[number:]]
                return None
            if doubt is not None:
                return doubt
            self._sent.append(item)
        return None

    def _doubt_about_bytes(self, item: Item) -> TrashDoubt | None:
        """Reads the file, its copy in the backup, and the photo that stays."""
        review = self._review
        if not _holds(review.path / item.where, item.sha256):
            return TrashDoubt.CHANGED
        stay = witnesses(item, self._left)
        if not any(_holds(review.photos / path, digest) for path, digest in stay):
            return TrashDoubt.NONE_STAYS
        found = list(copies_of(item, self._copies, review))
        try:
            if any(_holds(copy.where, item.sha256) for copy in found):
                return None
        except OSError as error:
            raise DriveGone(found[0].where) from error
        return TrashDoubt.COPY_NOT_EQUAL if found else TrashDoubt.NO_BACKUP

    def _send_one(self, item: Item, before: State) -> TrashDoubt | None:
        """Intent, a name that nothing else has, the sending, and a look where the file is."""
        review = self._review
        sent = Sent(item, _unique_name(item.path.rpartition("/")[2]))
        here, there = review.path / item.where, review.path / sent.where
        review.record.begin_send(sent)
        disk.move_to_free_name(here, there)
        disk.flush_folder(there.parent)
        if _state(there) != before:
            sent_files.settle(review.record, sent)
            return TrashDoubt.CHANGED
        _to_trash(there)
        found = sent_files.settle(review.record, sent)
        if found is not None and _holds(found, item.sha256):
            return None
        here_still = any(each.id == item.id for each in review.items)
        return TrashDoubt.REFUSED if here_still else TrashDoubt.LOST_SIGHT


def _send_test_file(review: ReviewFolder, text: str) -> str:
    """Its name, once it was seen in the trash as the very same file: renamed, not copied. Raises MayNotTrash."""
    path = review.path / _unique_name(f"{TEST_FILE}.txt")
    disk.write_new(path, text.encode("utf-8"))
    before = _state(path)
    _to_trash(path)
    found = bins.find(path)
    if found is None or os.path.lexists(path) or _state(found) != before:
        raise MayNotTrash(TrashDoubt.TEST_NOT_SEEN)
    review.record.note_test_file(path.name)
    return path.name


def _to_trash(path: Path) -> None:
    """The one call. An error is not believed, nor is silence: the caller looks where the file is."""
    with suppress(Exception):
        from send2trash import send2trash

        send2trash(os.fspath(path))


def _unique_name(name: str) -> str:
    """The name with a number that no other file has, so that equal names never meet in the trash.

    send2trash's own way on Linux looks for a free name and then renames over it: two programs lost
    up to 93 of 800 files of equal names (measured).
    """
    stem, suffix = os.path.splitext(name)
    token = f" {secrets.token_hex(6)}"
    while len(os.fsencode(stem + token + suffix)) > LONGEST_NAME and stem:
        stem = stem[:-1]
    return stem + token + suffix


State = tuple[int, int, int, int] | None


def _state(path: Path) -> State:
    """Which file it is and when it was written last: renaming keeps all of it, copying does not."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _holds(path: Path, sha256: str) -> bool:
    """True when an ordinary file with exactly these bytes is there, read from the drive."""
    try:
        regular = stat.S_ISREG(os.lstat(path).st_mode)
        return regular and disk.digest_from_drive(path) == sha256
    except (FileNotFoundError, NotADirectoryError):
        return False
