"""The record of a journey: one for each photo folder, and what is no record ends no start."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace

import pytest

from tests.journey.going_on import killed
from tests.journey.learner import (
    Learner,
    look_and_set_aside,
    photo_of,
)
from tests.making import file
from wizard.journey import StepName


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
