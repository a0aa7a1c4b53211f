"""The journey goes on where it was, after the window was closed and after it was killed."""

from __future__ import annotations

from pathlib import Path

from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.walking import (
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
from wizard.journey import StepName
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
        await until(walker, lambda: step(walker).step is StepName.INSPECT)
        await both_drawn(walker)
        await press(walker, "0", "4")
        await until_said(walker, "Move 1 photo to the review folder?")
        await press(walker, "1")
        await until(walker, lambda: step(walker).step is StepName.FINISH)
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
        await until(walker, lambda: step(walker).step is StepName.LOOK)
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
        await until(walker, lambda: step(walker).step is StepName.CHOOSE)
    assert state_of(stick.path) == copies
