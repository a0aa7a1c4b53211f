"""From the first screen to the receipt and back, with digits and arrows alone, in each language."""

from __future__ import annotations

from pathlib import Path

import bagit
import pytest

from tests.steps.walking import (
    at,
    both_drawn,
    press,
    state_of,
    to_inspect,
    until,
    until_said,
    wizard,
)
from wizard.journey import StepName
from wizard.language.catalogs import _, pgettext
from wizard.pages.leaflets import review_folder_name


@pytest.mark.parametrize("language", ["en", "es", "ko"])
async def test_the_whole_way_and_back(tmp_path: Path, language: str) -> None:
    async with wizard(tmp_path, language, practice=True) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        photos = tmp_path / "practice" / "photos"
        before = state_of(photos)
        await to_inspect(walker)
        await press(walker, "2", "3")
        await both_drawn(walker)
        await press(walker, "2", "0", "4")
        await until_said(walker, _("Nothing is deleted."))
        await press(walker, "1")
        await until(walker, lambda: at(walker, StepName.FINISH))

        review = tmp_path / "practice" / review_folder_name()
        moved = set(before) - set(state_of(photos))
        assert len(moved) == 3
        in_review = {digest for digest, _time in state_of(review).values()}
        assert {before[path][0] for path in moved} <= in_review
        backup = tmp_path / "practice" / "drive" / "Before You Delete" / "photos"
        assert bagit.Bag(str(backup)).validate()

        await press(walker, "1")
        receipt = pgettext("file name", "receipt-{day}").format(day="*") + ".html"
        await until(walker, lambda: bool(list(review.glob(receipt))))
        await press(walker, "2", "1")
        await until_said(
            walker, _("No photo is marked yet. Go to a photo and press Enter. Then choose 1.")
        )
        assert set(before) - set(state_of(photos)) == moved
        await press(walker, "2")
        await until(walker, lambda: state_of(photos) == before)
        nothing = _("Nothing is set aside. Every photo is where it was.")
        await press(walker, "pagedown")
        await until_said(walker, nothing)
        await press(walker, "4")
    assert state_of(photos) == before
