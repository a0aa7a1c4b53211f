"""The pages for photos already lost: the letter is never saved where it would vanish with practice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.steps.photos_of_ones_own import drive
from tests.steps.walking import at, press, said, step, until, until_said, wizard
from wizard.journey import StepName
from wizard.safekeeping.drives import Separation
from wizard.steps.already_lost import AlreadyLost
from wizard.teaching.already_lost import PAGES


@pytest.mark.parametrize("practice", [True, False])
async def test_in_practice_no_practice_drive_is_offered_for_the_letter(
    tmp_path: Path, practice: bool
) -> None:
    stick = drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", practice=practice, drives=[stick]) as walker:
        if practice:
            await until(walker, lambda: at(walker, StepName.CHOOSE))
        way = step(walker).way
        way.show_screen(AlreadyLost(way))
        await press(walker, *["1"] * len(PAGES))
        await until_said(walker, "Choose a folder for the letter.")
        assert "My own folder" in said(walker)
        assert "Practice drive" not in said(walker)
        assert ("STICK" in said(walker)) is not practice
