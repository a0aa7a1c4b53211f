"""The facts of a receipt: what was backed up and checked, what was set aside, what stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.places import kit_folder
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Separation
from wizard.safekeeping.new_pages import save_page
from wizard.safekeeping.review_record import Item, Sent

if TYPE_CHECKING:
    from wizard.journey.journey import Journey
    from wizard.likeness.scan import Scan


class PhotoKind(StrEnum):
    """What a look found out about a photo. Each is of one kind, the first that is true."""

    UNREADABLE = "unreadable"
    EXACT_COPY = "exact_copy"
    LOOK_ALIKE = "look_alike"
    ALONE = "alone"


@dataclass(frozen=True)
class Receipt:
    """`day` as YYYY-MM-DD of this computer's clock. What was not done is None or empty."""

    day: str
    photos: Path
    pictures: int
    backup: Path | None
    backup_result: BackupResult | None
    checked_at: str | None
    separation: Separation | None
    groups: int
    review_folder: Path | None
    items: tuple[Item, ...]
    practice: bool
    prepared: bool = False
    """The program did steps of this practice in the learner's place."""
    sent: tuple[Sent, ...] = ()
    """What was sent to the computer's trash."""
    kinds: tuple[tuple[PhotoKind, int], ...] = ()
    """How many photos of each kind there were; empty before a look."""

    @property
    def bytes_set_aside(self) -> int:
        """The size of everything in the review folder."""
        return sum(item.bytes for item in self.items)


def receipt_of(journey: Journey) -> Receipt:
    """What was done so far, as facts."""
    copies, record = journey.copies, journey.record
    library = journey.library
    return Receipt(
        day=date.today().isoformat(),
        photos=Path(record.folder),
        pictures=len(library.pictures) if library else 0,
        backup=copies.base if copies is not None else None,
        backup_result=journey.backup_result,
        checked_at=copies.last_checked if copies is not None else None,
        separation=Separation(record.separation) if record.separation else None,
        groups=len(journey.scan.groups) if journey.scan else 0,
        review_folder=journey.review.path if journey.review else None,
        items=journey.review.items if journey.review else (),
        practice=journey.practice,
        prepared=journey.prepared,
        sent=journey.review.sent if journey.review else (),
        kinds=kinds_of(journey.scan) if journey.scan else (),
    )


def kinds_of(scan: Scan) -> tuple[tuple[PhotoKind, int], ...]:
    """How many photos are of each kind, none left out, as they were when they were looked at."""
    digests = Counter(photo.sha256 for photo in scan.photos)
    grouped = {photo.path for group in scan.groups for photo in group.photos}
    pictures = {file.path for file in scan.library.pictures}
    counted = Counter(
        PhotoKind.EXACT_COPY
        if digests[photo.sha256] > 1
        else PhotoKind.LOOK_ALIKE
        if photo.path in grouped
        else PhotoKind.ALONE
        for photo in scan.photos
    )
    counted[PhotoKind.UNREADABLE] = sum(problem.path in pictures for problem in scan.problems)
    order = (PhotoKind.ALONE, PhotoKind.LOOK_ALIKE, PhotoKind.EXACT_COPY, PhotoKind.UNREADABLE)
    return tuple((kind, counted[kind]) for kind in order if counted[kind])


def save_receipt(journey: Journey, files: Mapping[str, str]) -> Path:
    """Writes the receipt, name to text, into the review folder, else beside the backup.

    Returns the first file's path. Raises NotWritable, DriveFull, DriveGone.
    """
    folder = journey.places.pages
    if journey.copies is not None and journey.record.drive:
        folder = kit_folder(Path(journey.record.drive))
    if journey.review is not None:
        folder = journey.review.path
    saved = [save_page(folder, name, text) for name, text in files.items()]
    return saved[0]
