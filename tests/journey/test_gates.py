"""No photo moves before a checked copy of exactly its bytes exists, and the learner knows where it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.journey.learner import (
    LEAFLETS,
    Learner,
    inspection_of,
    look_and_set_aside,
)
from tests.making import file, files_in, photo, snapshot, untouched
from wizard.journey import Journey, receipt_of
from wizard.problems import (
    FolderNotEmpty,
    Gate,
    MayNotMove,
    NotEnoughRoom,
    OneInsideTheOther,
    ProblemKind,
)
from wizard.safekeeping.drives import Drive, Separation


def decided_without_backup(learner: Learner) -> Journey:
    """The learner looked and decided while the backup is not there yet."""
    journey = learner.starts()
    journey.choose(learner.photos)
    journey.look()
    journey.open_review_folder("Review folder", LEAFLETS)
    look_and_set_aside(inspection_of(journey), "sea small.jpg", "sea.jpg")
    return journey


def refused(learner: Learner, journey: Journey, gate: Gate) -> None:
    """Moving is refused for this reason, and no photo moves."""
    assert journey.closed_gate() is gate
    with untouched(learner.photos), pytest.raises(MayNotMove) as told:
        journey.move_decided()
    assert told.value.gate is gate
    assert journey.review is not None and journey.review.items == ()


def test_without_a_backup_nothing_moves(learner: Learner) -> None:
    journey = decided_without_backup(learner)
    refused(learner, journey, Gate.NO_CHECKED_COPY)
    journey.use_drive(learner.drive())
    refused(learner, journey, Gate.NO_CHECKED_COPY)
    journey.back_up(LEAFLETS)
    assert learner.moves(journey).photos == 1


@pytest.mark.parametrize("separation", [Separation.SAME, Separation.UNKNOWN])
def test_on_the_same_drive_nothing_moves_before_the_learner_knows_it(
    tmp_path: Path, separation: Separation
) -> None:
    learner = Learner(tmp_path, separation)
    learner.takes_photos()
    journey = decided_without_backup(learner)
    journey.use_drive(learner.drive())
    journey.back_up(LEAFLETS)
    refused(learner, journey, Gate.SAME_DRIVE_NOT_ACKNOWLEDGED)
    journey.use_drive(learner.drive(), acknowledged=True)
    assert learner.moves(journey).photos == 1
    assert receipt_of(journey).separation is separation


def test_what_cannot_be_written_can_only_be_looked_at(as_ordinary_user: Path) -> None:
    learner = Learner(as_ordinary_user)
    learner.takes_photos()
    journey = decided_without_backup(learner)
    journey.use_drive(learner.drive())
    journey.back_up(LEAFLETS)
    os.chmod(learner.photos, 0o555)
    refused(learner, journey, Gate.LOOK_ONLY)
    os.chmod(learner.photos, 0o755)


def test_a_backup_elsewhere_says_nothing_of_the_drive_chosen_now(learner: Learner) -> None:
    """First the same drive, then another one on which no backup could be made."""
    journey = decided_without_backup(learner)
    same = Drive(learner.root / "Same", "Same", 10**12, 10**12, Separation.SAME)
    same.path.mkdir()
    journey.use_drive(same, acknowledged=True)
    journey.back_up(LEAFLETS)
    journey.use_drive(learner.drive())
    file(journey.backup_folder / "somebody's.txt")
    with pytest.raises(FolderNotEmpty):
        journey.back_up(LEAFLETS)
    refused(learner, journey, Gate.NO_CHECKED_COPY)
    assert receipt_of(journey).backup is None


def test_a_drive_that_is_too_small_opens_no_gate(learner: Learner) -> None:
    journey = decided_without_backup(learner)
    small = Drive(learner.stick, "Small", 1000, 1000, Separation.ANOTHER)
    journey.use_drive(small)
    with pytest.raises(NotEnoughRoom):
        journey.back_up(LEAFLETS)
    refused(learner, journey, Gate.NO_CHECKED_COPY)


def test_another_folder_is_another_journey(learner: Learner) -> None:
    journey = learner.starts()
    look_and_set_aside(learner.gets_ready(journey), "sea small.jpg", "sea.jpg")
    photo(learner.root / "Other/a.jpg")
    journey.choose(learner.root / "Other")
    assert journey.closed_gate() is Gate.NO_CHECKED_COPY
    assert journey.record.decisions == {} and journey.review is None


def test_a_copy_that_is_there_already_opens_the_gate(learner: Learner) -> None:
    journey = decided_without_backup(learner)
    shutil.copytree(learner.photos, learner.stick / "my copy 2023")
    journey.use_drive(learner.drive())
    with untouched(learner.stick / "my copy 2023"):
        result = journey.accept_copy(learner.stick / "my copy 2023")
    assert result.whole
    assert journey.closed_gate() is None
    assert learner.moves(journey).files == 2


def test_only_photos_with_the_same_bytes_in_that_copy_may_move(learner: Learner) -> None:
    copy = learner.stick / "some of them"
    file(copy / "under another name.jpg", (learner.photos / "2024/sea tiny.jpg").read_bytes())
    changed = (learner.photos / "sea small.jpg").read_bytes()
    file(copy / "sea small.jpg", changed[:-1] + bytes([changed[-1] ^ 1]))
    journey = decided_without_backup(learner)
    look_and_set_aside(inspection_of(journey), "2024/sea tiny.jpg", "sea.jpg")
    journey.use_drive(learner.drive())
    result = journey.accept_copy(copy)
    assert not result.whole and result.checked == 1
    before = files_in(learner.photos)
    moved = learner.moves(journey)
    assert moved.photos == 1
    assert {problem.kind for problem in moved.problems} == {ProblemKind.MISSING_FROM_BACKUP}
    assert set(before) - set(files_in(learner.photos)) == {"2024/sea tiny.jpg"}


def test_a_copy_is_known_again_after_a_restart_and_only_while_it_is_there(
    learner: Learner,
) -> None:
    copy = learner.stick / "my copy"
    shutil.copytree(learner.photos, copy)
    journey = learner.starts()
    journey.choose(learner.photos)
    journey.use_drive(learner.drive())
    journey.accept_copy(copy)
    journey.close()
    again = learner.starts()
    record = again.unfinished()
    assert record is not None
    again.resume(record)
    assert again.closed_gate() is None
    again.close()
    learner.stick.rename(learner.root / "in a drawer")
    without = learner.starts()
    without.resume(record)
    assert without.closed_gate() is Gate.NO_CHECKED_COPY


def test_the_photos_themselves_are_no_copy(learner: Learner) -> None:
    journey = decided_without_backup(learner)
    journey.use_drive(learner.drive())
    before = snapshot(learner.photos)
    for folder in (learner.photos, learner.photos / "2024", learner.photos.parent):
        with pytest.raises(OneInsideTheOther):
            journey.accept_copy(folder)
    assert journey.closed_gate() is Gate.NO_CHECKED_COPY
    assert snapshot(learner.photos) == before


def test_a_copy_that_vanished_since_holds_its_photo_back(learner: Learner) -> None:
    journey = decided_without_backup(learner)
    journey.use_drive(learner.drive())
    journey.back_up(LEAFLETS)
    (journey.backup_folder / "data/sea small.jpg").unlink()
    with untouched(learner.photos):
        moved = journey.move_decided()
    assert [(problem.path, problem.kind) for problem in moved.problems] == [
        ("sea small.jpg", ProblemKind.MISSING_FROM_BACKUP)
    ]
