"""A learner with a computer and a drive, and the steps of the way in one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.making import file, never_overwritten, photo, untouched
from wizard.journey import Inspection, Journey, MoveResult, StepName
from wizard.journey.record import journey_file
from wizard.likeness.groups import Group, Photo
from wizard.places import Places, kit_folder, within
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Drive, Separation

LEAFLETS = {"README.en.txt": "What this is.\n"}
PLENTY = 10**12
"""Bytes of room."""


@dataclass(frozen=True)
class Learner:
    """Photos, a drive that is pretended to be another one, and a home for what is remembered."""

    root: Path
    separation: Separation = Separation.ANOTHER
    shared_computer: bool = False
    album: str = "Family"

    @property
    def photos(self) -> Path:
        return self.root / "Pictures" / self.album

    @property
    def stick(self) -> Path:
        return self.root / "Stick"

    @property
    def places(self) -> Places:
        return within(self.root / "profile")

    @property
    def record(self) -> Path:
        """Where the journey of these photos is written down."""
        return journey_file(self.places.state, self.photos, ".json")

    @property
    def record_on_stick(self) -> Path:
        """The same when the computer is not theirs."""
        return journey_file(kit_folder(self.stick), self.photos, ".jsonl")

    def drive(self) -> Drive:
        return Drive(self.stick, "Stick", PLENTY, PLENTY, self.separation)

    def drives(self, _photos: Path) -> Sequence[Drive]:
        """What is plugged in."""
        return [self.drive()] if self.stick.is_dir() else []

    def starts(self, practice: bool = False) -> Journey:
        """The program begins, and knows only what was written down."""
        return Journey(
            self.places,
            practice=practice,
            shared_computer=self.shared_computer,
            find_drives=self.drives,
        )

    def takes_photos(self) -> None:
        """Three sizes of one picture with a note, three exact copies, and one picture alone."""
        photo(self.photos / "sea.jpg", 1, (400, 300))
        photo(self.photos / "sea small.jpg", 1, (200, 150))
        file(self.photos / "sea small.xmp", "notes on the small one")
        photo(self.photos / "2024/sea tiny.jpg", 1, (120, 90))
        for name in ("cake.jpg", "2024/cake.jpg", "cake again.jpg"):
            photo(self.photos / name, 2)
        photo(self.photos / "alone.jpg", 3)
        self.stick.mkdir(exist_ok=True)

    def backs_up(self, journey: Journey, acknowledged: bool = False) -> BackupResult:
        journey.choose(self.photos)
        journey.use_drive(self.drive(), acknowledged)
        with untouched(self.photos):
            return journey.back_up(LEAFLETS)

    def gets_ready(self, journey: Journey) -> Inspection:
        """Everything up to the groups: backup, look, review folder."""
        self.backs_up(journey)
        journey.look()
        journey.open_review_folder("Review folder", LEAFLETS)
        journey.arrive(StepName.INSPECT)
        return inspection_of(journey)

    def moves(self, journey: Journey) -> MoveResult:
        """Moves what was decided; no photo and no copy is written over."""
        with never_overwritten(self.photos), never_overwritten(journey.backup_folder):
            return journey.move_decided()


def inspection_of(journey: Journey) -> Inspection:
    assert journey.inspection is not None
    return journey.inspection


def group_of(inspection: Inspection, name: str) -> Group:
    """The group that holds a photo of this name."""
    return next(
        group for group in inspection.groups if any(photo.path == name for photo in group.photos)
    )


def photo_of(inspection: Inspection, name: str) -> Photo:
    return next(photo for photo in group_of(inspection, name).photos if photo.path == name)


def look_and_set_aside(inspection: Inspection, leaves: str, stays: str) -> None:
    """Sees two photos side by side, then decides that the first goes."""
    inspection.saw(photo_of(inspection, leaves), photo_of(inspection, stays))
    inspection.set_aside(photo_of(inspection, leaves))
