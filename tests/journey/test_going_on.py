"""Whatever ends the program, the next start goes on where it was."""

from __future__ import annotations

import errno
import json
import os
import shutil
from dataclasses import replace
from threading import Event

import pytest

from tests.journey.learner import (
    LEAFLETS,
    Learner,
    group_of,
    inspection_of,
    look_and_set_aside,
    photo_of,
)
from tests.making import file, photo
from wizard.journey import Choice, Journey, StepName
from wizard.long_work import Progress, Stopped
from wizard.problems import AnotherSession, Gate


def killed(journey: Journey) -> None:
    """The process ends: locks are gone, nothing else is done."""
    journey.close()


def resumed(learner: Learner) -> Journey:
    journey = learner.starts()
    record = journey.unfinished()
    assert record is not None
    journey.resume(record)
    return journey


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


def test_without_its_folder_there_is_no_way_to_go_on(learner: Learner) -> None:
    before = learner.starts()
    before.choose(learner.photos)
    before.arrive(StepName.BACK_UP)
    learner.photos.rename(learner.root / "elsewhere")
    assert learner.starts().unfinished() is None


def test_a_finished_journey_is_over(learner: Learner) -> None:
    before = learner.starts()
    learner.gets_ready(before)
    before.finish()
    assert learner.starts().unfinished() is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        '{"step": "dance"}',
        '{"step": 7}',
        '{"folder": 1, "step": "look"}',
        '{"seen": 1}',
        '{"decisions": []}',
        '{"decisions": {"a.jpg": "keep"}}',
        '{"group": "x"}',
    ],
)
def test_a_record_that_makes_no_sense_is_no_record(learner: Learner, written: str) -> None:
    file(learner.record, written)
    assert learner.starts().unfinished() is None


def test_a_record_of_a_later_version_is_read_as_far_as_it_is_known(learner: Learner) -> None:
    before = learner.starts()
    before.choose(learner.photos)
    before.arrive(StepName.LOOK)
    written = json.loads(learner.record.read_text(encoding="utf-8"))
    file(learner.record, json.dumps(written | {"colour": "green"}))
    record = learner.starts().unfinished()
    assert record is not None and record.step is StepName.LOOK


def test_practice_is_not_written_down(learner: Learner) -> None:
    journey = learner.starts(practice=True)
    learner.gets_ready(journey)
    journey.save()
    killed(journey)
    assert not learner.places.state.exists()
    assert learner.starts().unfinished() is None
    assert not list(learner.stick.rglob("journey*"))


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


@pytest.mark.parametrize("shared_computer", [False, True], ids=["own computer", "shared computer"])
def test_two_windows_on_two_folders_keep_two_journeys(
    learner: Learner, shared_computer: bool
) -> None:
    """Both at once, each with its own decisions; neither is lost, mixed, or ended with the other."""
    one = replace(learner, shared_computer=shared_computer)
    two = replace(one, album="Travel")
    two.takes_photos()
    first, second = one.starts(), two.starts()
    in_first, in_second = one.gets_ready(first), two.gets_ready(second)
    look_and_set_aside(in_first, "sea small.jpg", "sea.jpg")
    in_second.keep(photo_of(in_second, "cake.jpg"))
    for _ in range(2):
        first.save()
        second.save()
    decided = dict(first.record.decisions)
    os.utime(
        two.record_on_stick if shared_computer else two.record, (4_102_444_800, 4_102_444_800)
    )  # written last, by a clock in 2099
    killed(first)
    last = one.starts().unfinished()
    assert last is not None and last.folder == str(two.photos)
    second.finish()
    killed(second)
    left = one.starts()
    record = left.unfinished()
    assert record is not None and record.folder == str(one.photos)
    left.resume(record)
    assert left.record.decisions == decided
    killed(left)


def test_starting_with_another_folder_loses_nothing_that_was_decided(learner: Learner) -> None:
    """The screen promises it: back at the first folder all decisions are there, and what was seen."""
    other = replace(learner, album="Travel")
    other.takes_photos()
    before = learner.starts()
    look_and_set_aside(learner.gets_ready(before), "sea small.jpg", "sea.jpg")
    before.save()
    killed(before)
    journey = learner.starts()
    journey.choose(other.photos)
    journey.arrive(StepName.BACK_UP)
    again = learner.gets_ready(journey)
    assert [each.photo.path for each in again.decided] == ["sea small.jpg"]
    assert learner.moves(journey).photos == 1
    journey.close()


def test_a_folder_on_a_drive_that_fails_ends_no_start(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = learner.starts()
    before.choose(learner.photos)
    before.arrive(StepName.BACK_UP)
    killed(before)
    stat = os.stat

    def no_answer(path: object, **named: object) -> os.stat_result:
        if os.fspath(path) == str(learner.photos):  # type: ignore[call-overload]
            raise OSError(errno.EIO, "no answer")
        return stat(path, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", no_answer)
        assert learner.starts().unfinished() is None
    assert learner.starts().unfinished() is not None
