"""A computer that is not the learner's: what is remembered lies on their own drive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.journey.learner import Learner, inspection_of, look_and_set_aside, photo_of
from tests.making import file
from wizard.journey import Choice, Journey, StepName
from wizard.problems import Gate


@pytest.fixture
def visitor(tmp_path: Path) -> Learner:
    """Somebody at a library computer with photos and a stick."""
    visitor = Learner(tmp_path, shared_computer=True)
    visitor.takes_photos()
    return visitor


def at_another_computer(visitor: Learner) -> Journey:
    """The same learner a week later: nothing is known but what lies on the drives."""
    return Journey(
        replace(visitor.places, state=visitor.root / "another profile"),
        shared_computer=True,
        find_drives=visitor.drives,
    )


def test_nothing_is_written_down_on_the_computer(visitor: Learner) -> None:
    journey = visitor.starts()
    journey.arrive(StepName.CHOOSE)
    journey.choose(visitor.photos)
    journey.arrive(StepName.BACK_UP)
    journey.use_drive(visitor.drive())
    journey.save()
    assert not visitor.places.state.exists()
    look_and_set_aside(visitor.gets_ready(journey), "sea small.jpg", "sea.jpg")
    journey.save()
    journey.finish()
    journey.close()
    assert not visitor.places.state.exists()


def test_the_journey_is_found_again_through_the_drives(visitor: Learner) -> None:
    before = visitor.starts()
    look_and_set_aside(visitor.gets_ready(before), "sea small.jpg", "sea.jpg")
    before.save()
    before.close()
    assert visitor.record_on_stick.is_file()

    after = at_another_computer(visitor)
    record = after.unfinished()
    assert record == before.record
    assert record is not None and after.resume(record) is StepName.INSPECT
    inspection = inspection_of(after)
    assert inspection.choice(photo_of(inspection, "sea small.jpg")) is Choice.SET_ASIDE
    assert visitor.moves(after).photos == 1
    after.close()


def test_what_happens_after_going_on_is_written_beside_the_backup_too(visitor: Learner) -> None:
    before = visitor.starts()
    visitor.gets_ready(before)
    before.close()
    after = at_another_computer(visitor)
    record = after.unfinished()
    assert record is not None
    after.resume(record)
    after.arrive(StepName.FINISH)
    after.close()
    last = at_another_computer(visitor).unfinished()
    assert last is not None and last.step is StepName.FINISH
    assert not (visitor.root / "another profile").exists()


def test_the_drive_may_have_another_name_there(visitor: Learner) -> None:
    before = visitor.starts()
    visitor.gets_ready(before)
    before.close()
    elsewhere = visitor.root / "media/stick"
    elsewhere.parent.mkdir()
    visitor.stick.rename(elsewhere)
    drive = replace(visitor.drive(), path=elsewhere)
    after = Journey(visitor.places, shared_computer=True, find_drives=lambda _: [drive])
    record = after.unfinished()
    assert record is not None
    after.resume(record)
    assert after.closed_gate() is None
    assert after.backup_folder.is_relative_to(elsewhere)
    after.close()


def test_without_the_drive_nobody_is_known(visitor: Learner) -> None:
    before = visitor.starts()
    visitor.gets_ready(before)
    before.close()
    visitor.stick.rename(visitor.root / "in a drawer")
    assert at_another_computer(visitor).unfinished() is None


def test_a_finished_journey_is_over_on_the_drive_too(visitor: Learner) -> None:
    before = visitor.starts()
    visitor.gets_ready(before)
    before.finish()
    before.close()
    assert at_another_computer(visitor).unfinished() is None


def test_somebody_elses_journey_on_this_computer_is_not_shown(visitor: Learner) -> None:
    owner = replace(visitor, shared_computer=False).starts()
    owner.choose(visitor.photos)
    owner.arrive(StepName.LOOK)
    assert visitor.starts().unfinished() is None


def test_a_damaged_record_on_the_drive_costs_what_came_after_the_damage(visitor: Learner) -> None:
    before = visitor.starts()
    visitor.gets_ready(before)
    before.close()
    record = visitor.record_on_stick
    with record.open("ab") as file_:
        file_.write(b'{"step":"fin')
    after = at_another_computer(visitor)
    found = after.unfinished()
    assert found == before.record


def test_a_strange_file_in_its_place_is_no_record(visitor: Learner) -> None:
    file(visitor.record_on_stick, b"\x00\xff" * 50)
    assert visitor.starts().unfinished() is None


def test_an_unplugged_drive_gets_no_record_and_neither_does_the_computer(visitor: Learner) -> None:
    journey = visitor.starts()
    visitor.gets_ready(journey)
    visitor.stick.rename(visitor.root / "in a drawer")
    journey.save()
    journey.close()
    assert not visitor.stick.exists()
    assert not visitor.places.state.exists()
    assert journey.closed_gate() in (None, Gate.NO_CHECKED_COPY)
