"""Whatever ends the program, the next start goes on where it was."""

from __future__ import annotations

import shutil
from threading import Event

import pytest

from tests.journey.going_on import killed, resumed
from tests.journey.learner import (
    LEAFLETS,
    Learner,
    group_of,
    inspection_of,
    look_and_set_aside,
    photo_of,
)
from tests.making import file, photo
from wizard.journey import Choice, StepName
from wizard.long_work import Progress, Stopped
from wizard.problems import AnotherSession, Gate


def test_a_killed_program_goes_on_with_the_same_decisions_at_the_same_group(
    learner: Learner,
) -> None:
    before = learner.starts()
    inspection = learner.gets_ready(before)
    look_and_set_aside(inspection, "sea small.jpg", "sea.jpg")
    inspection.keep(photo_of(inspection, "sea.jpg"))
    inspection.go_to(1)
    before.save()
    killed(before)

    after = resumed(learner)
    again = inspection_of(after)
    assert after.record == before.record
    assert StepName(after.record.step) is StepName.INSPECT
    assert again.position == 1
    assert again.choice(photo_of(again, "sea small.jpg")) is Choice.SET_ASIDE
    assert again.choice(photo_of(again, "sea.jpg")) is Choice.KEEP
    assert again.choice(photo_of(again, "cake.jpg")) is None
    assert [(each.photo.path, each.stays.path) for each in again.decided] == [
        ("sea small.jpg", "sea.jpg")
    ]
    assert again.decided[0].seen_at == inspection.decided[0].seen_at
    assert after.closed_gate() is None
    assert learner.moves(after).photos == 1


@pytest.mark.parametrize("step", [StepName.CHOOSE, StepName.BACK_UP, StepName.LOOK])
def test_before_the_look_it_goes_on_at_its_step(learner: Learner, step: StepName) -> None:
    before = learner.starts()
    before.choose(learner.photos)
    before.arrive(step)
    killed(before)
    after = learner.starts()
    record = after.unfinished()
    assert record is not None
    assert after.resume(record) is step
    assert after.inspection is None


def test_a_stopped_backup_goes_on_where_it_was(learner: Learner) -> None:
    for number in range(200):
        file(learner.photos / f"letters/{number}.txt", f"Dear number {number}")
    before, stop = learner.starts(), Event()
    before.choose(learner.photos)
    before.use_drive(learner.drive())

    def stop_after_three(progress: Progress) -> None:
        if progress.files >= 3:
            stop.set()

    with pytest.raises(Stopped):
        before.back_up(LEAFLETS, stop=stop, progress=stop_after_three)
    killed(before)
    after = resumed(learner)
    assert after.copies is not None
    done = len(after.copies.rows)
    assert 3 <= done < 200
    after.use_drive(learner.drive())
    result = after.back_up(LEAFLETS)
    assert result.whole
    assert result.copied == result.checked - done


def test_a_second_window_on_the_same_photos_is_refused_and_changes_no_record(
    learner: Learner,
) -> None:
    """Two windows would write over each other's decisions, long before there is a review folder to lock."""
    first, second = learner.starts(), learner.starts()
    first.choose(learner.photos)
    first.arrive(StepName.LOOK)
    written = learner.record.read_bytes()
    record = second.unfinished()
    assert record is not None
    for way_in in (lambda: second.resume(record), lambda: second.choose(learner.photos)):
        with pytest.raises(AnotherSession):
            way_in()
        second.save()
        second.close()
    assert learner.record.read_bytes() == written
    first.choose(learner.photos)
    first.close()
    second.choose(learner.photos)
    second.close()


def test_an_unplugged_drive_shuts_the_gate_until_it_is_back(learner: Learner) -> None:
    before = learner.starts()
    learner.gets_ready(before)
    killed(before)
    learner.stick.rename(learner.root / "in a drawer")
    without = resumed(learner)
    assert without.closed_gate() is Gate.NO_CHECKED_COPY
    killed(without)
    (learner.root / "in a drawer").rename(learner.stick)
    assert resumed(learner).closed_gate() is None


def test_another_drive_under_the_same_name_opens_no_gate(learner: Learner) -> None:
    before = learner.starts()
    learner.gets_ready(before)
    killed(before)
    shutil.rmtree(learner.stick)
    file(learner.stick / "holiday.txt")
    assert resumed(learner).closed_gate() is Gate.NO_CHECKED_COPY


def test_a_review_folder_that_is_gone_is_made_again_first(learner: Learner) -> None:
    before = learner.starts()
    learner.gets_ready(before)
    killed(before)
    shutil.rmtree(before.record.review_folder)
    after = learner.starts()
    record = after.unfinished()
    assert record is not None
    assert after.resume(record) is StepName.REVIEW


def test_a_photo_that_changed_meanwhile_has_to_be_decided_anew(learner: Learner) -> None:
    before = learner.starts()
    look_and_set_aside(learner.gets_ready(before), "sea small.jpg", "sea.jpg")
    before.save()
    killed(before)
    photo(learner.photos / "sea small.jpg", 1, (180, 140))
    after = inspection_of(resumed(learner))
    assert after.choice(photo_of(after, "sea small.jpg")) is None
    assert after.decided == ()


def test_what_was_set_aside_is_known_after_a_restart(learner: Learner) -> None:
    before = learner.starts()
    look_and_set_aside(learner.gets_ready(before), "sea small.jpg", "sea.jpg")
    learner.moves(before)
    killed(before)
    after = resumed(learner)
    assert after.review is not None
    assert {item.path for item in after.review.items} == {"sea small.jpg", "sea small.xmp"}


def test_groups_keep_their_place_when_there_are_fewer(learner: Learner) -> None:
    before = learner.starts()
    inspection = learner.gets_ready(before)
    assert inspection.go_to(1)
    assert not inspection.go_to(2)
    before.save()
    killed(before)
    for gone in group_of(inspection, "cake.jpg").photos:
        (learner.photos / gone.path).unlink()
    assert inspection_of(resumed(learner)).position == 0
