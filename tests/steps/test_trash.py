"""The trash at the end of the way: offered on a later day, confirmed with the safe choice first, told in words when not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.drawn_once import FEW
from tests.making import files_in
from tests.safekeeping.trash.trashing import home_trash, in_trash, restore_by_hand, tomorrow
from tests.steps.every_screen import nothing_is_cut
from tests.steps.photos_of_ones_own import drive, family_photos
from tests.steps.test_frame import LANGUAGES, SIZES
from tests.steps.walking import (
    Walker,
    answers,
    at,
    both_drawn,
    lines,
    press,
    said,
    step,
    to_inspect,
    until,
    until_read,
    until_said,
    wizard,
)
from wizard import app
from wizard.journey import StepName, trashing
from wizard.language.catalogs import _, ngettext
from wizard.language.sentences import administrator_warning
from wizard.safekeeping import trash_rules
from wizard.safekeeping.drives import Separation
from wizard.steps import welcome
from wizard.steps.confirm_trash import ConfirmTrash
from wizard.widgets.choices import Choices

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks into a trash as Linux lays it out")


@pytest.fixture(autouse=True)
def ordinary(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the tests did not run as root."""
    monkeypatch.setattr(trash_rules, "as_administrator", lambda: False)


@pytest.fixture
def a_day_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trashing, "now", tomorrow)


async def to_the_receipt(walker: Walker, language: str = "en") -> None:
    """Sets one exact copy aside on the way to the last step."""
    await until_said(walker, _("This is what we found."))
    await press(walker, "1", "1")
    await until(walker, lambda: walker.app.journey.backup_result is not None)  # type: ignore[attr-defined]
    await until(walker, lambda: bool(walker.app.screen.query("PhotoView")))
    await press(walker, "1")
    await until(walker, lambda: walker.app.journey.scan is not None)  # type: ignore[attr-defined]
    await until(walker, lambda: len(answers(walker)) == 2)
    await press(walker, "1", "1")
    await both_drawn(walker)
    await press(walker, "2", "0", "4")
    await until_said(walker, _("Nothing is deleted."))
    await press(walker, "1")
    await until(walker, lambda: at(walker, StepName.FINISH))


async def test_on_the_same_day_it_is_not_offered_and_the_reason_is_told(tmp_path: Path) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await to_the_receipt(walker)
        await until_read(walker, "What was set aside today can go to the trash on a later day.")
        await press(walker, "5")
        assert step(walker).step is StepName.FINISH
    assert in_trash() == {}


async def test_practice_photos_never_go_there(tmp_path: Path, a_day_later: None) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "2", "0", "4", "1")
        await until(walker, lambda: at(walker, StepName.FINISH))
        await until_read(walker, "Practice photos do not go to the computer's trash.")


async def test_a_day_later_it_goes_and_comes_back(tmp_path: Path, a_day_later: None) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    before = files_in(photos)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await to_the_receipt(walker)
        await press(walker, "5")
        assert "Send 1 photo to the computer's trash?" in said(walker)
        await press(walker, "enter")
        await until_said(walker, "Nothing was sent.")
        assert in_trash() == {}
        await press(walker, "5", "1")
        await until_said(walker, "1 file is in the computer's trash now.")
        assert len(in_trash()) == 2 and len(files_in(photos)) == 5
        await press(walker, "2")
        await until_said(walker, "in the computer's trash")
        assert "“Restore”" in said(walker)
        walker.app.journey.close()  # type: ignore[attr-defined]
    assert restore_by_hand() == 1
    async with wizard(tmp_path / "home", drives=[stick]) as walker:
        await press(walker, "1", "2", "1", "1")
        await until(walker, lambda: at(walker, StepName.FINISH))
        await press(walker, "2", "2")
        await until_said(walker, "1 file is back in its old place.")
    assert files_in(photos) == before


async def test_when_the_trash_cannot_be_trusted_nothing_goes_and_that_is_told(
    tmp_path: Path, a_day_later: None
) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    home_trash().symlink_to(tmp_path)
    async with wizard(tmp_path / "home", folder=photos, drives=[stick]) as walker:
        await to_the_receipt(walker)
        await press(walker, "5", "1")
        await until_said(walker, "So no photo was sent.")
    assert len(list((tmp_path).glob("Review folder/*/*/*.jpg"))) == 1


WINDOWS = [
    pytest.param(
        language,
        size,
        id=f"{language}-{size[0]}x{size[1]}",
        marks=[] if language == every_day else pytest.mark.full,
    )
    for language in LANGUAGES
    for size, every_day in zip(SIZES, ["es", "ko", "en"], strict=True)
]
"""Every day each language in one size, the one that needs most room in the smallest."""


@pytest.mark.parametrize(("language", "size"), WINDOWS)
async def test_the_confirmation_fits_and_its_safe_choice_is_focused(
    tmp_path: Path, a_day_later: None, language: str, size: tuple[int, int]
) -> None:
    photos, stick = family_photos(tmp_path), drive(tmp_path, Separation.ANOTHER)
    async with wizard(
        tmp_path / "home", language, folder=photos, drives=[stick], size=size
    ) as walker:
        await to_the_receipt(walker)
        await press(walker, "5")
        assert isinstance(walker.app.screen, ConfirmTrash)
        assert all(cell_len(line) <= size[0] for line in lines(walker))
        nothing_is_cut(walker, language)
        choices = walker.app.screen.query_one(Choices)
        assert choices.get_option_at_index(choices.highlighted or 0).id == "3"
        await press(walker, "2")
        await until_said(walker, "IMG_1")
        await press(walker, "1")
        sent = ngettext(
            "{n} file is in the computer's trash now.",
            "{n} files are in the computer's trash now.",
            1,
        )
        await until_said(walker, sent.format(n=1))
        nothing_is_cut(walker, language)
        await press(walker, "2")
        nothing_is_cut(walker, language)


@pytest.mark.parametrize("administrator", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_administrator_is_told_on_the_first_screen_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, administrator: bool, language: str
) -> None:
    monkeypatch.setattr(app, "as_administrator", lambda: administrator)
    monkeypatch.setattr(welcome, "as_administrator", lambda: administrator)
    photos = family_photos(tmp_path)
    for folder in (None, photos):
        async with wizard(tmp_path / "home", language, folder=folder) as walker:
            if folder is not None:
                await until_said(walker, _("This is what we found."))
            told = " ".join(administrator_warning().split()) in " ".join(said(walker).split())
            assert told is administrator
            nothing_is_cut(walker, language)
            await press(walker, "1")
            assert (administrator_warning()[:20] in said(walker)) is False
