"""The journey goes on where it was, after the window was closed and after it was killed."""

from __future__ import annotations

from pathlib import Path

from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.walking import (
    at,
    both_drawn,
    press,
    said,
    state_of,
    step,
    until,
    until_read,
    until_said,
    wizard,
)
from wizard.journey import Journey, StepName
from wizard.places import within
from wizard.safekeeping.drives import Separation


async def test_decisions_and_place_are_there_again(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    before = state_of(photos)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1")
        await until_said(walker, "6 of 6 files checked.")
        await press(walker, "1")
        await until_said(walker, "6 photos compared.")
        await press(walker, "1", "1")
        await both_drawn(walker)
        await press(walker, "2")
    async with wizard(tmp_path / "home", drives=[stick]) as walker:
        await press(walker, "1", "2", "1")
        await until_said(walker, "Welcome back.")
        await press(walker, "1")
        await until(walker, lambda: at(walker, StepName.INSPECT))
        await both_drawn(walker)
        await press(walker, "0", "4")
        await until_said(walker, "Move 1 photo to the review folder?")
        await press(walker, "1")
        await until(walker, lambda: at(walker, StepName.FINISH))
        await until_read(walker, "1 file is set aside")
        await press(walker, "2", "2")
        await until_read(walker, "Nothing is set aside.")
    assert state_of(photos) == before


async def test_without_its_backup_drive_a_journey_goes_on_and_only_looks(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1")
        await until_said(walker, "6 of 6 files checked.")
        await press(walker, "1")
        await until_said(walker, "6 photos compared.")
    stick.path.rename(tmp_path / "unplugged")
    async with wizard(tmp_path / "home", drives=[]) as walker:
        await press(walker, "1", "2", "1", "1")
        await until(walker, lambda: at(walker, StepName.LOOK))
        await until_said(walker, "6 photos compared.")
        await press(walker, "1")
        assert "Without a checked copy no photo moves." in said(walker)


async def test_beginning_anew_loses_nothing_that_was_done(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "1")
        await until_said(walker, "6 of 6 files checked.")
    copies = state_of(stick.path)
    async with wizard(tmp_path / "home", drives=[stick]) as walker:
        await press(walker, "1", "2", "1", "2")
        await until(walker, lambda: at(walker, StepName.CHOOSE))
    assert state_of(stick.path) == copies


async def test_a_second_window_is_told_and_both_keep_their_own_journeys(tmp_path: Path) -> None:
    """The first works on one folder; the second is refused there, and goes on with another."""
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    other = family_photos(tmp_path / "other")
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as first:
        await until_said(first, "This is what we found.")
        await press(first, "1")
        async with wizard(tmp_path / "home", drives=[stick]) as second:
            await press(second, "1", "2", "1", "1")
            await until_said(second, "Another window is working in")
            await press(second, "1")
            await until(second, lambda: step(second).step is StepName.CHOOSE)
            journey = second.app.journey  # type: ignore[attr-defined]
            journey.choose(other)
            journey.arrive(StepName.LOOK)
        first.app.journey.save()  # type: ignore[attr-defined]
    left = {}
    for _ in range(2):
        again = Journey(within(tmp_path / "home"))
        record = again.unfinished()
        assert record is not None
        left[record.folder] = record.step
        again.resume(record)
        again.finish()
        again.close()
    assert left == {str(photos): StepName.BACK_UP, str(other): StepName.LOOK}
