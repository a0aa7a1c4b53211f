"""One journey from the first screen to the receipt. Steps and plain mode ask here and show; nothing else acts."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from wizard.journey import gates, moving, reopening
from wizard.journey.choosing import photos_in
from wizard.journey.holding import Holding
from wizard.journey.inspection import Inspection
from wizard.journey.looking_along import LookingAlong
from wizard.journey.moving import MoveResult, PutBackResult
from wizard.journey.record import Record, RecordKeeper, StepName
from wizard.long_work import Report, nobody_listens, settle
from wizard.photos.library import Library
from wizard.places import Places, kit_folder
from wizard.problems import FolderMissing, Gate, MayNotMove
from wizard.safekeeping import drives, existing_copy, review_places
from wizard.safekeeping.backup import Backup, BackupResult
from wizard.safekeeping.checked import CheckedCopies
from wizard.safekeeping.drives import Drive, FindDrives
from wizard.safekeeping.review_folder import ReviewFolder
from wizard.safekeeping.review_record import Item

if TYPE_CHECKING:
    from wizard.likeness.scan import Scan


class Journey:
    """Holds what the steps share.

    `back_up` or `accept_copy` may run in one thread while `look` runs in another; the rest is for the
    screen's thread. Gates stay shut until the backup has ended.
    """

    def __init__(
        self,
        places: Places,
        *,
        practice: bool = False,
        shared_computer: bool = False,
        find_drives: FindDrives = drives.drives,
    ) -> None:
        self.places = places
        self.practice = practice
        self.shared_computer = shared_computer
        self.prepared = False
        """True when the program did steps of this practice in the learner's place."""
        self.set_aside_here: set[str] = set()
        """What was set aside in this journey, also what went back since."""
        self.record = Record()
        self.library: Library | None = None
        self.scan: Scan | None = None
        self.inspection: Inspection | None = None
        self.copies: CheckedCopies | None = None
        self.backup_result: BackupResult | None = None
        self.review: ReviewFolder | None = None
        self._held = Holding()
        self._along = LookingAlong()
        self._drive: Drive | None = None
        self._find_drives = find_drives
        self._keeper = RecordKeeper()

    def arrive(self, step: StepName) -> None:
        """The learner is at this step now; written down at once."""
        self.record.step = step
        self.save()

    def save(self) -> None:
        """Writes the journey down, once it has a folder. Practice is made fresh and not written down."""
        if self.record.folder:
            self._keeper.save(self.record)

    def unfinished(self) -> Record | None:
        """The journey of last time, if it got as far as a folder that is still there."""
        if self.shared_computer:
            return reopening.on_some_drive(self._find_drives(Path.home()))
        return reopening.on_this_computer(self.places.state)

    def resume(
        self, record: Record, *, stop: Event | None = None, progress: Report = nobody_listens
    ) -> StepName:
        """Opens again what an earlier journey had open; returns the step it can go on with."""
        wished = StepName(record.step)
        self.choose(Path(record.folder), stop=stop)
        self.record = record
        self._keep_record()
        self.copies = reopening.checked_copies(record)
        if wished.number > StepName.LOOK.number:
            self.look(stop=stop, progress=progress)
            if os.path.isdir(record.review_folder):
                self.review = ReviewFolder(Path(record.review_folder))
            elif wished.number > StepName.REVIEW.number:
                wished = StepName.REVIEW
        self.arrive(wished)
        return wished

    def close(self) -> None:
        """Lets go of photos and review folder; the program ends or another journey begins."""
        self._put_away()
        self._held.release()

    def _put_away(self) -> None:
        self._along.end()
        if self.review is not None:
            self.review.close()
            self.review = None

    def choose(
        self,
        folder: Path,
        *,
        stop: Event | None = None,
        seen: Callable[[int], None] | None = None,
    ) -> Library:
        """Lists the folder and holds it for this window.

        Raises FolderMissing, NotAFolder, NoPermission, NoPhotos, OnlyRawFiles, AnotherSession, Stopped.
        """
        library = photos_in(folder, stop, seen)
        self._held.hold(folder)
        self._put_away()
        self.library = library
        self.record = Record(language=self.record.language, folder=str(folder))
        self.scan = self.inspection = self.copies = self.backup_result = None
        self._keep_record()
        return library

    @property
    def look_only(self) -> bool:
        """True when nothing can be moved in the photo folder: a locked card, a CD, a phone."""
        return self.library is not None and not os.access(self.library.folder, os.W_OK)

    def drives(self) -> Sequence[Drive]:
        """The drives on which a backup could be made."""
        return self._find_drives(self._library.folder)

    def places_with_drives(self) -> Sequence[Drive]:
        """The drives on which photos could be."""
        return self._find_drives(Path.home())

    def drive_at(self, folder: Path) -> Drive | None:
        """Another place for the backup, chosen as a folder; practice has none but on its pretend drives."""
        for drive in self.drives():
            if drive.pretend and (folder == drive.path or drive.path in folder.parents):
                return replace(drive, path=folder)
        return None if self.practice else drives.drive_at(folder, self._library.folder)

    def use_drive(self, drive: Drive, acknowledged: bool = False) -> None:
        """The backup goes to this drive. `acknowledged`: the learner has read what the same drive means.

        What was checked on another drive counts no more: what is said of the one is not true of the other.
        """
        if self.record.drive != str(drive.path):
            self.copies = self.backup_result = None
            self.record.backup = self.record.copy = ""
        self._drive = drive
        self.record.drive = str(drive.path)
        self.record.separation = drive.separation
        self.record.acknowledged = acknowledged
        self._keep_record()

    @property
    def backup_folder(self) -> Path:
        """Where the backup of these photos lies on the chosen drive."""
        return kit_folder(Path(self.record.drive)) / (self._library.folder.name or "photos")

    def back_up(
        self,
        leaflets: Mapping[str, str],
        *,
        stop: Event | None = None,
        progress: Report = nobody_listens,
    ) -> BackupResult:
        """Makes or continues the backup on the drive in use; the look then need not read the photos again.

        Raises as Backup.begin and Backup.make do.
        """
        settle()
        room = self._drive.free if self._drive is not None else 0
        backup = Backup.begin(self.backup_folder, leaflets)
        self.record.backup, self.record.copy = str(backup.folder), ""
        self.save()
        cache = self.places.scan_cache
        onlooker = None if self.scan else self._along.onlooker(self._library, cache)
        try:
            result = backup.make(
                self._library, room=room, stop=stop, progress=progress, onlooker=onlooker
            )
        finally:
            self.copies = backup.copies
        self.backup_result = result
        return result

    def accept_copy(
        self, copy: Path, *, stop: Event | None = None, progress: Report = nobody_listens
    ) -> BackupResult:
        """Reads a copy that the learner has already. Raises as existing_copy.match does."""
        record = reopening.record_of_copy(self.record, copy)
        self.copies, self.backup_result = existing_copy.match(
            self._library, copy, record, stop=stop, progress=progress
        )
        self.record.copy, self.record.backup = str(copy), ""
        self.save()
        return self.backup_result

    def look(self, *, stop: Event | None = None, progress: Report = nobody_listens) -> Scan:
        """Looks for look-alikes. Raises Stopped; what was read by then is remembered."""
        from wizard.likeness.cache import Cache  # brings numpy: not for the first screen
        from wizard.likeness.scan import scan

        settle()
        self._along.finish(stop)
        cache, seen = Cache(self.places.scan_cache), self._along.pictures
        self.scan = scan(self._library, cache=cache, stop=stop, progress=progress, pictures=seen)
        self._along.end()
        self.inspection = Inspection(
            self.scan.groups, self.record, lambda: moving.paths_set_aside(self.review)
        )
        return self.scan

    def closed_gate(self) -> Gate | None:
        """Why no photo may be moved now, or None when moving is allowed."""
        return gates.closed_gate(self.look_only, self.copies, self.record)

    def earlier_review_folder(self) -> Path | None:
        """The review folder that was made for these photos before."""
        return review_places.find(self._library.folder)

    def anything_to_put_back(self) -> bool:
        """True when photos of this folder are set aside or in the trash, now or since an earlier journey."""
        if self.review is None and self.library and (made := self.earlier_review_folder()):
            self.review = ReviewFolder(made)
        return self.review is not None and bool(self.review.items or self.review.sent)

    def place_for_review_folder(self, name: str) -> Path:
        """Where the review folder is, or would be made."""
        made = self.earlier_review_folder()
        return made or review_places.place_for(self._library.folder, name)

    def open_review_folder(self, name: str, leaflets: Mapping[str, str]) -> ReviewFolder:
        """Opens the review folder of these photos, made if need be. Raises as ReviewFolder does."""
        if self.review is None:
            place = self.place_for_review_folder(name)
            if place == self.earlier_review_folder():
                self.review = ReviewFolder(place)
            else:
                self.review = ReviewFolder.begin(place, self._library.folder, leaflets)
        self.record.review_folder = str(self.review.path)
        self.save()
        return self.review

    def move_decided(self) -> MoveResult:
        """Sets aside what was decided, photo by photo, each with its companions.

        A photo that changed, or has no checked copy, stays and becomes a Problem. Raises MayNotMove
        while a gate is shut, and DriveFull, DriveGone, NotWritable: what was moved by then is moved.
        """
        gate = self.closed_gate()
        if gate is not None or not (self.inspection and self.review and self.copies):
            raise MayNotMove(gate or Gate.NO_CHECKED_COPY)
        result = moving.move_decided(self.inspection, self.review, self.copies, self._library.files)
        self.set_aside_here |= {item.path for item in self.review.items}
        self.save()
        return result

    def put_back(self, items: Sequence[Item]) -> PutBackResult:
        """Puts files back where they were, companions with them. Raises DriveFull, DriveGone, NotWritable."""
        if self.review is None:
            return PutBackResult(0, ())
        result = moving.put_back(self.review, items)
        if self.inspection is not None:
            self.inspection.forget([item.path for item in items])
        self.save()
        return result

    def finish(self) -> None:
        """The learner is done: the next start begins at the first step."""
        self._keeper.forget()
        self.record = Record(language=self.record.language)  # or leaving would write it down again

    @property
    def _library(self) -> Library:
        if self.library is None:
            raise FolderMissing(Path())
        return self.library

    def _keep_record(self) -> None:
        """Each photo folder has a record of its own; what an earlier journey had decided is taken up."""
        if not self.practice:
            state = None if self.shared_computer else self.places.state
            self._keeper = reopening.keeper_of(self.record, state)
        if self.inspection is None:
            reopening.take_up(self.record, self._keeper)
