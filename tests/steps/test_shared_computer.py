"""On a computer that is not the learner's nothing stays behind, and next week the journey is found on the stick."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.making import snapshot
from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.walking import at, press, said, until, until_said, wizard
from wizard.journey import StepName
from wizard.safekeeping.drives import Separation


async def test_nothing_stays_and_the_stick_remembers(tmp_path: Path) -> None:
    stick = drive(tmp_path, Separation.ANOTHER)
    family_photos(stick.path)
    home = tmp_path / "home"
    home.mkdir()
    before = snapshot(home), snapshot(Path.home())
    async with wizard(home, drives=[stick]) as walker:
        await press(walker, "1", "2", "2")
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "up", "enter", "enter", "1")
        await until_said(walker, "6 photos")
        await press(walker, "1", "1")
        await until_said(walker, "6 of 6 files checked.")
        await press(walker, "1")
        await until_said(walker, "6 photos compared.")
        await press(walker, "1", "0", "4")
        await walker.pause()
    assert (snapshot(home), snapshot(Path.home())) == before
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    async with wizard(tmp_path / "another computer", drives=[stick]) as walker:
        await press(walker, "1", "2", "2")
        await until_said(walker, "Welcome back.")
        assert "Step: Review folder" in said(walker)
